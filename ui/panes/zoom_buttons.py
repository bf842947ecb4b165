"""The small box of two buttons that lies on a drawing which can be magnified."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.panes.pane import icon_button
from ui.style import Theme

if TYPE_CHECKING:
    from dossier.language import Wording


class ZoomButtons(QWidget):
    """Nearer and farther, in a small box."""

    def __init__(self, theme: Theme, wording: "Wording", parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.nearer = icon_button(theme, "plus", wording.say("Zoom in"), self)
        self.farther = icon_button(theme, "minus", wording.say("Zoom out"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(1)
        column.addWidget(self.nearer)
        column.addWidget(self.farther)
        self.adjustSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color("border"))
        painter.setBrush(self._theme.color("raised"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.fillRect(QRectF(1, self.height() / 2 - 0.5, self.width() - 2, 1), self._theme.color("border"))
        painter.end()
