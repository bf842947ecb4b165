"""The timeline: events, statements made at none of them, and sources, in lanes."""

from typing import TYPE_CHECKING

from dossier.language import Wording
from dossier.model.dates import Date
from dossier.model.records import (
    Event,
    Involvement,
    Participation,
    Source,
    Statement,
    StatementLink,
)
from dossier.views import relations as rel
from dossier.views.lanes import BY, SOURCES_LANE, Lanes, lanes_by, named
from dossier.views.lookup import Lookup
from dossier.views.names import learn_names, shown_name
from dossier.views.timeline_values import Timeline, TimelineItem

if TYPE_CHECKING:
    from dossier.store import Reader


def timeline(reader: "Reader", wording: Wording, by: str = BY[0]) -> Timeline:
    """Everything dated, by its earliest day, in lanes by organization, kind or region.

    Sources have a lane of their own, and so has what belongs in none, where there is anything of that.
    """
    lookup = Lookup(reader)
    lanes = lanes_by(by, lookup)
    items = [
        *_events(lookup, wording, lanes),
        *_statements(lookup, wording, lanes),
        *_sources(lookup, wording),
    ]
    items.sort(key=lambda item: (str(item.date.earliest or item.date.latest or ""), item.pk))
    used = dict.fromkeys(lane for item in items for lane in item.lanes)
    shown = {item.pk for item in items}
    undated = frozenset(event.pk for event in reader.all(Event) if event.pk not in shown)
    return Timeline(tuple(items), named(lookup, wording, used), undated)


def _events(lookup: Lookup, wording: Wording, lanes: Lanes) -> list[TimelineItem]:
    found = [event for event in lookup.reader.all(Event) if _shown_date(lookup, event)]
    learn_names(lookup, [event.pk for event in found])
    parts = lookup.of(Participation, "event", *(event.pk for event in found))
    initiatives = (event.initiative for event in found if event.initiative)
    roles = lookup.of(Involvement, "initiative", *initiatives)
    lanes.learn([*(part.party for part in parts), *(role.party for role in roles)], found, ())
    return [_event(lookup, wording, lanes, event) for event in found]


def _event(lookup: Lookup, wording: Wording, lanes: Lanes, event: Event) -> TimelineItem:
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
        lanes=lanes.of_event(event, parties),
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


def _statements(lookup: Lookup, wording: Wording, lanes: Lanes) -> list[TimelineItem]:
    """What was said at an event lies there already; the rest has a place of its own."""
    found = [each for each in lookup.reader.find(Statement, event=None) if each.on]
    learn_names(lookup, [each.pk for each in found])
    links = lookup.of(StatementLink, "statement", *(each.pk for each in found))
    lanes.learn([link.to for link in links if link.role == "speaker"], (), found)
    items = []
    for each in found:
        assert each.on
        speakers = [link.to for link in rel.links_of(lookup, each.pk, "speaker")]
        name = shown_name(lookup, wording, each.pk)
        items.append(
            TimelineItem(
                each.pk,
                Statement.kind,
                name,
                each.on,
                wording.date(each.on),
                lanes.of_statement(each, speakers),
            )
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
