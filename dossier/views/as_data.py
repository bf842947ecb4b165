"""A record as plain data, for the command line and whoever reads it by program: names, relations, citations.

Names are those of the owners, whatever the language of the window, so that scripts can rely on them.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from dossier.language import wording
from dossier.model.dates import Date
from dossier.model.fields import FieldType, specs
from dossier.model.records import (
    BY_KIND,
    FORMS_OF_ADDRESS,
    Attestation,
    Citation,
    ContactPoint,
    Coverage,
    Event,
    FormerCode,
    Involvement,
    Name,
    Note,
    Office,
    Organization,
    Paragraph,
    Passage,
    Place,
    Post,
    Record,
    Remit,
    Statement,
    StatementLink,
    Status,
    Tag,
    Text,
)
from dossier.views import relations as rel
from dossier.views.covering import WHOLE
from dossier.views.lookup import Lookup
from dossier.views.names import Own, source_name
from dossier.views.subjects import SUBJECTS, subject_of

if TYPE_CHECKING:
    from dossier.store import Reader

Data = dict[str, Any]

_OWN_TEXTS = {
    "initiative": ("title", "short_title", "aim", "beneficiaries", "summary"),
    "event": ("title", "short_title"),
    "statement": ("statement",),
}


def record_json(reader: "Reader", pk: int) -> Data:
    """A record with its fields, its relations by name, and its citations with those of its parts.

    A citation's `field` is that of the record, or "post.title" and the like for what is a record of its own.
    Raises KeyError where there is no such record.
    """
    return _Writer(reader).record(pk)


class _Writer:
    def __init__(self, reader: "Reader") -> None:
        self.lookup = Lookup(reader)
        self.own = Own(self.lookup)

    def record(self, pk: int) -> Data:
        pk = subject_of(self.lookup, pk)
        record = self.lookup.record(pk)
        data: Data = {"id": record.id, "kind": self.lookup.shown_kind(pk), "name": self.own.name(pk)}
        data.update(self._fields(record))
        texts = _OWN_TEXTS.get(record.kind, ())
        data.update((field, text) for field in texts if (text := self.own.text(pk, field)))
        data.update(_RELATIONS[record.kind](self, pk))
        data["notes"] = [note.text for note in self.lookup.of(Note, "of", pk)]
        data["tags"] = [tag.label for tag in self.lookup.of(Tag, "of", pk)]
        data["citations"] = self._citations(pk)
        return data

    def _fields(self, record: Record) -> Data:
        """Declared fields as they stand; a reference by name, a date as its EDTF text."""
        data: Data = {}
        for name, spec in specs(type(record)).items():
            value = getattr(record, name)
            if spec.type is FieldType.REFERENCE:
                value = None if value is None else self.own.name(value)
            data[name] = value.text if isinstance(value, Date) else value
        return data

    def names(self, pks: Iterable[int]) -> list[str]:
        return [self.own.name(pk) for pk in dict.fromkeys(pks)]

    def person(self, pk: int) -> Data:
        posts = rel.posts_of(self.lookup, pk)
        return {
            "names": self._names_of(pk),
            "posts": [self._post(post) for post in posts],
            "forms_of_address": self._forms_of_address(pk),
            **self._contacts(pk),
            **self._doings(pk),
        }

    def organization(self, pk: int) -> Data:
        people = rel.posts_at(self.lookup, pk)
        return {
            "names": self._names_of(pk),
            "acronym": next(
                (n.text for n in self.lookup.of(Name, "of", pk) if n.name_kind == "acronym"), None
            ),
            "below": self.names(each.pk for each in self.lookup.of(Organization, "parent", pk)),
            "offices": self.names(each.place for each in self.lookup.of(Office, "organization", pk)),
            "people": [{"name": self.own.name(post.person), **self._title(post)} for post in people],
            **self._contacts(pk),
            **self._doings(pk),
        }

    def initiative(self, pk: int) -> Data:
        statuses = self.lookup.of(Status, "initiative", pk)
        parts = self.lookup.of(Involvement, "initiative", pk)
        return {
            "statuses": [{"status": each.status, "on": _text(each.on)} for each in statuses],
            "involvements": [{"name": self.own.name(part.party), "role": part.role} for part in parts],
            "places": self._places(each.place for each in rel.coverage_of(self.lookup, pk)),
            "events": self.names(each.pk for each in self.lookup.of(Event, "initiative", pk)),
            "statements": self._statements(rel.statements_about(self.lookup, pk)),
        }

    def event(self, pk: int) -> Data:
        parts = rel.participants(self.lookup, pk)
        return {
            "participants": [{"name": self.own.name(part.party), "role": part.role} for part in parts],
            "parts": self.names(each.pk for each in self.lookup.of(Event, "part_of", pk)),
            "statements": self._statements(rel.statements_at(self.lookup, pk)),
        }

    def place(self, pk: int) -> Data:
        covering = [each.initiative for each in self.lookup.of(Coverage, "place", pk)]
        remits = self.lookup.some(Post, [each.post for each in self.lookup.of(Remit, "place", pk)])
        former = self.lookup.of(FormerCode, "place", pk)
        return {
            "names": self._names_of(pk),
            "former_codes": [{"code": each.code, "held": _text(each.held)} for each in former],
            "initiatives": [self._undertaking(each) for each in covering],
            "events": self.names(each.pk for each in self.lookup.of(Event, "place", pk)),
            "organizations": self.names(each.organization for each in self.lookup.of(Office, "place", pk)),
            "answered_for_by": self.names(post.person for post in remits),
            "statements": self._statements(rel.statements_about(self.lookup, pk)),
        }

    def statement(self, pk: int) -> Data:
        roles = (("speakers", "speaker"), ("addressees", "addressee"), ("about", "about"))
        return {
            key: self.names(link.to for link in rel.links_of(self.lookup, pk, role)) for key, role in roles
        }

    def source(self, pk: int) -> Data:
        paragraphs = self.lookup.of(Paragraph, "source", pk)
        shown = sorted(paragraphs, key=lambda each: each.number)
        return {
            "paragraphs": [
                {
                    "number": each.number,
                    "summary": self.own.text(each.pk, "summary"),
                    "original": each.original,
                }
                for each in shown
            ]
        }

    def _names_of(self, pk: int) -> list[Data]:
        found = self.lookup.of(Name, "of", pk)
        return [{"text": name.text, "language": name.language, "kind": name.name_kind} for name in found]

    def _forms_of_address(self, pk: int) -> list[Data]:
        texts = [text for text in self.lookup.of(Text, "of", pk) if text.field in FORMS_OF_ADDRESS]
        return [
            {"form": text.field.rpartition("_")[2], "language": text.language, "text": text.text}
            for text in texts
        ]

    def _post(self, post: Post) -> Data:
        days = [each.on for each in self.lookup.of(Attestation, "post", post.pk) if each.on]
        return {
            **self._title(post),
            "organization": self.own.name(post.organization),
            "place": self.own.name(post.place) if post.place else None,
            "held": _text(post.held),
            "attested": [day.text for day in days],
            "remit": self.names(each.place for each in rel.remits(self.lookup, post.pk)),
        }

    def _title(self, post: Post) -> Data:
        return {"title": self.own.text(post.pk, "title") or None}

    def _contacts(self, pk: int) -> Data:
        found = self.lookup.of(ContactPoint, "of", pk)
        return {
            "contacts": [
                {
                    "kind": each.contact_kind,
                    "value": each.value,
                    "label": each.label,
                    "confirmed": _text(each.confirmed),
                }
                for each in found
            ]
        }

    def _doings(self, pk: int) -> Data:
        parts = rel.involvements_of(self.lookup, pk)
        events = rel.participations_of(self.lookup, pk)
        return {
            "initiatives": [{**self._undertaking(part.initiative), "role": part.role} for part in parts],
            "events": [{"name": self.own.name(part.event), "role": part.role} for part in events],
            "statements": self._statements(rel.statements_by(self.lookup, pk)),
        }

    def _undertaking(self, initiative: int) -> Data:
        parties = [part.party for part in self.lookup.of(Involvement, "initiative", initiative)]
        return {"name": self.own.name(initiative), "by": self.names(parties)}

    def _places(self, pks: Iterable[int]) -> list[Data]:
        places = self.lookup.some(Place, pks)
        return [{"name": self.own.name(place.pk), "code": place.code} for place in places]

    def _statements(self, found: Iterable[Statement]) -> list[Data]:
        return [
            {"text": self.own.text(each.pk, "statement"), "nature": each.nature, "on": _text(each.on)}
            for each in found
        ]

    def _citations(self, pk: int) -> list[Data]:
        """Own citations first, then those of parts, of the parts of posts, and of what a person said."""
        posts = self.lookup.of(Post, "person", pk)
        spoken = rel.statements_by(self.lookup, pk)
        groups = [("", [self.lookup.record(pk), *self._parts(pk)])]
        groups += [("post.", list(self._parts(post.pk))) for post in posts]
        groups += [("statement.", [each, *self.lookup.of(Text, "of", each.pk)]) for each in spoken]
        return [
            self._citation(prefix + _cited_field(record, citation), citation)
            for prefix, records in groups
            for record in records
            for citation in self.lookup.of(Citation, "of", record.pk)
        ]

    def _parts(self, pk: int) -> Iterator[Record]:
        kind = self.lookup.kind(pk)
        for part, record_class in BY_KIND.items():
            for field, spec in specs(record_class).items():
                pointed_at = spec.part and (not spec.targets or kind in spec.targets)
                if pointed_at and part not in ("citation", "paragraph"):
                    yield from self.lookup.of(record_class, field, pk)

    def _citation(self, field: str, citation: Citation) -> Data:
        paragraph = self.lookup.one(Paragraph, self.lookup.one(Passage, citation.passage).paragraph)
        return {
            "field": field,
            "source": source_name(self.lookup, wording("en"), paragraph.source),
            "paragraph": paragraph.number,
            "stated": citation.stated,
            "basis": citation.basis,
        }


def _cited_field(record: Record, citation: Citation) -> str:
    """What a citation is of, as seen from the record a part belongs to."""
    match record:
        case Text():
            return record.field
        case Name():
            return "name"
        case Attestation():
            return "attested"
        case StatementLink():
            return record.role
    if record.kind in SUBJECTS:
        return citation.field
    return record.kind if citation.field == WHOLE else f"{record.kind}.{citation.field}"


_RELATIONS: dict[str, Callable[[_Writer, int], Data]] = {
    "person": _Writer.person,
    "organization": _Writer.organization,
    "initiative": _Writer.initiative,
    "event": _Writer.event,
    "place": _Writer.place,
    "statement": _Writer.statement,
    "source": _Writer.source,
}


def _text(value: Date | None) -> str | None:
    return value.text if value else None
