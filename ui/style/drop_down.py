"""A drop-down with the chevron of the shipped icons: a style sheet could only take one from a file."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QComboBox

_FROM_RIGHT, _HALF_WIDTH, _HEIGHT = 16, 4, 4


class DropDown(QComboBox):
    """A QComboBox whose sign takes the colour of its text."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 1.5))
        tip = QPointF(self.width() - _FROM_RIGHT, (self.height() + _HEIGHT) / 2)
        side = QPointF(_HALF_WIDTH, -_HEIGHT)
        painter.drawPolyline([tip + QPointF(-side.x(), side.y()), tip, tip + side])
        painter.end()
