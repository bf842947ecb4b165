"""What becomes of each entity: a record with an id of its own, with references by id, and its parts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from dossier.intake.contacts.person_names import language_of
from dossier.intake.contacts.phones import read_phones
from dossier.intake.contacts.reasons import BadRowError
from dossier.intake.ftm.reading import Entity
from dossier.model.dates import Date, parse_date
from dossier.model.errors import DossierError
from dossier.model.ftm import CONTACTS, keyed, said, unsaid, values_said
from dossier.model.records import BY_KIND, Record


@dataclass(frozen=True, slots=True)
class Ref:
    """Another record, by its id."""

    id: str


@dataclass(slots=True)
class Part:
    """A record without an id of its own in the file: known among the parts of its owner by kind and key."""

    kind: str
    key: str
    values: dict[str, Any]


@dataclass(slots=True)
class Planned:
    """A record: its values, the later ones (references to its own kind) apart, and its parts."""

    id: str
    kind: str
    values: dict[str, Any]
    later: dict[str, Ref] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)

    @property
    def refs(self) -> list[Ref]:
        return [value for value in self.values.values() if isinstance(value, Ref)]

    @property
    def record_class(self) -> type[Record]:
        return BY_KIND[self.kind]


def date_of(text: str | None) -> Date | None:
    """A date that can be read; None else."""
    try:
        return parse_date(text) if text else None
    except DossierError:
        return None


def choice_of(found: Iterable[str], choices: Iterable[str], other: str) -> str:
    """The first value that is one of the choices; else another one."""
    known = set(choices)
    return next((each for each in found if each in known), other)


def choices(kind: str, name: str) -> tuple[str, ...]:
    from dossier.model.fields import specs

    return specs(BY_KIND[kind])[name].choices


def annotations(entity: Entity) -> Iterator[Part]:
    """Tags and notes of any entity."""
    for label in unsaid(entity.all("keywords"), "kind", "code", "nature"):
        if label not in ("announced", "fictional", "untitled"):
            yield Part("tag", label, {"label": label})
    for text in unsaid(entity.all("notes"), "phone"):
        yield Part("note", text, {"text": text, "marking": None})


def names(entity: Entity, *, is_person: bool) -> Iterator[Part]:
    """The names; the first is taken for the official one, the others of its property for translations."""
    further = "transliteration" if is_person else "translation"
    kinds = (("name", "official"), ("alias", "alias"), ("previousName", "former"), ("weakAlias", "acronym"))
    seen = set()
    for name, kind in kinds:
        for number, text in enumerate(entity.all(name)):
            if text in seen:
                continue
            seen.add(text)
            values = {
                "text": text,
                "language": language_of(text),
                "name_kind": further if kind == "official" and number else kind,
                "family": _within(text, entity.all("lastName")),
                "given": _within(text, entity.all("firstName")),
                "patronymic": _within(text, entity.all("fatherName")),
            }
            yield Part("name", text, values)


def texts(entity: Entity, fields: dict[str, str]) -> Iterator[Part]:
    """The texts of a record by the property of each of its fields; a language has but one of a field."""
    for text_field, name in fields.items():
        if name == "description":
            found = values_said(entity.properties, name, text_field)
        else:
            found = list(entity.all(name))
        spoken = set[str]()
        for number, text in enumerate(dict.fromkeys(found)):
            tags = (language_of(text), "und", "mis", "zxx")
            language = next((tag for tag in tags if tag not in spoken), None)
            if language:
                spoken.add(language)
                values = {"field": text_field, "language": language, "text": text, "translated": number > 0}
                yield Part("text", said(text_field, text), values)


def contacts(entity: Entity) -> Iterator[Part]:
    """The contact points; a phone is written as those of contact lists are."""
    found = [(kind, value) for kind, name in CONTACTS.items() for value in entity.all(name)]
    found += [("phone", value) for value in values_said(entity.properties, "notes", "phone")]
    seen = set()
    for kind, value in found:
        if (kind, keyed(kind, value)) not in seen:
            seen.add((kind, keyed(kind, value)))
            shown = _phone(value) if kind == "phone" else value
            values = {"contact_kind": kind, "value": shown, "label": None, "confirmed": None}
            yield Part("contact_point", keyed(kind, value), values)


def _phone(value: str) -> str:
    try:
        phones, _ = read_phones(value)
    except BadRowError:
        return value
    shown = phones[0].value if len(phones) == 1 else value
    return shown if keyed("phone", shown) == keyed("phone", value) else value


def _within(text: str, values: Iterable[str]) -> str | None:
    """The part of a name that stands in it."""
    words = text.split()
    return next((each for each in values if set(each.split()) <= set(words)), None)
