"""The initiatives pane."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt, SignalInstance
from pytestqt.qtbot import QtBot

from dossier.language import Wording
from tests.ui.panes import samples
from tests.ui.panes.conftest import Show
from ui.panes.delegates import ROW_ROLE
from ui.panes.initiatives import InitiativesPane
from ui.style import Theme

Heard = Callable[[SignalInstance], list[object]]


@pytest.fixture
def pane(show: Show, theme: Theme, english: Wording) -> InitiativesPane:
    pane = InitiativesPane(theme, english)
    pane.show_rows(samples.INITIATIVES)
    show(pane, QSize(290, 337))
    return pane


def names(pane: InitiativesPane) -> list[str]:
    model = pane.list.model()
    return [model.index(row, 0).data(ROW_ROLE).name for row in range(model.rowCount())]


def test_rows_of_43_pixels_in_the_order_given_with_their_count(pane: InitiativesPane) -> None:
    assert names(pane) == [row.name for row in samples.INITIATIVES]
    assert {pane.list.rowHeight(row) for row in range(7)} == {43}
    assert pane.count == "7"


def test_the_second_line_ends_with_the_date(pane: InitiativesPane) -> None:
    details = [pane.list.model().index(row, 0).data(ROW_ROLE).detail for row in (0, 5)]
    assert details == ["UNDP · 4 regions", "Kazakhstan · elected · 2025–2028"]


def test_a_click_chooses_and_shift_shows_the_related(
    pane: InitiativesPane, qtbot: QtBot, heard: Heard
) -> None:
    chosen, focused = heard(pane.selected), heard(pane.focused)
    at = pane.list.visualRect(pane.list.model().index(2, 0)).center()
    qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, at)
    assert (chosen, focused) == ([samples.CENTRE], [samples.CENTRE])


def test_the_funnel_asks_for_what_is_related_to_the_choice(
    pane: InitiativesPane, qtbot: QtBot, heard: Heard
) -> None:
    focused = heard(pane.focused)
    assert pane.funnel
    assert not pane.funnel.isEnabled()
    pane.mark(samples.WAWIERNIA, samples.RELATED)
    qtbot.mouseClick(pane.funnel, Qt.MouseButton.LeftButton)
    assert focused == [samples.WAWIERNIA]


def test_marks_never_change_the_order(pane: InitiativesPane) -> None:
    before = names(pane)
    pane.mark(samples.WAWIERNIA, frozenset((samples.GOALS,)))
    assert names(pane) == before


def test_only_the_related_show_and_are_counted(pane: InitiativesPane) -> None:
    pane.restrict(samples.RELATED)
    assert names(pane) == ["Joint projects for vulnerable people"]
    assert pane.count == "1"
    pane.restrict(frozenset())
    assert pane.empty_note == "No initiative is related."
    pane.restrict(None)
    assert (len(names(pane)), pane.empty_note) == (7, "")


def test_without_initiatives_the_pane_says_what_to_do(show: Show, theme: Theme, english: Wording) -> None:
    pane = InitiativesPane(theme, english)
    show(pane, QSize(290, 337))
    assert pane.empty_note == "No initiatives yet. Add a project or a resolution."
    assert pane.count == ""
