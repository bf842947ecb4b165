"""What every form is: labelled fields, one sentence where something doesn't fit, and nothing half done."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dossier.language import Wording
from dossier.model.errors import DossierError
from ui.dialogs.buttons import ButtonRow
from ui.dialogs.typed import ask_to_throw_away, typed_in
from ui.panes.speaking import announce
from ui.style.drop_down import DropDown

_WIDTH = 440
_PADDING = 20
_GAP = 12
_PATIENCE = 400  # ms until a form says that it is still being saved


class Form(QDialog):
    """A dialog whose fields a subclass adds; `check` refuses what can't be taken, in one sentence.

    `submitted` hands what is filled in to whoever writes it. The form stays, with all its text, until that
    one says `accept`, or `complain` about what can't be taken.
    """

    submitted = Signal()

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
        of.setVisible(bool(subtitle))
        self._fields = QVBoxLayout()
        self._fields.setSpacing(4)
        self._row = QHBoxLayout()
        self._last: QWidget | None = None
        self._columns: dict[str, tuple[QVBoxLayout, QWidget]] = {}
        self._complaint = QLabel()
        self._complaint.setProperty("look", "complaint")
        self._complaint.setObjectName("complaint")
        self._complaint.setWordWrap(True)
        self._complaint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._complaint.hide()
        self._notice = QLabel(wording.say("Saving …"))
        self._notice.setProperty("look", "second")
        self._notice.setObjectName("notice")
        self._notice.hide()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._notice.show)
        self._focused: QWidget | None = None
        self._buttons = buttons = ButtonRow()
        self.save = buttons.addButton(wording.say("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setDefault(True)
        self.cancel = buttons.addButton(wording.say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.submit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):  # where Enter begins a new line
            QShortcut(QKeySequence(keys), self, self._submit_once)
        buttons.rejected.connect(self.reject)
        self._at_first: tuple[str, ...] = ()
        self._foot = QVBoxLayout()
        self._foot.addWidget(self._complaint)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(4)
        column.addWidget(head)
        column.addWidget(of)
        column.addSpacing(8)
        column.addLayout(self._fields)
        column.addLayout(self._foot)
        column.addWidget(self._notice)
        column.addSpacing(12)
        column.addLayout(self._below(buttons))

    def _below(self, buttons: QDialogButtonBox) -> QHBoxLayout:
        """The buttons, with the keys that save where Enter begins a new line."""
        self._keys = QLabel(self.wording.say("Ctrl+Enter saves"))
        self._keys.setProperty("look", "second")
        self._keys.hide()
        line = QHBoxLayout()
        line.addWidget(self._keys)
        line.addStretch(1)
        line.addWidget(buttons)
        return line

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._at_first = typed_in(self)

    def reject(self) -> None:
        """Close the form; where something was typed, only after asking."""
        if typed_in(self) == self._at_first:
            super().reject()
        else:
            ask_to_throw_away(self, self.wording, lambda: self.done(QDialog.DialogCode.Rejected))

    def check(self) -> None:
        """Raise DossierError, in one sentence, for what can't be taken."""

    def submit(self) -> None:
        """Hand over what is filled in, if it is fit to be written."""
        try:
            self.check()
        except DossierError as error:
            self.complain(error)
            return
        self._complaint.hide()
        for _, field in self._columns.values():
            field.setAccessibleDescription("")
        self._focused = self.focusWidget()
        self._let_write(False)
        self._patience.start()
        self.submitted.emit()

    def _submit_once(self) -> None:
        if self.save.isEnabled():
            self.submit()

    def complain(self, error: DossierError) -> None:
        """Say what can't be taken, under the field it stands in where the error knows that."""
        column, field = self._columns.get(getattr(error, "field", ""), (self._foot, None))
        column.addWidget(self._complaint)
        self._complaint.setText(self.wording.error(error))
        self._complaint.show()
        announce(self._complaint, self._complaint.text())
        if field:
            field.setAccessibleDescription(self._complaint.text())
        self._make_room()
        self._patience.stop()
        self._notice.hide()
        self._let_write(True)
        if focused := field or self._focused:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        # While no field could be written in, Cancel had the focus, and with it became what Enter presses.
        self.save.setDefault(True)

    def _make_room(self) -> None:
        """Grow by what the words take: a dialog does not do so by itself where lines of text are wrapped."""
        layout = self.layout()
        if layout:
            layout.activate()
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _let_write(self, allowed: bool) -> None:
        """What is typed while it is being saved would be lost."""
        self.save.setEnabled(allowed)
        for _, field in self._columns.values():
            field.setEnabled(allowed)

    def name_work(self, save: str, notice: str) -> None:
        """Word the button that submits, and what is said while that takes its time."""
        self.save.setText(save)
        self._notice.setText(notice)

    def add_words(self, text: str) -> None:
        """A paragraph that explains the fields below it."""
        words = QLabel(text)
        words.setWordWrap(True)
        self._fields.addWidget(words)

    def add_box(self, box: QCheckBox) -> None:
        """A box to tick, which is its own label."""
        self._fields.addSpacing(6)
        self._fields.addWidget(box)
        self._put_before_buttons(box)

    def add_button(self, words: str) -> QPushButton:
        """One more way to leave the form."""
        button = self._buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        return button

    def add_line(
        self, label: str, value: str = "", hint: str = "", *, key: str = "", beside: bool = False
    ) -> QLineEdit:
        line = QLineEdit(value)
        line.setPlaceholderText(hint)
        self.add(label, line, key=key, beside=beside)
        return line

    def add_text(self, label: str, value: str = "", *, key: str = "") -> QPlainTextEdit:
        text = QPlainTextEdit(value)
        text.setTabChangesFocus(True)
        text.setMinimumHeight(120)
        self._keys.show()
        self.add(label, text, key=key)
        return text

    def add_choice(
        self,
        label: str,
        choices: Sequence[tuple[str, str]],
        value: str = "",
        *,
        free: bool = False,
        key: str = "",
        beside: bool = False,
    ) -> QComboBox:
        """A choice of (value, words); `free` lets another be typed."""
        box = DropDown()
        box.setEditable(free)
        for choice, words in choices:
            box.addItem(words, choice)
        at = box.findData(value)
        if at >= 0:
            box.setCurrentIndex(at)
        elif free:
            box.setEditText(value)
        self.add(label, box, key=key, beside=beside)
        return box

    def add_boxes(self, label: str, boxes: Sequence[QCheckBox], *, key: str) -> None:
        """Boxes to tick, one under the other."""
        field = QWidget()
        column = QVBoxLayout(field)
        column.setContentsMargins(0, 0, 0, 0)
        for box in boxes:
            column.addWidget(box)
        self.add(label, field, key=key)
        chain: list[QWidget] = [field, *boxes]
        for one, next_one in pairwise(chain):
            self.setTabOrder(one, next_one)
        field.setFocusProxy(boxes[0])
        self._last = boxes[-1]

    def add(self, label: str, field: QWidget, *, key: str = "", beside: bool = False) -> QLabel:
        """Put a field under those before, or `beside` the last one; gives the place for a word on it."""
        words = QLabel(label)
        words.setProperty("look", "section")
        words.setBuddy(field)
        remark = QLabel()
        remark.setProperty("look", "second")
        field.setAccessibleName(label)
        head = QHBoxLayout()
        head.addWidget(words)
        head.addStretch(1)
        head.addWidget(remark)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(field)
        column.addStretch(1)
        if beside:
            self._row.addLayout(column, 1)
        else:
            self._row = QHBoxLayout()
            self._row.setSpacing(_GAP)
            self._row.addLayout(column, 1)
            self._fields.addSpacing(6)
            self._fields.addLayout(self._row)
        self._put_before_buttons(field)
        self._columns[key or str(len(self._columns))] = (column, field)
        return remark

    def _put_before_buttons(self, field: QWidget) -> None:
        """Tab goes from field to field as they stand, then to the buttons."""
        if self._last:
            self.setTabOrder(self._last, field)
        else:
            field.setFocus()
        self._last = field
        self.setTabOrder(field, self.save)
        self.setTabOrder(self.save, self.cancel)


def chosen(box: QComboBox) -> str:
    """The value of a choice, or what was typed instead of one."""
    at = box.findText(box.currentText())
    return str(box.itemData(at)) if at >= 0 else box.currentText().strip()
