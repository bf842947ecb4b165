"""The regions pane: the map, and the same regions with their initiatives as a list."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from dossier.views.map_outline import map_outline
from dossier.views.values import ListRow, RegionRow
from ui.panes.delegates import Row
from ui.panes.initiatives import list_row
from ui.panes.map_canvas import MapCanvas, counts
from ui.panes.pane import OrEmpty, Pane
from ui.panes.rows import RowsModel, RowsView
from ui.style import Theme

if TYPE_CHECKING:
    from dossier.language import Wording


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the list: a region, or an initiative under it."""

    value: RegionRow | ListRow

    @property
    def pk(self) -> int:
        return self.value.pk


class RegionsPane(Pane):
    """Shows `RegionRow`s. Those with nothing can be chosen on the map, and are not in the list."""

    def __init__(self, theme: Theme, wording: "Wording", parent: QWidget | None = None) -> None:
        super().__init__("regions", wording.say("Regions"), theme, wording, parent)
        self._rows: tuple[RegionRow, ...] = ()
        self.map = MapCanvas(map_outline(), self.marks, theme, wording)
        self._model = RowsModel(self._row, self.describe, self)
        self.list = RowsView(self._model, self.marks, theme)
        self.list.setAccessibleName(wording.say("Regions as a list"))
        for view in (self.map, self.list):
            view.chosen.connect(self.selected)
            view.focused.connect(self.focused)
        self._listed = OrEmpty(self.list)
        self._views = QStackedWidget()
        self._views.addWidget(self.map)
        self._views.addWidget(self._listed)
        self.body.addWidget(self._views)
        self.as_list = self.add_button("list", wording.say("Show as a list"), checkable=True)
        self.as_list.toggled.connect(self._views.setCurrentIndex)
        self.show_only()

    def show_regions(self, rows: tuple[RegionRow, ...]) -> None:
        self._rows = rows
        self.map.show_rows({row.code: row for row in rows})
        self.show_only()
        self.show_marks()

    @property
    def empty_note(self) -> str:
        """The sentence that stands in the list instead of regions, "" where there are any."""
        return self._listed.note_shown

    def show_marks(self) -> None:
        self.map.show_marks()
        self.list.show_marks()

    def show_only(self) -> None:
        """The map keeps its frame and dims the rest; the list shortens."""
        only = self.marks.only
        entries: list[_Entry] = []
        for row in self._rows:
            if (row.initiatives or row.events or row.contacts) and (only is None or row.pk in only):
                entries.append(_Entry(row))
                entries += [_Entry(below) for below in row.rows if only is None or below.pk in only]
        self._model.show(entries)
        self.map.changed()
        if entries:
            self._listed.show_content()
        elif only is None:
            self._listed.show_note(self.wording.say("No region has an initiative or an event yet."))
        else:
            self._listed.show_note(self.wording.say("No region is related."))

    def _row(self, entry: _Entry) -> Row:
        value = entry.value
        if isinstance(value, RegionRow):
            return Row(value.pk, "region", value.name, detail=counts(self.wording, value))
        return list_row(value, level=1)
