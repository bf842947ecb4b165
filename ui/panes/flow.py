"""Small things in rows that wrap as words do: tags and buttons of a card.

It is a widget and no layout: Qt deletes the items of a layout unseen by Python, and asking one that Python
still held ended the process.
"""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from resources.tokens import SPACE

_GIVES_WAY = (QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Ignored)


class Flow(QWidget):
    """Widgets side by side, as many a row as fit; `gap` pixels lie between them."""

    def __init__(self, gap: int = SPACE.grid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Take a widget in, as the last one."""
        widget.setParent(self)

    @property
    def is_empty(self) -> bool:
        return not self._widgets

    @property
    def _widgets(self) -> list[QWidget]:
        """Those that are still there, in their order."""
        return [child for child in self.children() if isinstance(child, QWidget)]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(width, move=False)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        size = QSize(0, 0)
        for widget in self._widgets:
            gives_way = widget.sizePolicy().horizontalPolicy() in _GIVES_WAY
            size = size.expandedTo(widget.minimumSizeHint() if gives_way else widget.sizeHint())
        return size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(self.width(), move=True)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # one of the widgets wants another size
            self._lay_out(self.width(), move=True)
            self.updateGeometry()
        return super().event(event)

    def _lay_out(self, width: int, *, move: bool) -> int:
        """The height in a width, and each widget at its place."""
        x, y, row = 0, 0, 0
        for widget in self._widgets:
            wanted = (
                widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(QSize(max(width, 1), 10_000))
            )
            if x and x + wanted.width() > width:
                x, y, row = 0, y + row + self._gap, 0
            if move:
                widget.setGeometry(x, y, wanted.width(), wanted.height())
            x += wanted.width() + self._gap
            row = max(row, wanted.height())
        return y + row
