"""What every form is: labelled fields, one sentence where something doesn't fit, and nothing half done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from dossier.language import Wording
from dossier.model.dates import Date, parse_date
from dossier.model.errors import DossierError
from ui.style.drop_down import DropDown

_WIDTH = 440
_PADDING = 20


class Form(QDialog):
    """A dialog whose fields a subclass adds; `check` refuses what can't be taken, in one sentence."""

    def __init__(self, title: str, subtitle: str, wording: Wording, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.wording = wording
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        head = QLabel(title)
        head.setProperty("look", "preview-name")
        of = QLabel(subtitle)
        of.setProperty("look", "second")
        of.setWordWrap(True)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(4)
        self._complaint = QLabel()
        self._complaint.setProperty("look", "complaint")
        self._complaint.setObjectName("complaint")
        self._complaint.setWordWrap(True)
        self._complaint.hide()
        buttons = QDialogButtonBox()
        self.save = buttons.addButton(wording.say("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setDefault(True)
        buttons.addButton(wording.say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._accept_if_fit)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(4)
        column.addWidget(head)
        column.addWidget(of)
        column.addSpacing(8)
        column.addLayout(self._fields)
        column.addWidget(self._complaint)
        column.addSpacing(12)
        column.addWidget(buttons)

    def check(self) -> None:
        """Raise DossierError, in one sentence, for what can't be taken."""

    def add_line(self, label: str, value: str = "", hint: str = "") -> QLineEdit:
        line = QLineEdit(value)
        line.setPlaceholderText(hint)
        self._add(label, line)
        return line

    def add_text(self, label: str, value: str = "") -> QPlainTextEdit:
        text = QPlainTextEdit(value)
        text.setTabChangesFocus(True)
        text.setMinimumHeight(120)
        self._add(label, text)
        return text

    def add_choice(
        self, label: str, choices: Sequence[tuple[str, str]], value: str = "", *, free: bool = False
    ) -> QComboBox:
        """A choice of (value, words); `free` lets another be typed."""
        box = DropDown()
        box.setEditable(free)
        for key, words in choices:
            box.addItem(words, key)
        at = box.findData(value)
        if at >= 0:
            box.setCurrentIndex(at)
        elif free:
            box.setEditText(value)
        self._add(label, box)
        return box

    def date_of(self, line: QLineEdit) -> Date | None:
        """The date typed in a field, None for none. Raises DossierError for what is not a date."""
        text = line.text().strip()
        return parse_date(text) if text else None

    def _add(self, label: str, field: QWidget) -> None:
        words = QLabel(label)
        words.setProperty("look", "section")
        words.setBuddy(field)
        field.setAccessibleName(label)
        self._fields.addSpacing(6)
        self._fields.addWidget(words)
        self._fields.addWidget(field)

    def _accept_if_fit(self) -> None:
        try:
            self.check()
        except DossierError as error:
            self._complaint.setText(str(error))
            self._complaint.show()
            self._complaint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            return
        self.accept()


def chosen(box: QComboBox) -> str:
    """The value of a choice, or what was typed instead of one."""
    at = box.findText(box.currentText())
    return str(box.itemData(at)) if at >= 0 else box.currentText().strip()
