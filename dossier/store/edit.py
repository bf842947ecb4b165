"""The one way to write: an edit gathers what one transaction adds and alters, and logs it as one Change."""

import getpass
import json
from collections.abc import Collection, Iterable
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, literal, select, update

from dossier.model.errors import DossierError
from dossier.model.fields import specs
from dossier.model.ids import new_id
from dossier.model.records import BY_KIND, Record
from dossier.store.additions import Additions
from dossier.store.graph import Pointer, pointers_at, pointers_from
from dossier.store.index import Index, owner_column
from dossier.store.reader import Reader
from dossier.store.rows import Row, to_columns, to_row, values_of
from dossier.store.tables import TABLES, change_row, setting
from dossier.store.tables import change as change_table
from dossier.store.tables import record as record_table

Pks = set[int]
Doomed = dict[str, Pks]
"""Records to be removed, by kind."""

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
        self._reader = Reader(connection)
        self._index = Index(connection)
        self._first: int = (connection.scalar(select(func.max(record_table.c.pk))) or 0) + 1
        self._added = Additions(connection, self._first)
        self._known: dict[int, str] = {}
        self._nested: dict[tuple[Pointer, int], None] = {}
        self._logged = False
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
        doomed = self._with_parts(pk)
        self.refuse_dangling(doomed)
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

    def restore(self, kind: str, pk: int, row: Row) -> None:
        """Bring back a deleted record as it was."""
        self._log(pk, "restore", None)
        self.connection.execute(insert(TABLES[kind]), {"pk": pk, **row})
        self._raise_version([pk], deleted=0)
        self._index.note(kind, pk, row)

    def remove(self, doomed: Doomed) -> None:
        """Take records out of their tables, keeping image and tombstone of those that were there before."""
        for kind, pks in doomed.items():
            for part in _in_parts(pks):
                self._remove(kind, part)

    def refuse_dangling(self, doomed: Doomed) -> None:
        """Raise DossierError when a record that stays points at one that is to go."""
        everything = set().union(*doomed.values())
        for kind, pks in doomed.items():
            for pointer in pointers_at(kind):
                left = set(self._pointing(pointer, pks)) - everything
                if left:
                    raise DossierError(
                        f"This {_words(kind)} can't be deleted: {len(left)} {_words(pointer.kind)} record(s) "
                        "point at it; change or delete these first."
                    )

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
                f"The {pointer.field} of a {_words(pointer.kind)} can't be a {_words(found)}; "
                f"it takes {' or '.join(pointer.targets)}."
            )
        if pointer.nests:
            self._nested[pointer, pk] = None

    def _refuse_circles(self) -> None:
        for pointer, pk in self._nested:
            column = TABLES[pointer.kind].c
            seen: Pks = {pk}
            above = self.connection.scalar(select(column[pointer.field]).where(column.pk == pk))
            while above is not None:
                if above in seen:
                    raise DossierError(
                        f"A {pointer.kind} can't lie below itself; choose another {pointer.field}."
                    )
                seen.add(above)
                above = self.connection.scalar(select(column[pointer.field]).where(column.pk == above))

    def _pointing(self, pointer: Pointer, pks: Collection[int]) -> Iterable[int]:
        column = TABLES[pointer.kind].c
        for part in _in_parts(pks):
            yield from self.connection.scalars(select(column.pk).where(column[pointer.field].in_(part)))

    def _with_parts(self, pk: int) -> Doomed:
        doomed: Doomed = {}
        todo = [(self._kind(pk), {pk})]
        while todo:
            kind, pks = todo.pop()
            fresh = pks - doomed.setdefault(kind, set())
            if not fresh:
                continue
            doomed[kind] |= fresh
            todo += [(part.kind, set(self._pointing(part, fresh))) for part in pointers_at(kind) if part.part]
        return {kind: pks for kind, pks in doomed.items() if pks}

    def _remove(self, kind: str, pks: list[int]) -> None:
        table = TABLES[kind]
        owner = table.c[owner_column(kind)]
        for row in self.connection.execute(
            select(table.c.pk, owner.label("owner")).where(table.c.pk.in_(pks))
        ):
            self._index.note(kind, row.pk, {owner_column(kind): row.owner})
        old = [pk for pk in pks if pk < self._first]
        if old:
            image = func.json_object(
                *[item for c in table.c if c.name != "pk" for item in (literal(c.name), c)]
            )
            images = select(literal(self.change_pk), table.c.pk, literal("delete"), image).where(
                table.c.pk.in_(old)
            )
            log_columns = ["change", "record", "action", "before"]
            self.connection.execute(insert(change_row).from_select(log_columns, images))
            self._logged = True
        self.connection.execute(delete(table).where(table.c.pk.in_(pks)))
        self._raise_version(old, deleted=1)
        for pk in old:
            self._known.pop(pk, None)
        for pk in set(pks).difference(old):
            self._added.forget(pk)
            self.connection.execute(delete(record_table).where(record_table.c.pk == pk))

    def _log(self, pk: int, action: str, before: Row | None) -> None:
        image = None if before is None else json.dumps(before, ensure_ascii=False)
        row = {"change": self.change_pk, "record": pk, "action": action, "before": image}
        self.connection.execute(insert(change_row), row)
        self._logged = True

    def _raise_version(self, pks: list[int], **columns: Any) -> None:
        if pks:
            statement = update(record_table).where(record_table.c.pk.in_(bindparam("pks", expanding=True)))
            self.connection.execute(
                statement.values(version=record_table.c.version + 1, **columns), {"pks": pks}
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


def _words(kind: str) -> str:
    return kind.replace("_", " ")


def _in_parts(pks: Collection[int], size: int = 10_000) -> Iterable[list[int]]:
    ordered = sorted(pks)
    return (ordered[start : start + size] for start in range(0, len(ordered), size))
