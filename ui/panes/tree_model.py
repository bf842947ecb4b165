"""The organizations and the people under them as an item model that asks for a branch when it is opened."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QTimer, Signal

from dossier.views.values import TreeRow
from ui.panes.delegates import ROW_ROLE, Row
from ui.panes.rows import row_data

Index = QModelIndex | QPersistentModelIndex
Branches = Mapping[int | None, Sequence[TreeRow]]
"""The rows under some records, and under None the roots."""

_SERVED = frozenset((0, 3, 11, 12, ROW_ROLE))  # display, tooltip, accessible text and description: plain ints
_BATCH = 256  # roots shown at once; more come as the tree is scrolled
_BRANCH = 2048
"""Rows of a branch inserted at once; more come by themselves. A tree lays out all that lies open anew for
each of them, so that few and large ones take less than many small ones.
"""
_ROOT = 0


@dataclass(slots=True)
class _Node:
    """A row with its place. `children` are numbers of nodes, None until given; `waiting` come later."""

    row: Row
    parent: int
    place: int
    opens: bool
    asked: bool = False
    children: list[int] | None = None
    waiting: list[TreeRow] = field(default_factory=list)


class TreeModel(QAbstractItemModel):
    """Nodes are numbered, and an index carries its node's number: no pointer into Python to go stale.

    Nothing is waited for: a branch that is opened is asked for by `wanted`, and `fill` gives its rows.
    """

    wanted = Signal(object)  # pk of a record whose rows are to be given

    def __init__(self, describe: Callable[[int], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._matching: Collection[int] | None = None
        self._nodes: list[_Node] = []
        self._holders: dict[int, int] = {}  # the node of each record that may hold others
        self._growing: list[int] = []  # nodes of branches whose rows are still being inserted
        self._growth = QTimer(self)
        self._growth.timeout.connect(self._grow)
        self.show({})

    def show(self, branches: Branches, matching: Collection[int] | None = None) -> None:
        """Begin anew with these branches. With `matching` they are all; others merely hold them."""
        self.beginResetModel()
        self._matching = matching
        self._nodes = [_Node(Row(0, "", "", level=-1), -1, 0, opens=True, asked=True)]
        self._holders, self._growing = {}, []
        self._nodes[_ROOT].waiting, self._nodes[_ROOT].children = list(branches.get(None, ())), []
        self._take(_ROOT, _BATCH if matching is None else len(self._nodes[_ROOT].waiting))
        number = _ROOT + 1
        while number < len(self._nodes):
            node = self._nodes[number]
            if node.opens and node.row.pk in branches:
                node.children, node.asked = [], True
                node.waiting = list(branches[node.row.pk])
                self._take(number, len(node.waiting))
            elif matching is not None:
                node.opens = False
            number += 1
        self.endResetModel()

    def fill(self, pk: int, rows: Sequence[TreeRow]) -> None:
        """Give the rows of a branch; what the tree does not hold any more is passed over."""
        number = self._holders.get(pk)
        if number is None or self.is_filtered or self._nodes[number].children is not None:
            return
        node = self._nodes[number]
        node.children, node.asked, node.waiting = [], True, list(rows)
        if not rows:
            node.opens = False
        self._insert(number, _BRANCH)
        if node.waiting:
            self._growing.append(number)
            self._growth.start(0)

    def fill_way(self, way: Sequence[int], branches: Branches) -> None:
        """Give the rows on the way to a record, where they are not here; the way itself may lie far down."""
        for depth, pk in enumerate(way):
            if pk in branches and self.find(way[: depth + 1]).isValid():
                self.fill(pk, branches[pk])

    @property
    def is_filtered(self) -> bool:
        return self._matching is not None

    @property
    def loaded(self) -> frozenset[int]:
        """The records whose rows are here."""
        return frozenset(
            pk for pk, number in self._holders.items() if self._nodes[number].children is not None
        )

    def find(self, path: Sequence[int]) -> QModelIndex:
        """The index at the end of a chain of records from a root on; invalid where that is not here."""
        here = _ROOT
        for pk in path:
            self._bring(here, pk)
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
        return bool(node.waiting) or (node.opens and not node.asked)

    def fetchMore(self, parent: Index) -> None:
        number = _number(parent)
        node = self._nodes[number]
        if node.children is not None:
            self._insert(number, _BATCH)
        elif not node.asked:
            node.asked = True
            self.wanted.emit(node.row.pk)

    def data(self, index: Index, role: int = 0) -> Any:
        if role not in _SERVED or not index.isValid():
            return None
        return row_data(self._nodes[_number(index)].row, role, self._describe)

    def _index(self, number: int) -> QModelIndex:
        return self.createIndex(self._nodes[number].place, 0, number) if number > _ROOT else QModelIndex()

    def _grow(self) -> None:
        """Insert some more rows of a long branch; the window answers before the next ones."""
        self._growing = [number for number in self._growing if self._nodes[number].waiting]
        if self._growing:
            self._insert(self._growing[0], _BRANCH)
        else:
            self._growth.stop()

    def _bring(self, number: int, pk: int) -> None:
        """Insert a node's rows as far as a record, so that it has an index."""
        place = next((place for place, row in enumerate(self._nodes[number].waiting) if row.pk == pk), None)
        if place is not None:
            self._insert(number, place + _BATCH)

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
            shown = Row(
                row.pk, row.kind, row.name, row.acronym, row.detail, node.row.level + 1, frame, row.standing
            )
            self._nodes.append(_Node(shown, number, len(children), row.has_children))
            children.append(len(self._nodes) - 1)
            if row.has_children:
                self._holders[row.pk] = len(self._nodes) - 1


def _number(index: Index) -> int:
    return index.internalId() if index.isValid() else _ROOT
