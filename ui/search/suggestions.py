"""The ways to complete a query, over what was found: a click takes one, the right arrow takes the first."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from dossier.language import Wording
from dossier.language.isolating import in_order

if TYPE_CHECKING:
    from dossier.search.completing import Completion

_HEIGHT = 40
_MARGIN, _GAP = 16, 6
_WIDEST = 240


class Suggestions(QFrame):
    """One line of completions; those that have no room are left out."""

    taken = Signal(object)  # Completion

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self.setProperty("look", "strip")
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(wording.say("Ways to complete the query"))
        self._key = QLabel("→")
        self._key.setProperty("look", "key")
        self._key.setToolTip(wording.say("The right arrow takes the first"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self._key)
        self._row.addStretch(1)
        self._buttons: list[QPushButton] = []
        self.completions: tuple[Completion, ...] = ()
        self.hide()

    def show_completions(self, completions: "Sequence[Completion]") -> None:
        self.completions = tuple(completions)
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(each) for each in self.completions]
        for at, button in enumerate(self._buttons, 1):
            self._row.insertWidget(at, button)
        self.setVisible(bool(completions))
        self._fit()

    def take_first(self) -> bool:
        """Take the first completion; False where there is none."""
        if not self.isVisible() or not self.completions:
            return False
        self.taken.emit(self.completions[0])
        return True

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _button(self, completion: "Completion") -> QPushButton:
        button = QPushButton()
        button.setProperty("look", "tag")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room = _WIDEST - 24
        button.setText(
            button.fontMetrics().elidedText(in_order(completion.label), Qt.TextElideMode.ElideRight, room)
        )
        button.setToolTip(in_order(completion.detail or completion.label))
        button.clicked.connect(lambda: self.taken.emit(completion))
        return button

    def _fit(self) -> None:
        room = self.width() - 2 * _MARGIN - self._key.sizeHint().width()
        for button in self._buttons:
            room -= button.sizeHint().width() + _GAP
            button.setVisible(room >= 0)
