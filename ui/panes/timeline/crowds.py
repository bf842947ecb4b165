"""Lays out a row of which more is in sight than can be looked at one by one: cell by cell.

Cells lie on whole multiples of their length, so that they stay while the view is moved; what a cell holds is
one mark at its middle, or a column where it is too much for that.
"""

from bisect import bisect_left

from ui.panes.timeline.emphasis import Emphasis
from ui.panes.timeline.items import Arranged
from ui.panes.timeline.marks import CELL, Column, Mark
from ui.panes.timeline.scale import Scale

_CROWD = 1  # more than so many in one cell are a column, not a mark

Cells = tuple[list[Mark], list[Column], list[int]]


def by_cells(arranged: Arranged, scale: Scale, row: int, emphasis: Emphasis) -> Cells:
    """The marks of points, the columns, and the positions of what is wide enough for a bar."""
    starts, places, lengths = arranged.row_starts[row], arranged.in_row[row], arranged.lengths
    step, left, per_day, first_day = CELL / scale.per_day, scale.left, scale.per_day, scale.start
    widest, end = max(step, 1.0), scale.end
    cell = int(first_day // step)
    low, total = bisect_left(starts, cell * step), len(starts)
    marks: list[Mark] = []
    columns: list[Column] = []
    bars: list[int] = []
    is_marked = row in emphasis.in_row
    while cell * step < end and low < total:
        edge = (cell + 1) * step
        if starts[low] >= edge:  # over cells that hold nothing
            cell = int(starts[low] // step)
            continue
        high = bisect_left(starts, edge, low)
        x = left + ((cell + 0.5) * step - first_day) * per_day
        if high - low > _CROWD:
            is_related = is_marked and emphasis.any_between(row, places[low], places[high - 1])
            columns.append(Column(row, x, high - low, is_related))
        else:
            members = places[low:high]
            wide = [place for place in members if lengths[place] > widest]
            if wide:
                bars += wide
                members = [place for place in members if lengths[place] <= widest]
            if members:
                marks.append(_mark(arranged, row, x, members, emphasis if is_marked else None))
        low, cell = high, cell + 1
    return marks, columns, bars


def _mark(arranged: Arranged, row: int, x: float, members: list[int], emphasis: Emphasis | None) -> Mark:
    """One mark for the points of a cell, standing for the one that matters most."""
    host = arranged.host
    first = members[0]
    if emphasis and emphasis.any_between(row, first, members[-1]):
        first = min(members, key=emphasis.rank)
    elif host[first] != row:
        first = next((place for place in members if host[place] == row), first)
    if first != members[0]:
        members = [first, *(place for place in members if place != first)]
    return Mark(first, row, x - CELL / 2, x + CELL / 2, True, host[first] == row, members)
