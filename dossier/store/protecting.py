"""Turns a file that anyone can read into a protected one, in one step: it is either the one or the other."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2

from dossier.model.errors import DossierError, ReadOnlyError
from dossier.store.driver import connect
from dossier.store.files import APPLICATION_ID, explained, is_protected, is_writable, sync_folder
from dossier.store.held import BESIDE
from dossier.store.keys import Key, new_key
from dossier.store.opening import read_only_sentence
from dossier.store.place import shared_by

_BLOCK = 1 << 20


def protect(path: Path, passphrase: str) -> None:
    """Encrypt a dossier that nobody has open. Raises DossierError, with the file as it was.

    What lay there in the clear is overwritten once the encrypted file stands in its place. Copies, backups
    and what a disk keeps elsewhere (snapshots, worn cells of an SSD, the log before) are out of reach.
    """
    if is_protected(path):
        raise DossierError(f"{path} is protected already.")
    if (shared := shared_by(path)) or not is_writable(path):
        raise ReadOnlyError(read_only_sentence(path, shared))
    key, path = new_key(passphrase), Path(os.path.realpath(path))
    part = path.with_name(f".{path.name[:40]}.{secrets.token_hex(8)}.new")
    try:
        with explained(path), _alone(path) as plain:
            _export(plain, part, key)
            shutil.copymode(path, part)
            _put_in_place(part, path, plain)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DossierError(f"{path} can't be protected where it lies ({reason}).") from error
    finally:
        for leftover in (part, *(part.with_name(part.name + end) for end in BESIDE)):
            with suppress(OSError):
                leftover.unlink()


@contextmanager
def _alone(path: Path) -> Iterator[Any]:
    """The only connection to a file: with no log any more, nobody else may come in."""
    plain = None
    try:
        plain = connect(path, "mode=rw", None)
        plain.execute("PRAGMA busy_timeout = 500")
        plain.execute("PRAGMA locking_mode = EXCLUSIVE")
        try:
            plain.execute("PRAGMA journal_mode = DELETE")
            plain.execute("BEGIN EXCLUSIVE")
            plain.execute("COMMIT")
        except sqlcipher3.dbapi2.OperationalError as error:
            if "locked" in str(error):
                raise DossierError(
                    f"{path} is open in another window or program; close it there and try again."
                ) from None
            raise
        yield plain
    finally:
        if plain:
            plain.close()


def _export(plain: Any, part: Path, key: Key) -> None:
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    plain.execute("ATTACH DATABASE ? AS protected KEY ?", (str(part), key.blob))
    plain.execute("PRAGMA protected.synchronous = FULL")
    plain.execute("SELECT sqlcipher_export('protected')")
    # The export leaves out what stands in the header.
    plain.execute(f"PRAGMA protected.application_id = {APPLICATION_ID}")
    (version,) = plain.execute("PRAGMA main.user_version").fetchone()
    plain.execute(f"PRAGMA protected.user_version = {version}")
    for (table,) in plain.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
    ).fetchall():
        here, there = (
            plain.execute(f'SELECT count(*) FROM {of}."{table}"').fetchone() for of in ("main", "protected")
        )
        if here != there:
            raise RuntimeError(f"{table} has {here} rows, its copy {there}")
    plain.execute("DETACH DATABASE protected")


def _put_in_place(part: Path, path: Path, plain: Any) -> None:
    if os.name == "nt":  # where an open file can't be replaced
        plain.close()
        os.replace(part, path)
        return
    clear = os.open(path, os.O_WRONLY)
    try:
        os.replace(part, path)
        sync_folder(path.parent)
        plain.close()
        if not os.fstat(clear).st_nlink:  # another name of it is a copy that somebody keeps
            _overwrite(clear)
    finally:
        os.close(clear)


def _overwrite(file: int) -> None:
    left = os.fstat(file).st_size
    while left > 0:
        left -= os.write(file, bytes(min(left, _BLOCK)))
    os.fsync(file)
