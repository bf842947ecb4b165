"""The keyboard alone reaches everything in the window, and one sees where it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QTabBar, QToolButton, QWidget

from tests.ui.conftest import Desk

TAB = Qt.FocusPolicy.TabFocus
MOST_STEPS = 300


def walk(desk: Desk) -> list[QWidget]:
    """Press Tab until the focus has gone round."""
    first = desk.window.tool_bar.menu_button
    first.setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[QWidget] = [first]
    for _ in range(MOST_STEPS):
        desk.qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)
        focused = desk.window.focusWidget()
        assert focused is not None
        if focused is first:
            return seen
        if focused is not seen[-1]:
            seen.append(focused)
    raise AssertionError(f"Tab never comes back to the beginning; it ends at {seen[-5:]}")


def told(widget: QWidget) -> str:
    return widget.objectName() or widget.accessibleName() or type(widget).__name__


def picture(widget: QWidget) -> QImage:
    """What is seen where a widget lies, with the frame that a field's parent draws for it."""
    frame = widget.parentWidget() if widget.property("look") == "bare" else widget
    assert frame is not None
    return frame.grab().toImage()


@pytest.mark.parametrize(
    ("name", "raised"),
    [("Katarzyna Wawiernia", "card"), ("Visit to the UN Plaza, Almaty", "card"), ("UNICEF", "sheet")],
)
def test_tab_reaches_everything_and_shows_where_it_is(desk: Desk, name: str, raised: str) -> None:
    desk.select(name)
    desk.window.docks.raise_pane(raised)
    desk.settle()
    reached = walk(desk)
    wanted = [
        widget
        for widget in desk.window.findChildren(QWidget)
        if widget.focusPolicy() & TAB and widget.isEnabled() and not widget.visibleRegion().isEmpty()
    ]
    assert [told(widget) for widget in wanted if widget not in reached] == []
    unseen = []
    for widget in reached:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        focused = picture(widget)
        widget.clearFocus()
        QApplication.processEvents()
        if picture(widget) == focused:
            unseen.append(told(widget))
    assert unseen == []


def test_every_button_is_reached_by_tab(desk: Desk) -> None:
    desk.select("UNICEF")
    buttons = [
        button
        for button in desk.window.findChildren(QToolButton)
        if not button.visibleRegion().isEmpty() and not isinstance(button.parent(), QTabBar)
    ]
    assert [told(button) for button in buttons if not button.focusPolicy() & TAB] == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_the_button_that_has_the_focus(desk: Desk, key: Qt.Key) -> None:
    button = desk.window.timeline.as_list
    button.setFocus(Qt.FocusReason.TabFocusReason)
    desk.qtbot.keyClick(button, key)
    desk.qtbot.waitUntil(button.isChecked)


def test_enter_presses_a_button_of_a_floating_pane(desk: Desk) -> None:
    dock = desk.window.docks["regions"]
    dock.setFloating(True)
    desk.qtbot.waitExposed(dock)
    dock.activateWindow()
    button = desk.window.regions.as_list
    button.setFocus(Qt.FocusReason.TabFocusReason)
    desk.qtbot.waitUntil(button.hasFocus)
    desk.qtbot.keyClick(button, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(button.isChecked)


def test_the_language_in_force_stays_marked_when_it_is_chosen_again(desk: Desk) -> None:
    button = desk.window.tool_bar.findChild(QToolButton, "language_en")
    assert isinstance(button, QToolButton)
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert button.isChecked()


def test_the_menu_ticks_what_is_in_force(desk: Desk) -> None:
    doable = desk.window.doable
    for name, on in (("colours_system", True), ("colours_dark", False), ("language_en", True)):
        action = doable[name]
        assert action.isChecked() is on
        shown = action.icon().pixmap(16, 16, state=action.icon().State.On if on else action.icon().State.Off)
        ink = {shown.toImage().pixelColor(x, y).alpha() for x in range(16) for y in range(16)}
        assert (max(ink) > 0) is on
