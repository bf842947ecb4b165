"""What a list is read as, whatever its format: numbered rows of text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Row(NamedTuple):
    """One row: `line` is its line in a text file, its row in a workbook; a `heading` spans columns."""

    line: int
    cells: tuple[str, ...]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A list that can be read from its beginning any number of times.

    `rows` yields each row with the part of the file read so far (0 to 1); `sheet` is "" in a text file, and
    in a workbook of one sheet.
    """

    rows: Callable[[], Iterator[tuple[Row, float]]]
    sha256: str
    sheet: str = ""
    format: str = ""
