"""A dossier as a file: telling it from other files, and putting a new one in place whole or not at all."""

import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dossier.language.labels import N_
from dossier.model.errors import DamagedError, DossierError
from dossier.store.driver import DatabaseError
from dossier.store.held import BESIDE, START, read_start
from dossier.store.leftovers import prefix_of, remove_unfinished

APPLICATION_ID = 0x444F5353
"""`DOSS`, in the header of the file (SQLite file format, 1.3.9: bytes 68 to 71)."""

SCHEMA_VERSION = 6
"""The `user_version` of files that this program writes."""

REVISION = "0006"
"""The newest Alembic revision, which `SCHEMA_VERSION` stands for."""

_MAGIC = b"SQLite format 3\0"
_NOISE = 450
"""Chi-square over 256 values: noise has 255, give or take 23; what has a head in letters has thousands."""


def is_protected(path: Path) -> bool:
    """Whether the file at `path` is protected. Raises DossierError, saying what it is, for no dossier.

    All of a protected file looks like noise; whether it is a dossier only its passphrase tells.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            raise DossierError("{path} is no ordinary file; choose a *.dossier file.", path=path)
        header = read_start(path)
    except FileNotFoundError:
        raise DossierError(
            "There is no file {path}; check the name, or make one with “dossier new {path}”.", path=path
        ) from None
    except IsADirectoryError:
        raise DossierError(
            "{path} is a folder, not a dossier; name a *.dossier file in it.", path=path
        ) from None
    except OSError as error:
        raise DossierError(
            "{path} can't be opened ({reason}); check that you may read it.", path=path, reason=_reason(error)
        ) from None
    if not header:
        raise DossierError("{path} is empty, not a dossier; restore it from a copy.", path=path)
    if _is_noise(path, header):
        return True
    if not header.startswith(_MAGIC):
        raise DossierError("{path} is not a dossier; choose a *.dossier file.", path=path)
    if len(header) < 100 or int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise DossierError(
            "{path} is a database of another program, not a dossier; choose a *.dossier file.", path=path
        )
    return False


def may_be_dossier(path: Path) -> bool:
    """Whether a file is a database, or so encrypted that it may be one: nothing is ever written over it."""
    if not path.is_file():
        return False
    start = read_start(path)
    return start.startswith(_MAGIC) or _is_noise(path, start)


def _is_noise(path: Path, start: bytes) -> bool:
    """Whether a file may be encrypted: whole pages, the first of which holds every byte about as often."""
    if len(start) < START or os.stat(path).st_size % START:
        return False
    usual = len(start) / 256
    return sum((count - usual) ** 2 / usual for count in Counter(start).values()) < _NOISE


def check_version(path: Path, version: int) -> None:
    """Raise DossierError for a file that a newer program wrote."""
    if version > SCHEMA_VERSION:
        raise DossierError(
            "{path} was written by a newer Dossier (file version {version}; this program reads up "
            "to {schema_version}); update the program.",
            path=path,
            version=version,
            schema_version=SCHEMA_VERSION,
        )


def refuse_outdated(path: Path, version: int) -> None:
    """Raise DossierError for an older file on a read-only place, where it can't be brought up to date."""
    if version < SCHEMA_VERSION:
        raise DossierError(
            "{path} was written by an older Dossier and lies on a read-only place; copy it "
            "elsewhere and open the copy.",
            path=path,
        )


def is_writable(path: Path) -> bool:
    """Whether the file and its folder (for the write-ahead log) can be written."""
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)


@contextmanager
def explained(path: Path, *, lost: bool = False) -> Iterator[None]:
    """Turn what the database says of the file into a sentence; anything else is a bug and goes on.

    `lost` is said where damage leaves nothing that could be saved.
    """
    try:
        yield
    except Exception as error:
        said = getattr(error, "orig", error)  # SQLAlchemy wraps what the driver says
        sentence = _explain(path, said, lost=lost) if isinstance(said, DatabaseError) else None
        if sentence is None:
            raise
        raise sentence from error


def _explain(path: Path, error: DatabaseError, *, lost: bool) -> DossierError | None:
    """The sentence for a failure that lies with the file or its place; None for a bug."""
    words = str(error).lower()
    if any(sign in words for sign in _DAMAGE):
        if missing := _missing_bytes(path):
            return DamagedError(
                "{path} is cut short: {missing} bytes are missing at its end, so nothing can be read "
                "of it; restore it from a copy.",
                path=path,
                missing=missing,
            )
        if lost:
            return DamagedError(
                "{path} is damaged where its tables are listed, so nothing can be read of it; restore "
                "it from a copy.",
                path=path,
            )
        return DamagedError(
            "{path} is damaged; restore it from a copy, or save what can still be read with "
            "“dossier check --repair”.",
            path=path,
        )
    for sign, sentence in _FAILURES:
        if sign in words:
            return DossierError(sentence, path=path)
    return None


def _missing_bytes(path: Path) -> int:
    """How much shorter a plain file is than its header says (SQLite file format, 1.3)."""
    with suppress(OSError):
        start = read_start(path)
        if start.startswith(_MAGIC) and len(start) >= 32:
            size = int.from_bytes(start[16:18])
            whole = int.from_bytes(start[28:32]) * (65536 if size == 1 else size)
            return max(0, whole - os.stat(path).st_size)
    return 0


_FAILURES = (
    ("locked", N_("{path} is being written by another program; try again in a moment.")),
    (
        "disk is full",
        N_("There is no room left where {path} lies; nothing was changed. Free some space and try again."),
    ),
    (
        "disk i/o error",
        N_("{path} could not be read or written by the system; nothing was changed. Check the disk."),
    ),
    ("readonly", N_("{path} can't be written; nothing was changed. Check that you may write there.")),
    ("unable to open", N_("{path} can't be opened where it lies; copy it elsewhere and open the copy.")),
    ("unique constraint", N_("This is in the dossier already; nothing was changed.")),
)

_DAMAGE = ("malformed", "not a database", "vtable constructor failed", "could not decode")


def build_file(path: Path, build: Callable[[Path], None]) -> bool:
    """Let `build` make a file beside `path`, then put it in place; never over a file that is there.

    Gives whether something was removed that an earlier making, broken off, had left there.
    """
    if path.exists():
        raise DossierError("{path} exists already and is left as it is; choose another name.", path=path)
    had_unfinished = remove_unfinished(path)
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=prefix_of(path), suffix=".new")
    except OSError as error:
        raise DossierError(
            "{path} can't be made: its folder can't be written ({reason}); choose another folder.",
            path=path,
            reason=_reason(error),
        ) from None
    os.close(handle)
    part = Path(name)
    try:
        build(part)
        _publish(part, path)
    finally:
        for leftover in (part, *(part.with_name(part.name + end) for end in BESIDE)):
            with suppress(OSError):
                leftover.unlink()
    return had_unfinished


def _publish(part: Path, path: Path) -> None:
    try:
        os.link(part, path)
    except FileExistsError:
        raise DossierError(
            "{path} exists already and is left as it is; choose another name.", path=path
        ) from None
    except OSError:
        # File systems without hard links (FAT, some shares): the check above is then the only guard.
        part.rename(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Makes a new name last; Windows has no way to and no need of it."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
