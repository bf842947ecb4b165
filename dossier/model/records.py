"""The kinds of records, by the vocabulary of the design; relations are records too.

Adding a field is one line here: the table, its constraints, undo, checks and exchange follow from it.
References hold a `pk`, local to the file; texts that may stand in several languages are `Text` records.
"""

from dataclasses import dataclass
from typing import ClassVar

from dossier.model import fields as f
from dossier.model.dates import Date

BASES = ("stated", "derived", "reference", "translation")
NATURES = ("said", "stressed", "announced", "asked", "offered", "committed", "discussed", "described")
PARTIES = ("person", "organization")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Anything with an id, citations and a history. `pk` and `id` are given by the store on writing."""

    kind: ClassVar[str]
    pk: int = 0
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """A human being; how they are called stands in `Name`, what they do in `Post`."""

    kind: ClassVar[str] = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization(Record):
    """A state, ministry, UN body or other organization, with the one it lies below."""

    kind: ClassVar[str] = "organization"
    organization_kind: str = f.choice(
        "state", "ministry", "unit", "igo", "un_body", "un_agency", "ngo", "company", "group", "other"
    )
    parent: int | None = f.reference("organization")
    country: int | None = f.reference("place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Record):
    """A place where an organization sits."""

    kind: ClassVar[str] = "office"
    organization: int = f.part_of("organization")
    place: int = f.reference("place", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Record):
    """A name of a person, organization or place; `language` is a BCP 47 tag (en, ru, kk-Cyrl, kk-Latn).

    `official` is the person's own spelling, or the official name; the rest are other ways to be found.
    """

    kind: ClassVar[str] = "name"
    of: int = f.part_of("person", "organization", "place")
    text: str = f.text(required=True)
    language: str = f.text(required=True)
    name_kind: str = f.choice(
        "official", "short", "acronym", "former", "alias", "transliteration", "translation"
    )
    family: str | None = f.text()
    given: str | None = f.text()
    patronymic: str | None = f.text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Record):
    """One field of a record in one language (title, aim, statement); `translated`: it is not the original."""

    kind: ClassVar[str] = "text"
    of: int = f.part_of()
    field: str = f.choice("title", "short_title", "aim", "beneficiaries", "statement", "remit", "summary")
    language: str = f.text(required=True)
    text: str = f.text(required=True)
    translated: bool = f.flag()


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Record):
    """A person at an organization; its title is `Text`, the days a source attests it are `Attestation`.

    `held` is the interval where it is known: an article proves a post on its day, not its start nor today.
    """

    kind: ClassVar[str] = "post"
    person: int = f.part_of("person")
    organization: int = f.part_of("organization")
    place: int | None = f.reference("place")
    held: Date | None = f.edtf()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation(Record):
    """A day on which a source shows the post as held."""

    kind: ClassVar[str] = "attestation"
    post: int = f.part_of("post")
    on: Date | None = f.edtf()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remit(Record):
    """A place a post answers for, where a source says so; topics of a remit are `Text`."""

    kind: ClassVar[str] = "remit"
    post: int = f.part_of("post")
    place: int = f.reference("place", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative(Record):
    """A project, programme, resolution, proposal, declaration or election; title and aim are `Text`."""

    kind: ClassVar[str] = "initiative"
    initiative_kind: str = f.choice(
        "project", "programme", "resolution", "proposal", "declaration", "election", "policy", "other"
    )
    period: Date | None = f.edtf()


@dataclass(frozen=True, slots=True, kw_only=True)
class Status(Record):
    """What an initiative was on a day, as the source words it; the day may be unknown."""

    kind: ClassVar[str] = "status"
    initiative: int = f.part_of("initiative")
    status: str = f.choice(
        "announced",
        "proposed",
        "described",
        "adopted",
        "declared",
        "elected",
        "opened",
        "closed",
        "withdrawn",
    )
    on: Date | None = f.edtf()


@dataclass(frozen=True, slots=True, kw_only=True)
class Involvement(Record):
    """A person's or organization's part in an initiative."""

    kind: ClassVar[str] = "involvement"
    initiative: int = f.part_of("initiative")
    party: int = f.part_of(*PARTIES)
    role: str = f.choice(
        "proposer", "sponsor", "adopter", "implementer", "partner", "beneficiary", "candidate", "member_of"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage(Record):
    """A place an initiative takes place in or is meant for."""

    kind: ClassVar[str] = "coverage"
    initiative: int = f.part_of("initiative")
    place: int = f.part_of("place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """Something that happens at a date and place; `announced` when the source only foretells it."""

    kind: ClassVar[str] = "event"
    event_kind: str = f.choice(
        "visit", "meeting", "summit", "trip", "observance", "term", "relations", "other"
    )
    date: Date | None = f.edtf()
    local_time: str | None = f.text()
    zone: str | None = f.text()
    place: int | None = f.reference("place")
    announced: bool = f.flag()
    part_of: int | None = f.reference("event")
    initiative: int | None = f.reference("initiative")


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation(Record):
    """A person's or organization's part in an event."""

    kind: ClassVar[str] = "participation"
    event: int = f.part_of("event")
    party: int = f.part_of(*PARTIES)
    role: str = f.choice("host", "guest", "speaker", "participant", "subject")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Record):
    """What was said, offered, announced; the words are `Text`, who and about what `StatementLink`."""

    kind: ClassVar[str] = "statement"
    nature: str = f.choice(*NATURES)
    on: Date | None = f.edtf()
    event: int | None = f.reference("event")
    place: int | None = f.reference("place")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLink(Record):
    """Who speaks, to whom, and what a statement is about."""

    kind: ClassVar[str] = "statement_link"
    statement: int = f.part_of("statement")
    to: int = f.part_of("person", "organization", "initiative", "event", "place")
    role: str = f.choice("speaker", "addressee", "about")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Record):
    """A country, region (first level, ISO 3166-2), city, building or area; places nest.

    `latitude` and `longitude` are WGS 84 degrees.
    """

    kind: ClassVar[str] = "place"
    place_kind: str = f.choice("country", "region", "city", "building", "area")
    code: str | None = f.text()
    parent: int | None = f.reference("place")
    latitude: float | None = f.decimal()
    longitude: float | None = f.decimal()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerCode(Record):
    """A code a place had before, with the time it held."""

    kind: ClassVar[str] = "former_code"
    place: int = f.part_of("place")
    code: str = f.text(required=True)
    held: Date | None = f.edtf()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPoint(Record):
    """A phone, e-mail, address or web page, with a label and the day it was last confirmed."""

    kind: ClassVar[str] = "contact_point"
    of: int = f.part_of(*PARTIES)
    contact_kind: str = f.choice("phone", "email", "address", "web")
    value: str = f.text(required=True)
    label: str | None = f.text()
    confirmed: Date | None = f.edtf()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Record):
    """Free text on a record, with a handling marking."""

    kind: ClassVar[str] = "note"
    of: int = f.part_of()
    text: str = f.text(required=True)
    marking: str | None = f.text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag(Record):
    """A label on a record."""

    kind: ClassVar[str] = "tag"
    of: int = f.part_of()
    label: str = f.text(required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """A document or named reference data that facts are cited to; what is unknown of it stays None.

    `sha256` is the hash of the original's bytes; its paragraphs are `Paragraph`.
    """

    kind: ClassVar[str] = "source"
    source_kind: str = f.choice("article", "reference", "document", "list")
    title: str | None = f.text()
    publisher: str | None = f.text()
    author: str | None = f.text()
    dateline: str | None = f.text()
    published: Date | None = f.edtf()
    retrieved: Date | None = f.edtf()
    language: str | None = f.text()
    sha256: str | None = f.text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Record):
    """A numbered paragraph (from 1): a summary in our words is its `Text`; the original, where attached."""

    kind: ClassVar[str] = "paragraph"
    source: int = f.part_of("source")
    number: int = f.number(required=True)
    original: str | None = f.text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Record):
    """A paragraph of a source, or a span of it.

    `start` and `end` count Unicode code points of the paragraph's original text, stripped of outer space;
    `exact`, `prefix`, `suffix` are the W3C Web Annotation text quote, filled once the original is attached.
    """

    kind: ClassVar[str] = "passage"
    paragraph: int = f.part_of("paragraph")
    start: int | None = f.number()
    end: int | None = f.number()
    exact: str | None = f.text()
    prefix: str | None = f.text()
    suffix: str | None = f.text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Record):
    """Ties a field of a record (`*`: the whole) to a passage, with the value as stated there and its basis.

    `rule` words how a derived value follows; `translator` and `checked` belong to a translation.
    """

    kind: ClassVar[str] = "citation"
    of: int = f.part_of()
    field: str = f.text(required=True)
    passage: int = f.part_of("passage")
    stated: str | None = f.text()
    basis: str = f.choice(*BASES)
    rule: str | None = f.text()
    translator: str | None = f.text()
    checked: bool = f.flag()
    confirmed: Date | None = f.edtf()


RECORD_CLASSES: tuple[type[Record], ...] = (
    Person, Organization, Office, Place, FormerCode, Name, Text, Post, Attestation, Remit, Initiative, Status,
    Involvement, Coverage, Event, Participation, Statement, StatementLink, ContactPoint, Note, Tag, Source,
    Paragraph, Passage, Citation,
)  # fmt: skip
BY_KIND: dict[str, type[Record]] = {record_class.kind: record_class for record_class in RECORD_CLASSES}
