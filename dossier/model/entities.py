"""People, organizations and places, what they are called, the posts held, and how to reach them."""

from dataclasses import dataclass
from typing import ClassVar

from dossier.model import fields as f
from dossier.model.dates import Date
from dossier.model.record import PARTIES, Record


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
class Place(Record):
    """A country, region (first level, ISO 3166-2), city, building or area; places nest.

    `latitude` and `longitude` are WGS 84 degrees; `existed` is the time for which it is or was a unit of its
    own, where that is known.
    """

    kind: ClassVar[str] = "place"
    place_kind: str = f.choice("country", "region", "city", "building", "area")
    code: str | None = f.text()
    parent: int | None = f.reference("place")
    latitude: float | None = f.decimal()
    longitude: float | None = f.decimal()
    existed: Date | None = f.edtf()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerCode(Record):
    """A code a place had before, with the time it held."""

    kind: ClassVar[str] = "former_code"
    place: int = f.part_of("place")
    code: str = f.text(required=True)
    held: Date | None = f.edtf()


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


FORMS_OF_ADDRESS = ("form_of_address_spoken", "form_of_address_written")
"""How a person is addressed, face to face and in a letter; each language has its own, and translates none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Record):
    """One field of a record in one language (title, aim, statement); `translated`: it is not the original.

    Of a citation's rule only the translations stand here.
    """

    kind: ClassVar[str] = "text"
    of: int = f.part_of()
    field: str = f.choice(
        "title", "short_title", "aim", "beneficiaries", "statement", "remit", "summary", "rule",
        *FORMS_OF_ADDRESS,
    )  # fmt: skip
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
class ContactPoint(Record):
    """A phone, e-mail, address or web page, with a label and the day it was last confirmed."""

    kind: ClassVar[str] = "contact_point"
    of: int = f.part_of(*PARTIES)
    contact_kind: str = f.choice("phone", "email", "address", "web")
    value: str = f.text(required=True)
    label: str | None = f.text()
    confirmed: Date | None = f.edtf()
