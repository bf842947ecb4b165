"""The panel under the search field: filters, hits by kind, and the chosen one in short."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dossier.language import Wording
from dossier.views.values import SHEET_KINDS, Card, Facet, Hit, Results
from resources.tokens import SPACE
from ui.search.facets import Facets
from ui.search.field import SearchField
from ui.search.foot import Foot
from ui.search.hits import More, Order, Past, Row, orders_for, past_rows, rows_of
from ui.search.middle import Middle
from ui.search.preview import Preview
from ui.search.scrim import Scrim
from ui.style import Theme
from ui.tab_order import give_focus

if TYPE_CHECKING:
    from dossier.search.completing import Completion

_WIDTH, _HEIGHT = 1010, 556
_COMMANDS = ">"


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
    ordered = Signal(str)  # name of a command
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
        self.is_commanding = False
        self._has_sides = True
        self._scrim = Scrim(theme, self, window)
        self._scrim.clicked.connect(self.close_panel)
        self.setObjectName("search_panel")
        self.setAccessibleName(wording.say("Search"))
        self.setProperty("look", "popup")
        self.facets = Facets(theme, wording)
        self.middle = Middle(theme, wording)
        self.hits = self.middle.hits
        self.preview = Preview(theme, wording, actions)
        self.orders: Callable[[], Sequence[Order]] = tuple
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
        rows = rows_of(results, self._wording, self.request.kind)
        self.middle.show_rows(rows, self._nothing_found(), results.remarks)
        self._say_found()
        if not results.hits:
            self.preview.show_card(None)

    def show_past(self, pinned: Sequence[str], recent: Sequence[str]) -> None:
        """Offer searches of before, where nothing is typed yet and there are any."""
        rows = past_rows(pinned, recent, self._wording)
        if rows and self._field.is_waiting:
            self._show_alone(rows, "")
            self.foot.say(self._wording.say("Ctrl+D pins a search or lets it go"), has_sheet=False)

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
        if not self._has_sides and self.hits.hits.rows:
            rows = self.hits.verticalHeader().length()
            height = min(height, rows + SPACE.pane_padding + self.foot.height())
        self.setGeometry(left, top, width, height)
        self._scrim.cover(QRect(0, SPACE.tool_bar, window.width(), window.height() - SPACE.tool_bar))
        self.preview.setVisible(self._has_sides and width >= _WIDTH * 0.8)
        self.facets.setVisible(self._has_sides)

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
        outside = -1 if following else len(inside)
        at = inside.index(focused) if focused in inside else outside
        target = at + (1 if following else -1)
        if 0 <= target < len(inside):
            give_focus(inside[target], following=following)
        else:
            self._field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @property
    def query(self) -> str:
        """What is asked, the chosen filters written as fields: it can be asked again as it stands."""
        fields = (
            f'{of}:"{facet.label}"' if " " in facet.label else f"{of}:{facet.label}"
            for of, facet in self._filters.items()
        )
        return " ".join((self._field.text.strip(), *fields)).strip()

    def _typed(self, text: str) -> None:
        self.is_commanding = text.lstrip().startswith(_COMMANDS)
        self.middle.suggestions.show_completions(())
        if not text.strip():
            if self.isVisible():
                self.close_panel()
        elif self.is_commanding:
            typed = text.lstrip().removeprefix(_COMMANDS)
            rows = orders_for(typed, self.orders(), self._wording)
            self._show_alone(rows, self._wording.say("There is no such command."))
        else:
            self._open(sides=True)
            self.requested.emit(self.request)

    def _show_alone(self, rows: tuple[Row, ...], empty: str) -> None:
        """Show rows with nothing to filter or to look into."""
        self._open(sides=False)
        self.preview.show_card(None)
        self.middle.show_rows(rows, empty)
        self.foot.name_keys(of_hits=False)
        self.place()

    def _complete(self, completion: "Completion") -> None:
        self._field.replace(completion.start, completion.end, completion.text)

    def _open(self, *, sides: bool) -> None:
        """Come into sight, with the filters and the chosen hit at the sides, or the rows alone."""
        if sides and not self._has_sides:
            self.foot.name_keys(of_hits=True)
        self._has_sides = sides
        self.place()
        if not self.isVisible():
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
        elif isinstance(row, Past):
            self._field.line.setText(row.query)
        elif isinstance(row, Order):
            self.close_panel()
            self.ordered.emit(row.name)

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
        self._field.went_right.connect(self.middle.suggestions.take_first)
        self.middle.suggestions.taken.connect(self._complete)
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
        columns.addWidget(self.middle, 1)
        columns.addWidget(self.preview)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(columns, 1)
        whole.addWidget(self.foot)
