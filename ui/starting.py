"""Starts the window on a file; the store is imported beside it, once it is painted."""

import os
import signal
import sys
from typing import TYPE_CHECKING

from dossier.model.errors import DossierError

if TYPE_CHECKING:
    from datetime import datetime

    from dossier.model.clock import Clock
    from dossier.store import Dossier


def open_window(
    file: str | None,
    clock: "Clock | None" = None,
    language: str | None = None,
    passphrase: str | None = None,
) -> int:
    """Run the window on a file, or on the user's own dossier; gives the exit code."""
    _need_display()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from ui.app import run_window
    from ui.settings import default_path

    def open_first(clock: "Clock", typed: str | None = None) -> "Dossier":
        from dossier.cli.own import open_dossier

        return open_dossier(file, clock, passphrase=passphrase if typed is None else typed)

    def offer() -> str:
        from dossier.cli.own import own_path

        return own_path().name if file is None and passphrase is None and not own_path().exists() else ""

    return run_window(default_path(), clock or _system_clock, language, open_first, offer)


def _system_clock() -> "datetime":
    from dossier.model.clock import system_clock

    return system_clock()


def _need_display() -> None:
    """Qt ends the process where it finds no display, so this is asked first."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in named):
        raise DossierError(
            "There is no display here, so no window can open; dossier demo DIR makes pictures of it instead."
        )
