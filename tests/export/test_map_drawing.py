"""The map of a sheet is of the country of its regions, whichever file brought that."""

import resources
from dossier.export.map_drawing import MapDrawing
from tests.views.maps import Drop, made_up


def test_a_country_dropped_in_is_drawn_on_sheets(drop_map: Drop) -> None:
    assert MapDrawing.of(("XU-01",), (), {"XU-01": "Westland"}, 300) is None
    drop_map(made_up("XU"))
    drawn = MapDrawing.of(("XU-01",), ("XU-02",), {"XU-01": "Westland"}, 300)
    assert drawn
    assert drawn.outline.country == "XU"
    assert 0 < drawn.height < 300


def test_a_file_of_no_use_leaves_the_sheet_without_a_map(drop_map: Drop) -> None:
    drop_map(made_up("XU"))
    resources.path("map", "XU.json").write_text("[]", encoding="utf-8")
    assert MapDrawing.of(("XU-01",), (), {}, 300) is None
