"""The outlines of a country's first-level regions on a plane, so that window and sheet draw the same map.

The files are resources/map/<country>.json; a new country is a new file and no code. The plane is an Albers
equal-area conic one, whose two standard parallels and origin the file names. For Kazakhstan (40.6° to 55.4°
N, 46.5° to 87.3° E) they are 43° and 53° N, a sixth of its height within its edges, and 67° E 48° N, its
middle: areas are true and lengths wrong by 0.6 percent at most. The earth is taken for a sphere of the same
surface, which at the scale of a country moves nothing by more than the width of a line.
"""

import math
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from dossier.views.map_files import RegionOfFile, read_map

EARTH_RADIUS = 6371.0072  # km, of the sphere with the surface of the WGS 84 ellipsoid
_REGION_WORDS = ("region", "область", "облысы")

Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class RegionShape:
    """One region in km on the plane, x to the east, y downwards.

    `rings` are closed without repeating the first point; fill them even-odd, since some are holes. `label` is
    the point farthest from the edges: the middle of a region's name, or a city's dot. `borders` are the codes
    of the regions of the same country it has a stretch of border with.
    """

    code: str
    rings: tuple[Ring, ...]
    label: Point
    is_city: bool
    borders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """How the plane lies in a box of any unit with y downwards: `x * scale + dx`, `y * scale + dy`."""

    scale: float
    dx: float
    dy: float

    def point(self, point: Point) -> Point:
        return point[0] * self.scale + self.dx, point[1] * self.scale + self.dy


@dataclass(frozen=True, slots=True)
class Albers:
    """The projection of one country; `project` turns degrees (longitude, latitude) into km on the plane."""

    longitude: float
    cone: float
    constant: float
    radius: float

    @classmethod
    def through(cls, parallels: Point, origin: Point) -> "Albers":
        """`parallels`: the latitudes kept at true length; `origin`: the longitude and latitude of (0, 0)."""
        south, north = (math.radians(parallel) for parallel in parallels)
        cone = (math.sin(south) + math.sin(north)) / 2
        constant = math.cos(south) ** 2 + 2 * cone * math.sin(south)
        radius = math.sqrt(constant - 2 * cone * math.sin(math.radians(origin[1]))) / cone
        return cls(origin[0], cone, constant, radius)

    def project(self, longitude: float, latitude: float) -> Point:
        radius = math.sqrt(self.constant - 2 * self.cone * math.sin(math.radians(latitude))) / self.cone
        angle = self.cone * math.radians(longitude - self.longitude)
        x, y = radius * math.sin(angle), radius * math.cos(angle) - self.radius  # y grows away from the pole
        return EARTH_RADIUS * x, EARTH_RADIUS * y


@dataclass(frozen=True, slots=True)
class MapOutline:
    """All regions of a country by ISO 3166-2 code, in its order; `bounds` are left, top, right, bottom."""

    country: str
    as_of: str  # the day from which on the country has these regions
    regions: tuple[RegionShape, ...]
    bounds: tuple[float, float, float, float]
    projection: Albers

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(region.code for region in self.regions)

    def region(self, code: str) -> RegionShape | None:
        """The region of a code, None for a code that is not on this map."""
        return next((region for region in self.regions if region.code == code), None)

    def borders(self, code: str) -> tuple[str, ...]:
        """The codes of the regions that a region borders on, none for a code that is not on this map."""
        region = self.region(code)
        return region.borders if region else ()

    def to_fit(self, width: float, height: float, margin: float = 0) -> Fit:
        """The largest scale at which the country, centred, stays `margin` away from the edges of a box."""
        left, top, right, bottom = self.bounds
        room = max(width - 2 * margin, 0), max(height - 2 * margin, 0)
        scale = min(room[0] / (right - left), room[1] / (bottom - top))
        return Fit(scale, (width - (left + right) * scale) / 2, (height - (top + bottom) * scale) / 2)

    @property
    def aspect(self) -> float:
        """Width by height, for a box as high as the map needs."""
        left, top, right, bottom = self.bounds
        return (right - left) / (bottom - top)


@cache
def map_outline(country: str = "KZ", *, coarse: bool = False) -> MapOutline:
    """The regions of a country (ISO 3166-1 code); `coarse` has a third of the points, for a map on paper.

    DossierError when the program has no map of that country, or its file is of no use.
    """
    file = read_map(country)
    projection = Albers.through(file.projection.parallels, file.projection.origin)
    regions = tuple(_region(each, file.unit, projection, coarse=coarse) for each in file.regions)
    return MapOutline(file.country, file.as_of, regions, _bounds(regions), projection)


def _region(each: RegionOfFile, unit: int, projection: Albers, *, coarse: bool) -> RegionShape:
    return RegionShape(
        each.code,
        tuple(_ring(steps, unit, projection) for steps in (each.coarse if coarse else each.fine)),
        projection.project(*each.label),
        each.city,
        tuple(each.borders),
    )


def _ring(steps: list[int], unit: int, projection: Albers) -> Ring:
    """Steps alternate between longitude and latitude, in parts of a degree; the first two are a place."""
    longitudes, latitudes = accumulate(steps[::2]), accumulate(steps[1::2])
    return tuple(
        projection.project(longitude / unit, latitude / unit)
        for longitude, latitude in zip(longitudes, latitudes, strict=True)
    )


def _bounds(regions: tuple[RegionShape, ...]) -> tuple[float, float, float, float]:
    points = [point for region in regions for ring in region.rings for point in ring]
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def map_label(name: str) -> str:
    """The name of a region without the word for region."""
    return " ".join(word for word in name.split() if word.casefold() not in _REGION_WORDS)
