"""No colour is named outside the tokens, and the style sheet knows every token it asks for."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from resources.tokens import DARK, HIGH_CONTRAST_DARK, LIGHT
from ui.style import icon, kind_icon, kind_token, pixmap
from ui.style.palette import palette
from ui.style.stylesheet import style_sheet
from ui.style.theme import theme_for

UI = Path(__file__).parents[2] / "ui"


@pytest.mark.parametrize("path", sorted(p for p in UI.rglob("*") if p.suffix in (".py", ".qss")), ids=str)
def test_no_colour_is_named_in_the_window(path: Path) -> None:
    named = re.findall(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b(?=[;\"'])", path.read_text(encoding="utf-8"))
    assert named == []


def test_themes() -> None:
    assert theme_for(dark=False).tokens is LIGHT
    assert theme_for(dark=True).tokens is DARK
    assert theme_for(dark=True).dark
    assert theme_for(dark=True, contrast=True).tokens is HIGH_CONTRAST_DARK


def test_half_a_selection_lies_between_its_ground_and_itself() -> None:
    theme = theme_for(dark=False)
    blended = theme.blend("selection", "surface").red()
    assert theme.color("selection").red() < blended < theme.color("surface").red()


@pytest.mark.parametrize("dark", [False, True])
def test_style_sheet_and_palette_are_filled(qtbot: QtBot, dark: bool) -> None:
    theme = theme_for(dark=dark)
    assert "$" not in style_sheet(theme)
    assert palette(theme).color(QPalette.ColorRole.Highlight) == theme.color("selection")


@pytest.mark.parametrize(
    "kind", "person organization initiative event region statement source place post".split()
)
def test_each_kind_has_an_icon_in_its_hue(qtbot: QtBot, kind: str) -> None:
    theme = theme_for(dark=False)
    picture = pixmap(kind_icon(kind), kind_token(kind), theme, 2.0)
    assert picture.width() == 32
    image, hue = picture.toImage(), theme.color(kind_token(kind)).rgb()
    inked = [image.pixel(x, y) for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() == 255]
    assert inked
    assert all(pixel == hue for pixel in inked)
    assert not icon(kind_icon(kind), kind_token(kind), theme).isNull()
