"""Whom and what a record is connected with, through what, and how closely.

Closeness, from near to far: 1 one record ties both (a post, a part in an event or initiative, a statement, a
place); 2 both are of the same event; 3 of the same initiative; 4 of the same agency; 5 what lies between them
is somebody else's (the people of an agency, the places of an initiative). Of the equally close the newest
comes first.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.views.lookup import Lookup
from dossier.views.ties import Tie, ties

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
_DIRECT = 1
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
    found.sort(key=lambda each: each.day, reverse=True)
    found.sort(key=lambda each: each.closeness)
    return Reach(tuple(found), bool(cuts))


def direct(tie: Tie) -> Found:
    """A tie as a connection."""
    return Found(tie.far, tie.way, _DIRECT, tie.day, (tie,))


def _newest(own: Iterable[Tie]) -> dict[int, Tie]:
    """For each record between, the newest tie to it."""
    return {tie.far: tie for tie in sorted(own, key=lambda tie: (tie.day, tie.fact))}


def _holds(rule: Rule, one: Tie, other: Tie, lookup: Lookup) -> bool:
    """An agency is connected with what its people do and speak about, not with who speaks about them."""
    if rule.way != "its_people":
        return True
    deed = other if one.way == "post" else one
    return deed.to != other.near and lookup.kind(deed.to) in _TOPICS
