"""Whether somebody held a post on a day, by what its sources carry: attested, presumed, unknown, or not.

A fact is as old as its source: an attestation proves a post on its day, an interval only between ends that
are both recorded. What lies between two attestations, or after one with no end recorded, is presumed; what a
source attests only later says nothing of the day before.
"""

from collections.abc import Sequence
from datetime import date

from dossier.model.dates import Date

ATTESTED, PRESUMED, UNKNOWN, OVER, AHEAD = "attested", "presumed", "unknown", "over", "ahead"
STANDINGS = (ATTESTED, PRESUMED, UNKNOWN, AHEAD, OVER)
"""In the order in which people are listed."""


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
    known_before = [start, *attested]
    if any(each and each.earliest and each.earliest <= day for each in known_before):
        return PRESUMED
    return UNKNOWN
