"""The rows of one part of a plan as an item model that answers at once, and asks for pages it lacks."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QTimer, Signal

from dossier.intake.contacts.preview import KnownPerson
from dossier.language import N_, Wording
from ui.importing.parts import REMARKS, Part, PartRow
from ui.importing.words import FIELDS, PARTS

Index = QModelIndex | QPersistentModelIndex
PAGE = 100
_MOST_PAGES = 60
_MOST_ASKED = 4
_DISPLAY, _TOOLTIP, _SPOKEN, _HORIZONTAL = 0, 3, 11, 1  # Qt.DisplayRole and so on, as plain ints
_SERVED = frozenset((_DISPLAY, _TOOLTIP, _SPOKEN))
_LONGEST = 300
ROW_ROLE, SHARE_ROLE = 256, 257
"""The row as it is; how much of the width a column takes, 0 for one that only holds a number."""

_ROW, _NAME, _ORGANIZATION, _POST = N_("Row"), N_("Full name"), N_("Organization"), N_("Post")
_COLUMNS: dict[str, tuple[str, ...]] = {
    "new": (_ROW, _NAME, _ORGANIZATION, _POST),
    "same": (_ROW, _NAME, _ORGANIZATION, _POST, N_("In the dossier")),
    "changed": (_ROW, _NAME, _ORGANIZATION, _POST, N_("What is new")),
    "ambiguous": (_ROW, _NAME, _ORGANIZATION, _POST, N_("Why"), N_("Decision")),
    "bad": (_ROW, N_("Why it can’t be read")),
    "remarks": (_ROW, N_("What to know of it")),
    "gone": (_NAME, _ORGANIZATION, _POST),
}
_SHARE, _SHARES = 4, {_ROW: 0, _POST: 3, N_("Decision"): 3}
DECISION = 5
"""The column of the decision, of ambiguous rows."""


class PlanModel(QAbstractTableModel):
    """Shows one part at a time; `decided` words the decision on an ambiguous row."""

    pages_wanted = Signal(object)  # the numbers of pages that are in sight and not there

    def __init__(self, wording: Wording, decided: Callable[[PartRow], str], parent: QObject) -> None:
        super().__init__(parent)
        self._wording = wording
        self._decided = decided
        self.part: Part | None = None
        self._pages: OrderedDict[int, list[PartRow]] = OrderedDict()
        self._missed: dict[int, None] = {}
        self._is_asking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)

    def show(self, part: Part) -> None:
        """Show another part, from its beginning."""
        self.beginResetModel()
        self.part = part
        self._pages.clear()
        self._missed.clear()
        self._is_asking = False
        self.endResetModel()

    def put(self, part: Part, pages: Mapping[int, list[PartRow]]) -> None:
        """Take pages that were asked for; those of a part no longer shown are dropped."""
        if part is not self.part:
            return
        self._is_asking = False
        for number, rows in pages.items():
            self._pages[number] = rows
            self._pages.move_to_end(number)
        while len(self._pages) > _MOST_PAGES:
            self._pages.popitem(last=False)
        for number, rows in pages.items():
            first, last = number * PAGE, number * PAGE + len(rows) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    def row(self, number: int) -> PartRow | None:
        """A row, None while its page is not there; then it is asked for."""
        page = number // PAGE
        rows = self._pages.get(page)
        if rows is not None:
            return rows[number % PAGE]
        self._missed.pop(page, None)
        self._missed[page] = None  # the last one asked for stands last
        if not self._is_asking and not self._timer.isActive():
            self._timer.start(0)
        return None

    def decisions_changed(self) -> None:
        """The column of decisions says something else now."""
        last = self.rowCount() - 1
        if last >= 0 and self.columnCount() > DECISION:
            self.dataChanged.emit(self.index(0, DECISION), self.index(last, DECISION))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self.part is None else self.part.count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self.part is None else len(_COLUMNS[self.part.group])

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role not in _SERVED:
            return self.row(index.row()) if role == ROW_ROLE else None
        row = self.row(index.row())
        return "…" if row is None else self._cell(row, index.column())[:_LONGEST]

    def headerData(self, section: int, orientation: Any, role: int = _DISPLAY) -> Any:
        if self.part is None or orientation.value != _HORIZONTAL:
            return None
        head = _COLUMNS[self.part.group][section]
        if role == SHARE_ROLE:
            return _SHARES.get(head, _SHARE)
        return self._wording.say(head) if role == _DISPLAY else None

    def _ask(self) -> None:
        if self._missed and not self._is_asking:
            wanted = list(self._missed)[-_MOST_ASKED:]
            self._missed.clear()
            self._is_asking = True
            self.pages_wanted.emit(wanted)

    def _cell(self, row: Any, column: int) -> str:
        group = self.part.group if self.part else ""
        if group in REMARKS:
            return str(row.row) if column == 0 else str(row.reason)
        if group == "gone":
            return str((row.name, row.organization, row.post)[column])
        if column < 4:
            return str((row.row, row.name, row.organization, row.post)[column])
        if column == DECISION:
            return self._decided(row)
        if group == "ambiguous":
            return self._wording.say(PARTS[row.why.value])
        if group == "changed":
            fields = dict.fromkeys(change.field for change in row.changes)
            return ", ".join(self._wording.say(FIELDS[field]) for field in fields)
        return worded_person(row.person) if row.person else ""


def worded_person(person: KnownPerson) -> str:
    """Somebody of the dossier in one line."""
    return ", ".join(part for part in (person.name, person.post, person.organization) if part)
