"""Where a name may stand on the map: on its own region's land, beside the country, or at a city's dot.

All is in pixels of the whole map at one scale, so that moving the map changes none of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import count

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont

from dossier.views.map_rows import MapLand, Stretch, share_of
from ui.panes.map_view import Region

DOT, LINE = 3.5, 16.0
_AIR = 2.0  # between a name and the outline
_SHIFTS = (0, -8, 8, -16, 16, -24, 24, -32, 32, -48, 48)
_LEAST = tuple(map(abs, _SHIFTS))  # what a name costs there at least
_CORNERS = 5  # around a city's dot
_AWAY = 4.0  # between a region and a name beside it
_BESIDE = (0, -16, 16)  # heights at which a name beside the country is tried
_MOSTLY = 0.65  # of a name has to lie on its own region
_OVERLAP_COST = 8.0
_NOWHERE = 1e6  # the cost of a height at which nothing of the region lies


@dataclass(frozen=True, slots=True)
class Written:
    """A name in lines and a size, and what these cost; `whole` is False for the number alone."""

    lines: tuple[str, ...]
    font: QFont
    size: QSizeF
    cost: float
    whole: bool = True


Place = tuple[Written, QRectF]


class Places:
    """The places for the names of one region at one scale; a `dotted` name has a dot in it.

    `area` is what is to be in sight, None for all of the map.
    """

    def __init__(
        self, land: MapLand, region: Region, scale: float, *, dotted: bool, area: QRectF | None = None
    ) -> None:
        self._land = land
        self._rows = land.region(region.shape.code, scale)
        self._region = region
        self._scale = scale
        self._dotted = dotted
        self._area = area
        self._at = QPointF(*region.shape.label) * scale
        self._lines: dict[tuple[float, float], list[list[Stretch]]] = {}
        self._inside: dict[tuple[float, int], tuple[float, list[Stretch]]] = {}

    def on_it(self, names: tuple[Written, ...]) -> Iterator[Place]:
        """Those that say which region they are of, the best first."""
        if self._region.shape.is_city:
            yield from self.anywhere(names)
            return
        box = self._region.path.controlPointRect()
        room = QRectF(box.topLeft() * self._scale, box.size() * self._scale)
        room = room if self._area is None else room & self._area
        small = tuple(written for written in names if _may_lie_in(room, written.size))
        yield from ((written, box) for written, box in self.anywhere(small) if self._is_told(box))

    def anywhere(self, names: tuple[Written, ...]) -> Iterator[Place]:
        """All, the best first; each is worked out only when it may be next."""
        is_city, order = self._region.shape.is_city, count()
        waiting: list[tuple[float, int, Written, int, QRectF | None]] = [
            (written.cost, next(order), written, 0, None) for written in names
        ]
        heapify(waiting)
        least = range(_CORNERS) if is_city else _LEAST
        while waiting:
            _, _, written, place, box = heappop(waiting)
            if box is not None:
                yield written, box
                continue
            if is_city:
                cost, box = float(place), _corners(self._at, written.size)[place]
            else:
                cost, box = self._at_height(_SHIFTS[place], written.size)
            if cost < _NOWHERE or not place:
                heappush(waiting, (written.cost + cost, next(order), written, place, box))
            if place + 1 < len(least):
                heappush(waiting, (written.cost + least[place + 1], next(order), written, place + 1, None))

    def beside(self, names: tuple[Written, ...]) -> Iterator[Place]:
        """Those right and left of the region where no land of the country is."""
        for written in names:
            width, height = written.size.width(), written.size.height()
            for y in (self._at.y() + shift for shift in _BESIDE):
                stretches = self._rows.at(y / self._scale)
                if not stretches:
                    continue
                right = stretches[-1][1] * self._scale + _AWAY
                left = stretches[0][0] * self._scale - _AWAY - width
                for box in (QRectF(x, y - height / 2, width, height) for x in (right, left)):
                    if not self._land.touch(self._scale, *self._in_km(box)):
                        yield written, box

    def _is_told(self, box: QRectF) -> bool:
        """Whether a box lies mostly on the region, and its middle does."""
        left, top, right, bottom = self._in_km(box)
        heights = top, bottom
        if heights not in self._lines:
            self._lines[heights] = self._rows.lines(top, bottom)
        if share_of(self._lines[heights], left, right, _MOSTLY) < _MOSTLY:
            return False
        return self._region.path.contains(box.center() / self._scale)

    def _in_km(self, box: QRectF) -> tuple[float, float, float, float]:
        scale = self._scale
        return box.left() / scale, box.top() / scale, box.right() / scale, box.bottom() / scale

    def _at_height(self, shift: int, size: QSizeF) -> tuple[float, QRectF]:
        """The box around a height that lies inside as far as it can, near the region's middle; a dot does."""
        width, height = size.width(), size.height()
        y, stretches = self._stretches(height, shift)
        middle = self._at.x()
        if self._area is not None:
            middle = _within(middle, self._area.left() + width / 2, self._area.right() - width / 2)
        best = (_NOWHERE, middle)
        for left, right in stretches:
            over = max(width - (right - left), 0.0)
            x = _within(middle, left + width / 2, right - width / 2)
            if over and not self._dotted:
                x = (left + right) / 2
            cost = over * _OVERLAP_COST + abs(x - middle) * 0.7 + abs(shift)
            if cost < best[0]:
                best = (cost, x)
        return best[0], QRectF(best[1] - width / 2, y - height / 2, width, height)

    def _stretches(self, height: float, shift: int) -> tuple[float, list[Stretch]]:
        """The middle of a box that high, and what is inside at all its heights and in the area."""
        if (height, shift) not in self._inside:
            y, area, scale = self._at.y(), self._area, self._scale
            if area is not None:
                y = _within(y, area.top() + height / 2, area.bottom() - height / 2)
            y += shift
            ends = ((y + way * (height / 2 - 2)) / scale for way in (-1, 1))
            inside = [(one * scale + _AIR, other * scale - _AIR) for one, other in self._rows.between(*ends)]
            if area is not None:
                left, right = area.left() + _AIR, area.right() - _AIR
                inside = [(max(one, left), min(other, right)) for one, other in inside]
            self._inside[height, shift] = y, inside
        return self._inside[height, shift]


def _within(value: float, least: float, most: float) -> float:
    """The value nearest to one that is not less nor more; of the two the least counts first."""
    return max(min(value, most), least)


def _may_lie_in(room: QRectF, size: QSizeF) -> bool:
    """Whether enough of a name of that size has room in what there is of a region."""
    on = min(size.width(), room.width()) * min(size.height(), room.height())
    return on >= _MOSTLY * size.width() * size.height()


def _corners(dot: QPointF, size: QSizeF) -> tuple[QRectF, ...]:
    """Where the name of a city may stand, the best place first."""
    away, width, height = DOT + 7, size.width(), size.height()
    corners = (
        (dot.x() + away, dot.y() - height / 2),
        (dot.x() - away - width, dot.y() - height / 2 + 8),
        (dot.x() - away - width, dot.y() - height / 2),
        (dot.x() - width / 2, dot.y() + away),
        (dot.x() - width / 2, dot.y() - away - height),
    )
    return tuple(QRectF(x, y, width, height) for x, y in corners)
