"""Marks of what is looked at one by one: points that lie near gather in one, bars share a row's height."""

from collections.abc import Iterator

from ui.panes.timeline.emphasis import Emphasis
from ui.panes.timeline.items import Arranged
from ui.panes.timeline.marks import CELL, Mark
from ui.panes.timeline.scale import Scale

_MOST_LANES = 3  # bars above each other in a row
_KINDS = ("event", "statement", "source")


def gathered(arranged: Arranged, scale: Scale, row: int, found: list[int], emphasis: Emphasis) -> list[Mark]:
    """The marks of items of a row: bars for what is wide enough, points for the rest."""
    points: list[tuple[float, int]] = []
    bars: list[Mark] = []
    starts, ends, lengths, x = arranged.starts, arranged.ends, arranged.lengths, scale.x
    for place in found:
        x0, x1 = x(starts[place]), x(ends[place])
        if x1 - x0 < CELL or lengths[place] <= 1:
            points.append(((x0 + x1) / 2, place))
        else:
            is_host = arranged.host[place] == row
            bars.append(Mark(place, row, x0, x1, False, is_host, [place]))
    return _share_height(bars, emphasis) + list(_clusters(arranged, row, _spread(scale, points), emphasis))


def _spread(scale: Scale, points: list[tuple[float, int]]) -> list[tuple[float, int]]:
    """Points of one day stand side by side within it, where the day is wide enough."""
    points.sort()
    if len({x for x, _ in points}) == len(points):
        return points
    same: dict[float, list[int]] = {}
    for x, place in points:
        same.setdefault(x, []).append(place)
    spread: list[tuple[float, int]] = []
    for x, places in same.items():
        pitch = min(scale.per_day / len(places), CELL * 2)
        if pitch < CELL:
            pitch = 0.0
        first = x - pitch * (len(places) - 1) / 2
        spread += [(first + pitch * turn, place) for turn, place in enumerate(places)]
    return sorted(spread)


def _clusters(
    arranged: Arranged, row: int, points: list[tuple[float, int]], emphasis: Emphasis
) -> Iterator[Mark]:
    """Points nearer than a cell as one mark, standing for the one that matters most."""
    groups: list[list[tuple[float, int]]] = []
    for point in points:
        if groups and point[0] - groups[-1][-1][0] < CELL - 2 and point[0] - groups[-1][0][0] < CELL * 2:
            groups[-1].append(point)
        else:
            groups.append([point])

    def importance(point: tuple[float, int]) -> tuple[int, bool, int, float]:
        item = arranged.items[point[1]]
        kind = _KINDS.index(item.kind) if item.kind in _KINDS else len(_KINDS)
        return emphasis.rank(point[1]), arranged.host[point[1]] != row, kind, point[0]

    for group in groups:
        x, place = min(group, key=importance) if len(group) > 1 else group[0]
        members = [place, *(other for _, other in group if other != place)]
        is_host = arranged.host[place] == row
        yield Mark(place, row, x - CELL / 2, x + CELL / 2, True, is_host, members)


def _share_height(bars: list[Mark], emphasis: Emphasis) -> list[Mark]:
    """Bars that overlap in time lie above each other; too many become one, but for those to be seen."""
    shared: list[Mark] = []
    together: list[Mark] = []
    reach = 0.0
    for bar in bars:
        if together and bar.x0 >= reach:
            shared += _settled(together, emphasis)
            together = []
        reach = max(reach, bar.x1) if together else bar.x1
        together.append(bar)
    return shared + _settled(together, emphasis)


def _settled(together: list[Mark], emphasis: Emphasis) -> list[Mark]:
    ends: list[float] = []
    for bar in together:
        bar.lane = next((lane for lane, end in enumerate(ends) if end <= bar.x0), len(ends))
        ends[bar.lane : bar.lane + 1] = [bar.x1]
        if len(ends) > _MOST_LANES:
            return _busy(together, emphasis)
    for bar in together:
        bar.lanes = len(ends)
    return together


def _busy(together: list[Mark], emphasis: Emphasis) -> list[Mark]:
    own = [bar for bar in together if emphasis.rank(bar.item) < 3]
    if len(own) > _MOST_LANES:
        own = [bar for bar in own if emphasis.rank(bar.item) < 2]
    for bar in own:
        bar.lane, bar.lanes = 0, 1
    first = together[0]
    members = [bar.item for bar in together]
    x1 = max(bar.x1 for bar in together)
    return [Mark(first.item, first.row, first.x0, x1, False, False, members, is_busy=True), *own]
