"""Paints the marks of the days above, row by row; a row's picture is kept as long as it shows the same."""

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from ui.panes.kept import Kept
from ui.panes.timeline.bands import Bands
from ui.panes.timeline.columns import paint_columns
from ui.panes.timeline.drawing import PICTURE, Brushwork
from ui.panes.timeline.marks import FRAME, THROUGH, Mark, Through
from ui.panes.timeline.placing import Placed
from ui.panes.timeline.row import Row
from ui.panes.timeline.view import TimelineView
from ui.style import kind_token

_STATES = ("", "related", "selection")  # the order in which marks are painted

Picture = tuple[Bands, float, float, Kept]  # for which bands and sharpness, and how far the row had moved


class MarksPainter:
    """Paints one frame."""

    def __init__(self, brush: Brushwork, view: TimelineView, painter: QPainter) -> None:
        self.brush = brush
        self.bands = view.bands
        self.scale = view.scale
        self.arranged = view.arranged
        self.marks = view.marks
        self._is_marked = bool(view.emphasis.in_row)
        self._painter = painter
        device = painter.device()
        self._ratio = device.devicePixelRatioF() if device else 1.0

    def all(self, placed: Placed) -> None:
        """Stems under the rows; above them what stands out in several lanes, in one frame."""
        shared = self.arranged.shared
        joined = [mark for mark in placed.marks if mark.item in shared] if shared else []
        plain, *standing_out = self._by_state(joined)
        self._stems(self._painter, plain[1])
        for row in placed.rows:
            self._lay(row)
        for state, marks in standing_out:
            self._paint(self._painter, marks, state)

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

    def _lay(self, row: Row) -> None:
        if not row.own and not row.crowd and not row.through:
            return
        kept: Picture | None = row.picture
        if kept is None or kept[:2] != (self.bands, self._ratio):
            left, right = (self.scale.x(day) for day in row.days)
            top, height = self.bands.top(row.number), self.bands.lane_height
            area = QRectF(left, top - 1, right - left, height + 2)
            picture = Kept(area, self._ratio, lambda painter: self._row(painter, row))
            row.picture = kept = self.bands, self._ratio, row.moved, picture
        kept[3].lay(self._painter, row.moved - kept[2])

    def _row(self, painter: QPainter, row: Row) -> None:
        """Columns, the lines at the foot, marks; but for those that stand out in several lanes."""
        if row.crowd:
            paint_columns(painter, self.brush, self.bands, row.crowd)
        for line in row.through:
            self._through(painter, line)
        marks = row.marks
        plain, *standing_out = self._by_state(marks)
        self._paint(painter, plain[1], "")
        for state, found in standing_out:
            self._paint(painter, [mark for mark in found if mark.item not in self.arranged.shared], state)

    def _by_state(self, marks: list[Mark]) -> list[tuple[str, list[Mark]]]:
        if not self._is_marked:
            return [("", marks)]
        groups: dict[str, list[Mark]] = {state: [] for state in _STATES}
        for mark in marks:
            groups["" if mark.is_busy else self._state(mark.item)].append(mark)
        return list(groups.items())

    def _paint(self, painter: QPainter, marks: list[Mark], state: str) -> None:
        """Marks of one state: their frames, then stems, points and bars."""
        if state:
            for mark in marks:
                if mark.is_host or not self._lies_together(mark):
                    self.brush.frame(painter, self.frame(mark), state)
            self._stems(painter, marks)
        self._points(painter, [mark for mark in marks if mark.is_point], state or "surface")
        for mark in marks:
            if not mark.is_point:
                self._bar(painter, mark, state)

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

    def _points(self, painter: QPainter, marks: list[Mark], ground: str) -> None:
        items, picture, ratio = self.arranged.items, self.brush.picture, self._ratio
        snap = ratio * 2  # half pixels keep sharp
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
            painter.fillRect(rect, self.brush.color("event", 0.4))
        else:
            share = (self.bands.lane_height - 6) / mark.lanes - 1
            height = 10.0 if mark.lanes == 1 else max(3.0, min(8.0, share))
            top = middle - (height + 1) * mark.lanes / 2 + (height + 1) * mark.lane + 0.5
            rect = QRectF(mark.x0, top, mark.x1 - mark.x0, height)
            self.brush.bar(painter, rect, item, self.scale, state or "surface", mark.is_host)

    def _through(self, painter: QPainter, line: Through) -> None:
        item = self.arranged.items[line.item]
        foot = self.bands.top(line.row) + self.bands.lane_height - line.turn * (THROUGH + 1)
        left, right = (
            self.scale.x(self.arranged.starts[line.item]),
            self.scale.x(self.arranged.ends[line.item]),
        )
        rect = QRectF(left, foot - THROUGH, right - left, THROUGH)
        state = self._state(line.item)
        if state:
            painter.fillRect(rect.adjusted(0, -1, 0, 1), self.brush.color(f"{state}_bar"))
        host = self.arranged.host[line.item] == line.row
        self.brush.bar(painter, rect, item, self.scale, state or "surface", host)

    def _state(self, position: int) -> str:
        pk = self.arranged.items[position].pk
        if pk == self.marks.selected:
            return "selection"
        return "related" if pk in self.marks.related else ""
