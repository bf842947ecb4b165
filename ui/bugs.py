"""What becomes of a bug in the window: it is written to a log with all that helps to mend it, and told."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

if TYPE_CHECKING:
    from types import TracebackType

    from ui.app import App


def show_bugs(app: "App") -> None:
    """From now on show a bug without its traceback, which goes to the log."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))
    path = folder / "dossier.log"

    def hook(kind: type[BaseException], error: BaseException, trace: "TracebackType | None") -> None:
        import logging

        from dossier.language import wording

        sys.__excepthook__(kind, error, trace)
        folder.mkdir(parents=True, exist_ok=True)
        log = logging.getLogger(__name__)
        handler = logging.FileHandler(path, encoding="utf-8")
        log.addHandler(handler)
        log.critical("A bug", exc_info=(kind, error, trace))
        log.removeHandler(handler)
        handler.close()
        say = wording(app.language).say
        app.window.report(say("Something went wrong in the program itself; {path} tells what.", path=path))

    sys.excepthook = hook
