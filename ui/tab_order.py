"""Where Tab goes in the window: along its bars, then from pane to pane in the order of reading.

Qt's own order follows the making of the widgets: it leads into panes that lie covered under a tab, where
nothing shows the focus, and to a row of tabs only after what is in them.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QScrollArea, QSplitter, QStatusBar, QTabBar, QWidget

from ui.layout import Docks

_TAB = Qt.FocusPolicy.TabFocus
_AFTER = 1000.0  # the bar at the foot comes after all panes


def go_on(window: QMainWindow, docks: Docks, *, following: bool) -> bool:
    """Give the focus to the next stop, or the one before; False where there is none."""
    here = window.focusWidget()
    stops = _stops(window, docks)
    if here not in stops:
        return False
    give_focus(stops[(stops.index(here) + (1 if following else -1)) % len(stops)], following=following)
    return True


def give_focus(widget: QWidget, *, following: bool) -> None:
    """Let a widget have the focus as Tab gives it, in sight."""
    reasons = Qt.FocusReason
    widget.setFocus(reasons.TabFocusReason if following else reasons.BacktabFocusReason)
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, 0)
        above = above.parentWidget()


def _stops(window: QMainWindow, docks: Docks) -> list[QWidget]:
    order = dict(_order(window, docks))
    found: list[tuple[float, QWidget]] = []
    for widget in _chain(window):
        if widget.focusPolicy() & _TAB == _TAB and widget.isEnabled() and widget.isVisibleTo(window):
            place = _place(widget, window, order)
            is_shown = not (isinstance(widget, QTabBar) and widget.visibleRegion().isEmpty())
            if place is not None and is_shown and widget.focusProxy() is None:
                found.append((place, widget))
    return [widget for _, widget in sorted(found, key=lambda stop: stop[0])]


def _chain(window: QWidget) -> Iterator[QWidget]:
    """All widgets in Qt's order."""
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        yield widget
        widget = widget.nextInFocusChain()


def _order(window: QMainWindow, docks: Docks) -> Iterator[tuple[QWidget, float | None]]:
    """The place of each pane; those under one row of tabs share the first one's, a covered one has none."""
    names = {docks[name]: place for place, name in enumerate(docks.names, 1)}
    for dock, place in names.items():
        group = window.tabifiedDockWidgets(dock)
        first = min((names[other] for other in group if other in names), default=place)
        yield dock, None if dock.visibleRegion().isEmpty() else float(min(place, first))
    for bar in window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
        titles = [bar.tabText(at) for at in range(bar.count())]
        under = [place for dock, place in names.items() if dock.windowTitle() in titles]
        yield bar, min(under, default=0) - 0.5


def _place(widget: QWidget, window: QMainWindow, order: dict[QWidget, float | None]) -> float | None:
    """Which part of the window a widget is in: 0 for the bars above; None for what is out of sight.

    Of a pane the head comes first, then what is in it, halves as they lie beside or below each other, and
    the foot after all that may still grow above it.
    """
    part: QWidget | None = widget
    below: QWidget | None = None
    is_foot, half = False, 0.0
    while part is not None and part is not window:
        if part in order:
            place = order[part]
            in_head = isinstance(part, QDockWidget) and below is part.titleBarWidget()
            return place if place is None or in_head else place + half + (0.5 if is_foot else 0.25)
        if isinstance(part, QStatusBar):
            return _AFTER
        if isinstance(part, QDockWidget) or part.isWindow():
            return None
        is_foot = is_foot or str(part.property("look")).endswith("foot")
        above = part.parentWidget()
        if isinstance(above, QSplitter):
            half = half / 10 + above.indexOf(part) / 100
        part, below = above, part
    return 0.0
