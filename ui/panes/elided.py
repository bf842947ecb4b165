"""Words that give way where a pane is too narrow for them, and the title of a pane."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from dossier.language.isolating import in_order


class Elided(QLabel):
    """A line of plain text that a narrow pane cuts with an ellipsis; the whole is then told on hover.

    With word wrap it is a label as any other.
    """

    def __init__(self, text: str, look: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("look", look)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), 40), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.wordWrap():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        box = self.contentsRect()
        whole = in_order(self.text())
        shown = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, box.width())
        self.setToolTip("" if shown == whole else whole)
        painter.drawText(box, self.alignment(), shown)


class Title(Elided):
    """The title of a pane, which goes while a tab above it says the same."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "title")
        self._tab = ""

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setVisible(text != self._tab)

    def stand_under(self, tab: str) -> None:
        """Say what the tab above the pane says, "" where there is none."""
        self._tab = tab
        self.setVisible(self.text() != tab)
