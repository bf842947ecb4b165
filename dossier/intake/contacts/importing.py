"""The way a list of contacts comes in: opened, planned, and written as one Change."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from dossier.intake.contacts.agencies import Agencies, name_of
from dossier.intake.contacts.blocks import Blocks
from dossier.intake.contacts.columns import find_layout
from dossier.intake.contacts.opening import open_table
from dossier.intake.contacts.places import Places
from dossier.intake.contacts.plan import Origin, Plan
from dossier.intake.contacts.planning import Planner
from dossier.intake.contacts.reading import Reading
from dossier.intake.contacts.rows import Table
from dossier.intake.contacts.scratch import Scratch
from dossier.intake.contacts.writing import Writer
from dossier.language.labels import N_
from dossier.model.dates import Date, day
from dossier.model.errors import DossierError
from dossier.model.progress import Progress
from dossier.store import Change, Dossier, Reader

_MANY = 5_000
"""Rows from which on an import is written in bulk."""


def plan_contacts(
    dossier: Dossier,
    path: Path,
    reading: Reading | None = None,
    *,
    sender: str | None = None,
    received: Date | None = None,
    progress: Progress | None = None,
) -> Plan:
    """Read a list and find what importing it would do; nothing is written.

    `sender` is from whom the list is, and `received` when (else today). Raises DossierError where the list
    can't be read, StoppedError where `progress` says to stop.
    """
    path, reading = Path(path), reading or Reading()
    table = open_table(path, reading)
    layout = find_layout(table, reading, path.name)
    with dossier.read() as reader, Scratch() as scratch, _no_collecting():
        origin = _origin(reader, path, table, sender, received or day(dossier.clock().date()))
        plan = Plan(
            origin,
            layout,
            Blocks(),
            Agencies(reader),
            Places(reader),
            _newest_change(reader),
            table.format,
        )
        planner = Planner(reader, plan, scratch, progress or Progress())
        planner.read(table)
        planner.match()
        return plan


def write_contacts(
    dossier: Dossier, plan: Plan, decisions: Mapping[int, int], progress: Progress | None = None
) -> Change | None:
    """Write a plan as one Change; None where nothing was new.

    `decisions` are pks, or NEW, by the place of an ambiguous row; without one, such a row is left out. Raises
    DossierError where the dossier has changed since the plan was made, StoppedError where `progress` says to
    stop: then nothing is left of it.
    """
    many = plan.blocks.count >= _MANY
    with dossier.edit(N_("Import contacts"), bulk=many) as edit, _no_collecting():
        if _newest_change(edit.reader, but=edit.change_pk) != plan.change:
            raise DossierError(
                "The dossier was changed since the list was looked at; look at it again, then import it."
            )
        progress = progress or Progress()
        Writer(edit, plan, decisions, progress).write()
        progress.at("finish", 0)
    newest = dossier.history(limit=1)
    return newest[0] if newest and newest[0].pk != plan.change else None


def _origin(reader: Reader, path: Path, table: Table, sender: str | None, received: Date) -> Origin:
    title = f"{path.name}: {table.part}" if table.part else path.name
    lists = reader.rows(
        "SELECT pk, title, publisher, sha256, retrieved_latest FROM source WHERE source_kind = 'list' "
        "ORDER BY retrieved_latest, pk"
    )
    known = [
        pk
        for pk, other, _, sha256, _ in lists
        if sha256 == table.sha256 and (not table.part or other.endswith(f": {table.part}"))
    ]
    latest = received.latest.isoformat() if received.latest else ""
    earlier = [
        pk
        for pk, other, publisher, _, day in lists
        if pk not in known
        and (day or "") <= latest
        and (
            name_of(publisher) == name_of(sender)
            if publisher and sender
            else (publisher, other) == (sender, title)
        )
    ]
    return Origin(
        title,
        table.sha256,
        received,
        sender,
        known[-1] if known else None,
        earlier[-1] if earlier and not known else None,
    )


def _newest_change(reader: Reader, but: int = 0) -> int:
    rows = reader.rows("SELECT coalesce(max(pk), 0) FROM change WHERE pk <> :but", but=but)
    return int(rows[0][0])


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Millions of tuples make no cycles, but the collector would walk them over and over."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
