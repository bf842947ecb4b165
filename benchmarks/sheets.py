"""How much does laying out a sheet cost over drawing it? Warm, one sheet a file and a pack of them in one.

The baseline is a bare ReportLab canvas, on which the same strings, rules and map are put at places already
known, with no layout, no links and no outline.

    python -m benchmarks.sheets
"""

import io
import time
from collections.abc import Callable
from statistics import median
from unittest.mock import patch

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from dossier.export import fonts
from dossier.export.boxes import Pen, Rectangle
from dossier.export.flow import Row
from dossier.export.map_drawing import MapDrawing
from dossier.export.paper import PAGE_HEIGHT, PAGE_WIDTH
from dossier.export.pdf import render_pdf
from dossier.views.values import Sheet
from tests.export.sheets import wawiernia

ROUNDS, PACK = 60, 50
Places = tuple[
    list[tuple[Row, float, float]],
    list[tuple[Rectangle, float, float]],
    list[tuple[MapDrawing, float, float]],
]


def main() -> None:
    sheet = wawiernia()
    places = recorded(sheet)
    one = measured(lambda: bare(places, 1), ROUNDS), measured(lambda: render_pdf([sheet]), ROUNDS)
    pack = measured(lambda: bare(places, PACK), 3), measured(lambda: render_pdf([sheet] * PACK), 3)
    report("one sheet", *one)
    report(f"a page of {PACK}", *(seconds / PACK for seconds in pack))


def report(what: str, baseline: float, ours: float) -> None:
    print(f"{what}: {ours * 1000:.1f} ms, bare canvas {baseline * 1000:.1f} ms, ratio {ours / baseline:.2f}")


def measured(work: Callable[[], object], rounds: int) -> float:
    """The median of some rounds after one to warm up, in seconds."""
    work()
    seconds = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return median(seconds)


def recorded(sheet: Sheet) -> Places:
    """What is drawn for a sheet, and where."""
    rows, rectangles, maps = places = ([], [], [])  # type: Places
    with (
        patch.object(Pen, "letters", lambda pen, row, x, y: rows.append((row, x, y))),
        patch.object(Pen, "rectangle", lambda pen, shape, x, y: rectangles.append((shape, x, y))),
        patch.object(MapDrawing, "draw", lambda drawing, pen, x, y: maps.append((drawing, x, y))),
    ):
        render_pdf([sheet])
    (drawing, x, y), pen = maps[0], Pen(Canvas(io.BytesIO()))
    with patch.object(Pen, "letters", lambda pen, row, x, y: rows.append((row, x, y))):
        drawing.draw(pen, x, y)
    return places


def bare(places: Places, pages: int) -> bytes:
    """The same ink, put on a canvas with nothing but its own calls."""
    rows, rectangles, maps = places
    file = io.BytesIO()
    canvas = Canvas(
        file,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        pageCompression=1,
        invariant=1,
        initialFontName=fonts.REGULAR,  # type: ignore[arg-type]
    )
    silent = patch.object(Pen, "letters", lambda *arguments: None)
    for _ in range(pages):
        for row, x, y in rows:
            for piece in row:
                canvas.setFont(fonts.BOLD if piece.style.bold else fonts.REGULAR, piece.style.size)
                canvas.setFillColor(HexColor(piece.style.colour))
                canvas.drawString(x, PAGE_HEIGHT - y + piece.style.rise, piece.text)
                x += piece.width
        for shape, x, y in rectangles:
            canvas.setFillColor(HexColor(shape.colour))
            canvas.rect(x, PAGE_HEIGHT - y - shape.height, shape.width, shape.height, stroke=0, fill=1)
        with silent:
            for drawing, x, y in maps:
                drawing.draw(Pen(canvas), x, y)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


if __name__ == "__main__":
    main()
