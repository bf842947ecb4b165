"""The timeline pane, clicked, dragged, zoomed and typed through."""

from collections.abc import Callable, Collection
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QSize, Qt, SignalInstance
from pytestqt.qtbot import QtBot

from dossier.language import Wording
from dossier.model.dates import day, parse_date
from dossier.views.timeline_values import Lane, Timeline, TimelineItem
from tests.ui.panes import samples
from tests.ui.panes.conftest import Show
from tests.ui.panes.timeline.hands import click, drag, point, wheel
from tests.ui.reading import current
from ui.panes.delegates import ROW_ROLE
from ui.panes.timeline import TimelinePane
from ui.panes.timeline.bands import AXIS
from ui.style import Theme

Heard = Callable[[SignalInstance], list[object]]


def test_a_click_on_a_mark_in_any_of_its_lanes_chooses(
    pane: TimelinePane, qtbot: QtBot, heard: Heard
) -> None:
    chosen = heard(pane.selected)
    visit = point(pane, samples.VISIT)
    click(pane, visit, qtbot)
    click(pane, visit + QPoint(0, pane.canvas.view.bands.lane_height), qtbot)
    click(pane, point(pane, samples.SUMMIT), qtbot)
    click(pane, point(pane, samples.COOPERATION), qtbot)
    assert chosen == [samples.VISIT, samples.VISIT, samples.SUMMIT, samples.COOPERATION]


def test_a_label_is_as_good_as_its_mark(pane: TimelinePane, qtbot: QtBot, heard: Heard) -> None:
    chosen, focused = heard(pane.selected), heard(pane.focused)
    view = pane.canvas.view
    label = next(label for label in view.placed.labels if label.text == "News article")
    at = QPoint(round(label.x + label.width - 4), round(view.bands.middle(label.mark.row)))
    click(pane, at, qtbot)
    click(pane, at, qtbot, shift=True)
    assert (chosen, focused) == ([samples.REPORT], [samples.REPORT])


def test_a_lanes_name_chooses_its_organization_and_the_lane_of_sources_nothing(
    pane: TimelinePane, qtbot: QtBot, heard: Heard
) -> None:
    chosen = heard(pane.selected)
    for row in (1, 3):
        click(pane, QPoint(40, round(pane.canvas.view.bands.middle(row))), qtbot)
    assert chosen == [samples.UN]


def test_a_drag_moves_the_days_and_chooses_nothing(pane: TimelinePane, qtbot: QtBot, heard: Heard) -> None:
    chosen = heard(pane.selected)
    before = pane.canvas.view.scale
    start = point(pane, samples.VISIT)
    drag(pane, start, start + QPoint(60, 0), qtbot)
    after = pane.canvas.view.scale
    assert after.start == pytest.approx(before.start - 60 / before.per_day, abs=0.01)
    assert after.span == pytest.approx(before.span)
    assert chosen == []


def test_the_lens_is_dragged_through_the_years(pane: TimelinePane, qtbot: QtBot) -> None:
    view = pane.canvas.view
    left, right = view.lens
    start = QPoint(round((left + right) / 2), round(view.bands.overview.top() + 50))
    drag(pane, start, start - QPoint(100, 0), qtbot)
    moved = view.scale.start + view.scale.span / 2
    assert moved == pytest.approx(date(2024, 6, 27).toordinal() - 100 / view.overview.per_day, abs=200)


def test_a_click_among_the_years_goes_there(pane: TimelinePane, qtbot: QtBot) -> None:
    view = pane.canvas.view
    x = round(view.overview.x(date(2005, 1, 1).toordinal()))
    click(pane, QPoint(x, round(view.bands.overview.top() + 50)), qtbot)
    assert abs(view.scale.start + view.scale.span / 2 - date(2005, 1, 1).toordinal()) < 60


def test_the_wheel_zooms_around_the_pointer(pane: TimelinePane) -> None:
    view = pane.canvas.view
    at = QPoint(400, 60)
    day, span = view.scale.day(400), view.scale.span
    wheel(pane, at, 120)
    assert view.scale.span == pytest.approx(span / 1.2)
    assert view.scale.day(400) == pytest.approx(day)
    wheel(pane, at, -240)
    assert view.scale.span > span


