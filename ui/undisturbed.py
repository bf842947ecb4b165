"""Lets nothing take a dialog from whoever is typing in it: what would, waits until the last one is closed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QWidget

if TYPE_CHECKING:
    from dossier.store import Dossier
    from ui.main_window import MainWindow


class Undisturbed(QObject):
    """Does one work at once, or once, however often it is wanted, when no dialog of the window is open."""

    def __init__(self, work: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._window: QWidget | None = None
        self._soon = QTimer(self, singleShot=True)  # not from within a dialog that is closing
        self._soon.timeout.connect(self._again)

    def want(self, window: QWidget) -> None:
        """Do the work unless a dialog of `window` is open that keeps it waiting; else when that is closed."""
        self.forget()
        asking = [each for each in window.findChildren(QDialog) if each.isVisible() and each.isModal()]
        if not asking:
            self._work()
            return
        self._window = window
        for dialog in asking:
            dialog.finished.connect(lambda _: self._soon.start(0))

    def forget(self) -> None:
        """Want the work no longer: it is done otherwise, or there is no window any more."""
        self._window = None
        self._soon.stop()

    def _again(self) -> None:
        if self._window is not None:
            self.want(self._window)


class NextDossier(QObject):
    """A dossier that is open, to be shown in place of the one before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: tuple[Dossier, Callable[[], None]] | None = None
        self._undisturbed = Undisturbed(self._show, self)

    def take(self, window: "MainWindow", dossier: "Dossier", show: Callable[[], None]) -> None:
        """Show it when no dialog of `window` is open; one that waited for that before is closed."""
        self.drop()
        self._waiting = (dossier, show)
        self._undisturbed.want(window)
        if self._waiting is not None:
            say = window.wording.say
            window.status.say(say("{file} is shown when the form is closed.", file=dossier.path.name))

    def drop(self) -> None:
        """Close what waits to be shown."""
        self._undisturbed.forget()
        if self._waiting is not None:
            self._waiting[0].close()
            self._waiting = None

    def _show(self) -> None:
        if self._waiting is not None:
            _, show = self._waiting
            self._waiting = None
            show()
