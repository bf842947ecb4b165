"""A button in the head of a pane that opens a menu of which one choice is on."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from ui.style import Theme
from ui.style.icons import tick


class Choice(QMenu):
    """Says by its button's tooltip, and to a screen reader, what is chosen."""

    chosen = Signal(str)

    def __init__(self, button: QToolButton, theme: Theme) -> None:
        super().__init__(button)
        self.button = button
        self._what = button.toolTip()
        self._tick = tick(theme)
        self._words: Mapping[str, str] = {}
        self._group = QActionGroup(self)
        button.setMenu(self)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._group.triggered.connect(lambda action: self._choose(action.data()))

    def offer(self, words: Mapping[str, str], at: str) -> None:
        """Show these choices, each by its key, with one of them on."""
        self._words = words
        self.clear()
        for key, text in words.items():
            action = self.addAction(self._tick, text)
            action.setCheckable(True)
            action.setChecked(key == at)
            action.setData(key)
            self._group.addAction(action)
        self._tell(at)

    def _choose(self, key: str) -> None:
        self._tell(key)
        self.chosen.emit(key)

    def _tell(self, key: str) -> None:
        told = f"{self._what}: {self._words.get(key, '')}"
        self.button.setToolTip(told)
        self.button.setAccessibleName(told)
