"""The picture of connections under the hands of whoever uses it: what mouse and keys do on it."""

from PySide6.QtCore import QEvent, QLineF, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

from ui.panes.connections.painted import PaintedGraph
from ui.panes.connections.picture import Edge

_WAYS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NEAR = 5.0
_DRAG = 4
_AIR = 12


class GraphCanvas(PaintedGraph):
    """Arrow keys go to the nearest node that way, Enter chooses, with Shift it shows only related.

    Space or Ctrl with a click asks how a node is connected with what is selected. A drag or the wheel moves
    over a picture that is larger than what is seen of it.
    """

    focused = Signal(object)
    paired = Signal(object)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pressed is None or not self.can_move:
            self._hover(at)
            return
        if self._is_dragged or (at - self._pressed).manhattanLength() >= _DRAG:
            self._is_dragged = True
            self.move_by(self._pressed - at)
            self._pressed = at
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pk, was_dragged = self._at(event.position()), self._is_dragged
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            event.ignore()
            return
        self._pressed, self._is_dragged = None, False
        self._hover(event.position())
        if pk is not None and not was_dragged:
            self.current = pk
            self._emit(pk, event.modifiers())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.can_move:
            self.move_by(-QPointF(event.angleDelta()) / 3)
            event.accept()
        else:
            event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered, self._hovered_edge = None, None
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keyboard = True
        key = Qt.Key(event.key())
        if key in _ENTER and self.current is not None:
            self._emit(self.current, event.modifiers())
        elif key == Qt.Key.Key_Space and self.current is not None:
            self.paired.emit(self.current)
        elif key in _WAYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._step(_WAYS[key])
        elif key == Qt.Key.Key_Escape and self.current is not None:
            self.current = None
            self._tell()
        else:
            super().keyPressEvent(event)

    def _hover(self, at: QPointF) -> None:
        hovered = self._at(at)
        edge = None if hovered is not None else self._edge_at(at)
        shape = Qt.CursorShape.PointingHandCursor if hovered is not None else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        if (hovered, edge) != (self._hovered, self._hovered_edge):
            self._hovered, self._hovered_edge = hovered, edge
            self._tell()

    def _at(self, at: QPointF) -> int | None:
        return next((node.pk for node in self._shown.nodes if self.box(node.pk).contains(at)), None)

    def _edge_at(self, at: QPointF) -> Edge | None:
        places = self.places
        near = [
            (_distance(places[edge.one], places[edge.other], at), number)
            for number, edge in enumerate(self._shown.edges)
        ]
        least, number = min(near, default=(_NEAR, 0))
        return self._shown.edges[number] if least < _NEAR else None

    def _step(self, way: QPointF) -> None:
        """To the nearest node in a direction; from nowhere to the first one."""
        if self.current is None:
            self.current = self._shown.nodes[0].pk if self._shown.nodes else None
        else:
            here = self._places[self.current]
            ahead = []
            for pk, at in self._places.items():
                along = QPointF.dotProduct(at - here, way)
                aside = abs(QPointF.dotProduct(at - here, QPointF(way.y(), way.x())))
                if along > 0 and aside <= along * 2:
                    ahead.append((along + 2 * aside, pk))
            self.current = min(ahead)[1] if ahead else self.current
        if self.current is not None:
            self._reveal(self.current)
        self._tell()

    def _reveal(self, pk: int) -> None:
        """Move over the picture until a node is in sight."""
        box, seen = self.box(pk), self.rect().toRectF().adjusted(_AIR, _AIR, -_AIR, -_AIR)
        x = min(box.left() - seen.left(), 0) or max(box.right() - seen.right(), 0)
        y = min(box.top() - seen.top(), 0) or max(box.bottom() - seen.bottom(), 0)
        if self.can_move and (x or y):
            self.move_by(QPointF(x, y))

    def _emit(self, pk: int, keys: Qt.KeyboardModifier) -> None:
        if keys & Qt.KeyboardModifier.ShiftModifier:
            self.focused.emit(pk)
        elif keys & Qt.KeyboardModifier.ControlModifier:
            self.paired.emit(pk)
        else:
            self.chosen.emit(pk)


def _distance(one: QPointF, other: QPointF, at: QPointF) -> float:
    """How far a point is from a line between two."""
    along = other - one
    share = QPointF.dotProduct(at - one, along) / (QPointF.dotProduct(along, along) or 1.0)
    return QLineF(at, one + along * min(max(share, 0.0), 1.0)).length()
