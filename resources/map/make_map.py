"""Makes KZ.json from the outlines of the twenty first-level units of Kazakhstan. See README.md beside it.

Run by hand when the units change, never by the program, and it fetches nothing:

    python resources/map/make_map.py path/to/kz-adm1.geojson resources/map/KZ.json

It needs shapely 2.2 or later, which the program itself does not.
"""

import json
import math
import sys
from itertools import pairwise
from pathlib import Path

import shapely
from shapely.geometry import MultiPolygon, Point, Polygon, shape

CODES = {
    "Abay Region": "KZ-10",
    "Akmola Region": "KZ-11",
    "Aktobe Region": "KZ-15",
    "Almaty Region": "KZ-19",
    "Atyrau Region": "KZ-23",
    "West Kazakhstan Region": "KZ-27",
    "Jambyl Region": "KZ-31",
    "Jetisu Region": "KZ-33",
    "Karaganda Region": "KZ-35",
    "Kostanay Region": "KZ-39",
    "Kyzylorda Region": "KZ-43",
    "Mangystau Region": "KZ-47",
    "Pavlodar Region": "KZ-55",
    "North Kazakhstan Region": "KZ-59",
    "Turkistan Region": "KZ-61",
    "Ulytau Region": "KZ-62",
    "East Kazakhstan Region": "KZ-63",
    "Astana": "KZ-71",
    "Almaty": "KZ-75",
    "Shymkent": "KZ-79",
}
CITIES = ("KZ-71", "KZ-75", "KZ-79")
AS_OF = "2022-11-29"

# Albers: standard parallels a sixth of the country's height within its edges, origin in its middle.
PROJECTION = {"parallels": [43.0, 53.0], "origin": [67.0, 48.0]}

# Square degrees, some 25 km²: smaller pieces of a unit are islets of the Caspian or strips beside a city.
LEAST_PIECE = 0.003
LEVELS = {"fine": 0.01, "coarse": 0.04}  # degrees
UNIT = 1000  # a coordinate is stored in thousandths of a degree
MIDDLE = 48.0  # the latitude at which a label's place is sought in undistorted shapes


def main(source: Path, target: Path) -> None:
    units = whole_units(read(source))
    codes = list(units)
    cleaned = shapely.coverage_clean(list(units.values()))
    levels = {level: rounded(cleaned, tolerance) for level, tolerance in LEVELS.items()}
    regions = [
        {
            "code": code,
            "city": code in CITIES,
            "label": label_point(fine),
            "borders": [
                other
                for other, neighbour in zip(codes, cleaned, strict=True)
                if other != code and cleaned[index].intersection(neighbour).length > 0  # not a mere corner
            ],
            **{level: deltas(levels[level][index]) for level in LEVELS},
        }
        for index, (code, fine) in enumerate(zip(codes, levels["fine"], strict=True))
    ]
    lines = ",\n".join(json.dumps(region, separators=(",", ":")) for region in regions)
    head = json.dumps({"country": "KZ", "as_of": AS_OF, "unit": UNIT, "projection": PROJECTION})
    target.write_text(f'{head[:-1]}, "regions": [\n{lines}\n]}}\n', encoding="utf-8")


def read(source: Path) -> dict[str, list[Polygon]]:
    """The pieces of each unit by its code; some of the outlines cross themselves and are mended here."""
    features = json.loads(source.read_text(encoding="utf-8"))["features"]
    units = {
        CODES[feature["properties"]["ADM1_EN"]]: polygons(shapely.make_valid(shape(feature["geometry"])))
        for feature in features
    }
    if len(units) != len(CODES):
        sys.exit(f"{source}: {len(units)} units, {len(CODES)} expected.")
    return dict(sorted(units.items()))


def polygons(geometry: shapely.Geometry) -> list[Polygon]:
    return [part for part in shapely.get_parts(geometry) if isinstance(part, Polygon)]


def whole_units(units: dict[str, list[Polygon]]) -> dict[str, shapely.Geometry]:
    """Each unit without its small pieces; what another unit surrounds goes to that one, the rest is sea."""
    kept = {code: [p for p in pieces if p.area >= LEAST_PIECE] for code, pieces in units.items()}
    small = shapely.union_all([p for pieces in units.values() for p in pieces if p.area < LEAST_PIECE])
    for pieces in kept.values():
        holes = shapely.union_all([Polygon(hole) for piece in pieces for hole in piece.interiors])
        pieces += polygons(holes.intersection(small))
    return {code: shapely.union_all(pieces) for code, pieces in kept.items()}


def rounded(units: list[shapely.Geometry], tolerance: float) -> list[shapely.Geometry]:
    """The units with fewer vertices, each a whole number of UNITs; neighbours still share their edges."""
    simple = shapely.coverage_simplify(units, tolerance)
    result = [shapely.transform(unit, lambda xy: (xy * UNIT).round() / UNIT) for unit in simple]
    if not (shapely.is_valid(result).all() and shapely.coverage_is_valid(result)):
        sys.exit(f"At a tolerance of {tolerance} degrees rounding breaks an outline: take another one.")
    return result


def label_point(unit: shapely.Geometry) -> list[float]:
    """Longitude and latitude of the point farthest from the unit's edge."""
    squeeze = math.cos(math.radians(MIDDLE))
    flat = shapely.transform(unit, lambda xy: xy * (squeeze, 1))
    centre = Point(shapely.maximum_inscribed_circle(flat, tolerance=0.001).coords[0])
    return [round(centre.x / squeeze, 3), round(centre.y, 3)]


def deltas(unit: shapely.Geometry) -> list[list[int]]:
    """Each ring as whole numbers: longitude and latitude, then steps; the closing vertex is left out."""
    pieces = unit.geoms if isinstance(unit, MultiPolygon) else [unit]
    rings = []
    for ring in (ring for piece in pieces for ring in (piece.exterior, *piece.interiors)):
        vertices = [(round(x * UNIT), round(y * UNIT)) for x, y in ring.coords[:-1]]
        steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(vertices)]
        rings.append([number for pair in (vertices[0], *steps) for number in pair])
    return rings


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
