"""What lies between the window and the search panel: a dimmed window, and the panel's shadow on it."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from resources.tokens import SPACE
from ui.style import Theme

_DIM = 0.28
_SHADOW, _SHADOW_DROP, _SHADOW_STRENGTH = 32, 12, 0.22


class Scrim(QWidget):
    """Dims the window behind the panel and throws the panel's shadow; a click on it closes the panel."""

    clicked = Signal()

    def __init__(self, theme: Theme, panel: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._panel = panel
        self.hide()

    def cover(self, area: QRect) -> None:
        """Lie over an area of the window; the shadow is where the panel is now, and nowhere else."""
        self.setGeometry(area)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shade = self._theme.color("text" if not self._theme.dark else "background", _DIM)
        painter.fillRect(self.rect(), shade)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shade.setAlphaF(_SHADOW_STRENGTH / _SHADOW * 2)
        painter.setBrush(shade)
        box = QRectF(self._panel.geometry().translated(-self.pos())).translated(0, _SHADOW_DROP)
        for spread in range(0, _SHADOW, 2):
            grown = box.adjusted(-spread, -spread, spread, spread)
            painter.drawRoundedRect(grown, SPACE.radius_popup + spread, SPACE.radius_popup + spread)
        painter.end()
