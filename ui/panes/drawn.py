"""What map, timeline and the picture of connections share as widgets that are drawn by hand."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.panes.accessible import Role, parts_changed
from ui.panes.rows import came_by_keyboard


class Drawn(QWidget):
    """Rings what has the focus for the keyboard alone, and takes no press but the left button's."""

    parts_role = Role.List

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_keyboard = False
        self._pressed: QPointF | None = None
        self._is_dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def shows_ring(self) -> bool:
        return self._by_keyboard and self.hasFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keyboard = False
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()  # the mouse's back and forward belong to the window
            return
        self._pressed, self._is_dragged = event.position(), False

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = came_by_keyboard(event)
        parts_changed(self)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        parts_changed(self)
        self.update()
