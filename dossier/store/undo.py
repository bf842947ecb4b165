"""Undo and redo: a new Change that puts back what an earlier one touched, unless a later one did too."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from dossier.model.errors import DossierError
from dossier.store.changes import Change, standing
from dossier.store.edit import Edit
from dossier.store.tables import change as change_table
from dossier.store.tables import change_row
from dossier.store.tables import record as record_table

_EVERYTHING = "*"


def pick_undo(connection: Connection) -> int:
    """The newest change in force. Raises DossierError when there is none."""
    changes = standing(connection).in_force
    if not changes:
        raise DossierError("There is nothing to undo.")
    return changes[0]


def pick_redo(connection: Connection) -> int:
    """The newest undo with no newer edit in force. Raises DossierError when there is none."""
    found = standing(connection).redoable
    if found is None:
        raise DossierError("There is nothing to redo.")
    return found


def apply_undo(edit: Edit, change: Change) -> None:
    """Put back within `edit` what `change` touched. Raises DossierError when a later one touched it too."""
    connection = edit.connection
    log = standing(connection)
    if change.pk in log.undone:
        raise DossierError(f"“{change.label}” is undone already.")
    rows = connection.execute(
        select(change_row).where(change_row.c.change == change.pk).order_by(change_row.c.pk.desc())
    ).all()
    _refuse_later(connection, change, rows, [pk for pk in log.in_force if pk > change.pk])
    kinds = _kinds(connection, {row.record for row in rows})
    for row in rows:
        _put_back(edit, kinds[row.record], row)
    _remove_inserted(edit, connection, change)


def _put_back(edit: Edit, kind: str, row: Any) -> None:
    if row.action == "update":
        edit.write_columns(kind, row.record, json.loads(row.before))
    elif row.action == "delete":
        edit.restore(kind, row.record, json.loads(row.before))
    else:
        edit.remove({kind: {row.record}})


def _remove_inserted(edit: Edit, connection: Connection, change: Change) -> None:
    if not change.inserted:
        return
    columns = record_table.c
    span = columns.pk.between(change.inserted.start, change.inserted.stop - 1)
    doomed: dict[str, set[int]] = {}
    for row in connection.execute(select(columns.pk, columns.kind).where(span, columns.deleted == 0)):
        doomed.setdefault(row.kind, set()).add(row.pk)
    edit.refuse_dangling(doomed)
    edit.remove(doomed)


def _refuse_later(connection: Connection, change: Change, rows: Sequence[Any], later: list[int]) -> None:
    touched = {(row.record, field) for row in rows for field in _fields(row)}
    records = {record for record, _ in touched}
    columns = change_row.c
    for row in connection.execute(select(change_row).where(columns.change.in_(later)).order_by(columns.pk)):
        whole = row.record in change.inserted or (row.record, _EVERYTHING) in touched
        fields = _fields(row)
        same = any((row.record, field) in touched for field in fields) or (
            _EVERYTHING in fields and row.record in records
        )
        if whole or same:
            label = connection.scalar(select(change_table.c.label).where(change_table.c.pk == row.change))
            raise DossierError(
                f"“{change.label}” can't be undone: “{label}” touched the same facts later; undo that first."
            )


def _fields(row: Any) -> set[str]:
    return set(json.loads(row.before)) if row.action == "update" else {_EVERYTHING}


def _kinds(connection: Connection, pks: set[int]) -> dict[int, str]:
    """The kinds of records, deleted ones too."""
    columns = record_table.c
    found = connection.execute(select(columns.pk, columns.kind).where(columns.pk.in_(pks)))
    return {row.pk: row.kind for row in found}
