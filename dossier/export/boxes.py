"""Measured boxes of a sheet and the pen that draws them: laid out first, drawn once it is known what fits.

Places are in points from the top left corner, y downwards; the pen turns them to PDF's.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from dossier.export.addresses import is_address
from dossier.export.flow import Piece, Row, row_width
from dossier.export.fonts import BOLD, MISSING, REGULAR
from dossier.export.paper import PAGE_HEIGHT
from resources.tokens import PAPER

if TYPE_CHECKING:
    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas

_LEAST_TARGET = 5.5  # width of the area that answers a click on one of several numbers

_HALO = 2.2  # twice what shows of it around a letter


class Mark(Protocol):
    """Something drawn with its top left corner at a place."""

    def draw(self, pen: "Pen", x: float, y: float) -> None: ...


@dataclass(frozen=True, slots=True)
class Box:
    """Marks with their places relative to the box, and how high they are together."""

    height: float
    marks: tuple[tuple[float, float, Mark], ...] = ()

    def draw(self, pen: "Pen", x: float, y: float) -> None:
        for dx, dy, mark in self.marks:
            mark.draw(pen, x + dx, y + dy)


@dataclass(frozen=True, slots=True)
class Letters:
    """One line of text on its baseline."""

    row: Row

    def draw(self, pen: "Pen", x: float, y: float) -> None:
        pen.letters(self.row, x, y)


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A filled rectangle (a rule is a flat one), or the outline of one when `weight` is given."""

    width: float
    height: float
    colour: str
    weight: float = 0
    dashed: bool = False

    def draw(self, pen: "Pen", x: float, y: float) -> None:
        pen.rectangle(self, x, y)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that links lead to."""

    name: str

    def draw(self, pen: "Pen", x: float, y: float) -> None:
        pen.anchor(self.name, x, y)


def paragraph(rows: Sequence[Row], x: float = 0, *, right: float | None = None) -> Box:
    """Lines below each other from `x` on; `right` aligns them to the right at that place."""
    marks: list[tuple[float, float, Mark]] = []
    y = 0.0
    for row in rows:
        style = row[0].style
        left = x if right is None else right - row_width(row)
        marks.append((left, y + style.baseline, Letters(row)))
        y += style.line
    return Box(y, tuple(marks))


def stack(*boxes: Box, gap: float = 0) -> Box:
    """Boxes below each other; empty ones take no gap."""
    marks: list[tuple[float, float, Mark]] = []
    y = 0.0
    for box in boxes:
        if box.height:
            y += gap if y else 0
            marks.append((0, y, box))
            y += box.height
    return Box(y, tuple(marks))


@dataclass(slots=True)
class Pen:
    """Draws on a page of a canvas. Links are made to addresses and to `targets`, the places there will be.

    `missing` counts the letters that were shown as boxes.
    """

    canvas: "Canvas"
    targets: frozenset[str] = frozenset()
    missing: int = 0
    _colours: dict[str, "Color"] = field(default_factory=dict)

    def letters(self, row: Row, x: float, baseline: float) -> None:
        text = self.canvas.beginText(x, PAGE_HEIGHT - baseline)
        font, colour, rise = ("", 0.0), "", 0.0
        for piece in row:
            style = piece.style
            if font != (font := (BOLD if style.bold else REGULAR, style.size)):
                text.setFont(*font)
            if colour != (colour := style.colour):
                text.setFillColor(self.colour(colour))
            if rise != (rise := style.rise):
                text.setRise(rise)
            text.textOut(piece.text)
            self.missing += piece.text.count(MISSING)
            width = piece.width
            if piece.link:
                self._link(piece.link, piece.text, x, baseline - style.rise, width, style.size)
            x += width
        if rise:
            text.setRise(0)
        self.canvas.drawText(text)

    def halo(self, piece: Piece, x: float, baseline: float) -> None:
        """The outline of letters in white, to be drawn right before them where they lie over lines.

        Readers of the text take two alike at one place for one.
        """
        canvas = self.canvas
        canvas.saveState()
        canvas.setLineWidth(_HALO)
        canvas.setLineJoin(1)
        canvas.setDash([])
        canvas.setStrokeColor(self.colour(PAPER.page))
        text = canvas.beginText(x, PAGE_HEIGHT - baseline)
        text.setFont(BOLD if piece.style.bold else REGULAR, piece.style.size)
        text.setTextRenderMode(1)
        text.textOut(piece.text)
        text.setTextRenderMode(0)
        canvas.drawText(text)
        canvas.restoreState()

    def rectangle(self, shape: Rectangle, x: float, y: float) -> None:
        canvas, bottom = self.canvas, PAGE_HEIGHT - y - shape.height
        if not shape.weight:
            canvas.setFillColor(self.colour(shape.colour))
            canvas.rect(x, bottom, shape.width, shape.height, stroke=0, fill=1)
            return
        canvas.setStrokeColor(self.colour(shape.colour))
        canvas.setLineWidth(shape.weight)
        canvas.setDash([3, 2] if shape.dashed else [])
        canvas.rect(x, bottom, shape.width, shape.height)

    def anchor(self, name: str, x: float, y: float) -> None:
        self.canvas.bookmarkPage(name, fit="XYZ", left=x, top=PAGE_HEIGHT - y)

    def colour(self, text: str) -> "Color":
        colour = self._colours.get(text)
        if colour is None:
            from reportlab.lib.colors import HexColor

            colour = self._colours[text] = HexColor(text)
        return colour

    def _link(self, link: str, text: str, x: float, baseline: float, width: float, size: float) -> None:
        spare = max(0.0, _LEAST_TARGET - width) / 2
        bottom, top = baseline + 0.3 * size, baseline - 0.9 * size
        area = (x - spare, PAGE_HEIGHT - bottom, x + width + spare, PAGE_HEIGHT - top)
        if is_address(link):
            self.canvas.linkURL(link, area)
        elif link in self.targets:
            self.canvas.linkRect(text, link, area, relative=0)
