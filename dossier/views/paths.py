"""How two records know each other: the shortest ways from one to the other, each step with its source.

The search grows from both ends at once, always where fewer records wait; a path of four steps is found by
looking two steps around each, so that a million people cost no more than those around the two.
"""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from dossier.language import Wording
from dossier.views.connection_values import Path, Paths, Step, Way
from dossier.views.connections import entry_of, learn_posts
from dossier.views.draft import Draft
from dossier.views.lookup import Lookup
from dossier.views.names import full_name, shown_name
from dossier.views.reach import direct
from dossier.views.subjects import subject_of
from dossier.views.ties import WAYS, Tie, ties
from dossier.views.way_lines import learn_ways, tie_line

if TYPE_CHECKING:
    from dossier.store import Reader

STEPS = 4
"""A connection over more steps than these says nothing any more."""

_PATHS = 3
_MOST_TRIED = 2_000
_MOST_WAITING = 20_000
"""Records at which a side grows no more: only around a country, say, and then the other side meets it."""

_Way = tuple[Tie, ...]


def paths_between(
    reader: "Reader",
    wording: Wording,
    today: date,
    start: int,
    end: int,
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> Paths:
    """The shortest paths between two records, at most three, those with the weightiest and newest ties first.

    Parts stand for the records they belong to. Raises KeyError where there is no such record.
    """
    draft = Draft(reader, wording, today)
    lookup = draft.lookup
    one, other = subject_of(lookup, start), subject_of(lookup, end)
    found = shortest(reader, one, other, cancelled=cancelled)[:_PATHS]
    learn_ways(draft, [direct(tie) for way in found for tie in way])
    learn_posts(draft, [one, other])
    none = "" if found else _none(wording, same=one == other)
    return Paths(
        entry_of(draft, one),
        entry_of(draft, other),
        tuple(Path(tuple(_step(draft, lookup, tie) for tie in way)) for way in found),
        none,
        draft.sources.lines(),
    )


def shortest(
    reader: "Reader", start: int, end: int, *, cancelled: Callable[[], bool] = lambda: False
) -> list[_Way]:
    """All the shortest ways of at most four ties, the weightiest first; each goes through other records."""
    if start == end:
        return []
    one, other = _Side(reader, start), _Side(reader, end)
    while one.depth + other.depth < STEPS and not cancelled():
        growing = min((side for side in (one, other) if side.can_grow), key=_waiting, default=None)
        if growing is None:
            break
        growing.grow()
        if one.reached.keys() & other.reached.keys():
            break
    meeting = one.reached.keys() & other.reached.keys()
    if not meeting or cancelled():
        return []
    least = min(one.depths[pk] + other.depths[pk] for pk in meeting)
    middles = sorted(pk for pk in meeting if one.depths[pk] + other.depths[pk] == least)
    ways = (
        (*first, *(_turned(tie) for tie in reversed(second)))
        for middle in middles
        for first in one.ways_to(middle)
        for second in other.ways_to(middle)
    )
    return sorted(islice(ways, _MOST_TRIED), key=_weight)


class _Side:
    """What was reached from one end: for each record, the ties by which it was."""

    def __init__(self, reader: "Reader", start: int) -> None:
        self._reader = reader
        self.reached: dict[int, dict[int, Tie]] = {start: {}}
        self.depths = {start: 0}
        self.depth = 0
        self.waiting = [start]

    @property
    def can_grow(self) -> bool:
        return 0 < len(self.waiting) <= _MOST_WAITING

    def grow(self) -> None:
        """One step further. Of several ties between two the weightiest and newest stays."""
        fresh: dict[int, dict[int, Tie]] = {}
        for tie in ties(self._reader, self.waiting):
            if tie.far not in self.reached:
                ties_here = fresh.setdefault(tie.far, {})
                if tie.near not in ties_here or _tie_weight(tie) < _tie_weight(ties_here[tie.near]):
                    ties_here[tie.near] = tie
        self.depth += 1
        self.reached |= fresh
        self.depths |= dict.fromkeys(fresh, self.depth)
        self.waiting = list(fresh)

    def ways_to(self, pk: int) -> Iterator[_Way]:
        """The ways from this end to a record."""
        if not self.reached[pk]:
            yield ()
        for near, tie in sorted(self.reached[pk].items(), key=lambda item: _tie_weight(item[1])):
            for way in self.ways_to(near):
                yield (*way, tie)


def _waiting(side: _Side) -> int:
    return len(side.waiting)


def _tie_weight(tie: Tie) -> tuple[int, int]:
    return WAYS.index(tie.way), -_number(tie.day)


def _weight(way: _Way) -> tuple[int, int, tuple[int, ...]]:
    oldest = min(_number(tie.day) for tie in way)
    return sum(WAYS.index(tie.way) for tie in way), -oldest, tuple(tie.fact for tie in way)


def _number(day: str) -> int:
    return int(day.replace("-", "") or 0)


def _turned(tie: Tie) -> Tie:
    return Tie(tie.far, tie.near, tie.way, tie.fact, tie.day, tie.to)


def _step(draft: Draft, lookup: Lookup, tie: Tie) -> Step:
    wording = draft.wording
    name, label = full_name(lookup, wording, tie.far), shown_name(lookup, wording, tie.far, short=True)
    way = Way(tie_line(draft, tie), tie.way, tie.day)
    return Step(tie.far, lookup.shown_kind(tie.far), name, label, way)


def _none(wording: Wording, *, same: bool) -> str:
    if same:
        return wording.say("Both are the same record; choose another one.")
    return wording.count(
        "No recorded connection within {n} step.", "No recorded connection within {n} steps.", STEPS
    )
