"""What the search panel lists: hits by kind, commands after >, or searches of before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from dossier.language import Wording
from dossier.model.folding import plain, spans, split
from dossier.views.values import Hit, Results

Index = QModelIndex | QPersistentModelIndex

_ORDER: Final = (
    "person",
    "organization",
    "statement",
    "event",
    "initiative",
    "region",
    "place",
    "source",
    "note",
)
_ROWS_OF_A_KIND = 3
_WITHIN_FROM = 3
ROW_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a kind: its word and how many hits it has."""

    label: str
    count: str


@dataclass(frozen=True, slots=True)
class More:
    """Leads to the other hits of a kind."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Order:
    """A command of the window, with its keys and the matched stretches of its words."""

    name: str
    text: str
    keys: str = ""
    is_enabled: bool = True
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Past:
    """A query of before: a recent one, or a pinned one."""

    query: str
    is_pinned: bool = False


Row = Head | Hit | More | Order | Past


def rows_of(results: Results, wording: Wording, kind: str | None) -> tuple[Row, ...]:
    """The rows of a result, the best hit first: its kind, then the others in a fixed order.

    There are three hits of each unless only that kind is asked for.
    """
    counts = {facet.value: facet.count for facet in results.facets if facet.of == "kind"}
    by_kind: dict[str, list[Hit]] = {}
    for hit in results.hits:
        by_kind.setdefault(hit.kind, []).append(hit)
    rows: list[Row] = []
    best = results.hits[0].kind if results.hits else ""
    for name in sorted(by_kind, key=lambda kind: (kind != best, kind_order(kind))):
        hits = by_kind[name]
        shown = hits if kind else hits[:_ROWS_OF_A_KIND]
        total = max(counts.get(name, 0), len(hits))
        rows.append(Head(kind_word(name, wording), _counted(len(shown), total, wording)))
        rows.extend(shown)
        if total > len(shown) and not kind:
            rows.append(More(name, wording.count("{n} more", "{n} more", total - len(shown))))
    return tuple(rows)


def orders_for(typed: str, orders: Sequence[Order], wording: Wording) -> tuple[Row, ...]:
    """The commands in whose words all that is typed after > stands."""
    words = split(typed)
    found = [
        replace(order, spans=spans(order.text, words))
        for order in orders
        if all(spans(order.text, [word]) or _is_within(word, order.text) for word in words)
    ]
    return (Head(wording.say("Commands"), wording.number(len(found))), *found) if found else ()


def _is_within(word: str, text: str) -> bool:
    """Russian and Kazakh verbs have prefixes, so a few letters may stand within a word."""
    return len(word) >= _WITHIN_FROM and plain(word) in plain(text)


def past_rows(pinned: Sequence[str], recent: Sequence[str], wording: Wording) -> tuple[Row, ...]:
    """Pinned queries, then recent ones that are not pinned."""
    others = [query for query in recent if query not in pinned]
    rows: list[Row] = []
    for title, queries, is_pinned in (
        (wording.say("Pinned searches"), pinned, True),
        (wording.say("Recent searches"), others, False),
    ):
        if queries:
            rows.append(Head(title, wording.number(len(queries))))
            rows.extend(Past(query, is_pinned) for query in queries)
    return tuple(rows)


def kind_order(kind: str) -> int:
    """The place of a kind among the heads and the filters."""
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def kind_word(kind: str, wording: Wording) -> str:
    """The word over the hits of a kind."""
    return wording.say("Said") if kind == "statement" else wording.label("kinds", kind)


def _counted(shown: int, total: int, wording: Wording) -> str:
    if shown == total:
        return wording.number(total)
    return wording.say("{shown} of {total}", shown=wording.number(shown), total=wording.number(total))


class HitsModel(QAbstractTableModel):
    """One column of rows; heads can't be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == ROW_ROLE:
            return self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(self.rows[index.row()])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and not _can_be_chosen(self.rows[index.row()]):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def row_of(self, pk: int | None) -> int | None:
        """The row of a record; None when it isn't among the hits."""
        for number, row in enumerate(self.rows):
            if isinstance(row, Hit) and row.pk == pk:
                return number
        return None

    @property
    def best(self) -> int:
        """The row of the best hit, the first one; -1 where there is none."""
        return self.next_row(-1, 0)

    def next_row(self, row: int, step: int) -> int:
        """The row that can be chosen `step` such rows further, or the last one on the way."""
        choices = [number for number, each in enumerate(self.rows) if _can_be_chosen(each)]
        if not choices:
            return -1
        if row not in choices:
            return choices[0]
        return choices[min(max(choices.index(row) + step, 0), len(choices) - 1)]


def _can_be_chosen(row: Row) -> bool:
    return not isinstance(row, Head) and (not isinstance(row, Order) or row.is_enabled)


def spoken(row: Row) -> str:
    """A row in words, as a screen reader says it."""
    match row:
        case Head():
            return f"{row.label}, {row.count}"
        case More():
            return row.text
        case Order():
            return ", ".join(part for part in (row.text, row.keys) if part)
        case Past():
            return row.query
    return ", ".join(part for part in (row.label, row.detail, row.why, row.when) if part)
