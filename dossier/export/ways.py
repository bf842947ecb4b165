"""The ways in which a whole dossier, or all of an agency, leaves the program: one function a format."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Generic, TypeVar

from dossier.export.files import fill_atomically
from dossier.export.scope import Scope
from dossier.model.records import Event

_STEP = 100

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Written:
    """How many records went out (of a table its rows), and how many events had no date to go by."""

    count: int
    undated: int = 0


@dataclass(frozen=True, slots=True)
class Way:
    """A format: how its files end, and what writes one. A table holds one list, the others all there is."""

    suffix: str
    write: Callable[[Scope, datetime, str, BinaryIO], Written]
    is_of_one_list: bool = False


def export(scope: Scope, form: str, path: str | Path, now: datetime, kind: str = "person") -> Written:
    """Write a file, whole or not at all; `kind` is the list that goes into a format of one list.

    Raises DossierError where the file can't be written, StoppedError where the progress of the scope says to
    stop: then what was there stays.
    """
    written = Written(0)

    def fill(file: BinaryIO) -> None:
        nonlocal written
        written = WAYS[form].write(scope, now, kind, file)

    fill_atomically(path, fill)
    return written


def _vcard(scope: Scope, now: datetime, kind: str, file: BinaryIO) -> Written:
    from dossier.export.vcard import vcard
    from dossier.views.contact_lists import contacts_of

    count = 0
    pks = [*scope.pks("organization"), *scope.pks("person")]
    for posts in contacts_of(scope.reader, scope.wording, now.date(), pks, scope.organizations):
        if count % _STEP == 0:
            scope.progress.at("write", count / len(pks))
        file.write(vcard(posts))
        count += 1
    return Written(count)


def _ics(scope: Scope, now: datetime, kind: str, file: BinaryIO) -> Written:
    from dossier.export.events_ics import calendar

    pks = scope.pks("event")
    file.writelines(calendar(scope, now, pks))
    undated = sum(event.date is None for event in scope.reader.find(Event, pk=pks))
    return Written(len(pks) - undated, undated)


def _csv(scope: Scope, now: datetime, kind: str, file: BinaryIO) -> Written:
    from dossier.export.csv_text import csv_text
    from dossier.export.tables import columns, rows

    counted = _Counted(rows(scope, now.date(), kind))
    file.writelines(csv_text(columns(scope, kind), counted, scope.wording.code))
    return Written(counted.count)


def _xlsx(scope: Scope, now: datetime, kind: str, file: BinaryIO) -> Written:
    from dossier.export.tables import columns, rows
    from dossier.export.workbook import write_workbook

    counted = {each: _Counted(rows(scope, now.date(), each)) for each in scope.kinds}
    tables = (
        (scope.wording.label("kinds", each), columns(scope, each), some) for each, some in counted.items()
    )
    write_workbook(file, tables, now)
    return Written(sum(some.count for some in counted.values()))


def _ftm(scope: Scope, now: datetime, kind: str, file: BinaryIO) -> Written:
    from dossier.export.ftm import ftm_lines

    counted = _Counted(ftm_lines(scope))
    file.writelines(counted)
    return Written(counted.count)


class _Counted(Generic[Item]):
    """What is counted as it goes by."""

    def __init__(self, items: Iterator[Item]) -> None:
        self._items = items
        self.count = 0

    def __iter__(self) -> Iterator[Item]:
        for item in self._items:
            self.count += 1
            yield item


WAYS = {
    "vcard": Way("vcf", _vcard),
    "ics": Way("ics", _ics),
    "csv": Way("csv", _csv, is_of_one_list=True),
    "xlsx": Way("xlsx", _xlsx),
    "ftm": Way("ftm.json", _ftm),
}
