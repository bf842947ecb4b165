"""The connections pane: the list that answers, the picture beside it, and how two records are connected."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from dossier.model.dates import parse_date
from tests.ui.conftest import Desk
from ui.dialogs.pairing import PairForm
from ui.panes.accessible import Part
from ui.panes.connections.canvas import GraphCanvas
from ui.panes.connections.listed import Entry

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def shown(desk: Desk) -> Desk:
    """The seed with its connections in sight, at Katarzyna Wawiernia."""
    desk.window.docks.raise_pane("connections")
    desk.select("Katarzyna Wawiernia")
    return desk


def graph(desk: Desk) -> GraphCanvas:
    return desk.window.connections.graph


def entry(desk: Desk, name: str) -> Entry:
    return next(each for each in desk.window.connections.list.entries if each.name.text.startswith(name))


def click(desk: Desk, pk: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    point = graph(desk).places[pk].toPoint()
    desk.qtbot.mouseClick(graph(desk), Qt.MouseButton.LeftButton, modifier, point)
    desk.settle()


def test_the_pane_is_filled_only_while_it_is_in_sight(desk: Desk) -> None:
    pk = desk.select("Katarzyna Wawiernia")
    assert desk.window.connections.list.entries == ()
    desk.window.docks.raise_pane("connections")
    desk.settle()
    assert desk.window.connections.list.entries
    assert pk in graph(desk).places
    desk.window.docks.raise_pane("card")
    before = desk.window.connections.list.entries
    desk.select("Akan Rakhmetullin")
    assert desk.window.connections.list.entries == before


def test_the_list_says_through_what(shown: Desk) -> None:
    texts = [text.text for text in shown.window.connections.list.texts]
    at = texts.index("Akan Rakhmetullin  First Deputy Foreign Minister, MFA")
    assert texts[at + 1].startswith("Same event: Visit to the UN Plaza, Almaty[")
    assert texts[at + 2] == "19 June 2024; Katarzyna Wawiernia: speaker; Akan Rakhmetullin: guest"
    assert shown.window.connections.count == "11"


def test_a_name_in_the_list_selects_and_a_number_opens_its_passage(shown: Desk) -> None:
    event = shown.pk("Visit to the UN Plaza, Almaty", "event")
    text = next(
        text for text in shown.window.connections.list.texts if text.text.startswith("Part in the event")
    )
    cite = next(link for link in text.links if link.href.startswith("cite:"))
    shown.qtbot.mouseClick(text, Qt.MouseButton.LeftButton, pos=text.link_rect(cite).center().toPoint())
    shown.settle()
    assert shown.window.display.source is not None
    shown.window.docks.raise_pane("connections")
    shown.settle()
    shown.click_link(entry(shown, "Visit to the UN Plaza"), "Visit to the UN Plaza, Almaty")
    assert shown.window.session.step.selected == event
    assert next(each.pk for each in shown.window.connections.list.entries) != event


def test_a_node_selects_everywhere_and_with_shift_shows_only_related(shown: Desk) -> None:
    event = shown.pk("Visit to the UN Plaza, Almaty", "event")
    click(shown, event)
    assert shown.window.session.step.selected == event
    assert shown.window.card.card is not None
    assert shown.window.card.card.pk == event
    person = shown.pk("Rashed Sarwar")
    click(shown, person, SHIFT)
    assert shown.window.session.step.only == person
    only = shown.window.connections.marks.only
    assert only is not None
    assert {each.pk for each in shown.window.connections.list.entries} <= only
    assert set(graph(shown).places) <= only


def test_a_period_leaves_what_is_dated_in_it(shown: Desk) -> None:
    shown.window.session.show_period(parse_date("2024-06-19"))
    shown.settle()
    names = [each.name.text for each in shown.window.connections.list.entries]
    assert "Visit to the UN Plaza, Almaty" in names
    assert "Kazakhstan" not in names
    shown.window.session.show_period(parse_date("2019"))
    shown.settle()
    assert shown.window.connections.empty_note == "No connection is among what is shown."


def test_arrow_keys_go_to_the_nearest_node_that_way_and_enter_selects(shown: Desk) -> None:
    canvas = graph(shown)
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    shown.press(canvas, Qt.Key.Key_Right)
    here = shown.window.session.step.selected
    assert canvas.current == here
    before = canvas.places[canvas.current]
    shown.press(canvas, Qt.Key.Key_Down)
    there = canvas.current
    assert there is not None
    assert there != here
    assert canvas.places[there].y() > before.y()
    assert shown.window.connections.caption not in ("", "Point at a name or a line to see how.")
    shown.press(canvas, Qt.Key.Key_Return)
    assert shown.window.session.step.selected == there


def test_escape_lets_go_of_a_node_before_it_shows_everything_again(shown: Desk) -> None:
    shown.window.session.show_only(shown.pk("Rashed Sarwar"))
    shown.settle()
    canvas = graph(shown)
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    shown.press(canvas, Qt.Key.Key_Right)
    shown.press(canvas, Qt.Key.Key_Escape)
    assert canvas.current is None
    assert shown.window.session.step.only is not None
    shown.press(canvas, Qt.Key.Key_Escape)
    assert shown.window.session.step.only is None


def test_pointing_at_a_node_or_a_line_says_how(shown: Desk) -> None:
    canvas, event = graph(shown), shown.pk("Visit to the UN Plaza, Almaty", "event")
    person = shown.pk("Akan Rakhmetullin")
    QTest.mouseMove(canvas, canvas.places[person].toPoint())
    assert shown.window.connections.caption.startswith(
        "Same event: Visit to the UN Plaza, Almaty · 19 June 2024"
    )
    middle = (canvas.places[event] + canvas.places[person]) / 2
    inside = [pk for pk in canvas.places if canvas.box(pk).contains(middle)]
    QTest.mouseMove(canvas, middle.toPoint())
    assert inside or shown.window.connections.caption.startswith("Same event")
    QTest.mouseMove(canvas, QPoint(1, 1))
    assert shown.window.connections.caption.startswith("Point at a name")


def test_two_steps_keep_what_is_there_in_its_place(shown: Desk) -> None:
    before = graph(shown).places
    shown.qtbot.mouseClick(shown.window.connections.further, Qt.MouseButton.LeftButton)
    shown.settle()
    after = graph(shown).places
    assert len(after) > len(before)
    assert {pk: after[pk] for pk in before} == before
    shown.qtbot.mouseClick(shown.window.connections.further, Qt.MouseButton.LeftButton)
    shown.settle()
    assert graph(shown).places == before


def test_a_picture_larger_than_its_pane_is_moved_by_a_drag(shown: Desk) -> None:
    shown.qtbot.mouseClick(shown.window.connections.further, Qt.MouseButton.LeftButton)
    shown.settle()
    canvas, selected = graph(shown), shown.window.session.step.selected
    assert selected is not None
    before = canvas.places[selected]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    QTest.mouseMove(canvas, QPoint(75, 65))
    QTest.mouseMove(canvas, QPoint(90, 80))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(90, 80))
    moved = canvas.places[selected] - before
    assert (moved.x(), moved.y()) == (30, 20)
    assert shown.window.session.step.selected == selected


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("size", [(1440, 900), (1024, 640)])
def test_no_name_in_the_picture_overlaps_or_is_cut(
    open_desk: Callable[..., Desk], seed_file: Path, language: str, size: tuple[int, int]
) -> None:
    desk = open_desk(seed_file, language=language, size=size)
    desk.window.docks.raise_pane("connections")
    for name in ("Katarzyna Wawiernia", "Akan Rakhmetullin", "Kyzylorda"):
        desk.select(name)
        boxes = [graph(desk).box(pk) for pk in graph(desk).places]
        assert len(boxes) > 2
        assert all(graph(desk).rect().toRectF().contains(box) for box in boxes)
        assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)


def test_ctrl_with_a_click_shows_how_the_two_are_connected(shown: Desk) -> None:
    pane, person = shown.window.connections, shown.pk("Akan Rakhmetullin")
    click(shown, person, CTRL)
    assert pane.shows_paths
    assert [each.name.text.split("  ")[0] for each in pane.list.entries] == [
        "Katarzyna Wawiernia", "Visit to the UN Plaza, Almaty", "Akan Rakhmetullin",
    ]  # fmt: skip
    assert set(graph(shown).places) == {each.pk for each in pane.list.entries}
    shown.qtbot.mouseClick(pane.leave, Qt.MouseButton.LeftButton)
    shown.settle()
    assert not pane.shows_paths
    assert len(pane.list.entries) == 11


def test_ctrl_with_space_on_a_name_of_the_list_does_so_too(shown: Desk) -> None:
    name = entry(shown, "Rashed Sarwar").name
    name.setFocus(Qt.FocusReason.TabFocusReason)
    shown.press(name, Qt.Key.Key_Space, CTRL)
    assert shown.window.connections.shows_paths


def pair_form(desk: Desk) -> PairForm:
    form = desk.dialog(PairForm)
    assert isinstance(form, PairForm)
    return form


def complaint(form: PairForm) -> str:
    label = form.findChild(QLabel, "complaint")
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


def test_the_command_asks_for_the_other_one(desk: Desk) -> None:
    desk.select("Katarzyna Wawiernia")
    desk.press(desk.window, Qt.Key.Key_K, CTRL | SHIFT)
    form = pair_form(desk)
    line: QLineEdit = form.line
    desk.write(line, "рахмет")
    desk.settle()
    desk.press(form.line.popup, Qt.Key.Key_Down)
    desk.press(form.line.popup, Qt.Key.Key_Return)
    desk.press(line, Qt.Key.Key_Return)
    assert desk.window.connections.shows_paths
    assert desk.window.connections.isVisible()
    assert [each.pk for each in desk.window.connections.list.entries][-1] == desk.pk("Akan Rakhmetullin")


def test_who_is_not_there_is_told_in_the_form(desk: Desk) -> None:
    desk.select("Katarzyna Wawiernia")
    desk.window.doable["connect"].trigger()
    desk.settle()
    form = pair_form(desk)
    form.submit()
    assert complaint(form).startswith("Name the other one")
    desk.write(form.line, "Nobody At All")
    desk.settle()
    form.submit()
    desk.settle()
    assert complaint(form) == "Nothing is called “Nobody At All”; choose one of those offered."
    form.line.clear()
    form.reject()


def test_no_connection_is_said(shown: Desk) -> None:
    pane = shown.window.connections
    shown.window.connecting.pair(shown.pk("Katarzyna Wawiernia"))
    shown.settle()
    assert pane.empty_note == "Both are the same record; choose another one."


def test_nothing_selected_is_said_in_one_sentence(desk: Desk) -> None:
    desk.window.docks.raise_pane("connections")
    desk.settle()
    assert desk.window.connections.empty_note == "Select anything to see whom and what it is connected with."


def test_a_screen_reader_hears_each_node_with_its_ways(shown: Desk) -> None:
    parts: list[Part] = graph(shown).parts()
    told = next(part for part in parts if part.name.startswith("Akan Rakhmetullin"))
    assert "Same event: Visit to the UN Plaza, Almaty · 19 June 2024" in told.name
    assert [part.selected for part in parts].count(True) == 1
