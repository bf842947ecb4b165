"""The name of a region in one line or in two, for outlines that are too narrow for it."""

import re

_VOWEL, _LETTER = "[аәеёиоөуұүыіэюяaeiouy]", r"[^\W\d_]"
_SYLLABLES = re.compile(f"(?<=.{{3}}){_VOWEL}{_LETTER}?(?={_LETTER}{_VOWEL}.{{2}})", re.IGNORECASE)


def in_lines(text: str) -> list[tuple[str, ...]]:
    """A text in one line, and in two: parted between words, or a long word between syllables."""
    cuts = [(at, at + 1, "") for at, sign in enumerate(text) if sign == " "]
    cuts = cuts or [(at + 1, at + 1, "") for at, sign in enumerate(text) if sign == "-"]
    cuts = cuts or [(found.end(), found.end(), "-") for found in _SYLLABLES.finditer(text)]
    if not cuts:
        return [(text,)]
    end, start, hyphen = min(cuts, key=lambda cut: abs(cut[0] - len(text) / 2))
    return [(text,), (text[:end] + hyphen, text[start:])]
