"""Any list of the dossier as a table: that of people is one of contacts, which an import reads back."""

from collections.abc import Iterator, Sequence
from datetime import date

from dossier.export.contact_csv import CONTACT_COLUMNS, MARKING_COLUMN, contact_cells
from dossier.export.scope import Scope
from dossier.views.contact_lists import contacts_of
from dossier.views.fiction import training_mark
from dossier.views.tables import COLUMNS, table_rows

Row = tuple[str, ...]
_STEP = 100


def columns(scope: Scope, kind: str) -> Row:
    """The head of the list of a kind."""
    marking = (MARKING_COLUMN,) if training_mark(scope.reader, scope.wording) else ()
    return (*(CONTACT_COLUMNS if kind == "person" else COLUMNS[kind]), *marking)


def rows(scope: Scope, today: date, kind: str) -> Iterator[Row]:
    """The rows of the list of a kind; of people one for each post."""
    pks = scope.pks(kind)
    mark = training_mark(scope.reader, scope.wording)
    marking = (mark,) if mark else ()
    for done, row in enumerate(_rows(scope, today, kind, pks)):
        if done % _STEP == 0:
            scope.progress.at("write", done / (len(pks) or 1))
        yield (*row, *marking)


def _rows(scope: Scope, today: date, kind: str, pks: Sequence[int]) -> Iterator[Row]:
    if kind != "person":
        yield from table_rows(scope.reader, scope.wording, today, kind, pks)
        return
    for posts in contacts_of(scope.reader, scope.wording, today, pks, scope.organizations):
        for contact in posts:
            yield tuple(contact_cells(contact))
