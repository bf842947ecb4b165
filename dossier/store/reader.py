"""Reading: one snapshot of a dossier, from which records come as frozen values."""

import json
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any, TypeVar, cast

from dossier.model.records import BY_KIND, Record
from dossier.store.columns import columns_of
from dossier.store.memory import Memory
from dossier.store.rows import from_row

R = TypeVar("R", bound=Record)
M = TypeVar("M")

_ANY_OF = (list, tuple, set, frozenset)


_STEPS_BETWEEN_QUESTIONS = 2_000
"""Steps of SQLite's machine, some ten microseconds, after which it is asked whether to go on."""


class Reader:
    """A consistent view of the records, through a connection of the driver's.

    Use it within one thread, and for one task; its memory is shared by all that read the same state.
    """

    def __init__(self, connection: Any, memory: Memory | None = None) -> None:
        self._driver = connection
        self.memory = Memory() if memory is None else memory

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
        rows = self._driver.execute(_question(record_class.kind, shape), values)
        columns = _columns(record_class.kind)
        return tuple([from_row(record_class, dict(zip(columns, row, strict=True))) for row in rows])

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
        return list(self.each_row(sql, **values))

    def each_row(self, sql: str, **values: Any) -> Iterator[tuple[Any, ...]]:
        """The same, each row only when it is asked for, so that whoever has enough may stop."""
        return iter(self._driver.execute(sql, values))

    def remembered(self, key: Hashable, make: Callable[[], M]) -> M:
        """What `make` gives, kept under a key for as long as nobody changes the dossier."""
        known = self.memory.recalled((key,))
        if not known:
            known = {key: make()}
            self.memory.remember(known)
        return cast(M, known[key])

    @contextmanager
    def interruptible(self, cancelled: Callable[[], bool]) -> Iterator[None]:
        """Break off what the database does, with a DatabaseError, once `cancelled` says so."""
        driver = self._driver
        driver.set_progress_handler(lambda: int(cancelled()), _STEPS_BETWEEN_QUESTIONS)
        try:
            yield
        finally:
            driver.set_progress_handler(None, 0)


def json_list(pks: Iterable[int]) -> str:
    """Integers as one bound value that `json_each` takes apart."""
    return json.dumps(list(pks))


@cache
def _columns(kind: str) -> tuple[str, ...]:
    """The columns of a `find`."""
    return *columns_of(kind), "id"


@cache
def _question(kind: str, shape: tuple[tuple[str, str], ...]) -> str:
    """The SQL of one shape of `find`, kept. KeyError for a field that the kind has not."""
    known = columns_of(kind)
    unknown = [name for name, _ in shape if name not in known]
    if unknown:
        raise KeyError(f"{kind} has no field {unknown[0]}")
    where = " AND ".join(f'{kind}."{name}" {comparison}' for name, comparison in shape)
    columns = ", ".join(f'{kind}."{name}"' for name in known)
    return (
        f"SELECT {columns}, record.id FROM {kind} JOIN record ON record.pk = {kind}.pk "
        f"WHERE {where or 1} ORDER BY {kind}.pk"
    )


def _comparison(value: Any) -> str:
    if value is None:
        return "IS NULL"
    return "IN (SELECT value FROM json_each(?))" if isinstance(value, _ANY_OF) else "= ?"


def _bound(value: Any) -> Any:
    return json.dumps(list(value)) if isinstance(value, _ANY_OF) else value
