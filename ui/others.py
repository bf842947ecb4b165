"""Looks, whenever the user turns to the window, for what other programs changed in the file meanwhile."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.opened import Opened


class Others(QObject):
    """The command line may write to a dossier that is open here: what shows of it is then asked for anew."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._opened: Opened | None = None
        window.closed.connect(self._leave)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._turned)

    def show_dossier(self, opened: "Opened") -> None:
        self._opened = opened
        self._look()

    def _leave(self) -> None:
        self._opened = None

    def _turned(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._look()

    def _look(self) -> None:
        opened = self._opened
        if opened is not None:
            # Whoever reads what is shown tells of a file that can't be read.
            self._window.workers.start(
                "others", lambda job: opened.look_for_others(), lambda _: None, failed=lambda _: None
            )
