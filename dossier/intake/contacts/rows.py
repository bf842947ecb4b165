"""What a list is read as, whatever its format: numbered rows of text."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

# Control characters (a terminal would obey some), halves of characters.
_UNREADABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# What nobody sees: zero widths, soft hyphens, directions (UAX 9). Joiners stay: some scripts need them.
_INVISIBLE = re.compile("[\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_GUARDED = re.compile(r"'(?=[=+\-@])")


class Row(NamedTuple):
    """One row: `line` is its line in a text file, its row in a workbook; a `heading` spans columns.

    `fault` is a text of the catalogue that says why the row can't be read; one that `follows` speaks of the
    same person as the row before it.
    """

    line: int
    cells: tuple[str, ...]
    heading: bool = False
    fault: str = ""
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A list that can be read from its beginning any number of times.

    `rows` yields each row with the part of the file read so far (0 to 1). A workbook has `sheets`, one of
    which is read, and those `lists` among them that look like one; a text file has an `encoding` and a
    `separator`.
    """

    rows: Callable[[], Iterator[tuple[Row, float]]]
    sha256: str
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    encoding: str = ""
    separator: str = ""

    @property
    def format(self) -> str:
        if self.encoding:
            return f"{self.encoding} {self.separator!r}"
        return ".xlsx" if self.sheets else "vCard"

    @property
    def part(self) -> str:
        """The sheet, where the file holds others beside it."""
        return self.sheet if len(self.sheets) > 1 else ""


def cleaned(cell: str) -> str:
    """A cell without what no text holds or nobody sees, without blanks around it, and without the apostrophe
    that keeps a spreadsheet from taking it for a formula."""
    text = _INVISIBLE.sub("", _UNREADABLE.sub(" ", cell)).strip()
    return text[1:] if _GUARDED.match(text) else text
