"""Where the keyboard goes on the timeline: from item to item in time, from lane to lane, drawing a period."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from dossier.model.dates import Date, period

if TYPE_CHECKING:
    from ui.panes.timeline.view import TimelineView

_NEAR = 50  # items of a lane looked at on both sides of a day


class Walker:
    """Moves `current` of a view. While a period alone shows, only what lies in it is gone through."""

    def __init__(self, view: "TimelineView") -> None:
        self._view = view
        self._anchor: int | None = None  # where the period began that is being drawn

    def let_go(self) -> None:
        """End the period that is being drawn: the next one begins where the keyboard is then."""
        self._anchor = None

    def step(self, by: int) -> None:
        """To the next item in time, or the one before; from nowhere to one in sight."""
        self._anchor = None
        way = self._view.walk
        if not way:
            return
        here = self._view.current_position
        if here is None:
            place = self._in_sight(way, last=by < 0)
        else:
            place = bisect_left(way, here)
            is_there = place < len(way) and way[place] == here
            place += by if by < 0 or is_there else by - 1
        self._view.go(way[min(max(place, 0), len(way) - 1)])

    def step_lane(self, by: int) -> None:
        """To the item nearest in time in the next lane that has any."""
        self._anchor = None
        arranged, here = self._view.arranged, self._view.current_position
        if here is None:
            self.step(by)
            return
        row, day = arranged.host[here] + by, arranged.starts[here]
        while 0 <= row < len(arranged.lanes):
            own = [place for place in self._around(row, day) if arranged.host[place] == row]
            if own:
                self._view.go(min(own, key=lambda place: abs(arranged.starts[place] - day)))
                return
            row += by

    def go_to_end(self, *, last: bool) -> None:
        self._anchor = None
        way = self._view.walk
        if way:
            self._view.go(way[-1 if last else 0])

    def draw_period(self, by: int) -> Date | None:
        """To the next item of all, or the one before: the days from where this began to there."""
        arranged, here = self._view.arranged, self._view.current_position
        if here is None:
            self.step(by)
            here = self._view.current_position
        elif 0 <= here + by < len(arranged.items):
            self._anchor = here if self._anchor is None else self._anchor
            here += by
            self._view.go(here)
        if here is None:
            return None
        ends = here, here if self._anchor is None else self._anchor
        first, last = min(arranged.starts[end] for end in ends), max(arranged.ends[end] for end in ends)
        return period(date.fromordinal(int(first)), date.fromordinal(int(last) - 1))

    def _in_sight(self, way: Sequence[int], *, last: bool) -> int:
        """The place on the way of the first item in sight, or of the last."""
        seen = sorted(mark.item for mark in self._view.placed.marks)
        on_way = [bisect_left(way, item) for item in seen if _holds(way, item)]
        if on_way:
            return on_way[-1 if last else 0]
        return bisect_left(way, bisect_left(self._view.arranged.starts, self._view.scale.start))

    def _around(self, row: int, day: float) -> list[int]:
        """A few items of a row on both sides of a day."""
        arranged, way = self._view.arranged, self._view.walk
        place = bisect_left(arranged.row_starts[row], day)
        near = arranged.in_row[row][max(place - _NEAR, 0) : place + _NEAR]
        return near if isinstance(way, range) else [at for at in near if _holds(way, at)]


def _holds(way: Sequence[int], position: int) -> bool:
    place = bisect_left(way, position)
    return place < len(way) and way[place] == position
