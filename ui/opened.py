"""The open dossier, as the windows know it: each Change reaches them as a signal, in their own thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from dossier.store import Dossier


class Opened(QObject):
    """Outlives the windows that show the dossier one after another. Make it in the window's thread."""

    changed = Signal(object)  # Change; a signal emitted in another thread waits for the window's

    def __init__(self, dossier: "Dossier") -> None:
        super().__init__()
        self.dossier = dossier
        self.recent: tuple[str, ...] = ()
        """The last searches, kept as long as the dossier is open and in no file: they may hold names."""
        dossier.listen(self.changed.emit)
