"""The foot of the card: how well its facts are sourced, and the way to their history."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from dossier.language import Wording
from dossier.views.values import Card
from resources.tokens import SPACE
from ui.style import Theme, pixmap

_HEIGHT = 34


class CardFoot(QWidget):
    """The line under a card: how many facts, how many without a source, and the way to the history."""

    def __init__(self, theme: Theme, wording: Wording) -> None:
        super().__init__()
        self._theme = theme
        self._wording = wording
        self.setFixedHeight(_HEIGHT)
        self.setProperty("look", "card-foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sign = QLabel()
        self._words = QLabel()
        self._words.setProperty("look", "second")
        self.history = QPushButton(wording.say("History"))
        self.history.setProperty("look", "link")
        self.history.setObjectName("history")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.card_padding, 0, SPACE.card_padding, 0)
        row.setSpacing(6)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        row.addWidget(self.history)

    def show_card(self, card: Card) -> None:
        say = self._wording.count
        if card.unsourced:
            words = say(
                "{n} fact here, {without} without a source",
                "{n} facts here, {without} without a source",
                card.facts,
                without=self._wording.number(card.unsourced),
            )
            sign, token = "warning", "warning"
        else:
            words = say("{n} fact here, sourced", "{n} facts here, all sourced", card.facts)
            sign, token = "check", "success"
        self._sign.setPixmap(pixmap(sign, token, self._theme, self.devicePixelRatioF()))
        self._words.setText(words)
