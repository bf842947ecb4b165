"""Where a day lies across the timeline, and where its axis has lines and words: numbers, no Qt."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from dossier.model.dates import Date, parse_date

_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()
_SHORTEST, _LONGEST = 3.0, 366.0 * 3000
_YEAR, _MONTH = 365.25, 30.44
_SMALLEST = 6.0  # pixels that a hand can aim at
_YEARS = (1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 5000)


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of days shown across pixels. Day n of the calendar (its ordinal) reaches from n to n + 1."""

    start: float
    per_day: float
    left: float
    width: float

    @property
    def span(self) -> float:
        return self.width / self.per_day

    @property
    def end(self) -> float:
        return self.start + self.span

    @property
    def right(self) -> float:
        return self.left + self.width

    def x(self, day: float) -> float:
        return self.left + (day - self.start) * self.per_day

    def day(self, x: float) -> float:
        return self.start + (x - self.left) / self.per_day

    def showing(self, first: float, last: float) -> "Scale":
        """The same pixels showing these days, no fewer than three and never before year 1 or after 9999."""
        span = min(max(last - first, _SHORTEST), _LONGEST)
        start = min(max((first + last - span) / 2, _FIRST), _LAST - span)
        return replace(self, start=start, per_day=self.width / span)

    def zoomed(self, factor: float, at: float) -> "Scale":
        """Magnified around the pixel `at`, which keeps its day."""
        span = min(max(self.span / factor, _SHORTEST), _LONGEST)
        start = self.day(at) - (at - self.left) * span / self.width
        return self.showing(start, start + span)

    def moved(self, pixels: float) -> "Scale":
        days = pixels / self.per_day
        return self.showing(self.start + days, self.end + days)

    def resized(self, left: float, width: float) -> "Scale":
        """Other pixels showing the same days."""
        width = max(width, 1)
        return Scale(self.start, width / self.span, left, width)


def stretch(scale: Scale, one: float, other: float) -> Date:
    """The period between two days that a pointer gives: of whole days, else of whole months or years."""
    first, last = (date.fromordinal(min(max(int(day), _FIRST), _LAST)) for day in sorted((one, other)))
    length = 10 if scale.per_day >= _SMALLEST else 7 if scale.per_day * _MONTH >= _SMALLEST else 4
    ends = dict.fromkeys(day.isoformat()[:length] for day in (first, last))
    return parse_date("/".join(ends))


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis at the start of `day` with its word; `strong` where a month or a year begins."""

    day: float
    label: str
    strong: bool = False


Words = Callable[[Date, str], str]


def ticks(scale: Scale, words: Words) -> list[Tick]:
    """The lines of the axis, at the finest step whose labels have room; `words` gives a date in a style."""
    if scale.per_day * 7 >= 40:
        return list(_day_ticks(scale, 1 if scale.per_day >= 28 else 7))
    for months in (1, 3, 6):
        if scale.per_day * _MONTH * months >= 84:
            return list(_month_ticks(scale, months, words))
    return list(_year_ticks(scale))


def headings(scale: Scale, words: Words) -> list[Tick]:
    """The months in sight while the axis counts days; the first may begin before the left edge."""
    if scale.per_day * 7 < 40:
        return []
    return [
        Tick(first.toordinal(), words(parse_date(first.isoformat()[:7]), "long"), strong=True)
        for first in _months(scale, 1)
    ]


def _day_ticks(scale: Scale, step: int) -> Iterator[Tick]:
    """Each day, or each Monday."""
    day = int(scale.start)
    if step == 7:
        day -= (day - 1) % 7  # day 1 of the calendar was a Monday
    while day < scale.end:
        if day >= scale.start:
            when = date.fromordinal(day)
            yield Tick(day, str(when.day))
        day += step


def _month_ticks(scale: Scale, step: int, words: Words) -> Iterator[Tick]:
    for first in _months(scale, step):
        if first.toordinal() >= scale.start:
            label = words(parse_date(first.isoformat()[:7]), "short")
            yield Tick(first.toordinal(), label, strong=first.month == 1)


def _year_ticks(scale: Scale) -> Iterator[Tick]:
    step = next(step for step in _YEARS if step * _YEAR * scale.per_day >= 90)
    year = date.fromordinal(int(scale.start)).year // step * step
    while year <= 9999:
        if year >= 1:
            day = date(year, 1, 1).toordinal()
            if day >= scale.end:
                return
            if day >= scale.start:
                yield Tick(day, str(year))
        year += step


def _months(scale: Scale, step: int) -> Iterator[date]:
    """The first days of months from the one in which the scale starts, each `step` months."""
    first = date.fromordinal(max(int(scale.start), _FIRST))
    count = (first.year * 12 + first.month - 1) // step * step
    while count < 10000 * 12:
        month = date(count // 12, count % 12 + 1, 1)
        if month.toordinal() >= scale.end:
            return
        yield month
        count += step
