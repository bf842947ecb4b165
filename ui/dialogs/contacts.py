"""The contacts of an agency: a table to read and to choose from, and the ways it leaves the program."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dossier.language import Wording
from dossier.views.contact_values import Contact, ContactList
from ui.dialogs.buttons import ButtonRow
from ui.style.tick_box import TickBox

Index = QModelIndex | QPersistentModelIndex

_SIZE = (900, 560)
_PADDING = 20
_ROW = 26
_WIDTHS = (190, 250, 100)
WAYS = ("print", "pdf", "csv", "vcf")


class ContactsModel(QAbstractTableModel):
    """A row for each contact: name, post, agency, how to reach them."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        say = wording.say
        self._heads = (say("Name"), say("Post"), say("Agency"), say("Phone, e-mail, address"))
        self.contacts: tuple[Contact, ...] = ()

    def set_contacts(self, contacts: tuple[Contact, ...]) -> None:
        self.beginResetModel()
        self.contacts = contacts
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.contacts)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) or not index.isValid():
            return None
        contact = self.contacts[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 1:
            return "\n".join(part for part in (contact.title, contact.status) if part)
        return _cells(contact)[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._heads[section]
        return None


class ContactsDialog(QDialog):
    """Shows a ContactList; what it is asked for goes out as a signal."""

    below_chosen = Signal(bool)
    opened = Signal(object)  # pk of a contact
    wanted = Signal(str)  # one of WAYS

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        say = wording.say
        self.setWindowTitle(say("Contacts"))
        self.resize(*_SIZE)
        self.list: ContactList | None = None
        self._head = QLabel()
        self._head.setProperty("look", "preview-name")
        self._head.setWordWrap(True)
        self.note = QLabel(say("Listing the contacts …"))
        self.note.setProperty("look", "second")
        self.below = TickBox(say("with all below it"))
        self.below.setChecked(True)
        self.below.toggled.connect(self.below_chosen)
        self.rows = ContactsModel(wording)
        self.table = self._table()
        self.buttons = self._buttons()
        line = QHBoxLayout()
        line.addWidget(self.note, 1)
        line.addWidget(self.below)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        column.addWidget(self.buttons)
        self._allow(False)

    def show_list(self, contacts: ContactList) -> None:
        self.list = contacts
        found = contacts.contacts
        self._head.setText(contacts.name)
        count = self._wording.count("{n} contact", "{n} contacts", len(found))
        self.note.setText(f"{count} · {contacts.as_of}" if found else contacts.labels["nobody"])
        self.rows.set_contacts(found)
        self._allow(bool(found))
        if found:
            self.table.selectRow(0)

    def show_busy(self) -> None:
        self.note.setText(self._wording.say("Listing the contacts …"))
        self._allow(False)

    def _allow(self, on: bool) -> None:
        for button in self.buttons.buttons():
            if button.objectName() in WAYS:
                button.setEnabled(on)

    def _table(self) -> QTableView:
        table = QTableView()
        table.setAccessibleName(self._wording.say("Contacts"))
        table.setProperty("look", "listing")
        table.setModel(self.rows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, width)
        table.activated.connect(self._open)
        return table

    def _buttons(self) -> QDialogButtonBox:
        say = self._wording.say
        box = ButtonRow()
        words = (say("Print…"), say("Save as PDF…"), say("Save as CSV…"), say("Save as vCard…"))
        for way, text in zip(WAYS, words, strict=True):
            button = box.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
            button.setObjectName(way)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, way=way: self.wanted.emit(way))
        box.addButton(say("Close"), QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        box.rejected.connect(self.reject)
        return box

    def _open(self, index: QModelIndex) -> None:
        self.accept()
        self.opened.emit(self.rows.contacts[index.row()].pk)


def _cells(contact: Contact) -> tuple[str, str, str, str]:
    reach = " · ".join(value for _, value, _ in contact.points)
    return contact.name, contact.title, contact.acronym or contact.organization, reach
