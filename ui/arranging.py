"""Goes from one workspace to another, each as it was left."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from ui.layout import Docks
from ui.settings import Settings
from ui.workspaces import BROWSE, WORKSPACES, Workspace


class Arranging(QObject):
    """The workspaces of one window."""

    def __init__(self, docks: Docks, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._docks = docks
        self._settings = settings

    def begin(self) -> None:
        """Show the workspace that was shown last."""
        self._show(WORKSPACES.get(self._settings.workspace, BROWSE))

    def go_to(self, name: str) -> None:
        """Show a workspace; the one before is kept as it is, and so is the focus where it can be."""
        focused = QApplication.focusWidget()
        self.keep()
        self._show(WORKSPACES[name])
        if focused is not None and focused.isVisible():
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._docks["organizations"].setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Remember the workspace and where its panes are."""
        workspace = self._docks.workspace
        self._settings.workspace = workspace.name
        self._settings.keep_bytes(_key(workspace), self._docks.save())

    def _show(self, workspace: Workspace) -> None:
        if not self._docks.restore(self._settings.bytes_of(_key(workspace)), workspace):
            self._docks.arrange()


def _key(workspace: Workspace) -> str:
    return f"panes_{workspace.name}"
