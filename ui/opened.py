"""The open dossier, as the windows know it: each Change reaches them as a signal, in their own thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from dossier.store import Dossier
    from dossier.store.changes import Change


class Opened(QObject):
    """Outlives the windows that show the dossier one after another. Make it in the window's thread."""

    changed = Signal(object)  # Change; a signal emitted in another thread waits for the window's

    def __init__(self, dossier: "Dossier") -> None:
        super().__init__()
        self.dossier = dossier
        self.recent: tuple[str, ...] = ()
        """The last searches, kept as long as the dossier is open and in no file: they may hold names."""
        self._newest: int | None = None
        dossier.listen(self._tell)

    def look_for_others(self) -> None:
        """Tell of the changes that other programs have written since the last look; in any thread."""
        with self.dossier.read() as reader:
            newest = reader.rows("SELECT max(pk) FROM change")[0][0] or 0
        known, self._newest = self._newest, max(newest, self._newest or 0)
        if known is not None and newest > known:
            for change in reversed(self.dossier.history(limit=newest - known)):
                self.changed.emit(change)

    def _tell(self, change: "Change") -> None:
        self._newest = max(change.pk, self._newest or 0)
        self.changed.emit(change)
