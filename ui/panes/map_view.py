"""Where the map lies in its widget: outlines as paths, zoom and pan, which region is at a point."""

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from dossier.views.map_outline import MapOutline, Point, RegionShape, map_label
from dossier.views.map_rows import MapLand
from dossier.views.map_shading import Shading
from dossier.views.values import RegionRow

MOST_ZOOM = 12.0
_DOT_REACH = 11.0  # pixels around a city's dot that belong to the city
_STRAIGHT = 0.6  # of how far a region lies ahead it may lie aside, to count as in a direction


@dataclass(frozen=True, slots=True)
class Region:
    """A region of the map with what is known of it; `row` is None where the dossier has no such place."""

    shape: RegionShape
    path: QPainterPath
    row: RegionRow | None

    @property
    def pk(self) -> int | None:
        return self.row.pk if self.row else None

    @property
    def has_something(self) -> bool:
        return self.row is not None and has_something(self.row)


class MapView:
    """The state of the map, in pixels of a widget; the plane of the outline is km, y downwards."""

    def __init__(self, outline: MapOutline) -> None:
        self.outline = outline
        self._paths = {shape.code: _path(shape) for shape in outline.regions}
        self.borders = _borders(outline)
        self._boxes = {code: path.controlPointRect() for code, path in self._paths.items()}
        self.land = MapLand(outline)
        self.regions: tuple[Region, ...] = ()
        self.shading = Shading()
        self.area = QRectF(0, 0, 1, 1)
        self._labels: dict[int, str] = {}
        self.covered = QRectF()  # by what lies on the map
        self.zoom = 1.0
        self.scale = 1.0  # pixels in a km
        self.ratio = 1.0  # pixels of the screen in one of these
        self.transform = QTransform()  # from the plane to pixels
        left, top, right, bottom = outline.bounds
        self._whole = QRectF(left, top, right - left, bottom - top)
        self._middle = self._whole.center()
        self._hold()
        self.show({})

    def show(self, rows: dict[str, RegionRow]) -> None:
        """What is known of regions, by code."""
        self.regions = tuple(
            Region(shape, self._paths[shape.code], rows.get(shape.code)) for shape in self.outline.regions
        )
        short = Counter(map_label(row.name) for row in rows.values())
        self._labels = {
            row.pk: label if short[label] == 1 else row.name
            for row in rows.values()
            for label in (map_label(row.name),)
        }
        self.shade(self.shading.by)

    @property
    def has_absent(self) -> bool:
        """Whether a region was no unit of its own on the day shown."""
        return any(region.row and region.row.absent for region in self.regions)

    def label(self, region: Region) -> str:
        """The name without the word for region, unless a city beside it is called the same."""
        return self._labels[region.row.pk] if region.row else ""

    def shade(self, by: str) -> None:
        """Shade by how many initiatives, events or contacts a region has; "" shades none."""
        self.shading = Shading.of(by, (region.row for region in self.regions if region.row))

    def number(self, region: Region) -> int:
        """How much a region has of what the map is shaded by."""
        return self.shading.number(region.row)

    def region(self, pk: int | None) -> Region | None:
        return next((region for region in self.regions if pk is not None and region.pk == pk), None)

    def point(self, region: Region) -> QPointF:
        """Where a region's name, or a city's dot, stands."""
        return self.transform.map(QPointF(*region.shape.label))

    @property
    def origin(self) -> QPointF:
        """Where the origin of the plane lies, in pixels."""
        return QPointF(self.transform.dx(), self.transform.dy())

    def box(self, region: Region) -> QRectF:
        """The rectangle around it, in pixels."""
        return self.transform.mapRect(self._boxes[region.shape.code])

    @property
    def whole(self) -> QRectF:
        """The rectangle around the country, in pixels."""
        return self.transform.mapRect(self._whole)

    def is_in_sight(self, region: Region) -> bool:
        """Whether any of it may be."""
        return self.box(region).intersects(self.area)

    def resize(self, area: QRectF) -> None:
        self.area = area
        self._hold()

    def sharpen(self, ratio: float) -> None:
        """For a screen that has so many pixels for each of the widget's."""
        self.ratio = ratio
        self._hold()

    def magnify(self, factor: float, at: QPointF | None = None) -> None:
        """Around a pixel, which keeps its place, or around the middle."""
        at = at or self.area.center()
        inverted, _ = self.transform.inverted()
        fixed = inverted.map(at)
        self.zoom = min(max(self.zoom * factor, 1.0), MOST_ZOOM)
        away = (at - self.area.center()) / self._scale()
        self._middle = fixed - away
        self._hold()

    def pan(self, pixels: QPointF) -> None:
        self._middle -= pixels / self.scale
        self._hold()

    def reset(self) -> None:
        self.zoom = 1.0
        self._hold()

    def reveal(self, regions: list[Region]) -> None:
        """Bring regions into sight where none of them is."""
        points = [self.point(region) for region in regions]
        if points and not any(self.area.contains(point) for point in points):
            middle = QPolygonF(points).boundingRect().center()
            self.pan(self.area.center() - middle)

    def at(self, pixel: QPointF) -> Region | None:
        """The region there; a city's dot is easier to hit than its outline."""
        for region in self.regions:
            if region.shape.is_city and region.pk is not None:
                away = self.point(region) - pixel
                if away.x() ** 2 + away.y() ** 2 <= _DOT_REACH**2:
                    return region
        inverted, _ = self.transform.inverted()
        place = inverted.map(pixel)
        return next((region for region in self.regions if region.path.contains(place)), None)

    def under(self, region: Region, pixel: QPointF) -> Region | None:
        """On whose land a region's name lies: that region's own, or none of the country's, but a city's."""
        if region.shape.is_city:
            return self.at(pixel)
        return region if region.path.contains((pixel - self.origin) / self.scale) else None

    def beside(self, here: Region | None, x: int, y: int) -> Region | None:
        """The nearest known region in a direction; from nowhere the one nearest to the middle."""
        known = [region for region in self.regions if region.row]
        if here is None:
            centre = QPointF(self._whole.center())
            return min(known, key=lambda region: _far(QPointF(*region.shape.label) - centre), default=None)
        start = QPointF(*here.shape.label)
        ahead: list[tuple[float, Region]] = []
        for region in known:
            way = QPointF(*region.shape.label) - start
            along, aside = way.x() * x + way.y() * y, abs(way.x() * y) + abs(way.y() * x)
            if region is not here and along > 0 and aside * _STRAIGHT <= along:
                ahead.append((along + aside, region))
        return min(ahead, key=lambda found: found[0])[1] if ahead else None

    def _scale(self) -> float:
        fit = min(self.area.width() / self._whole.width(), self.area.height() / self._whole.height())
        return max(fit, 1e-6) * self.zoom

    def _hold(self) -> None:
        """Keep the map in its area: in the middle while it is whole, no edge inside once it is magnified.

        It lies on whole pixels of the screen.
        """
        self.scale = scale = self._scale()
        half_x, half_y = self.area.width() / scale / 2, self.area.height() / scale / 2
        whole = self._whole
        slack_x, slack_y = max(whole.width() / 2 - half_x, 0), max(whole.height() / 2 - half_y, 0)
        x = min(max(self._middle.x(), whole.center().x() - slack_x), whole.center().x() + slack_x)
        y = min(max(self._middle.y(), whole.center().y() - slack_y), whole.center().y() + slack_y)
        self._middle = QPointF(x, y)
        centre = self.area.center()
        left, top = ((at * self.ratio) for at in (centre.x() - x * scale, centre.y() - y * scale))
        self.transform = QTransform(scale, 0, 0, scale, round(left) / self.ratio, round(top) / self.ratio)


def has_something(row: RegionRow) -> bool:
    return bool(row.initiatives or row.events or row.contacts)


def _path(shape: RegionShape) -> QPainterPath:
    path = QPainterPath()
    for ring in shape.rings:
        path.moveTo(*ring[0])
        for point in ring[1:]:
            path.lineTo(*point)
        path.closeSubpath()
    return path


def _borders(outline: MapOutline) -> QPainterPath:
    """All outlines in one path, each stretch that two regions share only once."""
    path, drawn = QPainterPath(), set[frozenset[Point]]()
    for shape in outline.regions:
        for ring in shape.rings:
            is_down = False
            for one, other in zip(ring, (*ring[1:], ring[0]), strict=True):
                stretch = frozenset((one, other))
                if stretch in drawn:
                    is_down = False
                    continue
                drawn.add(stretch)
                if not is_down:
                    path.moveTo(*one)
                    is_down = True
                path.lineTo(*other)
    return path


def _far(way: QPointF) -> float:
    return way.x() ** 2 + way.y() ** 2
