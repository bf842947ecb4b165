"""The organizations pane: a tree of organizations with the people who hold posts in each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from dossier.model.dates import Date
from resources.tokens import SPACE
from ui.panes.delegates import ROW_ROLE, Index, TreeDelegate, chevron_left
from ui.panes.pane import Marks, OrEmpty, Pane
from ui.panes.rows import came_by_keyboard
from ui.panes.tree_model import Branches, TreeModel
from ui.style import Theme

if TYPE_CHECKING:
    from dossier.language import Wording

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OrganizationsPane(Pane):
    """Asks for a branch when it is opened, by `branch_wanted`, and shows it when `show_branch` gives it."""

    branch_wanted = Signal(object)  # pk of an organization

    def __init__(self, theme: Theme, wording: "Wording", parent: QWidget | None = None) -> None:
        super().__init__("organizations", wording.say("Organizations"), theme, wording, parent)
        self._way: Sequence[int] = ()
        self._model = TreeModel(self.describe, self)
        self._model.wanted.connect(self.branch_wanted)
        self.tree = TreeView(self._model, self.marks, theme)
        self.tree.setAccessibleName(wording.say("Organizations"))
        self.tree.chosen.connect(self.selected)
        self.tree.focused.connect(self.focused)
        self._opened: tuple[int, ...] = ()  # the branches that lay open before only the related showed
        self._content = OrEmpty(self.tree)
        self._content.note.wanted.connect(self.wanted)
        self.body.addWidget(self._content)
        self.add_funnel()
        self._say_if_empty()

    def show_tree(self, branches: Branches) -> None:
        """Show everything; the branches given lie open."""
        self._model.show(branches)
        self.tree.open(branches)
        self._say_if_empty()
        self.show_marks()

    def show_branch(self, pk: int, branches: Branches) -> None:
        """The rows of a branch that was asked for."""
        self._model.fill(pk, branches.get(pk, ()))

    @property
    def opened(self) -> tuple[int, ...] | None:
        """The branches that lie open, those above before those below, or lay open while everything showed.

        None where the tree is empty: what comes first is opened as in a fresh one.
        """
        if self._model.is_filtered or self.marks.period is not None:
            return self._opened
        return self.tree.opened() if self._model.rowCount() else None

    @property
    def loaded(self) -> frozenset[int]:
        """The records whose rows are here."""
        return self._model.loaded

    def lead_to(self, way: Sequence[int], branches: Branches) -> None:
        """Where in the tree the record stands that is marked next, with the rows on the way there."""
        self._way = way
        self._model.fill_way(way, branches)

    def restrict_to(self, related: frozenset[int], branches: Branches) -> None:
        """Show only these records, in the branches given, which lie open."""
        self._opened = self.opened or ()
        self.marks.only = related
        self._model.show(branches, related)
        self.tree.expandAll()
        self._say_if_empty()

    def keep_to(
        self,
        period: Date | None,
        within: frozenset[int] | None = None,
        undated: frozenset[int] = frozenset(),
    ) -> None:
        """The rows of a period are given by `show_tree`; which branches lay open before is remembered."""
        self._opened = self.opened or ()
        super().keep_to(period, within, undated)
        self._say_if_empty()

    @property
    def empty_note(self) -> str:
        """The sentence that stands there instead of rows, "" where there are any."""
        return self._content.note_shown

    def show_marks(self) -> None:
        if self._way and self._way[-1] == self.marks.selected:
            self._reveal(self._way)
        self.tree.viewport().update()

    def _say_if_empty(self) -> None:
        if self._model.rowCount():
            self._content.show_content()
        elif self.marks.period is not None:
            self._content.show_note(self.wording.say("No organization or person lies in this period."))
        elif self.marks.only is None:
            say = self.wording.say
            self._content.show_note(
                say("No organizations yet. Add one, or a person."),
                (
                    ("add_organization", say("Add an organization…")),
                    ("add_person", say("Add a person…")),
                    ("import_contacts", say("Import contacts…")),
                ),
            )
        else:
            self._content.show_note(self.wording.say("No organization or person is related."))

    def _reveal(self, way: Sequence[int]) -> None:
        if self.tree.current_pk() == way[-1]:
            return
        index = self._model.find(way)
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)


class TreeView(QTreeView):
    """A click or Enter chooses, Shift+Enter asks for the related alone; arrows move and unfold."""

    chosen = Signal(object)
    focused = Signal(object)

    def __init__(self, model: TreeModel, marks: Marks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks = marks
        self.by_keyboard = False
        self._model = model
        self.setModel(model)
        self.setItemDelegate(TreeDelegate(theme, self, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setIndentation(SPACE.tree_indent)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setViewportMargins(0, SPACE.grid, 0, SPACE.grid)

    def opened(self) -> tuple[int, ...]:
        """The records whose branches lie open, those above before those below."""
        found: list[int] = []
        waiting = [QModelIndex()]
        for top in waiting:
            for index in self._below(top):
                if self.isExpanded(index):
                    found.append(index.data(ROW_ROLE).pk)
                    waiting.append(index)
        return tuple(found)

    def open(self, branches: Branches) -> None:
        """Open these branches, level by level."""
        waiting = [QModelIndex()]
        for top in waiting:
            for index in self._below(top):
                if index.data(ROW_ROLE).pk in branches and self._model.rowCount(index):
                    self.expand(index)
                    waiting.append(index)

    def current_pk(self) -> int | None:
        index = self.currentIndex()
        return index.data(ROW_ROLE).pk if index.isValid() else None

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """The delegate paints the chevron: it has to lie on the fill of the whole row."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.by_keyboard = False
        index = self.indexAt(event.position().toPoint())
        if self._on_chevron(index, event.position().x()):
            self.setExpanded(index, not self.isExpanded(index))
            self._pressed = QPersistentModelIndex()
            return
        self._pressed = QPersistentModelIndex(index)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self._pressed.isValid() and self._pressed == index:
            self._emit(index, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.by_keyboard = True
        if event.key() in _ENTER:
            self._emit(self.currentIndex(), event)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.by_keyboard = came_by_keyboard(event)
        super().focusInEvent(event)

    def _below(self, top: QModelIndex) -> list[QModelIndex]:
        return [self._model.index(row, 0, top) for row in range(self._model.rowCount(top))]

    def _on_chevron(self, index: QModelIndex, x: float) -> bool:
        """A target 24 px wide and as high as the row around the chevron."""
        if not self._model.hasChildren(index) or not index.isValid():
            return False
        left = chevron_left(index.data(ROW_ROLE).level)
        return left - 8 <= x < left + 18

    def _emit(self, index: QModelIndex, event: QMouseEvent | QKeyEvent) -> None:
        if index.isValid():
            signal = self.focused if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else self.chosen
            signal.emit(index.data(ROW_ROLE).pk)
