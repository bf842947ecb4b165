"""What the facts rest on, and what a user adds to them: sources, citations, notes and tags."""

from dataclasses import dataclass
from typing import ClassVar

from dossier.model import fields as f
from dossier.model.dates import Date
from dossier.model.record import Record

BASES = ("stated", "derived", "reference", "translation")


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
    """What facts are cited to: a document, what somebody told, named reference data; the unknown stays None.

    A `conversation` with an author and no title is a phone call with them, worded for whoever reads it.
    `sha256` is the hash of the original's bytes; its paragraphs are `Paragraph`. A `fictional` one was made
    up, for training: a dossier that holds one is marked wherever it is shown, printed or exported.
    """

    kind: ClassVar[str] = "source"
    source_kind: str = f.choice("article", "reference", "document", "list", "conversation")
    title: str | None = f.text()
    publisher: str | None = f.text()
    author: str | None = f.text()
    dateline: str | None = f.text()
    published: Date | None = f.edtf()
    retrieved: Date | None = f.edtf()
    language: str | None = f.text()
    sha256: str | None = f.text()
    url: str | None = f.text()
    fictional: bool = f.flag()


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
