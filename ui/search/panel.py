"""The panel under the search field: filters, hits by kind, and the chosen one in short."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from dossier.language import Wording
from dossier.views.values import SHEET_KINDS, Card, Facet, Hit, Results
from resources.tokens import SPACE
from ui.panes.pane import EmptyNote
from ui.search.facets import Facets
from ui.search.field import SearchField
from ui.search.foot import Foot
from ui.search.hits import More, Row, rows_of
from ui.search.hits_view import HitsView
from ui.search.preview import Preview
from ui.search.scrim import Scrim
from ui.style import Theme

_WIDTH, _HEIGHT = 1010, 556


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: the words, and the filters that were chosen."""

    query: str
    kind: str | None = None
    agency: int | None = None
    region: int | None = None


class SearchPanel(QFrame):
    """Lies over the window while something is typed. It asks by `requested` and shows what it is given."""

    requested = Signal(object)  # Request
    preview_wanted = Signal(object)  # pk
    opened = Signal(object)
    focused = Signal(object)
    sheet_wanted = Signal(object)
    action = Signal(str, object)
    closed = Signal()

    def __init__(
        self, field: SearchField, theme: Theme, wording: Wording, actions: Mapping[str, str], window: QWidget
    ) -> None:
        super().__init__(window)
        self._window = window
        self._field = field
        self._theme = theme
        self._wording = wording
        self._results: Results | None = None
        self._filters: dict[str, Facet] = {}
        self._scrim = Scrim(theme, self, window)
        self._scrim.clicked.connect(self.close_panel)
        self.setObjectName("search_panel")
        self.setAccessibleName(wording.say("Search"))
        self.setProperty("look", "popup")
        self.facets = Facets(theme, wording)
        self.hits = HitsView(theme, wording)
        self.preview = Preview(theme, wording, actions)
        self._none = EmptyNote("")
        self._middle = QStackedWidget()
        self._middle.addWidget(self.hits)
        self._middle.addWidget(self._none)
        self.remarks = _remarks()
        self.foot = Foot(wording)
        self._lay_out()
        self._wire()
        self.hide()

    @property
    def request(self) -> Request:
        kind, agency, region = (self._filters.get(of) for of in ("kind", "agency", "region"))
        return Request(
            self._field.text.strip(),
            kind.value if kind else None,
            agency.pk if agency else None,
            region.pk if region else None,
        )

    @property
    def chosen(self) -> int | None:
        """The hit that Enter would open."""
        hit = self.chosen_hit
        return hit.pk if hit else None

    @property
    def chosen_hit(self) -> Hit | None:
        row = self.hits.current
        return row if isinstance(row, Hit) else None

    def show_results(self, results: Results) -> None:
        """Show what a request gave; the chosen hit stays chosen if it is still there."""
        self._results = results
        self.facets.show_facets(results, self._filters)
        self.hits.show_rows(rows_of(results, self._wording, self.request.kind))
        self._say_found()
        self.remarks.setText("\n".join(results.remarks))
        self.remarks.setVisible(bool(results.remarks and results.hits))
        if results.hits:
            self._middle.setCurrentWidget(self.hits)
        else:
            self._none.say("\n".join(results.remarks) or self._nothing_found())
            self._middle.setCurrentWidget(self._none)
            self.preview.show_card(None)

    def _nothing_found(self) -> str:
        say = self._wording.say
        if self._filters:
            return say("Nothing found with this filter. Choose it again to take it off.")
        return say("Nothing found. Try fewer letters, another spelling, or another script.")

    def show_preview(self, card: Card | None) -> None:
        if card is None or card.pk == self.chosen:
            self.preview.show_card(card)

    def close_panel(self) -> None:
        """Close it and empty the field; what is selected stays as it was."""
        self.hits.forget_choice()
        self._filters.clear()
        self._results = None
        self.hide()
        self._scrim.hide()
        self._field.line.clear()
        self.closed.emit()

    def place(self) -> None:
        """Lie under the field, within the window."""
        window = self._window
        corner = self._field.mapTo(window, QPoint(0, self._field.height()))
        width = min(_WIDTH, window.width() - 2 * SPACE.pane_padding)
        left = max(SPACE.pane_padding, min(corner.x() - 5, window.width() - width - SPACE.pane_padding))
        top = corner.y() + 5
        height = min(_HEIGHT, window.height() - top - SPACE.pane_padding)
        self.setGeometry(left, top, width, height)
        self._scrim.setGeometry(QRect(0, SPACE.tool_bar, window.width(), window.height() - SPACE.tool_bar))
        self.preview.setVisible(width >= _WIDTH * 0.8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab goes round within the field and the panel."""
        inside = [
            widget
            for widget in self.findChildren(QWidget)
            if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        focused = self.window().focusWidget()
        at = inside.index(focused) if focused in inside else -1
        target = at + (1 if following else -1)
        if 0 <= target < len(inside):
            inside[target].setFocus(
                Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason
            )
        else:
            self._field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _typed(self, text: str) -> None:
        if not text.strip():
            if self.isVisible():
                self.close_panel()
            return
        self._open()
        self.requested.emit(self.request)

    def _open(self) -> None:
        if not self.isVisible():
            self.place()
            self._scrim.show()
            self._scrim.raise_()
            self.show()
            self.raise_()

    def _entered(self, with_shift: bool) -> None:
        row = self.hits.current
        if row is not None and self.isVisible():
            self._choose(row, only=with_shift)

    def _choose(self, row: Row, *, only: bool = False) -> None:
        if isinstance(row, More):
            facets = self._results.facets if self._results else ()
            for facet in facets:
                if facet.of == "kind" and facet.value == row.kind:
                    self._filter(facet)
        elif isinstance(row, Hit):
            (self.focused if only else self.opened).emit(row.pk)

    def _filter(self, facet: Facet | str) -> None:
        if isinstance(facet, str):
            self._filters.pop(facet, None)
        else:
            self._filters[facet.of] = facet
        self.requested.emit(self.request)

    def _say_found(self) -> None:
        total, hit = self._results.total if self._results else 0, self.chosen_hit
        words = self._wording.count("{n} found", "{n} found", total)
        self.foot.say(words, has_sheet=hit is None or hit.kind in SHEET_KINDS)

    def _current_changed(self) -> None:
        self._say_found()
        if self.isVisible():
            self.preview_wanted.emit(self.chosen)

    def _refuse_sheet(self) -> None:
        """Say why Ctrl+Enter does nothing now."""
        if self.isVisible() and self.chosen_hit:
            self.foot.say(
                self._wording.say("There is no sheet of this, only of what it is about."), has_sheet=False
            )

    def _leave_field(self, forward: bool) -> None:
        if self.isVisible():
            self.facets.enter() if forward else self.focusNextPrevChild(False)

    def _wire(self) -> None:
        self._field.typed.connect(self._typed)
        self._field.stepped.connect(self.hits.step)
        self._field.entered.connect(self._entered)
        self._field.copy_wanted.connect(lambda: self.action.emit("copy_contact", None))
        self._field.sheet_refused.connect(self._refuse_sheet)
        self._field.left.connect(self._leave_field)
        self._field.closed.connect(self.close_panel)
        self.facets.chosen.connect(self._filter)
        self.hits.opened.connect(self._choose)
        self.hits.selectionModel().currentChanged.connect(self._current_changed)
        self.hits.hits.modelReset.connect(self._current_changed)
        self.preview.followed.connect(self.opened)
        self.preview.focused.connect(self.focused)
        self.preview.sheet_wanted.connect(self.sheet_wanted)
        self.preview.action.connect(self.action)

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self.facets)
        found = QVBoxLayout()
        found.setSpacing(0)
        found.addWidget(self.remarks)
        found.addWidget(self._middle, 1)
        columns.addLayout(found, 1)
        columns.addWidget(self.preview)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(columns, 1)
        whole.addWidget(self.foot)


def _remarks() -> QLabel:
    """What was asked in vain, or what nobody is recorded for, over the hits."""
    label = QLabel()
    label.setObjectName("remarks")
    label.setProperty("look", "remark")
    label.setWordWrap(True)
    label.hide()
    return label
