"""Lists as Excel workbooks: a sheet chosen, merged cells filled, numbers and days read as text."""

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from dossier.intake.contacts.columns import header_score
from dossier.intake.contacts.rows import Row, Table
from dossier.model.errors import DossierError

_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_LONGEST_TAG = 200
_HEADER_WITHIN = 40

Span = tuple[int, int, int, int]
"""First row, first column, last row, last column of merged cells; rows count from 1, columns from 0."""


def open_xlsx(path: Path, sha256: str, sheet: str | None) -> Table:
    """Choose the sheet that holds the list. Raises DossierError where there is none, or it can't be read."""
    try:
        names, paths = _sheets(path)
    except (BadZipFile, KeyError, ElementTree.ParseError):
        raise DossierError(
            f"{path} is not a workbook that can be read; save it in Excel as .xlsx or as CSV (UTF-8)."
        ) from None
    chosen = _choose(path, names, sheet)
    spans = _spans(path, paths[chosen])
    label = names[chosen] if len(names) > 1 else ""
    return Table(lambda: _rows(path, chosen, spans), sha256, sheet=label, format=".xlsx")


def _choose(path: Path, names: list[str], sheet: str | None) -> int:
    if sheet is not None:
        if sheet in names:
            return names.index(sheet)
        raise DossierError(f"{path} has no sheet “{sheet}”; choose one of {', '.join(names)} with --sheet.")
    fitting = [
        place
        for place in range(len(names))
        if any(header_score(row.cells) for row, _ in islice(_rows(path, place, ()), _HEADER_WITHIN))
    ]
    if len(fitting) > 1:
        raise DossierError(
            f"{path} has {len(fitting)} sheets with lists: {', '.join(names[place] for place in fitting)}; "
            "choose one with --sheet."
        )
    return fitting[0] if fitting else 0


def _rows(path: Path, place: int, spans: tuple[Span, ...]) -> Iterator[tuple[Row, float]]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # Of what a workbook may have besides cells (validation, images) nothing is needed.
        warnings.simplefilter("ignore")
        book = load_workbook(path, read_only=True, data_only=True)
        try:
            sheet: Any = book.worksheets[place]
            total = sheet.max_row or 1
            sheet.reset_dimensions()
            fill = _Fill(spans)
            for line, values in enumerate(sheet.iter_rows(values_only=True), 1):
                row = fill.row(line, [_text(value) for value in values])
                if any(row.cells):
                    yield row, min(1.0, line / total)
        finally:
            book.close()


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


class _Fill:
    """Gives the rows that merged cells cover the value that stands in their first one."""

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self._waiting = sorted(spans, reverse=True)
        self._open: list[tuple[Span, str]] = []

    def row(self, line: int, cells: list[str]) -> Row:
        heading = False
        self._open = [(span, value) for span, value in self._open if span[2] >= line]
        for span, value in self._open:
            cells += [""] * (span[1] + 1 - len(cells))
            cells[span[1]] = value
        while self._waiting and self._waiting[-1][0] <= line:
            span = self._waiting.pop()
            value = cells[span[1]] if span[1] < len(cells) else ""
            if span[2] > line and value:
                self._open.append((span, value))
            if span[3] > span[1] and value and sum(map(bool, cells)) == 1:
                heading = True
        return Row(line, tuple(cells), heading)


def _sheets(path: Path) -> tuple[list[str], list[str]]:
    """The names of the sheets, and where in the file each lies."""
    with ZipFile(path) as archive:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
        targets = {link.attrib["Id"]: link.attrib["Target"] for link in links}
        inside = set(archive.namelist())
        found = [
            (element.attrib["name"], _path(targets[element.attrib[f"{_OFFICE}id"]]))
            for element in book.iter()
            if element.tag.endswith("}sheet")
        ]
    # A chart on a sheet of its own is no sheet with cells; openpyxl does not count it either.
    sheets = [(name, place) for name, place in found if "worksheets/" in place and place in inside]
    return [name for name, _ in sheets], [place for _, place in sheets]


def _path(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _spans(path: Path, place: str) -> tuple[Span, ...]:
    """The merged cells of a sheet; openpyxl knows them only of a workbook read whole into memory."""
    found: list[Span] = []
    with ZipFile(path) as archive, archive.open(place) as file:
        rest = b""
        while chunk := file.read(1 << 20):
            text = rest + chunk
            end = 0
            for match in _MERGED.finditer(text):
                first, top, last, bottom = match.groups()
                found.append((int(top), _column(first), int(bottom), _column(last)))
                end = match.end()
            rest = text[max(end, len(text) - _LONGEST_TAG) :]
    return tuple(found)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
