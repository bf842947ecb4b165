"""Which names stand on the map, and where: within the outline where that is possible, touching no other."""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from dossier.views.map_lines import in_lines
from ui.panes.map_view import MapView, Region
from ui.panes.pane import Marks
from ui.style import Theme

if TYPE_CHECKING:
    from dossier.language import Wording

DOT, LINE = 3.5, 16.0
DOT_ROOM = 2 * DOT + 5
_AIR = 2.0  # between a name and the outline
_SHIFTS = (0, -8, 8, -16, 16, -24, 24, -32, 32, -48, 48)
_LEAST = tuple(map(abs, _SHIFTS))  # what a name costs there at least
_CORNERS = 5  # around a city's dot
_OVERLAP_COST, _LINE_COST, _HYPHEN_COST, _SMALL_COST = 8.0, 6.0, 24.0, 16.0
_ELSEWHERE = 1e6  # of a box at a height at which nothing of the region lies, where it would name another

Place = tuple[float, QRectF]
"""Where a name may stand, with what that costs."""


@dataclass(frozen=True, slots=True)
class Name:
    """A region's name, in lines, in its box; `dotted` has the dot of an initiative before it."""

    region: Region
    lines: tuple[str, ...]
    box: QRectF
    font: QFont
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class _Written:
    """A name in lines and a size, and what these cost."""

    lines: tuple[str, ...]
    font: QFont
    size: QSizeF
    cost: float


class MapNames:
    """Places names, in one theme and language."""

    def __init__(self, theme: Theme, wording: "Wording", marks: Marks) -> None:
        self._wording = wording
        self._marks = marks
        self._fonts = {
            strong: (theme.font("second", bold=strong), theme.font("axis", bold=strong))
            for strong in (False, True)
        }
        self._ways_of: dict[tuple[str, int, bool, bool], tuple[_Written, ...]] = {}

    def state(self, region: Region) -> str:
        if self._marks.is_selected(region.pk):
            return "selection"
        return "related" if region.pk in self._marks.related else ""

    def names(self, view: MapView) -> list[Name]:
        """Of what is marked, and what has something; one that would touch another is left to hovering."""
        order = ("selection", "related", "")
        named = [
            region
            for region in view.regions
            if (region.has_something or self.state(region)) and view.is_in_sight(region)
        ]
        ranked = sorted(
            named,
            key=lambda region: (
                order.index(self.state(region)), not view.number(region), region.shape.is_city,
            ),
        )  # fmt: skip
        dots = (view.point(region) for region in ranked if region.shape.is_city)
        taken = [QRectF(dot.x() - DOT, dot.y() - DOT, 2 * DOT, 2 * DOT) for dot in dots]
        taken.append(view.covered)
        names: list[Name] = []
        for region in ranked:
            name = self._placed(view, region, taken)
            if name:
                names.append(name)
                taken.append(name.box)
        return names

    def hover_name(self, view: MapView, region: Region) -> Name | None:
        """The name wherever it lies best in sight, since it stands above everything."""
        return self._placed(view, region, []) if region.row and view.is_in_sight(region) else None

    def _placed(self, view: MapView, region: Region, taken: list[QRectF]) -> Name | None:
        in_sight = (name for name in self._ways(view, region) if view.area.contains(name.box))
        return next((name for name in in_sight if not any(name.box.intersects(box) for box in taken)), None)

    def _ways(self, view: MapView, region: Region) -> Iterator[Name]:
        """Ways to write a name, the best first; each is worked out only when it may be the next."""
        assert region.row
        dotted = not (view.shading.by or region.shape.is_city or self.state(region))
        dotted = dotted and region.row.initiatives > 0
        whole = view.box(region)
        seen = whole & view.area
        order = count()
        waiting: list[tuple[float, int, _Written, int, QRectF | None]] = [
            (written.cost, next(order), written, 0, None)
            for written in self._written(view, region, dotted)
            if seen == whole or (written.size.width() <= seen.width() and seen.height() >= LINE)
        ]
        heapify(waiting)
        least = range(_CORNERS) if region.shape.is_city else _LEAST
        while waiting:
            _, _, written, place, box = heappop(waiting)
            if box is not None:
                yield Name(region, written.lines, box, written.font, dotted)
                continue
            cost, box = self._box(view, region, written.size, place, dotted)
            if cost < _ELSEWHERE or not place:
                heappush(waiting, (written.cost + cost, next(order), written, place, box))
            if place + 1 < len(least):
                heappush(waiting, (written.cost + least[place + 1], next(order), written, place + 1, None))

    def _written(self, view: MapView, region: Region, dotted: bool) -> tuple[_Written, ...]:
        """The name with what is counted, in the ways it can be written; each is measured once."""
        number = view.number(region)
        key = view.label(region), number, bool(self.state(region)), dotted
        if key not in self._ways_of:
            counted = self._wording.number(number) if number else ""
            self._ways_of[key] = tuple(_measured(key[0], counted, self._fonts[key[2]], DOT_ROOM * dotted))
        return self._ways_of[key]

    def _box(self, view: MapView, region: Region, size: QSizeF, place: int, dotted: bool) -> Place:
        """The box of a name of that size at one of the places where it may stand."""
        at = view.point(region)
        if region.shape.is_city:
            return float(place), _beside(at, size)[place]
        at = view.nearest_in_sight(at, size)
        return self._box_in(view, region, at + QPointF(0, _SHIFTS[place]), at, size, dotted)

    def _box_in(
        self, view: MapView, region: Region, at: QPointF, middle: QPointF, size: QSizeF, dotted: bool
    ) -> Place:
        """The box around a height that lies inside as far as it can, near the region's middle; a dot does.

        Inside is what of the region is in sight.
        """
        width, height = size.width(), size.height()
        scale, origin, area = view.scale, view.transform.map(QPointF(0, 0)), view.area
        edges = ((at.y() + end * (height / 2 - 2) - origin.y()) / scale for end in (-1, 1))
        best = (_ELSEWHERE, QRectF(middle.x() - width / 2, at.y() - height / 2, width, height))
        for start, end in view.rows(region).between(*edges):
            left = max(origin.x() + start * scale, area.left()) + _AIR
            right = min(origin.x() + end * scale, area.right()) - _AIR
            over = max(width - (right - left), 0.0)
            x = min(max(middle.x(), left + width / 2), max(right - width / 2, left + width / 2))
            if over and not dotted:
                x = (left + right) / 2
            cost = over * _OVERLAP_COST + abs(x - middle.x()) * 0.7 + abs(at.y() - middle.y())
            if cost < best[0]:
                best = (cost, QRectF(x - width / 2, at.y() - height / 2, width, height))
        return best


def _beside(dot: QPointF, size: QSizeF) -> tuple[QRectF, ...]:
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


def _measured(label: str, counted: str, fonts: tuple[QFont, QFont], room: float) -> Iterator[_Written]:
    ways = [*in_lines(f"{label}\xa0{counted}"), (label, counted)] if counted else in_lines(label)
    for font, extra in zip(fonts, (0.0, _SMALL_COST), strict=True):
        metrics = QFontMetricsF(font)
        for lines in ways:
            width = max(metrics.horizontalAdvance(line) for line in lines) + room
            cost = extra + _LINE_COST * len(lines) + _HYPHEN_COST * lines[0].endswith("-")
            yield _Written(lines, font, QSizeF(width, LINE * len(lines)), cost)
