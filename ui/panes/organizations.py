"""The organizations pane: a tree of organizations with the people who hold posts in each."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from resources.tokens import SPACE
from ui.panes.delegates import ROW_ROLE, Index, TreeDelegate, chevron_left
from ui.panes.pane import Marks, OrEmpty, Pane
from ui.panes.rows import came_by_keyboard
from ui.panes.tree_model import Children, TreeModel
from ui.style import Theme

if TYPE_CHECKING:
    from dossier.language import Wording

_UNFOLDED = 60  # rows that a fresh tree shows at most: a small dossier lies open, a large one does not
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OrganizationsPane(Pane):
    """Asks for branches as they are opened: `children` gives those of a record, or the roots for None.

    `path` gives the records from a root down to one, and () for what the tree doesn't hold.
    """

    def __init__(
        self,
        theme: Theme,
        wording: "Wording",
        children: Children,
        path: Callable[[int], Sequence[int]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("organizations", wording.say("Organizations"), theme, wording, parent)
        self._path = path
        self._model = TreeModel(children, self.describe, self)
        self.tree = TreeView(self._model, self.marks, theme)
        self.tree.setAccessibleName(wording.say("Organizations"))
        self.tree.chosen.connect(self.selected)
        self.tree.focused.connect(self.focused)
        self._opened: list[tuple[int, ...]] = []  # the branches that lay open before only the related showed
        self._content = OrEmpty(self.tree)
        self._content.note.wanted.connect(self.wanted)
        self.body.addWidget(self._content)
        self.add_funnel()
        self._say_if_empty()
        self.tree.unfold(_UNFOLDED)

    def reload(self) -> None:
        """Ask for everything anew after a Change; what was open stays open, and a first answer opens."""
        was_empty = not self._model.rowCount()
        self.show_only()
        if was_empty:
            self.tree.unfold(_UNFOLDED)
        self.show_marks()

    @property
    def empty_note(self) -> str:
        """The sentence that stands there instead of rows, "" where there are any."""
        return self._content.note_shown

    def show_marks(self) -> None:
        if self.marks.selected is not None:
            self._reveal(self.marks.selected)
        self.tree.viewport().update()

    def show_only(self) -> None:
        only = self.marks.only
        if not self._model.is_filtered:
            self._opened = self.tree.opened()
        if only is None:
            self._model.reload()
            self.tree.open(self._opened)
        else:
            allowed = {above for pk in only for above in self._path(pk)}
            self._model.reload(allowed, only)
            self.tree.expandAll()
        self._say_if_empty()

    def _say_if_empty(self) -> None:
        if self._model.rowCount():
            self._content.show_content()
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

    def _reveal(self, pk: int) -> None:
        if self.tree.current_pk() == pk:
            return
        index = self._model.find(self._path(pk))
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

    def unfold(self, rows: int) -> None:
        """Open branches, level by level, while no more than so many rows show."""
        level, shown = [QModelIndex()], 0
        while level:
            below = [index for top in level for index in self._below(top)]
            shown += len(below)
            if shown > rows:
                return
            for top in level:
                if top.isValid():
                    self.expand(top)
            read = 0
            for index in below:
                if self._model.canFetchMore(index):
                    self._model.fetchMore(index)
                read += self._model.rowCount(index)
                if shown + read > rows:  # a large agency is not read in vain
                    return
            level = below

    def opened(self) -> list[tuple[int, ...]]:
        """The paths of the open branches, those above before those below."""
        found: list[tuple[int, ...]] = []
        waiting: list[tuple[QModelIndex, tuple[int, ...]]] = [(QModelIndex(), ())]
        for top, path in waiting:
            for index in self._below(top):
                if self.isExpanded(index):
                    found.append((*path, index.data(ROW_ROLE).pk))
                    waiting.append((index, found[-1]))
        return found

    def open(self, paths: Sequence[Sequence[int]]) -> None:
        for path in paths:
            index = self._model.find(path)
            if index.isValid():
                self.expand(index)

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
