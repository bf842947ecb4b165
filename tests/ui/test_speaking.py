"""What changes elsewhere than where the focus is, is said to screen readers."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from tests.ui.conftest import Desk
from ui.dialogs.adding import PersonForm


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    heard: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    QAccessible.setActive(True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    yield heard
    QAccessible.setActive(False)


def test_a_choice_tells_how_much_is_related(desk: Desk, said: list[str]) -> None:
    desk.select("Katarzyna Wawiernia")
    related = [words for words in said if words.startswith("Related to Katarzyna Wawiernia: ")]
    assert len(related) == 1


def test_what_the_status_line_reports_is_said(desk: Desk, said: list[str]) -> None:
    desk.select("UNICEF")
    desk.window.doable["copy_name"].trigger()
    desk.settle()
    assert said[-1] == "The name is copied."


def test_what_alone_is_shown_is_said(desk: Desk, said: list[str]) -> None:
    pk = desk.select("UNICEF")
    desk.window.session.show_only(pk)
    desk.settle()
    assert any(words.startswith("only: ") for words in said)


def test_what_is_wrong_in_a_form_is_said_and_described_at_its_field(desk: Desk, said: list[str]) -> None:
    desk.window.doable["add_person"].trigger()
    form = desk.dialog(PersonForm)
    assert isinstance(form, PersonForm)
    desk.write(form.name, "Aigerim Bekova")
    desk.write(form.post, "Head of Protocol")
    desk.settle()
    desk.press(form.post, Qt.Key.Key_Return)
    assert said[-1] == "Write at which organization the post is."
    assert form.organization.accessibleDescription() == said[-1]


def test_the_chosen_hit_is_said_while_the_focus_stays_in_the_field(desk: Desk, said: list[str]) -> None:
    desk.window.doable["search"].trigger()
    desk.write(desk.window.tool_bar.search.line, "wawier")
    desk.settle()
    assert said[-1].startswith("Katarzyna Wawiernia")
