"""Dates as sources give them: EDTF text (ISO 8601-2, Library of Congress) with earliest and latest day."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Any

from dossier.model.errors import DossierError

_POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0\d|1[012])(?:-(?P<day>\d\d))?)?[~?%]?\Z", re.ASCII)
_OPEN = ("..", "")


@dataclass(frozen=True, slots=True)
class Date:
    """An EDTF date: `text` as written, and the days it can span; `None` is an open or unknown end."""

    text: str
    earliest: date | None
    latest: date | None

    def __str__(self) -> str:
        return self.text

    @property
    def is_interval(self) -> bool:
        return "/" in self.text

    @property
    def is_circa(self) -> bool:
        return any(mark in self.text for mark in "~?%")

    @property
    def ends(self) -> "tuple[Date | None, Date | None]":
        """The two ends of an interval, each with its own precision; a point is both its ends."""
        if not self.is_interval:
            return self, self
        start, end = self.text.split("/")
        return (None if start in _OPEN else parse_date(start)), (None if end in _OPEN else parse_date(end))

    @property
    def precision(self) -> str:
        """`day`, `month` or `year`, by the coarser end; `other` for what only the EDTF library reads."""
        order = ("day", "month", "year", "other")
        found = [_point_precision(end.text) for end in self.ends if end] if self.is_interval else []
        return max(found, key=order.index) if found else _point_precision(self.text)

    def overlaps(self, period: "Date") -> bool:
        """Whether any of the days it can span lies in a period; an open or unknown end has no limit."""
        starts_in_time = not (self.earliest and period.latest) or self.earliest <= period.latest
        ends_in_time = not (self.latest and period.earliest) or self.latest >= period.earliest
        return starts_in_time and ends_in_time


def parse_date(text: str) -> Date:
    """Read one EDTF date or interval. Raises DossierError for what is not EDTF or runs backwards.

    Years, months, days, `~ ? %`, intervals and open ends are read here; the rest by the `edtf` library,
    a parse of which costs milliseconds.
    """
    text = text.strip()
    if "/" in text:
        return _interval(text)
    match = _POINT.match(text)
    return _point(text, match) if match else _by_library(text)


def day(value: date) -> Date:
    """The Date of one calendar day."""
    return Date(value.isoformat(), value, value)


def period(first: date, last: date) -> Date:
    """The Date from one day to another, both in it."""
    return Date(f"{first.isoformat()}/{last.isoformat()}", first, last)


def _point(text: str, match: re.Match[str]) -> Date:
    year, month, dom = (int(part) if part else None for part in match.group("year", "month", "day"))
    assert year is not None
    try:
        first = date(year, month or 1, dom or 1)
        last_month = month or 12
        last = first if dom else date(year, last_month, monthrange(year, last_month)[1])
    except ValueError:
        raise _not_a_date(text) from None
    return Date(text, first, last)


def _interval(text: str) -> Date:
    parts = text.split("/")
    if len(parts) != 2 or all(part in _OPEN for part in parts):
        raise _not_a_date(text)
    start, end = (None if part in _OPEN else parse_date(part) for part in parts)
    if start and end and start.earliest and end.latest:
        backwards = end.latest < start.earliest or (end.earliest and start.earliest > end.earliest)
        if backwards:
            raise DossierError(
                "The date “{text}” ends before it starts; write the earlier day first.", text=text
            )
    return Date(text, start.earliest if start else None, end.latest if end else None)


def _by_library(text: str) -> Date:
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed: Any = parse_edtf(text)
        lower, upper = parsed.lower_strict(), parsed.upper_strict()
        return Date(text, _civil(lower), _civil(upper))
    except (EDTFParseException, ValueError, AttributeError, TypeError, OverflowError):
        raise _not_a_date(text) from None


def _civil(moment: Any) -> date | None:
    """A `struct_time` of the library as a day; infinity (an open end) as None."""
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday) if hasattr(moment, "tm_year") else None


def _point_precision(text: str) -> str:
    match = _POINT.match(text)
    if not match:
        return "other"
    return "day" if match["day"] else "month" if match["month"] else "year"


def _not_a_date(text: str) -> DossierError:
    return DossierError(
        "“{text}” is not a date this program can read; write 2024, 2024-06, 2024-06-19, 1992~ "
        "for about, or a range such as 2024-07-03/2024-07-04.",
        text=text,
    )
