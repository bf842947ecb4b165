"""What stands there while a list is read, compared or written."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from dossier.language import Wording
from ui.importing.words import LAST_STAGE, STAGES

_FINE = 1000
_WIDTH = 420


class ProgressPage(QWidget):
    """The stage in words and how much of it is done."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self.label = QLabel()
        self.label.setProperty("look", "lead")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_WIDTH)
        self.note = QLabel()
        self.note.setProperty("look", "second")
        page = QVBoxLayout(self)
        page.addStretch(2)
        for widget in (self.label, self.bar, self.note):
            page.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        page.addStretch(3)

    def begin(self, words: str, note: str = "") -> None:
        """Show work of which it is not known yet how far it is."""
        self.label.setText(words)
        self.note.setText(note)
        self.bar.setRange(0, 0)

    def show_stage(self, stage: str, part: float) -> None:
        """Show how far a stage is, from 0 to 1."""
        self.label.setText(self._wording.say(STAGES[stage]))
        if stage == LAST_STAGE:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, _FINE)
            self.bar.setValue(round(part * _FINE))
