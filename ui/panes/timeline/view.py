"""What the timeline shows and where: the state between its values and its pixels, with no widget in it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dossier.model.dates import Date
from dossier.views.timeline_values import Timeline
from ui.panes.pane import Marks
from ui.panes.timeline.bands import AXIS, Bands
from ui.panes.timeline.drawing import Brushwork
from ui.panes.timeline.emphasis import Emphasis
from ui.panes.timeline.items import Arranged, Span, days_of
from ui.panes.timeline.labels import Number
from ui.panes.timeline.marks import CELL, THROUGH, Column, Mark, reach
from ui.panes.timeline.placing import Placed, place
from ui.panes.timeline.row import Rows
from ui.panes.timeline.scale import Scale
from ui.panes.timeline.stretches import Cells, Stretch, cells, lens, narrow_lens, stretches
from ui.panes.timeline.walking import Walker

_GUTTERS = 84, 168  # the least and the most room for lane names
_PARTED = 1.6  # times the days of a cluster that are in sight when it has been opened
_REACH = 6.0  # how near to a mark a click may miss it


class TimelineView:
    """Keeps what was laid out until something changes; `current` is the record the keyboard is at."""

    def __init__(self, marks: Marks, brush: Brushwork, number: Number) -> None:
        self.marks = marks
        self.current: int | None = None
        self._brush = brush
        self._number = number
        self.arranged = Arranged(Timeline((), ()), date.min)
        self.bands = Bands.of(1, 1, _GUTTERS[0], 0)
        self.scale = Scale(0, 1, 0, 1)
        self.overview = self.scale
        self._placed: Placed | None = None
        self._rows: Rows | None = None
        self._stretches: tuple[Span | None, list[Stretch]] | None = None  # and for which lens
        self._cells: Cells | None = None
        self._emphasis: Emphasis | None = None
        self._within: tuple[Date, list[int]] | None = None
        self.sketch: Date | None = None  # the period that is being drawn
        self.walker = Walker(self)

    def show(self, arranged: Arranged, *, fresh: bool) -> None:
        """Other items. `fresh` goes to their busiest days, else the days in sight stay."""
        if arranged is not self.arranged:
            self.arranged, self._within = arranged, None
            self.walker.let_go()
        if self.current not in arranged.position:
            self.current = None
        self.resize(self.bands.width, self.bands.height)
        if fresh:
            self.scale = self.scale.showing(*arranged.fresh_view())
        self.changed()

    def resize(self, width: int, height: int) -> None:
        names = max((self._brush.measure(lane.name, True) for lane in self.arranged.lanes[:200]), default=0)
        gutter = int(min(max(names + 28, _GUTTERS[0]), _GUTTERS[1], width * 0.3))
        self.bands = Bands.of(width, height, gutter, len(self.arranged.lanes), self.bands.scrolled)
        self.scroll(self.bands.scrolled)
        self.scale = self.scale.resized(gutter, width - gutter)
        first, last = self.arranged.decades()
        years = Scale(0, 1, gutter, self.bands.overview_width)
        self.overview = years.showing(date(first, 1, 1).toordinal(), date(last, 1, 1).toordinal())
        self.changed()

    def scroll(self, pixels: int) -> None:
        self.bands = replace(self.bands, scrolled=self.bands.whole(pixels))
        self._placed = None

    def move_to(self, scale: Scale) -> None:
        """Other days, no more of them than the overview has, and about half of them within it.

        The nearer all of them, the nearer the middle: so that zooming out to the last does not jump.
        """
        years = self.overview
        if scale.span > years.span:
            scale = scale.showing(years.start, years.end)
        half = scale.span / 2
        margin = scale.span**2 / (2 * years.span)
        middle = min(max(scale.start + half, years.start + margin), years.end - margin)
        self.scale = scale.showing(middle - half, middle + half)
        self._placed = None

    def changed(self) -> None:
        """Lay out anew: marks, items or the keyboard's place are others."""
        self._placed = self._rows = self._stretches = self._emphasis = self._cells = None

    @property
    def band(self) -> Span | None:
        """From which day to which the period reaches that alone is shown, or that is being drawn."""
        shown = self.sketch or self.marks.period
        return days_of(shown) if shown else None

    @property
    def walk(self) -> Sequence[int]:
        """The positions that the keyboard goes through and the list shows: all, or those in the period."""
        period = self.marks.period
        if period is None:
            return range(len(self.arranged.items))
        if self._within is None or self._within[0] != period:
            self._within = period, self.arranged.within(days_of(period))
        return self._within[1]

    @property
    def emphasis(self) -> Emphasis:
        if self._emphasis is None:
            marks = self.marks
            self._emphasis = Emphasis.of(self.arranged, marks.selected, self.current, marks.related)
        return self._emphasis

    @property
    def placed(self) -> Placed:
        if self._placed is None:
            if self._rows is None or not self._rows.fits(self.scale):
                self._rows = Rows(self.arranged, self.scale, self.emphasis)
            self._placed = place(
                self.arranged,
                self.scale,
                self.bands.rows,
                self.emphasis,
                self._brush.measure,
                self._rows,
                self._number,
            )
        return self._placed

    @property
    def lens(self) -> tuple[float, float]:
        return lens(self.overview, self.scale)

    @property
    def stretches(self) -> list[Stretch]:
        spared = narrow_lens(self.lens)
        if self._stretches is None or self._stretches[0] != spared:
            self._stretches = (
                spared,
                stretches(self.arranged, self.overview, spared, self.emphasis, self._brush.measure_tiny),
            )
        return self._stretches[1]

    @property
    def cells(self) -> Cells:
        if self._cells is None:
            self._cells = cells(self.arranged, self.overview, self.emphasis)
        return self._cells

    @property
    def current_position(self) -> int | None:
        return None if self.current is None else self.arranged.position.get(self.current)

    def records_at(self, x: float, y: float) -> list[int]:
        """The positions of what is drawn there, with its label; several where a mark stands for several."""
        if y >= self.bands.overview.top():
            found = self._stretch_at(x, y)
            return [] if found is None else [found.item]
        row = self.bands.row_at(y)
        if row is None or x < self.bands.gutter:
            return []
        if y >= self.bands.top(row) + self.bands.lane_height - THROUGH - 1:
            lines = [line for line in self.placed.through if line.row == row]
            if lines:
                return [line.item for line in lines]
        near: list[tuple[float, Mark]] = []
        for mark in self.placed.marks:
            left, right = reach(mark, self.emphasis)
            if row in self._rows_of(mark) and left - _REACH <= x <= right + _REACH:
                near.append((abs(x - mark.middle), mark))
        near += [
            (0.0, label.mark)
            for label in self.placed.labels
            if label.mark.row == row and label.x <= x <= label.x + label.width
        ]
        if near:
            return min(near, key=lambda found: found[0])[1].members
        return next(
            (
                self.crowd(each)
                for each in self.placed.columns
                if each.row == row and abs(each.x - x) <= CELL / 2
            ),
            [],
        )

    def crowd(self, column: Column) -> list[int]:
        """The positions a column stands for."""
        first, last = self.scale.day(column.x - CELL / 2), self.scale.day(column.x + CELL / 2)
        return self.arranged.starting(column.row, first, last)

    @property
    def cluster(self) -> list[int]:
        """The positions of the mark where the keyboard is, which are several where it stands for several."""
        here = self.current_position
        found = (mark for mark in self.placed.marks if mark.item == here and mark.is_host)
        return next((mark.members for mark in found), [])

    def opens(self, members: list[int]) -> bool:
        """Whether zooming in parts some items."""
        starts = [self.arranged.starts[member] for member in members]
        return max(starts) - min(starts) >= 1 and self.scale.span > (max(starts) - min(starts)) * _PARTED

    def zoom_to(self, members: list[int]) -> None:
        """Bring the days on which items begin to most of the width."""
        starts = [self.arranged.starts[member] for member in members]
        first, last = min(starts), max(starts) + 1
        margin = (last - first) * 0.15
        self.move_to(self.scale.showing(first - margin, last + margin))

    def lane_at(self, x: float, y: float) -> int | None:
        """The row whose name is there."""
        return self.bands.row_at(y) if x < self.bands.gutter else None

    def reveal(self, position: int) -> None:
        """Bring an item into sight: its days, unless only the overview can show it, and its lane."""
        start, end = self.arranged.starts[position], self.arranged.ends[position]
        margin = self.scale.span * 0.06
        if end - start <= self.scale.span * 2 and not (
            self.scale.start + margin <= start and end <= self.scale.end - margin
        ):
            middle, half = (start + end) / 2, self.scale.span / 2
            self.move_to(self.scale.showing(middle - half, middle + half))
        row, bands = self.arranged.host[position], self.bands
        if row not in bands.rows or bands.top(row) < AXIS:
            self.scroll(row * bands.lane_height)

    def go(self, position: int) -> None:
        """The keyboard's place to an item."""
        self.current = self.arranged.items[position].pk
        self.reveal(position)
        self.changed()

    def reveal_marks(self) -> None:
        """Bring what was chosen into sight; where that has no date, the nearest of what is related."""
        emphasis = self.emphasis
        if emphasis.selected is not None:
            self.reveal(emphasis.selected)
            return
        short = [place for place in emphasis.related if self.arranged.length(place) <= self.scale.span]
        if not short or any(self._in_sight(place) for place in short):
            return
        middle = (self.scale.start + self.scale.end) / 2
        self.reveal(min(short, key=lambda place: abs(self.arranged.starts[place] - middle)))

    def _in_sight(self, position: int) -> bool:
        return (
            self.arranged.starts[position] < self.scale.end
            and self.scale.start < self.arranged.ends[position]
        )

    def _rows_of(self, mark: Mark) -> tuple[int, ...]:
        return self.arranged.rows(mark.item) if mark.is_host else (mark.row,)

    def _stretch_at(self, x: float, y: float) -> Stretch | None:
        for stretch in self.stretches:
            row = (y - self.bands.overview.top() - 1) // 16.5
            label = stretch.row + stretch.below
            if row == stretch.row and stretch.x0 - 2 <= x <= stretch.x1 + 2:
                return stretch
            if stretch.label and row == label and 0 <= x - stretch.label_x <= stretch.label_width:
                return stretch
        return None
