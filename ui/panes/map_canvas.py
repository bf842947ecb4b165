"""The map of regions as a widget: what mouse, wheel and keys do on it."""

from collections.abc import Hashable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)

from ui.panes.map_painted import PaintedMap

if TYPE_CHECKING:
    pass

_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ZOOM = {Qt.Key.Key_Plus: 1.5, Qt.Key.Key_Equal: 1.5, Qt.Key.Key_Minus: 1 / 1.5}
_DRAG = 4


class MapCanvas(PaintedMap):
    """Arrow keys go from region to region, Enter chooses, Space adds to what is chosen; a drag moves.

    Plus and minus zoom, 0 shows all.
    """

    chosen = Signal(object)
    focused = Signal(object)
    added = Signal(object)

    def press_part(self, key: Hashable) -> None:
        self.chosen.emit(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pressed is None:
            self._hover(at)
            return
        moved = at - self._pressed
        if self._is_dragged or moved.manhattanLength() >= _DRAG:
            self._is_dragged, self._pressed = True, at
            self.view.pan(moved)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.changed()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            event.ignore()
            return
        self._pressed = None
        self._hover(event.position())
        region = self.view.at(event.position())
        if not self._is_dragged and region and region.row:
            self.current = region.pk
            self._emit(region.row.pk, event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(1.2 ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keyboard = True
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space and self.current is not None:
            self.added.emit(self.current)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.current is not None:
                self._emit(self.current, event)
        elif key in _WAYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._step(*_WAYS[key])
        elif key in _ZOOM:
            self.zoom(_ZOOM[key])
        elif key == Qt.Key.Key_0:
            self.view.reset()
            self.changed()
        else:
            super().keyPressEvent(event)

    def _hover(self, at: QPointF) -> None:
        region = self.view.at(at) if self._clip.contains(at) else None
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if region and region.row else Qt.CursorShape.ArrowCursor
        )
        if region is not self._hovered:
            self._hovered = region
            self.update()

    def _step(self, x: int, y: int) -> None:
        found = self.view.beside(self.view.region(self.current), x, y)
        if found:
            self.current = found.pk
            self.view.reveal([found])
            self.changed()

    def _emit(self, pk: int, event: QMouseEvent | QKeyEvent) -> None:
        keys = event.modifiers()
        if keys & Qt.KeyboardModifier.ControlModifier:
            self.added.emit(pk)
        else:
            (self.focused if keys & Qt.KeyboardModifier.ShiftModifier else self.chosen).emit(pk)
