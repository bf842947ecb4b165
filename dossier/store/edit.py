"""The one way to write: an edit gathers what one transaction adds and alters, and logs it as one Change."""

import getpass
import json
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from dossier.model.errors import DossierError
from dossier.model.fields import specs
from dossier.model.ids import new_id
from dossier.model.records import BY_KIND, Record
from dossier.store.additions import Additions
from dossier.store.changes import Change
from dossier.store.engine import driver_of
from dossier.store.graph import Pointer, pointers_from
from dossier.store.index import Index, owner_column, touches_index, worth_noting
from dossier.store.reader import Reader, json_list
from dossier.store.removal import AMONG, Doomed, in_parts, refuse_in_use, with_parts, words
from dossier.store.rows import Row, to_columns, to_row, values_of
from dossier.store.tables import TABLES, change_row, setting
from dossier.store.tables import change as change_table
from dossier.store.tables import record as record_table

_MOST_HELD_BACK = 20_000
"""New records that wait to be written together."""

_MOST_KNOWN = 100_000
"""Kinds of older records that are kept at hand."""


class Edit:
    """One transaction under way. Made by `Dossier.edit`; used in one thread until its `with` block ends."""

    def __init__(self, connection: Connection, label: str, author: str, replica: str, at: datetime) -> None:
        if not label.strip():
            raise ValueError("an edit needs a label")
        self.connection = connection
        self._reader = Reader(driver_of(connection))
        self._index = Index(connection)
        self._first: int = (connection.scalar(select(func.max(record_table.c.pk))) or 0) + 1
        self._added = Additions(connection, self._first)
        self._known: dict[int, str] = {}
        self._nested: dict[tuple[Pointer, int], None] = {}
        self._logged = False
        self.written: Change | None = None
        """What came of it, once it is written; None where nothing was touched."""
        self.change_pk: int = (connection.scalar(select(func.max(change_table.c.pk))) or 0) + 1
        head = {"pk": self.change_pk, "id": new_id(), "replica": replica, "author": author, "label": label}
        connection.execute(insert(change_table), {**head, "at": at.isoformat()})

    @property
    def reader(self) -> Reader:
        """Reads the dossier with this edit's own writes in it."""
        self._flush()
        return self._reader

    def add(self, record: Record) -> int:
        """Write a new record; gives its pk. Raises DossierError where a value breaks the model."""
        return self._add(record.kind, values_of(record), record.id)

    def add_values(self, record_class: type[Record], *values: Any) -> int:
        """Write a new record of which only the values are given, all of them in the order of the fields.

        As `add`; for imports, where making the records would cost as much as writing them.
        """
        return self._add(record_class.kind, values)

    def _add(self, kind: str, values: tuple[Any, ...], id: str = "") -> int:
        row = to_row(kind, values)
        added, pk = self._added, self._added.next_pk
        for position, targets, pointer in _pointers(kind):
            target = row[position]
            if target is None:
                continue
            found = added.kind(target) if target >= self._first else self._kind(target)
            if found not in targets or pointer.nests:
                self._check_target(pointer, pk, target)
        added.add(kind, row, id)
        self._index.added(pk, kind, values)
        if added.held_back >= _MOST_HELD_BACK:
            self._flush()
        return pk

    def set(self, pk: int, **values: Any) -> None:
        """Alter fields of a record. Raises DossierError where a value breaks the model, KeyError for none."""
        kind = self._kind(pk)
        unknown = values.keys() - specs(BY_KIND[kind]).keys()
        if unknown:
            raise TypeError(f"a {kind} has no field {', '.join(sorted(unknown))}")
        row = to_columns(kind, values)
        self._check_targets(kind, pk, row)
        self.write_columns(kind, pk, row)

    def delete(self, pk: int) -> None:
        """Delete a record with its parts and citations. Raises DossierError while others point at it."""
        self._flush()
        doomed = with_parts(self.connection, self._kind(pk), pk)
        refuse_in_use(self.connection, doomed)
        self.remove(doomed)

    # What undo is made of, too:

    def write_columns(self, kind: str, pk: int, row: Row) -> None:
        """Put column values into a record's row, and log those they replace."""
        self._flush()
        table = TABLES[kind]
        current = self.connection.execute(select(table).where(table.c.pk == pk)).mappings().one()
        before = {name: current[name] for name, value in row.items() if current[name] != value}
        if not before:
            return
        self._index.note(kind, pk, dict(current))
        if pk < self._first:
            self._log(pk, "update", before)
            self._raise_version([pk])
        self.connection.execute(update(table).where(table.c.pk == pk), row)
        self._index.note(kind, pk, {**current, **row})

    def restore(self, undone: int) -> None:
        """Bring back the records that the change `undone` deleted, as they were."""
        run = self.connection.exec_driver_sql
        deleted = (
            "FROM change_row JOIN record ON record.pk = change_row.record "
            f"WHERE change = {undone} AND action = 'delete'"
        )
        pks: Doomed = {}
        for kind, pk in run(f"SELECT kind, record.pk {deleted}").all():
            pks.setdefault(kind, set()).add(pk)
        run(
            "INSERT INTO change_row (change, record, action) "
            f"SELECT {self.change_pk}, record.pk, 'restore' {deleted}"
        )
        self._logged = self._logged or bool(pks)
        for kind, of_kind in pks.items():
            names = [f'"{column.name}"' for column in TABLES[kind].c]
            values = ["record.pk", *(f"json_extract(before, '$.{name}')" for name in names[1:])]
            run(
                f'INSERT INTO "{kind}" ({", ".join(names)}) '
                f"SELECT {', '.join(values)} {deleted} AND kind = '{kind}'"
            )
            for part in in_parts(of_kind):
                self._raise_version(part, deleted=0)
                self._note(kind, f"pk {AMONG}", json_list(part))

    def remove(self, doomed: Doomed) -> None:
        """Take records out of their tables, keeping image and tombstone of those that were there before."""
        for kind, pks in doomed.items():
            for part in in_parts(pks):
                self._note(kind, f"pk {AMONG}", json_list(part))
                old = [pk for pk in part if pk < self._first]
                self._bury(kind, f"pk {AMONG}", json_list(old))
                self._raise_version(old, deleted=1)
                self._drop(kind, part[len(old) :])
                for pk in old if self._known else ():
                    self._known.pop(pk, None)

    def remove_range(self, pks: range) -> None:
        """Take out all records that were added with these pks, as `remove` does; for an import in no time."""
        within = f"pk BETWEEN {pks.start} AND {pks.stop - 1}"
        for kind in TABLES:
            self._note(kind, worth_noting(kind, pks))
            self._bury(kind, within)
        self.connection.exec_driver_sql(
            f"UPDATE record SET version = version + 1, deleted = 1 WHERE {within} AND deleted = 0"
        )
        self._known.clear()

    def finish(self, undoes: int | None = None) -> bool:
        """Write what is held back, bring the index in step, close the log; False when nothing was touched."""
        self._flush()
        last = self._added.next_pk - 1
        if last < self._first and not self._logged:
            return False
        self._refuse_circles()
        self._index.update()
        span = {"first": self._first, "last": last} if last >= self._first else {}
        head = change_table.c.pk == self.change_pk
        self.connection.execute(update(change_table).where(head), {"undoes": undoes, **span})
        self._index.mark(self.change_pk)
        return True

    def _flush(self) -> None:
        if self._added.write():
            self._index.write_added()

    def _kind(self, pk: int) -> str:
        if pk >= self._first:
            return self._added.kind(pk)
        if pk not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[pk] = self._reader.kind(pk)
        return self._known[pk]

    def _check_targets(self, kind: str, pk: int, row: Row) -> None:
        for pointer in pointers_from(kind):
            target = row.get(pointer.field)
            if target is not None:
                self._check_target(pointer, pk, target)

    def _check_target(self, pointer: Pointer, pk: int, target: int) -> None:
        found = self._kind(target)
        if pointer.targets and found not in pointer.targets:
            raise DossierError(
                "The {field} of a {kind} can't be a {found}; it takes {targets}.",
                field=pointer.field,
                kind=words(pointer.kind),
                found=words(found),
                targets=" / ".join(pointer.targets),
            )
        if pointer.nests:
            self._nested[pointer, pk] = None

    def _refuse_circles(self) -> None:
        for pointer, pk in self._nested:
            column = TABLES[pointer.kind].c
            seen = {pk}
            above = self.connection.scalar(select(column[pointer.field]).where(column.pk == pk))
            while above is not None:
                if above in seen:
                    raise DossierError(
                        "A {kind} can't lie below itself; choose another {field}.",
                        kind=words(pointer.kind),
                        field=pointer.field,
                    )
                seen.add(above)
                above = self.connection.scalar(select(column[pointer.field]).where(column.pk == above))

    def _bury(self, kind: str, where: str, *values: Any) -> None:
        """Take records that were there before out of their table, and log what they were."""
        names = [column.name for column in TABLES[kind].c if column.name != "pk"]
        image = ", ".join(f"""'{name}', "{name}\"""" for name in names)
        run = self.connection.exec_driver_sql
        run(
            "INSERT INTO change_row (change, record, action, before) "
            f"SELECT ?, pk, 'delete', json_object({image}) FROM \"{kind}\" WHERE {where} ORDER BY pk",
            (self.change_pk, *values),
        )
        run(f'DELETE FROM "{kind}" WHERE {where}', values)
        self._logged = True

    def _drop(self, kind: str, pks: list[int]) -> None:
        """Take out records of this edit: nothing of them stays."""
        for pk in pks:
            self._added.forget(pk)
        for table in (kind, "record"):
            self.connection.exec_driver_sql(f'DELETE FROM "{table}" WHERE pk {AMONG}', (json_list(pks),))

    def _note(self, kind: str, where: str, *values: Any) -> None:
        """Let the index know of records that are in their table now, and were not or will not be."""
        if touches_index(kind):
            column = owner_column(kind)
            rows = self.connection.exec_driver_sql(
                f'SELECT pk, "{column}" FROM "{kind}" WHERE {where}', values
            )
            for pk, owner in rows.all():
                self._index.note(kind, pk, {column: owner})

    def _log(self, pk: int, action: str, before: Row | None) -> None:
        image = None if before is None else json.dumps(before, ensure_ascii=False)
        row = {"change": self.change_pk, "record": pk, "action": action, "before": image}
        self.connection.execute(insert(change_row), row)
        self._logged = True

    def _raise_version(self, pks: list[int], deleted: int | None = None) -> None:
        self.connection.exec_driver_sql(
            f"UPDATE record SET version = version + 1, deleted = coalesce(?, deleted) WHERE pk {AMONG}",
            (deleted, json_list(pks)),
        )


@cache
def _pointers(kind: str) -> tuple[tuple[int, frozenset[str], Pointer], ...]:
    """The references of a new record: where in its row each stands, the kinds it takes, and itself."""
    columns = [column.name for column in TABLES[kind].columns][1:]
    return tuple(
        (columns.index(pointer.field), frozenset(pointer.targets or BY_KIND), pointer)
        for pointer in pointers_from(kind)
    )


def replica(connection: Connection) -> str:
    """The id of this copy of the file."""
    return str(connection.scalar(select(setting.c.value).where(setting.c.key == "replica")))


def user_name() -> str:
    """Who edits: the name of the signed-in user, as the system knows it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
