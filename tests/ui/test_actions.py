"""The table of actions: every one does something, no key is taken twice, and the docs say the same."""

from collections import Counter
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Desk
from ui.actions import ACTIONS, shortcut_table
from ui.dialogs.manual import Manual

DOCS = Path(__file__).parents[2] / "docs" / "keys.md"


def test_no_key_does_two_things() -> None:
    keys = Counter(key for spec in ACTIONS for key in spec.keys)
    assert [key for key, times in keys.items() if times > 1] == []


def test_the_docs_list_the_same_keys() -> None:
    rows = [
        tuple(cell.strip() for cell in line.strip("|\n ").split(" | "))
        for line in DOCS.read_text(encoding="utf-8").splitlines()
        if line.startswith("| `")
    ]
    assert rows == [(f"`{keys}`", what.rstrip("…")) for keys, what in shortcut_table()]


def test_the_menu_holds_every_action_once(desk: Desk) -> None:
    menu = desk.window.tool_bar.menu_button.menu()
    found: Counter[str] = Counter()
    waiting = [menu]
    for each in waiting:
        for action in each.actions():
            if action.menu():
                waiting.append(action.menu())
            elif action.objectName():
                found[action.objectName()] += 1
    assert found == Counter({spec.name: 1 for spec in ACTIONS})


@pytest.mark.parametrize("name", ["keys", "about"])
def test_help_opens(desk: Desk, qtbot: QtBot, name: str) -> None:
    from PySide6.QtWidgets import QMessageBox

    desk.window.doable[name].trigger()
    shown = desk.dialog(Manual if name == "keys" else QMessageBox)
    if isinstance(shown, Manual):
        told = shown.text.toPlainText()
        assert [what for _, what in shortcut_table() if what.rstrip("…") not in told] == []
    shown.close()


def test_f6_goes_round_the_panes(desk: Desk) -> None:
    desk.select("UNDP")
    seen = []
    for _ in desk.window.docks.names:
        desk.window.doable["next_pane"].trigger()
        focused = desk.window.focusWidget()
        assert focused is not None
        seen.append(next(n for n in desk.window.docks.names if desk.window.docks[n].isAncestorOf(focused)))
    assert set(seen) >= {"organizations", "timeline", "regions", "initiatives", "source", "card"}
