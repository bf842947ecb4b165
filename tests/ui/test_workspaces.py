"""Workspaces: each has its panes, and is found again as it was left."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from tests.ui.conftest import Desk

Open = Callable[..., Desk]
CTRL = Qt.KeyboardModifier.ControlModifier


def in_sight(desk: Desk) -> set[str]:
    docks = desk.window.docks
    return {name for name in docks.names if not docks[name].visibleRegion().isEmpty()}


def test_brief_puts_the_sheet_in_the_middle_and_browse_the_panes_back(desk: Desk) -> None:
    desk.select("Katarzyna Wawiernia")
    before = in_sight(desk)
    desk.press(desk.window, Qt.Key.Key_2, CTRL)
    assert in_sight(desk) == {"organizations", "sheet", "source", "card"}
    docks = desk.window.docks
    left, middle, right = (docks[name].geometry() for name in ("organizations", "sheet", "card"))
    assert left.right() < middle.left() < middle.right() < right.left()
    assert desk.window.sheet.pages.images
    assert desk.window.doable["workspace_brief"].isChecked()
    desk.press(desk.window, Qt.Key.Key_1, CTRL)
    assert in_sight(desk) == before


def test_the_focus_stays_where_it_was(desk: Desk) -> None:
    tree = desk.window.organizations.tree
    tree.setFocus()
    desk.press(tree, Qt.Key.Key_2, CTRL)
    assert desk.window.focusWidget() is tree


def test_a_hidden_pane_comes_as_a_tab_and_stays_after_a_restart(open_desk: Open, seed_file: Path) -> None:
    first = open_desk(seed_file)
    first.press(first.window, Qt.Key.Key_2, CTRL)
    first.window.docks["timeline"].toggleViewAction().trigger()
    first.settle()
    tabbed = first.window.tabifiedDockWidgets(first.window.docks["sheet"])
    assert first.window.docks["timeline"] in tabbed
    first.app.close()
    second = open_desk(seed_file)
    assert second.window.docks.workspace.name == "brief"
    assert second.window.doable["workspace_brief"].isChecked()
    assert not second.window.docks["timeline"].isHidden()
    second.window.doable["reset_layout"].trigger()
    assert second.window.docks["timeline"].isHidden()
    second.press(second.window, Qt.Key.Key_1, CTRL)
    assert not second.window.docks["timeline"].isHidden()


def test_another_language_keeps_the_workspace(desk: Desk) -> None:
    desk.window.doable["workspace_brief"].trigger()
    desk.window.doable["language_ru"].trigger()
    desk.settle()
    assert desk.window.docks.workspace.name == "brief"
    assert desk.window.doable["workspace_brief"].isChecked()


def test_a_small_window_keeps_room_for_the_sheet(open_desk: Open, seed_file: Path) -> None:
    desk = open_desk(seed_file, size=(1024, 640))
    desk.window.doable["workspace_brief"].trigger()
    desk.settle()
    assert "sheet" in in_sight(desk)
    assert desk.window.docks["sheet"].width() > 440
