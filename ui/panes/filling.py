"""What takes the width that its place has: how wide its words would like to be is never laid out."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from resources.tokens import SPACE


class Filling(QWidget):
    """A part of a column. Its height follows from its width, so that the layout needs no hint of either.

    A hint of Qt's own lays out every text within twice, in one line and as wide as the longest of them.
    """

    def sizeHint(self) -> QSize:
        return QSize(SPACE.card_padding * 2, 0)
