"""How wide a region is at each height: where a name fits into it without crossing its outline."""

from dossier.views.map_outline import RegionShape

_ROWS = 64
Stretch = tuple[float, float]


class RegionRows:
    """The inside of a region as stretches of equally high rows, in km of the plane."""

    def __init__(self, shape: RegionShape) -> None:
        heights = [y for ring in shape.rings for _, y in ring]
        self._top = min(heights)
        self._step = max((max(heights) - self._top) / _ROWS, 1e-9)
        crossings: list[list[float]] = [[] for _ in range(_ROWS)]
        for ring in shape.rings:
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
        if top < self._top or bottom > self._top + _ROWS * self._step:
            return []
        first, *others = self._rows[self._row(top) : self._row(bottom) + 1]
        for row in others:
            first = [(max(a, c), min(b, d)) for a, b in first for c, d in row if max(a, c) < min(b, d)]
        return first

    def _row(self, y: float) -> int:
        return min(max(int((y - self._top) / self._step), 0), _ROWS - 1)


def _pairs(values: list[float]) -> list[Stretch]:
    return list(zip(values[::2], values[1::2], strict=True))
