"""The rows of one part: a table in the look of the program's lists, in which decisions are made by keys."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.importing.parts import PartRow
from ui.importing.plan_model import DECISION, ROW_ROLE, SHARE_ROLE, PlanModel
from ui.style import Theme

Index = QModelIndex | QPersistentModelIndex
_ROW = 30
_NUMBER_WIDTH = 72
_PAD = 8


class RowsView(QTableView):
    """Arrows choose a row; a digit, + or - decides of an ambiguous one, Backspace takes that back."""

    key_pressed = Signal(str)

    def __init__(self, model: PlanModel, theme: Theme, is_open: Callable[[PartRow | None], bool]) -> None:
        super().__init__()
        self.setModel(model)
        model.modelReset.connect(self._lay_columns)
        self.setItemDelegate(_CellDelegate(theme, is_open, self))
        self.setProperty("look", "rows")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_columns()

    def _lay_columns(self) -> None:
        """Share the width out among the columns of the part shown."""
        model = self.model()
        shares = [
            model.headerData(column, Qt.Orientation.Horizontal, SHARE_ROLE)
            for column in range(model.columnCount())
        ]
        left = self.viewport().width() - _NUMBER_WIDTH * shares.count(0)
        for column, share in enumerate(shares):
            self.setColumnWidth(column, left * share // sum(shares) if share else _NUMBER_WIDTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.key_pressed.emit("back")
        elif event.text() and event.text() in "123456789+-":
            self.key_pressed.emit(event.text())
        elif event.text() in ("=", "−", "–"):
            self.key_pressed.emit("+" if event.text() == "=" else "-")
        else:
            super().keyPressEvent(event)


class _CellDelegate(QStyledItemDelegate):
    """Paints cells as rows are painted everywhere; a row that waits for a decision says so in its own ink."""

    def __init__(self, theme: Theme, is_open: Callable[[PartRow | None], bool], view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._is_open = is_open
        self._font, self._bold = theme.font("row"), theme.font("row", bold=True)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, state = self._theme, option.state
        area: QRect = option.rect
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(area, theme.color("selection" if chosen else "raised"))
        if chosen and index.column() == 0:
            bar = theme.tokens.bar_width
            painter.fillRect(area.x(), area.y(), bar, area.height(), theme.color("selection_bar"))
        painter.fillRect(area.x(), area.bottom(), area.width(), 1, theme.color("border"))
        waits = index.column() == DECISION and self._is_open(index.data(ROW_ROLE))
        painter.setFont(self._bold if chosen and index.column() < 2 else self._font)
        painter.setPen(theme.color("warning" if waits else "text"))
        box = area.adjusted(_PAD, 0, -_PAD, -1)
        shown = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if chosen and state & QStyle.StateFlag.State_Active and self._view.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawLine(area.x(), area.y() + 1, area.right() + 1, area.y() + 1)
            painter.drawLine(area.x(), area.bottom() - 1, area.right() + 1, area.bottom() - 1)
        painter.restore()
