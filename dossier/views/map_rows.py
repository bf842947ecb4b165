"""How wide a region is at each height: where a name fits into it, and how much of a name lies on it."""

from functools import cached_property
from math import ceil, log2

from dossier.views.map_outline import MapOutline, Point, Ring

_ROWS, _MOST_ROWS = 64, 512
_FINE = 6.0  # of any unit: a row is no higher where a scale to that unit is given
_LINES = 8  # at which it is looked how much of a box a region takes
Stretch = tuple[float, float]


class Edges:
    """The edges of rings by their height, from which the rows of any scale are made."""

    def __init__(self, rings: tuple[Ring, ...]) -> None:
        heights, sides = [y for ring in rings for _, y in ring], [x for ring in rings for x, _ in ring]
        self.top, self.bottom = min(heights), max(heights)
        self.left, self.right = min(sides), max(sides)
        self._step = max((self.bottom - self.top) / _MOST_ROWS, 1e-9)
        self._rings = rings

    @cached_property
    def _bands(self) -> list[list[tuple[Point, Point]]]:
        bands: list[list[tuple[Point, Point]]] = [[] for _ in range(_MOST_ROWS)]
        for ring in self._rings:
            for one, other in zip(ring, (*ring[1:], ring[0]), strict=True):
                upper, lower = (one, other) if one[1] <= other[1] else (other, one)
                for band in range(self._band(upper[1]), self._band(lower[1]) + 1):
                    bands[band].append((upper, lower))
        return bands

    def inside(self, height: float) -> list[Stretch]:
        """The stretches that are inside at a height."""
        crossings = sorted(
            x + (to_x - x) * (height - y) / (to_y - y)
            for (x, y), (to_x, to_y) in self._bands[self._band(height)]
            if y <= height < to_y
        )
        return list(zip(crossings[::2], crossings[1::2], strict=True))

    def _band(self, y: float) -> int:
        return min(max(int((y - self.top) / self._step), 0), _MOST_ROWS - 1)


class RegionRows:
    """The inside of rings as stretches of equally high rows, in km of the plane, each made when asked for."""

    def __init__(self, edges: Edges, scale: float = 0.0) -> None:
        """`scale` is that of the picture in which the rows are to be fine enough."""
        self._edges, self._top, self._bottom = edges, edges.top, edges.bottom
        rows = _ROWS
        while rows < _MOST_ROWS and (self._bottom - self._top) * scale / rows > _FINE:
            rows *= 2
        self._last = rows - 1
        self._step = max((self._bottom - self._top) / rows, 1e-9)
        self._rows: list[list[Stretch] | None] = [None] * rows

    def between(self, top: float, bottom: float) -> list[Stretch]:
        """The stretches that are inside at every height between two, () where part of that is outside."""
        if top < self._top or bottom > self._bottom:
            return []
        place, last = self._row(top), self._row(bottom)
        found = self._inside(place)
        for other in range(place + 1, last + 1):
            row = self._inside(other)
            found = [(max(a, c), min(b, d)) for a, b in found for c, d in row if max(a, c) < min(b, d)]
        return found

    def at(self, y: float) -> list[Stretch]:
        """The stretches that are inside at a height."""
        row = int((y - self._top) // self._step)
        return self._inside(row) if 0 <= row <= self._last else []

    def lines(self, top: float, bottom: float) -> list[list[Stretch]]:
        """Those at a few heights between two, by which it is told how much of a box there is inside."""
        step = (bottom - top) / _LINES
        return [self.at(top + (line + 0.5) * step) for line in range(_LINES)]

    def touch(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether anything inside lies in a box."""
        edges = self._edges
        if top > edges.bottom or bottom < edges.top or left > edges.right or right < edges.left:
            return False
        rows = range(self._row(top), self._row(bottom) + 1)
        return any(start < right and end > left for row in rows for start, end in self._inside(row))

    def _inside(self, row: int) -> list[Stretch]:
        known = self._rows[row]
        if known is None:
            known = self._rows[row] = self._edges.inside(self._top + (row + 0.5) * self._step)
        return known

    def _row(self, y: float) -> int:
        return min(max(int((y - self._top) / self._step), 0), self._last)


class MapLand:
    """The insides of a country's regions; each is worked out when asked for."""

    def __init__(self, outline: MapOutline) -> None:
        self._rings = {region.code: region.rings for region in outline.regions}
        self._edges: dict[str, Edges] = {}
        self._rows: dict[tuple[str, int], RegionRows] = {}

    def region(self, code: str, scale: float) -> RegionRows:
        """The rows of a region, fine enough for a scale."""
        power = ceil(log2(scale))
        if (code, power) not in self._rows:
            if code not in self._edges:
                self._edges[code] = Edges(self._rings[code])
            self._rows[code, power] = RegionRows(self._edges[code], 2.0**power)
        return self._rows[code, power]

    def touch(self, scale: float, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether any of the country lies in a box."""
        return any(self.region(code, scale).touch(left, top, right, bottom) for code in self._rings)


def share_of(lines: list[list[Stretch]], left: float, right: float, least: float) -> float:
    """How much of what lies between two sides is inside at some heights, as a part of 1; 0 below `least`."""
    width = right - left
    spare = width * len(lines) * (1 - least)  # so much may still be found outside
    for stretches in lines:
        on = 0.0
        for start, end in stretches:
            if start < right and end > left:
                on += (end if end < right else right) - (start if start > left else left)
        spare -= width - on
        if spare < 0:
            return 0.0
    return least + spare / width / len(lines)
