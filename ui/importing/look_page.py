"""The first page of the import: how the list is read, from whom it is, and what its columns hold."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dossier.intake.contacts import Look, Reading
from dossier.language import Wording
from ui.importing.column_header import ColumnHeader
from ui.importing.sample_model import SampleModel
from ui.importing.words import ENCODINGS, SEPARATORS, encoding_shown
from ui.style import Theme
from ui.style.drop_down import DropDown

_ROW = 28
_NARROW, _WIDE = 112, 260


class LookPage(QWidget):
    """Shows a Look and tells what the user would have otherwise."""

    reading_wanted = Signal(object)  # Reading: read the list anew in this way
    fields_chosen = Signal(object)  # what each column holds, by its position
    edited = Signal()

    def __init__(self, theme: Theme, wording: Wording, today: date) -> None:
        super().__init__()
        self._wording = wording
        self._look: Look | None = None
        say = wording.say
        self.origin = QLineEdit()
        self.origin.setPlaceholderText(say("the ministry, agency or person it came from"))
        self.received = QLineEdit(today.isoformat())
        self.sheet = DropDown()
        self.encoding = _choice(ENCODINGS.items())
        self.separator = _choice((key, say(words)) for key, words in SEPARATORS.items())
        self.header = DropDown()
        self._controls = QHBoxLayout()
        self._controls.setSpacing(12)
        self._boxes = {
            "origin": self._add(say("From whom"), self.origin, 2),
            "received": self._add(say("Received on"), self.received, 0),
            "sheet": self._add(wording.about("workbook", "Sheet"), self.sheet, 1),
            "encoding": self._add(say("Encoding"), self.encoding, 0),
            "separator": self._add(say("Separated by"), self.separator, 0),
            "header": self._add(say("Header"), self.header, 0),
        }
        self.received.setFixedWidth(_NARROW)
        self.table = QTableView()
        self.model = SampleModel(theme, self)
        self.columns = ColumnHeader(theme, wording, self.table)
        self._lay_table()
        hint = QLabel(say("Say over each column what it holds; what is left out does not go in."))
        hint.setProperty("look", "second")
        hint.setWordWrap(True)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(8)
        page.addLayout(self._controls)
        page.addSpacing(4)
        page.addWidget(hint)
        page.addWidget(self.table, 1)
        self._connect()

    @property
    def look(self) -> Look | None:
        return self._look

    def show_look(self, look: Look) -> None:
        """Show how the list was read."""
        is_new = self._look is None or self._look.rows != look.rows
        self._look = look
        reading, is_text = look.reading, look.reading.encoding is not None
        for name in ("encoding", "separator"):
            self._boxes[name].setVisible(is_text)
        self._boxes["sheet"].setVisible(not is_text)
        _fill(self.sheet, [(name, name) for name in look.sheets], reading.sheet)
        _show(self.encoding, encoding_shown(reading.encoding or ""))
        _show(self.separator, reading.separator or "")
        say = self._wording.say
        rows = [(row.line, say("in row {row}", row=row.line)) for row in look.rows]
        _fill(self.header, [(0, say("none")), *rows], reading.header)
        self.model.show(look)
        if is_new:
            self._size_columns()
        self.columns.show_fields(reading.positions)

    def _add(self, label: str, field: QWidget, stretch: int) -> QWidget:
        words = QLabel(label)
        words.setProperty("look", "section")
        words.setBuddy(field)
        field.setAccessibleName(label)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(words)
        column.addWidget(field)
        self._controls.addWidget(box, stretch)
        return box

    def _lay_table(self) -> None:
        table = self.table
        table.setHorizontalHeader(self.columns)
        table.setModel(self.model)
        table.setAccessibleName(self._wording.say("The first rows of the list"))
        table.setProperty("look", "sample")
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(_ROW)

    def _size_columns(self) -> None:
        """Let each column in sight show its cells, within reason."""
        for column in range(min(self.model.columnCount(), 40)):
            wanted = self.table.sizeHintForColumn(column) + 16
            self.table.setColumnWidth(column, max(_NARROW + 24, min(_WIDE, wanted)))

    def _connect(self) -> None:
        for box in (self.sheet, self.encoding, self.separator, self.header):
            box.activated.connect(self._read_anew)
        self.columns.field_chosen.connect(self._choose)
        self.origin.textChanged.connect(self.edited)
        self.received.textChanged.connect(self.edited)

    def _read_anew(self) -> None:
        """Another sheet, encoding or separator makes another list, whose columns are found out anew."""
        look = self._look
        if look is None:
            return
        is_text = look.reading.encoding is not None
        changed = Reading(
            sheet=None if is_text else self.sheet.currentData(),
            encoding=self.encoding.currentData() if is_text else None,
            separator=self.separator.currentData() if is_text else None,
        )
        same = (changed.sheet, changed.separator) == (look.reading.sheet, look.reading.separator)
        if same and changed.encoding in (None, encoding_shown(look.reading.encoding or "")):
            changed = Reading(
                changed.sheet, look.reading.encoding, changed.separator, self.header.currentData()
            )
        self.reading_wanted.emit(changed)

    def _choose(self, column: int, field: str) -> None:
        if self._look is not None:
            self.fields_chosen.emit({**self._look.reading.positions, column: field})


def _choice(items: Iterable[tuple[str, str]]) -> QComboBox:
    box = DropDown()
    for key, words in items:
        box.addItem(words, key)
    return box


def _fill(box: QComboBox, items: Sequence[tuple[object, str]], chosen: object) -> None:
    box.clear()
    for key, words in items:
        box.addItem(words, key)
    _show(box, chosen)


def _show(box: QComboBox, chosen: object) -> None:
    box.setCurrentIndex(max(0, box.findData(chosen)))
