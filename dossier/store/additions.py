"""The new records of one edit: held back, then written in bulk, since an import adds millions."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from sqlalchemy import Connection

from dossier.model.ids import new_ids
from dossier.model.records import BY_KIND

_KINDS = tuple(BY_KIND)
_CODES = {kind: code for code, kind in enumerate(_KINDS, 1)}
_FORGOTTEN = 0
_RECORDS = "record (pk, id, kind)"
_TOGETHER = 200
"""Rows of one statement: a statement for each row would cost as much again as the row."""


class Additions:
    """Records with pks from `first` on; a byte is kept of each, a row only until `write`."""

    def __init__(self, connection: Connection, first: int) -> None:
        self.first = first
        self.next_pk = first
        self.held_back = 0
        self._connection = connection
        self._kinds = bytearray()
        self._pending: list[tuple[int, str, str]] = []
        self._rows: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)

    def add(self, kind: str, row: tuple[Any, ...], id: str) -> None:
        """Hold a record, whose checked columns are `row`; its pk is `next_pk`, and "" asks for a fresh id."""
        pk = self.next_pk
        self.next_pk += 1
        self._kinds.append(_CODES[kind])
        self.held_back += 1
        self._pending.append((pk, id, kind))
        self._rows[kind].append((pk, *row))

    def kind(self, pk: int) -> str:
        """The kind of a record of this edit. Raises KeyError for none, and for one forgotten."""
        code = self._kinds[pk - self.first] if pk < self.next_pk else _FORGOTTEN
        if code == _FORGOTTEN:
            raise KeyError(f"no record {pk}")
        return _KINDS[code - 1]

    def forget(self, pk: int) -> None:
        """Take note that a record was removed by the edit that added it."""
        self._kinds[pk - self.first] = _FORGOTTEN

    def write(self) -> bool:
        """Write what is held back; False where nothing is."""
        if not self._pending:
            return False
        fresh = iter(new_ids(sum(not id for _, id, _ in self._pending)))
        records = [(pk, id or next(fresh), kind) for pk, id, kind in self._pending]
        self._insert(_RECORDS, records)
        for kind, rows in self._rows.items():
            self._insert(f'"{kind}"', rows)
        self.held_back = 0
        self._pending.clear()
        self._rows.clear()
        return True

    def _insert(self, into: str, rows: Sequence[tuple[Any, ...]]) -> None:
        for start in range(0, len(rows), _TOGETHER):
            part = rows[start : start + _TOGETHER]
            values = tuple(chain.from_iterable(part))
            self._connection.exec_driver_sql(_statement(into, len(part), len(part[0])), values)


@lru_cache(maxsize=1 << 8)
def _statement(into: str, rows: int, columns: int) -> str:
    row = f"({', '.join('?' * columns)})"
    return f"INSERT INTO {into} VALUES {', '.join([row] * rows)}"
