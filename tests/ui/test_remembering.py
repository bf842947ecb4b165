"""Layout and last place survive a restart; language and colours change the whole window."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QToolButton

from dossier.model.activities import Event
from dossier.model.dates import parse_date
from tests.ui.conftest import Desk
from ui.panes.card import CardPane

Open = Callable[..., Desk]


def widths(desk: Desk) -> dict[str, int]:
    return {name: desk.window.docks[name].width() for name in desk.window.docks.names}


def test_the_panes_lie_as_in_the_design(desk: Desk) -> None:
    geometry = {name: desk.window.docks[name].geometry() for name in desk.window.docks.names}
    assert [geometry[name].width() for name in ("organizations", "timeline", "card")] == [304, 710, 424]
    assert geometry["source"].height() == 261
    assert geometry["source"].width() == 304 + 1 + 710
    desk.window.resize(1700, 1000)
    desk.settle()
    assert widths(desk)["organizations"] == 304
    assert widths(desk)["card"] == 424


def test_a_small_window_keeps_card_and_organizations_and_tabs_the_source(
    open_desk: Open, seed_file: Path
) -> None:
    desk = open_desk(seed_file, size=(1024, 640))
    assert (widths(desk)["organizations"], widths(desk)["card"]) == (240, 360)
    tabbed = desk.window.tabifiedDockWidgets(desk.window.docks["timeline"])
    assert tabbed == [desk.window.docks["source"]]
    desk.select("Akan Rakhmetullin")
    desk.click_link(desk.window.card, "[1]")
    assert not desk.window.docks["source"].visibleRegion().isEmpty()


def test_layout_and_place_survive_a_restart(open_desk: Open, seed_file: Path) -> None:
    first = open_desk(seed_file)
    first.select("Katarzyna Wawiernia")
    first.window.docks["initiatives"].hide()
    first.app.close()
    second = open_desk(seed_file)
    assert second.window.docks["initiatives"].isHidden()
    assert second.window.card.card is not None
    assert second.window.card.card.name == "Katarzyna Wawiernia"
    assert not second.window.doable["back"].isEnabled()
    second.window.doable["reset_layout"].trigger()
    assert not second.window.docks["initiatives"].isHidden()


@pytest.mark.parametrize("size", [(1024, 640), (880, 560)])
def test_panes_of_a_large_window_are_laid_out_anew_in_a_small_one(
    open_desk: Open, seed_file: Path, size: tuple[int, int]
) -> None:
    first = open_desk(seed_file)
    state = first.window.docks.save()
    first.window.resize(*size)
    first.settle()
    live = widths(first)
    first.window.resize(1440, 900)
    first.settle()
    first.app.close()
    first.window.settings.keep_bytes("geometry", QByteArray())
    second = open_desk(seed_file, size=size)
    assert second.window.docks.restore(state, second.window.docks.workspace)
    second.settle()
    for name in ("organizations", "card", "timeline"):
        assert widths(second)[name] == live[name]


def test_the_shade_of_the_map_is_remembered(open_desk: Open, seed_file: Path) -> None:
    first = open_desk(seed_file)
    assert first.window.regions.map.view.shading.by == "initiatives"
    menu = first.window.regions.shades
    for steps, expected in ((1, "events"), (3, "")):
        menu.actions()[steps].trigger()
        assert first.window.regions.map.view.shading.by == expected
    first.app.close()
    second = open_desk(seed_file)
    assert second.window.regions.map.view.shading.by == ""
    second.window.regions.shades.actions()[2].trigger()
    russian = second.window.tool_bar.findChild(QToolButton, "language_ru")
    assert russian is not None
    second.qtbot.mouseClick(russian, Qt.MouseButton.LeftButton)
    second.settle()
    assert second.window.regions.map.view.shading.by == "contacts"


def test_another_language_rewrites_the_window_and_keeps_the_place(desk: Desk) -> None:
    desk.select("Akan Rakhmetullin")
    russian = desk.window.tool_bar.findChild(QToolButton, "language_ru")
    assert russian is not None
    desk.qtbot.mouseClick(russian, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.window.wording.code == "ru"
    assert desk.window.card.card is not None
    assert desk.window.card.card.name == "Акан Рахметуллин"
    assert desk.window.session.step.selected == desk.pk("Akan Rakhmetullin")
    assert desk.window.settings.language == "ru"


def test_another_language_and_an_undo_keep_the_days_in_sight(desk: Desk) -> None:
    desk.select("Akan Rakhmetullin")
    timeline = desk.window.timeline
    view = timeline.canvas.view
    view.move_to(view.scale.showing(date(2001, 3, 1).toordinal(), date(2002, 5, 1).toordinal()))
    days = view.scale.start, view.scale.end
    with desk.dossier.edit("Add an event") as edit:
        edit.add(Event(event_kind="meeting", date=parse_date("2024-06-20")))
    desk.settle()
    desk.window.doable["undo"].trigger()
    desk.settle()
    for code in ("ru", "kk", "en"):
        assert (view.scale.start, view.scale.end) == pytest.approx(days)
        button = desk.window.tool_bar.findChild(QToolButton, f"language_{code}")
        assert button is not None
        desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        desk.settle()
        view = desk.window.timeline.canvas.view
    assert (view.scale.start, view.scale.end) == pytest.approx(days)
    desk.select("Katarzyna Wawiernia")
    assert view.scale.start > date(2015, 1, 1).toordinal()  # what is chosen then comes into sight


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_no_word_of_the_window_is_missing_in_a_language(
    open_desk: Open, seed_file: Path, language: str
) -> None:
    from dossier.language.catalogue import catalogue
    from ui.actions import ACTIONS, MENUS, shortcut_table

    words = [spec.text for spec in ACTIONS if not spec.name.startswith("language_")]
    words += [*MENUS.values(), *(what for _, what in shortcut_table())]
    known = catalogue(language)
    missing = [word for word in words if known.gettext(word) == word]
    assert missing == []


def test_dark_colours_from_the_menu_and_back(desk: Desk) -> None:
    light = desk.window.palette().window().color()
    desk.window.doable["colours_dark"].trigger()
    desk.settle()
    assert desk.window.palette().window().color() != light
    assert desk.window.doable["colours_dark"].isChecked()
    desk.window.doable["colours_light"].trigger()
    desk.settle()
    assert desk.window.palette().window().color() == light


def test_everything_that_takes_the_focus_has_a_name(desk: Desk) -> None:
    from PySide6.QtWidgets import QAbstractButton, QWidget

    desk.select("Katarzyna Wawiernia")
    nameless = [
        widget
        for widget in desk.window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
    assert [f"{type(each).__name__} {each.objectName()}" for each in nameless] == []


def test_an_empty_dossier_says_what_to_do(open_desk: Open, tmp_path: Path) -> None:
    from dossier.store import Dossier
    from tests.ui.conftest import CLOCK

    path = tmp_path / "empty.dossier"
    Dossier.create(path, clock=CLOCK).close()
    desk = open_desk(path)
    assert desk.window.status.middle.text() == "The dossier is empty."
    assert isinstance(desk.window.card, CardPane)
    assert desk.window.card.card is None
    action = desk.window.doable["save_sheet"]
    assert not action.isEnabled()
    assert action.toolTip().startswith("Select a person, organization, initiative, region or event")


def test_the_lanes_of_the_timeline_are_remembered(open_desk: Callable[..., Desk], seed_file: Path) -> None:
    desk = open_desk(seed_file)
    pane = desk.window.timeline
    button = pane.lanes.button
    assert button.accessibleName() == "Lanes: By organization"
    next(action for action in pane.lanes.actions() if action.text() == "By kind").trigger()
    desk.settle()
    assert "Visit" in [lane.name for lane in pane.canvas.view.arranged.lanes]
    assert button.accessibleName() == "Lanes: By kind"
    again = open_desk(seed_file)
    assert "Visit" in [lane.name for lane in again.window.timeline.canvas.view.arranged.lanes]
