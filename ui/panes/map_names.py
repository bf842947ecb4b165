"""Which names stand on the map, and where: within the outline where that is possible, touching no other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from heapq import heapify, heappop, heappush
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
_OVERLAP_COST, _LINE_COST, _HYPHEN_COST, _SMALL_COST = 8.0, 6.0, 24.0, 16.0

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
        waiting: list[tuple[float, int, _Written, QRectF | Callable[[], Place]]] = []
        whole = view.box(region)
        seen = whole & view.area
        for written in self._written(view, region, dotted):
            if seen != whole and (written.size.width() > seen.width() or seen.height() < LINE):
                continue
            for least, place in self._places(view, region, written.size, dotted):
                waiting.append((written.cost + least, len(waiting), written, place))
        heapify(waiting)
        while waiting:
            _, order, written, place = heappop(waiting)
            if isinstance(place, QRectF):
                yield Name(region, written.lines, place, written.font, dotted)
            else:
                cost, box = place()
                heappush(waiting, (written.cost + cost, order, written, box))

    def _written(self, view: MapView, region: Region, dotted: bool) -> tuple[_Written, ...]:
        """The name with what is counted, in the ways it can be written; each is measured once."""
        number = view.number(region)
        key = view.label(region), number, bool(self.state(region)), dotted
        if key not in self._ways_of:
            counted = self._wording.number(number) if number else ""
            self._ways_of[key] = tuple(_measured(key[0], counted, self._fonts[key[2]], DOT_ROOM * dotted))
        return self._ways_of[key]

    def _places(
        self, view: MapView, region: Region, size: QSizeF, dotted: bool
    ) -> Iterator[tuple[float, QRectF | Callable[[], Place]]]:
        """Where a name may stand: boxes with their costs, or with the least one what works out both."""
        at, width, height = view.point(region), size.width(), size.height()
        if not region.shape.is_city:
            at = view.nearest_in_sight(at, size)
            for shift in _SHIFTS:
                place = at + QPointF(0, shift)
                yield abs(shift), partial(self._box_in, view, region, place, at, size, dotted)
            return
        away = DOT + 7
        corners = (
            (at.x() + away, at.y() - height / 2),
            (at.x() - away - width, at.y() - height / 2 + 8),
            (at.x() - away - width, at.y() - height / 2),
            (at.x() - width / 2, at.y() + away),
            (at.x() - width / 2, at.y() - away - height),
        )
        yield from ((float(cost), QRectF(x, y, width, height)) for cost, (x, y) in enumerate(corners))

    def _box_in(
        self, view: MapView, region: Region, at: QPointF, middle: QPointF, size: QSizeF, dotted: bool
    ) -> Place:
        """The box around a height that lies inside as far as it can, near the region's middle; a dot does.

        Inside is what of the region is in sight.
        """
        width, height = size.width(), size.height()
        scale, origin, area = view.scale, view.transform.map(QPointF(0, 0)), view.area
        edges = ((at.y() + end * (height / 2 - 2) - origin.y()) / scale for end in (-1, 1))
        best = (1e6, QRectF(middle.x() - width / 2, at.y() - height / 2, width, height))
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


def _measured(label: str, counted: str, fonts: tuple[QFont, QFont], room: float) -> Iterator[_Written]:
    ways = [*in_lines(f"{label}\xa0{counted}"), (label, counted)] if counted else in_lines(label)
    for font, extra in zip(fonts, (0.0, _SMALL_COST), strict=True):
        metrics = QFontMetricsF(font)
        for lines in ways:
            width = max(metrics.horizontalAdvance(line) for line in lines) + room
            cost = extra + _LINE_COST * len(lines) + _HYPHEN_COST * lines[0].endswith("-")
            yield _Written(lines, font, QSizeF(width, LINE * len(lines)), cost)
