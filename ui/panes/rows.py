"""Lists of rows: one item model and one view for every pane that lists records."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from dossier.language.isolating import in_order
from resources.tokens import SPACE
from ui.panes.delegates import ROW_ROLE, Index, Row, RowDelegate
from ui.panes.pane import Marks
from ui.style import Theme

_DISPLAY, _TOOLTIP, _SPOKEN, _DESCRIPTION = 0, 3, 11, 12  # Qt.DisplayRole and so on, as plain ints
_SERVED = frozenset((_DISPLAY, _TOOLTIP, _SPOKEN, _DESCRIPTION, ROW_ROLE))
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def row_data(row: Row, role: int, describe: Callable[[int], str]) -> Any:
    """What a model of rows answers for a served role; `describe` words how a record is marked."""
    if role == ROW_ROLE:
        return row
    if role == _DESCRIPTION:
        return describe(row.pk)
    return in_order(row.spoken) if role == _TOOLTIP else row.spoken


class HasPk(Protocol):
    """A value of the views that a row can be made of."""

    @property
    def pk(self) -> int: ...


T = TypeVar("T", bound=HasPk)


class RowsModel(QAbstractTableModel, Generic[T]):
    """Rows in one column. Ready for a million: `make` is asked for a row when it is seen."""

    def __init__(
        self, make: Callable[[T], Row], describe: Callable[[int], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._values: Sequence[T] = ()
        self._make = make
        self._describe = describe
        self._positions: dict[int, int] | None = None

    def show(self, values: Sequence[T]) -> None:
        self.beginResetModel()
        self._values = values
        self._positions = None
        self.endResetModel()

    def position(self, pk: int) -> int | None:
        """The first row of a record, None where it isn't listed."""
        if self._positions is None:
            places = range(len(self._values) - 1, -1, -1)  # backwards: the first row of a record stays
            self._positions = {self._values[place].pk: place for place in places}
        return self._positions.get(pk)

    @property
    def first(self) -> int:
        """The first row that is no heading."""
        return next((place for place, value in enumerate(self._values) if value.pk), 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._values)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading, whose pk is 0, can't be chosen, and the arrow keys pass over it."""
        if index.isValid() and not self._values[index.row()].pk:
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in _SERVED or not index.isValid():
            return None
        return row_data(self._make(self._values[index.row()]), role, self._describe)


class RowsView(QTableView):
    """A list of rows. A click or Enter chooses, Shift+Enter asks for the related alone; arrows only move."""

    chosen = Signal(object)
    focused = Signal(object)
    added = Signal(object)  # Ctrl with a click, or Space, where `adds` allows to choose several

    def __init__(
        self, model: RowsModel[Any], marks: Marks, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.marks = marks
        self.by_keyboard = False
        self.adds = False
        self._led_by: tuple[int | None, frozenset[int]] = None, frozenset()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(RowDelegate(theme, self, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(SPACE.list_row)

    def show_marks(self) -> None:
        """Paint the marks anew, and bring what was chosen into sight, else something related to it."""
        place = None if self.marks.selected is None else self._model.position(self.marks.selected)
        current = self.currentIndex()
        stays = current.isValid() and self.marks.is_selected(current.data(ROW_ROLE).pk)
        if place is not None and not stays:
            index = self._model.index(place, 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)
        elif place is None and self._led_by != (self.marks.selected, self.marks.related):
            self._lead_to_related()
        self._led_by = self.marks.selected, self.marks.related
        self.viewport().update()

    def _lead_to_related(self) -> None:
        """Bring the first related row into sight where none is."""
        found = (self._model.position(pk) for pk in self.marks.related)
        rows = [row for row in found if row is not None]
        shown = self.viewport().rect()
        boxes = (self.visualRect(self._model.index(row, 0)) for row in rows)
        if rows and not any(shown.contains(box) for box in boxes):
            self.scrollTo(self._model.index(min(rows), 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.by_keyboard = False
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index == self.currentIndex():
            self._emit(index, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.by_keyboard = True
        if event.key() in _ENTER or (self.adds and event.key() == Qt.Key.Key_Space):
            self._emit(self.currentIndex(), event)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.by_keyboard = came_by_keyboard(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(self._model.first, 0))
        super().focusInEvent(event)

    def _emit(self, index: QModelIndex | QPersistentModelIndex, event: QMouseEvent | QKeyEvent) -> None:
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            pk, keys = index.data(ROW_ROLE).pk, event.modifiers()
            is_space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
            if self.adds and (is_space or keys & Qt.KeyboardModifier.ControlModifier):
                self.added.emit(pk)
            else:
                (self.focused if keys & Qt.KeyboardModifier.ShiftModifier else self.chosen).emit(pk)


def came_by_keyboard(event: QFocusEvent) -> bool:
    """Whether a widget got the focus by a key, so that its ring is drawn."""
    reasons = Qt.FocusReason
    return event.reason() in (reasons.TabFocusReason, reasons.BacktabFocusReason, reasons.ShortcutFocusReason)
