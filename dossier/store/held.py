"""The files that this process holds open as dossiers: nothing else in it may open one of them.

POSIX drops all locks that a process has on a file as soon as it closes any handle of that file, and SQLite's
locks are of this kind. Another process would then take itself for the only one and delete the write-ahead log
beneath us, with all that is written later. Hence one list for the whole process, asked before every opening
of a file that a user names. (SQLite itself knows of this and shares its handles.)
"""

import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from weakref import WeakSet

from dossier.model.errors import DossierError, FileGoneError

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file while it is open."""

_lock = threading.Lock()
_held: "WeakSet[HeldFile]" = WeakSet()


class HeldFile:
    """A file that is held open, from now until `release`.

    Raises DossierError when it is held by another of its names: SQLite would keep a second log beside that.
    """

    def __init__(self, path: Path) -> None:
        self.path = Path(
            os.path.realpath(path)
        )  # SQLite keeps its log beside the file itself, not beside a link
        with _lock:
            self._file = os.stat(self.path)
            for other in _held:
                if os.path.samestat(other._file, self._file) and other.path != self.path:
                    raise DossierError(
                        f"{path} is the same file as {other.path}, which is open; open it by that name."
                    )
            _held.add(self)
        self._log: os.stat_result | None = None

    def release(self) -> None:
        with _lock:
            _held.discard(self)

    def keep_log_in_sight(self) -> None:
        """From now on the write-ahead log belongs to the file: it may not go before `release`."""
        with suppress(OSError):
            self._log = os.stat(f"{self.path}-wal")

    @property
    def is_in_place(self) -> bool:
        log_is_there = self._log is None or _leads_to(f"{self.path}-wal", self._log)
        return log_is_there and _leads_to(self.path, self._file)

    def check_place(self) -> None:
        """Raise FileGoneError when the path no longer leads to the file that is open, or its log is gone."""
        if not self.is_in_place:
            raise FileGoneError(
                f"{self.path} was deleted, moved or replaced while it was open, so nothing more is written "
                "to it; save a copy of what is open."
            )

    def files(self) -> Iterator[os.stat_result]:
        yield self._file
        for end in BESIDE:
            with suppress(OSError):
                yield os.stat(f"{self.path}{end}")


def is_held(path: str | os.PathLike[str]) -> bool:
    """Whether the path leads, by whatever name or link, to a file that is held open, or to its log."""
    with _lock:
        return _is_held(path)


def read_start(path: Path, count: int) -> bytes | None:
    """The first bytes of a file, None for one that is held open. Raises OSError as opening does."""
    with _lock:
        if _is_held(path):
            return None
        with path.open("rb") as file:
            return file.read(count)


def refuse_held(path: str | os.PathLike[str]) -> None:
    """Raise DossierError, before a file is read as something else, if it belongs to an open dossier."""
    if is_held(path):
        raise DossierError(f"{os.fspath(path)} belongs to a dossier that is open; choose another file.")


def _is_held(path: str | os.PathLike[str]) -> bool:
    try:
        there = os.stat(path)
    except (OSError, ValueError):
        return False
    return any(os.path.samestat(there, file) for held in _held for file in held.files())


def _leads_to(path: str | os.PathLike[str], file: os.stat_result) -> bool:
    try:
        return os.path.samestat(os.stat(path), file)
    except OSError:
        return False
