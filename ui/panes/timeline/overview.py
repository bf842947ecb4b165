"""Paints the overview below the days: all years, the long stretches, and the lens over the days shown."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.panes.pane import Marks
from ui.panes.timeline.bands import Bands
from ui.panes.timeline.drawing import Brushwork
from ui.panes.timeline.items import Arranged, Span
from ui.panes.timeline.scale import Scale, Words, ticks
from ui.panes.timeline.stretches import CELL, Cells, Stretch

_PITCH, _TOP = 16.5, 9.5  # between the middles of rows, and from the overview's top to the first
_BAR = 5.0
_YEARS = 16.0  # at the foot, for the words of years


class OverviewPainter:
    """Paints one frame of the overview."""

    def __init__(
        self, brush: Brushwork, bands: Bands, scale: Scale, arranged: Arranged, marks: Marks
    ) -> None:
        self.brush = brush
        self.bands = bands
        self.scale = scale
        self.arranged = arranged
        self.marks = marks

    def ground(self, painter: QPainter, cells: Cells, words: Words) -> None:
        """What lies under the lens: the years, their range in words, today, a tick for each short item."""
        area, scale = self.bands.overview, self.scale
        painter.fillRect(area, self.brush.color("background"))
        painter.fillRect(QRectF(0, area.top(), area.width(), 1), self.brush.color("border"))
        for tick in ticks(scale, words):
            x = round(scale.x(tick.day))
            painter.fillRect(QRectF(x, area.top(), 1, area.height()), self.brush.color("border"))
        first, last = self.arranged.decades()
        room = self.bands.gutter - 24
        self.brush.words(painter, 16, area.top() + 14, f"{first}–{last}", "muted", width=room)
        today = round(scale.x(self.arranged.today))
        painter.fillRect(QRectF(today, area.top() + 1, 1, area.height() - _YEARS), self.brush.color("accent"))
        self._cells(painter, cells)

    def _cells(self, painter: QPainter, cells: Cells) -> None:
        """Where short items lie; those related and the one chosen stand out."""
        top = self.bands.overview.top() + 1
        painter.setPen(Qt.PenStyle.NoPen)
        for token, alpha, height, xs in (
            ("event", 0.75, 4, cells.all),
            ("related_bar", 1.0, 6, cells.related),
            ("selection_bar", 1.0, 6, cells.selected),
        ):
            painter.setBrush(self.brush.color(token, alpha))
            painter.drawRects([QRectF(x, top, CELL - 1, height) for x in xs])

    def content(self, painter: QPainter, placed: list[Stretch], words: Words, ring: int | None) -> None:
        """What stands over the lens, so that it can be read within: long items, their names, the years'."""
        for tick in ticks(self.scale, words):
            x, middle = round(self.scale.x(tick.day)) + 4.5, self.bands.overview.bottom() - 8
            self.brush.words(painter, x, middle, tick.label, "muted", tiny=True)
        for stretch in placed:
            rect = self.bar(stretch)
            item = self.arranged.items[stretch.item]
            state = self._state(item.pk)
            if state:
                self.brush.frame(painter, rect.adjusted(-3, -3, 3, 3), state)
            self.brush.bar(painter, rect, item, self.scale, state or "background", True)
            if stretch.label:
                middle = self._middle(stretch.row + stretch.below) - (3 if stretch.below else 0)
                self.brush.words(
                    painter, stretch.label_x, middle, stretch.label, "text",
                    bold=bool(state), tiny=True, width=stretch.label_width,
                )  # fmt: skip
            if stretch.item == ring:
                self.brush.ring(painter, rect.adjusted(-5, -5, 5, 5))

    def band(self, painter: QPainter, band: Span | None) -> None:
        """Where the period lies that alone is shown: a bar along the top, as wide as can be seen."""
        if band is None:
            return
        left = min(max(self.scale.x(band[0]), self.scale.left), self.scale.right - 2)
        right = max(min(self.scale.x(band[1]), self.scale.right), left + 2)
        top = self.bands.overview.top() + 1
        painter.fillRect(QRectF(left, top, right - left, 3), self.brush.color("selection_bar"))

    def lens(self, painter: QPainter, glass: Span, hovered: bool) -> None:
        area = self.bands.overview
        painter.setPen(QPen(self.brush.color("selection_bar"), 2 if hovered else 1.5))
        painter.setBrush(self.brush.color("selection", 0.6))
        rect = QRectF(glass[0], area.top() + 1.5, glass[1] - glass[0], area.height() - _YEARS - 1.5)
        painter.drawRoundedRect(rect, 2, 2)

    def bar(self, stretch: Stretch) -> QRectF:
        middle = self._middle(stretch.row)
        return QRectF(stretch.x0, middle - _BAR / 2, stretch.x1 - stretch.x0, _BAR)

    def _state(self, pk: int) -> str:
        if pk == self.marks.selected:
            return "selection"
        return "related" if pk in self.marks.related else ""

    def _middle(self, row: int) -> float:
        return self.bands.overview.top() + _TOP + row * _PITCH
