"""The manual is there in each language, names only commands that there are, and opens by F1."""

import re

import pytest
from PySide6.QtCore import Qt

import resources
from dossier.language import LANGUAGES, wording
from tests.ui.conftest import Desk
from ui import manual_text
from ui.actions import ACTIONS, shortcut_table
from ui.dialogs.manual import Manual

NAMED = re.compile(r"\{(\w+)\}")
MARKED = re.compile(r"`[^`]+`")


def written(code: str) -> str:
    return resources.read_text("manual", f"{code}.md")


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_says_the_same(code: str) -> None:
    english, other = written("en"), written(code)
    assert other.count("\n## ") == english.count("\n## ")
    assert sorted(NAMED.findall(other)) == sorted(NAMED.findall(english))
    assert {"show_period", "show_day", "show_today"} <= set(NAMED.findall(other))
    assert other.count("\n- ") == english.count("\n- ")
    assert len(MARKED.findall(other)) == len(MARKED.findall(english))


@pytest.mark.parametrize("code", LANGUAGES)
def test_commands_are_named_as_in_the_menu_with_their_keys(code: str) -> None:
    say = wording(code).say
    told = "\n".join(section.text for section in manual_text.sections(wording(code)))
    assert "{" not in told
    for spec in ACTIONS:
        if f"{{{spec.name}}}" in written(code):
            assert f"**{say(spec.text).rstrip('…')}**" in told


def test_the_last_section_lists_all_keys() -> None:
    section = manual_text.sections(wording("en"))[-1]
    assert [keys for keys, _ in shortcut_table() if f"| {keys} |" not in section.text] == []


def test_a_command_that_there_is_not_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "read_text", lambda *parts: "## Title\n\nPress {frobnicate}.")
    with pytest.raises(ValueError, match="frobnicate"):
        manual_text.sections(wording("en"))


def test_f1_opens_it_beside_the_window_and_closes_it(desk: Desk) -> None:
    desk.press(desk.window, Qt.Key.Key_F1)
    manual = desk.dialog(Manual)
    assert isinstance(manual, Manual)
    assert not manual.isModal()
    desk.press(manual.contents, Qt.Key.Key_Down)
    assert manual.text.toPlainText().startswith("Find anyone\n")
    assert "agency:undp" in manual.text.toPlainText()
    desk.press(manual.contents, Qt.Key.Key_F1)
    assert desk.window.findChild(Manual) is None
