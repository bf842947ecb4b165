"""Looks for cycles of objects nobody needs between the user's doings: Python would do it amid a frame."""

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

_EVERY = 2_000
"""Milliseconds between looks through the young objects, which take one or two."""


class Collecting(QObject):
    """Takes the collection of cycles over from Python for as long as the application runs.

    To go through all objects takes longer than a frame, so it waits until the user turns to another program.
    """

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self._look_through_young)
        application.applicationStateChanged.connect(self._turned)
        gc.disable()
        self._timer.start()

    def _look_through_young(self) -> None:
        gc.collect(1)

    def _turned(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            gc.collect()
