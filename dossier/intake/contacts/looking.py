"""A first look at a list: how it is read, its first rows, and what its columns are taken for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dossier.intake.contacts.columns import IGNORE, Layout, first_rows, lay_out, letters
from dossier.intake.contacts.opening import open_table
from dossier.intake.contacts.reading import Reading
from dossier.intake.contacts.reasons import Reason
from dossier.intake.contacts.rows import Row
from dossier.language.labels import N_


@dataclass(frozen=True, slots=True)
class Look:
    """A list as it would be read: `reading` leaves nothing to be found out, and has all `positions`.

    `problem` is why it can't be taken in like that, None where it can.
    """

    path: Path
    reading: Reading
    sheets: tuple[str, ...]
    rows: tuple[Row, ...]
    problem: Reason | None

    @property
    def width(self) -> int:
        return len(self.reading.positions)


def look(path: Path, reading: Reading | None = None) -> Look:
    """Look at a list, reading as told and finding out the rest. Raises DossierError for what is no list."""
    reading = reading or Reading()
    table = open_table(path, reading)
    found = replace(
        reading,
        sheet=table.sheet or None,
        encoding=table.encoding or None,
        separator=table.separator or None,
    )
    return _look(path, found, table.sheets, first_rows(table))


def taking(look: Look, positions: Mapping[int, str]) -> Look:
    """The same list with its columns taken for something else; nothing is read for that."""
    reading = replace(look.reading, positions=positions)
    return _look(look.path, reading, look.sheets, look.rows)


def _look(path: Path, reading: Reading, sheets: tuple[str, ...], rows: tuple[Row, ...]) -> Look:
    layout = lay_out(rows, reading)
    taken = {column.position: column.field for column in layout.columns}
    width = max([*(len(row.cells) for row in rows), *(position + 1 for position in taken)], default=0)
    positions = {position: taken.get(position, IGNORE) for position in range(width)}
    header = layout.header.line if layout.header else 0
    found = replace(reading, header=header, fields={}, positions=positions)
    return Look(path, found, sheets, rows, _problem(layout))


def _problem(layout: Layout) -> Reason | None:
    if layout.doubles:
        one, other = (column.header or letters(column.position) for column in layout.doubles)
        return Reason(
            N_("Two columns are taken for the same: “{one}” and “{other}”; choose another for one of them"),
            (("one", one), ("other", other)),
        )
    return None if layout.holds_names else Reason(N_("Say which column holds the names"))
