"""Where the nodes of a picture lie: a spring layout of rustworkx, then apart until no label touches another.

It knows nothing of Qt and runs beside the window; the library is imported with the first picture. The same
nodes in the same room lie the same, and what was placed before stays where it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ui.panes.connections.picture import MOST, Picture

_GAP_X, _GAP_Y = 12.0, 10.0
_SEED = 11
_ROUNDS = 300
_FILL = 0.6
"""The share of the room that labels may take."""

Point = tuple[float, float]
Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Placed:
    """The middle of each node that found room, and how many did not."""

    room: Size
    places: Mapping[int, Point]
    left_out: int


def place(picture: Picture, sizes: Mapping[int, Size], room: Size, before: Mapping[int, Point]) -> Placed:
    """Place as many nodes as the room can hold, those placed before where they were."""
    chosen = _fitting(picture, sizes, room, before)
    places = _spring(picture.cut(frozenset(chosen)), chosen, sizes, room, before)
    still = {pk for pk in chosen if pk in before} or _pinned(picture, chosen, sizes, room).keys()
    kept = _Boxes(chosen, places, sizes, room, frozenset(still)).apart()
    return Placed(room, kept, len(picture.nodes) - len(kept))


def _fitting(
    picture: Picture, sizes: Mapping[int, Size], room: Size, before: Mapping[int, Point]
) -> list[int]:
    """The nodes that there is room for: the closest first."""
    free = room[0] * room[1] * _FILL
    chosen: list[int] = []
    for node in picture.nodes[:MOST]:
        width, height = sizes[node.pk]
        free -= (width + _GAP_X) * (height + _GAP_Y)
        if (free < 0 and len(chosen) > 1 and node.pk not in (*before, picture.end)) or width > room[0]:
            continue
        chosen.append(node.pk)
    return chosen


def _spring(
    picture: Picture,
    chosen: Sequence[int],
    sizes: Mapping[int, Size],
    room: Size,
    before: Mapping[int, Point],
) -> dict[int, Point]:
    from rustworkx import PyGraph, spring_layout

    graph: PyGraph[int, float] = PyGraph()
    index = dict(zip(chosen, graph.add_nodes_from(list(chosen)), strict=True))
    hanging = [(node.near, node.pk) for node in picture.nodes if node.near in index]
    pairs = {
        (min(pair), max(pair)) for pair in [*hanging, *((edge.one, edge.other) for edge in picture.edges)]
    }
    graph.add_edges_from([(index[one], index[other], 1.0) for one, other in sorted(pairs)])
    middle = (room[0] / 2, room[1] / 2)
    fixed = {pk: before[pk] for pk in chosen if pk in before} or _pinned(picture, chosen, sizes, room)
    found = spring_layout(
        graph,
        pos={index[pk]: _inward(at, room) for pk, at in fixed.items()},
        fixed={index[pk] for pk in fixed},
        num_iter=200,
        seed=_SEED,
    )
    spread = {pk: (found[index[pk]][0], found[index[pk]][1]) for pk in chosen if pk not in fixed}
    reach = max((max(abs(x), abs(y)) for x, y in spread.values()), default=1.0) or 1.0
    scale = min(1.0, 1.0 / reach) if len(fixed) > 1 else 1.0 / reach
    return {
        **fixed,
        **{pk: (middle[0] * (1 + x * scale), middle[1] * (1 + y * scale)) for pk, (x, y) in spread.items()},
    }


def _pinned(
    picture: Picture, chosen: Sequence[int], sizes: Mapping[int, Size], room: Size
) -> dict[int, Point]:
    """What a new picture begins with: the first node in the middle, or the ends of a path at its sides."""
    first, end = chosen[0], picture.end
    if end not in chosen or end is None:
        return {first: (room[0] / 2, room[1] / 2)}
    left, right = sizes[first][0] / 2 + _GAP_X, room[0] - sizes[end][0] / 2 - _GAP_X
    return {first: (left, room[1] / 2), end: (max(right, left), room[1] / 2)}


def _inward(at: Point, room: Size) -> Point:
    """A place in the room as the layout counts: from -1 to 1."""
    return at[0] / (room[0] / 2) - 1, at[1] / (room[1] / 2) - 1


class _Boxes:
    """Nodes with the room their labels take, pushed apart; what is fixed pushes and is not pushed."""

    def __init__(
        self,
        order: Sequence[int],
        places: Mapping[int, Point],
        sizes: Mapping[int, Size],
        room: Size,
        fixed: frozenset[int],
    ) -> None:
        self._order = list(order)
        self._at = {pk: list(places[pk]) for pk in order}
        self._half = {pk: ((sizes[pk][0] + _GAP_X) / 2, (sizes[pk][1] + _GAP_Y) / 2) for pk in order}
        self._room = room
        self._fixed = fixed

    def apart(self) -> dict[int, Point]:
        """The places once nothing overlaps; what is least close goes where that can't be had."""
        while True:
            for _ in range(_ROUNDS):
                if not self._push():
                    break
            lapping = [pk for pk in self._order if pk not in self._fixed and self._overlaps(pk)]
            if not lapping:
                return {pk: (self._at[pk][0], self._at[pk][1]) for pk in self._order}
            self._order.remove(lapping[-1])

    def _push(self) -> bool:
        """One round: every pair that overlaps moves apart by half of that; says if any did."""
        moved = False
        for pk in self._order:
            self._hold(pk)
        for place, one in enumerate(self._order):
            for other in self._order[:place]:
                x, y = self._lap(one, other)
                if x <= 0.01 or y <= 0.01:
                    continue
                moved = True
                axis = 0 if x / self._room[0] <= y / self._room[1] else 1
                self._part(one, other, axis, (x, y)[axis])
        return moved

    def _part(self, one: int, other: int, axis: int, by: float) -> None:
        ahead = 1 if self._at[one][axis] >= self._at[other][axis] else -1
        share = 1.0 if other in self._fixed else 0.5
        if one not in self._fixed:
            self._at[one][axis] += ahead * by * share
        if other not in self._fixed:
            self._at[other][axis] -= ahead * by * (1.0 if one in self._fixed else 0.5)
        for pk in (one, other):
            self._hold(pk)

    def _hold(self, pk: int) -> None:
        """Keep a node within the room."""
        if pk not in self._fixed:
            for axis in (0, 1):
                half = self._half[pk][axis]
                most = max(self._room[axis] - half, half)
                self._at[pk][axis] = min(max(self._at[pk][axis], half), most)

    def _lap(self, one: int, other: int) -> Point:
        return (
            self._half[one][0] + self._half[other][0] - abs(self._at[one][0] - self._at[other][0]),
            self._half[one][1] + self._half[other][1] - abs(self._at[one][1] - self._at[other][1]),
        )

    def _overlaps(self, pk: int) -> bool:
        return any(min(self._lap(pk, other)) > _GAP_Y / 2 for other in self._order if other != pk)
