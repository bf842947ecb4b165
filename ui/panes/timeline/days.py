"""Paints the days above: axis, lanes, today's line, and the marks and labels that `placing` laid out."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.panes.timeline.bands import AXIS
from ui.panes.timeline.columns import paint_columns
from ui.panes.timeline.drawing import PICTURE, Brushwork
from ui.panes.timeline.items import Span
from ui.panes.timeline.labels import Label
from ui.panes.timeline.marks import FRAME, THROUGH, Mark, Through
from ui.panes.timeline.placing import Placed
from ui.panes.timeline.scale import Tick, Words, headings, ticks
from ui.panes.timeline.view import TimelineView
from ui.style import kind_token

_LEFT = 16
_QUIET = 0.75  # of the window's ground: what is still to come


class DaysPainter:
    """Paints one layout; made anew for each frame, as cheap as a tuple."""

    def __init__(self, brush: Brushwork, view: TimelineView) -> None:
        self.brush = brush
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
        scale, days = self.scale, self.bands.days
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
            x = round(scale.x(tick.day)) + 0.5
            painter.setPen(self.brush.color("edge" if tick.strong else "border"))
            painter.drawLine(QPointF(x, 2 if tick.strong else AXIS), QPointF(x, days.bottom()))
        for month in named:
            if scale.x(month.day) >= scale.left:
                x = round(scale.x(month.day)) + 0.5
                painter.setPen(self.brush.color("edge"))
                painter.drawLine(QPointF(x, 2), QPointF(x, days.bottom()))
        painter.setPen(self.brush.color("border"))
        painter.drawLine(QPointF(0, AXIS + 0.5), QPointF(self.bands.width, AXIS + 0.5))
        for month in named:
            self._heading(painter, month, [scale.x(tick.day) for tick in lines], taken)
        for tick in lines:
            self._axis_word(painter, tick.label, scale.x(tick.day) + 4, tick.strong, taken)
        if shows_today:
            width = self.brush.measure_tiny(today_word, True)
            self.brush.words(painter, today - width / 2, 10.5, today_word, "accent", bold=True, tiny=True)

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

    def lanes(self, painter: QPainter, hovered: int | None) -> None:
        """The lanes' names and the hairlines between them; a name is marked as a row is."""
        theme, bands = self.theme, self.bands
        painter.save()
        painter.setClipRect(QRectF(0, AXIS + 1, bands.width, bands.names.height() - 1))
        for row in bands.rows:
            lane, top, height = self.arranged.lanes[row], bands.top(row), bands.lane_height
            state = self._state(lane.pk)
            if state:
                painter.fillRect(QRectF(0, top + 1, bands.gutter, height - 1), self.brush.color(state))
                bar = QRectF(0, top + 1, theme.tokens.bar_width, height - 1)
                painter.fillRect(bar, self.brush.color(f"{state}_bar"))
            token = "text" if state or row == hovered else "muted"
            room, middle = bands.gutter - _LEFT - 8, bands.middle(row)
            self.brush.words(painter, _LEFT, middle, lane.name, token, bold=bool(state), width=room)
            painter.setPen(self.brush.color("border"))
            left = 0 if state else _LEFT
            painter.drawLine(QLineF(left, top + height + 0.5, bands.width, top + height + 0.5))
        painter.restore()

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
        """Columns, marks (those chosen or related last, in frames), then words; clipped to the days."""
        painter.save()
        painter.setClipRect(self.bands.days.adjusted(0, 1, 0, 0))
        paint_columns(painter, self.brush, self.bands, placed.crowds)
        for line in placed.through:
            self._through(painter, line)
        groups: dict[str, list[Mark]] = {"": [], "related": [], "selection": []}
        if self.emphasis.in_row:
            for mark in placed.marks:
                groups[self._state_of(mark)].append(mark)
        else:
            groups[""] = placed.marks
        device = painter.device()
        ratio = device.devicePixelRatioF() if device else 1.0
        for state, marks in groups.items():
            for mark in marks if state else ():
                if mark.is_host or not self._lies_together(mark):
                    self.brush.frame(painter, self.frame(mark), state)
            self._stems(painter, marks)
            self._points(painter, [mark for mark in marks if mark.is_point], state or "surface", ratio)
            for mark in marks:
                if not mark.is_point:
                    self._bar(painter, mark, state)
        self._veil(painter)
        for label in placed.labels:
            self._label(painter, label)
        for mark in placed.marks:
            if mark.item == ring and mark.is_host:
                self.brush.ring(painter, self.frame(mark).adjusted(-2.5, -1, 2.5, 1))
        painter.restore()

    def frame(self, mark: Mark) -> QRectF:
        """The box around a mark: around its whole stem where its lanes lie together, else in each lane."""
        rows = self.arranged.rows(mark.item) if mark.is_host and self._lies_together(mark) else (mark.row,)
        top, bottom = self.bands.top(min(rows)) + 2, self.bands.top(max(rows)) + self.bands.lane_height - 1
        if mark.is_point:
            return QRectF(mark.middle - FRAME, top, 2 * FRAME, bottom - top)
        return QRectF(mark.x0 - 4, top, mark.x1 - mark.x0 + 8, bottom - top)

    def _lies_together(self, mark: Mark) -> bool:
        rows = self.arranged.rows(mark.item)
        return mark.is_point and max(rows) - min(rows) == len(rows) - 1

    def _stems(self, painter: QPainter, marks: list[Mark]) -> None:
        """A line from the host's lane to those of the others, under the marks."""
        lines: dict[str, list[QLineF]] = {}
        for mark in marks:
            if mark.is_point and mark.is_host and mark.item in self.arranged.shared:
                rows = self.arranged.rows(mark.item)
                x, token = mark.middle, kind_token(self.arranged.items[mark.item].kind)
                stem = QLineF(x, self.bands.middle(min(rows)), x, self.bands.middle(max(rows)))
                lines.setdefault(token, []).append(stem)
        for token, drawn in lines.items():
            painter.setPen(QPen(self.brush.color(token), 1.5))
            painter.drawLines(drawn)

    def _points(self, painter: QPainter, marks: list[Mark], ground: str, ratio: float) -> None:
        items, picture, snap = self.arranged.items, self.brush.picture, ratio * 2  # half pixels keep sharp
        top = self.bands.lane_height / 2 - PICTURE / 2
        tops = {row: round((self.bands.top(row) + top) * snap) / snap for row in {mark.row for mark in marks}}
        for mark in marks:
            shown = picture(items[mark.item], ground, ratio, host=mark.is_host, several=len(mark.members) > 1)
            x = (mark.x0 + mark.x1) / 2 - PICTURE / 2
            painter.drawPixmap(QPointF(round(x * snap) / snap, tops[mark.row]), shown)

    def _bar(self, painter: QPainter, mark: Mark, state: str) -> None:
        item, middle = self.arranged.items[mark.item], self.bands.middle(mark.row)
        if mark.is_busy:
            rect = QRectF(mark.x0, middle - 5, mark.x1 - mark.x0, 10)
            painter.fillRect(rect & self.bands.days, self.brush.color("event", 0.4))
        else:
            share = (self.bands.lane_height - 6) / mark.lanes - 1
            height = 10.0 if mark.lanes == 1 else max(3.0, min(8.0, share))
            top = middle - (height + 1) * mark.lanes / 2 + (height + 1) * mark.lane + 0.5
            rect = QRectF(mark.x0, top, mark.x1 - mark.x0, height)
            self.brush.bar(painter, rect, item, self.scale, state or "surface", mark.is_host)

    def _through(self, painter: QPainter, line: Through) -> None:
        item = self.arranged.items[line.item]
        foot = self.bands.top(line.row) + self.bands.lane_height - line.turn * (THROUGH + 1)
        rect = QRectF(line.x0, foot - THROUGH, line.x1 - line.x0, THROUGH)
        state = self._state(item.pk)
        if state:
            painter.fillRect(rect.adjusted(0, -1, 0, 1), self.brush.color(f"{state}_bar"))
        host = self.arranged.host[line.item] == line.row
        self.brush.bar(painter, rect, item, self.scale, state or "surface", host)

    def _label(self, painter: QPainter, label: Label) -> None:
        middle = self.bands.middle(label.mark.row)
        ground = QRectF(label.x - 3, middle - 9, label.width + 6, 18)
        self._clear(painter, ground)
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

    def _clear(self, painter: QPainter, rect: QRectF) -> None:
        """Lay the ground anew under a word."""
        today = self.scale.x(self.arranged.today + 1)
        painter.fillRect(rect, self.brush.color("surface"))
        if rect.right() > today:
            painter.fillRect(rect & QRectF(today, rect.top(), rect.width(), rect.height()), self._ahead)

    def _state_of(self, mark: Mark) -> str:
        return "" if mark.is_busy else self._state(self.arranged.items[mark.item].pk)

    def _state(self, pk: int) -> str:
        if pk == self.marks.selected:
            return "selection"
        return "related" if pk in self.marks.related else ""
