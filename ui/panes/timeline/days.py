"""Paints the days above: axis, lanes, today's line, and the marks and labels that `placing` laid out."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.panes.kept import KeptParts
from ui.panes.timeline.bands import AXIS
from ui.panes.timeline.drawing import Brushwork
from ui.panes.timeline.items import Span
from ui.panes.timeline.labels import Label
from ui.panes.timeline.mark_painting import MarksPainter
from ui.panes.timeline.marks import Mark
from ui.panes.timeline.placing import Placed
from ui.panes.timeline.scale import Tick, Words, headings, ticks
from ui.panes.timeline.view import TimelineView

_LEFT = 16
_QUIET = 0.75  # of the window's ground: what is still to come


class DaysPainter:
    """Paints one layout; made anew for each frame, as cheap as a tuple."""

    def __init__(self, brush: Brushwork, view: TimelineView) -> None:
        self.brush = brush
        self.view = view
        self.theme = brush.theme
        self.bands = view.bands
        self.scale = view.scale
        self.arranged = view.arranged
        self.marks = view.marks
        self.emphasis = view.emphasis
        self.period = view.sketch or view.marks.period
        self.band = self._band(view.band)
        self._ahead = self.theme.blend("background", "surface", _QUIET)

    def ground(self, painter: QPainter) -> None:
        """What is still to come lies on a quiet ground; the days of a period stand out on the axis."""
        today = max(self.scale.x(self.arranged.today + 1), self.scale.left)
        if today < self.scale.right:
            days = self.bands.days
            painter.fillRect(QRectF(today, days.top(), days.right() - today, days.height()), self._ahead)
        if self.band:
            left, right = self.band
            painter.fillRect(QRectF(left, 0, right - left, AXIS), self.brush.color("selection"))

    def _veil(self, painter: QPainter) -> None:
        """Let recede what lies outside the period, and draw its edges."""
        if not self.band:
            return
        days, (left, right) = self.bands.days, self.band
        veil = self.brush.color("surface", 0.72)
        painter.fillRect(QRectF(days.left(), days.top() + 1, left - days.left(), days.height() - 1), veil)
        painter.fillRect(QRectF(right, days.top() + 1, days.right() - right, days.height() - 1), veil)
        edges = [QRectF(edge - 0.75, 0, 1.5, days.bottom()) for edge in (left, right)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.brush.color("selection_bar"))
        painter.drawRects([edge for edge in edges if days.left() < edge.center().x() < days.right()])

    def _band(self, band: Span | None) -> Span | None:
        """From which pixel to which the period lies, as far as it is in sight."""
        if band is None:
            return None
        left, right = (min(max(self.scale.x(end), self.scale.left), self.scale.right) for end in band)
        return left, right

    def axis(self, painter: QPainter, words: Words, today_word: str) -> None:
        """Lines and words of the axis, the important words first; what would touch them is left out."""
        scale = self.scale
        taken: list[Span] = []
        today = scale.x(self.arranged.today + 0.5)
        shows_today = scale.left <= today <= scale.right
        if shows_today:
            width = self.brush.measure_tiny(today_word, True)
            taken.append((today - width / 2, today + width / 2))
        if self.period:
            self._name_period(painter, words(self.period, "short"), taken)
        named = headings(scale, words)
        lines = ticks(scale, words)
        for tick in lines:
            self._line(painter, tick.day, "edge" if tick.strong else "border", top=2 if tick.strong else AXIS)
        for month in named:
            if scale.x(month.day) >= scale.left:
                self._line(painter, month.day, "edge", top=2)
        painter.fillRect(QRectF(0, AXIS, self.bands.width, 1), self.brush.color("border"))
        for month in named:
            self._heading(painter, month, [scale.x(tick.day) for tick in lines], taken)
        for tick in lines:
            self._axis_word(painter, tick.label, scale.x(tick.day) + 4, tick.strong, taken)
        if shows_today:
            width = self.brush.measure_tiny(today_word, True)
            self.brush.words(painter, today - width / 2, 10.5, today_word, "accent", bold=True, tiny=True)

    def _line(self, painter: QPainter, day: float, token: str, *, top: float) -> None:
        """Down to the foot of the days. A hairline is filled: to draw it costs ten times as much."""
        line = QRectF(round(self.scale.x(day)), top, 1, self.bands.days.bottom() - top)
        painter.fillRect(line, self.brush.color(token))

    def _name_period(self, painter: QPainter, text: str, taken: list[Span]) -> None:
        """The dates of the period in its band, else beside it; today's word goes before."""
        assert self.band
        left, right = self.band
        width = self.brush.measure_tiny(text, True)
        taken += [(edge - 2, edge + 2) for edge in (left, right)]
        for x in ((left + right - width) / 2, right + 6, left - 6 - width):
            is_free = all(x + width + 4 <= start or end + 4 <= x for start, end in taken)
            fits = width + 8 <= right - left or not left - 6 < x < right
            if is_free and fits and self.scale.left <= x and x + width <= self.scale.right:
                taken.append((x, x + width))
                self.brush.words(painter, x, 10.5, text, "accent", bold=True, tiny=True)
                return

    def _heading(self, painter: QPainter, month: Tick, ticks: list[float], taken: list[Span]) -> None:
        """A month's name at its beginning, or at the left edge, behind the number of a line that is there."""
        x = max(self.scale.x(month.day), self.scale.left) + 4
        if any(x - 4 <= tick < x + 20 for tick in ticks):
            x = next(tick for tick in ticks if x - 4 <= tick < x + 20) + 26
        self._axis_word(painter, month.label, x, True, taken)

    def _axis_word(self, painter: QPainter, text: str, x: float, bold: bool, taken: list[Span]) -> None:
        end = x + self.brush.measure_tiny(text, bold)
        if end > self.scale.right or any(x < right + 6 and left - 6 < end for left, right in taken):
            return
        taken.append((x, end))
        self.brush.words(painter, x, 10.5, text, "text" if bold else "muted", bold=bold, tiny=True)

    def lanes(self, painter: QPainter, hovered: int | None, kept: KeptParts) -> None:
        """The lanes' names and the hairlines between them; a name is marked as a row is."""
        bands, lanes = self.bands, self.arranged.lanes
        area = bands.names.adjusted(0, 1, 0, 0)
        states = tuple(self._state(lanes[row].pk) for row in bands.rows)
        painter.save()
        painter.setClipRect(QRectF(0, area.top(), bands.width, area.height()))
        for row, state in zip(bands.rows, states, strict=True):
            left, foot = 0 if state else _LEFT, bands.top(row) + bands.lane_height
            painter.fillRect(QRectF(left, foot, bands.width - left, 1), self.brush.color("border"))
        shows = (states, hovered, bands, self.arranged)
        kept.lay(painter, "lanes", shows, area, lambda inner: self._lane_names(inner, states, hovered))
        painter.restore()

    def _lane_names(self, painter: QPainter, states: Iterable[str], hovered: int | None) -> None:
        bands = self.bands
        for row, state in zip(bands.rows, states, strict=True):
            lane, top, height = self.arranged.lanes[row], bands.top(row), bands.lane_height
            if state:
                painter.fillRect(QRectF(0, top + 1, bands.gutter, height - 1), self.brush.color(state))
                bar = QRectF(0, top + 1, self.theme.tokens.bar_width, height - 1)
                painter.fillRect(bar, self.brush.color(f"{state}_bar"))
            token = "text" if state or row == hovered else "muted"
            room, middle = bands.gutter - _LEFT - 8, bands.middle(row)
            self.brush.words(painter, _LEFT, middle, lane.name, token, bold=bool(state), width=room)

    def today(self, painter: QPainter) -> None:
        """The line of the day shown, and that of today where it is another one."""
        for day, token in ((self.arranged.now, "muted"), (self.arranged.today, "accent")):
            x = round(self.scale.x(day + 0.5)) + 0.5
            if self.scale.left <= x <= self.scale.right:
                pen = QPen(self.brush.color(token), 1, Qt.PenStyle.CustomDashLine)
                pen.setDashPattern([3, 3])
                painter.setPen(pen)
                painter.drawLine(QPointF(x, AXIS + 1), QPointF(x, self.bands.days.bottom()))

    def content(self, painter: QPainter, placed: Placed, ring: int | None) -> None:
        """The marks of all rows, then words; clipped to the days."""
        painter.save()
        painter.setClipRect(self.bands.days.adjusted(0, 1, 0, 0))
        marks = MarksPainter(self.brush, self.view, painter)
        marks.all(placed)
        self._veil(painter)
        self._clear(painter, placed.labels)
        for label in placed.labels:
            self._label(painter, label)
        for mark in placed.marks if ring is not None else ():
            if mark.item == ring and mark.is_host:
                self.brush.ring(painter, marks.frame(mark).adjusted(-2.5, -1, 2.5, 1))
        painter.restore()

    def _label(self, painter: QPainter, label: Label) -> None:
        middle = self.bands.middle(label.mark.row)
        room = label.width - (self.brush.measure(label.more, False) + 6 if label.more else 0)
        ink = "text" if self._is_inside(label.mark) else "muted"
        self.brush.words(painter, label.x, middle, label.text, ink, bold=label.strong, width=room)
        if label.more:
            taken = min(self.brush.measure(label.text, label.strong), room)
            self.brush.words(painter, label.x + taken + 6, middle, label.more, "muted")

    def _is_inside(self, mark: Mark) -> bool:
        """Whether a mark lies in the period, or there is none."""
        if not self.band:
            return True
        starts, ends = self.arranged.starts[mark.item], self.arranged.ends[mark.item]
        return self.scale.x(starts) < self.band[1] and self.scale.x(ends) > self.band[0]

    def _clear(self, painter: QPainter, labels: list[Label]) -> None:
        """Lay the ground anew under words."""
        middle, today = self.bands.middle, self.scale.x(self.arranged.today + 1)
        grounds = [QRectF(label.x - 3, middle(label.mark.row) - 9, label.width + 6, 18) for label in labels]
        ahead = [
            ground & QRectF(today, ground.top(), ground.width(), ground.height())
            for ground in grounds
            if ground.right() > today
        ]
        painter.setPen(Qt.PenStyle.NoPen)
        for color, found in ((self.brush.color("surface"), grounds), (self._ahead, ahead)):
            painter.setBrush(color)
            painter.drawRects(found)

    def _state(self, pk: int) -> str:
        if pk == self.marks.selected:
            return "selection"
        return "related" if pk in self.marks.related else ""
