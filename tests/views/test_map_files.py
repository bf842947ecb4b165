"""Another country is another file; one that is of no use is told in a sentence that names it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import resources
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
        (lambda file: file.pop("projection"), "`projection`"),
        (lambda file: file.update(country="KZ"), "it says that it is of KZ"),
        (lambda file: file.update(unit=0), "$.unit"),
        (lambda file: file.update(regions=[]), "$.regions"),
        (lambda file: file["regions"][1].update(code="XU-01"), "a code is there twice"),
        (lambda file: file["regions"][1].update(code="KZ-10"), "KZ-10 is not of XU"),
        (lambda file: file["regions"][0].update(label=[1]), "$.regions[0].label"),
        (lambda file: file["regions"][0]["fine"][0].append(7), "a ring of XU-01 has a longitude without"),
        (lambda file: file["regions"][0].update(coarse=[]), "$.regions[0].coarse"),
        (lambda file: file["projection"].update(parallels=[-10, 10]), "its parallels must not be"),
        (lambda file: file["projection"].update(parallels="north"), "$.projection.parallels"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(drop_map: Drop, spoil: Spoil, told: str) -> None:
    file = made_up(UTOPIA)
    spoil(file)
    drop_map(file, UTOPIA)
    with pytest.raises(DossierError) as error:
        read_map(UTOPIA)
    assert str(error.value).startswith("The map file XU.json can't be used: ")
    assert told in str(error.value)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", json.dumps("XU").encode()])
def test_what_is_no_map_at_all_is_said(drop_map: Drop, content: bytes) -> None:
    drop_map(made_up(UTOPIA))
    resources.path("map", "XU.json").write_bytes(content)
    with pytest.raises(DossierError, match=r"The map file XU\.json can't be used"):
        map_outline(UTOPIA)


def test_a_folder_of_that_name_is_no_map(drop_map: Drop, tmp_path: Path) -> None:
    drop_map(made_up(UTOPIA))
    path = resources.path("map", "XU.json")
    path.unlink()
    path.mkdir()
    with pytest.raises(DossierError, match="can't be used"):
        read_map(UTOPIA)
