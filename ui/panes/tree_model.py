"""The organizations and the people under them as an item model that asks for a branch when it is opened."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex

from dossier.views.values import TreeRow
from ui.panes.delegates import ROW_ROLE, Row
from ui.panes.rows import row_data

Index = QModelIndex | QPersistentModelIndex
Children = Callable[[int | None], Sequence[TreeRow]]

_SERVED = frozenset((0, 3, 11, 12, ROW_ROLE))  # display, tooltip, accessible text and description: plain ints
_BATCH = 256  # roots shown at once; the rest come as the tree is scrolled
_ROOT = 0


@dataclass(slots=True)
class _Node:
    """A row with its place. `children` are numbers of nodes, None until asked for; `waiting` come later."""

    row: Row
    parent: int
    place: int
    opens: bool
    children: list[int] | None = None
    waiting: list[TreeRow] = field(default_factory=list)


class TreeModel(QAbstractItemModel):
    """Nodes are numbered, and an index carries its node's number: no pointer into Python to go stale."""

    def __init__(
        self, children: Children, describe: Callable[[int], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._ask = children
        self._describe = describe
        self._allowed: Collection[int] | None = None
        self._matching: Collection[int] | None = None
        self._nodes: list[_Node] = []
        self.reload()

    def reload(self, allowed: Collection[int] | None = None, matching: Collection[int] | None = None) -> None:
        """Begin anew. With `allowed`, only these records show; those not in `matching` merely hold them."""
        self.beginResetModel()
        self._allowed, self._matching = allowed, matching
        self._nodes = [_Node(Row(0, "", "", level=-1), -1, 0, opens=True)]
        self._load(_ROOT)
        self._take(_ROOT, _BATCH)
        if allowed is not None:
            self._load_all()
        self.endResetModel()

    @property
    def is_filtered(self) -> bool:
        return self._allowed is not None

    def find(self, path: Sequence[int]) -> QModelIndex:
        """The index at the end of a chain of records from a root on, loading the way there; else invalid."""
        here = _ROOT
        for pk in path:
            self._load_under(here, pk)
            found = next((n for n in self._nodes[here].children or () if self._nodes[n].row.pk == pk), None)
            if found is None:
                return QModelIndex()
            here = found
        return self._index(here) if path else QModelIndex()

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = self._nodes[_number(parent)].children or ()
        if column or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    def parent(self, child: Index) -> QModelIndex:  # type: ignore[override]
        return self._index(self._nodes[_number(child)].parent) if child.isValid() else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._nodes[_number(parent)].children or ())

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        node = self._nodes[_number(parent)]
        return node.opens if node.children is None else bool(node.children)

    def canFetchMore(self, parent: Index) -> bool:
        node = self._nodes[_number(parent)]
        return bool(node.waiting) or (node.opens and node.children is None)

    def fetchMore(self, parent: Index) -> None:
        number = _number(parent)
        self._load(number)
        self._insert(number, _BATCH if number == _ROOT else len(self._nodes[number].waiting))

    def data(self, index: Index, role: int = 0) -> Any:
        if role not in _SERVED or not index.isValid():
            return None
        return row_data(self._nodes[_number(index)].row, role, self._describe)

    def _index(self, number: int) -> QModelIndex:
        return self.createIndex(self._nodes[number].place, 0, number) if number > _ROOT else QModelIndex()

    def _load(self, number: int) -> None:
        """Ask for the rows under a node, which then wait to be inserted."""
        node = self._nodes[number]
        if node.children is not None or not node.opens:
            return
        rows = self._ask(node.row.pk if number else None)
        node.children = []
        node.waiting = [row for row in rows if self._allowed is None or row.pk in self._allowed]

    def _load_under(self, number: int, pk: int) -> None:
        """Insert a node's rows as far as a record, so that it has an index."""
        self._load(number)
        place = next((place for place, row in enumerate(self._nodes[number].waiting) if row.pk == pk), None)
        if place is not None:
            self._insert(number, len(self._nodes[number].waiting) if number else place + _BATCH)

    def _load_all(self) -> None:
        """Everything allowed, while the model is being reset: a filtered tree is small and lies open."""
        number = 0
        while number < len(self._nodes):
            self._load(number)
            self._take(number, len(self._nodes[number].waiting))
            number += 1

    def _insert(self, number: int, count: int) -> None:
        node = self._nodes[number]
        first, count = len(node.children or ()), min(count, len(node.waiting))
        if count:
            self.beginInsertRows(self._index(number), first, first + count - 1)
            self._take(number, count)
            self.endInsertRows()

    def _take(self, number: int, count: int) -> None:
        node = self._nodes[number]
        children = node.children if node.children is not None else []
        taken, node.waiting = node.waiting[:count], node.waiting[count:]
        for row in taken:
            frame = self._matching is not None and row.pk not in self._matching
            shown = Row(row.pk, row.kind, row.name, row.acronym, row.detail, node.row.level + 1, frame)
            self._nodes.append(_Node(shown, number, len(children), row.has_children))
            children.append(len(self._nodes) - 1)


def _number(index: Index) -> int:
    return index.internalId() if index.isValid() else _ROOT
