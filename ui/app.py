"""The composition root: it makes the application, opens dossiers and replaces the window for a new look."""

import logging
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QObject, QStandardPaths, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from dossier.cli.own import new_dossier
from dossier.language import wording
from dossier.model.clock import Clock
from dossier.model.errors import DossierError
from ui.main_window import MainWindow
from ui.opened import Opened
from ui.opening import Open, Opening, protect_open
from ui.session import Session
from ui.settings import Settings
from ui.style import Theme
from ui.style.fonts import load_fonts
from ui.style.icons import icon
from ui.style.palette import palette
from ui.style.stylesheet import style_sheet
from ui.style.theme import theme_for

if TYPE_CHECKING:
    from dossier.store import Dossier

_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "system": Qt.ColorScheme.Unknown}
_log = logging.getLogger(__name__)


class App(QObject):
    """One run of the window. Nothing of it is global, so that a test can make several one after another."""

    def __init__(
        self, application: QApplication, settings: Settings, clock: Clock, language: str | None = None
    ) -> None:
        super().__init__()
        self._application = application
        self._settings = settings
        self._clock = clock
        self._language = language or settings.language
        self._translator = QTranslator(self)
        self._opened: Opened | None = None
        self._session = Session(self)
        self._open_first: Open | None = None
        self._offer = ""
        self._keep_open = False
        self.exit_code = 0
        application.setApplicationName("dossier")
        application.setApplicationDisplayName("Dossier")
        application.setQuitOnLastWindowClosed(False)
        application.setStyle("Fusion")
        load_fonts()
        hints = application.styleHints()
        hints.setColorScheme(_SCHEMES[settings.colours])
        hints.colorSchemeChanged.connect(self._scheme_changed)
        self._theme = self._current_theme()
        self.window = self._make_window()

    def start(self, open_first: Open, offer: str = "") -> None:
        """Show the window, and once it is painted open the first dossier.

        `offer` names a dossier that is made by that, for which a passphrase is offered.
        """
        self._open_first, self._offer = open_first, offer
        self.window.painted.connect(self._open_once)
        self.window.show()

    def show(self, dossier: "Dossier", *, keep_open: bool = False) -> None:
        """Show a dossier in place of the one before, at the place where it was left.

        `keep_open` leaves it open when the window is closed, for whoever opened it.
        """
        self._keep_open = keep_open
        before, self._opened = self._opened, None
        if before is not None:
            self._remake(Session(self))
        self._opened = Opened(dossier)
        self.window.show_dossier(self._opened, self._settings.place_in(Path(dossier.path)))
        if before is not None:
            before.dossier.close()

    def close(self) -> None:
        """Close the window and the dossier."""
        self.window.close()

    def set_language(self, code: str) -> None:
        """Show everything in another language, now and from now on."""
        self._settings.language = code
        if code != self._language:
            self._language = code
            self._remake(self._session)

    def set_colours(self, choice: str) -> None:
        """Take light or dark colours, or the system's."""
        self._settings.colours = choice
        self._application.styleHints().setColorScheme(_SCHEMES[choice])
        self._scheme_changed()

    def _open_once(self) -> None:
        if self._open_first is None:
            return
        opening = Opening(self.window, self._clock, self._open_first, self.show, self._give_up)
        if self._offer:
            opening.offer_protection(self._offer)
        else:
            opening.start()

    def _give_up(self, error: DossierError | None) -> None:
        """The dossier that the program was started with is not opened: there is nothing to show."""
        if error is not None:
            print(error, file=sys.stderr)  # noqa: T201
            self.exit_code = 1
        self.window.close()

    def _open(self, path: Path) -> None:
        """Open another dossier; the one before stays when that fails."""
        self._opening(path).start()

    def _opening(self, path: Path, make: Callable[..., None] | None = None) -> Opening:
        def open_it(clock: Clock, passphrase: str | None) -> "Dossier":
            from dossier.store import Dossier

            if make:
                make(path, clock, passphrase=passphrase)
            return Dossier.open(path, clock=clock, passphrase=passphrase)

        def failed(error: DossierError | None) -> None:
            if error is not None:
                self.window.report_failure(error)

        return Opening(self.window, self._clock, open_it, self.show, failed)

    def _make(self, path: Path) -> None:
        """Make a new dossier and open it."""
        self._opening(path, partial(new_dossier, empty=True)).offer_protection(path.name)

    def _make_training(self, path: Path) -> None:
        """Make the training dossier, whose people are invented, and open it."""
        self._opening(path, partial(new_dossier, training=True)).start()

    def _protect(self) -> None:
        """Protect the dossier that is open."""
        if self._opened is not None:
            protect_open(self.window, self._clock, self._opened.dossier, self._show_protected)

    def _show_protected(self, dossier: "Dossier", error: DossierError | None) -> None:
        self.show(dossier)
        if error is not None:
            self.window.report(str(error))

    def _current_theme(self) -> Theme:
        hints = self._application.styleHints()
        contrast = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        wanted = self._settings.colours
        dark = hints.colorScheme() == Qt.ColorScheme.Dark if wanted == "system" else wanted == "dark"
        return theme_for(dark=dark, contrast=contrast)

    def _scheme_changed(self) -> None:
        theme = self._current_theme()
        if theme != self._theme:
            self._theme = theme
            self._remake(self._session)

    def _make_window(self) -> MainWindow:
        application, theme = self._application, self._theme
        application.setPalette(palette(theme))
        application.setStyleSheet(style_sheet(theme))
        application.setWindowIcon(icon("sheet", "accent", theme, size=64))
        self._translate_qt()
        window = MainWindow(theme, wording(self._language), self._settings, self._session)
        window.doable[f"language_{self._language}"].setChecked(True)
        window.doable[f"colours_{self._settings.colours}"].setChecked(True)
        window.language_chosen.connect(self.set_language)
        window.colours_chosen.connect(self.set_colours)
        window.open_wanted.connect(self._open)
        window.new_wanted.connect(self._make)
        window.training_wanted.connect(self._make_training)
        window.protect_wanted.connect(self._protect)
        window.closed.connect(self._window_closed)
        return window

    def _remake(self, session: Session) -> None:
        """Put a new window in the place of the old one."""
        old = self.window
        old.keep()
        old.closed.disconnect(self._window_closed)
        self._session = session
        self.window = self._make_window()
        if old.isVisible():
            self.window.show()
        if self._opened is not None:
            self.window.show_dossier(self._opened)
        old.close()
        old.deleteLater()

    def _window_closed(self) -> None:
        if self._opened is not None and not self._keep_open:
            self._opened.dossier.close()
        self._application.quit()

    def _translate_qt(self) -> None:
        """The words of Qt's own dialogs, where Qt has them in the language."""
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._application.removeTranslator(self._translator)
        if self._translator.load(f"qtbase_{self._language}", folder):
            self._application.installTranslator(self._translator)


def run_window(
    settings_path: Path, clock: Clock, language: str | None, open_first: Open, offer: str = ""
) -> int:
    """Run the window until it is closed; gives the exit code."""
    application = QApplication(sys.argv[:1])
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    app = App(application, Settings(settings_path), clock, language)
    _show_bugs(app)
    app.start(open_first, offer)
    return application.exec() or app.exit_code


def _show_bugs(app: App) -> None:
    """A bug is written to a log with all that helps to mend it, and shown without its traceback."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))
    path = folder / "dossier.log"

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.FileHandler(path, encoding="utf-8")
        _log.addHandler(handler)
        _log.critical("A bug", exc_info=(kind, error, trace))
        _log.removeHandler(handler)
        handler.close()
        say = app.window.wording.say
        app.window.report(say("Something went wrong in the program itself; {path} tells what.", path=path))

    sys.excepthook = hook
