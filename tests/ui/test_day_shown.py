"""The state on a day in the whole window: asked for, said all the time, stepped through, and left again."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from dossier.model.dates import parse_date
from tests.ui.conftest import Desk
from ui.panes.delegates import ROW_ROLE
from ui.panes.timeline.day_bar import stepped

ARTICLE = date(2024, 6, 20)


def row(desk: Desk, name: str) -> object:
    model = desk.window.organizations.tree.model()
    waiting = [model.index(at, 0) for at in range(model.rowCount())]
    while waiting:
        index = waiting.pop(0)
        found = index.data(ROW_ROLE)
        if found.name == name:
            return found
        waiting[:0] = [model.index(at, 0, index) for at in range(model.rowCount(index))]
    return None


def standing(desk: Desk, name: str) -> tuple[str, str]:
    found = row(desk, name)
    return (found.standing, found.detail) if found else ("", "")  # type: ignore[attr-defined]


def show(desk: Desk, day: date | None) -> None:
    desk.window.session.show_day(day)
    desk.settle()


def test_a_day_is_asked_for_typed_and_left_again(desk: Desk) -> None:
    window, bar = desk.window, desk.window.timeline.day_bar
    desk.select("Katarzyna Wawiernia")
    before = desk.card_words
    assert not bar.isVisible()
    window.doable["show_day"].trigger()
    assert bar.isVisible()
    assert bar.line.hasFocus()
    bar.line.clear()
    desk.write(bar.line, "20 June 2024")
    desk.press(bar.line, Qt.Key.Key_Return)
    assert window.session.step.day == ARTICLE
    assert standing(desk, "Katarzyna Wawiernia") == (
        "attested", "attested on this day · Resident Representative in Kazakhstan",
    )  # fmt: skip
    assert any(text.startswith("Attested on this day: ") for text in desk.card_words)
    assert window.tool_bar.day_chip.text().strip() == "as of 20 Jun 2024"
    said = window.status.findChild(QLabel, "day")
    assert isinstance(said, QLabel)
    assert said.isVisible()
    assert said.text() == "Shows the state as of 20 June 2024, not today"
    desk.qtbot.mouseClick(window.tool_bar.day_chip, Qt.MouseButton.LeftButton)
    desk.settle()
    assert window.session.step.day is None
    assert not bar.isVisible()
    assert not said.isVisible()
    assert standing(desk, "Katarzyna Wawiernia") == ("", "Resident Representative in Kazakhstan")
    assert desk.card_words == before


def test_before_and_after_the_article(desk: Desk) -> None:
    desk.select("Katarzyna Wawiernia")
    show(desk, date(2024, 6, 19))
    assert standing(desk, "Katarzyna Wawiernia")[0] == "unknown"
    assert any("attested only later: in post on 20 June 2024" in text for text in desk.card_words)
    show(desk, date(2024, 7, 1))
    assert standing(desk, "Katarzyna Wawiernia")[0] == "presumed"
    assert standing(desk, "Madina Dzharbusynova")[0] == "ahead"
    show(desk, date(2021, 3, 1))
    assert any("attested only later" in text for text in desk.card_words)
    assert not any("Spoke about joint projects" in text for text in desk.card_words), "nothing was said yet"


def test_regions_that_were_none_say_so(desk: Desk) -> None:
    desk.qtbot.mouseClick(desk.window.regions.as_list, Qt.MouseButton.LeftButton)
    for day, words in ((date(2022, 6, 7), "no unit of its own then: exists from 8 June 2022"), (None, "")):
        show(desk, day)
        model = desk.window.regions.list.model()
        rows = [model.index(at, 0).data(ROW_ROLE) for at in range(model.rowCount())]
        details = {found.name: found.detail for found in rows}
        for name in ("Abai", "Zhetisu", "Ulytau"):
            assert details[name].startswith(words)
        assert "no unit" not in details["Kyzylorda"]


def test_the_numbers_of_regions_are_told_to_be_of_all_dates(desk: Desk) -> None:
    regions = desk.window.regions
    assert regions.count == ""
    show(desk, date(2022, 6, 7))
    assert regions.count == "all dates"
    show(desk, None)
    assert regions.count == ""
    desk.window.session.show_period(parse_date("2024"))
    desk.settle()
    assert regions.count == "all dates"


def test_what_is_ahead_on_the_timeline_follows_the_day(desk: Desk) -> None:
    pane = desk.window.timeline
    desk.qtbot.mouseClick(pane.as_list, Qt.MouseButton.LeftButton)

    def groups() -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for at in range(pane.list.model().rowCount()):
            line = pane.list.model().index(at, 0).data(ROW_ROLE)
            found.setdefault(line.name, []) if not line.kind else found[list(found)[-1]].append(line.name)
        return found

    show(desk, date(2024, 6, 30))
    assert list(groups()) == ["Past", "On this day", "Upcoming"]
    assert "SCO summit, Astana" in groups()["Upcoming"]
    show(desk, date(2024, 7, 3))
    assert "SCO summit, Astana" in groups()["On this day"]
    show(desk, None)
    assert "SCO summit, Astana" in groups()["Past"]


def test_the_bar_takes_no_lane_away(desk: Desk) -> None:
    canvas, timeline = desk.window.timeline.canvas, desk.window.docks["timeline"]
    room, height = canvas.height(), timeline.height()
    desk.window.doable["show_day"].trigger()
    desk.settle()
    desk.qtbot.waitUntil(lambda: canvas.height() == room)
    saved = desk.window.docks.save()
    show(desk, date(2020, 1, 1))
    assert canvas.height() == room
    desk.qtbot.mouseClick(desk.window.timeline.day_bar.today, Qt.MouseButton.LeftButton)
    desk.settle()
    desk.qtbot.waitUntil(lambda: timeline.height() == height)
    desk.window.docks.restore(saved, desk.window.docks.workspace)
    desk.qtbot.waitUntil(lambda: timeline.height() == height)


def test_keys_of_the_slider_step_by_day_month_and_year_as_one_step(desk: Desk) -> None:
    window, slider = desk.window, desk.window.timeline.day_bar.slider
    show(desk, ARTICLE)
    slider.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    seen = []
    for key, modifier in ((Qt.Key.Key_Left, None), (Qt.Key.Key_PageUp, None), (Qt.Key.Key_PageDown, control)):
        desk.press(slider, key, modifier)
        desk.qtbot.waitUntil(lambda: window.session.step.day == date.fromordinal(slider.value()))
        desk.settle()
        seen.append(window.session.step.day)
    assert seen == [date(2024, 6, 19), date(2024, 7, 19), date(2023, 7, 19)]
    window.session.back()
    assert window.session.step.day == ARTICLE, "what the slider went through is one step"
    desk.settle()
    desk.press(window.timeline.canvas, Qt.Key.Key_Escape)
    assert window.session.step.day is None


@pytest.mark.parametrize("size", [(1440, 900), (1024, 640), (880, 560)])
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_what_is_no_day_is_said_in_whole_under_the_line(
    open_desk: Callable[..., Desk], seed_file: Path, language: str, size: tuple[int, int]
) -> None:
    desk = open_desk(seed_file, language=language, size=size)
    pane = desk.window.timeline
    lanes = pane.canvas.height()
    desk.qtbot.mouseClick(pane.as_of, Qt.MouseButton.LeftButton)
    bar = pane.day_bar
    desk.qtbot.waitUntil(lambda: pane.canvas.height() == lanes)
    slider = bar.slider.width()
    complaint = bar._complaint
    for words in ("June 2024", "yesterday", "0001", "banana " * 40):
        bar.line.setText(words)
        desk.press(bar.line, Qt.Key.Key_Return)
        assert complaint.isVisible()
        assert complaint.height() >= complaint.heightForWidth(complaint.width())
        box = complaint.geometry()
        assert bar.rect().contains(box)
        assert box.top() >= bar.line.geometry().bottom()
        assert bar.slider.width() == slider
        desk.qtbot.waitUntil(lambda: pane.canvas.height() == lanes)
    assert desk.window.session.step.day is None
    desk.qtbot.mouseClick(bar.today, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_whatever_the_sentence_suggests_is_read(desk: Desk) -> None:
    desk.qtbot.mouseClick(desk.window.timeline.as_of, Qt.MouseButton.LeftButton)
    bar = desk.window.timeline.day_bar
    bar.line.setText("banana")
    desk.press(bar.line, Qt.Key.Key_Return)
    bar.line.setText(bar._complaint.text().rpartition("such as ")[2].rstrip("."))
    desk.press(bar.line, Qt.Key.Key_Return)
    assert desk.window.session.step.day == date(2024, 6, 19)
    assert not bar._complaint.isVisible()


def test_the_day_goes_with_the_way_back(desk: Desk) -> None:
    show(desk, ARTICLE)
    desk.select("UNICEF")
    show(desk, date(2024, 7, 1))
    for expected in (ARTICLE, ARTICLE, None):
        desk.window.session.back()
        desk.settle()
        assert desk.window.session.step.day == expected
    assert not desk.window.tool_bar.day_chip.isVisible()


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), -12, date(2023, 2, 28)),
        (date(1, 1, 15), -1, date(1, 1, 15)),
        (date(9999, 12, 15), 12, date(9999, 12, 15)),
    ],
)
def test_months_and_years_end_on_a_day_that_there_is(day: date, months: int, expected: date) -> None:
    assert stepped(day, months) == expected
