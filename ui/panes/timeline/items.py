"""The timeline's items as sorted numbers, so that what is in sight is found by bisection among 100,000."""

from bisect import bisect_left
from collections.abc import Collection
from copy import copy
from datetime import date

from dossier.model.dates import Date
from dossier.views.timeline_values import Timeline, TimelineItem

SHORT = 31.0  # days; what is longer belongs to years, and the overview shows it
_GROUP = 21.0  # days; the busiest stretch of that length is what a fresh timeline shows
_FRESH = 28.0
_LASTING = 6.0  # days; three are the fewest in sight
_LOOKED_AT = 24  # of what may go on all over the view

Span = tuple[float, float]


def days_of(period: Date) -> Span:
    """From the first day of a period to the day after its last; an open end lies beyond all days."""
    first, last = period.earliest or date.min, period.latest or date.max
    return float(first.toordinal()), float(last.toordinal() + 1)


class Arranged:
    """Items in the order of their first day. A position counts from 0 in that order; a row is a lane's place.

    Starts and ends are ordinals of days, an end being that of the day after. An open end reaches to the end
    of everything, today included; an item without any day is in no lane, only in the list.
    """

    def __init__(
        self,
        timeline: Timeline,
        today: date,
        only: Collection[int] | None = None,
        *,
        now: date | None = None,
    ) -> None:
        dated = [
            item
            for item in timeline.items
            if (only is None or item.pk in only) and (item.date.earliest or item.date.latest)
        ]
        days = [day.toordinal() for item in dated for day in (item.date.earliest, item.date.latest) if day]
        self.timeline = timeline
        self.today = today.toordinal()  # the day shown, on which past and future part
        self.now = (now or today).toordinal()
        self.first = float(min(days, default=self.today))
        self.last = float(max(days, default=self.today) + 1)
        spans = [self._span(item) for item in dated]
        order = sorted(range(len(dated)), key=lambda place: spans[place])
        self.items: list[TimelineItem] = [dated[place] for place in order]
        self.starts = [spans[place][0] for place in order]
        self.ends = [spans[place][1] for place in order]
        self.position = {item.pk: place for place, item in enumerate(self.items)}
        used = {lane for item in self.items for lane in item.lanes} if only is not None else None
        self.lanes = tuple(lane for lane in timeline.lanes if used is None or lane.pk in used)
        self.row = {lane.pk: row for row, lane in enumerate(self.lanes)}
        self.in_row: list[list[int]] = [[] for _ in self.lanes]
        for place, item in enumerate(self.items):
            for lane in item.lanes:
                self.in_row[self.row[lane]].append(place)
        self.host = [self.row[item.lanes[0]] for item in self.items]
        self.shared = {place for place, item in enumerate(self.items) if len(item.lanes) > 1}
        self.row_starts = [[self.starts[place] for place in places] for places in self.in_row]

        self.lengths = [end - start for start, end in zip(self.starts, self.ends, strict=True)]
        self.lasting_in_row = [self._lasting(places) for places in self.in_row]

        places = range(len(self.items))
        self.short_starts = [self.starts[place] for place in places if self.length(place) <= SHORT]
        self.long = [place for place in places if self.length(place) > SHORT]
        self.long.sort(key=lambda place: (-self.length(place), place))

    def rows(self, position: int) -> tuple[int, ...]:
        """The rows of an item, the host's first."""
        return tuple(self.row[lane] for lane in self.items[position].lanes)

    def on(self, day: date) -> "Arranged":
        """The same items with another day shown."""
        other = copy(self)
        other.today = day.toordinal()
        return other

    def within(self, period: Span) -> list[int]:
        """The positions of what lies in a period, from its first day to the day after its last."""
        some = range(bisect_left(self.starts, period[1]))
        return [position for position in some if self.ends[position] > period[0]]

    def length(self, position: int) -> float:
        return self.ends[position] - self.starts[position]

    def _lasting(self, places: list[int]) -> tuple[list[float], list[int], list[int]]:
        """Of a row what lasts longer than the fewest days in sight may be: starts, places, the longest."""
        found = [place for place in places if self.length(place) > _LASTING]
        longest = sorted(found, key=lambda place: -self.length(place))[:_LOOKED_AT]
        return [self.starts[place] for place in found], found, longest

    def longest_in_row(self, row: int) -> float:
        """How many days the longest item of a row lasts."""
        longest = self.lasting_in_row[row][2]
        return self.lengths[longest[0]] if longest else 0.0

    def lasting(self, row: int, last: float) -> list[int]:
        """The longest in a row, and the latest that begin before a day: what may go on all over some days."""
        starts, found, longest = self.lasting_in_row[row]
        end = bisect_left(starts, last)
        return [*longest, *found[max(end - _LOOKED_AT, 0) : end]]

    def lasting_around(self, row: int, last: float) -> list[float]:
        """The days at which `lasting` becomes another: nearest before the last day, and from it on."""
        starts = self.lasting_in_row[row][0]
        end = bisect_left(starts, last)
        return starts[max(end - 1, 0) : end + 1]

    def starting(self, row: int, first: float, last: float) -> list[int]:
        """The positions in a row that start from `first` on and before `last`."""
        starts = self.row_starts[row]
        return self.in_row[row][bisect_left(starts, first) : bisect_left(starts, last)]

    def decades(self) -> tuple[int, int]:
        """The years from which to which everything lies, in whole decades."""
        first, last = (date.fromordinal(int(day)).year for day in (self.first, self.last))
        return max(first // 10 * 10, 1), min(-(-(last + 1) // 10) * 10, 9990)

    def fresh_view(self) -> tuple[float, float]:
        """The days to show first: around the busiest weeks, the latest of them where several are as busy."""
        short = [place for place in range(len(self.items)) if self.length(place) <= SHORT]
        if not short:
            return self.today - _FRESH / 2, self.today + _FRESH / 2
        most, found, first = 0, (0, 0), 0
        for last, place in enumerate(short):
            while self.starts[place] - self.starts[short[first]] > _GROUP:
                first += 1
            if last - first + 1 >= most:
                most, found = last - first + 1, (short[first], place)
        start, end = self.starts[found[0]], self.ends[found[1]]
        middle, span = (start + end) / 2, max(_FRESH, (end - start) * 1.4)
        return middle - span / 2, middle + span / 2

    def _span(self, item: TimelineItem) -> Span:
        earliest, latest = item.date.earliest, item.date.latest
        start = earliest.toordinal() if earliest else self.first
        end = latest.toordinal() + 1 if latest else max(self.last, self.today)
        return float(start), float(max(end, start + 1))
