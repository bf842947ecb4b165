"""The timeline pane: marks, what alone shows, the list, and a hundred thousand items."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, QSize, Qt, SignalInstance
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from dossier.language import Wording
from dossier.model.dates import parse_date
from dossier.views.timeline_values import Lane, Timeline, TimelineItem
from tests.ui.panes import samples
from tests.ui.panes.conftest import Show
from tests.ui.panes.timeline.hands import click, point
from tests.ui.reading import current
from ui.panes.delegates import ROW_ROLE
from ui.panes.timeline import TimelinePane
from ui.style import Theme

Heard = Callable[[SignalInstance], list[object]]


def test_what_was_chosen_elsewhere_comes_into_sight(pane: TimelinePane, qtbot: QtBot) -> None:
    view = pane.canvas.view
    click(pane, QPoint(200, round(view.bands.overview.top() + 50)), qtbot)
    assert samples.VISIT not in [view.arranged.items[mark.item].pk for mark in view.placed.marks]
    pane.mark(samples.VISIT, frozenset())
    assert samples.VISIT in [view.arranged.items[mark.item].pk for mark in view.placed.marks]


def test_what_is_related_comes_into_sight_where_the_chosen_has_no_date(
    pane: TimelinePane, qtbot: QtBot
) -> None:
    view = pane.canvas.view
    click(pane, QPoint(200, round(view.bands.overview.top() + 50)), qtbot)
    pane.mark(samples.WAWIERNIA, samples.RELATED)
    assert samples.VISIT in [view.arranged.items[mark.item].pk for mark in view.placed.marks]


def test_marks_are_painted(pane: TimelinePane, theme: Theme) -> None:
    at = point(pane, samples.VISIT)
    frame = QPoint(at.x() + 9, at.y() + 9)
    before = pane.canvas.grab().toImage().pixelColor(frame).name()
    pane.mark(samples.WAWIERNIA, samples.RELATED)
    related = pane.canvas.grab().toImage().pixelColor(frame).name()
    pane.mark(samples.VISIT, frozenset())
    selected = pane.canvas.grab().toImage().pixelColor(frame).name()
    expected = [theme.color(token).name() for token in ("surface", "related", "selection")]
    assert [before, related, selected] == expected


def test_only_what_is_related_shows(pane: TimelinePane) -> None:
    pane.restrict(samples.RELATED)
    view = pane.canvas.view
    assert [item.pk for item in view.arranged.items] == [samples.VISIT, samples.REPORT]
    assert [lane.name for lane in view.arranged.lanes] == ["Kazakhstan", "United Nations", "Sources"]
    pane.restrict(None)
    assert len(view.arranged.items) == 6


def test_the_list_holds_the_same_items(
    pane: TimelinePane, qtbot: QtBot, heard: Heard, qtmodeltester: ModelTester
) -> None:
    chosen = heard(pane.selected)
    qtbot.mouseClick(pane.as_list, Qt.MouseButton.LeftButton)
    assert pane.list.isVisible()
    assert not pane.canvas.isVisible()
    model = pane.list.model()
    qtmodeltester.check(model)
    rows = [model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount())]
    assert [row.name for row in rows] == [
        "Past", "Visit to the UN Plaza, Almaty", "News article",
        "Now", "32 years of cooperation",
        "Upcoming", "Summit in Astana", "Dzharbusynova in CEDAW", "Year of Volunteers",
    ]  # fmt: skip
    assert rows[1].detail == "19 June 2024 · Kazakhstan and United Nations"
    pane.list.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)  # past a heading
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert chosen == [samples.COOPERATION]
    heading = pane.list.visualRect(model.index(0, 0)).center()
    qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    assert chosen == [samples.COOPERATION]


def test_the_list_and_the_picture_tell_the_same(pane: TimelinePane, qtbot: QtBot) -> None:
    canvas, model = pane.canvas, pane.list.model()
    for period, number in ((None, 6), ("2024-06-20/2024-08", 3), ("2031", 0)):
        pane.keep_to(parse_date(period) if period else None)
        listed, heading = [], ""
        for row in (model.index(at, 0).data(ROW_ROLE) for at in range(model.rowCount())):
            if not row.kind:
                heading = "" if row.name == "Past" else row.name.lower()
            else:
                words = (row.name, *row.detail.split(" · "), heading)
                listed.append(", ".join(part for part in words if part))
        canvas.view.current = None
        canvas.setFocus(Qt.FocusReason.TabFocusReason)
        told: list[str] = []
        qtbot.keyClick(canvas, Qt.Key.Key_Home)
        while (words := current(canvas)) and words not in told:
            told.append(words)
            qtbot.keyClick(canvas, Qt.Key.Key_Right)
        assert sorted(told) == sorted(listed)
        assert len(told) == number


def test_a_change_keeps_the_days_in_sight(pane: TimelinePane, qtbot: QtBot) -> None:
    view = pane.canvas.view
    click(pane, QPoint(200, round(view.bands.overview.top() + 50)), qtbot)
    before = view.scale
    pane.show_timeline(Timeline(samples.TIMELINE.items[1:], samples.TIMELINE.lanes), samples.TODAY)
    assert view.scale.start == before.start


def test_without_items_the_pane_says_so(show: Show, theme: Theme, english: Wording) -> None:
    pane = TimelinePane(theme, english)
    show(pane, QSize(710, 222))
    assert pane.empty_note == "Nothing has a date yet. Add an event, or a source."
    pane.show_timeline(samples.TIMELINE, samples.TODAY)
    assert pane.empty_note == ""
    pane.restrict(frozenset())
    assert pane.empty_note == "Nothing with a date is related."


def test_a_hundred_thousand_items_are_shown_and_walked_through(
    show: Show, theme: Theme, english: Wording, qtbot: QtBot
) -> None:
    first = date(2000, 1, 1).toordinal()
    items = tuple(
        TimelineItem(
            n + 1, "event", f"Event {n}", parse_date(str(date.fromordinal(first + n // 12))), "", (n % 6 + 1,)
        )
        for n in range(100_000)
    )
    pane = TimelinePane(theme, english)
    pane.show_timeline(Timeline(items, tuple(Lane(n, f"Lane {n}") for n in range(1, 7))), samples.TODAY)
    show(pane, QSize(710, 300))
    for _ in range(12):
        pane.canvas.zoom(0.4)
        pane.canvas.grab()
        placed = pane.canvas.view.placed
        assert len(placed.marks) + len(placed.columns) < 1500
    pane.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(pane.canvas, Qt.Key.Key_End)
    assert pane.canvas.view.current == 100_000
