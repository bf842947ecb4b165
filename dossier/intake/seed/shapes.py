"""What a seed may hold: tables made from the kinds of records, so that a new field needs no line here.

A record is a table; what is part of it (names, posts, statuses) is a list of tables in it, and its texts are
tables by language. A reference is written as the slug of the record meant.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import msgspec

from dossier.model import records as r
from dossier.model.fields import FieldSpec, FieldType, specs

TABLES: dict[str, type[r.Record]] = {
    record_class.kind: record_class
    for record_class in (r.Source, r.Place, r.Organization, r.Person, r.Initiative, r.Event, r.Statement)
}
"""The tables of a seed file (`[person.sarwar]`), in the order in which they are written to a dossier."""


@dataclass(frozen=True, slots=True)
class Part:
    """A list of tables within a record: the kind of its items, and the field of theirs that points back."""

    record_class: type[r.Record]
    owner: str


@dataclass(frozen=True, slots=True)
class Links:
    """A list of slugs within a statement: the role of those it names."""

    role: str


_NAMES = {"names": Part(r.Name, "of")}
_CONTACTS = {"contacts": Part(r.ContactPoint, "of")}
_NOTES = {"notes": Part(r.Note, "of"), "tags": Part(r.Tag, "of")}

PARTS: dict[str, dict[str, Part]] = {
    "person": _NAMES | {"posts": Part(r.Post, "person")} | _CONTACTS | _NOTES,
    "organization": _NAMES | {"offices": Part(r.Office, "organization")} | _CONTACTS | _NOTES,
    "place": _NAMES | {"former_codes": Part(r.FormerCode, "place")} | _NOTES,
    "post": {"attested": Part(r.Attestation, "post"), "remits": Part(r.Remit, "post")},
    "initiative": {
        "statuses": Part(r.Status, "initiative"),
        "involvements": Part(r.Involvement, "initiative"),
        "covers": Part(r.Coverage, "initiative"),
        **_NOTES,
    },
    "event": {"participants": Part(r.Participation, "event"), **_NOTES},
    "statement": _NOTES,
    "source": {"paragraphs": Part(r.Paragraph, "source")},
}

LINKS: dict[str, dict[str, Links]] = {
    "statement": {"speakers": Links("speaker"), "addressees": Links("addressee"), "about": Links("about")}
}

TEXTS: dict[str, tuple[str, ...]] = {
    "person": r.FORMS_OF_ADDRESS,
    "post": ("title", "remit"),
    "initiative": ("title", "short_title", "aim", "beneficiaries", "summary"),
    "event": ("title", "short_title", "summary"),
    "statement": ("statement",),
    "paragraph": ("summary",),
}
"""The fields that stand in several languages, by kind; the first one is what the record cannot do without,
unless it is one of `NO_TRANSLATIONS`.
"""

NO_TRANSLATIONS = frozenset(r.FORMS_OF_ADDRESS)
"""Texts of which each language has its own: none is needed, and none is a translation of another."""

CITED_AS = {"short_title": "title", "form_of_address_written": "form_of_address_spoken"}
"""Texts that are cited like another one, unless the seed says otherwise."""

CITED_BY_DEFAULT = {"name": "text", "attestation": "on", "status": "status"}
"""The field that a citation is of where it names none; elsewhere it is of the whole record."""


class Languages(msgspec.Struct, forbid_unknown_fields=True):
    """A text in English, and its translations."""

    en: str
    ru: str | None = None
    kk: str | None = None


class OwnLanguages(msgspec.Struct, forbid_unknown_fields=True):
    """A text of which each language has its own."""

    en: str | None = None
    ru: str | None = None
    kk: str | None = None


class Cite(msgspec.Struct, forbid_unknown_fields=True):
    """A citation written out; `at` reads "article 5, 12-80", a rule is English or stands in languages."""

    at: str
    stated: str | None = None
    basis: Literal["stated", "derived", "reference", "translation"] | None = None
    rule: str | Languages | None = None


_OWNERS = {part.record_class.kind: part.owner for parts in PARTS.values() for part in parts.values()}


@cache
def written(kind: str) -> dict[str, str]:
    """The plain fields of a kind by how a seed spells them: `kind` stands for `event_kind` and the like."""
    record_class = r.BY_KIND[kind]
    names = (name for name in specs(record_class) if name != _OWNERS.get(kind))
    return {"kind" if name.endswith("_kind") else name: name for name in names}


@cache
def shape(kind: str) -> type[msgspec.Struct]:
    """The struct that checks the table of a kind. Its parts stay plain tables: each is checked by itself."""
    record_class = r.BY_KIND[kind]
    fields: list[tuple[str, Any, Any]] = []
    for name, field in written(kind).items():
        spec = specs(record_class)[field]
        if spec.required and spec.type is not FieldType.FLAG:
            fields.append((name, _type(spec), msgspec.NODEFAULT))
        else:
            fields.append((name, _type(spec) | None, None))
    for name in TEXTS.get(kind, ()):
        languages = OwnLanguages if name in NO_TRANSLATIONS else Languages
        fields.append((name, languages | None, None))
    fields += [(name, list[dict[str, Any]], ()) for name in PARTS.get(kind, {})]
    fields += [(name, list[str], ()) for name in LINKS.get(kind, {})]
    fields.append(("cite", Any, None))
    return msgspec.defstruct(record_class.__name__, fields, kw_only=True, forbid_unknown_fields=True)


_TYPES = {
    FieldType.TEXT: str,
    FieldType.DATE: str,
    FieldType.REFERENCE: str,
    FieldType.NUMBER: int,
    FieldType.DECIMAL: float,
    FieldType.FLAG: bool,
}


def _type(spec: FieldSpec) -> Any:
    return Literal[spec.choices] if spec.choices else _TYPES[spec.type]
