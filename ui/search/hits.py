"""The hits of a search as rows: a head for each kind, its hits, and what leads to the rest of it."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from dossier.language import Wording
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


Row = Head | Hit | More


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
        if index.isValid() and isinstance(self.rows[index.row()], Head):
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
        choices = [number for number, each in enumerate(self.rows) if not isinstance(each, Head)]
        if not choices:
            return -1
        if row not in choices:
            return choices[0]
        return choices[min(max(choices.index(row) + step, 0), len(choices) - 1)]


def spoken(row: Row) -> str:
    """A row in words, as a screen reader says it."""
    match row:
        case Head():
            return f"{row.label}, {row.count}"
        case More():
            return row.text
    return ", ".join(part for part in (row.label, row.detail, row.why, row.when) if part)
