"""What was typed into a dialog: words are thrown away only after asking."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QMessageBox, QPlainTextEdit, QWidget

from dossier.language import Wording


def typed_in(dialog: QWidget) -> tuple[str, ...]:
    """All that stands in the fields for words; a passphrase is typed again in no time."""
    lines = dialog.findChildren(QLineEdit)
    shown = (line.text() for line in lines if line.echoMode() == QLineEdit.EchoMode.Normal)
    return (*shown, *(text.toPlainText() for text in dialog.findChildren(QPlainTextEdit)))


def ask_to_throw_away(dialog: QWidget, wording: Wording, throw_away: Callable[[], None]) -> None:
    """Enter and Esc keep what was typed."""
    say = wording.say
    box = QMessageBox(dialog)
    box.setWindowTitle(dialog.windowTitle())
    box.setText(say("Throw away what you typed?"))
    box.setInformativeText(say("It has not been saved."))
    throw = box.addButton(say("Throw away"), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(say("Keep"), QMessageBox.ButtonRole.RejectRole)
    keep.setProperty("look", "primary")
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    throw.clicked.connect(throw_away)
    box.finished.connect(box.deleteLater)
    box.open()
