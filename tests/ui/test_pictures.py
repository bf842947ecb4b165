"""The pictures of the docs are what the window looks like today; `make images` draws them anew."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from PySide6.QtWidgets import QApplication

from dossier.intake.seed import load_seed
from dossier.model.clock import clock_at
from dossier.store import Dossier
from ui.demo import records
from ui.pictures import all_looks, few_colours, grab, main_pictures, other_looks
from ui.settings import Settings

IMAGES = Path(__file__).parents[2] / "docs" / "images"
CLOCK = clock_at(date(2026, 11, 24))
CELL = 8  # px: letters may be smoothed otherwise on another machine, lines and words may not move
FAR = 24  # of 255, between the means of a cell
MOST = 0.003  # of all cells

MAIN = (
    "window-light",
    "search-light",
    "panes/browse-kk-dark-narrow",
    "panes/brief-ru-light-wide",
)


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    path = tmp_path_factory.mktemp("pictures") / "kazakhstan-un.dossier"
    dossier = Dossier.create(path, clock=CLOCK, fill=load_seed)
    yield dossier
    dossier.close()


def difference(one: Path, other: Path) -> float:
    """The share of cells that look different; all of them where the sizes do."""
    images = [Image.open(path).convert("RGB") for path in (one, other)]
    if images[0].size != images[1].size:
        return 1.0
    small = [
        image.resize((image.width // CELL, image.height // CELL), Image.Resampling.BOX) for image in images
    ]
    channels = ImageChops.difference(*small).split()
    most = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    return sum(most.histogram()[FAR:]) / (most.width * most.height)


@pytest.mark.parametrize("name", MAIN)
def test_the_window_looks_as_in_the_docs(
    name: str, dossier: Dossier, qapp: QApplication, tmp_path: Path
) -> None:
    shown = records(dossier)
    picture = next(each for each in [*main_pictures(shown), *all_looks(shown)] if each.name == name)
    image = grab(picture, Settings(tmp_path / "window.ini"), qapp, dossier, CLOCK)
    drawn = tmp_path / "drawn.png"
    drawn.write_bytes(few_colours(image))
    assert difference(drawn, IMAGES / f"{name}.png") <= MOST, "look at it, then run make images"


def test_a_changed_window_is_told_from_the_old_one() -> None:
    english, russian = (IMAGES / f"panes/browse-{code}-light-wide.png" for code in ("en", "ru"))
    assert difference(english, russian) > 10 * MOST


def test_every_look_is_in_the_docs(dossier: Dossier) -> None:
    shown = records(dossier)
    looks = [picture.name for picture in all_looks(shown)]
    held = {str(path.relative_to(IMAGES)) for path in IMAGES.rglob("*.png")}
    wanted = {f"{name}{sharp}.png" for name in looks for sharp in ("", "@2x")}
    once = [*main_pictures(shown), *other_looks(shown)]
    wanted |= {f"{picture.name}.png" for picture in once} | {"sheet-person.png"}
    assert held == wanted
