"""The forms for passphrases: the one that opens a protected dossier, and a new one, typed twice."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from dossier.language import Wording
from dossier.model.errors import DossierError
from ui.dialogs.form import Form
from ui.style.tick_box import TickBox


class _Hidden(Form):
    """A form whose lines show dots until the user wants to see what was typed."""

    def __init__(self, title: str, subtitle: str, wording: Wording, parent: QWidget | None) -> None:
        super().__init__(title, subtitle, wording, parent)
        self._lines: list[QLineEdit] = []
        self.seen = TickBox(wording.say("Show what is typed"))
        self.seen.toggled.connect(self._show)
        self.unstoppable = False

    def reject(self) -> None:
        """Leave, but not while what can't be stopped is under way."""
        if self.save.isEnabled() or not self.unstoppable:
            super().reject()

    def add_hidden(self, label: str, *, key: str = "") -> QLineEdit:
        line = self.add_line(label, key=key)
        line.setEchoMode(QLineEdit.EchoMode.Password)
        # Also while it is shown, what is typed is nothing for a keyboard to learn from.
        line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self._lines.append(line)
        return line

    def _show(self, seen: bool) -> None:
        for line in self._lines:
            line.setEchoMode(QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password)


class PassphraseForm(_Hidden):
    """Asks for the passphrase of a dossier."""

    def __init__(self, file: str, wording: Wording, parent: QWidget | None = None) -> None:
        say = wording.say
        super().__init__(say("Open a protected dossier"), file, wording, parent)
        self.line = self.add_hidden(say("Passphrase"), key="passphrase")
        self.add_box(self.seen)
        self.name_work(say("Open"), say("Opening the dossier …"))

    @property
    def passphrase(self) -> str:
        return self.line.text()

    def check(self) -> None:
        if not self.passphrase:
            raise DossierError(self.wording.say("Type the passphrase of this dossier."))


class NewPassphraseForm(_Hidden):
    """Asks for a new passphrase, and for the one before where it changes; a new dossier may go without."""

    without = Signal()

    def __init__(
        self,
        file: str,
        wording: Wording,
        parent: QWidget | None = None,
        *,
        optional: bool = False,
        changing: bool = False,
    ) -> None:
        say = wording.say
        title = say("Change the passphrase") if changing else say("Protect with a passphrase")
        super().__init__(title, file, wording, parent)
        self.add_words(
            say(
                "The file is encrypted. Without the passphrase nobody can open it, nor can you: keep it "
                "where you keep such things. The program is not accredited for classified information."
            )
        )
        self.before = self.add_hidden(say("Passphrase until now"), key="before") if changing else None
        label = (
            say("New passphrase, better several words")
            if changing
            else say("Passphrase, better several words")
        )
        self.line = self.add_hidden(label, key="passphrase")
        self.again = self.add_hidden(say("The same again"), key="again")
        self.add_box(self.seen)
        self.name_work(say("Change") if changing else say("Protect"), say("Encrypting …"))
        if optional:
            self.unprotected = self.add_button(say("Without protection"))
            self.unprotected.clicked.connect(self.without)

    @property
    def passphrase(self) -> str:
        return self.line.text()

    def check(self) -> None:
        from dossier.model.passphrases import check_passphrase

        check_passphrase(self.passphrase)
        if self.passphrase != self.again.text():
            raise DossierError(self.wording.say("The two passphrases differ; type them again."))
