"""Lists as an Excel workbook, a sheet each, straight into its file: no copy in the clear lies anywhere else.

Every cell is text, so that none is calculated. What a spreadsheet would calculate, were it typed, is also
marked as quoted, as Excel itself marks it: it stays text when the cell is edited, and no apostrophe shows.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dossier.export.csv_text import is_formula
from dossier.export.plain import cleaned

MOST_ROWS = 1 << 20
"""Rows of a sheet of Excel's, the head among them; what is more goes to another sheet."""

Table = tuple[str, Sequence[str], Iterable[Sequence[str]]]

_LONGEST, _LONGEST_NAME = 32_767, 31
_FIRST_WIDTH, _WIDTH, _WIDTHS = 44, 24, {"id": 12, "sources": 40, "what_is_known": 40}
_BODY, _HEAD, _QUOTED = range(3)
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_CONTENT = f"""{_XML}<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>\
<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>{{sheets}}</Types>"""
_SHEET_TYPE = f'<Override PartName="/xl/worksheets/sheet{{n}}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
_LINKS = f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{{links}}</Relationships>'
_LINK = f'<Relationship Id="rId{{n}}" Type="{_OFFICE}/{{kind}}" Target="{{target}}"/>'
_BOOK = f'{_XML}<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>{{sheets}}</sheets></workbook>'
_STYLES = f"""{_XML}<styleSheet {_MAIN}>\
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="3">{{xfs}}</cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""
_XF = (
    '<xf numFmtId="49" fontId="{font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" '
    'applyFont="1" applyAlignment="1"{quoted}><alignment vertical="top" wrapText="1"/></xf>'
)


def write_workbook(file: BinaryIO, tables: Iterable[Table], at: datetime) -> None:
    """Write tables, given by name, head and rows, one after the other; `at` is the time its parts carry."""
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        book = _Book(archive, at)
        for name, head, rows in tables:
            book.write(name, head, rows)
        book.finish()


class _Book:
    """A workbook in the making: its sheets go into the file one by one, what lists them comes last."""

    def __init__(self, archive: ZipFile, at: datetime) -> None:
        self._archive = archive
        self._at = at
        self._names: list[str] = []

    def write(self, name: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Write a table, on as many sheets as it needs."""
        waiting, number = iter(rows), 1
        row = next(waiting, None)
        while row is not None or number == 1:
            self._names.append(_NOT_IN_A_NAME.sub(" ", name if number == 1 else f"{name} {number}"))
            with self._archive.open(
                self._part(f"xl/worksheets/sheet{len(self._names)}.xml"), "w", force_zip64=True
            ) as part:
                part.write(_opening(head).encode())
                used = 1
                while row is not None and used < MOST_ROWS:
                    used += 1
                    part.write(_row(used, row, _BODY).encode())
                    row = next(waiting, None)
                whole = f"A1:{_column(len(head))}{used}"
                part.write(f'</sheetData><autoFilter ref="{whole}"/></worksheet>'.encode())
            number += 1

    def finish(self) -> None:
        count = len(self._names)
        sheets = "".join(
            f'<sheet name={quoteattr(name[:_LONGEST_NAME])} sheetId="{n}" r:id="rId{n}"/>'
            for n, name in enumerate(self._names, 1)
        )
        links = [
            _LINK.format(n=n, kind="worksheet", target=f"worksheets/sheet{n}.xml")
            for n in range(1, count + 1)
        ]
        links.append(_LINK.format(n=count + 1, kind="styles", target="styles.xml"))
        root = _LINK.format(n=1, kind="officeDocument", target="xl/workbook.xml")
        xfs = (_XF.format(font=int(style == _HEAD), quoted=_quoted(style)) for style in range(3))
        types = "".join(_SHEET_TYPE.format(n=n) for n in range(1, count + 1))
        parts = {
            "xl/workbook.xml": _BOOK.format(sheets=sheets),
            "xl/_rels/workbook.xml.rels": _LINKS.format(links="".join(links)),
            "xl/styles.xml": _STYLES.format(xfs="".join(xfs)),
            "_rels/.rels": _LINKS.format(links=root),
            "[Content_Types].xml": _CONTENT.format(sheets=types),
        }
        for name, text in parts.items():
            self._archive.writestr(self._part(name), text.encode())

    def _part(self, name: str) -> ZipInfo:
        part = ZipInfo(name, self._at.timetuple()[:6])
        part.compress_type = ZIP_DEFLATED
        return part


def _opening(head: Sequence[str]) -> str:
    """All of a sheet that stands before its rows, and the head."""
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{_FIRST_WIDTH if n == 1 else _WIDTHS.get(column, _WIDTH)}" '
        'customWidth="1"/>'
        for n, column in enumerate(head, 1)
    )
    return (
        f'{_XML}<worksheet {_MAIN}><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" '
        'topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData>{_row(1, head, _HEAD)}"
    )


def _row(number: int, cells: Sequence[str], style: int) -> str:
    return f'<row r="{number}">{"".join(_cells(number, cells, style))}</row>'


def _cells(number: int, cells: Sequence[str], style: int) -> Iterator[str]:
    for place, value in enumerate(cells, 1):
        if text := cleaned(value)[:_LONGEST]:
            shown = _QUOTED if is_formula(text) else style
            held = escape(_CODED.sub("_x005F_", text))
            yield (
                f'<c r="{_column(place)}{number}" t="inlineStr" s="{shown}">'
                f'<is><t xml:space="preserve">{held}</t></is></c>'
            )


def _column(number: int) -> str:
    """A column by its letter; no list has more than twenty-six."""
    return chr(ord("A") + number - 1)


def _quoted(style: int) -> str:
    return ' quotePrefix="1"' if style == _QUOTED else ""
