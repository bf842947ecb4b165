"""The card of what has very many facts: its beginning at once, the rest while the window answers."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from dossier.language import Wording
from dossier.views.values import Block, Card, Line, Run, SourceLine
from tests.ui.panes.conftest import Show
from ui.panes.card import CardPane
from ui.panes.fact_document import FactDocument
from ui.panes.fact_text import FactText
from ui.style import Theme

_KEYS = ("people", "contacts", "said", "events", "facts")


def card(facts: int) -> Card:
    blocks = tuple(
        Block(key, key.title(), tuple(Line((Run(f"{key} {n}"),), cites=(1,)) for n in range(facts)))
        for key in _KEYS
    )
    sources = (SourceLine(1, 7, 8, "A report", "paragraph 1"),)
    return Card(1, "", "organization", "Agency", "Agency", (), (), (), blocks, sources, "", facts, 0)


def there(pane: CardPane) -> list[str]:
    return [key for key in (*_KEYS, "sources") if pane.findChild(QWidget, f"block_{key}")]


def test_a_short_card_is_there_at_once(show: Show, theme: Theme, english: Wording) -> None:
    pane = CardPane(theme, english, {})
    pane.show_card(card(1))
    assert there(pane) == [*_KEYS, "sources"]
    show(pane, QSize(400, 600))
    assert there(pane) == [*_KEYS, "sources"]


def test_texts_of_a_card_are_laid_out_only_as_wide_as_the_card_is(
    show: Show, theme: Theme, english: Wording, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it would like to be wide is asked by no layout: that costs as much as the text itself."""
    widths: dict[int, set[float]] = {}
    lay_out = FactDocument.lay_out

    def noted(document: FactDocument, width: float) -> None:
        widths.setdefault(id(document), set()).add(width)
        lay_out(document, width)

    pane = CardPane(theme, english, {})
    pane.show_card(card(1))
    show(pane, QSize(400, 900))
    pane.grab()
    monkeypatch.setattr(FactDocument, "lay_out", noted)
    pane.show_card(replace(card(1), pk=2))
    pane.grab()
    assert len(widths) == len(pane.texts) == 6
    assert {300 < width < 400 for each in widths.values() for width in each} == {True}


def test_a_long_card_grows_in_order_and_follows_the_passage_that_is_shown(
    show: Show, theme: Theme, english: Wording, qtbot: QtBot
) -> None:
    pane = CardPane(theme, english, {})
    pane.show_card(card(15))
    pane.show_passage(8)
    assert "sources" not in there(pane)
    show(pane, QSize(400, 600))
    qtbot.waitUntil(lambda: "sources" in there(pane))
    assert there(pane) == [*_KEYS, "sources"]
    assert [text.text for text in pane.texts][:2] == ["people 0[1]", "people 1[1]"]
    assert {text.shown_number for text in pane.texts} == {1}


def test_all_that_is_in_sight_is_there_at_once(
    show: Show, theme: Theme, english: Wording, qtbot: QtBot
) -> None:
    pane = CardPane(theme, english, {})
    show(pane, QSize(400, 900))
    pane.show_card(card(15))
    assert there(pane)[:2] == ["people", "contacts"]
    assert "sources" not in there(pane)
    qtbot.waitUntil(lambda: min(text.y() for text in pane.findChildren(FactText)) > 0)
    there_now = pane.findChildren(FactText)
    assert max(text.mapTo(pane, QPoint()).y() for text in there_now) > 800
    assert "sources" not in there(pane)


def test_a_fact_with_its_date_and_note_is_one_text(
    show: Show, theme: Theme, english: Wording, qtbot: QtBot
) -> None:
    note = (Run("said by "), Run("Kim", 9, "person"))
    line = Line((Run("Visit of "), Run("Asel", 7, "person")), "19 June 2024", (1,), note, "stale")
    pane = CardPane(theme, english, {})
    pane.show_card(replace(card(0), blocks=(Block("events", "Events", (line,), layout="dated"),)))
    show(pane, QSize(400, 600))
    fact = next(text for text in pane.texts if "Visit" in text.text)
    assert fact.text.split("\n") == ["19 June 2024", "Visit of Asel[1]", "said by Kim"]
    assert fact.accessibleName() == "19 June 2024; Visit of Asel[1]; said by Kim"
    asel, _, kim = fact.links
    assert fact.link_rect(asel).left() > 104  # beside the date
    assert fact.link_rect(kim).center().y() > fact.link_rect(asel).bottom()
    assert [part.name for part in fact.parts()] == ["Asel", "source 1", "Kim"]
    chosen: list[object] = []
    pane.selected.connect(chosen.append)
    for link in (asel, kim):
        at = fact.link_rect(link).center().toPoint()
        qtbot.mouseClick(fact, Qt.MouseButton.LeftButton, pos=at)
    assert chosen == [7, 9]


