"""The map of a sheet as a picture, where ReportLab's drawing can't go: the same one, as PNG."""

import io

from dossier.export.boxes import Pen
from dossier.export.canvas import lock, make_canvas
from dossier.export.map_drawing import MapDrawing
from dossier.export.paper import PAGE_HEIGHT, PAGE_WIDTH
from dossier.views.values import Block

_DOTS = 300
"""Per inch: as fine as a printer shows it."""
_COLOURS = 64
"""Enough for a map of five and the edges of its letters."""


def map_picture(block: Block, names: dict[str, str], width: float) -> bytes | None:
    """The map of a block as wide as `width` points; None where the program has no map of it.

    PDFium draws it, which knows one thread at a time.
    """
    drawing = MapDrawing.of(block.codes, block.also, names, width)
    if drawing is None:
        return None
    file = io.BytesIO()
    with lock:
        canvas = make_canvas(file, title="", subject="", language="")
        drawing.draw(Pen(canvas), 0, 0)
        canvas.showPage()
        canvas.save()
    return _png(file.getvalue(), drawing.width, drawing.height)


def _png(pdf: bytes, width: float, height: float) -> bytes:
    """The upper left part of a page."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        crop = (0, PAGE_HEIGHT - height, PAGE_WIDTH - width, 0)
        picture = document[0].render(scale=_DOTS / 72, crop=crop).to_pil()
    finally:
        document.close()
    file = io.BytesIO()
    picture.quantize(_COLOURS).save(file, "PNG", optimize=True, dpi=(_DOTS, _DOTS))
    return file.getvalue()
