"""Which names stand on the map, and where: within the outline where that is possible, touching no other."""

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from dossier.views.map_lines import in_lines
from dossier.views.map_outline import map_label
from ui.panes.map_view import MapView, Region
from ui.panes.pane import Marks
from ui.style import Theme

DOT, LINE = 3.5, 16.0
DOT_ROOM = 2 * DOT + 5
_AIR = 2.0  # between a name and the outline
_SHIFTS = (0, -8, 8, -16, 16, -24, 24, -32, 32, -48, 48)
_OVERLAP_COST, _LINE_COST, _SMALL_COST = 8.0, 6.0, 30.0


@dataclass(frozen=True, slots=True)
class Name:
    """A region's name, in lines, in its box; `dotted` has the dot of an initiative before it."""

    region: Region
    lines: tuple[str, ...]
    box: QRectF
    font: QFont
    dotted: bool = False


class MapNames:
    """Places names, in one theme."""

    def __init__(self, theme: Theme, marks: Marks) -> None:
        self._marks = marks
        self._fonts = {
            strong: (theme.font("second", bold=strong), theme.font("axis", bold=strong))
            for strong in (False, True)
        }

    def state(self, region: Region) -> str:
        if region.pk is not None and region.pk == self._marks.selected:
            return "selection"
        return "related" if region.pk in self._marks.related else ""

    def names(self, view: MapView) -> list[Name]:
        """Of what is marked, and what has something; one that would touch another is left to hovering."""
        order = ("selection", "related", "")
        named = [region for region in view.regions if region.has_something or self.state(region)]
        ranked = sorted(named, key=lambda region: (order.index(self.state(region)), region.shape.is_city))
        taken = [
            QRectF(point.x() - DOT, point.y() - DOT, 2 * DOT, 2 * DOT)
            for point, region in ((view.point(region), region) for region in ranked)
            if region.shape.is_city
        ]
        names: list[Name] = []
        for region in ranked:
            name = self._placed(view, region, taken)
            if name:
                names.append(name)
                taken.append(name.box)
        return names

    def hover_name(self, view: MapView, region: Region) -> Name | None:
        return self._placed(view, region, []) if region.row else None

    def _placed(self, view: MapView, region: Region, taken: list[QRectF]) -> Name | None:
        assert region.row
        strong = bool(self.state(region))
        dotted = not region.shape.is_city and not strong and region.row.initiatives > 0
        found: list[tuple[float, int, Name]] = []
        for font, extra in zip(self._fonts[strong], (0.0, _SMALL_COST), strict=True):
            metrics = QFontMetricsF(font)
            for lines in in_lines(self._label(view, region)):
                width = max(metrics.horizontalAdvance(line) for line in lines) + DOT_ROOM * dotted
                size = QSizeF(width, LINE * len(lines))
                for cost, box in self._boxes(view, region, size, dotted):
                    name = Name(region, lines, box, font, dotted)
                    found.append((cost + extra + _LINE_COST * len(lines), len(found), name))
        free = (name for *_, name in sorted(found, key=lambda each: each[:2]))
        return next((name for name in free if not any(name.box.intersects(box) for box in taken)), None)

    def _label(self, view: MapView, region: Region) -> str:
        """The name without the word for region, unless a city beside it is called the same."""
        assert region.row
        short = Counter(map_label(other.row.name) for other in view.regions if other.row)
        label = map_label(region.row.name)
        return label if short[label] == 1 else region.row.name

    def _boxes(self, view: MapView, region: Region, size: QSizeF, dotted: bool) -> list[tuple[float, QRectF]]:
        """Where a name may stand, with what that costs."""
        at, width, height = view.point(region), size.width(), size.height()
        if not region.shape.is_city:
            return [self._box_in(view, region, at + QPointF(0, shift), size, dotted) for shift in _SHIFTS]
        away = DOT + 7
        corners = (
            (at.x() + away, at.y() - height / 2),
            (at.x() - away - width, at.y() - height / 2 + 8),
            (at.x() - away - width, at.y() - height / 2),
            (at.x() - width / 2, at.y() + away),
            (at.x() - width / 2, at.y() - away - height),
        )
        return [(float(cost), QRectF(x, y, width, height)) for cost, (x, y) in enumerate(corners)]

    def _box_in(
        self, view: MapView, region: Region, at: QPointF, size: QSizeF, dotted: bool
    ) -> tuple[float, QRectF]:
        """The box around a height that lies inside as far as it can, near the region's middle; a dot does."""
        width, height, middle = size.width(), size.height(), view.point(region)
        scale, origin = view.scale, view.transform.map(QPointF(0, 0))
        edges = ((at.y() + end * (height / 2 - 2) - origin.y()) / scale for end in (-1, 1))
        best = (1e6, QRectF(middle.x() - width / 2, at.y() - height / 2, width, height))
        for start, end in view.rows(region).between(*edges):
            left, right = origin.x() + start * scale + _AIR, origin.x() + end * scale - _AIR
            over = max(width - (right - left), 0.0)
            x = min(max(middle.x(), left + width / 2), max(right - width / 2, left + width / 2))
            if over and not dotted:
                x = (left + right) / 2
            cost = over * _OVERLAP_COST + abs(x - middle.x()) * 0.7 + abs(at.y() - middle.y())
            if cost < best[0]:
                best = (cost, QRectF(x - width / 2, at.y() - height / 2, width, height))
        return best
