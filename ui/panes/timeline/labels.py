"""The names beside the marks of the days above: each touches nothing, and the important come first."""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from ui.panes.timeline.emphasis import Emphasis
from ui.panes.timeline.items import Arranged, Span
from ui.panes.timeline.marks import Mark, reach
from ui.panes.timeline.scale import Scale

if TYPE_CHECKING:
    from ui.panes.timeline.row import Row

_GAP = 6.0
_LEAST = 64.0  # a name that has less room is left out
_FULL = 18  # so many marks in a row leave no room for names

Measure = Callable[[str, bool], float]
Number = Callable[[int], str]  # as people write it


@dataclass(frozen=True, slots=True)
class Label:
    """A mark's name beside it; `more` is how many others the mark stands for, `width` what it may take."""

    mark: Mark
    text: str
    more: str
    strong: bool
    x: float
    width: float


def labels(
    arranged: Arranged,
    scale: Scale,
    rows: list["Row"],
    emphasis: Emphasis,
    measure: Measure,
    number: Number,
) -> list[Label]:
    """Names beside marks, the most important first: at the right, else at the left, else cut, else none."""
    is_marked = bool(emphasis.in_row)
    named: list[Mark] = []
    roomy: list[Row] = []
    for row in rows:
        is_full = row.many(scale) > _FULL  # there is room for the strong alone
        if is_full and row.number not in emphasis.in_row:
            continue
        roomy.append(row)
        named += [
            mark
            for mark in row.marks
            if mark.is_host
            and mark.x0 < scale.right
            and scale.left < mark.x1
            and not (is_full and emphasis.rank(mark.item) not in (0, 2))
        ]
    taken = _taken(arranged, rows, roomy, emphasis)
    found: list[Label] = []
    if is_marked:
        named.sort(key=lambda mark: emphasis.rank(mark.item))
    for mark in named:
        strong = is_marked and emphasis.rank(mark.item) in (0, 2)
        if len(taken[mark.row]) > _FULL and not strong:
            continue
        more = f"+{number(len(mark.members) - 1)}" if len(mark.members) > 1 else ""
        text = arranged.items[mark.item].name
        width = measure(text, strong) + (measure(more, False) + _GAP if more else 0)
        where = _beside(reach(mark, emphasis), taken[mark.row], width, scale)
        if where:
            found.append(Label(mark, text, more, strong, *where))
            taken[mark.row].append((where[0], where[0] + where[1]))
    return found


def _taken(
    arranged: Arranged, rows: list["Row"], roomy: list["Row"], emphasis: Emphasis
) -> dict[int, list[Span]]:
    """Where no words have room in some rows: marks, columns, and the stems that pass."""
    taken = {row.number: [reach(mark, emphasis) for mark in row.marks] for row in roomy}
    for row in roomy:
        if row.crowd:
            taken[row.number] += row.crowd.column_spans(0)
    if not arranged.shared:
        return taken
    for mark in (mark for row in rows for mark in row.marks):
        if mark.item in arranged.shared and mark.is_point and mark.is_host:
            lanes = arranged.rows(mark.item)
            for number in range(min(lanes), max(lanes) + 1):
                if number in taken:
                    taken[number].append((mark.middle - 3, mark.middle + 3))
    return taken


def _beside(mark: Span, taken: list[Span], width: float, scale: Scale) -> Span | None:
    """Where a label of that width begins and what it may take: whole, or cut where there is some room."""
    (own_left, own_right), left, right = mark, -inf, inf
    for start, end in taken:
        if start >= own_right:
            if start < right:
                right = start
        elif end > own_right:  # what overlaps this one leaves no room on its side
            right = -inf
        if end <= own_left:
            if end > left:
                left = end
        elif start < own_left:
            left = inf
    right = (scale.right if right == inf else right) - _GAP
    left = (scale.left if left == -inf else left) + _GAP
    right, left = min(right, scale.right), max(left, scale.left)
    after, before = right - mark[1] - _GAP, mark[0] - _GAP - left
    if width <= after:
        return mark[1] + _GAP, width
    if width <= before:
        return mark[0] - _GAP - width, width
    if after >= _LEAST:
        return mark[1] + _GAP, after
    if before >= _LEAST:
        return mark[0] - _GAP - before, before
    return None
