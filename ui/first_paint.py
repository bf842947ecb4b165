"""The first picture of the window: its bars and columns in their colours, before they hold anything."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from resources.tokens import SPACE

if TYPE_CHECKING:
    from ui.style.theme import Theme

_LEFT, _RIGHT = 304, 424  # px of the side columns, as `layout` has them


def paint_frame(window: QWidget, theme: "Theme") -> None:
    painter = QPainter(window)
    painter.fillRect(window.rect(), theme.color("background"))
    body = _body(window)
    painter.fillRect(body.adjusted(0, -1, 0, 1), theme.color("border"))
    right = body.right() - _RIGHT
    painter.fillRect(place_of_organizations(window), theme.color("surface"))
    middle = QRect(body.x() + _LEFT + 1, body.y(), right - _LEFT - 1, body.height())
    painter.fillRect(middle, theme.color("surface"))
    painter.fillRect(QRect(right + 1, body.y(), _RIGHT, body.height()), theme.color("raised"))
    painter.end()


def place_of_organizations(window: QWidget) -> QRect:
    """Where the organizations lie in a window that nobody arranged otherwise."""
    body = _body(window)
    return QRect(body.x(), body.y(), _LEFT, body.height())


def _body(window: QWidget) -> QRect:
    return window.rect().adjusted(0, SPACE.tool_bar + 1, 0, -SPACE.status_bar - 1)
