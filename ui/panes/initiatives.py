"""The initiatives pane: all initiatives in two lines each, in an order that marks never change."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from dossier.views.values import ListRow
from ui.panes.delegates import Row
from ui.panes.pane import OrEmpty, Pane
from ui.panes.rows import RowsModel, RowsView
from ui.style import Theme

if TYPE_CHECKING:
    from dossier.language import Wording


class InitiativesPane(Pane):
    """Shows `ListRow`s; how many there are stands in its head."""

    def __init__(self, theme: Theme, wording: "Wording", parent: QWidget | None = None) -> None:
        super().__init__("initiatives", wording.say("Initiatives"), theme, wording, parent)
        self._rows: tuple[ListRow, ...] = ()
        self._model = RowsModel(list_row, self.describe, self)
        self.list = RowsView(self._model, self.marks, theme)
        self.list.setAccessibleName(wording.say("Initiatives"))
        self.list.chosen.connect(self.selected)
        self.list.focused.connect(self.focused)
        self._content = OrEmpty(self.list)
        self._content.note.wanted.connect(self.wanted)
        self.body.addWidget(self._content)
        self.add_funnel()
        self.show_only()

    def show_rows(self, rows: tuple[ListRow, ...]) -> None:
        self._rows = rows
        self.show_only()
        self.show_marks()

    @property
    def empty_note(self) -> str:
        """The sentence that stands there instead of rows, "" where there are any."""
        return self._content.note_shown

    def show_marks(self) -> None:
        self.list.show_marks()

    def show_only(self) -> None:
        shown = [row for row in self._rows if self.marks.shows(row.pk)]
        self._model.show(shown)
        self.set_count(self._counted(len(shown)))
        if shown:
            self._content.show_content()
        elif self._rows and self.marks.period is not None:
            self._content.show_note(self.wording.say("No initiative lies in this period."))
        elif self._rows:
            self._content.show_note(self.wording.say("No initiative is related."))
        else:
            say = self.wording.say
            self._content.show_note(
                say("No initiatives yet. Add a project or a resolution."),
                (("add_initiative", say("Add an initiative…")),),
            )

    def _counted(self, shown: int) -> str:
        """How many rows there are, and how many a period hides since they have no date."""
        only, undated = self.marks.only, self.marks.undated
        hidden = sum(row.pk in undated and (only is None or row.pk in only) for row in self._rows)
        return counted(self.wording, shown, hidden)


def counted(wording: "Wording", shown: int, undated: int) -> str:
    """The words beside a title: how many rows show, and how many a period hides since they have no date."""
    number = wording.number(shown) if shown or undated else ""
    hidden = wording.count("{n} undated not shown", "{n} undated not shown", undated) if undated else ""
    return " · ".join(part for part in (number, hidden) if part)


def list_row(row: ListRow, level: int = 0) -> Row:
    """A `ListRow` as its two lines are painted; the date stands at the end of the second."""
    detail = " · ".join(part for part in (row.detail, row.when) if part)
    return Row(row.pk, row.kind, row.name, detail=detail, level=level)
