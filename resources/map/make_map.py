"""Makes the map of a country's first-level regions from their outlines as GeoJSON. See README.md beside it.

Run by hand when the regions change, never by the program, and it fetches nothing:

    python resources/map/make_map.py resources/map/KZ.toml path/to/kz-adm1.geojson resources/map/KZ.json

The recipe, KZ.toml, says which outline is which region. It needs shapely 2.2 or later, which the program
itself does not.
"""

import json
import math
import sys
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import MultiPolygon, Point, Polygon, shape

# Square degrees, some 25 km²: smaller pieces of a unit are islets or strips beside a city.
LEAST_PIECE = 0.003
LEVELS = {"fine": 0.01, "coarse": 0.04}  # degrees
UNIT = 1000  # a coordinate is stored in thousandths of a degree


def main(recipe: dict[str, Any], source: Path, target: Path) -> None:
    units = whole_units(read(recipe, source))
    codes = list(units)
    cleaned = shapely.coverage_clean(list(units.values()))
    projection = projection_of(shapely.union_all(cleaned).bounds)
    levels = {level: rounded(cleaned, tolerance) for level, tolerance in LEVELS.items()}
    regions = [
        {
            "code": code,
            "city": code in recipe["cities"],
            "label": label_point(fine, projection["origin"][1]),
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
    head = json.dumps(
        {
            "country": recipe["country"],
            "as_of": recipe["as_of"].isoformat(),
            "unit": UNIT,
            "projection": projection,
        }
    )
    target.write_text(f'{head[:-1]}, "regions": [\n{lines}\n]}}\n', encoding="utf-8")


def projection_of(bounds: tuple[float, float, float, float]) -> dict[str, list[float]]:
    """Albers: standard parallels a sixth of the country's height within its edges, origin in its middle."""
    west, south, east, north = bounds
    inward = (north - south) / 6
    return {
        "parallels": [float(round(south + inward)), float(round(north - inward))],
        "origin": [float(round((west + east) / 2)), float(round((south + north) / 2))],
    }


def read(recipe: dict[str, Any], source: Path) -> dict[str, list[Polygon]]:
    """The pieces of each unit by its code; some of the outlines cross themselves and are mended here."""
    features = json.loads(source.read_text(encoding="utf-8"))["features"]
    codes, name = recipe["codes"], recipe["property"]
    unknown = sorted({feature["properties"][name] for feature in features} - codes.keys())
    units = {
        codes[feature["properties"][name]]: polygons(shapely.make_valid(shape(feature["geometry"])))
        for feature in features
        if feature["properties"][name] in codes
    }
    if unknown or len(units) != len(codes):
        sys.exit(f"{source}: {len(units)} units, {len(codes)} expected; not in the recipe: {unknown}")
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


def label_point(unit: shapely.Geometry, middle: float) -> list[float]:
    """Longitude and latitude of the point farthest from the unit's edge, as at the latitude `middle`."""
    squeeze = math.cos(math.radians(middle))
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
    main(tomllib.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), Path(sys.argv[2]), Path(sys.argv[3]))
