"""Encrypts a file, or encrypts it anew by another passphrase, in one step: it is either as before or done."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2

from dossier.model.errors import DossierError
from dossier.store.driver import connect
from dossier.store.files import APPLICATION_ID, explained, is_protected, is_writable, sync_folder
from dossier.store.keys import Key, needing, new_key
from dossier.store.leftovers import part_of, remove_part
from dossier.store.opening import key_for, read_only_error
from dossier.store.place import shared_by

_BLOCK = 1 << 20


def protect(path: Path, passphrase: str) -> None:
    """Encrypt a dossier that nobody has open. Raises DossierError, with the file as it was.

    What lay there in the clear is overwritten once the encrypted file stands in its place. Copies, backups
    and what a disk keeps elsewhere (snapshots, worn cells of an SSD, the log before) are out of reach.
    """
    if is_protected(path):
        raise DossierError("{path} is protected already.", path=path)
    _encrypt(path, None, passphrase)


def change_passphrase(path: Path, old: str, new: str) -> None:
    """Encrypt a protected dossier that nobody has open anew: `old` opens it no more, `new` does.

    Raises PassphraseError where `old` does not open it, and DossierError as `protect` does.
    """
    key = key_for(path, old)
    if key is None:
        raise DossierError("{path} is not protected; protect it first.", path=path)
    _encrypt(path, key, new)


def _encrypt(path: Path, old: Key | None, passphrase: str) -> None:
    if (shared := shared_by(path)) or not is_writable(path):
        raise read_only_error(path, shared)
    key, path = new_key(passphrase), Path(os.path.realpath(path))
    try:
        with explained(path), _alone(path, old) as source:
            part = part_of(path)
            remove_part(part)
            try:
                _export(source, part, key)
                shutil.copymode(path, part)
                _put_in_place(part, path, source)
            finally:
                remove_part(part)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DossierError(
            "{path} can't be protected where it lies ({reason}).", path=path, reason=reason
        ) from error


@contextmanager
def _alone(path: Path, key: Key | None) -> Iterator[Any]:
    """The only connection to a file: with no log any more, nobody else may come in."""
    source = None
    try:
        with needing(key, path):
            source = connect(path, "mode=rw", key)
            source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        source.execute("PRAGMA busy_timeout = 500")
        source.execute("PRAGMA locking_mode = EXCLUSIVE")
        try:
            source.execute("PRAGMA journal_mode = DELETE")
            source.execute("BEGIN EXCLUSIVE")
            source.execute("COMMIT")
        except sqlcipher3.dbapi2.OperationalError as error:
            if "locked" in str(error):
                raise DossierError(
                    "{path} is open in another window or program; close it there and try again.", path=path
                ) from None
            raise
        yield source
    finally:
        if source:
            source.close()


def _export(source: Any, part: Path, key: Key) -> None:
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    source.execute("ATTACH DATABASE ? AS protected KEY ?", (str(part), key.blob))
    source.execute("PRAGMA protected.synchronous = FULL")
    source.execute("SELECT sqlcipher_export('protected')")
    # The export leaves out what stands in the header.
    source.execute(f"PRAGMA protected.application_id = {APPLICATION_ID}")
    (version,) = source.execute("PRAGMA main.user_version").fetchone()
    source.execute(f"PRAGMA protected.user_version = {version}")
    for (table,) in source.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
    ).fetchall():
        here, there = (
            source.execute(f'SELECT count(*) FROM {of}."{table}"').fetchone() for of in ("main", "protected")
        )
        if here != there:
            raise RuntimeError(f"{table} has {here} rows, its copy {there}")
    source.execute("DETACH DATABASE protected")


def _put_in_place(part: Path, path: Path, source: Any) -> None:
    if os.name == "nt":  # where an open file can't be replaced
        source.close()
        os.replace(part, path)
        return
    clear = os.open(path, os.O_WRONLY)
    try:
        os.replace(part, path)
        sync_folder(path.parent)
        source.close()
        if not os.fstat(clear).st_nlink:  # another name of it is a copy that somebody keeps
            _overwrite(clear)
    finally:
        os.close(clear)


def _overwrite(file: int) -> None:
    left = os.fstat(file).st_size
    while left > 0:
        left -= os.write(file, bytes(min(left, _BLOCK)))
    os.fsync(file)
