"""Asks whether what a form is about to add is in the dossier already: the same, or another of that name."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dossier.language import Wording

if TYPE_CHECKING:
    from dossier.intake.forms import Namesake

_WIDTH = 460
_PADDING = 20


class Deciding(QDialog):
    """Lists the namesakes; to leave it, as Enter does at first, is to decide nothing."""

    same = Signal(object)  # the pk of the one that is meant
    another = Signal()

    def __init__(
        self, sentence: str, namesakes: "tuple[Namesake, ...]", wording: Wording, form: QWidget, *, join: str
    ) -> None:
        """`join` says what the same one would get; "" where nothing can be given to it."""
        super().__init__(form)
        say = wording.say
        self.setWindowTitle(say("In the dossier already"))
        self.setMinimumWidth(_WIDTH)
        head = QLabel(sentence)
        head.setProperty("look", "preview-name")
        head.setWordWrap(True)
        note = QLabel(say("Nothing is written until you say which is meant."))
        note.setProperty("look", "second")
        note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(note)
        self.joins = [self._line(column, namesake, join) for namesake in namesakes]
        self.add = QPushButton(say("Add as another person") if join else say("Add as another"))
        self.add.clicked.connect(self._decide_another)
        self.back = QPushButton(say("Back to the form"))
        self.back.setDefault(True)
        self.back.setProperty("look", "primary")
        self.back.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.add)
        foot.addWidget(self.back)
        column.addSpacing(8)
        column.addLayout(foot)
        self.back.setFocus()

    def _line(self, column: QVBoxLayout, namesake: "Namesake", join: str) -> QPushButton:
        words = QLabel(f"{namesake.name}\n{namesake.detail}" if namesake.detail else namesake.name)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        button = QPushButton(join)
        button.setAccessibleDescription(words.text())
        button.setVisible(bool(join))
        button.clicked.connect(lambda: self._decide_same(namesake.pk))
        line = QHBoxLayout()
        line.addWidget(words, 1)
        line.addWidget(button)
        column.addLayout(line)
        return button

    def _decide_same(self, pk: int) -> None:
        self.accept()
        self.same.emit(pk)

    def _decide_another(self) -> None:
        self.accept()
        self.another.emit()
