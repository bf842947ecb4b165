"""What there is to tell of rows: of those that stay out, and of those that go in without all they say."""

from array import array
from collections.abc import Iterator
from typing import NamedTuple

from dossier.intake.contacts.reasons import Reason


class Remark(NamedTuple):
    """What is told of one row."""

    line: int
    reason: Reason


class Remarks:
    """Remarks in the order of their rows, in little memory: a million rows may name one unknown region."""

    def __init__(self) -> None:
        self._lines = array("I")
        self._reasons: list[Reason] = []

    def add(self, line: int, reason: Reason) -> None:
        self._lines.append(line)
        self._reasons.append(reason)

    def __len__(self) -> int:
        return len(self._lines)

    def __iter__(self) -> Iterator[Remark]:
        return map(Remark, self._lines, self._reasons)

    def __getitem__(self, part: slice) -> list[Remark]:
        return list(map(Remark, self._lines[part], self._reasons[part]))
