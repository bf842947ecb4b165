"""Saves what a form gives beside the window; the form keeps its text until that is written."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from dossier.model.errors import DossierError
from ui.dialogs.form import Form

if TYPE_CHECKING:
    from dossier.store import Dossier
    from ui.main_window import MainWindow

Result = TypeVar("Result")


class Saving(QObject):
    """Writes for the forms of one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def save(
        self, form: Form, dossier: "Dossier", write: Callable[[], Result], done: Callable[[Result], None]
    ) -> None:
        """Write, then close the form; a failure is said in it. Cancelling it gives up a write that waits."""
        given_up = threading.Event()
        form.rejected.connect(given_up.set)

        def work(job: object) -> Result:
            with dossier.waiting.unless(given_up.is_set):
                return write()

        def written(result: Result) -> None:
            if not given_up.is_set():
                form.rejected.disconnect(given_up.set)
                form.accept()
            done(result)

        def failed(error: DossierError) -> None:
            self._window.note_failure(error)
            if not given_up.is_set():
                form.rejected.disconnect(given_up.set)
                form.complain(error)

        self._window.workers.start("write", work, written, failed=failed, writes=True)

    def save_at_once(self, write: Callable[[], None]) -> None:
        """Write what needs no form; a failure is reported over the window."""
        self._window.workers.start("write", lambda job: write(), lambda _: None, writes=True)
