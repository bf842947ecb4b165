"""What the dossier and FollowTheMoney (the schema of version 3.8) say alike, for the ways out and back in.

What a schema has no property for, but a value for everybody, stands as `word: value` among keywords or in a
description; a reader that does not know these words shows them as they are.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from uuid import UUID, uuid5

from dossier.model.dates import Date, parse_date
from dossier.model.errors import DossierError

Properties = dict[str, list[str]]

ORGANIZATIONS: Final = {
    "state": "PublicBody", "ministry": "PublicBody", "unit": "Organization", "igo": "PublicBody",
    "un_body": "PublicBody", "un_agency": "PublicBody", "ngo": "Organization", "company": "Company",
    "group": "Organization", "other": "Organization",
}  # fmt: skip
"""The schema of an organization by its kind."""

NAMES: Final = {
    "official": "name", "translation": "name", "transliteration": "name", "short": "alias", "alias": "alias",
    "former": "previousName", "acronym": "weakAlias",
}  # fmt: skip
"""The property of a name by its kind."""

TEXTS: Final = {
    "initiative": {"title": "name", "short_title": "alias", "aim": "goal", "summary": "summary",
                   "beneficiaries": "description"},
    "event": {"title": "name", "short_title": "alias"},
    "statement": {"statement": "summary"},
    "post": {"title": "name", "remit": "description"},
}  # fmt: skip
"""The property of a text by the kind of its record and its field."""

CONTACTS: Final = {"phone": "phone", "email": "email", "address": "address", "web": "website"}

POSITION: Final = "position-"
"""How the id of a Position begins; the rest is that of its Occupancy."""

LIES_IN, PART_OF, OF_INITIATIVE, SAID_AT = "lies in", "part of", "of the initiative", "said at"
"""The roles of links that stand for a field of one record, not for a record of their own."""

_FOREIGN = UUID("7d0f3a52-6f0e-5a52-9f3b-0d6a4f6d1c11")
_TIME = re.compile(r"[T ]\d\d:[^/]*")
_PLAIN = re.compile(r"\d{4}(-\d\d(-\d\d)?)?\Z", re.ASCII)


_LANGUAGES: Final = {"en": "eng", "ru": "rus", "kk": "kaz"}
_CODES: Final = {long: short for short, long in _LANGUAGES.items()}


def language_code(language: str | None) -> str | None:
    """A language by three letters, as FollowTheMoney has it; others than ours as they are."""
    return language and _LANGUAGES.get(language, language)


def language_of_code(code: str) -> str:
    """The language of such a code."""
    return _CODES.get(code, code)


def record_id(id: str) -> str:
    """The id of a record for that of an entity: a UUID stays, of any other always the same one is made."""
    try:
        return str(UUID(id)) if len(id) == 36 else str(uuid5(_FOREIGN, id))
    except ValueError:
        return str(uuid5(_FOREIGN, id))


def said(word: str, value: str) -> str:
    """A value with the word for what it is."""
    return f"{word}: {value}"


def values_said(properties: Mapping[str, Sequence[str]], name: str, word: str) -> list[str]:
    """The values that stand with a word in a property."""
    start = f"{word}: "
    return [each.removeprefix(start) for each in properties.get(name, ()) if each.startswith(start)]


def put_date(
    properties: Properties, word: str, when: Date | None, *, day: str = "", spans: bool = True
) -> None:
    """Say a date: a point in the property `day` where there is one, a span by its start and end.

    One that these would say otherwise than it is (about, unknown ends), or a span of what has but days, is
    told in the description instead.
    """
    if when is None:
        return
    found = _spanned(when, day) if spans or not when.is_interval else {}
    if when.text != date_in(found, word, day=day, spans=spans):
        found = {"description": [said(word, when.text)]}
    for name, values in found.items():
        properties.setdefault(name, []).extend(values)


def date_in(
    properties: Mapping[str, Sequence[str]], word: str, *, day: str = "", spans: bool = True
) -> str | None:
    """What `put_date` said, as EDTF; None where there is no date, or none that can be read."""
    for text in values_said(properties, "description", word):
        return text if _is_date(text) else None
    ends = (min(properties.get(name, ()), default="") for name in ("startDate", "endDate"))
    start, end = ends if spans else ("", "")
    if not (start or end):
        text = min(properties.get(day, ()), default="") if day else ""
    elif start == end:
        text = start
    else:
        text = f"{start or '..'}/{end or '..'}"
    text = _TIME.sub("", text)
    return text if text and _is_date(text) else None


def keyed(kind: str, value: str) -> str:
    """What a contact point is compared by."""
    if kind == "phone" and value.lstrip().startswith("+"):
        return "+" + "".join(filter(str.isdigit, value))
    return " ".join(value.casefold().split())


def unsaid(values: Iterable[str], *words: str) -> list[str]:
    """The values that are no value of one of the words."""
    starts = tuple(f"{word}: " for word in words)
    return [value for value in values if not value.startswith(starts)]


def _spanned(when: Date, day: str) -> Properties:
    if not when.is_interval:
        if not _PLAIN.match(when.text):
            return {}
        return {day: [when.text]} if day else {"startDate": [when.text], "endDate": [when.text]}
    names = zip(("startDate", "endDate"), when.ends, strict=True)
    return {name: [end.text] for name, end in names if end and _PLAIN.match(end.text)}


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except DossierError:
        return False
    return True
