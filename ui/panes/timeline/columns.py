"""Paints the columns of a crowded row: a thousand of them are in sight when all days are."""

from math import log2

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from ui.panes.timeline.bands import Bands
from ui.panes.timeline.crowds import Crowd, Tile
from ui.panes.timeline.drawing import Brushwork
from ui.panes.timeline.marks import CELL

_LEAN = CELL / 2 - 1  # half of a column's width


def paint_columns(painter: QPainter, brush: Brushwork, bands: Bands, crowd: Crowd) -> None:
    """How many start in a cell, as a height: each doubling adds as much. Amber: one is related."""
    most, middle = bands.lane_height - 5, bands.middle(crowd.row)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    for token, alpha, is_related in (("event", 0.7, False), ("related_bar", 1.0, True)):
        painter.setBrush(brush.color(token, alpha))
        for left, tile in crowd.tiles:
            if shapes := _shapes(tile, most)[is_related]:
                painter.translate(left + crowd.moved, middle)
                painter.drawRects(shapes)
                painter.translate(-left - crowd.moved, -middle)
    painter.restore()


def _shapes(tile: Tile, most: float) -> tuple[list[QRectF], list[QRectF]]:
    """The columns of a tile from its left edge and the middle of its row: the others, those related."""
    if tile.shapes is None or tile.shapes[0] != most:
        plain, related = list[QRectF](), list[QRectF]()
        for column in tile.columns:
            height = min(most, 4 + 1.4 * log2(column.count))
            shape = QRectF(column.x - _LEAN, -height / 2, 2 * _LEAN, height)
            (related if column.is_related else plain).append(shape)
        tile.shapes = most, (plain, related)
    return tile.shapes[1]
