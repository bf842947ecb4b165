"""The row of buttons under a dialog."""

from itertools import pairwise

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialogButtonBox, QWidget


class ButtonRow(QDialogButtonBox):
    """Qt's row of buttons, which Tab goes through as they stand, and out of again.

    Qt's own stands for its first button: where it comes before the fields, Tab goes round in it for ever, and
    where that button isn't the first in the order of Tab, those before it are never reached.
    """

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._order()

    def _order(self) -> None:
        self.setFocusProxy(None)  # type: ignore[arg-type]
        for one, other in pairwise(sorted(self.buttons(), key=lambda button: button.x())):
            QWidget.setTabOrder(one, other)
