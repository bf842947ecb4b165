"""Whether somebody held a post on a day, by what its sources carry: attested, presumed, unknown, or not.

A fact is as old as its source: an attestation proves a post on its day, an interval only between ends that
are both recorded. What lies between two attestations, or within ten years after one with no end recorded, is
presumed: hardly anybody holds a post for longer unseen. What a source attests only later says nothing of the
day before.
"""

from collections.abc import Sequence
from datetime import date

from dossier.model.dates import Date

ATTESTED, PRESUMED, UNKNOWN, OVER, AHEAD = "attested", "presumed", "unknown", "over", "ahead"
STANDINGS = (ATTESTED, PRESUMED, UNKNOWN, AHEAD, OVER)
"""In the order in which people are listed."""
PRESUMED_YEARS = 10


def standing(day: date, held: Date | None, attested: Sequence[Date]) -> str:
    """How surely a post was held on a day, by its recorded interval and the days on which it is attested."""
    start, end = held.ends if held else (None, None)
    if any(each.earliest == each.latest == day for each in attested):
        return ATTESTED
    if end and end.latest and end.latest <= day:
        return OVER
    if start and start.earliest and start.earliest > day:
        return AHEAD
    if start and start.latest and end and end.earliest and start.latest <= day < end.earliest:
        return ATTESTED
    known = [each for each in (start, *attested) if each and each.earliest]
    before = [each for each in known if each.earliest and each.earliest <= day]
    if not before:
        return UNKNOWN
    ends_later = bool(end and end.earliest and end.earliest > day)
    last = max(each.latest or each.earliest or day for each in before)
    if len(before) < len(known) or ends_later or day <= _years_after(last, PRESUMED_YEARS):
        return PRESUMED
    return UNKNOWN


def _years_after(day: date, years: int) -> date:
    last = day.month == 2 and day.day == 29
    return date(min(day.year + years, date.max.year), day.month, 28 if last else day.day)
