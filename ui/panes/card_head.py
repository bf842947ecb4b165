"""What stands at the top of a card: a name that fits into any width, and what is selected with its record."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from dossier.language import Wording
from dossier.language.isolating import isolated
from resources.tokens import SPACE

LONGEST_NAME, _LONGEST_WORD = 300, 20
"""Letters of a name that its card begins with, and of a word that is broken nowhere."""
_LONG_WORD = re.compile(rf"\S{{{_LONGEST_WORD}}}(?=\S)")


class CardAlso(QLabel):
    """The line over the card of the first of several selected, which names the others."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self.setObjectName("also")
        self.setProperty("look", "second")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(SPACE.card_padding, SPACE.grid * 2, SPACE.card_padding, 0)
        self.hide()

    def show_names(self, others: tuple[str, ...]) -> None:
        """Name what else is selected; nothing hides the line."""
        names = self._wording.list_of(isolated(fitting(name)) for name in others)
        say, n = self._wording.say, len(others) + 1
        self.setText(say("First of {n} selected; the others: {names}", n=n, names=names))
        self.setVisible(bool(others))


def fitting(name: str) -> str:
    """A name that wraps in any width: a label breaks no word by itself, however long it is."""
    cut = name if len(name) <= LONGEST_NAME else name[:LONGEST_NAME] + "…"
    return _LONG_WORD.sub(lambda part: part[0] + "\u200b", cut)
