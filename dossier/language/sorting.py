"""The CLDR order of names as a key that can be stored, for English, Russian and Kazakh.

Neither Babel nor the standard library sorts by CLDR, and PyICU has no wheel; the letters this program meets
fit one short table. Levels as in UTS 10: letters first, then accents, then lower case before upper.
"""

import unicodedata
from functools import cache, lru_cache
from typing import Final

_SIGNS: Final = " _-–—,;:!?.…'‘’\"“”«»()[]{}§@*/\\&#%+<=>|~$€£₸№0123456789"
_LATIN: Final = "abcdefghiıjklmnopqrstuvwxyzþ"
_ROOT_CYRILLIC: Final = "аәбвгґғдђеєжзѕиіїйјкқлљмнңњоөпрстћуўүұфхһцчџшщъыьэюя"
_KAZAKH_CYRILLIC: Final = "аәбвгґғдђеёєжзѕийјкқлљмнңњоөпрстћуўұүфхһцчџшщъыіїьэюя"
_ALPHABETS: Final = {
    "en": _SIGNS + _LATIN + _ROOT_CYRILLIC,
    "ru": _SIGNS + _ROOT_CYRILLIC + _LATIN,
    "kk": _SIGNS + _KAZAKH_CYRILLIC + _LATIN,
}
# Letters that sort as others with a mark but have no decomposition in Unicode; the mark is the second sign.
_EXPANSIONS: Final = {
    "æ": "ae\u0335",
    "œ": "oe\u0335",
    "ß": "ss\u0335",
    "ø": "o\u0338",
    "ł": "l\u0335",
    "đ": "d\u0335",
}
_FIRST_WEIGHT: Final = 3
_BEYOND: Final = 0x400
_LEVEL, _PLAIN, _UPPER = "\x01", "\x02", "\x03"


def sort_key(code: str, text: str) -> str:
    """A key whose plain order (of strings, and of UTF-8 bytes) is the order of `text` in the language."""
    levels = [_levels(code, sign) for sign in unicodedata.normalize("NFC", text)]
    letters, accents, cases = map("".join, zip(*levels, strict=True)) if levels else ("", "", "")
    return _LEVEL.join((letters, accents.rstrip(_PLAIN), cases.rstrip(_PLAIN)))


@lru_cache(maxsize=4096)
def _levels(code: str, sign: str) -> tuple[str, str, str]:
    """What one sign adds to each level of a key."""
    weights, lower = _weights(code), sign.lower()
    letters = accents = cases = ""
    for part in _parts(lower, weights):
        if unicodedata.combining(part):
            accents += part
            continue
        letters += weights.get(part) or _beyond(part)
        accents += _PLAIN
        cases += _PLAIN if sign == lower else _UPPER
    return letters, accents, cases


def _parts(sign: str, weights: dict[str, str]) -> str:
    if sign in weights:
        return sign
    return _EXPANSIONS.get(sign) or unicodedata.normalize("NFD", sign)


def _beyond(sign: str) -> str:
    """Any other sign sorts after the alphabets, by its code point."""
    return sign if ord(sign) > _BEYOND else chr(_BEYOND + ord(sign))


@cache
def _weights(code: str) -> dict[str, str]:
    return {sign: chr(_FIRST_WEIGHT + place) for place, sign in enumerate(_ALPHABETS[code])}
