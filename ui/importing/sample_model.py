"""The first rows of a list as they were read, for choosing what its columns hold."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex

from dossier.intake.contacts.columns import letters
from dossier.intake.contacts.looking import Look
from ui.style import Theme

Index = QModelIndex | QPersistentModelIndex
_DISPLAY, _TOOLTIP, _FONT, _INK, _HORIZONTAL = 0, 3, 6, 9, 1  # Qt's roles and orientation as plain ints
_LONGEST = 200


class SampleModel(QAbstractTableModel):
    """The header stands in bold; what stands above it is no part of the list."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._bold = theme.font("row", bold=True)
        self._muted = theme.color("muted")
        self._dimmed = theme.color("muted")
        self._look: Look | None = None

    def show(self, look: Look | None) -> None:
        self.beginResetModel()
        self._look = look
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self._look is None else len(self._look.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self._look is None else self._look.width

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        look = self._look
        if look is None or not index.isValid():
            return None
        row = look.rows[index.row()]
        if role in (_DISPLAY, _TOOLTIP):
            return row.cells[index.column()][:_LONGEST] if index.column() < len(row.cells) else ""
        header = look.reading.header or 0
        if role == _FONT:
            return self._bold if row.line == header else None
        if role == _INK:
            return self._dimmed if row.line < header else None
        return None

    def headerData(self, section: int, orientation: Any, role: int = _DISPLAY) -> Any:
        if self._look is None:
            return None
        if role == _INK:
            return self._muted
        if role != _DISPLAY:
            return None
        if orientation.value != _HORIZONTAL:
            return str(self._look.rows[section].line)
        return letters(section)
