"""Where the panes lie: docks with their own title bars, arranged wide or narrow in each workspace."""

from collections.abc import Mapping
from struct import Struct

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QSizePolicy,
    QTabBar,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from resources.tokens import SPACE
from ui.panes.elided import Title
from ui.workspaces import BROWSE, NARROW, Sizes, Workspace, place

_STATE_VERSION = 3
_WIDTH = Struct(">I")  # of the window that a state is of, before it
_LESS = 100  # px by which a window may be narrower for the panes to lie as they did
_AREA = Qt.DockWidgetArea
_H, _V = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class Docks(QObject):
    """The docks of a window, by the names of their panes."""

    def __init__(self, window: QMainWindow, panes: Mapping[str, tuple[str, QWidget, QWidget | None]]) -> None:
        """`panes` gives for each name the title, the pane and its head (None: a plain one with the title)."""
        super().__init__(window)
        self._window = window
        self.workspace = BROWSE
        self._settled = QSize()
        self._sizes: Sizes | None = None
        self._bar = 0
        self._is_narrow: bool | None = None
        self._moved_by_user = False
        self._arranging = False
        window.setDockOptions(
            QMainWindow.DockOption.AllowNestedDocks | QMainWindow.DockOption.AllowTabbedDocks
        )
        window.setTabPosition(_AREA.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        window.setCorner(Qt.Corner.BottomLeftCorner, _AREA.BottomDockWidgetArea)
        for corner in (Qt.Corner.BottomRightCorner, Qt.Corner.TopRightCorner):
            window.setCorner(corner, _AREA.RightDockWidgetArea)
        self._docks = {name: self._dock(name, *parts) for name, parts in panes.items()}

    def __getitem__(self, name: str) -> QDockWidget:
        return self._docks[name]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._docks)

    @property
    def toggles(self) -> list[QAction]:
        """An action for each pane that shows or hides it."""
        return [dock.toggleViewAction() for dock in self._docks.values()]

    def raise_pane(self, name: str) -> None:
        """Bring a pane into sight, above the tabs that lie over it."""
        self._docks[name].show()
        self._docks[name].raise_()

    def arrange(self, workspace: Workspace | None = None) -> None:
        """Lay the panes out as they are meant to lie in a workspace and a window of this width."""
        self.workspace = workspace or self.workspace
        self._arranging = True
        self._is_narrow = self._window.width() < NARROW
        self._moved_by_user = False
        place(self._window, self._docks, self.workspace, narrow=self._is_narrow)
        self._arranging = False
        self._sizes = self.workspace.narrow if self._is_narrow else self.workspace.wide
        if self._window.isVisible():
            self._apply()

    def save(self) -> QByteArray:
        bar = self._bar
        self.make_room(0)
        state = self._window.saveState(_STATE_VERSION)
        self.make_room(bar)
        return QByteArray(_WIDTH.pack(self._window.width())).append(state)

    def restore(self, state: QByteArray, workspace: Workspace) -> bool:
        """Put a workspace's panes where they were; False when that state is of another version or none.

        In a window that is too narrow for that, as on a smaller screen, they are laid out anew.
        """
        self.workspace = workspace
        data = bytes(state.data())
        self._arranging = True
        restored = self._window.restoreState(QByteArray(data[_WIDTH.size :]), _STATE_VERSION)
        self._arranging = False
        width, now = _WIDTH.unpack(data[: _WIDTH.size])[0] if restored else 0, self._window.width()
        self._is_narrow = now < NARROW if restored else None
        if restored and ((width < NARROW) != (now < NARROW) or now < width - _LESS):
            hidden = {dock: dock.isHidden() for dock in self._docks.values()}
            self.arrange()
            for dock, was_hidden in hidden.items():
                dock.setHidden(was_hidden)
        return restored

    def window_resized(self) -> None:
        """Keep the side panes as wide as they were, so that the middle takes what a window gains or loses."""
        narrow = self._window.width() < NARROW
        if self._is_narrow is not None and narrow != self._is_narrow and not self._moved_by_user:
            self.arrange()
        self._apply()

    def make_room(self, bar: int) -> None:
        """Let the timeline grow by the height of the bar over it, so that the bar takes no lane away."""
        timeline, more = self._docks["timeline"], bar - self._bar
        self._bar = bar
        if not more:
            return
        if self._sizes is not None:
            self._apply()
        elif self.workspace is BROWSE and not timeline.isFloating():
            self._window.resizeDocks([timeline], [timeline.height() + more], _V)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QDockWidget) and watched.isFloating():
            return self._of_floating(watched, event)
        pressed = QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.Resize and pressed and self._window.size() == self._settled:
            # The window kept its size, so it was the user who moved an edge between two panes.
            self._remember()
        return super().eventFilter(watched, event)

    def _of_floating(self, dock: QDockWidget, event: QEvent) -> bool:
        """A floating pane is a window of its own: what it leaves of keys and mouse goes to the main one."""
        if event.type() == QEvent.Type.Show:
            dock.windowHandle().installEventFilter(self._window)
        elif event.type() == QEvent.Type.KeyPress:
            return QCoreApplication.sendEvent(self._window, event)
        return False

    def _dock(self, name: str, title: str, pane: QWidget, head: QWidget | None) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(f"dock_{name}")
        dock.setAccessibleName(title)
        dock.setTitleBarWidget(_TitleBar(head, title))
        dock.setWidget(pane)
        pane.setMinimumSize(120, 60)
        pane.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        dock.toggleViewAction().setText(title)
        dock.installEventFilter(self)
        dock.dockLocationChanged.connect(self._location_changed)
        dock.topLevelChanged.connect(self._update_heads)
        dock.toggleViewAction().toggled.connect(self._update_heads)
        return dock

    def _name_tabs(self) -> None:
        for bar in self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            bar.setAccessibleName(", ".join(bar.tabText(at) for at in range(bar.count())))

    def _update_heads(self) -> None:
        if not isValid(self._window):
            return  # docks tell of their end, too, when the window goes
        for dock in self._docks.values():
            bar = dock.titleBarWidget()
            if isinstance(bar, _TitleBar):
                others = [other for other in self._window.tabifiedDockWidgets(dock) if not other.isHidden()]
                bar.collapse(bool(others) and not dock.isFloating())
        self._name_tabs()

    def _location_changed(self) -> None:
        self._update_heads()
        if not self._arranging:
            self._moved_by_user = True

    def _apply(self) -> None:
        """Give the panes their sizes, as far as they lie where they were put."""
        window, dock, sizes = self._window, self._docks, self._sizes
        layout = window.layout()
        if layout is not None:
            layout.activate()  # sizes asked for before the first layout are lost in it
        if sizes is not None and not self._moved_by_user:
            middle = max(window.width() - sizes.organizations - sizes.card - 2, 1)
            outer = [dock["organizations"], dock[self.workspace.middle], dock["card"]]
            window.resizeDocks(outer, [sizes.organizations, middle, sizes.card], _H)
            body = window.height() - SPACE.tool_bar - SPACE.status_bar
            if not self._is_narrow:
                upper = max(body - sizes.source - 1, 1)
                window.resizeDocks([dock["organizations"], dock["source"]], [upper, sizes.source], _V)
                body = upper
            if self.workspace is BROWSE:
                side = min(sizes.initiatives, middle // 2)
                window.resizeDocks([dock["regions"], dock["initiatives"]], [middle - side - 1, side], _H)
                upper = sizes.timeline + self._bar
                lower = max(body - upper - 1, 1)
                window.resizeDocks([dock["timeline"], dock["regions"]], [upper, lower], _V)
        self._settled = window.size()

    def _remember(self) -> None:
        dock = self._docks
        self._sizes = Sizes(
            dock["organizations"].width(),
            dock["card"].width(),
            dock["initiatives"].width(),
            dock["timeline"].height() - self._bar,
            dock["source"].height(),
        )


class _TitleBar(QWidget):
    """A pane's head as the title bar by which its dock is moved.

    While a tab names the pane, the same title below it goes, and with it a head that holds nothing else.
    """

    def __init__(self, head: QWidget | None, title: str) -> None:
        super().__init__()
        self._may_collapse = head is None
        self._name = title
        self._head = head or _plain_head(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)

    def collapse(self, tabbed: bool) -> None:
        for title in self._head.findChildren(Title):
            title.stand_under(self._name if tabbed else "")
        hidden = tabbed and self._may_collapse
        self._head.setVisible(not hidden)
        self.setFixedHeight(0 if hidden else SPACE.pane_header)


def _plain_head(title: str) -> QWidget:
    head = QWidget()
    head.setProperty("look", "header")
    head.setFixedHeight(SPACE.pane_header)
    label = QLabel(title)
    label.setProperty("look", "title")
    row = QHBoxLayout(head)
    row.setContentsMargins(SPACE.pane_padding, 0, 0, 0)
    row.addWidget(label)
    return head
