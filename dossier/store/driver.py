"""Plain connections of the driver to a dossier file, and the few that reading keeps at hand.

Reading does without SQLAlchemy: to import it takes longer than to paint the window, which shows the first
rows meanwhile.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2

if TYPE_CHECKING:
    from dossier.store.keys import Key

DatabaseError = sqlcipher3.dbapi2.DatabaseError

CACHE = 32_000
"""KiB of pages that each connection keeps at hand. With SQLite's own 2,000 a search among a million reads
most of them anew."""

_BUSY_MILLISECONDS = 5_000
_KEPT = 4


def connect(path: Path, query: str, key: "Key | None") -> Any:
    """A connection to a file; `query` is that of SQLite's URI."""
    uri = path.absolute().as_uri() + "?" + query
    # isolation_level=None leaves BEGIN to whoever asks; the pools hand connections between threads.
    connection = sqlcipher3.dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    for pragma in (
        "cipher_log_level = NONE",
        *((f'key = "{key.blob}"',) if key else ()),
        "foreign_keys = ON",
        "synchronous = FULL",
        "trusted_schema = OFF",
        "temp_store = MEMORY",
        f"cache_size = -{CACHE}",
        f"busy_timeout = {_BUSY_MILLISECONDS}",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def connector(
    path: Path,
    *,
    key: "Key | None" = None,
    read_only: bool = False,
    immutable: bool = False,
    check_place: Callable[[], None] | None = None,
) -> Callable[[], Any]:
    """What opens a connection to a file; `immutable`: nobody writes it, so SQLite needs no lock, nor a -wal.

    `check_place` is called before each connection, to see that the path still leads to the file.
    """
    query = "mode=ro&immutable=1" if immutable else "mode=ro" if read_only else "mode=rw"

    def connect_anew() -> Any:
        if check_place:
            check_place()
        return connect(path, query, key)

    return connect_anew


class Snapshots:
    """Connections for reading, each lent to one task at a time."""

    def __init__(self, connect: Callable[[], Any]) -> None:
        self._connect = connect
        self._lock = threading.Lock()
        self._idle: list[Any] = []
        self._is_open = True

    @contextmanager
    def take(self) -> Iterator[Any]:
        """A connection in a transaction of its own, which sees nothing of what is written meanwhile."""
        with self._lock:
            connection = self._idle.pop() if self._idle else None
        connection = connection or self._connect()
        try:
            connection.execute("BEGIN")
            yield connection
        finally:
            self._give_back(connection)

    def close(self) -> None:
        """Close all that is not lent; what is, goes when it comes back."""
        with self._lock:
            self._is_open = False
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    def _give_back(self, connection: Any) -> None:
        if connection.in_transaction:
            connection.rollback()
        with self._lock:
            if self._is_open and len(self._idle) < _KEPT:
                self._idle.append(connection)
                return
        connection.close()
