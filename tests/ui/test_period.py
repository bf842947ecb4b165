"""A period that alone is shown: in every pane, in the way back, on its chip and by the form."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from dossier.model.dates import parse_date
from tests.ui.conftest import Desk
from tests.ui.panes.timeline.hands import drag
from ui.dialogs.period import PeriodForm
from ui.panes.delegates import ROW_ROLE

SUMMER = parse_date("2024-07/2024-08")
VISIT = parse_date("2024-06-19/2024-06-19")


def names(desk: Desk, pane: str) -> list[str]:
    model = getattr(desk.window, pane).list.model()
    rows = [model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount())]
    return [row.name for row in rows if row.kind]


def tree(desk: Desk) -> list[str]:
    model = desk.window.organizations.tree.model()
    found, waiting = [], [model.index(row, 0) for row in range(model.rowCount())]
    while waiting:
        index = waiting.pop(0)
        found.append(index.data(ROW_ROLE).name)
        waiting[:0] = [model.index(row, 0, index) for row in range(model.rowCount(index))]
    return found


def show(desk: Desk, period: object) -> None:
    desk.window.session.show_period(period)  # type: ignore[arg-type]
    desk.settle()


def test_a_drag_on_the_axis_filters_every_pane(desk: Desk) -> None:
    window, everything = desk.window, {pane: names(desk, pane) for pane in ("initiatives", "regions")}
    people = tree(desk)
    view = window.timeline.canvas.view
    first, last = (round(view.scale.x(parse_date(day).earliest.toordinal() + 0.5)) for day in  # type: ignore[union-attr]
                   ("2024-07-01", "2024-07-06"))  # fmt: skip
    drag(window.timeline, QPoint(first, 9), QPoint(last, 9), desk.qtbot)
    desk.settle()
    assert str(window.session.step.period) == "2024-07-01/2024-07-06"
    assert names(desk, "regions") == ["Astana"]
    assert names(desk, "initiatives") == []
    assert window.initiatives.empty_note == "No initiative lies in this period."
    assert "Shanghai Cooperation Organization" in tree(desk)
    assert "Katarzyna Wawiernia" not in tree(desk)
    summits = [name for name in names(desk, "timeline") if "ummit" in name]
    assert summits
    window.session.back()
    desk.settle()
    assert {pane: names(desk, pane) for pane in everything} == everything
    assert tree(desk) == people
    window.session.forward()
    desk.settle()
    assert names(desk, "regions") == ["Astana"]


def test_the_people_of_a_day(desk: Desk) -> None:
    show(desk, VISIT)
    shown = tree(desk)
    assert {"Katarzyna Wawiernia", "Rashed Sarwar", "Akan Rakhmetullin"} <= set(shown)
    assert "Nahla Haidar" not in shown
    assert len(names(desk, "initiatives")) > 3


def test_the_chip_tells_the_period_and_ends_it(desk: Desk) -> None:
    desk.select("Katarzyna Wawiernia")
    desk.window.doable["show_only"].trigger()
    desk.settle()
    show(desk, SUMMER)
    bar = desk.window.tool_bar
    assert bar.period_chip.text().replace("\u2009", "").strip() == "Jul–Aug 2024"
    assert bar.chip.isVisible()
    assert tree(desk) == []
    assert desk.window.organizations.empty_note == "No organization or person lies in this period."
    desk.qtbot.mouseClick(bar.period_chip, Qt.MouseButton.LeftButton)
    desk.settle()
    assert (bar.period_chip.isVisible(), bar.chip.isVisible()) == (False, True)
    assert "Katarzyna Wawiernia" in tree(desk)


@pytest.mark.parametrize("way", ["esc", "command"])
def test_esc_and_show_everything_end_it(desk: Desk, way: str) -> None:
    show(desk, SUMMER)
    if way == "esc":
        desk.press(desk.window.timeline.canvas, Qt.Key.Key_Escape)
    else:
        desk.window.doable["show_all"].trigger()
        desk.settle()
    assert desk.window.session.step.period is None
    assert not desk.window.doable["show_all"].isEnabled()


def test_shift_and_arrows_are_one_step_of_the_way(desk: Desk) -> None:
    canvas, session = desk.window.timeline.canvas, desk.window.session
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(canvas, Qt.Key.Key_Right)
    for _ in range(3):
        desk.press(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert session.step.period is not None
    session.back()
    assert session.step.period is None


def test_the_form_takes_dates_as_people_write_them(desk: Desk) -> None:
    desk.window.doable["show_period"].trigger()
    form = desk.dialog(PeriodForm)
    assert isinstance(form, PeriodForm)
    desk.press(form, Qt.Key.Key_Return)
    assert "Type from when" in form.findChild(type(form._complaint), "complaint").text()  # type: ignore[union-attr]
    desk.write(form.first, "июль 2024")
    desk.write(form.last, "31.08.2024")
    desk.press(form.last, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert not form.isVisible()
    assert str(desk.window.session.step.period) == "2024-07/2024-08-31"
    desk.window.doable["show_period"].trigger()
    again = desk.dialog(PeriodForm)
    assert isinstance(again, PeriodForm)
    assert (again.first.text(), again.last.text()) == ("2024-07", "2024-08-31")
    again.first.setText("2025")
    desk.press(again.last, Qt.Key.Key_Return)
    assert again.isVisible(), "it ends before it starts"
    again.last.clear()
    desk.press(again.first, Qt.Key.Key_Return)
    assert str(desk.window.session.step.period) == "2025/.."
