"""The type of the sheets: Source Sans 3, the widths of its text, and what stands for letters it lacks."""

import threading
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import resources

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

REGULAR, BOLD = "SourceSans3", "SourceSans3-Bold"
MISSING = "□"
"""Drawn for each character the type doesn't have, so that its absence shows."""

_FILES = {REGULAR: "SourceSans3_400Regular.ttf", BOLD: "SourceSans3_700Bold.ttf"}
_lock = threading.Lock()


def register() -> "dict[str, TTFont]":
    """The two fonts, made known to ReportLab by the first call; to be called before anything is drawn."""
    with _lock:
        return _register()


@cache
def _register() -> "dict[str, TTFont]":
    from reportlab import rl_config
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    rl_config.useA85 = 0  # binary streams: ReportLab's text armour makes files a quarter larger
    # Shaping is off: it costs three times as much and changes nothing in Latin and Cyrillic but kerning.
    fonts = {
        name: TTFont(name, str(resources.path("fonts", file)), shapable=False)
        for name, file in _FILES.items()
    }
    for font in fonts.values():
        registerFont(font)
    return fonts


@lru_cache(maxsize=20_000)
def width(text: str, size: float, bold: bool) -> float:
    """How wide a text is, in points."""
    widths, default = _widths(BOLD if bold else REGULAR)
    return sum([widths.get(ord(letter), default) for letter in text]) * size / 1000


@lru_cache(maxsize=20_000)
def printable(text: str) -> str:
    """The text as the type can show it: composed, no invisible characters, a box for each letter it lacks."""
    # Dates in Russian hold narrow no-break spaces, for which nobody searches.
    composed = unicodedata.normalize("NFC", text).replace("\u202f", "\xa0")
    known = _letters()
    if all(ord(letter) in known for letter in composed):
        return composed
    return "".join(_shown(letter, known) for letter in composed)


def _shown(letter: str, known: frozenset[int]) -> str:
    if letter in "\n\u2028\u2029":
        return "\n"
    category = unicodedata.category(letter)
    if category == "Cf" or "\ufe00" <= letter <= "\ufe0f":  # joiners, direction marks, variation selectors
        return ""
    if ord(letter) in known:
        return letter
    return " " if category in ("Cc", "Zs") else MISSING


@cache
def _letters() -> frozenset[int]:
    regular, bold = (_widths(name)[0].keys() for name in _FILES)
    return frozenset(code for code in regular & bold if unicodedata.category(chr(code)) not in ("Cc", "Cf"))


@cache
def _widths(name: str) -> tuple[dict[int, float], float]:
    face = register()[name].face
    return face.charWidths, face.defaultWidth
