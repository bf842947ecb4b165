"""Choosing a period on the timeline, by hand and by keys."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt, SignalInstance
from pytestqt.qtbot import QtBot

from dossier.model.dates import Date, parse_date
from tests.ui.panes import samples
from tests.ui.panes.timeline.hands import drag, point
from ui.panes.timeline import TimelinePane
from ui.panes.timeline.bands import AXIS
from ui.panes.timeline.scale import Scale, stretch
from ui.style import Theme

Heard = Callable[[SignalInstance], list[object]]
SHIFT = Qt.KeyboardModifier.ShiftModifier


def on_axis(pane: TimelinePane, day: date, part: float = 0.5) -> QPoint:
    return QPoint(round(pane.canvas.view.scale.x(day.toordinal() + part)), AXIS // 2)


def test_a_drag_along_the_axis_gives_whole_days_and_moves_nothing(
    pane: TimelinePane, qtbot: QtBot, heard: Heard
) -> None:
    chosen, selected = heard(pane.period_chosen), heard(pane.selected)
    before = pane.canvas.view.scale
    drag(pane, on_axis(pane, date(2024, 6, 21)), on_axis(pane, date(2024, 6, 18)), qtbot)
    assert chosen == [parse_date("2024-06-18/2024-06-21")]
    assert (selected, pane.canvas.view.scale) == ([], before)
    drag(pane, on_axis(pane, date(2024, 6, 18)), on_axis(pane, date(2024, 6, 18)), qtbot)
    assert len(chosen) == 1, "a click is no period"


def test_an_edge_is_drawn_further(pane: TimelinePane, qtbot: QtBot, heard: Heard) -> None:
    chosen = heard(pane.period_chosen)
    pane.keep_to(parse_date("2024-06-18/2024-06-21"))
    drag(pane, on_axis(pane, date(2024, 6, 21), 1), on_axis(pane, date(2024, 6, 25)), qtbot)
    pane.keep_to(parse_date("2024-06-18/2024-06-25"))
    drag(pane, on_axis(pane, date(2024, 6, 18), 0), on_axis(pane, date(2024, 6, 20)), qtbot)
    assert chosen == [parse_date("2024-06-18/2024-06-25"), parse_date("2024-06-20/2024-06-25")]


def test_esc_while_drawing_gives_it_up(pane: TimelinePane, qtbot: QtBot, heard: Heard) -> None:
    chosen = heard(pane.period_chosen)
    qtbot.mousePress(pane.canvas, Qt.MouseButton.LeftButton, pos=on_axis(pane, date(2024, 6, 18)))
    qtbot.mouseMove(pane.canvas, pos=on_axis(pane, date(2024, 6, 21)))
    assert pane.canvas.view.sketch == parse_date("2024-06-18/2024-06-21")
    qtbot.keyClick(pane.canvas, Qt.Key.Key_Escape)
    qtbot.mouseRelease(pane.canvas, Qt.MouseButton.LeftButton, pos=on_axis(pane, date(2024, 6, 21)))
    assert (chosen, pane.canvas.view.sketch) == ([], None)


def test_shift_with_the_arrows_draws_from_item_to_item(
    pane: TimelinePane, qtbot: QtBot, heard: Heard
) -> None:
    moved = heard(pane.period_moved)
    canvas = pane.canvas
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(canvas, key, SHIFT)
        period = moved[-1]
        assert isinstance(period, Date)
        pane.keep_to(period)
    assert [str(each) for each in moved] == [
        "2024-06-19/2024-06-20", "2024-06-19/2024-07-04", "2024-06-19/2024-06-20", "2024-06-19/2024-06-19",
    ]  # fmt: skip
    assert canvas.view.current == samples.VISIT


def test_the_band_and_what_it_leaves_out(pane: TimelinePane, theme: Theme) -> None:
    pane.keep_to(parse_date("2024-06-18/2024-06-21"))
    picture = pane.canvas.grab().toImage()
    axis = [picture.pixelColor(on_axis(pane, date(2024, 6, day), 0.2)).name() for day in (27, 18, 30)]
    assert axis == [theme.color(token).name() for token in ("surface", "selection", "surface")]
    dimmed = picture.pixelColor(point(pane, samples.SUMMIT))
    pane.keep_to(None)
    assert dimmed != pane.canvas.grab().toImage().pixelColor(point(pane, samples.SUMMIT))


@pytest.mark.parametrize(
    ("per_day", "expected"),
    [(6.0, "2024-01-30/2024-03-02"), (0.5, "2024-01/2024-03"), (0.05, "2024")],
)
def test_periods_are_as_fine_as_the_hand(per_day: float, expected: str) -> None:
    scale = Scale(0, per_day, 0, 700)
    one, other = date(2024, 3, 2).toordinal() + 0.9, date(2024, 1, 30).toordinal() + 0.1
    assert str(stretch(scale, one, other)) == expected
