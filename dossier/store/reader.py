"""Reading: one snapshot of a dossier, from which records come as frozen values."""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Connection, text

from dossier.model.records import BY_KIND, Record
from dossier.store.rows import from_row
from dossier.store.tables import TABLES

R = TypeVar("R", bound=Record)

_ANY_OF = (list, tuple, set, frozenset)


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
        shape = tuple((name, _comparison(value)) for name, value in equals.items())
        values = [_bound(value) for value in equals.values() if value is not None]
        rows = self._connection.exec_driver_sql(_question(record_class.kind, shape), tuple(values)).mappings()
        return tuple(from_row(record_class, row) for row in rows)

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
        sql = "SELECT pk, kind FROM record WHERE deleted = 0 AND pk IN (SELECT value FROM json_each(:pks))"
        return {int(pk): str(kind) for pk, kind in self.rows(sql, pks=json.dumps(list(pks)))}

    def pk(self, id: str) -> int | None:
        """The pk of a living record with that id."""
        found = self.rows("SELECT pk FROM record WHERE id = :id AND deleted = 0", id=id.lower())
        return int(found[0][0]) if found else None

    def count(self, record_class: type[Record]) -> int:
        return int(self.rows(f'SELECT count(*) FROM "{record_class.kind}"')[0][0])

    def rows(self, sql: str, **values: Any) -> list[tuple[Any, ...]]:
        """Rows of a SELECT with bound `:name` values, for search and wherever records are too slow.

        `IN (SELECT value FROM json_each(:pks))`, given `json_list(pks)`, stays one statement for any number.
        """
        return [tuple(row) for row in self._connection.execute(text(sql), values)]


def json_list(pks: Iterable[int]) -> str:
    """Integers as one bound value that `json_each` takes apart."""
    return json.dumps(list(pks))


@cache
def _question(kind: str, shape: tuple[tuple[str, str], ...]) -> str:
    """The SQL of one shape of `find`, kept: SQLAlchemy would build and compile it anew on every call."""
    columns = TABLES[kind].c
    where = " AND ".join(f'{kind}."{columns[name].name}" {comparison}' for name, comparison in shape)
    return (
        f"SELECT {kind}.*, record.id FROM {kind} JOIN record ON record.pk = {kind}.pk "
        f"WHERE {where or 1} ORDER BY {kind}.pk"
    )


def _comparison(value: Any) -> str:
    if value is None:
        return "IS NULL"
    return "IN (SELECT value FROM json_each(?))" if isinstance(value, _ANY_OF) else "= ?"


def _bound(value: Any) -> Any:
    return json.dumps(list(value)) if isinstance(value, _ANY_OF) else value