def test_facts_that_are_asked_for_later_lead_on_like_the_first(
    show: Show, theme: Theme, english: Wording, qtbot: QtBot
) -> None:
    pane = CardPane(theme, english, {})
    lines = tuple(Line((Run(f"Person {n}", n, "person"),), cites=(1,)) for n in range(30))
    pane.show_card(replace(card(0), blocks=(Block("people", "People", lines),)))
    pane.show_passage(8)
    show(pane, QSize(400, 900))
    more = pane.findChild(QPushButton, "more_facts")
    assert more is not None
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    late = next(text for text in pane.texts if text.text.startswith("Person 25"))
    assert late.shown_number == 1
    qtbot.waitUntil(late.isVisible)
    with qtbot.waitSignal(pane.selected) as chosen:
        at = late.link_rect(late.links[0]).center().toPoint()
        qtbot.mouseClick(late, Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == [25]


def test_a_menu_goes_with_its_card(show: Show, theme: Theme, english: Wording, qtbot: QtBot) -> None:
    pane = CardPane(theme, english, {"history": "History", "add_note": "Add a note"})
    show(pane, QSize(400, 600))
    for facts in range(5):
        pane.show_card(card(facts))
    qtbot.waitUntil(lambda: len(pane.findChildren(QMenu)) == 2)


def test_a_name_without_end_stays_within_the_card(show: Show, theme: Theme, english: Wording) -> None:
    pane = CardPane(theme, english, {})
    pane.show_card(replace(card(1), name="A" + "b" * 2000))
    show(pane, QSize(400, 600))
    name = pane.findChild(QLabel, "name")
    assert name is not None
    assert name.toolTip() == "A" + "b" * 2000
    assert name.geometry().right() < pane.width()
    assert name.fontMetrics().horizontalAdvance("b" * 20) < name.width()
    assert name.height() < 600


def test_a_marking_stays_whole_beside_a_long_kind(show: Show, theme: Theme, english: Wording) -> None:
    pane = CardPane(theme, english, {})
    pane.show_card(
        replace(
            card(1),
            kind_label="Part of a large organization or of a ministry",
            marking="TRAINING – fictional",
        )
    )
    show(pane, QSize(320, 600))
    mark = pane.findChild(QLabel, "marking")
    assert mark is not None
    assert mark.width() >= mark.sizeHint().width()
    assert mark.mapTo(pane, mark.rect().topRight()).x() < pane.width()


def test_what_replaces_a_card_that_still_grows_stands_alone(
    show: Show, theme: Theme, english: Wording
) -> None:
    pane = CardPane(theme, english, {})
    pane.show_card(card(15))
    pane.show_card(card(1))
    show(pane, QSize(400, 600))
    assert [text.text for text in pane.texts if "events" in text.text] == ["events 0[1]"]
    pane.show_card(card(15))
    pane.show_card(None)
    assert pane.texts == ()


def test_the_same_card_again_leaves_everything_where_it_is(
    show: Show, theme: Theme, english: Wording, qtbot: QtBot
) -> None:
    pane = CardPane(theme, english, {})
    show(pane, QSize(400, 600))
    pane.show_card(card(15))
    qtbot.waitUntil(lambda: "sources" in there(pane))
    first = pane.texts[0]
    bar = next(bar for bar in pane.findChildren(QScrollBar) if bar.orientation() == Qt.Orientation.Vertical)
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    bar.setValue(200)
    pane.show_card(card(15))
    assert pane.texts[0] is first
    assert bar.value() == 200


def test_a_changed_card_stays_where_it_was_read(
    show: Show, theme: Theme, english: Wording, qtbot: QtBot
) -> None:
    pane = CardPane(theme, english, {})
    show(pane, QSize(400, 600))
    pane.show_card(card(15))
    bar = next(bar for bar in pane.findChildren(QScrollBar) if bar.orientation() == Qt.Orientation.Vertical)
    qtbot.waitUntil(lambda: "sources" in there(pane) and bar.maximum() > 700)
    bar.setValue(700)
    pane.show_card(card(16))
    assert there(pane) == [*_KEYS, "sources"]
    qtbot.waitUntil(lambda: bar.value() == 700)