def test_zooming_out_ends_at_all_the_years(pane: TimelinePane) -> None:
    for _ in range(60):
        wheel(pane, QPoint(400, 60), -240)
    view = pane.canvas.view
    assert view.scale.span == pytest.approx(view.overview.span)
    assert not pane.canvas.grab().isNull()


def test_arrows_go_through_the_items_and_enter_chooses(
    pane: TimelinePane, qtbot: QtBot, heard: Heard
) -> None:
    chosen, focused = heard(pane.selected), heard(pane.focused)
    pane.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    told = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(pane.canvas, key)
        told.append(current(pane.canvas))
    assert told == [
        "Visit to the UN Plaza, Almaty, 19 June 2024, Kazakhstan and United Nations",
        "News article, 20 June 2024, Sources",
        "Summit in Astana, 3–4 July 2024, SCO, upcoming",
        "News article, 20 June 2024, Sources",
    ]
    assert chosen == []
    qtbot.keyClick(pane.canvas, Qt.Key.Key_Return)
    qtbot.keyClick(pane.canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert (chosen, focused) == ([samples.REPORT], [samples.REPORT])


def test_up_and_down_change_the_lane(pane: TimelinePane, qtbot: QtBot) -> None:
    pane.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(pane.canvas, key)
        seen.append(pane.canvas.view.current)
    assert seen == [samples.VISIT, samples.TERM, samples.SUMMIT, samples.TERM]


def test_home_and_end_and_the_zoom_keys(pane: TimelinePane, qtbot: QtBot) -> None:
    view = pane.canvas.view
    pane.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(pane.canvas, Qt.Key.Key_End)
    assert view.current == samples.YEAR
    qtbot.keyClick(pane.canvas, Qt.Key.Key_Home)
    assert view.current == samples.COOPERATION
    span = view.scale.span
    qtbot.keyClick(pane.canvas, Qt.Key.Key_Plus)
    assert view.scale.span == pytest.approx(span / 1.5)
    qtbot.keyClick(pane.canvas, Qt.Key.Key_Minus)
    assert view.scale.span == pytest.approx(span)
    start = view.scale.start
    qtbot.keyClick(pane.canvas, Qt.Key.Key_PageDown)
    assert view.scale.start == pytest.approx(start + span * 0.8)


def test_one_mark_for_several_offers_them(
    show: Show, theme: Theme, english: Wording, qtbot: QtBot, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = tuple(
        TimelineItem(pk, "statement", f"Said {pk}", parse_date("2024-06-19"), "19 June 2024", (1,))
        for pk in range(100, 120)
    )
    pane = TimelinePane(theme, english)
    pane.show_timeline(Timeline(items, (Lane(1, "One"),)), samples.TODAY)
    show(pane, QSize(710, 222))
    chosen = heard(pane.selected)
    monkeypatch.setattr(pane.canvas.menu, "popup", lambda at: None)  # the offscreen platform can't grab keys
    click(pane, point(pane, 100), qtbot)
    texts = [action.text() for action in pane.canvas.menu.actions()]
    assert texts[:2] == ["Said 100", "Said 101"]
    assert texts[-1] == "8 more in the list"
    pane.canvas.menu.actions()[1].trigger()
    assert chosen == [101]
    pane.canvas.menu.actions()[-1].trigger()
    assert pane.list.isVisible()
    assert pane.list.currentIndex().data(ROW_ROLE).pk == 112


def crowd(show: Show, theme: Theme, english: Wording, number: int) -> TimelinePane:
    """An event each day, seen from so far that they crowd."""
    items = tuple(
        TimelineItem(pk, "event", f"Event {pk}", day(date(2024, 1, 1) + timedelta(pk)), "", (1,))
        for pk in range(1, number + 1)
    )
    pane = TimelinePane(theme, english)
    pane.show_timeline(Timeline(items, (Lane(1, "One"),)), samples.TODAY)
    show(pane, QSize(710, 222))
    pane.canvas.zoom(0.02)
    return pane


@pytest.mark.parametrize("number", [40, 400])
def test_a_click_on_a_crowd_zooms_in_to_it(
    show: Show, theme: Theme, english: Wording, qtbot: QtBot, heard: Heard, number: int
) -> None:
    pane = crowd(show, theme, english, number)
    view, chosen = pane.canvas.view, heard(pane.selected)
    if number > 120:
        x = view.placed.columns[len(view.placed.columns) // 2].x
    else:
        x = max(view.placed.marks, key=lambda mark: len(mark.members)).middle
    at = QPoint(round(x), round(view.bands.middle(0)))
    under = [view.arranged.items[member].pk for member in view.records_at(at.x(), at.y())]
    assert len(under) > 12
    before = view.scale.span
    click(pane, at, qtbot)
    assert view.scale.span < before / 2
    for pk in under:
        assert view.scale.start <= view.arranged.starts[view.arranged.position[pk]] <= view.scale.end
    assert chosen == []


def test_enter_opens_a_mark_of_several_and_chooses_where_there_is_one(
    show: Show, theme: Theme, english: Wording, qtbot: QtBot, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = crowd(show, theme, english, 40)
    view, chosen = pane.canvas.view, heard(pane.selected)
    monkeypatch.setattr(pane.canvas.menu, "popup", lambda at: None)
    pane.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(pane.canvas, Qt.Key.Key_Home)
    for _ in range(20):
        if len(view.cluster) == 1:
            break
        span = view.scale.span
        qtbot.keyClick(pane.canvas, Qt.Key.Key_Return)
        if view.scale.span == span:
            pane.canvas.menu.actions()[0].trigger()
            break
    else:
        pytest.fail("it never parts")
    qtbot.keyClick(pane.canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert chosen in ([1], [])
    assert view.current == 1


@pytest.mark.parametrize(("selected", "related"), [(700, ()), (99999, range(1, 1501)), (700, range(1, 1501))])
def test_the_chosen_one_of_a_crowd_on_one_day_says_how_many_more_and_opens_them(
    show: Show,
    theme: Theme,
    english: Wording,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    selected: int,
    related: Collection[int],
) -> None:
    items = tuple(
        TimelineItem(pk, "event", f"Meeting {pk}", day(date(2024, 6, 19)), "", (99999,))
        for pk in range(1, 1501)
    )
    pane = TimelinePane(theme, english)
    pane.show_timeline(Timeline(items, (Lane(99999, "One"),)), samples.TODAY)
    show(pane, QSize(710, 222))
    pane.mark(700, frozenset())
    pane.mark(selected, frozenset(related))
    view = pane.canvas.view
    for _ in range(4):
        (mark,), (label,) = view.placed.marks, view.placed.labels
        assert view.arranged.items[mark.item].pk == 700
        assert (label.text, label.more) == ("Meeting 700", "+1,499")
        assert view.placed.columns == []
        pane.canvas.zoom(0.5)
    monkeypatch.setattr(pane.canvas.menu, "popup", lambda at: None)
    click(pane, point(pane, 700), qtbot)
    offered = [action.text() for action in pane.canvas.menu.actions()]
    assert offered[0] == "Meeting 700"
    assert offered[-1] == "1,488 more in the list"


@pytest.mark.parametrize("number", [12, 3000])
def test_a_moved_timeline_shows_what_one_painted_anew_does(
    show: Show, theme: Theme, english: Wording, number: int
) -> None:
    items = tuple(
        TimelineItem(
            pk, "event", f"Event {pk}", day(date(2020, 1, 1) + timedelta(pk * pk % 1461)), "", (pk % 3 + 1, 4)
        )
        for pk in range(1, number + 1)
    )
    pane = TimelinePane(theme, english)
    lanes = tuple(Lane(pk, f"Lane {pk}") for pk in range(1, 5))
    pane.show_timeline(Timeline(items, lanes), samples.TODAY)
    show(pane, QSize(710, 222))
    pane.mark(1, frozenset((2, 5, 8)))
    canvas = pane.canvas
    canvas.zoom(0.05)
    for _ in range(12):
        for _ in range(3):
            canvas.view.move_to(canvas.view.scale.moved(37.0))
            moved = canvas.grab().toImage()
        canvas.view.changed()
        assert canvas.grab().toImage() == moved


def test_zooming_is_one_motion_from_days_to_all_years_and_back(pane: TimelinePane) -> None:
    view = pane.canvas.view
    for at in (QPoint(300, 60), QPoint(690, 60), QPoint(150, 60)):
        for turn in (*[-120] * 40, *[120] * 60, *[-15] * 200):
            before, under = view.scale, view.scale.day(at.x())
            wheel(pane, at, turn)
            after = view.scale
            # No step moves anything by more than the zoom itself does, whatever the ends hold back.
            step = max(after.span, before.span) * (1.2 ** abs(turn / 120) - 1)
            assert abs(after.day(at.x()) - under) <= step * 1.25 + 1e-6
            assert abs((after.start + after.end) - (before.start + before.end)) / 2 <= step


def test_more_lanes_than_fit_are_scrolled_to(
    show: Show, theme: Theme, english: Wording, qtbot: QtBot
) -> None:
    items = tuple(
        TimelineItem(pk, "event", f"Event {pk}", parse_date(f"2024-06-{pk:02}"), "", (pk,))
        for pk in range(1, 21)
    )
    lanes = tuple(Lane(pk, f"Lane {pk}") for pk in range(1, 21))
    pane = TimelinePane(theme, english)
    pane.show_timeline(Timeline(items, lanes), samples.TODAY)
    show(pane, QSize(710, 222))
    pane.mark(20, frozenset())
    view = pane.canvas.view
    assert AXIS <= view.bands.middle(19) <= view.bands.overview.top()
    pane.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(pane.canvas, Qt.Key.Key_Home)
    assert AXIS <= view.bands.middle(0) <= view.bands.overview.top()


@pytest.mark.parametrize("height", [150, 171, 198, 222, 260, 333, 500])
def test_no_lane_is_cut_wherever_the_lanes_are_scrolled(
    show: Show, theme: Theme, english: Wording, height: int
) -> None:
    items = tuple(
        TimelineItem(pk, "event", f"Event {pk}", parse_date("2024-06-19"), "", (pk,)) for pk in range(1, 21)
    )
    pane = TimelinePane(theme, english)
    pane.show_timeline(Timeline(items, tuple(Lane(pk, f"Lane {pk}") for pk in range(1, 21))), samples.TODAY)
    show(pane, QSize(710, height))
    bands = pane.canvas.view.bands
    for by in (0, 13, 40, 41, 99, 5000):
        wheel(pane, QPoint(20, 40), -3 * by)
        bands = pane.canvas.view.bands
        first, last = bands.rows[0], bands.rows[-1]
        assert bands.top(first) == AXIS
        assert bands.top(last) + bands.lane_height == bands.days.bottom() == bands.overview.top()
    assert last == 19


def test_names_and_years_within_the_lens_are_not_paled(pane: TimelinePane, theme: Theme) -> None:
    canvas, view = pane.canvas, pane.canvas.view
    stretch = next(each for each in view.stretches if each.label.startswith("32 years"))
    row = stretch.row + stretch.below
    top = round(view.bands.overview.top() + 1 + 16.5 * row)
    canvas.zoom(1e-6)
    left, right = view.lens
    assert left < stretch.label_x < stretch.label_x + stretch.label_width < right

    def darkest(x0: float, x1: float, y0: int, y1: int) -> int:
        image = canvas.grab().toImage()
        return min(
            image.pixelColor(x, y).lightness()
            for x in range(round(x0), round(x1))
            for y in range(y0, y1)
        )  # fmt: skip

    end = stretch.label_x + stretch.label_width
    assert darkest(stretch.label_x, end, top + 3, top + 14) < theme.color("text").lightness() + 40
    foot = round(view.bands.overview.bottom())
    assert darkest(left + 4, right - 4, foot - 12, foot - 4) < theme.color("muted").lightness() + 40


def test_back_and_forward_of_the_mouse_are_left_to_the_window(
    pane: TimelinePane, qtbot: QtBot, heard: Heard
) -> None:
    chosen = heard(pane.selected)
    qtbot.mouseClick(pane.canvas, Qt.MouseButton.BackButton, pos=point(pane, samples.VISIT))
    assert chosen == []
