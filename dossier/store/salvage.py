"""Saves what can still be read of a damaged file into a sound one.

A damaged page takes the rows of one stretch of a table with it; those before and after it can be read.
"""

from collections.abc import Iterator
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import Connection

from dossier.model.fields import FieldType, specs
from dossier.model.ids import new_id
from dossier.model.records import BY_KIND, RECORD_CLASSES
from dossier.store.tables import metadata

_AT_ONCE = 500
_HIGHEST = 1 << 62


def salvage(source: Connection, target: Connection) -> dict[str, int]:
    """Copy into an empty dossier what can be read; gives how many records of each kind are lost.

    What hung on a lost record is lost with it; the search index is left to be made anew.
    """
    reading: Any = source.connection.driver_connection
    writing: Any = target.connection.driver_connection
    for table in metadata.sorted_tables:
        names = [column.name for column in table.columns]
        columns, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
        for rows in _readable(
            reading, f"SELECT rowid, {columns} FROM {table.name} WHERE rowid > ? ORDER BY rowid"
        ):
            writing.executemany(f"INSERT OR REPLACE INTO {table.name} ({columns}) VALUES ({marks})", rows)
    _give_records(writing)
    before = _count(writing)
    while _drop_what_hangs(writing):
        pass
    return {kind: before[kind] - now for kind, now in _count(writing).items() if now < before[kind]}


def _readable(driver: Any, sql: str) -> Iterator[list[tuple[Any, ...]]]:
    after: int | None = -1
    while after is not None:
        rows: list[tuple[Any, ...]] = []
        try:
            for rowid, *values in driver.execute(sql, (after,)):
                rows.append(tuple(values))
                after = rowid
                if len(rows) == _AT_ONCE:
                    yield rows
                    rows = []
        except sqlcipher3.dbapi2.DatabaseError:
            yield rows
            after = _behind_damage(driver, sql, after)
        else:
            yield rows
            return


def _behind_damage(driver: Any, sql: str, after: int) -> int | None:
    """The rowid from which on rows can be read again; None where none can."""
    low, step = after, 1
    while not _can_read(driver, sql, after + step):
        low, step = after + step, step * 2
        if step > _HIGHEST:
            return None
    high = after + step
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _can_read(driver, sql, middle) else (middle, high)
    return high


def _can_read(driver: Any, sql: str, after: int) -> bool:
    try:
        driver.execute(f"{sql} LIMIT 1", (after,)).fetchone()
    except sqlcipher3.dbapi2.DatabaseError:
        return False
    return True


def _give_records(driver: Any) -> None:
    """A row whose record is lost gets a new one: it loses its id and its history, but says what it said."""
    for kind in BY_KIND:
        bare = driver.execute(f"SELECT pk FROM {kind} WHERE pk NOT IN (SELECT pk FROM record)").fetchall()
        records = [(pk, new_id(), kind) for (pk,) in bare]
        driver.executemany("INSERT INTO record (pk, id, kind) VALUES (?, ?, ?)", records)


def _count(driver: Any) -> dict[str, int]:
    found = dict(
        driver.execute("SELECT kind, count(*) FROM record WHERE deleted = 0 GROUP BY kind").fetchall()
    )
    return {kind: found.get(kind, 0) for kind in BY_KIND}


def _drop_what_hangs(driver: Any) -> bool:
    """Take out what can't be without something lost, and what else points at it; whether there was any."""
    gone = 0
    for kind in BY_KIND:
        gone += driver.execute(
            "UPDATE record SET deleted = 1 WHERE kind = ? AND deleted = 0 "
            f"AND pk NOT IN (SELECT pk FROM {kind})", (kind,),
        ).rowcount  # fmt: skip
    for record_class in RECORD_CLASSES:
        for name, spec in specs(record_class).items():
            if spec.type is FieldType.REFERENCE:
                take_out = "DELETE FROM {kind}" if spec.required else 'UPDATE {kind} SET "{name}" = NULL'
                gone += driver.execute(
                    f"{take_out.format(kind=record_class.kind, name=name)} "
                    f'WHERE "{name}" NOT IN (SELECT pk FROM record WHERE deleted = 0)'
                ).rowcount
    for table, rowid, *_ in driver.execute("PRAGMA foreign_key_check").fetchall():
        gone += driver.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,)).rowcount
    return gone > 0
