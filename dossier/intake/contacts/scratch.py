"""Keys of a million people in little memory: tables of hashes that never touch the disk."""

import sqlite3
from collections.abc import Iterable
from types import TracebackType
from typing import Self


class Scratch:
    """Who in the dossier goes by a key, which row of the list said something first, and who is spoken for."""

    def __init__(self) -> None:
        self._tables = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._tables.execute("PRAGMA journal_mode = OFF")
        self._tables.execute("BEGIN")
        for statement in (
            "CREATE TABLE known (hash INTEGER, pk INTEGER, PRIMARY KEY (hash, pk)) WITHOUT ROWID",
            "CREATE TABLE seen (hash INTEGER PRIMARY KEY, row INTEGER)",
            "CREATE TABLE claimed (pk INTEGER PRIMARY KEY)",
        ):
            self._tables.execute(statement)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._tables.close()

    def learn(self, keys: Iterable[tuple[str, str, int]]) -> None:
        """Remember people of the dossier by a kind of key and its text."""
        hashes = ((hash((kind, text)), pk) for kind, text, pk in keys)
        self._tables.executemany("INSERT OR IGNORE INTO known VALUES (?, ?)", hashes)

    def known(self, kind: str, text: str) -> list[int]:
        """The people of the dossier who go by a key."""
        found = self._tables.execute("SELECT pk FROM known WHERE hash = ?", (hash((kind, text)),))
        return [pk for (pk,) in found]

    def first(self, said: str | tuple[str, ...], row: int) -> int:
        """The row that said this first: an earlier one, or this one."""
        hashed = hash(said)
        if self._tables.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (hashed, row)).rowcount:
            return row
        return int(self._tables.execute("SELECT row FROM seen WHERE hash = ?", (hashed,)).fetchone()[0])

    def claim(self, pk: int) -> None:
        """A row was found to speak of this person."""
        self._tables.execute("INSERT OR IGNORE INTO claimed VALUES (?)", (pk,))

    def is_claimed(self, pk: int) -> bool:
        return self._tables.execute("SELECT 1 FROM claimed WHERE pk = ?", (pk,)).fetchone() is not None
