"""The names beside the marks of the days above: each touches nothing, and the important come first."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from math import inf

from ui.panes.timeline.crowds import Crowd
from ui.panes.timeline.emphasis import Emphasis
from ui.panes.timeline.items import Arranged
from ui.panes.timeline.marks import CELL, Mark, reach
from ui.panes.timeline.scale import Scale

_GAP = 6.0
_LEAST = 64.0  # a name that has less room is left out
_FULL = 18  # so many marks in a row leave no room for names

Measure = Callable[[str, bool], float]


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
    marks: list[Mark],
    crowds: list[Crowd],
    emphasis: Emphasis,
    measure: Measure,
) -> list[Label]:
    """Names beside marks, the most important first: at the right, else at the left, else cut, else none."""
    number = Counter(mark.row for mark in marks)
    for crowd in crowds:
        number[crowd.row] += crowd.count()
    crowded = {row for row, many in number.items() if many > _FULL}
    taken: dict[int, list[tuple[float, float]]] = {row: [] for row in crowded}
    named = [mark for mark in marks if mark.is_host]
    if crowded:  # there is room for the strong alone
        named = [
            mark
            for mark in named
            if mark.row not in crowded or (emphasis.in_row and emphasis.rank(mark.item) in (0, 2))
        ]
        crowded -= {mark.row for mark in named}
    for mark in marks:
        if mark.row not in crowded:
            taken.setdefault(mark.row, []).append(reach(mark, emphasis))
        if mark.item in arranged.shared and mark.is_point and mark.is_host:
            rows = arranged.rows(mark.item)
            for row in range(min(rows), max(rows) + 1):
                taken.setdefault(row, []).append((mark.middle - 3, mark.middle + 3))
    for crowd in crowds:
        if crowd.row not in crowded:
            spans = [(column.x - CELL / 2, column.x + CELL / 2) for column in crowd.columns]
            taken.setdefault(crowd.row, []).extend(spans)
    found: list[Label] = []
    if emphasis.in_row:
        named.sort(key=lambda mark: emphasis.rank(mark.item))
    for mark in named:
        strong = bool(emphasis.in_row) and emphasis.rank(mark.item) in (0, 2)
        if len(taken[mark.row]) > _FULL and not strong:
            continue
        more = f"+{len(mark.members) - 1}" if len(mark.members) > 1 else ""
        text = arranged.items[mark.item].name
        width = measure(text, strong) + (measure(more, False) + _GAP if more else 0)
        where = _beside(reach(mark, emphasis), taken[mark.row], width, scale)
        if where:
            found.append(Label(mark, text, more, strong, *where))
            taken[mark.row].append((where[0], where[0] + where[1]))
    return found


def _beside(
    mark: tuple[float, float], taken: list[tuple[float, float]], width: float, scale: Scale
) -> tuple[float, float] | None:
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
