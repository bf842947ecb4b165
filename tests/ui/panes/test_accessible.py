"""A screen reader finds what the panes paint, hears where the keyboard is, and can press what it finds."""

import gc
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QSize, Qt, SignalInstance
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from dossier.language import Wording
from tests.ui.panes import samples
from tests.ui.panes.conftest import Show
from tests.ui.reading import children, current, description, element, name
from ui.panes.accessible import PaintedPart
from ui.panes.fact_text import FactText
from ui.panes.regions import RegionsPane
from ui.panes.timeline import TimelinePane
from ui.style import Theme

Heard = Callable[[SignalInstance], list[object]]
Told = list[tuple[QAccessible.Event, str]]
EVENT = QAccessible.Event


@pytest.fixture
def regions(show: Show, theme: Theme, english: Wording) -> RegionsPane:
    pane = RegionsPane(theme, english)
    pane.show_regions(samples.REGIONS)
    show(pane, QSize(419, 337))
    return pane


@pytest.fixture
def timeline(show: Show, theme: Theme, english: Wording) -> TimelinePane:
    pane = TimelinePane(theme, english)
    pane.show_timeline(samples.TIMELINE, samples.TODAY)
    show(pane, QSize(710, 222))
    return pane


@pytest.fixture
def fact(show: Show, theme: Theme, english: Wording) -> FactText:
    text = FactText(theme)
    text.add("UNICEF", href="record:7")
    text.add(", Almaty")
    text.add_cites((3,), english)
    show(text, QSize(300, 40))
    return text


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """What is told to a screen reader of parts from now on."""
    heard: Told = []

    def hear(event: QAccessibleEvent) -> None:
        whole = QAccessible.queryAccessibleInterface(event.object())
        heard.append((event.type(), name(whole.child(event.child()))))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return heard


def part(widget: QWidget, start: str) -> PaintedPart:
    found = next(each for each in children(widget) if name(each).startswith(start))
    assert isinstance(found, PaintedPart)
    return found


def type_key(qtbot: QtBot, widget: QWidget, key: Qt.Key) -> None:
    qtbot.keyClick(widget, key)
    QApplication.processEvents()


def press(of: PaintedPart) -> None:
    of.actionInterface().doAction(QAccessibleActionInterface.pressAction())
    QApplication.processEvents()


def test_the_map_is_a_list_of_its_regions(regions: RegionsPane, heard: Heard) -> None:
    chosen = heard(regions.selected)
    regions.mark(samples.ABAI, frozenset({samples.ULYTAU}))
    whole = element(regions.map)
    assert (whole.role(), name(whole)) == (QAccessible.Role.List, "Map of the regions")
    parts = [each for each in children(regions.map) if isinstance(each, PaintedPart)]
    assert len(parts) == len(samples.REGIONS)
    assert {each.role() for each in parts} == {QAccessible.Role.ListItem}
    ulytau, abai = part(regions.map, "Ulytau"), part(regions.map, "Abai")
    assert name(ulytau) == "Ulytau, 1 initiative"
    assert (description(ulytau), ulytau.state().selected) == ("related to the selection", False)
    assert (description(abai), abai.state().selected) == ("selected", True)
    press(ulytau)
    assert chosen == [samples.ULYTAU]


def test_a_part_lies_where_it_is_painted_and_is_found_there(regions: RegionsPane) -> None:
    ulytau = part(regions.map, "Ulytau")
    view = regions.map.view
    region = view.region(samples.ULYTAU)
    assert region
    at = regions.map.mapToGlobal(view.point(region).toPoint())
    assert ulytau.rect().contains(at)
    assert element(regions.map).indexOfChild(ulytau) == children(regions.map).index(ulytau)
    found = element(regions.map).childAt(at.x(), at.y())
    assert isinstance(found, PaintedPart)
    assert found.rect().contains(at)


def test_real_buttons_in_a_painted_widget_stay_to_be_found(regions: RegionsPane) -> None:
    box = next(each for each in children(regions.map) if not isinstance(each, PaintedPart))
    inner = [box.child(place) for place in range(box.childCount())]
    assert [name(each) for each in inner] == ["Zoom in", "Zoom out"]
    assert all(isinstance(each.object(), QToolButton) for each in inner)


def test_arrows_on_the_map_are_read_out(regions: RegionsPane, qtbot: QtBot, told: Told) -> None:
    regions.map.setFocus(Qt.FocusReason.TabFocusReason)
    regions.map.current = samples.KYZYLORDA
    assert element(regions.map).childCount()
    told.clear()
    for _ in range(2):
        type_key(qtbot, regions.map, Qt.Key.Key_Right)
    assert [event for event, _ in told] == [EVENT.Focus, EVENT.Focus]
    assert [words.partition(",")[0] for _, words in told] == ["Ulytau", "Astana"]
    assert current(regions.map) == told[-1][1]
    assert part(regions.map, "Astana").state().focused
    regions.mark(samples.ASTANA, frozenset())
    assert told[-1][0] == EVENT.SelectionAdd


def test_where_the_keyboard_is_is_told_again_when_it_comes_back(regions: RegionsPane, told: Told) -> None:
    regions.map.current = samples.ULYTAU
    assert element(regions.map).childCount()
    for _ in range(2):
        regions.as_list.setFocus(Qt.FocusReason.TabFocusReason)
        told.clear()
        regions.map.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        assert told == [(EVENT.Focus, "Ulytau, 1 initiative")]


def test_the_timeline_is_a_list_of_what_is_in_sight(
    timeline: TimelinePane, qtbot: QtBot, heard: Heard, told: Told
) -> None:
    chosen = heard(timeline.selected)
    assert "Visit to the UN Plaza, Almaty, 19 June 2024, Kazakhstan and United Nations" in [
        name(each) for each in children(timeline.canvas)
    ]
    timeline.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        type_key(qtbot, timeline.canvas, Qt.Key.Key_Right)
    assert current(timeline.canvas) == told[-1][1] == "News article, 20 June 2024, Sources"
    press(part(timeline.canvas, "Visit"))
    assert chosen == [samples.VISIT]
    timeline.canvas.view.move_to(timeline.canvas.view.scale.showing(700_000, 700_010))
    timeline.canvas.show_marks()
    assert current(timeline.canvas) == "News article, 20 June 2024, Sources"  # the keyboard's place stays


def test_a_facts_links_are_links_and_its_numbers_say_what_they_are(
    fact: FactText, qtbot: QtBot, heard: Heard
) -> None:
    opened = heard(fact.activated)
    whole = element(fact)
    assert (whole.role(), name(whole)) == (QAccessible.Role.StaticText, "UNICEF, Almaty[3]")
    assert [name(each) for each in children(fact)] == ["UNICEF", "source 3"]
    assert {each.role() for each in children(fact)} == {QAccessible.Role.Link}
    fact.clearFocus()
    fact.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(fact, Qt.Key.Key_Tab)
    assert current(fact) == "source 3"
    press(part(fact, "source 3"))
    assert opened == ["cite:3"]


def test_what_is_gone_says_so_and_nothing_is_left_of_it(theme: Theme, english: Wording) -> None:
    for _ in range(100):
        pane = RegionsPane(theme, english)
        pane.show_regions(samples.REGIONS)
        held = [each for each in children(pane.map) if isinstance(each, PaintedPart)]
        pane.show_regions(samples.REGIONS[:1])
        assert len([each for each in children(pane.map) if isinstance(each, PaintedPart)]) == 1
        pane.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect(0)
        assert not any(isValid(each) for each in held)
