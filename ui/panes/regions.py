"""The regions pane: the map, and the same regions with their initiatives as a list."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from dossier.model.errors import DossierError
from dossier.views.map_files import country_of, map_countries
from dossier.views.map_outline import map_outline
from dossier.views.map_shading import SHADES
from dossier.views.values import ListRow, RegionRow
from ui.panes.choice import Choice
from ui.panes.delegates import Row
from ui.panes.initiatives import list_row
from ui.panes.map_canvas import MapCanvas
from ui.panes.map_legend import shade_words
from ui.panes.map_painted import counts
from ui.panes.map_view import has_something
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


_FIRST = "KZ"  # the country on the map of a dossier without regions


class RegionsPane(Pane):
    """Shows `RegionRow`s, on the map and in the list alike; in the list those with nothing come last.

    `shade` is by what the map is shaded at first, `country` whose map is shown where the dossier has regions
    of several; the signals of the same names tell that the user chose another.
    """

    shade_chosen = Signal(str)
    country_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        wording: "Wording",
        parent: QWidget | None = None,
        *,
        shade: str = SHADES[0],
        country: str = "",
    ) -> None:
        super().__init__("regions", wording.say("Regions"), theme, wording, parent)
        self._rows: tuple[RegionRow, ...] = ()
        self._shown = _FIRST  # the country on the map
        self._maps: list[str] = []  # the countries of the dossier that have one
        self._wanted = country
        self._is_other_day = False
        self.map = MapCanvas(self.marks, theme, wording)
        self._model = RowsModel(self._row, self.describe, self)
        self.list = RowsView(self._model, self.marks, theme)
        self.list.setAccessibleName(wording.say("Regions as a list"))
        for view in (self.map, self.list):
            view.chosen.connect(self.selected)
            view.focused.connect(self.focused)
            view.added.connect(self._add)
        self.list.adds = True
        self._mapped = OrEmpty(self.map)
        self._listed = OrEmpty(self.list)
        self._views = QStackedWidget()
        self._views.addWidget(self._mapped)
        self._views.addWidget(self._listed)
        self.body.addWidget(self._views)
        self.countries = Choice(self.add_button("web", wording.say("Country on the map")), theme)
        self.countries.chosen.connect(self._choose_country)
        self.shades = Choice(self.add_button("shade", wording.say("Shade of the map")), theme)
        self.shades.offer(shade_words(wording), shade)
        self.shades.chosen.connect(self.map.shade)
        self.shades.chosen.connect(self.shade_chosen)
        self.map.shade(shade)
        self.as_list = self.add_button("list", wording.say("Show as a list"), checkable=True)
        self.as_list.toggled.connect(self._views.setCurrentIndex)
        self.show_regions(())

    def show_regions(self, rows: tuple[RegionRow, ...]) -> None:
        self._rows = rows
        self._show_country()
        self.show_only()
        self.show_marks()

    def show_day(self, day: date | None) -> None:
        """Say of the numbers that they are not of the day that is shown; None is today."""
        self._is_other_day = day is not None
        self._tell_of_numbers()

    def _tell_of_numbers(self) -> None:
        is_part = self._is_other_day or self.marks.period is not None
        self.set_count(self.wording.say("all dates") if is_part else "")

    def _add(self, pk: int) -> None:
        """Only regions are chosen several at once."""
        is_region = any(row.pk == pk for row in self._rows)
        (self.added if is_region else self.selected).emit(pk)

    def _choose_country(self, country: str) -> None:
        self._wanted = country
        self._show_country()
        self.show_only()
        self.show_marks()
        self.country_chosen.emit(country)

    def _show_country(self) -> None:
        """The map of the wanted country, else of the one of which the dossier has most."""
        known = Counter(country_of(row.code) for row in self._rows)
        full = Counter(country_of(row.code) for row in self._rows if has_something(row))
        self._maps = [country for country in map_countries() if country in known]
        most = max(self._maps, key=lambda country: (full[country], known[country]), default=_FIRST)
        self._shown = self._wanted if self._wanted in self._maps else most
        self.countries.offer({code: self.wording.country(code) for code in self._maps}, self._shown)
        self.countries.button.setVisible(len(self._maps) > 1)
        try:
            self.map.show_outline(map_outline(self._shown))
        except DossierError as error:
            self._mapped.show_note(self.wording.error(error))
            return
        self._mapped.show_content()
        self.map.show_rows({row.code: row for row in self._rows})

    @property
    def empty_note(self) -> str:
        """The sentence that stands in the list instead of regions, "" where there are any."""
        return self._listed.note_shown

    @property
    def map_note(self) -> str:
        """The sentence that stands in the place of the map, "" where there is one."""
        return self._mapped.note_shown

    def show_marks(self) -> None:
        self.map.show_marks()
        self.list.show_marks()

    def show_only(self) -> None:
        """The map keeps its frame and dims the rest; the list shortens."""
        self._tell_of_numbers()
        shows = self.marks.shows
        here = [row for row in self._rows if self._is_here(row) and shows(row.pk)]
        entries: list[_Entry] = []
        for row in sorted(here, key=lambda row: not has_something(row)):
            entries.append(_Entry(row))
            entries += [_Entry(below) for below in row.rows if shows(below.pk)]
        self._model.show(entries)
        self.map.changed()
        if entries:
            self._listed.show_content()
        elif self.marks.period is not None:
            self._listed.show_note(self.wording.say("Nothing of any region lies in this period."))
        elif self.marks.only is None:
            self._listed.show_note(self.wording.say("There are no regions yet."))
        else:
            self._listed.show_note(self.wording.say("No region is related."))

    def _is_here(self, row: RegionRow) -> bool:
        """Whether the list has a region: those of the country on the map, and those on no map."""
        country = country_of(row.code)
        return country == self._shown or country not in self._maps

    def _row(self, entry: _Entry) -> Row:
        value = entry.value
        if isinstance(value, RegionRow):
            return Row(value.pk, "region", value.name, detail=counts(self.wording, value))
        return list_row(value, level=1)
