"""Lays out the overview of years: long stretches in rows with their names, and cells for what is short."""

from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import chain
from math import inf

from ui.panes.timeline.emphasis import Emphasis
from ui.panes.timeline.items import SHORT, Arranged, Span
from ui.panes.timeline.labels import Measure
from ui.panes.timeline.scale import Scale

CELL = 3.0  # pixels
_ROWS = 3
_MOST = 200  # stretches looked at for a place: more than that fill the rows anyway
_GAP = 8.0
_APART = 4.0  # pixels, at least, between what lies in one row
_LEAST_LENS, _NARROW_LENS = 8.0, 48.0
_CUT, _LEAST_LABEL = 12, 64.0  # names may be cut of so many, to no less
_SPARED = 6.0  # pixels the lens moves before words make room for it anew

Way = tuple[float, float, int]  # of a label: from which pixel to which, in which row


@dataclass(frozen=True, slots=True)
class Stretch:
    """A long item's place. `label` is "" where it has no room; `below` says that it stands under its bar.

    It takes `label_width`, which is less than it is wide where it is cut.
    """

    item: int
    row: int
    x0: float
    x1: float
    label: str = ""
    label_x: float = 0.0
    label_width: float = 0.0
    below: bool = False


@dataclass(frozen=True, slots=True)
class Cells:
    """The left edges of narrow cells: those that hold anything short, something related, what was chosen."""

    all: Collection[float]
    related: Collection[float]
    selected: Collection[float]


def lens(overview: Scale, days: Scale) -> Span:
    """From which pixel to which the days shown lie, wide enough to be taken hold of."""
    left, right = overview.x(days.start), overview.x(days.end)
    middle, half = (left + right) / 2, max(right - left, _LEAST_LENS) / 2
    return middle - half, middle + half


def narrow_lens(glass: Span) -> Span | None:
    """A lens that words make room for, to the next few pixels: they stand over a wide one."""
    left, right = glass
    if right - left >= _NARROW_LENS:
        return None
    return left // _SPARED * _SPARED, (right // _SPARED + 1) * _SPARED


def stretches(
    arranged: Arranged, scale: Scale, glass: Span | None, emphasis: Emphasis, measure: Measure
) -> list[Stretch]:
    """The long items in rows, the important and the longest first; what finds no row is left out.

    No label touches a bar, another label, the line of today or the narrow lens; those of the first few are
    rather cut than left out.
    """
    today = scale.x(arranged.today)
    spared = [(today - 1, today + 2), *([glass] if glass else [])]
    taken: list[list[Span]] = [[] for _ in range(_ROWS)]
    placed: list[Stretch] = []
    for turn, position in enumerate(_by_importance(arranged, emphasis)):
        x0, x1 = scale.x(arranged.starts[position]), scale.x(arranged.ends[position])
        x1 = max(x1, x0 + CELL)
        tries = [Stretch(position, row, x0, x1) for row in range(_ROWS) if _is_free(taken[row], (x0, x1))]
        if not tries:
            continue
        item = arranged.items[position]
        text = f"{item.name}, {item.when}" if item.when else item.name
        width = measure(text, emphasis.rank(position) in (0, 2))
        room = [[*row, *spared] for row in taken]
        ways = [(stretch, way) for stretch in tries for way in _ways(stretch, scale, glass, width)]
        cut = _cut(ways, scale, spared) if turn < _CUT else ()
        stretch = next(
            (
                replace(
                    stretch, label=text, label_x=x, label_width=min(end - x, width), below=row > stretch.row
                )
                for stretch, (x, end, row) in chain(ways, cut)
                if row < _ROWS and scale.left <= x and end <= scale.right and _is_free(room[row], (x, end))
            ),
            tries[0],
        )
        placed.append(stretch)
        taken[stretch.row].append((x0, x1))
        if stretch.label:
            span = stretch.label_x, stretch.label_x + stretch.label_width
            taken[stretch.row + stretch.below].append(span)
    return placed


def _named(stretch: Stretch, text: str, width: float, way: Way) -> Stretch:
    x, end, row = way
    taken = min(end - x, width)
    return replace(stretch, label=text, label_x=x, label_width=taken, below=row > stretch.row)


def _ways(stretch: Stretch, scale: Scale, glass: Span | None, width: float) -> list[Way]:
    """Its label at the right, the left, or under the bar; or left of a lens in the way."""
    right, left = stretch.x1 + _GAP, stretch.x0 - _GAP
    found = [(right, right + width, stretch.row), (left - width, left, stretch.row)]
    if width <= stretch.x1 - stretch.x0:
        found.append((stretch.x0, stretch.x0 + width, stretch.row + 1))
    if glass and glass[0] < stretch.x0 < glass[1] + 3 * _GAP:
        found.append((glass[0] - _GAP - width, glass[0] - _GAP, stretch.row))
    return found


def _cut(ways: list[tuple[Stretch, Way]], scale: Scale, spared: list[Span]) -> list[tuple[Stretch, Way]]:
    """Where a part of a label that can be read touches nothing that is spared; the longest first."""
    below = [(each, (each.x0, each.x1, each.row + 1)) for each in dict.fromkeys(each for each, _ in ways)]
    found: list[tuple[Stretch, Way]] = []
    for stretch, (left, right, row) in [*ways, *below]:
        parts = [(max(left, scale.left), min(right, scale.right))]
        for start, stop in spared:
            around = (-inf, start - _APART), (stop + _APART, inf)
            parts = [(max(x, first), min(end, last)) for x, end in parts for first, last in around]
        found += [(stretch, (x, end, row)) for x, end in parts if end - x >= _LEAST_LABEL]
    return sorted(found, key=lambda part: part[1][0] - part[1][1])


def _by_importance(arranged: Arranged, emphasis: Emphasis) -> list[int]:
    """What is given a place: the longest, and the user's own, which come first, before what is related."""
    longest = arranged.long[:_MOST]
    if not emphasis.in_row:
        return longest
    known = set(longest)
    own = [place for place in emphasis.own if place not in known and arranged.lengths[place] > SHORT]
    return sorted([*own, *longest], key=emphasis.rank)


def cells(arranged: Arranged, scale: Scale, emphasis: Emphasis) -> Cells:
    """The cells in which short items start."""
    found: list[float] = []
    x = scale.left // CELL * CELL
    while x < scale.right:
        first, last = (bisect_left(arranged.short_starts, scale.day(edge)) for edge in (x, x + CELL))
        if last > first:
            found.append(x)
        x += CELL
    selected = () if emphasis.selected is None else (emphasis.selected,)
    related, own = (
        {scale.x(arranged.starts[place]) // CELL * CELL for place in places}
        for places in (emphasis.related, selected)
    )
    return Cells(found, related, own)


def _is_free(taken: list[Span], span: Span) -> bool:
    left, right = span[0] - _APART, span[1] + _APART
    for start, end in taken:  # noqa: SIM110 - asked thousands of times in a frame
        if start < right and left < end:
            return False
    return True
