"""The records of a text of separated values; a quotation mark that is not closed costs its own line only.

Python's reader is lenient: such a mark takes all that follows, up to the next mark, into one cell. So a
record over several lines is read once more as RFC 4180 has it, and where that fails its first line is told as
faulty and the lines after it are read anew.
"""

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dossier.language.labels import N_

MOST_LINES = 200
"""Lines of a record beyond which a quotation mark was not closed."""
_LARGEST_CELL = 1 << 24

UNCLOSED = N_("a quotation mark opens here and is not closed; close it, or take it out")
UNREADABLE = N_("a cell is larger than 16 MB; shorten it")


class Record(NamedTuple):
    """The cells of a record that begins on a line; `fault` says by a text of the catalogue what is wrong."""

    line: int
    cells: list[str]
    fault: str = ""


class _TooLongError(Exception):
    """A record takes more lines than any has."""


def records(text: Iterable[str], separator: str) -> Iterator[Record]:
    """Each record of a text given by its lines, with their line ends."""
    csv.field_size_limit(_LARGEST_CELL)
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=separator)
    while True:
        lines.begin()
        fault = UNCLOSED
        try:
            cells = next(reader)
        except StopIteration:
            return
        except _TooLongError:
            reader = csv.reader(lines, delimiter=separator)
        except csv.Error:
            fault = UNREADABLE
            reader = csv.reader(lines, delimiter=separator)
        else:
            if len(lines.taken) < 2 or _is_well_formed(lines.taken, separator):
                yield Record(lines.number, cells)
                continue
        yield Record(lines.number, _cut(lines.taken[0], separator), fault)
        lines.give_back()


class _Lines:
    """The lines of a text, with those taken for the record that is read now."""

    def __init__(self, text: Iterable[str]) -> None:
        self._text = iter(text)
        self._waiting: deque[str] = deque()
        self.taken: list[str] = []
        self.number = 1

    def begin(self) -> None:
        """A new record begins after the lines taken."""
        self.number += len(self.taken)
        self.taken = []

    def give_back(self) -> None:
        """All but the first of the lines taken are to be read again."""
        self._waiting.extendleft(reversed(self.taken[1:]))
        del self.taken[1:]

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        if len(self.taken) > MOST_LINES:
            raise _TooLongError
        line = self._waiting.popleft() if self._waiting else next(self._text)
        self.taken.append(line)
        return line


def _is_well_formed(lines: list[str], separator: str) -> bool:
    try:
        return len(list(csv.reader(lines, delimiter=separator, strict=True))) == 1
    except csv.Error:
        return False


def _cut(line: str, separator: str) -> list[str]:
    """A faulty line as cells, no more of it than can be shown."""
    return line[:1000].strip("\r\n").split(separator)
