"""Connections to a dossier file: SQLCipher's SQLite under SQLAlchemy, with our own hand on BEGIN."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool

from dossier.store.keys import Key

WRITES = {"dossier_writes": True}
"""Execution options of a connection whose transaction takes the write lock at once."""

_BUSY_MILLISECONDS = 5_000
_CACHE, _BULK_CACHE = 32_000, 64_000
"""KiB of pages that each connection keeps at hand, and that of an import. With SQLite's own 2,000 a search
among a million reads most of them anew."""


def connect(path: Path, query: str, key: Key | None) -> Any:
    """A connection of the driver's own; `query` is that of SQLite's URI."""
    uri = path.absolute().as_uri() + "?" + query
    # isolation_level=None leaves BEGIN to whoever asks; the pool hands connections between threads.
    connection = sqlcipher3.dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    for pragma in (
        "cipher_log_level = NONE",
        *((f'key = "{key.blob}"',) if key else ()),
        "foreign_keys = ON",
        "synchronous = FULL",
        "trusted_schema = OFF",
        "temp_store = MEMORY",
        f"cache_size = -{_CACHE}",
        f"busy_timeout = {_BUSY_MILLISECONDS}",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def make_engine(
    path: Path,
    *,
    key: Key | None = None,
    read_only: bool = False,
    immutable: bool = False,
    check_place: Callable[[], None] | None = None,
) -> Engine:
    """An engine on one file; `immutable`: nobody writes it, so SQLite needs no lock and no -wal beside it.

    `check_place` is called before each connection, to see that the path still leads to the file.
    """
    query = "mode=ro&immutable=1" if immutable else "mode=ro" if read_only else "mode=rw"

    def connect_anew() -> Any:
        if check_place:
            check_place()
        return connect(path, query, key)

    engine = create_engine(
        "sqlite://",
        module=sqlcipher3.dbapi2,
        creator=connect_anew,
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


def pragma(connection: Connection, *statements: str) -> None:
    """Run pragmas outside any transaction, where SQLite heeds the ones that concern transactions."""
    driver: Any = connection.connection.driver_connection
    for statement in statements:
        driver.execute(f"PRAGMA {statement}")


MANY = 50_000
"""Records of one edit from which on `bulk` is worth its while."""


@contextmanager
def drivers_errors() -> Iterator[None]:
    """Around what goes past SQLAlchemy: what the driver says comes as SQLAlchemy would have it."""
    try:
        yield
    except sqlcipher3.dbapi2.DatabaseError as error:
        raise DatabaseError("", {}, error) from error


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
        pragma(connection, f"cache_size = -{_CACHE}", "foreign_keys = ON", "ignore_check_constraints = OFF")
