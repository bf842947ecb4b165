"""Checking a dossier that can be read: its references, its records, its search index."""

from collections.abc import Callable, Iterator

from sqlalchemy import Connection

from dossier.language import Wording
from dossier.model.fields import FieldType, specs
from dossier.model.records import BY_KIND, RECORD_CLASSES
from dossier.store.engine import driver_of
from dossier.store.in_step import is_in_step
from dossier.store.reader import Reader
from dossier.store.terms import PK_OF_ENTRY

Say = Callable[..., str]


def check(connection: Connection, wording: Wording, *, deep: bool) -> tuple[str, ...]:
    """What is wrong, in sentences; nothing for a sound file. `deep` reads every page and row."""
    return tuple(_problems(connection, wording.say, deep))


def refuse_dangling(connection: Connection, inserted: range) -> None:
    """Raise RuntimeError, for a bug of ours, when a new record points at nothing.

    Only those just written are looked at, however large the file is: 3 % of an import's time.
    """
    reader = Reader(driver_of(connection))
    for record_class in RECORD_CLASSES:
        for name, spec in specs(record_class).items():
            if spec.type is not FieldType.REFERENCE:
                continue
            target = spec.targets[0] if len(spec.targets) == 1 else "record"
            lost = reader.rows(
                f'SELECT pk, "{name}" FROM {record_class.kind} WHERE pk BETWEEN :first AND :last '
                f'AND "{name}" IS NOT NULL AND "{name}" NOT IN (SELECT pk FROM {target}) LIMIT 1',
                first=inserted.start,
                last=inserted.stop - 1,
            )
            if lost:
                pk, gone = lost[0]
                raise RuntimeError(f"{record_class.kind} {pk} points at {name} {gone}, which is not there")


def _problems(connection: Connection, say: Say, deep: bool) -> Iterator[str]:
    reader = Reader(driver_of(connection))
    broken = reader.rows("PRAGMA foreign_key_check")
    if broken:
        table, row = broken[0][:2]
        yield say(
            "{n} reference(s) lead nowhere, the first in table {table}, row {row}.",
            n=len(broken),
            table=table,
            row=row,
        )
    if not is_in_step(reader):
        yield say("The search index is older than the records; “dossier check --repair” makes it anew.")
    if deep:
        yield from _missing_rows(reader, say)
        yield from _wrong_kinds(reader, say)
        yield from _index_gaps(reader, say)


def _missing_rows(reader: Reader, say: Say) -> Iterator[str]:
    for kind in BY_KIND:
        lost = reader.rows(
            "SELECT count(*) FROM record WHERE kind = :kind AND deleted = 0 "
            f"AND pk NOT IN (SELECT pk FROM {kind})",
            kind=kind,
        )[0][0]
        stray = reader.rows(
            f"SELECT count(*) FROM {kind} WHERE pk NOT IN "
            "(SELECT pk FROM record WHERE kind = :kind AND deleted = 0)",
            kind=kind,
        )[0][0]
        if lost or stray:
            yield say(
                "{lost} {kind} record(s) have no row, and {stray} row(s) no record.",
                lost=lost,
                kind=kind,
                stray=stray,
            )


def _wrong_kinds(reader: Reader, say: Say) -> Iterator[str]:
    """References that may point at several kinds are not held by a foreign key to one table."""
    for record_class in RECORD_CLASSES:
        for name, spec in specs(record_class).items():
            if spec.type is not FieldType.REFERENCE or len(spec.targets) < 2:
                continue
            kinds = ", ".join(f"'{target}'" for target in spec.targets)
            wrong = reader.rows(
                f'SELECT count(*) FROM {record_class.kind} AS x JOIN record ON record.pk = x."{name}" '
                f"WHERE record.kind NOT IN ({kinds}) OR record.deleted = 1"
            )[0][0]
            if wrong:
                yield say(
                    "{n} {kind} record(s) point at the wrong kind in {field}.",
                    n=wrong,
                    kind=record_class.kind,
                    field=name,
                )


def _index_gaps(reader: Reader, say: Say) -> Iterator[str]:
    named = reader.rows(
        "SELECT count(*) FROM (SELECT DISTINCT of FROM name WHERE of NOT IN (SELECT pk FROM index_entry))"
    )[0][0]
    lost = reader.rows(
        f"SELECT count(*) FROM name_index WHERE {PK_OF_ENTRY} NOT IN (SELECT pk FROM index_entry)"
    )[0][0]
    if named or lost:
        yield say(
            "{named} named record(s) are not in the search index, and {lost} entries of it have no record; "
            "“dossier check --repair” makes it anew.",
            named=named,
            lost=lost,
        )
