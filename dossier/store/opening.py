"""Opening a file: telling what it is, how it may be used where it lies, and bringing it up to date."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dossier.model.errors import DossierError, PassphraseError, ReadOnlyError
from dossier.store.driver import Snapshots, connector
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
from dossier.store.in_step import is_in_step
from dossier.store.keys import SALT, Key, key_of, needing
from dossier.store.leftovers import part_of, remove_part, remove_unfinished
from dossier.store.place import shared_by
from dossier.store.reader import Reader

if TYPE_CHECKING:
    from sqlalchemy import Engine


class OpenFile:
    """A file with its connections: those for reading, and an engine for all else, made when asked for."""

    def __init__(
        self, connect: Callable[[], Any], held: HeldFile, key: Key | None, shared: str, *, read_only: bool
    ) -> None:
        self.connect = connect
        self.held = held
        self.key = key
        self.shared_by = shared
        self.read_only = read_only
        self.had_leftover = False
        """Whether what a broken-off encryption had left beside the file was removed."""
        self.had_unfinished = False
        """The same of what a broken-off making of it had left."""
        self.snapshots = Snapshots(connect)

    @cached_property
    def engine(self) -> "Engine":
        from dossier.store.engine import engine_on

        return engine_on(self.connect)

    def check_writable(self, path: Path) -> None:
        """Raise ReadOnlyError, saying why and what to do, where the file is open to read only."""
        if self.read_only:
            raise read_only_error(path, self.shared_by)

    def close(self) -> None:
        """Close every connection; the last one folds the write-ahead log back into the file."""
        self.snapshots.close()
        if "engine" in self.__dict__:
            self.engine.dispose()
        self.held.release()


def key_for(path: Path, passphrase: str | None) -> Key | None:
    """The key that a file needs, None for a plain one. Raises PassphraseError where it needs one.

    Raises DossierError for what is no dossier. Whether a passphrase is the right one, opening tells.
    """
    if not is_protected(path):
        return None
    if passphrase is None:
        raise PassphraseError("{path} is protected; give its passphrase.", path.name, path=path)
    return key_of(passphrase, read_start(path)[:SALT])


def open_file(path: Path, key: Key | None, *, as_it_is: bool = False) -> OpenFile:
    """Open a file, to read only on a read-only or shared place; `as_it_is` brings nothing up to date."""
    shared = shared_by(path)
    read_only = bool(shared) or not is_writable(path)
    held = HeldFile(path)
    has_log = held.path.with_name(held.path.name + "-wal").exists()
    if shared == "network" and has_log:
        raise DossierError(
            "{path} lies on a network share and is open on another computer, or was not closed "
            "there; close it there first.",
            path=path,
        )
    immutable = read_only and not has_log
    connect = connector(path, key=key, read_only=read_only, immutable=immutable, check_place=held.check_place)
    file = OpenFile(connect, held, key, shared, read_only=read_only)
    try:
        with explained(path):
            _prepare(path, file, as_it_is=as_it_is)
        held.keep_log_in_sight()
        if not (read_only or as_it_is):
            file.had_leftover = remove_part(part_of(held.path))
            file.had_unfinished = remove_unfinished(held.path)
    except BaseException:
        file.close()
        raise
    return file


def refuse_shared(path: Path) -> None:
    """Raise DossierError before a dossier is made where it could only be read."""
    shared = shared_by(path)
    if shared == "network":
        raise DossierError(
            "{path} would lie on a network share, where a dossier can only be read; make it on a disk of "
            "this computer.",
            path=path,
        )
    if shared:
        raise DossierError(
            "{path} would lie in a folder that {service} synchronises, where a dossier can only be read; "
            "make it on a disk of this computer.",
            path=path,
            service=shared,
        )


def rebuild_index(engine: "Engine") -> None:
    """Make the search index of a file anew."""
    from dossier.store.engine import WRITES
    from dossier.store.index import Index

    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        Index(connection).rebuild()


def _prepare(path: Path, file: OpenFile, *, as_it_is: bool) -> None:
    """Bring an older file and a stale search index up to date, where the place allows it."""
    with explained(path, lost=True), needing(file.key, path), file.snapshots.take() as connection:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application != APPLICATION_ID:
        raise DossierError("{path} is an encrypted database of another program, not a dossier.", path=path)
    check_version(path, version)
    if as_it_is:
        return
    with file.snapshots.take() as connection:
        in_step = version == SCHEMA_VERSION and is_in_step(Reader(connection))
    if file.read_only:
        refuse_outdated(path, version)
        return
    with file.snapshots.take() as connection:
        connection.rollback()  # the mode of the log is not changed within a transaction
        connection.execute("PRAGMA journal_mode = WAL")  # broken off, protecting leaves a file without
    if version < SCHEMA_VERSION:
        from dossier.store.migrate import migrate

        migrate(file.engine)
    if not in_step:
        rebuild_index(file.engine)


def read_only_error(path: Path, shared: str) -> ReadOnlyError:
    """Why a file is open to read only, and what to do."""
    if shared == "network":
        return ReadOnlyError(
            "{path} lies on a network share and is open to read only; save a copy on this computer first.",
            path=path,
        )
    if shared:
        return ReadOnlyError(
            "{path} lies in a folder that {service} synchronises and is open to read only; save a copy in "
            "another folder first.",
            path=path,
            service=shared,
        )
    return ReadOnlyError(
        "{path} lies on a read-only place and can't be changed; copy it elsewhere first.", path=path
    )
