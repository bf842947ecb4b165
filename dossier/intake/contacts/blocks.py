"""The entries of a list kept in little memory, so that a million of them are read from the file once."""

import pickle
import zlib
from collections.abc import Callable, Iterator

from dossier.intake.contacts.entries import Entry

SIZE = 1_000
"""Entries in a block; what is done with a list goes block by block."""


class Blocks:
    """Entries in their order, pickled and packed by the block."""

    def __init__(self) -> None:
        self._packed: list[bytes] = []
        self._open: list[Entry] = []
        self.count = 0

    def append(self, entry: Entry) -> None:
        self.count += 1
        self._open.append(entry)
        if len(self._open) == SIZE:
            self._packed.append(zlib.compress(pickle.dumps(self._open, pickle.HIGHEST_PROTOCOL), 1))
            self._open = []

    def __iter__(self) -> Iterator[tuple[int, list[Entry]]]:
        """Each block with the place of its first entry."""
        return self.where(lambda start, stop: True)

    def where(self, wanted: Callable[[int, int], bool]) -> Iterator[tuple[int, list[Entry]]]:
        """The blocks of which something is wanted, by the places from the first to that after the last."""
        for number in range(len(self._packed)):
            start = number * SIZE
            if wanted(start, start + SIZE):
                yield start, self.block(number)
        start = len(self._packed) * SIZE
        if self._open and wanted(start, self.count):
            yield start, self._open

    def block(self, number: int) -> list[Entry]:
        """The entries from `number * SIZE` on."""
        if number == len(self._packed):
            return self._open
        found: list[Entry] = pickle.loads(zlib.decompress(self._packed[number]))
        return found
