"""Sheets as PDF: one canvas for a file, one A4 page for a sheet, with links, outline, language and metadata.

The bytes depend on the sheets alone, and the file's ID on SOURCE_DATE_EPOCH where that is set: the day of
printing stands on the page, and the file holds no time.
"""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dossier.export import fonts
from dossier.export.band import band, foot, foot_top, head_height, why
from dossier.export.boxes import Pen
from dossier.export.canvas import lock, make_canvas
from dossier.export.fit import fit
from dossier.export.marking import marking_box
from dossier.export.paper import EDGE, LEFT
from dossier.export.pieces import Links
from dossier.export.sources import renumbered
from dossier.views.values import Sheet

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_ABOVE_FOOT = 12.0
_RENUMBERINGS = 3  # of sources; shorter numbers may make room for one more
_TITLES = 3  # how many names a file's title holds


def render_pdf(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as a PDF file, each on exactly one page; at least one sheet."""
    if not sheets:
        raise ValueError("no sheet to render")
    with lock:
        fonts.register()
        file = io.BytesIO()
        canvas = _canvas(file, sheets)
        places = {sheet.pk: index for index, sheet in reversed(list(enumerate(sheets, 1)))}
        for index, sheet in enumerate(sheets, 1):
            _draw(canvas, sheet, Links(index, places), pages=len(sheets))
            canvas.showPage()
        if len(sheets) > 1:
            canvas.showOutline()
        canvas.save()
        return file.getvalue()


def _draw(canvas: "Canvas", sheet: Sheet, links: Links, pages: int) -> None:
    head, bottom = head_height(sheet), foot_top(sheet) - _ABOVE_FOOT
    for _ in range(_RENUMBERINGS):
        top, gist = band(sheet, links), why(sheet, links)
        columns = head + top.height + gist.height
        body = fit(sheet, links, bottom - columns)
        if body.cited == frozenset(range(1, len(body.cited) + 1)):
            break
        sheet = renumbered(sheet, body.cited)

    sources = {links.source(number) for number in body.cited}
    pen = Pen(canvas, frozenset(sources | {f"sheet-{index}" for index in links.sheets.values()}))
    canvas.bookmarkPage(links.sheet)
    canvas.addOutlineEntry(fonts.printable(sheet.name), links.sheet, level=0)
    marking_box(sheet.marking, sheet.copy).draw(pen, LEFT, EDGE)
    top.draw(pen, LEFT, head)
    gist.draw(pen, LEFT, head + top.height)
    body.columns.draw(pen, LEFT, columns)
    body.sources.draw(pen, LEFT, bottom - body.sources.height)
    end = foot(sheet, left_out=body.left_out, missing=pen.missing, page=links.index, pages=pages)
    end.draw(pen, LEFT, foot_top(sheet))


def _canvas(file: io.BytesIO, sheets: Sequence[Sheet]) -> "Canvas":
    names = [fonts.printable(sheet.name) for sheet in sheets]
    return make_canvas(
        file,
        title=" · ".join(names[:_TITLES]) + (" …" if len(names) > _TITLES else ""),
        subject=f"{sheets[0].kind_label} · {sheets[0].as_of}" if len(sheets) == 1 else sheets[0].as_of,
        language=sheets[0].language,
    )
