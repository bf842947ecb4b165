"""The dialog of the import: a head, one page at a time, and a foot with what can be done next."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dossier.language import Wording
from ui.importing.progress_page import ProgressPage
from ui.importing.words import LAST_STAGE
from ui.panes.elided import Elided
from ui.panes.speaking import announce

_WIDTH, _HEIGHT = 1120, 720
_ROOM = 40
_PADDING = 20


class ImportDialog(QDialog):
    """Shows pages that others make; Esc and “Cancel” stop the work under way, or else leave."""

    back_wanted = Signal()
    next_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, path: Path, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        self.is_working = False
        self.is_over = False
        say = wording.say
        self.setWindowTitle(say("Import contacts"))
        room = parent.size()
        self.resize(min(_WIDTH, room.width() - _ROOM), min(_HEIGHT, room.height() - _ROOM))
        head = QLabel(say("Import contacts"))
        head.setProperty("look", "preview-name")
        of = Elided(path.name, "second")
        of.setToolTip(str(path))
        self.progress = ProgressPage(wording)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.progress)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setObjectName("note")
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.back = QPushButton(say("Back"))
        self.cancel = QPushButton(say("Cancel"))
        self.next = QPushButton()
        for button in (self.back, self.cancel, self.next):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.cancel)
        foot.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, 16, _PADDING, 16)
        column.setSpacing(4)
        column.addWidget(head)
        column.addWidget(of)
        column.addSpacing(8)
        column.addWidget(self.pages, 1)
        column.addSpacing(8)
        column.addLayout(foot)
        self.back.clicked.connect(self.back_wanted)
        self.next.clicked.connect(lambda: self.reject() if self.is_over else self.next_wanted.emit())
        self.cancel.clicked.connect(self.reject)

    def show_page(self, page: QWidget, *, forward: str, back: str = "") -> None:
        """Show a page and the words of the buttons that lead on and back."""
        self._show(page)
        self._word(self.next, forward, "primary")
        self._word(self.back, back)
        self._word(self.cancel, self._wording.say("Cancel"))

    def show_end(self, page: QWidget, *, also: str = "") -> None:
        """Show the last page; `also` are the words of the way back from there."""
        self._show(page)
        self.tell("")
        self.is_over = True
        self._word(self.back, also)
        self._word(self.cancel, "")
        self._word(self.next, self._wording.say("Close"), "primary")
        self.next.setFocus()

    def show_work(self, words: str, note: str = "", *, can_stop: bool = True) -> None:
        """Show that work goes on."""
        self.is_working = True
        self.progress.begin(words, note)
        self.pages.setCurrentWidget(self.progress)
        self.tell("")
        for button in (self.next, self.back):
            button.hide()
        self._word(self.cancel, self._wording.say("Cancel"))
        self.cancel.setEnabled(can_stop)
        self.cancel.setFocus()

    def show_stage(self, stage: str, part: float) -> None:
        """Show how far the work is; its last stage can't be stopped any more."""
        if self.cancel.isEnabled():
            self.progress.show_stage(stage, part)
            self.cancel.setEnabled(stage != LAST_STAGE)

    def tell(self, sentence: str, *, wrong: bool = False) -> None:
        """The sentence at the foot: what hinders, or what there is to know."""
        if sentence != self.note.text():
            announce(self.note, sentence)
        self.note.setText(sentence)
        self.note.setProperty("look", "complaint" if wrong else "second")
        _dress(self.note)

    def allow(self, possible: bool) -> None:
        """Whether one can go on."""
        self.next.setEnabled(possible)

    def reject(self) -> None:
        if not self.is_working:
            super().reject()
        elif self.cancel.isEnabled():
            self.cancel.setEnabled(False)
            self.progress.begin(self._wording.say("Stopping …"))
            self.stop_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if enter and (with_control or isinstance(self.focusWidget(), QLineEdit)):
            if self.next.isVisible():
                self.next.click()
        elif not enter:
            super().keyPressEvent(event)

    def _show(self, page: QWidget) -> None:
        self.is_working = self.is_over = False
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)

    def _word(self, button: QPushButton, words: str, look: str = "") -> None:
        button.setText(words)
        button.setProperty("look", look)
        _dress(button)
        button.setVisible(bool(words))
        button.setEnabled(True)


def _dress(widget: QWidget) -> None:
    """Let a changed look be seen."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
