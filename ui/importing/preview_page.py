"""The second page of the import: what the list would change, group by group, and what has to be decided."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from dossier.intake.contacts.preview import PreviewRow
from dossier.language import Wording
from ui.importing.decisions import NEW, SKIP, Decisions
from ui.importing.detail import Detail
from ui.importing.parts import REMARKS, Part, PartRow
from ui.importing.plan_model import PAGE, PlanModel, worded_person
from ui.importing.rail import Rail
from ui.importing.rows_view import RowsView
from ui.importing.words import EMPTY, MEANINGS
from ui.panes.pane import OrEmpty, Rule
from ui.style import Theme

_TABLE, _DETAIL = 300, 190


class PreviewPage(QWidget):
    """Asks for the rows in sight by `page_wanted`, and keeps what is decided of them."""

    page_wanted = Signal(object, object)  # Part, numbers of pages
    decisions_changed = Signal()

    def __init__(self, theme: Theme, wording: Wording, parts: Sequence[Part]) -> None:
        super().__init__()
        self._wording = wording
        self._alike = {part.name: part.count for part in parts if part.within}
        self.decisions = Decisions(self._alike)
        self.rail = Rail(theme, wording, parts)
        self.model = PlanModel(wording, self._worded_decision, self)
        self.rows = RowsView(self.model, theme, self._is_open)
        self.rows.setAccessibleName(wording.say("Rows of the group"))
        self.detail = Detail(wording)
        self._meaning = QLabel()
        self._meaning.setProperty("look", "second")
        self._meaning.setWordWrap(True)
        self._content = OrEmpty(self.rows)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.addWidget(self._content)
        self._split.addWidget(self.detail)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.setSizes([_TABLE, _DETAIL])
        self._split.setStretchFactor(0, 1)
        right = QVBoxLayout()
        right.setContentsMargins(16, 0, 0, 0)
        right.setSpacing(6)
        right.addWidget(self._meaning)
        right.addWidget(self._split, 1)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.rail)
        page.addWidget(Rule(theme))
        page.addLayout(right, 1)
        self.rail.selectionModel().currentChanged.connect(self._show_part)
        self.rows.selectionModel().currentChanged.connect(self._show_row)
        self.rows.key_pressed.connect(self._press)
        self.model.pages_wanted.connect(lambda numbers: self.page_wanted.emit(self.model.part, numbers))
        self.model.dataChanged.connect(self._came)
        self.detail.decided.connect(self._decide)
        self.detail.all_decided.connect(self._decide_all)
        first = next((part for part in parts if part.count and part.is_ambiguous), None)
        first = first or next((part for part in parts if part.count), parts[0])
        self.rail.choose(first.name)

    def put(self, part: Part, pages: Mapping[int, list[PartRow]]) -> None:
        """Take pages that were asked for."""
        self.model.put(part, pages)

    def _show_part(self) -> None:
        part = self.rail.chosen
        self.model.show(part)
        self._meaning.setText(self._wording.say(MEANINGS[part.group]))
        if part.count:
            self._content.show_content()
            self.rows.setCurrentIndex(self.model.index(0, 0))
        else:
            self._content.show_note(self._wording.say(EMPTY[part.group]))
        self.detail.setVisible(bool(part.count) and part.name not in (*REMARKS, "gone"))
        self._show_row()

    def _current(self) -> PartRow | None:
        index = self.rows.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def _came(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.row() <= self.rows.currentIndex().row() <= last.row() and last.column() != first.column():
            self._show_row()

    def _show_row(self) -> None:
        row = self._current()
        doubtful = _doubtful(row)
        self.detail.show_row(row, self._decision(row), self._alike[doubtful[1]] if doubtful else 0)

    def _press(self, key: str) -> None:
        """Decide by a key of the table, and go on to the next row that waits."""
        doubtful = _doubtful(self._current())
        if doubtful is None:
            return
        candidates = {str(number): each.id for number, each in enumerate(doubtful[0].candidates, 1)}
        choices = {"+": NEW, "-": SKIP, **candidates}
        if key == "back":
            self._decide(None)
        elif key in choices:
            self._decide(choices[key])
            self._go_on()

    def _go_on(self) -> None:
        """To the next row without a decision, as far as its page is there."""
        start = self.rows.currentIndex().row()
        for number in range(start + 1, min(self.model.rowCount(), start + 2 * PAGE)):
            row = self.model.row(number)
            if row is None or self._is_open(row):
                self.rows.setCurrentIndex(self.model.index(number, 0))
                return

    def _decide(self, decision: str | None) -> None:
        doubtful = _doubtful(self._current())
        if doubtful:
            row, why = doubtful
            self.decisions.decide(row.row, why, decision)
            self._decided(row)

    def _decide_all(self, decision: str | None) -> None:
        doubtful = _doubtful(self._current())
        if doubtful:
            row, why = doubtful
            self.decisions.decide(row.row, why, None)
            self.decisions.decide_all(why, decision)
            self._decided(row)

    def _decided(self, row: PreviewRow) -> None:
        self.detail.choose(self._decision(row))
        self.model.decisions_changed()
        self.decisions_changed.emit()

    def _decision(self, row: PartRow | None) -> str | None:
        doubtful = _doubtful(row)
        return self.decisions.of(doubtful[0].row, doubtful[1]) if doubtful else None

    def _is_open(self, row: PartRow | None) -> bool:
        return _doubtful(row) is not None and self._decision(row) is None

    def _worded_decision(self, row: PartRow) -> str:
        say, decision = self._wording.say, self._decision(row)
        if decision is None:
            return say("not decided")
        if decision == NEW:
            return say("somebody new")
        if decision == SKIP:
            return say("left out")
        candidates = row.candidates if isinstance(row, PreviewRow) else ()
        return next((worded_person(each) for each in candidates if each.id == decision), "")


def _doubtful(row: PartRow | None) -> tuple[PreviewRow, str] | None:
    """An ambiguous row with its reason; None for any other."""
    if isinstance(row, PreviewRow) and row.why is not None:
        return row, row.why.value
    return None
