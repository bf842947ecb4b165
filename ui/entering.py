"""Opens the forms for new records over a window, offers names as they are typed, and writes beside it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from ui.contents import Contents
from ui.dialogs.adding import EventForm, InitiativeForm, OrganizationForm, PersonForm, SourceForm
from ui.dialogs.entry import EntryForm
from ui.dialogs.record_line import Offer, RecordLine
from ui.editing import refusal

if TYPE_CHECKING:
    from dossier.intake.forms import Written
    from ui.main_window import MainWindow

FORMS: dict[str, type[PersonForm | OrganizationForm | EventForm | InitiativeForm | SourceForm]] = {
    "add_person": PersonForm,
    "add_organization": OrganizationForm,
    "add_event": EventForm,
    "add_initiative": InitiativeForm,
    "add_source": SourceForm,
}


class Entering(QObject):
    """The forms for new records of one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def open(self, name: str) -> None:
        """Open the form of a command."""
        contents, window = self._window.display.contents, self._window
        if contents is None:
            return
        if sentence := refusal(contents.dossier, window.wording):
            window.report(sentence)
            return
        self._ask(FORMS[name](window.wording, contents.today, window), contents)

    def _ask(self, form: EntryForm, contents: Contents) -> None:
        for line in form.lines:
            line.asked.connect(lambda text, line=line: self._offer(contents, line, text))
        form.submitted.connect(lambda: self._write(form, contents))
        form.finished.connect(form.deleteLater)
        form.open()

    def _offer(self, contents: Contents, line: RecordLine, text: str) -> None:
        def show(offers: tuple[Offer, ...]) -> None:
            line.offer(text, offers)

        self._window.workers.start("offers", lambda job: contents.offers(line.kind, text, job), show)

    def _write(self, form: EntryForm, contents: Contents) -> None:
        entry, wording = form.entry, self._window.wording

        def work() -> "Written":
            from dossier.intake.forms import write

            return write(contents.dossier, wording, entry)

        self._window.saving.save(form, contents.dossier, work, self._show)

    def _show(self, written: "Written") -> None:
        window, say = self._window, self._window.wording.say
        window.session.select(written.pk)
        window.card.setFocus(Qt.FocusReason.OtherFocusReason)
        window.status.say(say("Done: {label}. Ctrl+Z undoes it.", label=say(written.change.label)))
