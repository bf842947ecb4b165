"""A dossier: one file of records, the object that reads and edits it.

What needs SQLAlchemy is imported when it is first asked for, as the window reads and shows before it edits.
"""

import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Self

from dossier.language.wording import ENGLISH, Wording
from dossier.model.clock import Clock, system_clock
from dossier.model.errors import DossierError
from dossier.store.files import build_file, explained
from dossier.store.keys import new_key
from dossier.store.memory import Memory
from dossier.store.opening import OpenFile, key_for, open_file, rebuild_index, refuse_shared
from dossier.store.reader import Reader
from dossier.store.waiting import Waiting

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from dossier.store.changes import Change
    from dossier.store.edit import Edit

Listener = Callable[["Change"], None]


class Dossier:
    """An open dossier file. Reading may go on in any thread; one edit at a time writes."""

    def __init__(self, path: Path, file: OpenFile, *, clock: Clock, author: str | None) -> None:
        self.path = path
        self.clock = clock
        self._file = file
        self._author = author
        self._writing = threading.Lock()
        self.waiting = Waiting()
        self._writer: int | None = None
        self._listeners: list[Listener] = []
        self.had_leftover = file.had_leftover
        self.had_unfinished = file.had_unfinished
        self._remembered: tuple[int | None, Memory] = (None, Memory())

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        clock: Clock = system_clock,
        author: str | None = None,
        passphrase: str | None = None,
        fill: "Callable[[Dossier], object] | None" = None,
    ) -> Self:
        """Make a new file and open it; `fill` may write its first records before the file appears.

        Raises DossierError where there is a file already, or the folder can't be written.
        """
        refuse_shared(Path(path))
        key = new_key(passphrase) if passphrase is not None else None

        def build(part: Path) -> None:
            from dossier.store.copies import lay_out_file

            lay_out_file(part, key)
            if fill:
                with cls(part, open_file(part, key), clock=clock, author=author) as dossier:
                    fill(dossier)

        had_unfinished = build_file(Path(path), build)
        made = cls(Path(path), open_file(Path(path), key), clock=clock, author=author)
        made.had_unfinished |= had_unfinished
        return made

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        clock: Clock = system_clock,
        author: str | None = None,
        passphrase: str | None = None,
        as_it_is: bool = False,
    ) -> Self:
        """Open a file (to read only, on a read-only place).

        Raises PassphraseError for a protected file and no or another passphrase, DossierError for what is no
        dossier. `as_it_is` is for a damaged file, to check it and save from it: it is not brought up to date.
        """
        path = Path(path)
        file = open_file(path, key_for(path, passphrase), as_it_is=as_it_is)
        return cls(path, file, clock=clock, author=author)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection; the last one folds the write-ahead log back into the file."""
        self._file.close()

    @property
    def read_only(self) -> bool:
        return self._file.read_only

    @property
    def shared_by(self) -> str:
        """Whose the place is besides ours: "network", the name of a service that synchronises it, or ""."""
        return self._file.shared_by

    @property
    def is_protected(self) -> bool:
        return self._file.key is not None

    @property
    def is_in_place(self) -> bool:
        """Whether the path still leads to the file that is open."""
        return self._file.held.is_in_place

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """A snapshot of the records."""
        with explained(self.path), self._file.snapshots.take() as connection:
            newest = Reader(connection).rows("SELECT max(pk) FROM change")[0][0]
            remembered = self._remembered
            if newest != remembered[0]:
                # A new one, since other threads may still read what was before with the old one.
                remembered = self._remembered = (newest, Memory())
            yield Reader(connection, remembered[1])

    @contextmanager
    def edit(self, label: str, *, bulk: bool = False) -> "Iterator[Edit]":
        """The one way to write: a transaction, a Change, an undo step. Raises ReadOnlyError, DossierError.

        `bulk` is for an edit that adds many thousands of records.
        """
        with self._edit(label, bulk=bulk) as edit:
            yield edit

    def undo(self, change_pk: int | None = None) -> "Change":
        """Undo a change (by default the newest in force) by a new Change; undoing an undo is redo.

        Raises DossierError when there is nothing to undo, or a later change touched the same.
        """
        from dossier.store.changes import history
        from dossier.store.engine import MANY
        from dossier.store.undo import apply_undo, pick_undo

        with explained(self.path), self._engine.connect() as connection, connection.begin():
            target = history(connection, pk=pick_undo(connection) if change_pk is None else change_pk)
        if not target:
            raise DossierError("There is no change {change_pk} in the history.", change_pk=change_pk)
        label = target[0].label
        words = (
            f"Redo: {label.removeprefix('Undo: ')}"
            if target[0].undoes
            else f"Undo: {label.removeprefix('Redo: ')}"
        )
        with self._edit(words, undoes=target[0].pk, bulk=len(target[0].inserted) > MANY) as edit:
            apply_undo(edit, target[0])
        assert edit.written, "an undo always touches something"
        return edit.written

    def undoable(self, change_pk: int | None = None) -> "Change":
        """The change that `undo` would undo. Raises DossierError when there is none, or it can't be."""
        from dossier.store.changes import history
        from dossier.store.undo import pick_undo

        self._file.check_writable(self.path)
        with explained(self.path), self._engine.connect() as connection:
            return history(connection, pk=change_pk or pick_undo(connection))[0]

    def redo(self) -> "Change":
        """Take back the newest undo. Raises DossierError when there is none, or a newer edit followed it."""
        from dossier.store.undo import pick_redo

        with explained(self.path), self._engine.connect() as connection:
            pk = pick_redo(connection)
        return self.undo(pk)

    def history(self, *, limit: int | None = None) -> "tuple[Change, ...]":
        """The changes, newest first."""
        from dossier.store.changes import history

        with explained(self.path), self._engine.connect() as connection:
            return history(connection, limit=limit)

    def listen(self, listener: Listener) -> None:
        """Call `listener` with each Change once it is written, in the thread that wrote it."""
        self._listeners.append(listener)

    def check(self, *, deep: bool = False, words: Wording = ENGLISH) -> tuple[str, ...]:
        """What is wrong with the file, in sentences."""
        from dossier.store.check import check

        if damaged := self.damage(deep=deep, words=words):
            return damaged
        with explained(self.path), self._engine.connect() as connection:
            return check(connection, words, deep=deep)

    def damage(self, *, deep: bool = False, words: Wording = ENGLISH) -> tuple[str, ...]:
        """Which tables of the file are damaged, in sentences."""
        from dossier.store.damage import damage

        with explained(self.path), self._engine.connect() as connection:
            return damage(connection, words, deep=deep)

    def rebuild_index(self) -> None:
        """Make the search index anew."""
        self._file.check_writable(self.path)
        with self._writing, explained(self.path):
            rebuild_index(self._engine)

    def salvage(self, path: Path) -> dict[str, int]:
        """Save what can be read of a damaged file to a new one; gives how many of each kind are lost."""
        from dossier.store.copies import salvage_into

        lost: dict[str, int] = {}
        with explained(self.path):
            build_file(Path(path), lambda part: lost.update(salvage_into(part, self._engine, self._file.key)))
        return lost

    def backup(self, path: Path) -> None:
        """Write a copy of the whole dossier to a new file. Raises DossierError where there is one already."""
        from dossier.store.copies import copy_into

        with explained(self.path), self._file.snapshots.take() as source:
            build_file(Path(path), lambda part: copy_into(part, source, self._file.key))

    def kept(self, name: str) -> str | None:
        """What was kept in the file by that name."""
        with self.read() as reader:
            rows = reader.rows("SELECT value FROM setting WHERE key = :key", key=f"kept.{name}")
        return str(rows[0][0]) if rows else None

    def keep(self, name: str, value: str) -> None:
        """Keep what is no record, such as pinned searches, in the file: no Change, no step of undo."""
        from dossier.store.engine import WRITES

        self._file.check_writable(self.path)
        with (
            self._writing,
            explained(self.path),
            self._engine.connect().execution_options(**WRITES) as connection,
            connection.begin(),
        ):
            self._file.held.check_place()
            put = "INSERT OR REPLACE INTO setting(key, value) VALUES (?, ?)"
            connection.exec_driver_sql(put, (f"kept.{name}", value))

    @property
    def _engine(self) -> "Engine":
        return self._file.engine

    @contextmanager
    def _edit(self, label: str, undoes: int | None = None, *, bulk: bool = False) -> "Iterator[Edit]":
        self._file.check_writable(self.path)
        if self._writer == threading.get_ident():
            raise RuntimeError("an edit is under way in this thread; edits don't nest")
        with self._writing:
            self._writer = threading.get_ident()
            try:
                change = yield from self._transaction(label, undoes, in_bulk=bulk)
            finally:
                self._writer = None
        if change:
            for listener in self._listeners:
                listener(change)

    def _transaction(
        self, label: str, undoes: int | None, *, in_bulk: bool
    ) -> "Generator[Edit, None, Change | None]":
        from dossier.store.changes import history
        from dossier.store.check import refuse_dangling
        from dossier.store.edit import Edit, replica, user_name
        from dossier.store.engine import WRITES, bulk

        with (
            explained(self.path),
            self._engine.connect().execution_options(**WRITES) as connection,
            bulk(connection) if in_bulk else nullcontext(),
            connection.begin() as transaction,
        ):
            self._file.held.check_place()
            self.waiting.check()
            author = self._author or user_name()
            edit = Edit(connection, label, author, replica(connection), self.clock())
            yield edit
            self._file.held.check_place()
            if edit.finish(undoes):
                edit.written = history(connection, limit=1)[0]
                if in_bulk:
                    refuse_dangling(connection, edit.written.inserted)
                return edit.written
            transaction.rollback()
            return None
