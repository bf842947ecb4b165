"""A callout: a box over the window that points at a widget and says something about it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from resources.tokens import SPACE
from ui.style import Theme

_WIDTH = 340
_TIP = 10  # px that the pointer stands out of the box
_PADDING = 20


class Callout(QWidget):
    """Lies below its target, or beside one that is taller than itself; Esc leaves it."""

    left = Signal()

    def __init__(
        self, target: QWidget, title: str, text: str, count: str, theme: Theme, window: QWidget
    ) -> None:
        super().__init__(window)
        self.setObjectName("callout")
        self.setAccessibleName(f"{title}. {text}")
        self._target = target
        self._window = window
        self._theme = theme
        self._is_beside = target.height() > window.height() / 2
        heading = QLabel(title)
        heading.setProperty("look", "preview-name")
        body = QLabel(text)
        body.setWordWrap(True)
        counted = QLabel(count)
        counted.setProperty("look", "second")
        self._row = QHBoxLayout()
        self._row.addWidget(counted)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        before = _PADDING + _TIP
        column.setContentsMargins(
            before if self._is_beside else _PADDING,
            _PADDING if self._is_beside else before,
            _PADDING,
            _PADDING,
        )
        column.setSpacing(SPACE.grid * 2)
        for label in (heading, body):
            column.addWidget(label)
        column.addSpacing(SPACE.grid * 2)
        column.addLayout(self._row)
        window.installEventFilter(self)

    def add_button(self, words: str, done: Callable[[], object], *, main: bool = False) -> None:
        """A button at the right; the main one is what Enter presses."""
        button = QPushButton(words)
        button.setProperty("look", "primary" if main else "")
        button.clicked.connect(lambda: done())
        self._row.addWidget(button)
        if main:
            self.setFocusProxy(button)

    def appear(self) -> None:
        self.setFixedWidth(_WIDTH)
        self._place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self._window.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()  # a button outside a dialog knows Space alone
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        box, tip = QPainterPath(), QPainterPath()
        away = (_TIP, 0) if self._is_beside else (0, _TIP)
        box.addRoundedRect(whole.adjusted(*away, 0, 0), SPACE.radius_popup, SPACE.radius_popup)
        tip.addPolygon(QPolygonF(self._pointer()))
        painter.setPen(QPen(self._theme.color("accent"), 1.5))
        painter.setBrush(self._theme.color("raised"))
        painter.drawPath(box.united(tip))
        painter.end()

    def _pointer(self) -> list[QPointF]:
        """The triangle from the box to the target."""
        at = self.mapFromGlobal(self._target.mapToGlobal(self._pointed_at()))
        if self._is_beside:
            y = min(max(at.y(), 2 * _TIP), self.height() - 2 * _TIP)
            return [QPointF(1, y), QPointF(_TIP + 1, y - _TIP), QPointF(_TIP + 1, y + _TIP)]
        x = min(max(at.x(), 2 * _TIP), self.width() - 2 * _TIP)
        return [QPointF(x, 1), QPointF(x - _TIP, _TIP + 1), QPointF(x + _TIP, _TIP + 1)]

    def _pointed_at(self) -> QPoint:
        """The place of the target that the pointer touches, in the target's pixels."""
        if self._is_beside:
            return QPoint(self._target.width(), min(self._target.height() // 3, 160))
        return QPoint(min(self._target.width() // 2, _WIDTH // 2), self._target.height())

    def _place(self) -> None:
        window = self._window
        at = self._target.mapTo(window, self._pointed_at())
        size = self.sizeHint().expandedTo(self.minimumSizeHint())
        height = max(size.height(), self.heightForWidth(_WIDTH))
        x, y = (at.x() + 4, at.y() - height // 3) if self._is_beside else (at.x() - _WIDTH // 2, at.y() + 4)
        edge = SPACE.pane_padding // 2
        x = min(max(x, edge), window.width() - _WIDTH - edge)
        y = min(max(y, edge), window.height() - height - edge)
        self.setGeometry(x, y, _WIDTH, height)
