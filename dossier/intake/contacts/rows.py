"""What a list is read as, whatever its format: numbered rows of text."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

_UNREADABLE = re.compile("[\0\ud800-\udfff]")
_GUARDED = re.compile(r"'(?=[=+\-@])")


class Row(NamedTuple):
    """One row: `line` is its line in a text file, its row in a workbook; a `heading` spans columns."""

    line: int
    cells: tuple[str, ...]
    heading: bool = False


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
        return f"{self.encoding} {self.separator!r}" if self.encoding else ".xlsx"

    @property
    def part(self) -> str:
        """The sheet, where the file holds others beside it."""
        return self.sheet if len(self.sheets) > 1 else ""


def cleaned(cell: str) -> str:
    """A cell without what no text holds (NUL, halves of characters) and without blanks around it, or the
    apostrophe that keeps a spreadsheet from taking it for a formula."""
    text = _UNREADABLE.sub(" ", cell).strip()
    return text[1:] if _GUARDED.match(text) else text
