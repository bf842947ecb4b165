"""Handling marks: the user's own words come first, those of TLP 2.0 as the standard writes them."""

import re

from dossier.model.plain_values import has_words, unshowable

TLP = ("TLP:RED", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:GREEN", "TLP:CLEAR")
LONGEST = 60
"""A mark stands in one line of a sheet."""

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
