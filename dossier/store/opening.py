"""Opening a file: telling what it is, how it may be used where it lies, and bringing it up to date."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from dossier.model.errors import DossierError, PassphraseError
from dossier.store.engine import WRITES, make_engine, pragma
from dossier.store.files import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    check_version,
    explained,
    is_protected,
    is_writable,
    refuse_outdated,
)
from dossier.store.held import HeldFile, read_start
from dossier.store.index import Index
from dossier.store.keys import SALT, Key, key_of, needing
from dossier.store.place import shared_by


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file with its connections."""

    engine: Engine
    held: HeldFile
    key: Key | None
    shared_by: str
    read_only: bool

    def close(self) -> None:
        """Close every connection; the last one folds the write-ahead log back into the file."""
        self.engine.dispose()
        self.held.release()


def key_for(path: Path, passphrase: str | None) -> Key | None:
    """The key that a file needs, None for a plain one. Raises PassphraseError where it needs one.

    Raises DossierError for what is no dossier. Whether a passphrase is the right one, opening tells.
    """
    if not is_protected(path):
        return None
    if passphrase is None:
        raise PassphraseError(f"{path} is protected; give its passphrase.", path.name)
    return key_of(passphrase, read_start(path)[:SALT])


def open_file(path: Path, key: Key | None, *, as_it_is: bool = False) -> OpenFile:
    """Open a file, to read only on a read-only or shared place; `as_it_is` brings nothing up to date."""
    shared = shared_by(path)
    read_only = bool(shared) or not is_writable(path)
    held = HeldFile(path)
    has_log = held.path.with_name(held.path.name + "-wal").exists()
    if shared == "network" and has_log:
        raise DossierError(
            f"{path} lies on a network share and is open on another computer, or was not closed there; close "
            "it there first."
        )
    immutable = read_only and not has_log
    engine = make_engine(
        path, key=key, read_only=read_only, immutable=immutable, check_place=held.check_place
    )
    file = OpenFile(engine, held, key, shared, read_only)
    try:
        with explained(path):
            _prepare(path, file, as_it_is=as_it_is)
        held.keep_log_in_sight()
    except BaseException:
        file.close()
        raise
    return file


def refuse_shared(path: Path) -> None:
    """Raise DossierError before a dossier is made where it could only be read."""
    shared = shared_by(path)
    if shared:
        where = "on a network share" if shared == "network" else f"in a folder that {shared} synchronises"
        raise DossierError(
            f"{path} would lie {where}, where a dossier can only be read; make it on a disk of this computer."
        )


def rebuild_index(engine: Engine) -> None:
    """Make the search index of a file anew."""
    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        Index(connection).rebuild()


def _prepare(path: Path, file: OpenFile, *, as_it_is: bool) -> None:
    """Bring an older file and a stale search index up to date, where the place allows it."""
    with explained(path, lost=True), needing(file.key, path), file.engine.connect() as connection:
        (application,) = connection.exec_driver_sql("PRAGMA application_id").one()
        version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").one()
    if application != APPLICATION_ID:
        raise DossierError(f"{path} is an encrypted database of another program, not a dossier.")
    check_version(path, version)
    if as_it_is:
        return
    with file.engine.connect() as connection:
        in_step = version == SCHEMA_VERSION and Index(connection).is_in_step()
    if file.read_only:
        refuse_outdated(path, version)
        return
    with file.engine.connect() as connection:
        pragma(connection, "journal_mode = WAL")  # protecting that was broken off leaves a file without
    if version < SCHEMA_VERSION:
        from dossier.store.migrate import migrate

        migrate(file.engine)
    if not in_step:
        rebuild_index(file.engine)


def read_only_sentence(path: Path, shared: str) -> str:
    """Why a file is open to read only, and what to do."""
    if shared == "network":
        return f"{path} lies on a network share and is open to read only; save a copy on this computer first."
    if shared:
        return (
            f"{path} lies in a folder that {shared} synchronises and is open to read only; save a copy in "
            "another folder first."
        )
    return f"{path} lies on a read-only place and can't be changed; copy it elsewhere first."
