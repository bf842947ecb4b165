"""The entries of a list kept in little memory, so that a million of them are read from the file once."""

import pickle
import zlib
from collections.abc import Iterator

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
        for number, packed in enumerate(self._packed):
            yield number * SIZE, pickle.loads(zlib.decompress(packed))
        if self._open:
            yield len(self._packed) * SIZE, self._open

    def __getitem__(self, place: int) -> Entry:
        """One entry; for few only, since its whole block is unpacked."""
        number, within = divmod(place, SIZE)
        if number == len(self._packed):
            return self._open[within]
        entries: list[Entry] = pickle.loads(zlib.decompress(self._packed[number]))
        return entries[within]
