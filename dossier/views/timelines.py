"""The timeline: events, statements made at none of them, and sources, in lanes by organization."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dossier.language import Wording
from dossier.model.dates import Date
from dossier.model.records import (
    Event,
    Involvement,
    Organization,
    Participation,
    Source,
    Statement,
    StatementLink,
)
from dossier.views import relations as rel
from dossier.views.lookup import Lookup
from dossier.views.names import learn_names, shown_name
from dossier.views.timeline_values import Lane, Timeline, TimelineItem

if TYPE_CHECKING:
    from dossier.store import Reader

SOURCES_LANE = 0
NO_LANE = -1


def timeline(reader: "Reader", wording: Wording) -> Timeline:
    """Everything dated, by its earliest day; lanes are the organizations under no other, and 0 for sources.

    What no organization takes part in lies in lane -1, which is there only when needed.
    """
    lookup = Lookup(reader)
    lanes = _Lanes(lookup)
    items = [
        *_events(lookup, wording, lanes),
        *_statements(lookup, wording, lanes),
        *_sources(lookup, wording),
    ]
    items.sort(key=lambda item: (str(item.date.earliest or item.date.latest or ""), item.pk))
    used = dict.fromkeys(lane for item in items for lane in item.lanes)
    shown = {item.pk for item in items}
    undated = frozenset(event.pk for event in reader.all(Event) if event.pk not in shown)
    return Timeline(tuple(items), _named(lookup, wording, used), undated)


class _Lanes:
    """Finds the top organization over any person or organization."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._parents = {each.pk: each.parent for each in lookup.reader.all(Organization)}
        self._employers: dict[int, int] = {}

    def learn(self, parties: Iterable[int]) -> None:
        """Where people belong: the post known of last decides."""
        people = [pk for pk in parties if pk not in self._parents]
        posts = rel.posts_of(self._lookup, *people)
        self._employers |= {post.person: post.organization for post in reversed(posts)}

    def over(self, parties: Iterable[int]) -> tuple[int, ...]:
        found = dict.fromkeys(filter(None, map(self._top, parties)))
        return tuple(found) or (NO_LANE,)

    def _top(self, party: int) -> int | None:
        at = self._employers.get(party, party)
        if at not in self._parents:
            return None
        while parent := self._parents[at]:
            at = parent
        return at


def _events(lookup: Lookup, wording: Wording, lanes: _Lanes) -> list[TimelineItem]:
    found = [event for event in lookup.reader.all(Event) if _shown_date(lookup, event)]
    learn_names(lookup, [event.pk for event in found])
    lanes.learn(part.party for part in lookup.of(Participation, "event", *(event.pk for event in found)))
    initiatives = (event.initiative for event in found if event.initiative)
    lanes.learn(part.party for part in lookup.of(Involvement, "initiative", *initiatives))
    return [_event(lookup, wording, lanes, event) for event in found]


def _event(lookup: Lookup, wording: Wording, lanes: _Lanes, event: Event) -> TimelineItem:
    parties = [part.party for part in rel.participants(lookup, event.pk)]
    if not parties and event.initiative:
        parties = [part.party for part in lookup.of(Involvement, "initiative", event.initiative)]
    date = _shown_date(lookup, event)
    assert date
    return TimelineItem(
        pk=event.pk,
        kind=Event.kind,
        name=_event_name(lookup, wording, event),
        date=date,
        when=_when(wording, event, date),
        lanes=lanes.over(parties),
        announced=event.announced,
        dated=event.date is not None,
    )


def _event_name(lookup: Lookup, wording: Wording, event: Event) -> str:
    name = shown_name(lookup, wording, event.pk, short=True)
    return name if event.date else wording.say("{name} (date not stated)", name=name)


def _shown_date(lookup: Lookup, event: Event) -> Date | None:
    """Its own date, else that of the event it is part of: a trip to a summit lies where the summit does."""
    if event.date or not event.part_of:
        return event.date
    return lookup.one(Event, event.part_of).date


def _when(wording: Wording, event: Event, date: Date) -> str:
    worded = wording.date(date)
    if not event.date:
        return wording.say("announced; date not stated, part of what is announced for {date}", date=worded)
    return wording.say("announced for {date}", date=worded) if event.announced else worded


def _statements(lookup: Lookup, wording: Wording, lanes: _Lanes) -> list[TimelineItem]:
    """What was said at an event lies there already; the rest has a place of its own."""
    found = [each for each in lookup.reader.find(Statement, event=None) if each.on]
    learn_names(lookup, [each.pk for each in found])
    lanes.learn(link.to for link in lookup.of(StatementLink, "statement", *(each.pk for each in found)))
    items = []
    for each in found:
        assert each.on
        speakers = [link.to for link in rel.links_of(lookup, each.pk, "speaker")]
        name = shown_name(lookup, wording, each.pk)
        items.append(
            TimelineItem(each.pk, Statement.kind, name, each.on, wording.date(each.on), lanes.over(speakers))
        )
    return items


def _sources(lookup: Lookup, wording: Wording) -> list[TimelineItem]:
    dated = [(source, source.published or source.retrieved) for source in lookup.reader.all(Source)]
    return [
        TimelineItem(
            source.pk,
            Source.kind,
            shown_name(lookup, wording, source.pk),
            date,
            wording.date(date),
            (SOURCES_LANE,),
        )
        for source, date in dated
        if date
    ]


def _named(lookup: Lookup, wording: Wording, lanes: Iterable[int]) -> tuple[Lane, ...]:
    """Organizations in alphabetical order, then what has none, then the sources."""
    pks = tuple(lanes)
    named = [Lane(pk, shown_name(lookup, wording, pk, short=True)) for pk in pks if pk > 0]
    named.sort(key=lambda lane: wording.sort_key(lane.name))
    last = ((NO_LANE, wording.say("Other")), (SOURCES_LANE, wording.say("Sources")))
    return (*named, *(Lane(pk, name) for pk, name in last if pk in pks))
