"""Events as an iCalendar (RFC 5545): whole days, spans of days, local times where their zone is recorded.

A calendar has only days: what is known to a month, or about, takes all the days it can mean and says so in
its title; what has no date at all stays out and is counted. What has only a beginning gets no length.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dossier.export.plain import cleaned
from dossier.export.scope import Scope
from dossier.model.dates import Date
from dossier.model.records import Event, Place
from dossier.store import json_list
from dossier.views import relations as rel
from dossier.views.draft import Draft
from dossier.views.fiction import training_mark
from dossier.views.names import shown_name
from dossier.views.said_blocks import event_phrase
from dossier.views.tables import sources_of

if TYPE_CHECKING:
    from icalendar import Event as Entry

_PRODUCT = "-//Dossier//Dossier//EN"
_END = b"END:VCALENDAR\r\n"
_AT_ONCE = 200


def calendar(scope: Scope, now: datetime, pks: Sequence[int]) -> Iterator[bytes]:
    """The events with a date as a calendar, in pieces; the same records and `now` give the same bytes."""
    from icalendar import Calendar, Timezone

    head = Calendar()
    head.add("prodid", _PRODUCT)
    head.add("version", "2.0")
    for name, first, last in _zones(scope, pks):
        head.add_component(Timezone.from_tzid(name, first_date=first, last_date=last))
    yield head.to_ical().removesuffix(_END)
    for start in range(0, len(pks), _AT_ONCE):
        scope.progress.at("write", start / len(pks))
        draft = Draft(scope.reader, scope.wording, now.date())
        some = draft.lookup.some(Event, pks[start : start + _AT_ONCE])
        draft.learn([event.pk for event in some])
        for event in some:
            if event.date:
                yield _entry(draft, event, now).to_ical()
    yield _END


def days_of(when: Date) -> tuple[date, date, bool]:
    """The first and last day that a date takes in a calendar, and whether it is just these days."""
    start, end = when.ends
    if start and end and when.earliest and when.latest:
        is_exact = not when.is_circa and when.precision == "day"
        return when.earliest, when.latest, is_exact
    known = start or end  # of an open interval no more than its one end is known
    first = (known and known.earliest) or when.earliest or when.latest
    last = (known and known.latest) or when.latest or when.earliest
    assert first, "a date has a day at one end"
    assert last
    return first, last, False


def _entry(draft: Draft, event: Event, now: datetime) -> "Entry":
    from icalendar import Event as Entry

    assert event.date
    lookup, wording = draft.lookup, draft.wording
    mark = training_mark(lookup.reader, wording)
    first, last, is_exact = days_of(event.date)
    title = shown_name(lookup, wording, event.pk)
    shown = title if is_exact else f"{title} ({wording.date(event.date)})"
    entry = Entry()
    entry.add("uid", event.id)
    entry.add("dtstamp", now)
    entry.add("summary", cleaned(f"{mark}: {shown}" if mark else shown))
    moment = _moment(event, first) if is_exact and first == last else None
    if moment:
        entry.add("dtstart", moment)
    else:
        entry.add("dtstart", first)
        if last < date.max:
            entry.add("dtend", last + timedelta(days=1))
        entry.add("transp", "TRANSPARENT")  # nobody is busy for a whole day, still less for a month
    if event.announced or not is_exact:
        entry.add("status", "TENTATIVE")
    _add_place(draft, entry, event.place)
    entry.add("categories", [wording.label("event_kind", event.event_kind), *([mark] if mark else [])])
    entry.add("description", cleaned("\n".join(_lines(draft, event, told=moment is not None))))
    if event.part_of:
        above = lookup.one(Event, event.part_of)
        entry.add("related-to", above.id, parameters={"RELTYPE": "PARENT"})
    return entry


def _add_place(draft: Draft, entry: "Entry", pk: int | None) -> None:
    if pk is None:
        return
    place = draft.lookup.one(Place, pk)
    above = [place.parent] if place.parent else []
    entry.add("location", cleaned(", ".join(draft.name(each) for each in (pk, *above))))
    if place.latitude is not None and place.longitude is not None:
        entry.add("geo", (place.latitude, place.longitude))


def _lines(draft: Draft, event: Event, *, told: bool) -> Iterator[str]:
    """What there is to say of an event; `told` where its time stands in the calendar already."""
    lookup, wording = draft.lookup, draft.wording
    say = wording.say
    if mark := training_mark(lookup.reader, wording):
        yield mark
    yield str(event_phrase(draft, event))
    if event.local_time and not told:
        if event.zone:
            yield say("{time}, time zone {zone}", time=event.local_time, zone=event.zone)
        else:
            yield say("{time} local time; the time zone is not recorded", time=event.local_time)
    by_role: dict[str, list[str]] = {}
    for part in rel.participants(lookup, event.pk):
        by_role.setdefault(part.role, []).append(draft.name(part.party))
    for role, names in by_role.items():
        yield f"{wording.label('participation_role', role)}: {', '.join(names)}"
    if event.initiative:
        yield f"{wording.label('kind', 'initiative')}: {draft.name(event.initiative)}"
    if sources := sources_of(lookup, wording, event.pk):
        yield f"{wording.label('kinds', 'source')}: {sources}"


def _moment(event: Event, day: date) -> datetime | None:
    """When an event begins, where its time and zone are recorded."""
    if not (event.local_time and event.zone):
        return None
    try:
        return datetime.combine(day, time.fromisoformat(event.local_time), ZoneInfo(event.zone))
    except (ValueError, ZoneInfoNotFoundError):
        return None


def _zones(scope: Scope, pks: Sequence[int]) -> Iterator[tuple[str, date, date]]:
    """The time zones that events need, and for which time."""
    rows = scope.reader.rows(
        "SELECT zone, min(date_earliest), max(date_latest) FROM event WHERE local_time IS NOT NULL "
        "AND zone IS NOT NULL AND pk IN (SELECT value FROM json_each(:pks)) "
        "AND date_earliest IS NOT NULL AND date_latest IS NOT NULL GROUP BY zone ORDER BY zone",
        pks=json_list(pks),
    )
    for name, first, last in rows:
        try:
            ZoneInfo(name)
        except (ValueError, ZoneInfoNotFoundError):
            continue
        yield name, date(int(first[:4]), 1, 1), date(min(int(last[:4]) + 1, 9998), 1, 1)
