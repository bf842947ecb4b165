"""Copies of the dossier that is open: to keep, and to go on with where its own file can't be written."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QMessageBox, QPushButton

from dossier.language import Wording

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_PADDING = 36


class Copying(QObject):
    """Saves copies from one window; `choose` asks where to."""

    def __init__(self, window: "MainWindow", wording: Wording, choose: Callable[[str], Path | None]) -> None:
        super().__init__(window)
        self._window = window
        self._wording = wording
        self._choose = choose

    def offer(self, why: str) -> None:
        """Say why the dossier is open to read only where it lies, and offer a copy of it to work on."""
        say = self._wording.say
        box = QMessageBox(QMessageBox.Icon.Information, "Dossier", why, parent=self._window)
        box.setObjectName("place")
        box.setTextFormat(Qt.TextFormat.PlainText)
        copy = box.addButton(say("Save a copy…"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(copy)
        copy.setMinimumWidth(_width(copy))
        box.addButton(say("Read only"), QMessageBox.ButtonRole.RejectRole)
        box.accepted.connect(self.save)
        box.open()

    def save(self) -> None:
        """Ask where to, and write a copy of all that is open; it takes the place of what can't be written."""
        window, contents, say = self._window, self._window.display.contents, self._wording.say
        if contents is None:
            return
        dossier, path = contents.dossier, self._choose(say("Save a copy"))
        if path is None:
            return

        def done(_: object) -> None:
            window.status.say(say("A copy is saved as {path}.", path=path))
            if dossier.shared_by or not dossier.is_in_place:
                window.open_wanted.emit(path)

        label = say("Saving a copy …")
        window.workers.start("copy", lambda job: dossier.backup(path), done, label=label)


def _width(button: QPushButton) -> int:
    """The room that the words of a default button need: Qt measures them before they become bold."""
    font = button.font()
    font.setWeight(QFont.Weight.DemiBold)
    return QFontMetrics(font).horizontalAdvance(button.text()) + _PADDING
