"""The groups of a plan at the left of its preview, each with its count."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dossier.language import Wording
from resources.tokens import SPACE
from ui.importing.parts import Part
from ui.importing.words import PARTS
from ui.style import Theme

Index = QModelIndex | QPersistentModelIndex
_DISPLAY, _PART = 0, 256
_HEIGHT = 32
_LEFT, _RIGHT, _INDENT = 14, 12, 16


class Rail(QListView):
    """One group is chosen at a time, by a click or the arrows."""

    def __init__(self, theme: Theme, wording: Wording, parts: Sequence[Part]) -> None:
        super().__init__()
        self.setAccessibleName(wording.say("Groups of rows"))
        self.setProperty("look", "rail")
        self.setModel(_Model(wording, parts, self))
        self.setItemDelegate(_Delegate(theme, wording, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(wording.say(PARTS[part.name])) for part in parts)
        self.setFixedWidth(min(300, max(196, widest + _LEFT + _INDENT + 90)))

    def choose(self, name: str) -> None:
        """Choose the group of this name."""
        model = self.model()
        for row in range(model.rowCount()):
            if model.index(row, 0).data(_PART).name == name:
                self.setCurrentIndex(model.index(row, 0))

    @property
    def chosen(self) -> Part:
        part: Part = self.currentIndex().data(_PART)
        return part


class _Model(QAbstractListModel):
    def __init__(self, wording: Wording, parts: Sequence[Part], parent: QObject) -> None:
        super().__init__(parent)
        self._wording = wording
        self._parts = parts

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._parts)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        part = self._parts[index.row()]
        if role == _PART:
            return part
        if role == _DISPLAY:
            return f"{self._wording.say(PARTS[part.name])}, {self._wording.number(part.count)}"
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, wording: Wording, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._wording = wording

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        part: Part = index.data(_PART)
        theme, state = self._theme, option.state
        area: QRect = option.rect
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(area, theme.color("selection"))
            painter.fillRect(
                area.x(), area.y(), theme.tokens.bar_width, area.height(), theme.color("selection_bar")
            )
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.color("hover"))
        ink = "text" if part.count else "muted"
        box = area.adjusted(_LEFT + (_INDENT if part.within else 0), 0, -_RIGHT, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("second" if part.within else "row", bold=chosen))
        count = self._wording.number(part.count)
        room = painter.fontMetrics().horizontalAdvance(count) + SPACE.icon_gap
        painter.setPen(theme.color("muted"))
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, count)
        painter.setPen(theme.color(ink))
        words = self._wording.say(PARTS[part.name])
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width() - room)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft, shown)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        painter.restore()
