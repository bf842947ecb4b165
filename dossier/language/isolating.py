"""Keeps a name written from right to left, or with signs of direction, from moving what stands beside it.

For what is shown only: data that is copied or exported stay as they are.
"""

import unicodedata

_FIRST_STRONG_ISOLATE, _END = "\u2068", "\u2069"
_SIGNS = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""The embeddings, overrides and isolates of Unicode, without which a name reads as its letters do."""


def isolated(text: str) -> str:
    """The text, isolated where any of it is not written from left to right."""
    plain = text.translate(_SIGNS)
    if plain.isascii() or not any(unicodedata.bidirectional(sign) in ("R", "AL", "AN") for sign in plain):
        return plain
    return f"{_FIRST_STRONG_ISOLATE}{plain}{_END}"
