"""The first steps: three callouts, one after the other, at what a newcomer needs first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dossier.language import N_
from ui.callout import Callout

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_STEPS = (
    (
        N_("Type three letters"),
        N_(
            "Of a name, an agency or an initiative, in any script (Ctrl+K comes here from anywhere). "
            "Enter opens what is found."
        ),
    ),
    (
        N_("Choose anything"),
        N_(
            "The card says what is known of it and where that is written; what is related turns amber in "
            "every pane."
        ),
    ),
    (
        N_("Take one page along"),
        N_("Of whatever is chosen, sourced and dated, as a PDF. F1 opens the manual."),
    ),
)


class FirstSteps(QObject):
    """Shows the three steps at their places; they come by themselves once, and by the menu again."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.callout: Callout | None = None

    def start_once(self) -> None:
        """Start for whoever sees the program for the first time."""
        if not self._window.settings.knows_first_steps:
            self._window.settings.know_first_steps()
            self.start()

    def start(self) -> None:
        self._show(0)

    def _show(self, step: int) -> None:
        self.end()
        if step == len(_STEPS):
            return
        window, say = self._window, self._window.wording.say
        targets = window.tool_bar.search, window.organizations, window.tool_bar.sheet_button
        title, text = _STEPS[step]
        self.callout = callout = Callout(
            targets[step],
            say(title),
            say(text),
            say("{n} of {all}", n=step + 1, all=len(_STEPS)),
            window.theme,
            window,
        )
        if step + 1 < len(_STEPS):
            callout.add_button(say("Skip"), self.end)
        last = say("Next") if step + 1 < len(_STEPS) else say("Begin")
        callout.add_button(last, lambda: self._show(step + 1), main=True)
        callout.left.connect(self.end)
        callout.appear()

    def end(self) -> None:
        if self.callout is not None:
            self.callout.hide()
            self.callout.deleteLater()
            self.callout = None
