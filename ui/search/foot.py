"""The foot of the search panel: the keys that work in it, as many as fit, and what was found."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from dossier.language import Wording

_HEIGHT = 37
_MARGIN, _GAP, _BETWEEN = 16, 6, 20
_OF_ROWS = 2  # keys that every row has, hit or not


class Foot(QWidget):
    """One line. Keys that have no room are left out from the right, never what is said."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self.setProperty("look", "popup-foot")
        self.setFixedHeight(_HEIGHT)
        say = wording.say
        self._hints = [
            _Hint(keys, words)
            for keys, words in (
                ("↑ ↓", say("choose")),
                ("Enter", say("open")),
                ("Shift+Enter", say("show only related")),
                ("Tab", say("filters")),
                ("Ctrl+Enter", say("make sheet")),
            )
        ]
        self._named = self._hints
        self._said = QLabel()
        self._said.setProperty("look", "second")
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        row.setSpacing(_BETWEEN)
        for hint in self._hints:
            row.addWidget(hint)
        row.addStretch(1)
        row.addWidget(self._said)

    @property
    def said(self) -> str:
        return self._said.text()

    def say(self, sentence: str, *, has_sheet: bool = True) -> None:
        """Say something at the right; where no sheet can be made, its key is dimmed."""
        self._said.setText(sentence)
        self._hints[-1].setEnabled(has_sheet)
        self._fit()

    def name_keys(self, *, of_hits: bool) -> None:
        """Name the keys of hits, or only those that rows of any kind have; say nothing."""
        self._said.clear()
        self._named = self._hints if of_hits else self._hints[:_OF_ROWS]
        for hint in self._hints[_OF_ROWS:]:
            hint.setVisible(of_hits)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * _MARGIN - self._said.sizeHint().width()
        for hint in self._named:
            room -= hint.sizeHint().width() + _BETWEEN
            hint.setVisible(room >= 0)


class _Hint(QWidget):
    def __init__(self, keys: str, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for text, look in ((keys, "key"), (words, "second")):
            label = QLabel(text)
            label.setProperty("look", look)
            row.addWidget(label)
