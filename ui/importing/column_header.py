"""The head of the sample: over each column its letter, and a choice of what the column holds."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableView

from dossier.language import Wording
from ui.importing.words import FIELDS
from ui.style import Theme
from ui.style.drop_down import DropDown

_HEIGHT = 60
_LETTER = 22
_MARGIN = 4
_AHEAD = 2
"""Columns beyond those in sight that have their choice, so that Tab goes on."""


class _Choice(DropDown):
    """The wheel scrolls the page; it must not change what a column is taken for."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ColumnHeader(QHeaderView):
    """A choice is made when its column comes into sight: a list may have ten thousand of them."""

    field_chosen = Signal(int, str)

    def __init__(self, theme: Theme, wording: Wording, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._theme = theme
        self._wording = wording
        self._fields: Mapping[int, str] = {}
        self.choices: dict[int, QComboBox] = {}
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setMinimumSectionSize(96)
        self.sectionResized.connect(self._place)
        view.horizontalScrollBar().valueChanged.connect(self._place)

    def show_fields(self, fields: Mapping[int, str]) -> None:
        """Show what each column is taken for."""
        self._fields = fields
        for column, choice in list(self.choices.items()):
            if column not in fields:
                choice.deleteLater()
                del self.choices[column]
            else:
                self._set(choice, fields[column])
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintSection(self, painter: QPainter, rect: Any, column: int) -> None:
        painter.save()
        painter.fillRect(rect, self._theme.color("surface"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, self._theme.color("border"))
        painter.setFont(self._theme.font("second", bold=True))
        painter.setPen(self._theme.color("muted"))
        letter = str(self.model().headerData(column, Qt.Orientation.Horizontal))
        box = rect.adjusted(8, _MARGIN, 0, 0)
        box.setHeight(_LETTER - _MARGIN)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, letter)
        painter.restore()

    def _place(self) -> None:
        seen = self.viewport().width()
        ahead = 0
        for column in range(max(0, self.visualIndexAt(0)), self.count()):
            left = self.sectionViewportPosition(column)
            if left > seen:
                ahead += 1
                if ahead > _AHEAD:
                    break
            if column in self._fields:
                self._place_choice(column, left)

    def _place_choice(self, column: int, left: int) -> None:
        choice = self.choices.get(column)
        if choice is None:
            choice = self.choices[column] = self._make(column)
        width = self.sectionSize(column) - 2 * _MARGIN
        choice.setGeometry(left + _MARGIN, _LETTER, width, _HEIGHT - _LETTER - 2 * _MARGIN)

    def _make(self, column: int) -> QComboBox:
        choice = _Choice(self.viewport())
        for field, words in FIELDS.items():
            choice.addItem(self._wording.say(words), field)
        letter = self.model().headerData(column, Qt.Orientation.Horizontal)
        words = self._wording.say("What column {column} holds", column=letter)
        choice.setAccessibleName(words)
        choice.setAccessibleDescription(words)  # Qt gives what is chosen as the name of a drop-down on Linux
        choice.setProperty("look", "column")
        choice.setMaxVisibleItems(len(FIELDS))
        choice.view().setMinimumWidth(190)
        self._set(choice, self._fields[column])
        choice.currentIndexChanged.connect(lambda _: self.field_chosen.emit(column, choice.currentData()))
        before = self.choices.get(column - 1)
        if before is not None:
            self.setTabOrder(before, choice)
        choice.show()
        return choice

    def _set(self, choice: QComboBox, field: str) -> None:
        if choice.currentData() != field:
            choice.blockSignals(True)
            choice.setCurrentIndex(choice.findData(field))
            choice.blockSignals(False)
        # What is left out steps back.
        choice.setProperty("taken", field != "-")
        choice.style().unpolish(choice)
        choice.style().polish(choice)
