"""Handling marks: the user's own words come first, those of TLP 2.0 as the standard writes them.

A page that bears several names them in one line, and which copy of it this is stands beside them.
"""

import re
from collections.abc import Iterable

from dossier.model.plain_values import has_words, unshowable

TLP = ("TLP:RED", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:GREEN", "TLP:CLEAR")
KEPT = "marking of the sheets"
"""Under this name a dossier keeps the one that all its sheets bear."""
LONGEST = 60
"""A mark stands in one line of a sheet."""

_BETWEEN = " · "
_COPY = re.compile(r"([1-9]\d{0,4})(?:\s*(?:/|of|из)\s*([1-9]\d{0,4}))?", re.IGNORECASE)
_MEANT_FOR_TLP = re.compile(r"\W*(?:tlp|tpl|t\.l\.p)", re.IGNORECASE)
_AFTER_TLP = re.compile(r"(?<=TLP)[\s:_-]+")


def is_meant_for_tlp(text: str) -> bool:
    """Whether a mark is to be one of TLP's, by how it begins."""
    return bool(_MEANT_FOR_TLP.match(text))


def as_marking(text: str) -> str | None:
    """A mark as it is kept, "" for none; None for what can't be one, as a mark that TLP does not have."""
    words = " ".join(text.split())
    if is_meant_for_tlp(words):
        plainly = _AFTER_TLP.sub(":", words.upper()).replace(" + ", "+")
        return plainly if plainly in TLP else None
    if not text:
        return ""
    return words if has_words(words) and not unshowable(text) and len(words) <= LONGEST else None


def joined(markings: Iterable[str]) -> str:
    """Several marks in one line: words first, a mark of TLP last."""
    return _BETWEEN.join(sorted(filter(None, markings), key=lambda mark: mark in TLP))


def parted(marking: str) -> tuple[str, str]:
    """The words in a line of marks and its mark of TLP, "" for none of either."""
    words, _, last = marking.rpartition(_BETWEEN)
    return (words, last) if last in TLP else (marking, "")


def as_copy(text: str) -> tuple[int, int | None] | None:
    """Which copy a sheet is and of how many, from "3", "3/5" or "3 of 5"; None for what says neither."""
    match = _COPY.fullmatch(text.strip())
    if not match:
        return None
    number, of = int(match[1]), int(match[2]) if match[2] else None
    return (number, of) if of is None or number <= of else None
