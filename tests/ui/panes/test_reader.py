"""The reader: passages marked, walked through and clicked; the facts of a paragraph."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QSize, Qt, SignalInstance
from pytestqt.qtbot import QtBot

from dossier.language import Wording
from dossier.views.values import Mark, ReaderFact, ReaderParagraph, SourceText
from tests.ui.panes import samples
from tests.ui.panes.conftest import Show
from ui.panes.delegates import ROW_ROLE
from ui.panes.reader import ReaderPane
from ui.style import Theme

Heard = Callable[[SignalInstance], list[object]]


@pytest.fixture
def pane(show: Show, theme: Theme, english: Wording) -> ReaderPane:
    pane = ReaderPane(theme, english)
    pane.show_source(samples.SOURCE)
    show(pane, QSize(1015, 400))
    return pane


def links(pane: ReaderPane) -> list[tuple[str, str]]:
    model = pane.facts.list.model()
    rows = [model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount())]
    return [(row.acronym, row.name) for row in rows]


def middle(pane: ReaderPane, passage: int) -> QPoint:
    return pane.text.passage_box(passage).center().toPoint()


def long_source(active: int) -> SourceText:
    """Thirty paragraphs, each with a passage; one of them active."""
    return SourceText(
        samples.REPORT, "A long report", "English", "", False, False,
        tuple(
            ReaderParagraph(
                200 + n, n, f"Paragraph {n} " * 30, (Mark(0, 12, 300 + n, n == active),),
                (ReaderFact(n, "event", "Event", f"Fact {n}"),),
            )
            for n in range(1, 31)
        ),
    )  # fmt: skip


def test_the_text_is_text_with_its_paragraphs(pane: ReaderPane) -> None:
    text = pane.text.toPlainText()
    assert [line[:13] for line in text.split("\n")] == ["Rashed Sarwar", "Katarzyna Waw"]
    assert pane.text.isReadOnly()


def test_a_summary_says_so_and_offers_to_attach_the_original(
    pane: ReaderPane, qtbot: QtBot, heard: Heard
) -> None:
    wanted = heard(pane.attach_requested)
    assert pane.notice == samples.SOURCE.notice
    qtbot.mouseClick(pane.attach, Qt.MouseButton.LeftButton)
    assert wanted == [samples.REPORT]
    pane.show_source(replace(samples.SOURCE, notice="", is_summary=False))
    assert pane.notice == ""
    assert not pane.attach.isVisible()


def test_the_active_passage_is_amber_and_the_others_are_underlined(pane: ReaderPane, theme: Theme) -> None:
    image = pane.text.viewport().grab().toImage()
    active, other = (pane.text.passage_box(pk) for pk in (samples.PASSAGE_10, samples.PASSAGE_9))
    corner = [QPoint(round(box.left()) + 1, round(box.top()) + 2) for box in (active, other)]
    assert [image.pixelColor(at).name() for at in corner] == [
        theme.color(token).name() for token in ("related", "surface")
    ]
    for box in (active, other):
        under = image.pixelColor(round(box.center().x()), round(box.bottom()) - 2)
        assert under.name() == theme.color("related_bar").name()


def test_marks_count_code_points(show: Show, theme: Theme, english: Wording) -> None:
    pane = ReaderPane(theme, english)
    text = "🕊" * 12 + " peace and tolerance"
    paragraph = ReaderParagraph(1, 1, text, (Mark(13, 18, 5, True),), ())
    pane.show_source(SourceText(1, "Resolution", "", "", False, False, (paragraph,)))
    show(pane, QSize(800, 200))
    box = pane.text.passage_box(5)
    cursor = pane.text.cursorForPosition(QPoint(round(box.left()) + 2, round(box.center().y())))
    cursor.movePosition(cursor.MoveOperation.Right, cursor.MoveMode.KeepAnchor, 5)
    assert cursor.selectedText() == "peace"


def test_a_click_on_a_passage_makes_it_the_active_one(pane: ReaderPane, qtbot: QtBot, heard: Heard) -> None:
    chosen = heard(pane.passage_chosen)
    assert pane.counter == "Passage 2 of 2"
    qtbot.mouseClick(pane.text.viewport(), Qt.MouseButton.LeftButton, pos=middle(pane, samples.PASSAGE_9))
    assert chosen == [samples.PASSAGE_9]
    assert pane.counter == "Passage 1 of 2"
    assert pane.facts.heading.text() == "Facts from paragraph 9"


def test_previous_and_next_walk_through_the_passages(pane: ReaderPane, qtbot: QtBot, heard: Heard) -> None:
    chosen = heard(pane.passage_chosen)
    assert (pane.previous.isEnabled(), pane.next.isEnabled()) == (True, False)
    qtbot.mouseClick(pane.previous, Qt.MouseButton.LeftButton)
    assert (pane.previous.isEnabled(), pane.next.isEnabled()) == (False, True)
    pane.next.setFocus()
    qtbot.keyClick(pane.next, Qt.Key.Key_Space)
    assert chosen == [samples.PASSAGE_9, samples.PASSAGE_10]


def test_facts_of_the_active_paragraph_are_links(pane: ReaderPane, qtbot: QtBot, heard: Heard) -> None:
    chosen, focused = heard(pane.selected), heard(pane.focused)
    assert pane.facts.heading.text() == "Facts from paragraph 10"
    assert links(pane)[:2] == [
        ("Post", "Resident Representative"),
        ("Said", "joint projects in four regions"),
    ]
    at = pane.facts.list.visualRect(pane.facts.list.model().index(2, 0)).center()
    qtbot.mouseClick(pane.facts.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen == [samples.VISIT]
    pane.facts.list.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(pane.facts.list, Qt.Key.Key_Down)
    qtbot.keyClick(pane.facts.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert focused == [samples.PROJECTS]


def test_a_click_beside_the_passages_shows_that_paragraphs_facts(
    show: Show, theme: Theme, english: Wording, qtbot: QtBot, heard: Heard
) -> None:
    pane = ReaderPane(theme, english)
    pane.show_source(long_source(active=1))
    show(pane, QSize(1015, 400))
    chosen = heard(pane.passage_chosen)
    second = pane.text.passage_box(302)
    at = QPoint(round(second.right()) + 60, round(second.center().y()))
    qtbot.mouseClick(pane.text.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert pane.facts.heading.text() == "Facts from paragraph 2"
    assert links(pane) == [("Event", "Fact 2")]
    assert chosen == []


def test_the_active_passage_is_scrolled_into_sight(show: Show, theme: Theme, english: Wording) -> None:
    pane = ReaderPane(theme, english)
    pane.show_source(long_source(active=25))
    show(pane, QSize(1015, 300))
    assert pane.text.viewport().rect().toRectF().contains(pane.text.passage_box(325))
    pane.show_source(long_source(active=3))
    assert pane.text.viewport().rect().toRectF().contains(pane.text.passage_box(303))


def test_a_source_without_marks_counts_none_and_shows_its_first_facts(
    show: Show, theme: Theme, english: Wording
) -> None:
    pane = ReaderPane(theme, english)
    bare = tuple(replace(paragraph, marks=()) for paragraph in samples.SOURCE.paragraphs)
    pane.show_source(replace(samples.SOURCE, paragraphs=bare))
    show(pane, QSize(1015, 300))
    assert pane.counter == ""
    assert not pane.next.isVisible()
    assert pane.facts.heading.text() == "Facts from paragraph 9"


def test_passages_without_an_active_one_are_counted(show: Show, theme: Theme, english: Wording) -> None:
    pane = ReaderPane(theme, english)
    pane.show_source(long_source(active=0))
    show(pane, QSize(1015, 300))
    assert pane.counter == "30 passages"
    assert (pane.previous.isEnabled(), pane.next.isEnabled()) == (False, True)


def test_a_narrow_pane_has_the_facts_below_the_text(show: Show, theme: Theme, english: Wording) -> None:
    pane = ReaderPane(theme, english)
    pane.show_source(samples.SOURCE)
    show(pane, QSize(420, 500))
    assert pane.facts.mapTo(pane, QPoint(0, 0)).y() > pane.text.mapTo(pane, QPoint(0, 0)).y() + 100
    assert pane.text.width() == 420


def test_without_a_source_the_pane_says_how_to_come_to_one(
    show: Show, theme: Theme, english: Wording
) -> None:
    pane = ReaderPane(theme, english)
    show(pane, QSize(1015, 300))
    assert pane.empty_note == "Choose the number beside a fact to read the passage that supports it."
    pane.show_source(samples.SOURCE)
    assert pane.empty_note == ""


def test_text_can_be_marked_for_copying_without_choosing(
    pane: ReaderPane, qtbot: QtBot, heard: Heard
) -> None:
    chosen = heard(pane.passage_chosen)
    start = middle(pane, samples.PASSAGE_10)
    view = pane.text.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, pos=start + QPoint(90, 0))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(90, 0))
    assert pane.text.textCursor().hasSelection()
    assert chosen == []
