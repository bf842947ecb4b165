"""Undo and redo: a new Change that puts back what an earlier one touched, unless a later one did too."""

import json
from typing import Any

from sqlalchemy import Connection

from dossier.model.errors import DossierError
from dossier.store.changes import Change, standing
from dossier.store.edit import Edit
from dossier.store.reader import json_list
from dossier.store.removal import AMONG, Doomed, refuse_in_use, refuse_range_in_use

_EVERYTHING = "*"
_OF_CHANGE = "FROM change_row JOIN record ON record.pk = change_row.record WHERE change = ? AND action = ?"


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
        raise DossierError("“{label}” is undone already.", label=change.label)
    _refuse_later(connection, change, [pk for pk in log.in_force if pk > change.pk])
    edit.restore(change.pk)
    updates = f"SELECT kind, record.pk, before {_OF_CHANGE} ORDER BY change_row.pk DESC"
    for kind, pk, before in _rows(connection, updates, change.pk, "update"):
        edit.write_columns(kind, pk, json.loads(before))
    if change.inserted:
        refuse_range_in_use(connection, change.inserted)
        edit.remove_range(change.inserted)
    restored: Doomed = {}
    for kind, pk in _rows(connection, f"SELECT kind, record.pk {_OF_CHANGE}", change.pk, "restore"):
        restored.setdefault(kind, set()).add(pk)
    refuse_in_use(connection, restored)
    edit.remove(restored)


def _refuse_later(connection: Connection, change: Change, later: list[int]) -> None:
    if not later:
        return
    rows = _rows(
        connection,
        "SELECT record, action, before, label FROM change_row JOIN change ON change.pk = change "
        f"WHERE change {AMONG} AND (record BETWEEN ? AND ? "
        "OR record IN (SELECT record FROM change_row WHERE change = ?)) ORDER BY change_row.pk",
        json_list(later),
        change.inserted.start,
        change.inserted.stop - 1,
        change.pk,
    )
    for record, action, before, label in rows:
        own = _rows(
            connection,
            "SELECT action, before FROM change_row WHERE change = ? AND record = ?",
            change.pk,
            record,
        )
        touched = set().union(*(_fields(*row) for row in own))
        fields = _fields(action, before)
        if record in change.inserted or _EVERYTHING in touched | fields or touched & fields:
            raise DossierError(
                "“{label}” can't be undone: “{label2}” touched the same facts later; undo that first.",
                label=change.label,
                label2=label,
            )


def _fields(action: str, before: str | None) -> set[str]:
    return set(json.loads(before or "{}")) if action == "update" else {_EVERYTHING}


def _rows(connection: Connection, sql: str, *values: Any) -> list[Any]:
    return list(connection.exec_driver_sql(sql, values).all())
