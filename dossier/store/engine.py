"""Connections to a dossier file: SQLCipher's SQLite under SQLAlchemy, with our own hand on BEGIN."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from dossier.store.driver import CACHE, connector
from dossier.store.keys import Key

WRITES = {"dossier_writes": True}
"""Execution options of a connection whose transaction takes the write lock at once."""

_BULK_CACHE = 64_000
"""KiB of pages that the connection of an import keeps at hand."""


def make_engine(path: Path, *, key: Key | None = None) -> Engine:
    """An engine on a file that may be written."""
    return engine_on(connector(path, key=key))


def engine_on(connect: Callable[[], Any]) -> Engine:
    """An engine whose connections are opened by `connect`."""
    engine = create_engine(
        "sqlite://",
        module=sqlcipher3.dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=28,
        hide_parameters=True,  # what a bug writes to the log holds no names
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("dossier_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def driver_of(connection: Connection) -> Any:
    """The driver's own connection beneath one of SQLAlchemy's."""
    return connection.connection.driver_connection


def pragma(connection: Connection, *statements: str) -> None:
    """Run pragmas outside any transaction, where SQLite heeds the ones that concern transactions."""
    driver = driver_of(connection)
    for statement in statements:
        driver.execute(f"PRAGMA {statement}")


MANY = 50_000
"""Records of one edit from which on `bulk` is worth its while."""


@contextmanager
def bulk(connection: Connection) -> Iterator[None]:
    """Around a transaction that adds very much: more pages at hand, and nothing checked twice.

    An edit checks every value and reference itself, and its references once more before it is written. To
    look through the words that a kind may be, for each of millions of records, costs more than to write it.
    """
    pragma(connection, f"cache_size = -{_BULK_CACHE}", "foreign_keys = OFF", "ignore_check_constraints = ON")
    try:
        yield
    finally:
        pragma(connection, f"cache_size = -{CACHE}", "foreign_keys = ON", "ignore_check_constraints = OFF")
