"""The colours can be read (WCAG 2.2, every pair that meets), and the kinds told apart by any sight."""

import itertools
import math
import re
from dataclasses import asdict, fields

import pytest

from resources.tokens import (
    DARK,
    HIGH_CONTRAST_DARK,
    HIGH_CONTRAST_LIGHT,
    LIGHT,
    PAPER,
    PAPER_TYPE,
    TLP,
    TLP_GROUND,
    Tokens,
    TypeStyle,
)
from ui.style.theme import Theme

THEMES = {
    "light": LIGHT,
    "dark": DARK,
    "high contrast light": HIGH_CONTRAST_LIGHT,
    "high contrast dark": HIGH_CONTRAST_DARK,
}
PANES = ("background", "surface", "raised")
GROUNDS = (*PANES, "selection", "related", "hover")
KINDS = ("person", "organization", "initiative", "event", "region", "source")
TEXTS = ("text", "muted", "accent", *KINDS, "success", "warning", "stale", "conflict")
LINES = ("edge", "selection_bar", "related_bar", "focus", "dimmed")

Rgb = tuple[float, float, float]
Matrix = tuple[Rgb, Rgb, Rgb]

# Machado, Oliveira, Fernandes 2009, full severity, on linear RGB.
SIGHTS: dict[str, Matrix] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: str) -> Rgb:
    def channel(start: int) -> float:
        value = int(colour[start : start + 2], 16) / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    return channel(1), channel(3), channel(5)


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def shades(theme: Tokens) -> tuple[str, ...]:
    return theme.map_shade_1, theme.map_shade_2, theme.map_shade_3, theme.map_shade_4


def lab(colour: str, sight: Matrix) -> Rgb:
    """The colour as CIE L*a*b* (D65), seen with one kind of sight."""
    rgb = linear(colour)
    red, green, blue = (min(1, max(0, sum(a * b for a, b in zip(row, rgb, strict=True)))) for row in sight)

    def cube_root(value: float) -> float:
        return value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116

    x = cube_root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
    y = cube_root(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    z = cube_root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)  # the WCAG's own known failure


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_text_is_readable_on_every_ground(theme: Tokens) -> None:
    low = {
        (text, ground): round(ratio, 2)
        for text, ground in itertools.product(TEXTS, GROUNDS)
        if (ratio := contrast(getattr(theme, text), getattr(theme, ground))) < 4.5
    }
    assert low == {}
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert contrast(theme.text, theme.map_land) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_outlines_and_bars_are_seen_on_every_pane(theme: Tokens) -> None:
    low = {
        (line, ground): round(ratio, 2)
        for line, ground in itertools.product(LINES, PANES)
        if (ratio := contrast(getattr(theme, line), getattr(theme, ground))) < 3
    }
    assert low == {}
    assert contrast(theme.map_line, theme.map_land) >= 3
    assert contrast(theme.related_bar, theme.map_land) >= 3


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_keyboards_ring_and_the_bars_are_seen_on_the_rows_they_lie_on(theme: Tokens) -> None:
    assert min(contrast(theme.focus, getattr(theme, ground)) for ground in GROUNDS) >= 3
    assert contrast(theme.selection_bar, theme.selection) >= 3
    assert contrast(theme.related_bar, theme.related) >= 3


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_text_is_readable_on_a_selection_in_a_pane_without_the_focus(theme: Tokens) -> None:
    ground = Theme(theme).blend("selection", "surface").name()
    assert min(contrast(getattr(theme, text), ground) for text in TEXTS) >= 4.5


def test_no_colour_is_left_unmeasured() -> None:
    elsewhere = {"border", "on_accent", "map_land", "map_line", "bar_width"}  # a border is decoration alone
    measured = {*GROUNDS, *TEXTS, *LINES, *elsewhere, *(f"map_shade_{strength}" for strength in range(1, 5))}
    assert {field.name for field in fields(Tokens)} == measured


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_names_borders_and_the_keyboards_ring_are_seen_on_every_shade_of_the_map(theme: Tokens) -> None:
    for ground in (theme.map_land, *shades(theme)):
        assert contrast(theme.text, ground) >= 4.5
        assert contrast(theme.muted, ground) >= 3  # the borders of a shaded map
        assert contrast(theme.focus, ground) >= 3
    assert contrast(theme.muted, theme.map_land) >= 4.5  # names of what is not related
    for state in ("related", "selection"):  # these lie in an outline of their own
        assert contrast(getattr(theme, f"{state}_bar"), getattr(theme, state)) >= 3


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("sight", SIGHTS)
def test_each_shade_of_the_map_is_stronger_than_the_one_before(theme: Tokens, sight: str) -> None:
    seen = [lab(colour, SIGHTS[sight]) for colour in (theme.map_land, *shades(theme))]
    assert all(math.dist(one, other) >= 3 for one, other in itertools.pairwise(seen))
    away = [math.dist(seen[0], colour) for colour in seen[1:]]
    assert away == sorted(away)
    amber = lab(theme.related, SIGHTS[sight])
    assert min(math.dist(amber, colour) for colour in seen[1:]) >= 14


@pytest.mark.parametrize("theme", [HIGH_CONTRAST_LIGHT, HIGH_CONTRAST_DARK], ids=["light", "dark"])
def test_high_contrast_has_the_most_there_is(theme: Tokens) -> None:
    for ground in PANES:
        for ink in ("text", "muted", "border", "edge"):
            assert contrast(getattr(theme, ink), getattr(theme, ground)) == pytest.approx(21)
    assert theme.bar_width == 4


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("sight", SIGHTS)
def test_no_two_kinds_look_alike(theme: Tokens, sight: str) -> None:
    seen = {kind: lab(getattr(theme, kind), SIGHTS[sight]) for kind in KINDS}
    nearest = min(math.dist(seen[a], seen[b]) for a, b in itertools.combinations(KINDS, 2))
    assert nearest >= (40 if sight == "normal" else 20)


def test_paper_can_be_read() -> None:
    for ink in (PAPER.ink, PAPER.muted, PAPER.accent):
        assert contrast(ink, PAPER.page) >= 4.5
    for ground in (PAPER.land, PAPER.related, PAPER.related_light):
        assert contrast(PAPER.ink, ground) >= 4.5
        assert contrast(PAPER.related_line, ground) >= 3
    assert contrast(PAPER.edge, PAPER.page) >= 3
    assert contrast(PAPER.edge, PAPER.land) >= 3


def test_tlp_marks_can_be_read() -> None:
    for letters in TLP.values():
        assert contrast(letters, TLP_GROUND) >= 4.5


def test_every_colour_is_a_colour() -> None:
    for table in (*map(asdict, THEMES.values()), asdict(PAPER)):
        for name, value in table.items():
            assert name == "bar_width" or re.fullmatch(r"#[0-9A-F]{6}", value), (name, value)


def test_type_on_paper_stays_above_the_floor() -> None:
    styles = [getattr(PAPER_TYPE, field.name) for field in fields(PAPER_TYPE)]
    sizes = [s.size for s in (*styles, *PAPER_TYPE.bodies) if isinstance(s, TypeStyle)]
    assert min(sizes) == 9
    assert [body.size for body in PAPER_TYPE.bodies] == [10.5, 10, 9.5]
