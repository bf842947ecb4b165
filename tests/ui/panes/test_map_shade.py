"""The map's shade: chosen by keys, told by colour and number alike; and another country's map."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QSize, Qt, SignalInstance
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

import resources
from dossier.language import Wording, wording
from dossier.views.values import RegionRow
from tests.ui.panes import samples
from tests.ui.panes.conftest import Show
from tests.views.maps import Drop, made_up
from ui.panes.map_legend import MapLegend
from ui.panes.regions import RegionsPane
from ui.style import Theme

Heard = Callable[[SignalInstance], list[object]]
SIZE = QSize(419, 337)
ABROAD = tuple(
    RegionRow(900 + n, f"XU-0{n}", name, 2, 0, 0, samples.INITIATIVES[:1])
    for n, name in ((1, "Westland"), (2, "Eastland"))
)


@pytest.fixture
def pane(show: Show, theme: Theme, english: Wording) -> RegionsPane:
    pane = RegionsPane(theme, english)
    pane.show_regions(samples.REGIONS)
    show(pane, SIZE)
    return pane


def colour(pane: RegionsPane, pk: int) -> str:
    """Beside a region's name."""
    region = pane.map.view.region(pk)
    assert region
    at = pane.map.view.point(region).toPoint() + QPoint(0, 18)
    return pane.map.grab().toImage().pixelColor(at).name()


def legend(pane: RegionsPane) -> list[tuple[str, str]]:
    return MapLegend(pane.theme, pane.wording).entries(pane.map.view)


def choose(qtbot: QtBot, button: QToolButton, steps: int) -> None:
    """Open the menu by the keyboard and take the entry so many steps down."""
    button.setFocus(Qt.FocusReason.TabFocusReason)
    menu = button.menu()
    menu.aboutToShow.connect(lambda: None)
    from PySide6.QtCore import QTimer

    def go() -> None:
        for _ in range(steps):
            qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(0, go)
    qtbot.keyClick(button, Qt.Key.Key_Space)


def test_regions_with_initiatives_stand_out_before_anything_is_chosen(
    pane: RegionsPane, theme: Theme
) -> None:
    for pk in (samples.ABAI, samples.ZHETISU, samples.ULYTAU, samples.KYZYLORDA):
        assert colour(pane, pk) == theme.color("map_shade_4").name()
    assert colour(pane, samples.AKMOLA) == theme.color("map_land").name()
    assert legend(pane) == [
        ("", "Initiatives:"),
        ("map_land", "none yet"),
        ("map_shade_4", "1"),
        ("selection", "selected"),
        ("related", "related to the selection"),
    ]


def test_the_legend_tells_of_hatching_while_a_region_is_hatched(pane: RegionsPane) -> None:
    told = ("hatch", "no unit of its own then")
    assert told not in legend(pane)
    height = pane.map.view.area.height()
    pane.show_regions(tuple(replace(row, absent="no unit then") for row in samples.REGIONS))
    assert told in legend(pane)
    assert pane.map.view.area.height() <= height
    pane.show_regions(samples.REGIONS)
    assert told not in legend(pane)
    assert pane.map.view.area.height() == height


def test_the_shade_is_chosen_by_keys_and_told(
    pane: RegionsPane, qtbot: QtBot, heard: Heard, theme: Theme
) -> None:
    told = heard(pane.shade_chosen)
    button = pane.shades.button
    assert button.accessibleName() == "Shade of the map: Initiatives"
    choose(qtbot, button, 2)
    assert told == ["events"]
    assert button.accessibleName() == "Shade of the map: Events"
    assert colour(pane, samples.ABAI) == theme.color("map_land").name()
    named = {" ".join(name.lines).replace("\xa0", " ") for name in pane.map.names}
    assert named == {"Abai", "Zhetisu", "Ulytau", "Kyzylorda", "Almaty 1", "Astana 1"}
    assert legend(pane)[0] == ("", "Events:")
    choose(qtbot, button, 4)
    assert told == ["events", ""]
    assert ("dot", "has an initiative") in legend(pane)
    assert button.accessibleName() == "Shade of the map: No shade"


def test_what_is_outside_of_what_alone_shows_is_not_shaded(pane: RegionsPane, theme: Theme) -> None:
    pane.restrict(frozenset((samples.ABAI,)))
    assert colour(pane, samples.ABAI) == theme.color("map_shade_4").name()
    assert colour(pane, samples.ULYTAU) == theme.color("map_land").name()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("width", [240, 419, 900])
def test_the_legend_is_as_wide_as_the_pane_and_the_map_ends_above_it(
    show: Show, theme: Theme, language: str, width: int
) -> None:
    pane = RegionsPane(theme, wording(language))
    pane.show_regions(
        tuple(
            RegionRow(row.pk, row.code, row.name, n * 400, 0, 0, ()) for n, row in enumerate(samples.REGIONS)
        )
    )
    show(pane, QSize(width, 337))
    view = pane.map.view
    drawn = MapLegend(theme, wording(language))
    assert len(view.shading.steps) == 4
    assert pane.map.view.area.bottom() <= pane.map.height() - drawn.height(view, width - 32) + 4
    for line in drawn._lines(view, width - 32):
        taken = sum(drawn._width(*entry) for entry in line) + 16 * (len(line) - 1)
        assert taken <= width - 32


def test_one_country_needs_no_choice(pane: RegionsPane, drop_map: Drop) -> None:
    drop_map(made_up("XU"))
    pane.show_regions(samples.REGIONS)
    assert not pane.countries.button.isVisible()


def test_another_country_is_shown_by_a_file_dropped_in(
    pane: RegionsPane, drop_map: Drop, qtbot: QtBot, heard: Heard
) -> None:
    told, chosen = heard(pane.country_chosen), heard(pane.selected)
    drop_map(made_up("XU"))
    pane.show_regions((*samples.REGIONS, *ABROAD))
    QApplication.processEvents()
    assert pane.countries.button.isVisible()
    assert pane.map.view.outline.country == "KZ"
    choose(qtbot, pane.countries.button, 2)
    assert told == ["XU"]
    assert pane.map.view.outline.codes == ("XU-01", "XU-02")
    assert sorted(" ".join(name.lines) for name in pane.map.names) == ["Eastland\xa02", "Westland\xa02"]
    region = pane.map.view.region(901)
    assert region
    qtbot.mouseClick(pane.map, Qt.MouseButton.LeftButton, pos=pane.map.view.point(region).toPoint())
    assert chosen == [901]
    listed = [pane.list.model().index(row, 0).data() for row in range(pane.list.model().rowCount())]
    assert not any(text.startswith("Abai") for text in listed)


def test_a_dossier_of_another_country_shows_that_one(
    show: Show, theme: Theme, english: Wording, drop_map: Drop
) -> None:
    drop_map(made_up("XU"))
    pane = RegionsPane(theme, english)
    pane.show_regions((samples.REGIONS[1], *ABROAD))
    show(pane, SIZE)
    assert pane.map.view.outline.country == "XU"


def test_a_file_of_no_use_is_told_in_the_place_of_the_map(
    pane: RegionsPane, drop_map: Drop, qtbot: QtBot
) -> None:
    drop_map(made_up("XU"))
    resources.path("map", "XU.json").write_text("{}", encoding="utf-8")
    pane.show_regions((*samples.REGIONS, *ABROAD))
    choose(qtbot, pane.countries.button, 2)
    assert pane.map_note == (
        "In the map file XU.json, the field country is missing. Write it as resources/map/README.md tells."
    )
    choose(qtbot, pane.countries.button, 1)
    assert pane.map_note == ""
    assert pane.map.isVisible()
