"""The marking of a dossier's sheets: asked for in a form, kept in the file, on every sheet from then on."""

from functools import partial
from typing import TYPE_CHECKING

from dossier.model.markings import KEPT

if TYPE_CHECKING:
    from dossier.store import Dossier
    from ui.dialogs.marking import MarkingForm
    from ui.main_window import MainWindow


def ask_for_marking(window: "MainWindow") -> None:
    """Show what stands on the sheets now, to be changed."""
    contents = window.display.contents
    if contents is not None:
        dossier = contents.dossier
        window.workers.start("marking", lambda job: dossier.kept(KEPT) or "", partial(_open, window, dossier))


def _open(window: "MainWindow", dossier: "Dossier", marking: str) -> None:
    from ui.dialogs.marking import MarkingForm

    form = MarkingForm(marking, window.wording, window)
    form.submitted.connect(partial(_save, window, dossier, form))
    form.finished.connect(form.deleteLater)
    form.open()


def _save(window: "MainWindow", dossier: "Dossier", form: "MarkingForm") -> None:
    marking, say = form.marking, window.wording.say

    def done(_: None) -> None:
        window.sheets.renew()
        window.status.say(
            say("The sheets are marked {marking}.", marking=marking)
            if marking
            else say("The sheets have no marking.")
        )

    window.saving.save(form, dossier, lambda: dossier.keep(KEPT, marking), done)
