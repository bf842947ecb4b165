"""Opens a dossier for the window, asking for a passphrase where one is needed or may be wanted."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dossier.language import Wording
from dossier.model.clock import Clock
from dossier.model.errors import DossierError, PassphraseError
from ui.dialogs.passphrase import NewPassphraseForm, PassphraseForm

if TYPE_CHECKING:
    from dossier.store import Dossier
    from ui.main_window import MainWindow

Open = Callable[[Clock, str | None], "Dossier"]
"""Opens or makes a dossier, by the clock and with the passphrase that was typed, if one was."""


def opener(path: Path, make: Callable[..., bool] | None = None) -> Open:
    """How the dossier at `path` is opened; with `make`, which tells of what it removed, once it is made."""

    def open_it(clock: Clock, passphrase: str | None) -> "Dossier":
        from dossier.store import Dossier

        had_unfinished = make is not None and make(path, clock, passphrase=passphrase)
        dossier = Dossier.open(path, clock=clock, passphrase=passphrase)
        dossier.had_unfinished |= had_unfinished
        return dossier

    return open_it


class Opening(QObject):
    """One dossier on its way into the window."""

    def __init__(
        self,
        window: "MainWindow",
        clock: Clock,
        open_it: Open,
        show: Callable[["Dossier"], None],
        failed: Callable[[DossierError | None], None],
    ) -> None:
        """`failed` gets what keeps the dossier closed: an error, or None when the user wants none."""
        super().__init__(window)
        self._window = window
        self._clock = clock
        self._open_it = open_it
        self._show = show
        self._failed = failed

    def start(self) -> None:
        """Open it; a protected one asks for its passphrase."""
        say = self._window.wording.say
        self._work(None, self._show, self._ask_or_fail, label=say("Opening the dossier …"))

    def offer_protection(self, file: str) -> None:
        """Make it, with the passphrase that is offered, or without."""
        form = NewPassphraseForm(file, self._window.wording, self._window, optional=True)
        form.submitted.connect(lambda: self._work_for(form))
        form.without.connect(form.accept)
        form.without.connect(self.start)
        form.rejected.connect(lambda: self._failed(None))
        self._put_up(form)

    def _ask_or_fail(self, error: DossierError) -> None:
        if not isinstance(error, PassphraseError):
            self._failed(error)
            return
        form = PassphraseForm(error.file, self._window.wording, self._window)
        form.submitted.connect(lambda: self._work_for(form))
        form.rejected.connect(lambda: self._failed(None))
        self._put_up(form)

    def _put_up(self, form: PassphraseForm | NewPassphraseForm) -> None:
        form.finished.connect(form.deleteLater)
        form.open()

    def _work_for(self, form: PassphraseForm | NewPassphraseForm) -> None:
        left: list[bool] = []
        form.rejected.connect(lambda: left.append(True))

        def done(dossier: "Dossier") -> None:
            if left:
                dossier.close()
                return
            form.accept()
            self._show(dossier)

        def failed(error: DossierError) -> None:
            if left:
                return
            if isinstance(error, PassphraseError):
                error = _wrong(self._window.wording)
            form.complain(error)

        self._work(form.passphrase, done, failed)

    def _work(
        self,
        passphrase: str | None,
        done: Callable[["Dossier"], None],
        failed: Callable[[DossierError], None],
        label: str = "",
    ) -> None:
        open_it, clock = self._open_it, self._clock
        self._window.workers.start(
            "open", lambda job: open_it(clock, passphrase), done, failed=failed, label=label, writes=True
        )


def protect_open(
    window: "MainWindow",
    clock: Clock,
    dossier: "Dossier",
    show: Callable[["Dossier", DossierError | None], None],
) -> None:
    """Ask for a passphrase and protect the dossier that is open: it is closed, encrypted and opened anew.

    A protected one gets another passphrase. `show` gets it in any case, with what kept it from being done.
    """
    form = NewPassphraseForm(Path(dossier.path).name, window.wording, window, changing=dossier.is_protected)
    form.unstoppable = True

    def work_with(before: str | None, passphrase: str) -> "tuple[Dossier, DossierError | None]":
        from dossier.store import Dossier, change_passphrase, protect

        if before is not None:
            Dossier.open(dossier.path, clock=clock, passphrase=before).close()  # refuses another one
        dossier.close()
        try:
            if before is None:
                protect(dossier.path, passphrase)
            else:
                change_passphrase(dossier.path, before, passphrase)
        except DossierError as error:
            return Dossier.open(dossier.path, clock=clock, passphrase=before), error
        return Dossier.open(dossier.path, clock=clock, passphrase=passphrase), None

    def failed(error: DossierError) -> None:
        form.complain(_wrong(window.wording) if isinstance(error, PassphraseError) else error)

    def done(outcome: "tuple[Dossier, DossierError | None]") -> None:
        form.accept()
        show(*outcome)

    def submit() -> None:
        before, passphrase = form.before.text() if form.before else None, form.passphrase
        window.keep()  # the place in the dossier, while it can be asked
        work = lambda job: work_with(before, passphrase)  # noqa: E731
        window.workers.start("protect", work, done, failed=failed, writes=True)

    form.submitted.connect(submit)
    form.finished.connect(form.deleteLater)
    form.open()


def _wrong(wording: Wording) -> DossierError:
    """The sentence for a passphrase that does not open the file the form is about."""
    return DossierError(
        wording.say(
            "This passphrase does not open the file; try again. (If it is the right one, the file is damaged "
            "or no dossier.)"
        )
    )
