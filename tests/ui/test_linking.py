"""Selecting anything anywhere shows its card and marks what is related in every other pane."""

import re
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

from tests.ui.conftest import Desk
from tests.ui.reading import current

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def marked(desk: Desk) -> dict[str, set[int]]:
    return {pane.objectName(): set(pane.marks.related) for pane in desk.window.panes}


def test_a_click_in_the_organizations_shows_the_card_and_marks_the_rest(desk: Desk) -> None:
    desk.click_row(desk.window.organizations.tree, "Katarzyna Wawiernia")
    card = desk.window.card.card
    assert card is not None
    assert card.name == "Katarzyna Wawiernia"
    wanted = {desk.pk("UNDP"), desk.pk("Kyzylorda", "region"), desk.pk("Visit to the UN Plaza, Almaty")}
    assert all(wanted <= related for related in marked(desk).values())
    assert {pane.marks.selected for pane in desk.window.panes} == {card.pk}


@pytest.mark.parametrize(
    ("pane", "words", "kind"),
    [
        ("initiatives", "Joint projects", "initiative"),
        ("timeline", "Visit to the UN Plaza", "event"),
        ("regions", "Kyzylorda", "region"),
    ],
)
def test_a_click_in_a_list_selects(desk: Desk, pane: str, words: str, kind: str) -> None:
    shown = getattr(desk.window, pane)
    if pane != "initiatives":
        desk.qtbot.mouseClick(shown.as_list, Qt.MouseButton.LeftButton)
    desk.click_row(shown.list, words)
    card = desk.window.card.card
    assert card is not None
    assert (card.kind, words in card.name) == (kind, True) or pane == "initiatives"
    assert desk.window.session.step.selected == card.pk
    assert desk.pk("Katarzyna Wawiernia") in desk.window.organizations.marks.related


def test_a_click_on_the_map_selects_the_region(desk: Desk) -> None:
    canvas = desk.window.regions.map
    region = next(each for each in canvas.view.regions if each.pk == desk.pk("Abai", "region"))
    point = canvas.view.point(region).toPoint()
    desk.qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=point)
    desk.settle()
    assert desk.window.card.card is not None
    assert desk.window.card.card.pk == desk.pk("Abai", "region")
    assert desk.pk("Katarzyna Wawiernia") in desk.window.organizations.marks.related


def test_the_timeline_says_what_it_shows(desk: Desk) -> None:
    pane = desk.window.timeline
    assert pane.count == "13 June\u2009–\u200911 July 2024"
    for _ in range(13):
        desk.press(pane.canvas, Qt.Key.Key_Minus)
    assert re.fullmatch(r"\d{4}–\d{4}", pane.count)
    desk.qtbot.mouseClick(pane.as_list, Qt.MouseButton.LeftButton)
    headings = ("Past", "Now", "Upcoming")
    rows = [pane.list.model().index(row, 0).data() for row in range(pane.list.model().rowCount())]
    assert pane.count == str(sum(row not in headings for row in rows))


def test_in_a_narrow_window_no_heading_repeats_the_tab_above_it(
    open_desk: Callable[..., Desk], seed_file: Path
) -> None:
    desk = open_desk(seed_file, size=(1024, 640))
    head = desk.window.timeline.header
    assert desk.window.docks["timeline"].windowTitle() not in [
        label.text() for label in head.findChildren(QLabel) if label.isVisible()
    ]
    desk.select("UNICEF")
    desk.window.docks.raise_pane("source")
    shown = [label.text() for label in desk.window.reader.header.findChildren(QLabel) if label.isVisible()]
    assert "News article, Astana, 20 June 2024" in shown


def test_nothing_on_the_card_is_wider_than_a_narrow_window_shows(
    open_desk: Callable[..., Desk], seed_file: Path
) -> None:
    for language in ("ru", "kk"):
        desk = open_desk(seed_file, language=language, size=(1024, 640))
        for name in ("UNICEF", "Visit to the UN Plaza, Almaty"):
            desk.select(name)
            scroll = desk.window.card.findChild(QScrollArea)
            assert isinstance(scroll, QScrollArea)
            assert scroll.widget().width() <= scroll.viewport().width()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_names_on_the_map_stay_within_their_regions(
    open_desk: Callable[..., Desk], seed_file: Path, language: str
) -> None:
    desk = open_desk(seed_file, language=language)
    desk.select("Visit to the UN Plaza, Almaty")
    canvas = desk.window.regions.map
    named = [name for name in canvas.names if not name.region.shape.is_city]
    assert len(named) == 4
    for name in named:
        outline = canvas.view.transform.map(name.region.path)
        left, right = (QPointF(x, name.box.center().y()) for x in (name.box.left(), name.box.right()))
        assert outline.contains(left), name.lines
        assert outline.contains(right), name.lines


