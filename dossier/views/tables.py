"""Records of a kind as rows of words, for lists that leave the program; dates stay EDTF, so that they sort.

The columns have the same names in every language, for whoever reads the list by program. None of them is one
for names of people, so that no list but that of people is taken for contacts when it is imported.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from dossier.language import Wording
from dossier.model.dates import Date
from dossier.model.records import (
    Citation,
    ContactPoint,
    Event,
    Initiative,
    Involvement,
    Organization,
    Paragraph,
    Participation,
    Passage,
    Place,
    Source,
    Statement,
)
from dossier.views import relations as rel
from dossier.views.draft import Draft
from dossier.views.initiative_blocks import latest_status, status_phrase
from dossier.views.lookup import Lookup
from dossier.views.names import acronym_of, learn_names, shown_name, source_name, text_of
from dossier.views.said_blocks import event_phrase

if TYPE_CHECKING:
    from dossier.store import Reader

COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "organization": ("organization", "acronym", "kind", "parent", "country", "phone", "email", "address",
                     "web", "sources", "id"),
    "initiative": ("initiative", "kind", "period", "status", "involved", "places", "aim", "sources", "id"),
    "event": ("event", "kind", "date", "time", "zone", "what_is_known", "place", "participants",
              "initiative", "part_of", "sources", "id"),
    "statement": ("statement", "nature", "on", "speakers", "addressees", "about", "event", "place",
                  "sources", "id"),
    "place": ("place", "kind", "code", "parent", "existed", "latitude", "longitude", "sources", "id"),
    "source": ("source", "kind", "publisher", "author", "published", "retrieved", "language", "url", "id"),
}  # fmt: skip

_BETWEEN = "; "
_AT_ONCE = 200


def table_rows(
    reader: "Reader", wording: Wording, today: date, kind: str, pks: Sequence[int]
) -> Iterator[tuple[str, ...]]:
    """The rows of records of a kind, whose columns are `COLUMNS`."""
    for start in range(0, len(pks), _AT_ONCE):
        yield from _Rows(reader, wording, today).of(kind, pks[start : start + _AT_ONCE])


def sources_of(lookup: Lookup, wording: Wording, pk: int) -> str:
    """The names of the sources that a record itself is cited to."""
    passages = [citation.passage for citation in lookup.of(Citation, "of", pk)]
    paragraphs = [each.paragraph for each in lookup.some(Passage, passages)]
    sources = dict.fromkeys(each.source for each in lookup.some(Paragraph, paragraphs))
    return _BETWEEN.join(source_name(lookup, wording, source) for source in sources)


class _Rows:
    """Some rows in the making, with what was read for them."""

    def __init__(self, reader: "Reader", wording: Wording, today: date) -> None:
        self._draft = Draft(reader, wording, today)
        self._wording = wording
        self._lookup: Lookup = self._draft.lookup

    def of(self, kind: str, pks: Sequence[int]) -> Iterator[tuple[str, ...]]:
        self._lookup.learn_records(pks)
        self._draft.learn(pks)
        for pk in pks:
            sources = () if kind == "source" else (sources_of(self._lookup, self._wording, pk),)
            yield (*_CELLS[kind](self, pk), *sources, self._lookup.record(pk).id)

    def organization(self, pk: int) -> Iterator[str]:
        record = self._lookup.one(Organization, pk)
        yield self._name(pk)
        yield acronym_of(self._lookup, self._wording, pk)
        yield self._wording.label("organization_kind", record.organization_kind)
        yield self._name(record.parent)
        yield self._name(record.country)
        points = self._lookup.of(ContactPoint, "of", pk)
        for kind in ("phone", "email", "address", "web"):
            yield _BETWEEN.join(point.value for point in points if point.contact_kind == kind)

    def initiative(self, pk: int) -> Iterator[str]:
        record = self._lookup.one(Initiative, pk)
        status = latest_status(self._draft, pk)
        parts = self._lookup.of(Involvement, "initiative", pk)
        yield self._name(pk)
        yield self._wording.label("initiative_kind", record.initiative_kind)
        yield _edtf(record.period)
        yield str(status_phrase(self._draft, status)) if status else ""
        yield self._by_role("involvement_role", ((part.role, part.party) for part in parts))
        yield self._names(each.place for each in rel.coverage_of(self._lookup, pk))
        yield text_of(self._lookup, self._wording, pk, "aim")

    def event(self, pk: int) -> Iterator[str]:
        record = self._lookup.one(Event, pk)
        parts: Iterable[Participation] = rel.participants(self._lookup, pk)
        yield self._name(pk)
        yield self._wording.label("event_kind", record.event_kind)
        yield from (_edtf(record.date), record.local_time or "", record.zone or "")
        yield str(event_phrase(self._draft, record))
        yield self._name(record.place)
        yield self._by_role("participation_role", ((part.role, part.party) for part in parts))
        yield self._name(record.initiative)
        yield self._name(record.part_of)

    def statement(self, pk: int) -> Iterator[str]:
        record = self._lookup.one(Statement, pk)
        yield text_of(self._lookup, self._wording, pk, "statement")
        yield self._wording.label("nature", record.nature)
        yield _edtf(record.on)
        for role in ("speaker", "addressee", "about"):
            yield self._names(link.to for link in rel.links_of(self._lookup, pk, role))
        yield self._name(record.event)
        yield self._name(record.place)

    def place(self, pk: int) -> Iterator[str]:
        record = self._lookup.one(Place, pk)
        yield self._name(pk)
        yield self._wording.label("place_kind", record.place_kind)
        yield record.code or ""
        yield self._name(record.parent)
        yield _edtf(record.existed)
        yield from ("" if each is None else str(each) for each in (record.latitude, record.longitude))

    def source(self, pk: int) -> Iterator[str]:
        record = self._lookup.one(Source, pk)
        yield self._name(pk)
        yield self._wording.label("source_kind", record.source_kind)
        yield from (record.publisher or "", record.author or "")
        yield from (_edtf(record.published), _edtf(record.retrieved))
        yield from (record.language or "", record.url or "")

    def _name(self, pk: int | None) -> str:
        return "" if pk is None else shown_name(self._lookup, self._wording, pk)

    def _names(self, pks: Iterable[int]) -> str:
        wanted = tuple(dict.fromkeys(pks))
        learn_names(self._lookup, wanted)
        return _BETWEEN.join(map(self._name, wanted))

    def _by_role(self, table: str, parts: Iterable[tuple[str, int]]) -> str:
        by_role: dict[str, list[int]] = {}
        for role, party in parts:
            by_role.setdefault(role, []).append(party)
        return "\n".join(
            f"{self._wording.label(table, role)}: {self._names(parties)}" for role, parties in by_role.items()
        )


_CELLS: dict[str, Callable[[_Rows, int], Iterator[str]]] = {
    "organization": _Rows.organization,
    "initiative": _Rows.initiative,
    "event": _Rows.event,
    "statement": _Rows.statement,
    "place": _Rows.place,
    "source": _Rows.source,
}


def _edtf(value: Date | None) -> str:
    return value.text if value else ""
