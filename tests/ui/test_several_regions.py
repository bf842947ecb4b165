"""Several regions at once: Ctrl with a click or Space adds one; panes mark, or show, what is of any."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from tests.ui.conftest import Desk
from ui.session import Session, Step

CTRL = Qt.KeyboardModifier.ControlModifier


def point(desk: Desk, pk: int) -> QPoint:
    view = desk.window.regions.map.view
    region = view.region(pk)
    assert region
    return view.point(region).toPoint()


def click(desk: Desk, pk: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    desk.qtbot.mouseClick(desk.window.regions.map, Qt.MouseButton.LeftButton, keys, point(desk, pk))
    desk.settle()


@pytest.fixture
def regions(desk: Desk) -> dict[str, int]:
    return {name: desk.pk(name, kind) for name, kind in (("Abai", "region"), ("Almaty", "place"))}


def test_a_click_with_ctrl_adds_a_region_and_takes_it_away(desk: Desk, regions: dict[str, int]) -> None:
    abai, almaty = regions["Abai"], regions["Almaty"]
    click(desk, abai)
    of_abai = desk.window.initiatives.marks.related
    click(desk, almaty, CTRL)
    marks = desk.window.initiatives.marks
    assert (marks.selected, marks.also) == (abai, (almaty,))
    assert marks.related > of_abai
    assert desk.window.status.related.text().startswith("Related to Abai and Almaty: ")
    assert desk.pk("UN Regional Center in Almaty", "initiative") in marks.related - of_abai
    assert desk.window.card.card is not None
    assert desk.window.card.card.pk == abai
    also = desk.window.card.findChild(QLabel, "also")
    assert also
    assert also.isVisible()
    assert also.text() == "First of 2 selected; the others: Almaty"
    described = [desk.window.regions.describe(pk) for pk in (abai, almaty)]
    assert described == ["selected", "selected"]
    click(desk, almaty, CTRL)
    assert desk.window.initiatives.marks.related == of_abai
    assert not also.isVisible()
    click(desk, almaty, CTRL)
    click(desk, abai, CTRL)
    assert desk.window.session.step == Step(almaty)


def test_only_what_is_related_to_any_of_them_is_shown(desk: Desk, regions: dict[str, int]) -> None:
    abai, almaty = regions["Abai"], regions["Almaty"]
    click(desk, abai)
    click(desk, almaty, CTRL)
    desk.window.doable["show_only"].trigger()
    desk.settle()
    only = desk.window.initiatives.marks.only
    assert only is not None
    assert only >= {abai, almaty}
    assert desk.window.tool_bar.chip.text().startswith("only: Abai and Almaty")
    listed = desk.window.initiatives.list.model().rowCount()
    assert listed == 2
    desk.select("Joint projects for vulnerable people", "initiative")
    assert desk.window.initiatives.marks.only == only
    assert desk.window.initiatives.marks.also == ()
    click(desk, almaty, CTRL)
    assert desk.window.session.step.kept == (abai,)
    assert desk.window.initiatives.list.model().rowCount() == 1
    desk.window.session.back()
    desk.settle()
    assert desk.window.initiatives.list.model().rowCount() == 2
    desk.window.doable["show_all"].trigger()
    desk.settle()
    assert desk.window.initiatives.marks.only is None
    assert desk.window.session.step.also == ()


def test_space_adds_on_the_map_and_in_the_list(desk: Desk, regions: dict[str, int]) -> None:
    pane = desk.window.regions
    click(desk, regions["Abai"])
    pane.map.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(pane.map, Qt.Key.Key_Down)
    added = pane.map.current
    assert added not in (None, regions["Abai"])
    desk.press(pane.map, Qt.Key.Key_Space)
    assert desk.window.session.step.also == (added,)
    assert pane.map.current == added
    desk.qtbot.mouseClick(pane.as_list, Qt.MouseButton.LeftButton)
    pane.list.setFocus(Qt.FocusReason.TabFocusReason)
    row = next(
        index
        for index in (pane.list.model().index(row, 0) for row in range(pane.list.model().rowCount()))
        if str(index.data()).startswith("Almaty")
    )
    pane.list.setCurrentIndex(row)
    desk.press(pane.list, Qt.Key.Key_Space)
    assert desk.window.session.step.also == (added, regions["Almaty"])
    assert pane.list.currentIndex() == row
    desk.press(pane.list, Qt.Key.Key_Return)
    assert desk.window.session.step == Step(regions["Almaty"])


def test_the_first_one_is_simply_selected(open_desk: Callable[..., Desk], seed_file: Path) -> None:
    desk = open_desk(seed_file)
    abai = desk.pk("Abai", "region")
    click(desk, abai, CTRL)
    assert desk.window.session.step == Step(abai)


def test_what_is_gone_is_not_chosen_any_more() -> None:
    session = Session()
    for pk in (1, 2, 3):
        session.add(pk)
    assert session.step.chosen == (1, 2, 3)
    assert session.forget(lambda pk: pk == 2)
    assert session.step.chosen == (1, 3)
    session.add(1)
    assert session.step == Step(3)
    session.add(3)
    assert session.step == Step()
