"""What mouse, wheel and keys do on the timeline: they move it, zoom it, and choose."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from dossier.views.timeline_values import TimelineItem
from ui.panes.pane import Marks
from ui.panes.timeline.bands import AXIS
from ui.panes.timeline.painted import PaintedTimeline
from ui.panes.timeline.scale import stretch
from ui.style import Theme, icon, kind_icon, kind_token

if TYPE_CHECKING:
    from dossier.language import Wording

_NEXT = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_LANES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ZOOM = {Qt.Key.Key_Plus: 1.5, Qt.Key.Key_Equal: 1.5, Qt.Key.Key_Minus: 1 / 1.5}
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier  # Shift may be in typing +
_DRAG = 4  # pixels before a press becomes a drag
_GRIP = 4  # pixels around an edge of the period by which it is taken hold of
_LISTED = 12  # of what one mark stands for


class TimelineCanvas(PaintedTimeline):
    """Arrow keys go through the items, Enter chooses, plus and minus zoom; a drag moves, the wheel zooms.

    A drag along the axis gives a period, as do the arrow keys with Shift.
    """

    focused = Signal(object)
    list_wanted = Signal(object)  # pk of the item to begin at
    period_chosen = Signal(object)  # Date: what alone is to be shown
    period_moved = Signal(object)  # the same, while it goes on being changed

    def __init__(self, marks: Marks, theme: Theme, wording: "Wording", parent: QWidget | None = None) -> None:
        super().__init__(marks, theme, wording, parent)
        self._dragging = ""  # "", "days", "lens" or "period"
        self._held = 0.0  # the day at which a period is held while its other end is drawn
        self.menu = QMenu(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self._pressed is None or not event.isAccepted():
            return
        self.view.walker.let_go()
        x, y = self._pressed.x(), self._pressed.y()
        if self._on_axis(self._pressed):
            edge = self._edge_at(x)
            self._held = self.view.scale.day(x) if edge is None else edge
        elif y >= self.view.bands.overview.top() and not self.view.records_at(x, y):
            self._dragging = "lens"
            if not self._lens_at(x):
                self._centre_on(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pressed is None:
            self._hover(at)
            return
        moved = at.x() - self._pressed.x()
        if not self._dragging and abs(moved) < _DRAG:
            return
        self._dragging = self._dragging or ("period" if self._on_axis(self._pressed) else "days")
        if self._dragging == "period":
            self._draw_period(at.x())
            return
        self._pressed = at
        if self._dragging == "days":
            self.view.move_to(self.view.scale.moved(-moved))
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            days = moved / self.view.overview.per_day
            self.view.move_to(self.view.scale.moved(days * self.view.scale.per_day))
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            event.ignore()
            return
        was_dragged, self._dragging, self._pressed = bool(self._dragging), "", None
        drawn, self.view.sketch = self.view.sketch, None
        if drawn:
            self.period_chosen.emit(drawn)
        self._hover(event.position())
        self.update()
        if not was_dragged:
            self._click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn, at = event.angleDelta(), event.position()
        if at.x() < self.view.bands.gutter and turn.y():
            self._bar.setValue(self._bar.value() - turn.y() // 3)
        elif turn.x() or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.view.move_to(self.view.scale.moved(-(turn.x() or turn.y()) / 2))
        else:
            over_years = at.y() >= self.view.bands.overview.top()
            self.zoom(1.2 ** (turn.y() / 120), None if over_years else at.x())
        self.update()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keyboard = True
        key, view = Qt.Key(event.key()), self.view
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(alone=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return
        plain = not event.modifiers() & ~_PLAIN
        if key == Qt.Key.Key_Escape and self.view.sketch:
            self._dragging, self._pressed, self.view.sketch = "", None, None
        elif plain and key in _NEXT and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if period := view.walker.draw_period(_NEXT[key]):
                self.period_moved.emit(period)
        elif plain and key in _NEXT:
            view.walker.step(_NEXT[key])
        elif plain and key in _LANES:
            view.walker.step_lane(_LANES[key])
        elif plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            view.walker.go_to_end(last=key == Qt.Key.Key_End)
        elif plain and key in _PAGES:
            view.move_to(view.scale.moved(_PAGES[key] * view.scale.width * 0.8))
        elif plain and key in _ZOOM:
            self.zoom(_ZOOM[key])
        else:
            super().keyPressEvent(event)
            return
        self._settle()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered_lane, self._on_lens = None, False
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            items = self.view.arranged.items
            found = self.view.records_at(event.pos().x(), event.pos().y())
            lines = [self.spoken(items[position]) for position in found[:_LISTED]]
            if len(found) > _LISTED:
                lines.append(self._more(len(found) - _LISTED))
            QToolTip.showText(event.globalPos(), "\n".join(lines), self)
            return True
        return super().event(event)

    def _more(self, count: int) -> str:
        return self._wording.count("{n} more: zoom in to see it", "{n} more: zoom in to see them", count)

    def _click(self, event: QMouseEvent) -> None:
        at = event.position()
        lane = self.view.lane_at(at.x(), at.y())
        found = [self.view.arranged.items[position] for position in self.view.records_at(at.x(), at.y())]
        alone = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if lane is not None and self.view.arranged.lanes[lane].pk > 0:
            (self.focused if alone else self.chosen).emit(self.view.arranged.lanes[lane].pk)
        elif len(found) == 1:
            (self.focused if alone else self.chosen).emit(found[0].pk)
        elif found:
            self._open(self.view.records_at(at.x(), at.y()), event.globalPosition().toPoint())

    def _enter(self, *, alone: bool) -> None:
        """Choose where the keyboard is, or open the mark of several that is there."""
        view, members = self.view, self.view.cluster
        if view.current is None:
            return
        if len(members) > 1 and not alone:
            mark = next(mark for mark in view.placed.marks if mark.members is members)
            at = QPoint(round(mark.middle), round(view.bands.middle(mark.row)))
            self._open(members, self.mapToGlobal(at))
            self._settle()
        else:
            (self.focused if alone else self.chosen).emit(view.current)

    def _open(self, members: list[int], at: QPoint) -> None:
        """Of several: few are listed to choose from, more are zoomed in to as far as that parts them."""
        if len(members) > _LISTED and self.view.opens(members):
            self.view.zoom_to(members)
            self.update()
        else:
            self._offer([self.view.arranged.items[position] for position in members], at)

    def _offer(self, items: list[TimelineItem], at: QPoint) -> None:
        """What one mark stands for, to choose from."""
        self.menu.clear()
        for item in items[:_LISTED]:
            action = self.menu.addAction(
                icon(kind_icon(item.kind), kind_token(item.kind), self._theme), item.name.replace("&", "&&")
            )
            action.triggered.connect(lambda checked=False, pk=item.pk: self.chosen.emit(pk))
        if len(items) > _LISTED:
            more = self._wording.count("{n} more in the list", "{n} more in the list", len(items) - _LISTED)
            self.menu.addAction(more).triggered.connect(lambda: self.list_wanted.emit(items[_LISTED].pk))
        self.menu.popup(at)

    def _hover(self, at: QPointF) -> None:
        lane = self.view.lane_at(at.x(), at.y())
        if lane is not None and self.view.arranged.lanes[lane].pk <= 0:
            lane = None
        on_lens = at.y() >= self.view.bands.overview.top() and self._lens_at(at.x())
        if (lane, on_lens) != (self._hovered_lane, self._on_lens):
            self._hovered_lane, self._on_lens = lane, on_lens
            self.update()
        if lane is not None or self.view.records_at(at.x(), at.y()):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        elif on_lens or (self._on_axis(at) and self._edge_at(at.x()) is not None):
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        elif self._on_axis(at):
            self.setCursor(Qt.CursorShape.IBeamCursor)
        else:
            self.unsetCursor()

    def _on_axis(self, at: QPointF) -> bool:
        return at.y() < AXIS and at.x() >= self.view.bands.gutter

    def _edge_at(self, x: float) -> float | None:
        """The day at which the period is held when the edge that is there is drawn: its other edge."""
        band = self.view.band
        if band is None:
            return None
        for edge, other in (band, band[::-1]):
            if abs(self.view.scale.x(edge) - x) <= _GRIP:
                return min(max(other, band[0]), band[1] - 1)
        return None

    def _draw_period(self, x: float) -> None:
        scale = self.view.scale
        self.view.sketch = stretch(scale, self._held, scale.day(min(max(x, scale.left), scale.right - 1)))
        self.update()

    def _lens_at(self, x: float) -> bool:
        left, right = self.view.lens
        return left - 8 <= x <= right + 8

    def _centre_on(self, x: float) -> None:
        day, half = self.view.overview.day(x), self.view.scale.span / 2
        self.view.move_to(self.view.scale.showing(day - half, day + half))
        self.update()
