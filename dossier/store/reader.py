"""Reading: one snapshot of a dossier, from which records come as frozen values."""

from collections.abc import Iterable
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, select, text

from dossier.model.records import BY_KIND, Record
from dossier.store.rows import from_row
from dossier.store.tables import TABLES
from dossier.store.tables import record as record_table

R = TypeVar("R", bound=Record)

_MOST_VALUES = 10_000
"""Bound values in one statement; SQLite's own limit is 32,766."""


class Reader:
    """A consistent view of the records. Use it within one thread, and for one task."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, record_class: type[R], pk: int) -> R:
        """The record of that class. Raises KeyError where there is none."""
        found = self.find(record_class, pk=pk)
        if not found:
            raise KeyError(f"no {record_class.kind} {pk}")
        return found[0]

    def record(self, pk: int) -> Record:
        """The record of whatever kind. Raises KeyError where there is none."""
        return self.get(BY_KIND[self.kind(pk)], pk)

    def find(self, record_class: type[R], **equals: Any) -> tuple[R, ...]:
        """Records whose fields equal the values, by pk; a list, tuple or set of values means any of them."""
        statement = _selection(record_class)
        columns = TABLES[record_class.kind].c
        for name, value in equals.items():
            if not isinstance(value, list | tuple | set | frozenset):
                statement = statement.where(columns[name] == value)
            elif len(value) <= _MOST_VALUES:
                statement = statement.where(columns[name].in_(value))
            else:
                return self._find_in_parts(record_class, name, tuple(value), equals)
        return tuple(from_row(record_class, row) for row in self._connection.execute(statement).mappings())

    def all(self, record_class: type[R]) -> tuple[R, ...]:
        return self.find(record_class)

    def kind(self, pk: int) -> str:
        """The kind of a living record. Raises KeyError where there is none."""
        found = self.rows("SELECT kind FROM record WHERE pk = :pk AND deleted = 0", pk=pk)
        if not found:
            raise KeyError(f"no record {pk}")
        return str(found[0][0])

    def kinds(self, pks: Iterable[int]) -> dict[int, str]:
        """The kinds of those that are living records."""
        wanted = tuple(pks)
        found: dict[int, str] = {}
        for start in range(0, len(wanted), _MOST_VALUES):
            part = wanted[start : start + _MOST_VALUES]
            columns = record_table.c
            statement = select(columns.pk, columns.kind).where(columns.pk.in_(part), columns.deleted == 0)
            found.update((row.pk, row.kind) for row in self._connection.execute(statement))
        return found

    def pk(self, id: str) -> int | None:
        """The pk of a living record with that id."""
        found = self.rows("SELECT pk FROM record WHERE id = :id AND deleted = 0", id=id.lower())
        return int(found[0][0]) if found else None

    def count(self, record_class: type[Record]) -> int:
        return int(self.rows(f'SELECT count(*) FROM "{record_class.kind}"')[0][0])

    def rows(self, sql: str, **values: Any) -> list[tuple[Any, ...]]:
        """Rows of a SELECT with bound `:name` values, for search and wherever records are too slow."""
        return [tuple(row) for row in self._connection.execute(text(sql), values)]

    def _find_in_parts(
        self, record_class: type[R], name: str, values: tuple[Any, ...], equals: dict[str, Any]
    ) -> tuple[R, ...]:
        parts = (values[start : start + _MOST_VALUES] for start in range(0, len(values), _MOST_VALUES))
        found = [item for part in parts for item in self.find(record_class, **{**equals, name: part})]
        return tuple(sorted(found, key=lambda item: item.pk))


def _selection(record_class: type[Record]) -> Select[Any]:
    table = TABLES[record_class.kind]
    return (
        select(table, record_table.c.id)
        .join(record_table, record_table.c.pk == table.c.pk)
        .order_by(table.c.pk)
    )
