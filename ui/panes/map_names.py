"""Which names stand on the map: on their own region or beside the country, touching no other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from dossier.language.isolating import in_order
from dossier.views.map_lines import in_lines
from ui.panes.map_places import DOT, LINE, Place, Places, Written
from ui.panes.map_view import MapView, Region
from ui.panes.pane import Marks
from ui.style import Theme

if TYPE_CHECKING:
    from dossier.language import Wording

DOT_ROOM = 2 * DOT + 5
_GRID = 16  # pixels by which the map has to move for the names at its edge to be placed anew
_NEAR = 40.0  # pixels from the edge at which a name may be cut by it
_HIGHER = 40.0  # pixels above or below a region's middle at which its name may stand
_MOST_KEPT = 2000
_LINE_COST, _HYPHEN_COST, _SMALL_COST = 6.0, 24.0, 16.0


Sight = tuple[float, float, float, float]
"""The left, top, right and bottom of what is in sight, in pixels of the whole map."""
_ALL: Sight = (-1e7, -1e7, 1e7, 1e7)


@dataclass(frozen=True, slots=True)
class Name:
    """A region's name, in lines, in its box; `dotted` has the dot of an initiative before it.

    `whole` is False where only the number had room.
    """

    region: Region
    lines: tuple[str, ...]
    box: QRectF
    font: QFont
    dotted: bool = False
    whole: bool = True


class MapNames:
    """Places names, in one theme and language."""

    def __init__(self, theme: Theme, wording: "Wording", marks: Marks) -> None:
        self._wording = wording
        self._marks = marks
        self._fonts = {
            strong: (theme.font("second", bold=strong), theme.font("axis", bold=strong))
            for strong in (False, True)
        }
        self._written: dict[tuple[str, int, bool, bool], tuple[Written, ...]] = {}
        self._kept: dict[tuple[object, ...], _Remembered] = {}
        self._kept_at: tuple[object, ...] = ()  # the country and the scale

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
        dots = (view.point(region) - view.origin for region in ranked if region.shape.is_city)
        taken = [QRectF(dot.x() - DOT, dot.y() - DOT, 2 * DOT, 2 * DOT) for dot in dots]
        taken.append(view.covered.translated(-view.origin))
        names: list[Name] = []
        for region in ranked:
            name = self._placed(view, region, taken)
            if name:
                names.append(name)
                taken.append(name.box.translated(-view.origin))
        return names

    def hover_name(self, view: MapView, region: Region) -> Name | None:
        """The name wherever it lies best in sight, since it stands above everything."""
        if not (region.row and view.is_in_sight(region)):
            return None
        area = view.area.translated(-view.origin)
        dotted = self._is_dotted(view, region)
        places = Places(view.land, region, view.scale, dotted=dotted, area=area)
        return self._first(view, region, places.anywhere(self._names_of(view, region)), [])

    def _placed(self, view: MapView, region: Region, taken: list[QRectF]) -> Name | None:
        """On the region, else on what of it is in sight, else beside the country or as a number alone."""
        label, area = view.point(region), view.area.adjusted(0, -_HIGHER, 0, _HIGHER)
        tried = ("whole", "seen", "last") if area.contains(label) else ("seen", "last")
        ways = (self._kept_ways(view, region, what) for what in tried)
        found = (self._first(view, region, each, taken) for each in ways)
        return next((name for name in found if name), None)

    def _first(
        self, view: MapView, region: Region, ways: Iterable[Place], taken: list[QRectF]
    ) -> Name | None:
        """The first of the ways that is in sight and touches nothing of what is taken of the whole map."""
        area = view.area.translated(-view.origin)
        for written, box in ways:
            if area.contains(box) and not any(box.intersects(other) for other in taken):
                dotted = written.whole and self._is_dotted(view, region)
                place = box.translated(view.origin)
                return Name(region, written.lines, place, written.font, dotted, written.whole)
        return None

    def _kept_ways(self, view: MapView, region: Region, what: str) -> Iterable[Place]:
        """Ways to write a name: they stay the same until the scale changes or the edge cuts more away."""
        at = view.outline.country, view.scale
        if at != self._kept_at or len(self._kept) > _MOST_KEPT:
            self._kept, self._kept_at = {}, at
        sight = _sight(view, region) if what == "seen" else _ALL
        if what == "seen" and sight == _ALL:
            return ()
        dotted, strong = self._is_dotted(view, region), bool(self.state(region))
        key = region.shape.code, view.label(region), view.number(region), strong, dotted, what, sight
        if key not in self._kept:
            area = None if sight == _ALL else QRectF(QPointF(*sight[:2]), QPointF(*sight[2:]))
            places = Places(view.land, region, view.scale, dotted=dotted, area=area)
            names = self._names_of(view, region)
            found = self._last_ways(view, region, places) if what == "last" else places.on_it(names)
            self._kept[key] = _Remembered(found)
        return self._kept[key]

    def _last_ways(self, view: MapView, region: Region, places: Places) -> Iterator[Place]:
        """Where the region has no room: beside the country, then only the number."""
        if region.shape.is_city:
            return
        names = self._names_of(view, region)
        yield from places.beside(tuple(each for each in names if len(each.lines) == 1))
        number = view.number(region)
        if number:
            counted, font = self._wording.number(number), self._fonts[bool(self.state(region))][1]
            size = QSizeF(QFontMetricsF(font).horizontalAdvance(counted), LINE)
            yield from places.on_it((Written((counted,), font, size, 0.0, whole=False),))

    def _is_dotted(self, view: MapView, region: Region) -> bool:
        is_plain = not (view.shading.by or region.shape.is_city or self.state(region))
        return is_plain and region.row is not None and region.row.initiatives > 0

    def _names_of(self, view: MapView, region: Region) -> tuple[Written, ...]:
        """The name with what is counted, in the ways it can be written; each is measured once."""
        number, dotted = view.number(region), self._is_dotted(view, region)
        key = view.label(region), number, bool(self.state(region)), dotted
        if key not in self._written:
            counted = self._wording.number(number) if number else ""
            self._written[key] = tuple(_measured(key[0], counted, self._fonts[key[2]], DOT_ROOM * dotted))
        return self._written[key]


class _Remembered:
    """What an iterator gives, each taken from it only once and only when it is asked for."""

    def __init__(self, source: Iterator[Place]) -> None:
        self._source = source
        self._found: list[Place] = []

    def __iter__(self) -> Iterator[Place]:
        yield from self._found
        for place in self._source:
            self._found.append(place)
            yield place


def _sight(view: MapView, region: Region) -> Sight:
    """What is in sight, coarsely, where the edge of the map cuts a region or comes near; else all."""
    box, area = view.box(region).translated(-view.origin), view.area.translated(-view.origin)
    far = _ALL[2]
    return (
        ceil(area.left() / _GRID) * _GRID if area.left() > box.left() - _NEAR else -far,
        ceil(area.top() / _GRID) * _GRID if area.top() > box.top() - _NEAR else -far,
        floor(area.right() / _GRID) * _GRID if area.right() < box.right() + _NEAR else far,
        floor(area.bottom() / _GRID) * _GRID if area.bottom() < box.bottom() + _NEAR else far,
    )


def _measured(label: str, counted: str, fonts: tuple[QFont, QFont], room: float) -> Iterator[Written]:
    ways = [*in_lines(f"{label}\xa0{counted}"), (label, counted)] if counted else in_lines(label)
    for font, extra in zip(fonts, (0.0, _SMALL_COST), strict=True):
        metrics = QFontMetricsF(font)
        for lines in ([in_order(line) for line in way] for way in ways):
            width = max(metrics.horizontalAdvance(line) for line in lines) + room
            cost = extra + _LINE_COST * len(lines) + _HYPHEN_COST * lines[0].endswith("-")
            yield Written(tuple(lines), font, QSizeF(width, LINE * len(lines)), cost)
