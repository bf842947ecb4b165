"""Which records go together, and which may not go: asked for many at once, since an import adds millions."""

from collections.abc import Collection, Iterable, Iterator

from sqlalchemy import Connection

from dossier.model.errors import DossierError
from dossier.store.graph import POINTERS, Pointer, pointers_at
from dossier.store.reader import json_list

Pks = set[int]
Doomed = dict[str, Pks]
"""Records to be removed, by kind."""

AMONG = "IN (SELECT value FROM json_each(?))"
"""A condition on a bound `json_list`: SQLAlchemy would write ten thousand values out, and compile that."""

_PART = 10_000


def in_parts(pks: Collection[int]) -> Iterable[list[int]]:
    ordered = sorted(pks)
    return (ordered[start : start + _PART] for start in range(0, len(ordered), _PART))


def with_parts(connection: Connection, kind: str, pk: int) -> Doomed:
    """A record with all that belongs to it."""
    doomed: Doomed = {}
    todo = [(kind, {pk})]
    while todo:
        kind, pks = todo.pop()
        fresh = pks - doomed.setdefault(kind, set())
        if not fresh:
            continue
        doomed[kind] |= fresh
        todo += [
            (part.kind, set(_pointing(connection, part, fresh))) for part in pointers_at(kind) if part.part
        ]
    return {kind: pks for kind, pks in doomed.items() if pks}


def refuse_in_use(connection: Connection, doomed: Doomed) -> None:
    """Raise DossierError when a record that stays points at one that is to go."""
    for kind, pks in doomed.items():
        for pointer in pointers_at(kind):
            going = doomed.get(pointer.kind, set())
            left = set(_pointing(connection, pointer, pks)) - going
            if left:
                raise _dangling(kind, pointer, len(left))


def refuse_range_in_use(connection: Connection, pks: range) -> None:
    """As `refuse_in_use`, when all records with these pks are to go."""
    within = f"BETWEEN {pks.start} AND {pks.stop - 1}"
    for pointer in POINTERS:
        sql = (
            f'SELECT kind, count(*) FROM "{pointer.kind}" AS source '
            f'JOIN record ON record.pk = "{pointer.field}" '
            f'WHERE "{pointer.field}" {within} AND source.pk NOT {within} GROUP BY kind'
        )
        for kind, count in connection.exec_driver_sql(sql).all():
            raise _dangling(kind, pointer, count)


def _dangling(kind: str, pointer: Pointer, count: int) -> DossierError:
    return DossierError(
        "This {kind} can't be deleted: {n} {pointing} record(s) point at it; change or delete these first.",
        kind=words(kind),
        n=count,
        pointing=words(pointer.kind),
    )


def words(kind: str) -> str:
    return kind.replace("_", " ")


def _pointing(connection: Connection, pointer: Pointer, pks: Collection[int]) -> Iterator[int]:
    """The records that point at any of these."""
    sql = f'SELECT pk FROM "{pointer.kind}" WHERE "{pointer.field}" {AMONG}'
    for part in in_parts(pks):
        found = connection.exec_driver_sql(sql, (json_list(part),))
        yield from (pk for (pk,) in found.all())
