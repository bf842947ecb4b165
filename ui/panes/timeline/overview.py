"""The overview below the days: all years, the long stretches with their names, the lens over the days."""

from bisect import bisect_left
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.panes.pane import Marks
from ui.panes.timeline.bands import Bands
from ui.panes.timeline.drawing import Brushwork
from ui.panes.timeline.emphasis import Emphasis
from ui.panes.timeline.items import Arranged
from ui.panes.timeline.labels import Measure
from ui.panes.timeline.scale import Scale, Words, ticks

_ROWS = 3
_PITCH, _TOP = 16.5, 9.5  # between the middles of rows, and from the overview's top to the first
_BAR = 5.0
_MOST = 200  # stretches looked at for a place: more than that fill the rows anyway
_GAP = 8.0
_CELL = 3.0  # of the ticks
_LEAST_LENS, _NARROW_LENS = 8.0, 48.0

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A long item's place. `label` is "" where it has no room; `below` says that it stands under its bar."""

    item: int
    row: int
    x0: float
    x1: float
    label: str = ""
    label_x: float = 0.0
    below: bool = False


def lens(overview: Scale, days: Scale) -> Span:
    """From which pixel to which the days shown lie, wide enough to be taken hold of."""
    left, right = overview.x(days.start), overview.x(days.end)
    middle, half = (left + right) / 2, max(right - left, _LEAST_LENS) / 2
    return middle - half, middle + half


def stretches(arranged: Arranged, scale: Scale, glass: Span, measure: Measure) -> list[Stretch]:
    """The long items in rows, the longest first; no label touches another, or a narrow lens."""
    narrow = glass[1] - glass[0] < _NARROW_LENS
    taken: list[list[Span]] = [[glass] if narrow else [] for _ in range(_ROWS)]
    bars: list[list[Span]] = [[] for _ in range(_ROWS)]
    placed: list[Stretch] = []
    for position in arranged.long[:_MOST]:
        x0, x1 = scale.x(arranged.starts[position]), scale.x(arranged.ends[position])
        x1 = max(x1, x0 + _CELL)
        free = [row for row in range(_ROWS) if _is_free(bars[row], (x0, x1))] or [_ROWS - 1]
        tries = [Stretch(position, row, x0, x1) for row in free]
        named = (_labelled(stretch, arranged, scale, glass, taken, measure) for stretch in tries)
        stretch = next((stretch for stretch in named if stretch.label), tries[0])
        placed.append(stretch)
        bars[stretch.row].append((x0, x1))
        taken[stretch.row].append((x0, x1))
        if stretch.label:
            span = stretch.label_x, stretch.label_x + measure(stretch.label, False)
            taken[stretch.row + stretch.below].append(span)
    return placed


def short_items(arranged: Arranged, scale: Scale) -> list[float]:
    """The pixels at which short items start, one for each cell of them."""
    cells: list[float] = []
    x = scale.left // _CELL * _CELL
    while x < scale.right:
        first, last = (bisect_left(arranged.short_starts, scale.day(edge)) for edge in (x, x + _CELL))
        if last > first:
            cells.append(x)
        x += _CELL
    return cells


def _labelled(
    stretch: Stretch, arranged: Arranged, scale: Scale, glass: Span, taken: list[list[Span]], measure: Measure
) -> Stretch:
    """With its label at the right, the left, or under the bar; or left of a lens in the way; else without."""
    item = arranged.items[stretch.item]
    text = f"{item.name}, {item.when}" if item.when else item.name
    width = measure(text, False)
    tries = [(stretch.x1 + _GAP, stretch.row), (stretch.x0 - _GAP - width, stretch.row)]
    if width <= stretch.x1 - stretch.x0:
        tries.append((stretch.x0, stretch.row + 1))
    if glass[0] < stretch.x0 < glass[1] + 3 * _GAP:
        tries.append((glass[0] - _GAP - width, stretch.row))
    for x, row in tries:
        if row < _ROWS and scale.left <= x <= scale.right - width and _is_free(taken[row], (x, x + width)):
            return replace(stretch, label=text, label_x=x, below=row > stretch.row)
    return stretch


def _is_free(taken: list[Span], span: Span) -> bool:
    return all(span[1] + 4 <= start or end + 4 <= span[0] for start, end in taken)


class OverviewPainter:
    """Paints one frame of the overview."""

    def __init__(
        self, brush: Brushwork, bands: Bands, scale: Scale, arranged: Arranged, marks: Marks
    ) -> None:
        self.brush = brush
        self.theme = brush.theme
        self.bands = bands
        self.scale = scale
        self.arranged = arranged
        self.marks = marks

    def ground(self, painter: QPainter, words: Words) -> None:
        """The ground with the years, their range in words, today, and a tick for each short item."""
        theme, area, scale = self.theme, self.bands.overview, self.scale
        painter.fillRect(area, theme.color("background"))
        painter.fillRect(QRectF(0, area.top(), area.width(), 1), theme.color("border"))
        for tick in ticks(scale, words):
            x = round(scale.x(tick.day)) + 0.5
            painter.setPen(theme.color("border"))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            self.brush.words(painter, x + 4, area.bottom() - 8, tick.label, "muted", tiny=True)
        first, last = self.arranged.decades()
        room = self.bands.gutter - 24
        self.brush.words(painter, 16, area.top() + 14, f"{first}–{last}", "muted", width=room)
        today = round(scale.x(self.arranged.today))
        painter.fillRect(QRectF(today, area.top() + 1, 1, area.height() - 1), theme.color("accent"))

    def ticks(self, painter: QPainter, cells: list[float], emphasis: Emphasis) -> None:
        """Where short items lie; those chosen and related stand out."""
        top = self.bands.overview.top() + 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("event", 0.75))
        painter.drawRects([QRectF(x, top, _CELL - 1, 4) for x in cells])
        for token, positions in (("related_bar", emphasis.related), ("selection_bar", {emphasis.selected})):
            painter.setBrush(self.theme.color(token))
            places = [self.scale.x(self.arranged.starts[place]) for place in positions if place is not None]
            painter.drawRects([QRectF(x, top, _CELL - 1, 6) for x in {x // _CELL * _CELL for x in places}])

    def content(self, painter: QPainter, placed: list[Stretch], ring: int | None) -> None:
        for stretch in placed:
            rect = self.bar(stretch)
            item = self.arranged.items[stretch.item]
            state = self._state(item.pk)
            if state:
                self.brush.frame(painter, rect.adjusted(-3, -3, 3, 3), state)
            self.brush.bar(painter, rect, item, self.scale, self.theme.color(state or "background"), True)
            if stretch.label:
                middle = self._middle(stretch.row + stretch.below) - (3 if stretch.below else 0)
                self.brush.words(
                    painter, stretch.label_x, middle, stretch.label, "text", bold=bool(state), tiny=True
                )
            if stretch.item == ring:
                self.brush.ring(painter, rect.adjusted(-5, -5, 5, 5))

    def lens(self, painter: QPainter, glass: Span, hovered: bool) -> None:
        area = self.bands.overview
        painter.setPen(QPen(self.theme.color("selection_bar"), 2 if hovered else 1.5))
        painter.setBrush(self.theme.color("selection", 0.6))
        rect = QRectF(glass[0], area.top() + 1.5, glass[1] - glass[0], area.height() - 3)
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
