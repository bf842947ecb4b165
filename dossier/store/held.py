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

START = 4096
"""Bytes by which the kind of a file is told."""

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
            self.file = os.stat(self.path)
            self.start = _read_start(self.path)
            for other in _held:
                if os.path.samestat(other.file, self.file) and other.path != self.path:
                    raise DossierError(
                        "{path} is the same file as {path2}, which is open; open it by that name.",
                        path=path,
                        path2=other.path,
                    )
            _held.add(self)
        self._log: os.stat_result | None = None

    def release(self) -> None:
        with _lock:
            _held.discard(self)
        self._log = None

    def keep_log_in_sight(self) -> None:
        """From now on the write-ahead log belongs to the file: it may not go before `release`."""
        with suppress(OSError):
            self._log = os.stat(f"{self.path}-wal")

    @property
    def is_in_place(self) -> bool:
        log_is_there = self._log is None or _leads_to(f"{self.path}-wal", self._log)
        return log_is_there and _leads_to(self.path, self.file)

    def check_place(self) -> None:
        """Raise FileGoneError when the path no longer leads to the file that is open, or its log is gone."""
        if not self.is_in_place:
            raise FileGoneError(
                "{path} was deleted, moved or replaced while it was open, so nothing more is written "
                "to it; save a copy of what is open.",
                path=self.path,
            )

    def files(self) -> Iterator[os.stat_result]:
        yield self.file
        for end in BESIDE:
            with suppress(OSError):
                yield os.stat(f"{self.path}{end}")


def is_held(path: str | os.PathLike[str]) -> bool:
    """Whether the path leads, by whatever name or link, to a file that is held open, or to its log."""
    with _lock:
        return _is_held(path)


def read_start(path: Path) -> bytes:
    """The first `START` bytes of a file, as they were when it was opened. Raises OSError as opening does."""
    with _lock:
        return _read_start(path)


def refuse_held(path: str | os.PathLike[str]) -> None:
    """Raise DossierError, before a file is read as something else, if it belongs to an open dossier."""
    if is_held(path):
        raise _refusal(path)


def _refusal(path: str | os.PathLike[str]) -> DossierError:
    return DossierError(
        "{path} belongs to a dossier that is open; choose another file.", path=os.fspath(path)
    )


def _read_start(path: Path) -> bytes:
    holder = _holder(path)
    if holder and _leads_to(path, holder.file):
        return holder.start
    if holder:
        raise _refusal(path)
    with path.open("rb") as file:
        return file.read(START)


def _is_held(path: str | os.PathLike[str]) -> bool:
    return _holder(path) is not None


def _holder(path: str | os.PathLike[str]) -> HeldFile | None:
    try:
        there = os.stat(path)
    except (OSError, ValueError):
        return None
    return next((held for held in _held if any(os.path.samestat(there, file) for file in held.files())), None)


def _leads_to(path: str | os.PathLike[str], file: os.stat_result) -> bool:
    try:
        return os.path.samestat(os.stat(path), file)
    except OSError:
        return False
