"""The log of changes: what each edit touched, and which changes are in force after undo and redo."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from dossier.store.reader import json_list
from dossier.store.tables import change as change_table

_LARGE = 100


@dataclass(frozen=True, slots=True)
class Change:
    """One edit: who, on which copy of the file, when, why. `at` is UTC; `undoes` names another Change."""

    pk: int
    id: str
    replica: str
    author: str
    at: datetime
    label: str
    undoes: int | None
    inserted: range
    altered: frozenset[int]

    @property
    def touched(self) -> frozenset[int]:
        """The pks of every record it made, altered or deleted."""
        return self.altered.union(self.inserted)

    @property
    def size(self) -> int:
        """How many records it touched."""
        return len(self.inserted) + len(self.altered)

    @property
    def is_large(self) -> bool:
        """Whether it touched so much that undoing it is asked about first."""
        return self.size > _LARGE


def history(connection: Connection, *, limit: int | None = None, pk: int | None = None) -> tuple[Change, ...]:
    """The changes, newest first."""
    statement = select(change_table).order_by(change_table.c.pk.desc()).limit(limit)
    if pk is not None:
        statement = statement.where(change_table.c.pk == pk)
    rows = connection.execute(statement).all()
    altered: dict[int, set[int]] = {}
    touched = connection.exec_driver_sql(
        "SELECT change, record FROM change_row WHERE change IN (SELECT value FROM json_each(?))",
        (json_list(row.pk for row in rows),),
    )
    for change_pk, record in touched.all():
        altered.setdefault(change_pk, set()).add(record)
    return tuple(
        Change(
            pk=row.pk,
            id=row.id,
            replica=row.replica,
            author=row.author,
            at=datetime.fromisoformat(row.at),
            label=row.label,
            undoes=row.undoes,
            inserted=range(row.first, row.last + 1) if row.first is not None else range(0),
            altered=frozenset(altered.get(row.pk, ())),
        )
        for row in rows
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the log stands: changes in force and changes undone, and the undo that a redo would take back."""

    in_force: tuple[int, ...]
    undone: frozenset[int]
    redoable: int | None


def standing(connection: Connection) -> Standing:
    """Read the log: an undo and its target cancel; an undo of an undo (a redo) puts the target in force."""
    columns = change_table.c
    pairs = connection.execute(select(columns.pk, columns.undoes).order_by(columns.pk.desc())).all()
    undos = {pk for pk, undoes in pairs if undoes is not None}
    undone: set[int] = set()
    kept: list[int] = []
    redoable: int | None = None
    for pk, undoes in pairs:
        if pk in undone:
            continue
        if undoes is None:
            kept.append(pk)
            continue
        undone.add(undoes)
        newer_edit = bool(kept) and kept[0] > pk
        if redoable is None and undoes not in undos and not newer_edit:
            redoable = pk
    return Standing(tuple(kept), frozenset(undone), redoable)
