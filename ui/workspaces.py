"""The workspaces: for each kind of work the panes it needs, where they lie and how much room they have."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

NARROW: Final = 1200
"""px of window width below which the source is a tab in the middle."""
_AREA = Qt.DockWidgetArea
_H, _V = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


@dataclass(frozen=True, slots=True)
class Sizes:
    """The widths of three panes and the heights of two in px; the others take what is left."""

    organizations: int
    card: int
    initiatives: int
    timeline: int
    source: int


@dataclass(frozen=True, slots=True)
class Workspace:
    """One arrangement of the panes. `middle` is the pane at the top of the middle column."""

    name: str
    middle: str
    hidden: tuple[str, ...]
    wide: Sizes
    narrow: Sizes


BROWSE: Final = Workspace(
    "browse",
    "timeline",
    (),
    Sizes(organizations=304, card=424, initiatives=290, timeline=222, source=261),
    Sizes(organizations=240, card=360, initiatives=170, timeline=258, source=0),
)
BRIEF: Final = Workspace(
    "brief",
    "sheet",
    ("timeline", "regions", "initiatives"),
    Sizes(organizations=264, card=424, initiatives=0, timeline=0, source=200),
    Sizes(organizations=220, card=320, initiatives=0, timeline=0, source=0),
)
WORKSPACES: Final = {each.name: each for each in (BROWSE, BRIEF)}


def place(
    window: QMainWindow, dock: Mapping[str, QDockWidget], workspace: Workspace, *, narrow: bool
) -> None:
    """Lay the docks out; those a workspace hides are tabs in its middle once they are asked for."""
    for each in dock.values():
        each.setFloating(False)
        window.removeDockWidget(each)
    middle = dock[workspace.middle]
    window.addDockWidget(_AREA.LeftDockWidgetArea, dock["organizations"])
    window.splitDockWidget(dock["organizations"], middle, _H)
    if workspace is BROWSE:
        window.splitDockWidget(middle, dock["regions"], _V)
        window.splitDockWidget(dock["regions"], dock["initiatives"], _H)
    for name in workspace.hidden:
        window.tabifyDockWidget(middle, dock[name])
    if narrow:
        window.tabifyDockWidget(middle, dock["source"])
    else:
        window.addDockWidget(_AREA.BottomDockWidgetArea, dock["source"])
    window.addDockWidget(_AREA.RightDockWidgetArea, dock["card"])
    window.tabifyDockWidget(dock["card"], dock["connections"])
    if workspace is BROWSE:
        window.tabifyDockWidget(dock["connections"], dock["sheet"])
    for name, each in dock.items():
        each.setVisible(name not in workspace.hidden)
    middle.raise_()
    dock["card"].raise_()
