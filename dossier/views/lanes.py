"""The lanes of the timeline: what an event or a statement belongs to, by organization, by kind or by region.

A lane above 0 is a record, which can be chosen. Each kind of lanes is told beforehand of all that it will be
asked for, so that little has to be read.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from dossier.language import Wording
from dossier.language.labels import LABELS
from dossier.model.records import Coverage, Event, Organization, Place, Statement, StatementLink
from dossier.views import relations as rel
from dossier.views.initiative_blocks import is_first_level
from dossier.views.lookup import Lookup
from dossier.views.names import learn_names, shown_name
from dossier.views.timeline_values import Lane

SOURCES_LANE = 0
NO_LANE = -1
_SAID_LANE = -2
_KINDS = tuple(LABELS["event_kind"])
_FIRST_KIND = -3  # and down from it one for each kind of event
BY = ("organization", "kind", "region")


class Lanes(Protocol):
    """A way to sort what happened and was said into lanes; the host's, or the first named, comes first."""

    def learn(self, parties: Iterable[int], events: Sequence[Event], statements: Sequence[Statement]) -> None:
        """Read what the lanes of these follow from."""

    def of_event(self, event: Event, parties: Sequence[int]) -> tuple[int, ...]: ...

    def of_statement(self, statement: Statement, speakers: Sequence[int]) -> tuple[int, ...]: ...


def lanes_by(by: str, lookup: Lookup) -> Lanes:
    """Lanes by "organization", "kind" or "region"."""
    ways: dict[str, Callable[[Lookup], Lanes]] = {
        "organization": ByOrganization,
        "kind": ByKind,
        "region": ByRegion,
    }
    return ways[by](lookup)


class ByOrganization:
    """The top organization over any person or organization that takes part or speaks."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._parents = {each.pk: each.parent for each in lookup.reader.all(Organization)}
        self._employers: dict[int, int] = {}

    def learn(self, parties: Iterable[int], events: Sequence[Event], statements: Sequence[Statement]) -> None:
        """Where people belong: the post known of last decides."""
        people = [pk for pk in parties if pk not in self._parents]
        posts = rel.posts_of(self._lookup, *people)
        self._employers |= {post.person: post.organization for post in reversed(posts)}

    def of_event(self, event: Event, parties: Sequence[int]) -> tuple[int, ...]:
        found = dict.fromkeys(filter(None, map(self._top, parties)))
        return tuple(found) or (NO_LANE,)

    def of_statement(self, statement: Statement, speakers: Sequence[int]) -> tuple[int, ...]:
        found = dict.fromkeys(filter(None, map(self._top, speakers)))
        return tuple(found) or (NO_LANE,)

    def _top(self, party: int) -> int | None:
        at = self._employers.get(party, party)
        if at not in self._parents:
            return None
        while parent := self._parents[at]:
            at = parent
        return at


class ByKind:
    """What kind of event it is; all that was said lies in one lane."""

    def __init__(self, lookup: Lookup) -> None:
        pass

    def learn(self, parties: Iterable[int], events: Sequence[Event], statements: Sequence[Statement]) -> None:
        pass

    def of_event(self, event: Event, parties: Sequence[int]) -> tuple[int, ...]:
        return (_FIRST_KIND - _KINDS.index(event.event_kind),)

    def of_statement(self, statement: Statement, speakers: Sequence[int]) -> tuple[int, ...]:
        return (_SAID_LANE,)


class ByRegion:
    """The regions in which it happened; where no place is known, those of its initiative or topics."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._places = {place.pk: place for place in lookup.reader.all(Place)}

    def learn(self, parties: Iterable[int], events: Sequence[Event], statements: Sequence[Statement]) -> None:
        links = self._lookup.of(StatementLink, "statement", *(each.pk for each in statements))
        about = (link.to for link in links if link.role == "about")
        initiatives = (event.initiative for event in events if event.initiative)
        self._lookup.of(Coverage, "initiative", *initiatives, *about)

    def of_event(self, event: Event, parties: Sequence[int]) -> tuple[int, ...]:
        if event.place:
            return self._regions([event.place])
        return self._regions(self._covered([event.initiative] if event.initiative else []))

    def of_statement(self, statement: Statement, speakers: Sequence[int]) -> tuple[int, ...]:
        if statement.place:
            return self._regions([statement.place])
        about = [link.to for link in rel.links_of(self._lookup, statement.pk, "about")]
        return self._regions([*(pk for pk in about if pk in self._places), *self._covered(about)])

    def _covered(self, initiatives: Sequence[int]) -> list[int]:
        return [each.place for each in self._lookup.of(Coverage, "initiative", *initiatives)]

    def _regions(self, places: Iterable[int]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(map(self._region, places))) or (NO_LANE,)

    def _region(self, pk: int) -> int:
        """The region a place lies in; of one outside all regions the highest above it."""
        place = self._places[pk]
        while not is_first_level(place) and place.parent:
            place = self._places[place.parent]
        return place.pk


def named(lookup: Lookup, wording: Wording, lanes: Iterable[int]) -> tuple[Lane, ...]:
    """Records and kinds in alphabetical order, then what was said, what has no lane, and the sources."""
    pks = tuple(lanes)
    learn_names(lookup, [pk for pk in pks if pk > 0])
    words = {pk: shown_name(lookup, wording, pk, short=True) for pk in pks if pk > 0}
    kinds = [pk for pk in pks if pk <= _FIRST_KIND]
    words |= {pk: wording.label("event_kind", _KINDS[_FIRST_KIND - pk]) for pk in kinds}
    ordered = sorted(words.items(), key=lambda found: wording.sort_key(found[1]))
    last = (
        (_SAID_LANE, wording.say("Statements")),
        (NO_LANE, wording.say("Other")),
        (SOURCES_LANE, wording.say("Sources")),
    )
    return (*(Lane(pk, name) for pk, name in ordered), *(Lane(pk, name) for pk, name in last if pk in pks))
