"""What a plain value has to be besides its type: a language is a tag, a latitude lies on the globe."""

import math
import re
import unicodedata
from typing import Any

from dossier.intake.seed.complaints import filled
from dossier.intake.seed.entries import Spot
from dossier.language.zones import is_zone
from dossier.model.dates import Date, parse_date
from dossier.model.errors import DossierError
from dossier.model.fields import FieldType, specs
from dossier.model.plain_values import FITS
from dossier.model.record import Record

_PATTERNS = {
    "language": (
        re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?\Z"),
        "is no language tag; write en, ru, kk-Cyrl, kk-Latn or another one of BCP 47.",
    ),
    "sha256": (
        re.compile(r"[0-9a-f]{64}\Z"),
        "is no SHA-256; write its 64 digits 0-9 and a-f, as sha256sum prints them.",
    ),
    "local_time": (re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]\Z"), "is no time of day; write 09:30."),
}
_NO_ZONE = "is no time zone; write its IANA name, as in Asia/Almaty."
_CONTACTS = {
    "email": "is no e-mail address; write it whole, as in office@example.org.",
    "phone": "is no phone number; write its digits, as in +7 700 000 00 00.",
    "web": "is no page; write its address with http or https, as in https://example.org.",
    "address": "is no address; write street and town.",
}
_BOUNDS = {"latitude": 90, "longitude": 180}
_POINTS = {
    ("attestation", "on"),
    ("contact_point", "confirmed"),
    ("source", "published"),
    ("source", "retrieved"),
}
"""Dates of something that is seen, not of something that lasts."""

_OF_SEVERAL_LINES = {("note", "text"), ("paragraph", "original")}


def read_value(record_class: type[Record], field: str, value: Any, spot: Spot) -> Any:
    """The value of a field, a date parsed. Raises DossierError that names file, line and field."""
    kind = record_class.kind
    if specs(record_class)[field].type is FieldType.DATE:
        return _date(value, spot, point=(kind, field) in _POINTS)
    if isinstance(value, str):
        filled(value, spot)
        _check_text(field, value, spot, lines=(kind, field) in _OF_SEVERAL_LINES)
    if field in _BOUNDS and not (math.isfinite(value) and abs(value) <= _BOUNDS[field]):
        most = _BOUNDS[field]
        raise spot.error(f"{value} is no {field}; write degrees from -{most} to {most}.")
    return value


def _check_text(field: str, text: str, spot: Spot, *, lines: bool) -> None:
    if not lines and any(unicodedata.category(letter) in ("Cc", "Zl", "Zp") for letter in text):
        raise spot.error("this runs over several lines or holds a tab; write it in one line.")
    pattern, words = _PATTERNS.get(field, (None, ""))
    if pattern and not pattern.match(text):
        raise spot.error(f"“{text}” {words}")
    if field == "zone" and not is_zone(text):
        raise spot.error(f"“{text}” {_NO_ZONE}")
    if field == "url":
        check_contact("web", text, spot)


def check_contact(kind: str, text: str, spot: Spot) -> None:
    """Raises DossierError for a contact of a kind that nobody could write to, dial or open."""
    if not FITS[kind](text):
        raise spot.error(f"“{text}” {_CONTACTS[kind]}")


def _date(text: str, spot: Spot, *, point: bool) -> Date:
    try:
        date = parse_date(text)
    except DossierError as error:
        sentence = str(error)
        raise spot.error(sentence[0].lower() + sentence[1:]) from None
    if point and date.is_interval:
        raise spot.error(f"“{text}” is a range, and one day, month or year is needed; write one for each.")
    return date