def test_a_name_on_the_card_is_a_link(desk: Desk) -> None:
    desk.select("Katarzyna Wawiernia")
    desk.click_link(desk.window.card, "Akan Rakhmetullin")
    assert desk.window.card.card is not None
    assert desk.window.card.card.name == "Akan Rakhmetullin"


def test_a_tag_on_the_card_is_a_link(desk: Desk) -> None:
    desk.select("Katarzyna Wawiernia")
    tag = next(
        button
        for button in desk.window.card.findChildren(QPushButton)
        if button.property("pk") == desk.pk("Kyzylorda", "region")
    )
    desk.qtbot.mouseClick(tag, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.window.card.card is not None
    assert desk.window.card.card.kind == "region"


def test_the_keyboard_reaches_each_link_of_the_card(desk: Desk) -> None:
    desk.select("Katarzyna Wawiernia")
    text = next(text for text in desk.window.card.texts if len(text.links) > 1)
    text.setFocus(Qt.FocusReason.TabFocusReason)
    assert current(text) == text.links[0].text
    desk.press(text, Qt.Key.Key_Tab)
    assert current(text) == "source 1"
    desk.press(text, Qt.Key.Key_Backtab)
    desk.press(text, Qt.Key.Key_Return)
    assert desk.window.card.card is not None
    assert desk.window.card.card.pk == desk.pk("UNDP")


def test_a_number_opens_its_passage_in_the_reader_and_turns_amber(desk: Desk) -> None:
    desk.select("Akan Rakhmetullin")
    card = desk.window.card.card
    assert card is not None
    other = next(line for line in card.sources if line.text == "paragraph 2")
    desk.click_link(desk.window.card, f"[{other.number}]")
    source = desk.window.reader._source
    assert source is not None
    active = [m.passage for p in source.paragraphs for m in p.marks if m.active]
    assert active == [other.passage]
    assert desk.window.reader.facts.heading.text() == "Facts from paragraph 2"
    shown = {text.shown_number for text in desk.window.card.texts}
    assert shown == {other.number}


def test_the_next_passage_of_the_reader_marks_its_number_on_the_card(desk: Desk) -> None:
    desk.select("Akan Rakhmetullin")
    desk.qtbot.mouseClick(desk.window.reader.next, Qt.MouseButton.LeftButton)
    card = desk.window.card.card
    assert card is not None
    number = next(line.number for line in card.sources if line.passage == desk.window.reader.passages[1])
    assert {text.shown_number for text in desk.window.card.texts} == {number}


def test_a_fact_of_a_paragraph_leads_back_to_its_record(desk: Desk) -> None:
    desk.select("Katarzyna Wawiernia")
    desk.click_row(desk.window.reader.facts.list, "Joint projects for vulnerable people")
    assert desk.window.card.card is not None
    assert desk.window.card.card.kind == "initiative"


def test_a_source_opens_itself_in_the_reader(desk: Desk) -> None:
    desk.select("Katarzyna Wawiernia")
    desk.click_link(desk.window.card, "News article, Astana, 20 June 2024")
    card = desk.window.card.card
    assert card is not None
    assert card.kind == "source"
    assert desk.window.display.source == card.pk


def test_the_status_line_counts_what_is_related(desk: Desk) -> None:
    desk.select("Katarzyna Wawiernia")
    words = desk.window.status.related.text()
    assert words.startswith("Related to Katarzyna Wawiernia: ")
    assert "4 regions" in words
    assert desk.window.status.middle.text().startswith("6 people · 11 organizations · 7 initiatives")


def test_an_event_marks_the_regions_that_its_card_lists(desk: Desk) -> None:
    desk.select("Visit to the UN Plaza, Almaty")
    regions = {desk.pk(name, "region") for name in ("Abai", "Zhetisu", "Ulytau", "Kyzylorda")}
    assert regions <= desk.window.regions.marks.related


def test_a_fresh_window_shows_the_beginning_of_the_first_source(desk: Desk) -> None:
    assert desk.window.session.step.selected is None
    assert desk.window.reader.facts.heading.text() == "Facts from paragraph 1"
    assert desk.window.reader.text.verticalScrollBar().value() == 0


# Show only related


def test_show_only_related_filters_every_pane_and_the_chip_clears_it(desk: Desk) -> None:
    wawiernia = desk.select("Katarzyna Wawiernia")
    desk.qtbot.mouseClick(desk.window.card.findChild(QPushButton, "show_only"), Qt.MouseButton.LeftButton)
    desk.settle()
    only = desk.window.initiatives.marks.only
    assert only is not None
    assert wawiernia in only
    assert desk.window.initiatives.list.model().rowCount() == 1
    assert all(pane.marks.only == only for pane in desk.window.panes)
    chip = desk.window.tool_bar.chip
    assert chip.isVisible()
    assert "Katarzyna Wawiernia" in chip.text()
    desk.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    desk.settle()
    assert not chip.isVisible()
    assert desk.window.initiatives.list.model().rowCount() == 7
    assert desk.window.session.step.selected == wawiernia


def test_shift_and_enter_show_only_what_is_related_to_a_row(desk: Desk) -> None:
    tree = desk.window.organizations.tree
    desk.click_row(tree, "Rashed Sarwar")
    tree.setFocus()
    desk.press(tree, Qt.Key.Key_Return, SHIFT)
    assert desk.window.session.step.only == desk.pk("Rashed Sarwar")
    desk.press(desk.window, Qt.Key.Key_Escape)
    assert desk.window.session.step.only is None


def test_shift_and_enter_work_on_a_link_of_the_card(desk: Desk) -> None:
    desk.select("Katarzyna Wawiernia")
    text = next(text for text in desk.window.card.texts if text.links)
    text.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(text, Qt.Key.Key_Return, SHIFT)
    assert desk.window.session.step.only == desk.pk("UNDP")


# Back and forward


def test_back_and_forward_by_keys_buttons_and_mouse(desk: Desk) -> None:
    window = desk.window
    first, second = desk.select("UNICEF"), desk.select("UNDP")
    desk.press(window, Qt.Key.Key_Left, ALT)
    assert window.session.step.selected == first
    desk.press(window, Qt.Key.Key_Right, ALT)
    assert window.session.step.selected == second
    desk.click_in_window(window, Qt.MouseButton.BackButton)
    assert window.session.step.selected == first
    desk.click_in_window(window, Qt.MouseButton.ForwardButton)
    assert window.session.step.selected == second
    desk.qtbot.mouseClick(
        next(
            b
            for b in window.tool_bar.findChildren(type(window.tool_bar.menu_button))
            if b.objectName() == "back"
        ),
        Qt.MouseButton.LeftButton,
    )
    desk.settle()
    assert window.card.card is not None
    assert window.card.card.pk == first


@pytest.mark.parametrize(
    "place",
    ["organizations.tree", "initiatives.list", "regions.list", "timeline.list", "reader.facts.list",
     "reader.text", "regions.map", "timeline.canvas", "card", "tool_bar"],
)  # fmt: skip
def test_the_mouse_goes_back_and_forward_wherever_it_is(desk: Desk, place: str) -> None:
    window = desk.window
    pane, _, inner = place.partition(".")
    if inner == "list" and pane != "initiatives":
        desk.qtbot.mouseClick(getattr(window, pane).as_list, Qt.MouseButton.LeftButton)
    first, second = desk.select("UNICEF"), desk.select("UNDP")
    widget = attrgetter(place)(window)
    desk.click_in_window(widget, Qt.MouseButton.BackButton)
    assert window.session.step.selected == first
    desk.click_in_window(widget, Qt.MouseButton.ForwardButton)
    assert window.session.step.selected == second


def test_the_mouse_goes_back_over_a_floating_pane(desk: Desk) -> None:
    first = desk.select("UNICEF")
    desk.select("UNDP")
    dock = desk.window.docks["organizations"]
    dock.setFloating(True)
    desk.qtbot.waitExposed(dock)
    desk.click_in_window(desk.window.organizations.tree, Qt.MouseButton.BackButton)
    assert desk.window.session.step.selected == first


def test_what_lies_ahead_is_dropped_by_another_choice(desk: Desk) -> None:
    desk.select("UNICEF")
    desk.select("UNDP")
    desk.window.doable["back"].trigger()
    desk.select("Madina Dzharbusynova")
    assert not desk.window.doable["forward"].isEnabled()


def test_of_many_names_the_card_shows_a_few_until_all_are_asked_for(desk: Desk) -> None:
    desk.select("UNICEF")
    card = desk.window.card.card
    assert card is not None
    left = len(card.other_names) - 3
    desk.click_link(desk.window.card, f"{left} more names")
    shown = " ".join(desk.card_words)
    assert all(line.plain in shown for line in card.other_names)


def test_a_region_opens_the_document_not_the_reference_data_behind_its_name(desk: Desk) -> None:
    desk.select("Kyzylorda", "region")
    source = desk.window.reader._source
    assert source is not None
    assert source.title == "News article, Astana, 20 June 2024"
