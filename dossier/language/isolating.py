"""Keeps a name written from right to left, or with signs of direction, from moving what stands beside it.

For what is shown only: data that is copied or exported stay as they are. A name that is put into a sentence
is `isolated`; a text that holds names already is put `in_order` where it is drawn.
"""

import re
import unicodedata
from collections.abc import Sequence

_FIRST_STRONG_ISOLATE, _END = "\u2068", "\u2069"
_SIGNS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""The embeddings, overrides and isolates of Unicode, without which a name reads as its letters do."""
_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_UNUSUAL = re.compile(f"{_LETTER}|[\u202a-\u202e\u2066-\u2069]")
_PIECE = re.compile(r"(?:(?!, | · |; |: | – | — | → )[^()\[\]«»“”„\n])+")
_WHOLE = re.compile(rf"\s*({_LETTER}(?:.*{_LETTER})?)\s*")
_STRETCH = re.compile(rf"{_LETTER}(?:[\s'’\"./-]*{_LETTER})*")

Spans = Sequence[tuple[int, int]]


def isolated(text: str) -> str:
    """The text, isolated where any of it is not written from left to right."""
    plain = text.translate(_SIGNS)
    if plain.isascii() or not any(unicodedata.bidirectional(sign) in ("R", "AL", "AN") for sign in plain):
        return plain
    return f"{_FIRST_STRONG_ISOLATE}{plain}{_END}"


def in_order(text: str) -> str:
    """A text in which each part that is written from right to left moves nothing beside it."""
    return marked_in_order(text, ())[0]


def marked_in_order(text: str, spans: Spans) -> tuple[str, Spans]:
    """The same, with where some stretches of it lie then."""
    if text.isascii() or not _UNUSUAL.search(text):
        return text, spans
    stretches = _stretches(text.translate(_SIGNS))
    starts, ends = {start for start, _ in stretches}, {end for _, end in stretches}
    shown, places, at = list[str](), list[int](), 0
    for sign in text:
        is_shown = ord(sign) not in _SIGNS
        if is_shown and at in ends:
            shown.append(_END)
        if is_shown and at in starts:
            shown.append(_FIRST_STRONG_ISOLATE)
        places.append(len(shown))
        if is_shown:
            shown.append(sign)
            at += 1
    if at in ends:
        shown.append(_END)
    places.append(len(shown))
    return "".join(shown), [(places[start], places[end]) for start, end in spans]


def _stretches(text: str) -> list[tuple[int, int]]:
    """Where names from right to left lie: all between commas and the like, else each run of their letters."""
    found: list[tuple[int, int]] = []
    for piece in _PIECE.finditer(text):
        whole = _WHOLE.fullmatch(piece[0])
        if whole:
            found.append((piece.start() + whole.start(1), piece.start() + whole.end(1)))
        else:
            found += [each.span() for each in _STRETCH.finditer(text, piece.start(), piece.end())]
    return found
