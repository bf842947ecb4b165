"""The rules that a window is held against; each gives what breaks it, in words."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

from tests.resources.test_tokens import contrast
from tests.ui.reading import description, element, name
from ui.panes.fact_text import FactText
from ui.tab_order import give_focus

LEAST_TARGET = 24
LEAST_CONTRAST = 3
LEAST_RING = 24  # pixels that change enough: a blinking caret alone has fewer
MOST_STEPS = 300
_VAGUE = (QAccessible.Role.NoRole, QAccessible.Role.Client)
_TAB = Qt.FocusPolicy.TabFocus


def focusable(window: QWidget) -> list[QWidget]:
    """What Tab should reach."""
    inner = window.findChildren(QWidget)
    return [
        each
        for each in (window, *inner)
        if each.focusPolicy() & _TAB == _TAB
        and each.isEnabled()
        and each.focusProxy() is None
        and each.window() is window.window()
        and not each.visibleRegion().isEmpty()
    ]


def spoken(widget: QWidget) -> str:
    """What a screen reader calls a widget.

    On Linux Qt gives what is chosen as the name of a drop-down, which its label or its description names.
    """
    of = element(widget)
    if isinstance(widget, QComboBox):
        labels = [
            name(label) for label, relation in of.relations() if relation == QAccessible.RelationFlag.Label
        ]
        return " ".join((*labels, description(of)))
    return name(of)


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName() or widget.accessibleName() or spoken(widget)}"


def nameless(window: QWidget) -> list[str]:
    """Names and roles."""
    found = []
    for widget in focusable(window):
        of = element(widget)
        if not spoken(widget).strip():
            found.append(f"{told(widget)} has no name")
        if of.role() in _VAGUE:
            found.append(f"{told(widget)} has no role")
    return found


def small(window: QWidget) -> list[str]:
    """Targets under 24 px (WCAG 2.2, 2.5.8); a link within a sentence is as high as its line."""
    kinds = (QAbstractButton, QComboBox, QLineEdit)
    found = []
    for widget in window.findChildren(QWidget):
        if widget.window() is not window.window() or widget.visibleRegion().isEmpty():
            continue
        sizes = []
        if isinstance(widget, QTabBar):
            sizes = [widget.tabRect(at).size() for at in range(widget.count())]
        elif isinstance(widget, kinds) and not isinstance(widget.parent(), (QTabBar, QComboBox)):
            sizes = [widget.size()]
            if widget.property("look") == "bare" and widget.parentWidget():
                sizes = [widget.parentWidget().size()]
        found += [
            f"{told(widget)} is {size.width()} × {size.height()}"
            for size in sizes
            if min(size.width(), size.height()) < LEAST_TARGET
        ]
    return found


def walk(window: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Where the keyboard comes by, until it is where it was at first."""
    top = window.window()
    first = QApplication.focusWidget()
    assert first is not None, "nothing has the focus"
    assert first.window() is top, f"the focus is elsewhere: {told(first)}"
    seen = [first]
    for _ in range(MOST_STEPS):
        QTest.keyClick(QApplication.focusWidget(), key)
        now = QApplication.focusWidget()
        assert now is not None, f"the focus is lost after {told(seen[-1])}"
        if now is first and not (isinstance(first, FactText) and now is seen[-1]):
            return seen
        assert not now.visibleRegion().isEmpty(), f"the focus goes out of sight: {told(now)}"
        if now is not seen[-1]:
            seen.append(now)
    raise AssertionError(f"{key.name} never comes back to the beginning; it ends at {told(seen[-1])}")


def unseen(stops: list[QWidget]) -> list[str]:
    """Stops at which the focus doesn't show, or not with contrast enough, beside when it is elsewhere."""
    found = []
    for widget, other in zip(stops, (*stops[1:], stops[0]), strict=True):
        give_focus(widget, following=True)
        QApplication.processEvents()
        focused = _picture(widget)
        if isinstance(widget, QPushButton) and isinstance(widget.window(), QDialog) and other is not widget:
            other.setFocus()  # a button that was the last to have the focus stays the one for Enter
        else:
            widget.clearFocus()
        QApplication.processEvents()
        if _changed(_picture(widget), focused) < LEAST_RING:
            found.append(told(widget))
    return found


def out_of_order(stops: list[QWidget], columns: list[QWidget]) -> list[str]:
    """Steps of Tab against the order of reading: up or leftwards within a column.

    Columns are the panes, in which one reads down; a dialog is one column.
    """

    def column(widget: QWidget) -> QWidget | None:
        return next((each for each in columns if each is widget or each.isAncestorOf(widget)), None)

    first = stops.index(
        min(stops, key=lambda stop: (_place(stop).top() // LEAST_TARGET, _place(stop).left()))
    )
    found = []
    for one, other in pairwise((*stops[first:], *stops[:first])):
        if column(one) is not column(other):
            continue
        a, b = _place(one), _place(other)
        if _scrolling(one) is not _scrolling(other):
            a, b = _place(_scrolling(one) or one), _place(_scrolling(other) or other)
        is_up = b.bottom() <= a.top()
        is_back = min(a.bottom(), b.bottom()) - max(a.top(), b.top()) > 0 and b.right() <= a.left()
        if is_up or is_back:
            found.append(f"{told(one)} → {told(other)}")
    return found


def _place(widget: QWidget) -> QRect:
    """Where a widget lies in its window, as if nothing were scrolled."""
    area = _scrolling(widget)
    if area is None:
        return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())
    origin = area.viewport().mapTo(widget.window(), QPoint(0, 0))
    return QRect(origin + widget.mapTo(area.widget(), QPoint(0, 0)), widget.size())


def _scrolling(widget: QWidget) -> QScrollArea | None:
    """The scrolled area that a widget lies in."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and above.widget().isAncestorOf(widget):
            return above
        above = above.parentWidget()
    return None


def _picture(widget: QWidget) -> QImage:
    """What is seen in the window where a widget lies, with the frame that its parent draws for a field."""
    frame = widget.parentWidget() if widget.property("look") == "bare" else widget
    assert frame is not None
    place = QRect(frame.mapTo(widget.window(), QPoint(0, 0)), frame.size())
    return widget.window().grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)


def _changed(one: QImage, other: QImage) -> int:
    """How many pixels changed with contrast enough to be noticed."""
    seen: dict[tuple[int, int], bool] = {}
    count = 0
    for before, after in _pixels(one, other):
        if before != after:
            pair = before, after
            if pair not in seen:
                colours = [QColor(value).name() for value in pair]
                seen[pair] = contrast(*colours) >= LEAST_CONTRAST
            count += seen[pair]
    return count


def _pixels(one: QImage, other: QImage) -> Iterator[tuple[int, int]]:
    a, b = (memoryview(image.constBits()).cast("I") for image in (one, other))
    return zip(a, b, strict=True)


def mislabelled(window: QWidget) -> list[str]:
    """Buttons whose name lacks the words that are seen on them (WCAG 2.2, 2.5.3)."""
    return [
        f"{told(button)} says {button.text()}"
        for button in window.findChildren(QAbstractButton)
        if button.isVisible()
        and not (isinstance(button, QToolButton) and not button.icon().isNull())
        and _plain(button.text()) not in _plain(spoken(button))
    ]


def _plain(words: str) -> str:
    return words.replace("&", "").strip(" …\u2002").casefold()
