"""What of the dossier is seen and as of which day, where that is asked for by a command."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dossier.language import Wording

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Seeing(QObject):
    """The forms of one window that change its period and its day."""

    def __init__(self, window: "MainWindow", wording: Wording) -> None:
        super().__init__(window)
        self._window = window
        self._wording = wording

    def ask_for_day(self) -> None:
        """Let the day be typed or drawn whose state is to be shown."""
        self._window.docks.raise_pane("timeline")
        self._window.timeline.ask_for_day()

    def ask_for_period(self) -> None:
        """Ask for the days in which alone something shows."""
        from ui.dialogs.period import PeriodForm

        session = self._window.session
        form = PeriodForm(session.step.period, self._wording, self._window)
        form.accepted.connect(lambda: session.show_period(form.period))
        form.open()
