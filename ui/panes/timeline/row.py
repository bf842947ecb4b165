"""The rows of the days above, laid out for somewhat more than is in sight, so that they outlast a move.

Most frames of a moved view show in each row what the frame before showed, a few pixels on.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from math import ceil, floor, inf
from typing import Any

from ui.panes.timeline.crowds import Crowd, Grid
from ui.panes.timeline.emphasis import Emphasis
from ui.panes.timeline.gathering import gathered
from ui.panes.timeline.items import Arranged, Span
from ui.panes.timeline.marks import Mark, Through
from ui.panes.timeline.scale import Scale

_FEW = 120  # up to so many in a row are looked at one by one
_BESIDE = 56.0  # pixels, at most, that a row of few is laid out for beside what is in sight
_APART = 0.618  # of them, from row to row
_MOST_THROUGH = 3  # lines along the foot of a row


@dataclass(slots=True)
class Row:
    """The marks from one day to another, in pixels of the view that `move_to` was told last.

    `through` holds while the view begins on the days of `through_holds`. `picture` is kept by who paints.
    """

    number: int
    days: Span
    start: float  # with which day the view began when this was laid out
    crowd: Crowd | None
    own: list[Mark]  # of what is marked one by one
    through: list[Through] = field(default_factory=list)
    through_holds: Span = (inf, inf)
    picture: Any = None
    moved: float = 0.0
    _marks: list[Mark] | None = None
    _marks_moved: float = 0.0
    _edges: tuple[list[float], list[float]] | None = None

    def move_to(self, scale: Scale) -> None:
        """To the pixels of a view of the same zoom."""
        self.moved = (self.start - scale.start) * scale.per_day
        if self.crowd:
            self.crowd.moved = self.moved

    @property
    def marks(self) -> list[Mark]:
        if self._marks is None:
            self._marks = [*self.crowd.marks, *self.own] if self.crowd else self.own
        by = self.moved - self._marks_moved
        if by:
            for mark in self._marks:
                mark.x0 += by
                mark.x1 += by
            self._marks_moved = self.moved
        return self._marks

    def many(self, scale: Scale) -> int:
        """How many marks and columns are in sight."""
        if self._edges is None:
            spans = [(mark.x0 - self.moved, mark.x1 - self.moved) for mark in self.marks]
            if self.crowd:
                spans += self.crowd.column_spans(-self.moved)
            self._edges = sorted(left for left, _ in spans), sorted(right for _, right in spans)
        lefts, rights = self._edges
        return bisect_left(lefts, scale.right - self.moved) - bisect_right(rights, scale.left - self.moved)


class Rows:
    """The rows at one zoom, as far as they are in sight."""

    def __init__(self, arranged: Arranged, scale: Scale, emphasis: Emphasis) -> None:
        self._arranged = arranged
        self._emphasis = emphasis
        self._grid = Grid(arranged, scale, emphasis)
        self._rows: dict[int, Row] = {}

    def fits(self, scale: Scale) -> bool:
        """Whether the scale has the same zoom."""
        return self._grid.fits(scale)

    def laid(self, scale: Scale, in_sight: range) -> list[Row]:
        self._rows = {number: self._row(scale, number) for number in in_sight}
        return list(self._rows.values())

    def _row(self, scale: Scale, number: int) -> Row:
        row = self._rows.get(number)
        if row is None or not (row.days[0] <= scale.start and scale.end <= row.days[1]):
            row = self._laid_out(scale, number)
        row.move_to(scale)
        if not row.through_holds[0] <= scale.start < row.through_holds[1]:
            was = row.through
            row.through, row.through_holds = self._through(scale, number)
            if was != row.through:
                row.picture = None
        return row

    def _laid_out(self, scale: Scale, number: int) -> Row:
        arranged, longest = self._arranged, 2 * scale.span
        starts = arranged.row_starts[number]
        first, end = days = self._grid.days(scale, number)
        if bisect_left(starts, end) - bisect_left(starts, end - 3 * scale.span) > _FEW:
            crowd = self._grid.crowd(scale, number)
            near = self._no_cells(number, crowd, first)
        else:
            first, end = days = self._beside(scale, number)
            crowd, near = None, arranged.starting(number, first - longest, end)
        short = [place for place in near if arranged.lengths[place] <= longest]
        own = gathered(arranged, scale, number, self._between(short, first, end), self._emphasis)
        return Row(number, days, scale.start, crowd, own)

    def _beside(self, scale: Scale, number: int) -> Span:
        """The days in sight, and a few beside them; others in each row, so that few are laid out at once."""
        step = _BESIDE / scale.per_day
        shift = number * step * _APART
        return (
            floor((scale.start - shift) / step) * step + shift,
            ceil((scale.end - shift) / step) * step + shift,
        )

    def _no_cells(self, number: int, crowd: Crowd, first: float) -> list[int]:
        """What of a crowded row no cell holds: bars, and of those that began before the cells the latest."""
        arranged, widest = self._arranged, self._grid.widest
        near = set(crowd.bars)
        all_of_it = arranged.row_starts[number], arranged.in_row[number]
        for starts, places in (all_of_it, arranged.lasting_in_row[number][:2]):
            end = bisect_left(starts, first)
            before = places[max(end - _FEW, 0) : end]
            near.update(place for place in before if arranged.lengths[place] > widest)
        if self._emphasis.own:
            marked = {member for mark in crowd.marks for member in mark.members}
            near |= {
                place
                for place in self._emphasis.own
                if place not in marked and number in arranged.rows(place)
            }
        return sorted(near)

    def _through(self, scale: Scale, number: int) -> tuple[list[Through], Span]:
        """The few that matter most of what goes on all over the view; of very many the longest and latest.

        With them from which day to which the view may begin until they are others.
        """
        arranged, emphasis, longest = self._arranged, self._emphasis, 2 * scale.span
        if arranged.longest_in_row(number) <= longest:
            return [], (-inf, inf)
        looked_at, turns = arranged.lasting_in_row[number][2], list[float]()
        seen = self._all_over(looked_at, scale, longest)  # the longest first
        if number in emphasis.in_row or len(seen) < _MOST_THROUGH:
            looked_at = list({*arranged.lasting(number, scale.end), *emphasis.own})
            turns = [each - scale.span for each in arranged.lasting_around(number, scale.end)]
            seen = [
                place for place in self._all_over(looked_at, scale, longest) if number in arranged.rows(place)
            ]
            seen.sort(key=lambda place: (emphasis.rank(place), -arranged.lengths[place]))
        turns += [arranged.ends[place] for place in looked_at]
        turns += [arranged.starts[place] - scale.span for place in looked_at]
        lines = [Through(place, number, turn) for turn, place in enumerate(seen[:_MOST_THROUGH])]
        since = max((turn for turn in turns if turn <= scale.start), default=-inf)
        until = min((turn for turn in turns if turn > scale.start), default=inf)
        return lines, (since, until)

    def _all_over(self, places: list[int], scale: Scale, longest: float) -> list[int]:
        long = [place for place in places if self._arranged.lengths[place] > longest]
        return self._between(long, scale.start, scale.end)

    def _between(self, places: list[int], first: float, end: float) -> list[int]:
        """Those of some positions that lie between two days, at least in part."""
        starts, ends = self._arranged.starts, self._arranged.ends
        return [place for place in places if first < ends[place] and starts[place] < end]
