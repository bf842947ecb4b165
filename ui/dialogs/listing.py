"""Dialogs with a list: the parts of a record that can be changed or removed, the history."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dossier.language import Wording
from dossier.language.isolating import in_order
from ui.dialogs.buttons import ButtonRow

_SIZE = (640, 420)
_PADDING = 20
_KEY = Qt.ItemDataRole.UserRole


class Listing(QDialog):
    """A titled table of rows; each button of `actions` does something with the chosen row."""

    done_with = Signal(str, object)  # name of the action, key of the row

    def __init__(
        self,
        title: str,
        heads: Sequence[str],
        rows: Sequence[tuple[object, Sequence[str]]],
        wording: Wording,
        parent: QWidget | None = None,
        *,
        actions: Sequence[tuple[str, str]] = (),
        empty: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(*_SIZE)
        head = QLabel(title)
        head.setProperty("look", "preview-name")
        self.table = _table(title, heads, rows)
        self.table.itemSelectionChanged.connect(self._update_buttons)
        note = QLabel("" if rows else empty)
        note.setProperty("look", "second")
        note.setVisible(not rows)
        self._buttons = ButtonRow()
        for name, words in actions:
            button = self._buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, name=name: self._act(name))
        close = self._buttons.addButton(wording.say("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)  # Enter must not undo or remove anything
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.addWidget(head)
        column.addWidget(note)
        column.addWidget(self.table, 1)
        column.addWidget(self._buttons)
        if rows:
            self.table.selectRow(0)
        self._update_buttons()

    def _act(self, name: str) -> None:
        item = self.table.item(self.table.currentRow(), 0)
        if item:
            self.accept()
            self.done_with.emit(name, item.data(_KEY))

    def _update_buttons(self) -> None:
        for button in self._buttons.buttons():
            if self._buttons.buttonRole(button) == QDialogButtonBox.ButtonRole.ActionRole:
                button.setEnabled(bool(self.table.selectedItems()))


def _table(title: str, heads: Sequence[str], rows: Sequence[tuple[object, Sequence[str]]]) -> QTableWidget:
    table = QTableWidget(len(rows), len(heads))
    table.setAccessibleName(title)
    table.setProperty("look", "listing")
    table.setHorizontalHeaderLabels(list(heads))
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    for at, (key, cells) in enumerate(rows):
        for column, words in enumerate(cells):
            item = QTableWidgetItem(words)
            item.setData(_KEY, key)
            item.setToolTip(in_order(words))
            table.setItem(at, column, item)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    header.setHighlightSections(False)
    for column in range(len(heads)):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    return table
