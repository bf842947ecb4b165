"""Whom and what a record is connected with, through what, and how closely.

Closeness, from near to far: 1 one record ties both (a post, a part in an event or initiative, a statement, a
place); 2 both are of the same event; 3 of the same initiative; 4 of the same agency; 5 what lies between them
is somebody else's (the people of an agency, the places of an initiative), or one is merely where the other
is. Of the equally close the newest comes first.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from dossier.views.lookup import Lookup
from dossier.views.ties import WAYS, Tie, ties

if TYPE_CHECKING:
    from dossier.store import Reader


@dataclass(frozen=True, slots=True)
class Rule:
    """Two ties that meet in a record of `kind` make one connection; each tie is of one of its ways."""

    way: str
    closeness: int
    kind: str
    one: tuple[str, ...]
    other: tuple[str, ...]


def _rule(way: str, closeness: int, one: str, kind: str, other: str) -> Rule:
    return Rule(way, closeness, kind, tuple(one.split()), tuple(other.split()))


RULES = (
    _rule("same_event", 2, "participation", "event", "participation"),
    _rule("same_initiative", 3, "involvement about", "initiative", "involvement about"),
    _rule("same_agency", 4, "post", "organization", "post"),
    _rule("initiative_place", 5, "involvement about", "initiative", "coverage"),
    _rule("initiative_place", 5, "coverage", "initiative", "involvement about"),
    _rule("its_people", 5, "post", "person", "participation about"),
    _rule("its_people", 5, "participation about", "person", "post"),
)
_DIRECT, _MERELY_WHERE = 1, 5
_WHERE = ("office", "place_in", "post_place", "country")
_OF_EACH, _BEYOND, _MOST_BEYOND = 3, 20, 500
"""Of what is two steps away: how many of each one step away, how many in all, from how many ties of a way."""
_TOPICS = ("initiative", "event")
"""What an agency is connected with when its people speak about it."""


@dataclass(frozen=True, slots=True)
class Found:
    """One way to `far`: a tie, or two that meet in `through`; `day` is the older of their days."""

    far: int
    way: str
    closeness: int
    day: str
    ties: tuple[Tie, ...]

    @property
    def through(self) -> int | None:
        return self.ties[0].far if len(self.ties) > 1 else None


@dataclass(frozen=True, slots=True)
class Reach:
    """All that was found of a record; `is_cut` where a hub had more than is read."""

    found: tuple[Found, ...]
    is_cut: bool


def reach(reader: "Reader", lookup: Lookup, pk: int) -> Reach:
    """What a record is connected with, the closest first, and of the equally close the newest."""
    cuts: list[str] = []
    own = tuple(ties(reader, [pk], cut=cuts.append))
    lookup.learn_kinds(tie.far for tie in own)
    found = [direct(tie) for tie in own]
    for rule in RULES:
        near = _newest(tie for tie in own if tie.way in rule.one and lookup.kind(tie.far) == rule.kind)
        further = tuple(ties(reader, near, rule.other, cut=cuts.append)) if near else ()
        lookup.learn_kinds(tie.far for tie in further)
        for tie in further:
            if tie.far != pk and _holds(rule, near[tie.near], tie, lookup):
                day = min(near[tie.near].day, tie.day)
                found.append(Found(tie.far, rule.way, rule.closeness, day, (near[tie.near], tie)))
    found.sort(key=lambda each: WAYS.index(each.ties[-1].way))
    found.sort(key=lambda each: each.day, reverse=True)
    found.sort(key=lambda each: each.closeness)
    return Reach(tuple(found), bool(cuts))


def beyond(reader: "Reader", pks: Sequence[int], known: Collection[int]) -> tuple[Found, ...]:
    """What records are tied to that is not known yet: a few of each, as many of the first as of the last."""
    seen = set(known)
    waiting: dict[int, list[Tie]] = {pk: [] for pk in pks}
    for tie in ties(reader, pks, most=_MOST_BEYOND):
        if tie.far not in seen:
            seen.add(tie.far)
            waiting[tie.near].append(tie)
    for found in waiting.values():
        found.sort(key=lambda tie: tie.day, reverse=True)
        found.sort(key=lambda tie: WAYS.index(tie.way))
    turns = (found[turn] for turn in range(_OF_EACH) for found in waiting.values() if turn < len(found))
    return tuple(direct(tie) for tie in islice(turns, _BEYOND))


def direct(tie: Tie) -> Found:
    """A tie as a connection."""
    closeness = _MERELY_WHERE if tie.way in _WHERE else _DIRECT
    return Found(tie.far, tie.way, closeness, tie.day, (tie,))


def _newest(own: Iterable[Tie]) -> dict[int, Tie]:
    """For each record between, the newest tie to it."""
    return {tie.far: tie for tie in sorted(own, key=lambda tie: (tie.day, tie.fact))}


def _holds(rule: Rule, one: Tie, other: Tie, lookup: Lookup) -> bool:
    """An agency is connected with what its people do and speak about, not with who speaks about them."""
    if rule.way != "its_people":
        return True
    deed = other if one.way == "post" else one
    return deed.to != other.near and lookup.kind(deed.to) in _TOPICS
