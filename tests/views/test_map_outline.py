"""The map has the twenty units of Kazakhstan, each where, as large and beside whom it is in the world."""

import math
import tomllib
from itertools import pairwise

import pytest

import resources
from dossier.model.errors import DossierError
from dossier.views.map_outline import Albers, MapOutline, Point, RegionShape, Ring, map_outline

CITIES = {"KZ-71": (71.43, 51.13), "KZ-75": (76.93, 43.24), "KZ-79": (69.6, 42.32)}  # longitude, latitude

# Published areas in thousands of km².
AREAS = {
    "KZ-10": 185.5, "KZ-11": 146.2, "KZ-15": 300.6, "KZ-19": 105.1, "KZ-23": 118.6, "KZ-27": 151.3,
    "KZ-31": 144.3, "KZ-33": 118.5, "KZ-35": 239.0, "KZ-39": 196.0, "KZ-43": 226.0, "KZ-47": 165.6,
    "KZ-55": 124.8, "KZ-59": 98.0, "KZ-61": 116.1, "KZ-62": 188.9, "KZ-63": 97.8,
    "KZ-71": 0.80, "KZ-75": 0.68, "KZ-79": 1.17,
}  # fmt: skip


@pytest.fixture(params=[False, True], ids=["fine", "coarse"])
def outline(request: pytest.FixtureRequest) -> MapOutline:
    return map_outline("KZ", coarse=request.param)


def doubled_area(ring: Ring) -> float:
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise((*ring, ring[0]))))


def area(region: RegionShape) -> float:
    """Every region is one piece: its first ring is the outside, the others are holes."""
    outside, *holes = region.rings
    return (doubled_area(outside) - sum(map(doubled_area, holes))) / 2


def inside(region: RegionShape, point: Point) -> bool:
    """Even-odd: how often a ray to the east crosses the rings."""
    x, y = point
    crossings = 0
    for ring in region.rings:
        for (x1, y1), (x2, y2) in pairwise((*ring, ring[0])):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                crossings += 1
    return crossings % 2 == 1


def edges(region: RegionShape) -> set[frozenset[Point]]:
    return {frozenset(edge) for ring in region.rings for edge in pairwise((*ring, ring[0]))}


def test_the_twenty_units_in_order(outline: MapOutline) -> None:
    assert outline.codes == tuple(AREAS)
    assert {region.code for region in outline.regions if region.is_city} == set(CITIES)
    assert outline.as_of == "2022-11-29"


def test_areas_are_those_published() -> None:
    measured = {region.code: area(region) / 1000 for region in map_outline().regions}
    assert measured == pytest.approx(AREAS, rel=0.04)
    assert sum(measured.values()) == pytest.approx(2724.9, rel=0.004)


def test_labels_lie_in_their_own_region_only(outline: MapOutline) -> None:
    for region in outline.regions:
        assert [other.code for other in outline.regions if inside(other, region.label)] == [region.code]


def test_cities_are_where_they_are(outline: MapOutline) -> None:
    for code, place in CITIES.items():
        city = outline.region(code)
        assert city is not None
        assert inside(city, outline.projection.project(*place))
        assert math.dist(city.label, outline.projection.project(*place)) < 10  # km


def test_neighbours_are_those_that_share_edges(outline: MapOutline) -> None:
    sides = {region.code: edges(region) for region in outline.regions}
    for region in outline.regions:
        shared = tuple(code for code in sides if code != region.code and sides[code] & sides[region.code])
        assert shared == region.borders == outline.borders(region.code)


def test_borders_as_in_the_world(outline: MapOutline) -> None:
    assert outline.borders("KZ-10") == ("KZ-33", "KZ-35", "KZ-55", "KZ-63")
    assert outline.borders("KZ-43") == ("KZ-15", "KZ-61", "KZ-62")
    assert outline.borders("KZ-71") == ("KZ-11",)
    assert outline.borders("UZ-TO") == ()


def test_north_is_up_and_east_is_right(outline: MapOutline) -> None:
    places = {region.code: region.label for region in outline.regions}
    assert places["KZ-59"][1] < places["KZ-71"][1] < places["KZ-75"][1]
    assert places["KZ-27"][0] < places["KZ-62"][0] < places["KZ-63"][0]


def test_albers_agrees_with_a_worked_example() -> None:
    """Snyder, Map Projections: A Working Manual (USGS 1395), page 291, on a sphere of radius 1."""
    x, y = Albers.through((29.5, 45.5), (-96, 23)).project(-75, 35)
    assert (x / 6371.0072, -y / 6371.0072) == pytest.approx((0.2952720, 0.2416774), abs=1e-6)


def test_fit_touches_the_tight_sides_and_centres_the_others(outline: MapOutline) -> None:
    for width, height in ((400, 1000), (1000, 200)):
        fit = outline.to_fit(width, height, margin=10)
        placed = [fit.point(point) for region in outline.regions for ring in region.rings for point in ring]
        left, top = min(x for x, _ in placed), min(y for _, y in placed)
        right, bottom = max(x for x, _ in placed), max(y for _, y in placed)
        assert (left, top) == pytest.approx((width - right, height - bottom))
        assert min(left, top) == pytest.approx(10)


def test_fit_of_a_box_with_no_room_is_a_point(outline: MapOutline) -> None:
    assert outline.to_fit(15, 8, margin=10).scale == 0


def test_coarse_is_the_same_map_with_fewer_points() -> None:
    fine, coarse = map_outline(), map_outline(coarse=True)
    points = [sum(len(ring) for r in m.regions for ring in r.rings) for m in (fine, coarse)]
    assert points[1] < points[0] / 2
    for one, other in zip(fine.regions, coarse.regions, strict=True):
        assert (one.code, one.label, one.borders) == (other.code, other.label, other.borders)
        # A city is small enough for a coarse outline to cut its corners off; it is drawn as a dot.
        assert area(other) == pytest.approx(area(one), rel=0.15 if one.is_city else 0.01)


def test_a_country_without_a_map_is_said() -> None:
    with pytest.raises(DossierError, match="no map of XX"):
        map_outline("XX")


def test_the_file_is_small_and_its_licence_beside_it() -> None:
    assert len(resources.read_bytes("map", "KZ.json")) < 140_000
    assert "Permission is hereby granted" in resources.read_text("map", "LICENSE.txt")


def test_the_recipe_is_that_of_the_map() -> None:
    recipe = tomllib.loads(resources.read_text("map", "KZ.toml"))
    outline = map_outline("KZ")
    assert sorted(recipe["codes"].values()) == list(outline.codes)
    assert recipe["cities"] == [region.code for region in outline.regions if region.is_city]
    assert (recipe["country"], recipe["as_of"].isoformat()) == (outline.country, outline.as_of)
