"""Lists as Excel workbooks: a sheet chosen, merged cells filled, numbers and days read as text."""

import re
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from dossier.intake.contacts.columns import header_score
from dossier.intake.contacts.rows import Row, Table, cleaned
from dossier.model.errors import DossierError

_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_LONGEST_TAG = 200
_HEADER_WITHIN = 40
_MOST_ROWS = 1 << 20
_LARGE = 1 << 26
_MOST_PACKED = 200
"""How many times larger than packed a part of a workbook may be; sheets are packed ten- to fiftyfold."""

Span = tuple[int, int, int, int]
"""First row, first column, last row, last column of merged cells; rows count from 1, columns from 0."""


def open_xlsx(path: Path, sha256: str, sheet: str | None) -> Table:
    """Open the sheet named, or the first that looks like a list; DossierError for what can't be read."""
    with _explained(path):
        _refuse_bomb(path)
        names, paths = _sheets(path)
        lists = _lists(path, len(names)) if sheet is None else []
        chosen = _choose(path, names, sheet, lists)
        spans = _spans(path, paths[chosen])
    return Table(
        lambda: _rows(path, chosen, spans),
        sha256,
        sheet=names[chosen],
        sheets=tuple(names),
        lists=tuple(names[place] for place in lists),
    )


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn whatever is wrong within a workbook into a sentence."""
    try:
        yield
    except (BadZipFile, zlib.error, EOFError, ParseError, LookupError, ValueError, TypeError) as error:
        raise DossierError(
            "{path} is not a workbook that can be read; save it in Excel as .xlsx or as CSV (UTF-8).",
            path=path,
        ) from error


def _refuse_bomb(path: Path) -> None:
    with ZipFile(path) as archive:
        for part in archive.infolist():
            if part.file_size > max(_LARGE, part.compress_size * _MOST_PACKED):
                raise DossierError(
                    "{path} is packed far more tightly than a list can be ({filename} would take {size} "
                    "GB); save the sheet as CSV (UTF-8) and import that.",
                    path=path,
                    filename=part.filename,
                    size=f"{part.file_size / 1000000000.0:.1f}",
                )


def _lists(path: Path, count: int) -> list[int]:
    """The sheets that look like lists."""
    return [
        place
        for place in range(count)
        if any(header_score(row.cells) for row, _ in islice(_rows(path, place, ()), _HEADER_WITHIN))
    ]


def _choose(path: Path, names: list[str], sheet: str | None, lists: list[int]) -> int:
    if sheet is None:
        return lists[0] if lists else 0
    if sheet in names:
        return names.index(sheet)
    raise DossierError(
        "{path} has no sheet “{sheet}”; choose one of {listed}.",
        path=path,
        sheet=sheet,
        listed=", ".join(names),
    )


def _rows(path: Path, place: int, spans: tuple[Span, ...]) -> Iterator[tuple[Row, float]]:
    from openpyxl import load_workbook

    with _explained(path), warnings.catch_warnings():
        # Of what a workbook may have besides cells (validation, images) nothing is needed.
        warnings.simplefilter("ignore")
        book = load_workbook(path, read_only=True, data_only=True)
        try:
            sheet: Any = book.worksheets[place]
            total = sheet.max_row or 1
            sheet.reset_dimensions()
            fill = _Fill(spans)
            for line, values in enumerate(sheet.iter_rows(values_only=True), 1):
                if line > _MOST_ROWS:
                    raise DossierError(
                        "{path} has more rows than Excel allows; save it as CSV (UTF-8).", path=path
                    )
                row = fill.row(line, [_text(value) for value in values])
                if any(row.cells):
                    yield row, min(1.0, line / total)
        finally:
            book.close()


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return cleaned(value)
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
