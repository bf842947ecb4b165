"""The lists of the window: initiatives, regions with what goes on in them, and how many records there are."""

from collections import Counter
from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from dossier.language import Wording
from dossier.model.records import (
    Coverage,
    Event,
    Initiative,
    Involvement,
    Organization,
    Person,
    Place,
    Source,
    Statement,
    Status,
)
from dossier.store import json_list
from dossier.views import relations as rel
from dossier.views.draft import Draft
from dossier.views.initiative_blocks import is_first_level, latest_status, status_facts, status_phrase
from dossier.views.lookup import Lookup
from dossier.views.names import learn_names, shown_name
from dossier.views.values import ListRow, RegionRow

if TYPE_CHECKING:
    from dossier.store import Reader


def initiatives(reader: "Reader", wording: Wording, today: date) -> tuple[ListRow, ...]:
    """Every initiative, in alphabetical order, with who takes part, where, and its status as stated."""
    draft = Draft(reader, wording, today)
    return _rows(draft, reader.all(Initiative))


def regions(
    reader: "Reader", wording: Wording, day: date | None = None, *, all: bool = False
) -> tuple[RegionRow, ...]:
    """The regions with something to show, in alphabetical order; with `all`, every place of the first level.

    The first level of Kazakhstan is its regions and three cities, each with an ISO 3166-2 code. Those that
    were no units of their own on a day say so.
    """
    lookup = Lookup(reader, day)
    places = [place for place in reader.all(Place) if is_first_level(place)]
    if not all:
        places = [place for place in places if place.place_kind == "region"]
    pks = [place.pk for place in places]
    learn_names(lookup, pks)
    lookup.of(Coverage, "place", *pks)
    lookup.of(Place, "parent", *pks)
    rows = [_region(lookup, wording, place) for place in places]
    shown = [row for row in rows if all or row.initiatives or row.events or row.contacts]
    return tuple(sorted(shown, key=lambda row: wording.sort_key(row.name)))


def counts(reader: "Reader") -> dict[str, int]:
    """How many records of each main kind there are."""
    kinds = (Person, Organization, Initiative, Event, Statement, Place, Source)
    return {kind.kind: reader.count(kind) for kind in kinds}


def counts_of(reader: "Reader", pks: Collection[int]) -> dict[str, int]:
    """How many there are of each kind among records, regions apart from other places."""
    counts = dict(Counter(reader.kinds(pks).values()))
    sql = (
        "SELECT count(*) FROM place WHERE place_kind = 'region' AND pk IN (SELECT value FROM json_each(:pks))"
    )
    if regions := reader.rows(sql, pks=json_list(pks))[0][0]:
        counts["region"] = regions
        counts["place"] -= regions
    return counts


def shown_kind(reader: "Reader", pk: int) -> str:
    """The kind of a record as a user knows it: a place of kind region is a region."""
    return Lookup(reader).shown_kind(pk)


def _rows(draft: Draft, found: tuple[Initiative, ...]) -> tuple[ListRow, ...]:
    pks = [each.pk for each in found]
    parts = draft.lookup.of(Involvement, "initiative", *pks)
    draft.learn(pks, [part.party for part in parts])
    draft.sources.learn(status.pk for status in draft.lookup.of(Status, "initiative", *pks))
    rel.coverage_of(draft.lookup, *pks)
    rows = [_row(draft, each) for each in found]
    return tuple(sorted(rows, key=lambda row: draft.wording.sort_key(row.name)))


def _row(draft: Draft, initiative: Initiative) -> ListRow:
    parts = draft.lookup.of(Involvement, "initiative", initiative.pk)
    details = [", ".join(draft.name(part.party, short=True) for part in parts), _where(draft, initiative.pk)]
    status = latest_status(draft, initiative.pk)
    return ListRow(
        pk=initiative.pk,
        kind=Initiative.kind,
        name=draft.name(initiative.pk, short=True),
        detail=" · ".join(part for part in (*details, _status(draft, status)) if part),
        when=draft.wording.date(initiative.period, "short") if initiative.period else "",
    )


def _where(draft: Draft, initiative: int) -> str:
    """One place by name, several regions by number."""
    places = draft.lookup.some(Place, [each.place for each in rel.coverage_of(draft.lookup, initiative)])
    regions = [place for place in places if place.place_kind == "region"]
    if len(regions) > 1:
        return draft.wording.count("{n} region", "{n} regions", len(regions))
    return ", ".join(draft.name(place.pk, short=True) for place in regions or places)


def _status(draft: Draft, status: Status | None) -> str:
    """The first words of the status and since when it stands unconfirmed."""
    if not status:
        return ""
    draft.sources.learn(pk for pk, _ in status_facts(status))
    return status_phrase(draft, status).clauses[0]


def _region(lookup: Lookup, wording: Wording, place: Place) -> RegionRow:
    covering = [each.initiative for each in lookup.of(Coverage, "place", place.pk)]
    learn_names(lookup, covering)
    events = lookup.of(Event, "place", *rel.places_in(lookup, place.pk))
    about = rel.statements_about(lookup, *covering, place.pk)
    speakers = {link.to for each in about for link in rel.links_of(lookup, each.pk, "speaker")}
    rows = [_region_row(lookup, wording, pk) for pk in dict.fromkeys(covering)]
    return RegionRow(
        pk=place.pk,
        code=place.code or "",
        name=shown_name(lookup, wording, place.pk),
        initiatives=len(rows),
        events=len(events),
        contacts=len(rel.contacts_of(lookup, *sorted(speakers))),
        rows=tuple(rows),
        absent=_absent(wording, place, lookup.until),
    )


def _absent(wording: Wording, place: Place, day: date | None) -> str:
    """That a region was no unit of its own on a day, as far as the dossier says."""
    existed = place.existed
    if not (existed and day):
        return ""
    start, end = existed.ends
    if start and start.earliest and start.earliest > day:
        return wording.say("no unit of its own then: exists {since}", since=wording.date(start, "from"))
    if end and end.latest and end.latest < day:
        return wording.say("no unit of its own then: existed {until}", until=wording.date(end, "until"))
    return ""


def _region_row(lookup: Lookup, wording: Wording, pk: int) -> ListRow:
    parties = [part.party for part in lookup.of(Involvement, "initiative", pk)]
    detail = ", ".join(shown_name(lookup, wording, party, short=True) for party in parties)
    return ListRow(pk, Initiative.kind, shown_name(lookup, wording, pk, short=True), detail)
