"""Another country is another file; one that is of no use is told in a sentence that names it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import resources
from dossier.language import wording
from dossier.model.errors import DossierError
from dossier.views.map_files import map_countries, read_map
from dossier.views.map_outline import map_outline
from tests.views.maps import Drop, made_up

UTOPIA = "XU"


def test_a_file_that_is_dropped_in_is_a_country(drop_map: Drop) -> None:
    assert map_countries() == ("KZ",)
    drop_map(made_up(UTOPIA))
    assert map_countries() == ("KZ", UTOPIA)
    outline = map_outline(UTOPIA)
    assert outline.codes == ("XU-01", "XU-02")
    assert outline.aspect > 1
    left, right = (region.label[0] for region in outline.regions)
    assert left < 0 < right
    assert map_outline("KZ").codes[0] == "KZ-10"


Spoil = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda file: file.pop("projection"), "field projection is missing"),
        (lambda file: file["regions"][1].pop("city"), "field regions[1].city is missing"),
        (lambda file: file.update(country="KZ"), "says that it is of KZ"),
        (lambda file: file.update(unit=0), "what unit says"),
        (lambda file: file.update(regions=[]), "what regions says"),
        (lambda file: file["regions"][1].update(code="XU-01"), "the code XU-01 is there twice"),
        (lambda file: file["regions"][1].update(code="KZ-10"), "KZ-10 is no code of XU"),
        (lambda file: file["regions"][0].update(label=[1]), "what regions[0].label says"),
        (lambda file: file["regions"][0].update(label=[180, -180]), "what regions[0].label"),
        (lambda file: file["regions"][0]["fine"][0].append(7), "regions[0].fine[0] has a longitude without"),
        (lambda file: file["regions"][1].update(fine=[[1, 2, 3, 4]]), "what regions[1].fine[0] says"),
        (lambda file: file["regions"][0].update(coarse=[]), "what regions[0].coarse"),
        (
            lambda file: file["regions"][1]["fine"][0].__setitem__(0, 10**15),
            "regions[1].fine[0] leaves the earth",
        ),
        (lambda file: file["regions"][0]["coarse"][0].__setitem__(5, 60_000), "regions[0].coarse[0] leaves"),
        (lambda file: file["regions"][1]["borders"].append("XU-99"), "regions[1].borders names XU-99"),
        (lambda file: file["projection"].update(parallels=[-10, 10]), "projection.parallels must not be"),
        (lambda file: file["projection"].update(parallels="north"), "what projection.parallels says"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(drop_map: Drop, spoil: Spoil, told: str) -> None:
    file = made_up(UTOPIA)
    spoil(file)
    drop_map(file, UTOPIA)
    with pytest.raises(DossierError) as error:
        map_outline(UTOPIA)
    assert "map file XU.json" in str(error.value)
    assert told in str(error.value)
    for language in ("ru", "kk"):
        said = wording(language).error(error.value)
        assert "XU.json" in said
        assert said != str(error.value)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", json.dumps("XU").encode()])
def test_what_is_no_map_at_all_is_said(drop_map: Drop, content: bytes) -> None:
    drop_map(made_up(UTOPIA))
    resources.path("map", "XU.json").write_bytes(content)
    with pytest.raises(DossierError, match=r"The map file XU\.json is (not JSON|a list or a value)"):
        map_outline(UTOPIA)


def test_a_folder_of_that_name_is_no_map(drop_map: Drop, tmp_path: Path) -> None:
    drop_map(made_up(UTOPIA))
    path = resources.path("map", "XU.json")
    path.unlink()
    path.mkdir()
    with pytest.raises(DossierError, match="can't be read"):
        read_map(UTOPIA)
