"""The composition root: it makes the application, opens dossiers and replaces the window for a new look."""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QObject, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from dossier.model.errors import DossierError
from ui.bugs import show_bugs
from ui.collecting import Collecting
from ui.main_window import MainWindow
from ui.opened import Opened
from ui.session import Session
from ui.settings import Settings
from ui.style.theme import Theme, theme_for
from ui.undisturbed import NextDossier, Undisturbed

if TYPE_CHECKING:
    from dossier.model.clock import Clock
    from dossier.store import Dossier
    from ui.opening import Open, Opening
    from ui.panes.tree_model import Branches

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "contrast_light": Qt.ColorScheme.Light,
    "contrast_dark": Qt.ColorScheme.Dark,
}
_UNTIL_ROWS_CAN_SHOW = 3  # steps of filling
_ROWS_GO_FIRST = 1500  # ms for which the rest of the window waits for the first rows
_DONE = object()


class App(QObject):
    """One run of the window. Nothing of it is global, so that a test can make several one after another."""

    def __init__(
        self, application: QApplication, settings: Settings, clock: "Clock", language: str | None = None
    ) -> None:
        super().__init__()
        self._application = application
        self._settings = settings
        self._clock = clock
        self._asked_language = language
        self._translator = QTranslator(self)
        self._opened: Opened | None = None
        self._session = Session(self)
        self._new_look = Undisturbed(self._remake, self)
        self._next = NextDossier(self)
        self._open_first: Open | None = None
        self._offer: Callable[[], str] = str
        self._first: tuple[Dossier, Branches | None] | None = None
        self._keep_open = False
        self.exit_code = 0
        application.setApplicationName("dossier")
        application.setApplicationDisplayName("Dossier")
        application.setQuitOnLastWindowClosed(False)
        hints = application.styleHints()
        hints.setColorScheme(_SCHEMES[settings.colours])
        hints.colorSchemeChanged.connect(self._scheme_changed)
        self._theme = self._current_theme()
        self._steps: Iterator[None] = iter(())
        self._filling = QTimer(self, singleShot=True)
        self._filling.timeout.connect(self._fill_on)
        self.window = self._make_window()

    def start(self, open_first: "Open", offer: Callable[[], str] = str) -> None:
        """Show the window; once it is painted, open the first dossier and fill the window.

        `offer` names a dossier that is made by that, for which a passphrase is offered; "" for none.
        """
        self._open_first, self._offer = open_first, offer
        self.window.painted.connect(self._begin)
        self.window.show()

    def fill(self) -> None:
        """Fill the window now, if that isn't done yet."""
        for _ in self._steps:
            pass

    def show(
        self, dossier: "Dossier", branches: "Branches | None" = None, *, keep_open: bool = False
    ) -> None:
        """Show a dossier in place of the one before, at the place where it was left.

        `branches` are the first rows of its tree but for people with no post, where they are known.
        `keep_open` leaves it open when the window is closed, for whoever opened it. While somebody types in
        a form of the one before, it waits.
        """
        self.fill()
        self._first = None
        self._next.take(self.window, dossier, partial(self._show_now, dossier, branches, keep_open))

    def _show_now(self, dossier: "Dossier", branches: "Branches | None", keep_open: bool) -> None:
        self._keep_open = keep_open
        before, self._opened = self._opened, None
        if before is not None:
            self._session = Session(self)
            self._remake()
        self._opened = Opened(dossier)
        self.window.show_dossier(self._opened, self._settings.place_in(Path(dossier.path)), branches)
        if before is not None:
            before.dossier.close()

    @property
    def language(self) -> str:
        return self._asked_language or self._settings.language

    def close(self) -> None:
        """Close the window and the dossier."""
        self.window.close()

    def set_language(self, code: str) -> None:
        """Show everything in another language, now and from now on."""
        before, self._asked_language = self.language, code
        self._settings.language = code
        if code != before:
            self._new_look.want(self.window)

    def set_colours(self, choice: str) -> None:
        """Take other colours: one of the settings' `COLOURS`."""
        self._settings.colours = choice
        self._application.styleHints().setColorScheme(_SCHEMES[choice])
        self._scheme_changed()

    def _begin(self) -> None:
        """Open the first dossier beside the window, which meanwhile is filled; its rows go first."""
        from ui.opening import Opening

        for _ in range(_UNTIL_ROWS_CAN_SHOW):
            next(self._steps, None)
        if self._open_first is not None:
            opening = Opening(self.window, self._clock, self._open_first, self._show_first, self._give_up)
            offer = self._offer()
            if offer:
                opening.offer_protection(offer)
            else:
                opening.start()
        self._filling.start(_ROWS_GO_FIRST)

    def _fill_on(self) -> None:
        """One step after the other, each when the window has answered what came in between."""
        if next(self._steps, _DONE) is not _DONE:
            self._filling.start(0)
        elif self._first is not None:
            self._show_at_start(*self._first)

    def _show_first(self, dossier: "Dossier") -> None:
        """Show the first rows of a dossier before there is anything else in the window."""
        if self.window.is_filled:
            self._show_at_start(dossier)
            return
        from ui.branches import first_branches

        self._first, wording = (dossier, None), self.window.wording

        def done(branches: "Branches") -> None:
            self._first = (dossier, branches)
            self.window.organizations.show_tree(branches)
            self._filling.start(0)

        failed = lambda error: self._filling.start(0)  # noqa: E731 (the window says so when it reads the rest)
        work = lambda job: first_branches(dossier, wording, unposted=False)  # noqa: E731
        self.window.workers.start("tree", work, done, failed=failed)
        self._filling.start(_ROWS_GO_FIRST)

    def _show_at_start(self, dossier: "Dossier", branches: "Branches | None" = None) -> None:
        self.window.display.begun.connect(self.window.first_steps.start_once)
        self.show(dossier, branches)

    def _give_up(self, error: DossierError | None) -> None:
        """The dossier that the program was started with is not opened: there is nothing to show."""
        if error is not None:
            print(error, file=sys.stderr)  # noqa: T201
            self.exit_code = 1
        self.window.close()

    def _open(self, path: Path) -> None:
        """Open another dossier; the one before stays when that fails."""
        self._opening(path).start()

    def _opening(self, path: Path, make: Callable[..., bool] | None = None) -> "Opening":
        from ui.opening import Opening, opener

        def failed(error: DossierError | None) -> None:
            if error is not None:
                self.window.report_failure(error)

        return Opening(self.window, self._clock, opener(path, make), self.show, failed)

    def _make(self, path: Path) -> None:
        """Make a new dossier and open it."""
        from dossier.cli.own import new_dossier

        self._opening(path, partial(new_dossier, empty=True)).offer_protection(path.name)

    def _make_training(self, path: Path) -> None:
        """Make the training dossier, whose people are invented, and open it."""
        from dossier.cli.own import new_dossier

        self._opening(path, partial(new_dossier, training=True)).start()

    def _protect(self) -> None:
        """Protect the dossier that is open."""
        from ui.opening import protect_open

        if self._opened is not None:
            protect_open(self.window, self._clock, self._opened.dossier, self._show_protected)

    def _show_protected(self, dossier: "Dossier", error: DossierError | None) -> None:
        self.show(dossier)
        if error is not None:
            self.window.report(self.window.wording.error(error))

    def _current_theme(self) -> Theme:
        hints = self._application.styleHints()
        wanted = self._settings.colours
        contrast = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        contrast = contrast or wanted.startswith("contrast")
        dark = hints.colorScheme() == Qt.ColorScheme.Dark if wanted == "system" else wanted.endswith("dark")
        return theme_for(dark=dark, contrast=contrast)

    def _scheme_changed(self) -> None:
        theme = self._current_theme()
        if theme != self._theme:
            self._theme = theme
            self._new_look.want(self.window)

    def _make_window(self) -> MainWindow:
        window = MainWindow(self._theme, self._settings, self._session)
        self._steps = self._fill(window)
        window.language_chosen.connect(self.set_language)
        window.colours_chosen.connect(self.set_colours)
        window.open_wanted.connect(self._open)
        window.new_wanted.connect(self._make)
        window.training_wanted.connect(self._make_training)
        window.protect_wanted.connect(self._protect)
        window.closed.connect(self._window_closed)
        return window

    def _fill(self, window: MainWindow) -> Iterator[None]:
        """Dress the application for its theme and language, and make all that is in the window."""
        from dossier.language import wording
        from ui.style.dressing import dress

        yield
        dress(self._application, self._theme)
        self._translate_qt()
        yield
        yield from window.fill(wording(self.language))
        window.doable[f"language_{self.language}"].setChecked(True)
        window.doable[f"colours_{self._settings.colours}"].setChecked(True)

    def _remake(self) -> None:
        """Put a new window in the place of the old one."""
        self._new_look.forget()
        old = self.window
        old.keep()
        old.closed.disconnect(self._window_closed)
        self.window = self._make_window()
        self.fill()
        self.window.setVisible(old.isVisible())
        if self._opened is not None:
            self.window.timeline.begin_at(old.timeline.place if old.is_filled else None)
            self.window.show_dossier(self._opened)
        old.close()
        old.deleteLater()

    def _window_closed(self) -> None:
        self._new_look.forget()
        self._next.drop()
        if self._opened is not None and not self._keep_open:
            self._opened.dossier.close()
        self._application.quit()

    def _translate_qt(self) -> None:
        """The words of Qt's own dialogs, where Qt has them in the language."""
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._application.removeTranslator(self._translator)
        if self._translator.load(f"qtbase_{self.language}", folder):
            self._application.installTranslator(self._translator)


def run_window(
    settings_path: Path, clock: "Clock", language: str | None, open_first: "Open", offer: Callable[[], str]
) -> int:
    """Run the window until it is closed; gives the exit code."""
    application = QApplication(sys.argv[:1])
    app = App(application, Settings(settings_path), clock, language)
    show_bugs(app)
    Collecting(application)
    app.start(open_first, offer)
    return application.exec() or app.exit_code
