"""How wide a region is at each height: where a name fits into it, and how much of a name lies on it."""

from math import ceil, log2

from dossier.views.map_outline import MapOutline, Ring

_ROWS, _MOST_ROWS = 64, 512
_FINE = 6.0  # of any unit: a row is no higher where a scale to that unit is given
_LINES = 8  # at which it is looked how much of a box a region takes
Stretch = tuple[float, float]


class RegionRows:
    """The inside of rings as stretches of equally high rows, in km of the plane."""

    def __init__(self, rings: tuple[Ring, ...], scale: float = 0.0) -> None:
        """`scale` is that of the picture in which the rows are to be fine enough."""
        heights = [y for ring in rings for _, y in ring]
        self._top, self._bottom = min(heights), max(heights)
        rows = _ROWS
        while rows < _MOST_ROWS and (self._bottom - self._top) * scale / rows > _FINE:
            rows *= 2
        self._last = rows - 1
        self._step = max((self._bottom - self._top) / rows, 1e-9)
        crossings: list[list[float]] = [[] for _ in range(rows)]
        for ring in rings:
            for (x, y), (to_x, to_y) in zip(ring, (*ring[1:], ring[0]), strict=True):
                if y > to_y:
                    x, y, to_x, to_y = to_x, to_y, x, y
                for row in range(self._row(y), self._row(to_y) + 1):
                    middle = self._top + (row + 0.5) * self._step
                    if y <= middle < to_y:
                        crossings[row].append(x + (to_x - x) * (middle - y) / (to_y - y))
        self._rows = [_pairs(sorted(row)) for row in crossings]

    def between(self, top: float, bottom: float) -> list[Stretch]:
        """The stretches that are inside at every height between two, () where part of that is outside."""
        if top < self._top or bottom > self._bottom:
            return []
        first, *others = self._rows[self._row(top) : self._row(bottom) + 1]
        for row in others:
            first = [(max(a, c), min(b, d)) for a, b in first for c, d in row if max(a, c) < min(b, d)]
        return first

    def at(self, y: float) -> list[Stretch]:
        """The stretches that are inside at a height."""
        row = int((y - self._top) // self._step)
        return self._rows[row] if 0 <= row <= self._last else []

    def touch(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether anything inside lies in a box."""
        if top > self._bottom or bottom < self._top:
            return False
        rows = self._rows[self._row(top) : self._row(bottom) + 1]
        return any(start < right and end > left for row in rows for start, end in row)

    def share(self, left: float, top: float, right: float, bottom: float) -> float:
        """How much of a box is inside, as a part of 1: looked at in a few lines across."""
        step, on = (bottom - top) / _LINES, 0.0
        for line in range(_LINES):
            for start, end in self.at(top + (line + 0.5) * step):
                on += max(min(end, right) - max(start, left), 0.0)
        return on / (right - left) / _LINES

    def _row(self, y: float) -> int:
        return min(max(int((y - self._top) / self._step), 0), self._last)


class MapLand:
    """The insides of a country's regions, and of all of them together; each is worked out when asked for."""

    def __init__(self, outline: MapOutline) -> None:
        self._rings = {region.code: region.rings for region in outline.regions}
        self._rings[""] = tuple(ring for rings in self._rings.values() for ring in rings)
        self._rows: dict[tuple[str, int], RegionRows] = {}

    def region(self, code: str, scale: float) -> RegionRows:
        """The rows of a region, fine enough for a scale."""
        power = ceil(log2(scale))
        if (code, power) not in self._rows:
            self._rows[code, power] = RegionRows(self._rings[code], 2.0**power)
        return self._rows[code, power]

    def country(self, scale: float) -> RegionRows:
        return self.region("", scale / 4)  # it has many edges, and need not be as fine


def _pairs(values: list[float]) -> list[Stretch]:
    return list(zip(values[::2], values[1::2], strict=True))
