"""Opens the forms that write facts over a window, offers names as they are typed, and writes beside it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from ui import form_contents
from ui.contents import Contents
from ui.dialogs.adding import EventForm, InitiativeForm, OrganizationForm, PersonForm, SourceForm
from ui.dialogs.addressing import AddressForm
from ui.dialogs.entry import EntryForm
from ui.dialogs.keeping import CallNoteForm, ConfirmForm, ContactForm, ReplaceForm, Subject
from ui.dialogs.record_line import Offer, RecordLine
from ui.editing import refusal

if TYPE_CHECKING:
    from dossier.intake.forms import Written
    from ui.main_window import MainWindow

NEW: dict[str, type[PersonForm | OrganizationForm | EventForm | InitiativeForm | SourceForm]] = {
    "add_person": PersonForm,
    "add_organization": OrganizationForm,
    "add_event": EventForm,
    "add_initiative": InitiativeForm,
    "add_source": SourceForm,
}
ABOUT: dict[str, type[ReplaceForm | ConfirmForm | ContactForm | CallNoteForm | AddressForm]] = {
    "replace": ReplaceForm,
    "confirm": ConfirmForm,
    "add_contact": ContactForm,
    "add_call_note": CallNoteForm,
    "form_of_address": AddressForm,
}


class Entering(QObject):
    """The forms of one window that write facts, each cited to its source."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def open(self, name: str) -> None:
        """Open the form for a new record of its own."""
        if contents := self._writable():
            self._ask(NEW[name](self._window.wording, contents.today, self._window), contents)

    def open_about(self, name: str, pk: int) -> None:
        """Open the form for something of a record."""
        contents, window = self._writable(), self._window

        def ask(subject: Subject) -> None:
            if contents is None:
                return
            if sentence := self._unfit(name, subject):
                window.report(sentence)
            else:
                self._ask(ABOUT[name](subject, window.wording, contents.today, window), contents)

        self._with_subject(contents, pk, ask)

    def correct(self, contact: int, of: int) -> None:
        """Open the form for a contact point that is there."""
        contents, window = self._writable(), self._window
        if contents is None:
            return
        known = contents.contact(contact)

        def ask(subject: Subject) -> None:
            self._ask(ContactForm(subject, window.wording, contents.today, window, known=known), contents)

        self._with_subject(contents, of, ask)

    def _writable(self) -> Contents | None:
        """What is shown, unless nothing can be written in it: then that is said."""
        contents, window = self._window.display.contents, self._window
        if contents is not None and (sentence := refusal(contents.dossier, window.wording)):
            window.report(sentence)
            return None
        return contents

    def _with_subject(self, contents: Contents | None, pk: int, ask: Callable[[Subject], None]) -> None:
        if contents is None:
            return
        dossier, wording = contents.dossier, self._window.wording
        self._window.workers.start("subject", lambda job: form_contents.subject(dossier, wording, pk), ask)

    def _unfit(self, name: str, subject: Subject) -> str:
        """Why a form has nothing to ask about a record; "" where it has."""
        say = self._window.wording.say
        if name == "replace" and not subject.posts:
            return say("{name} holds no post here that could be handed over.", name=subject.name)
        if name == "replace" and len(subject.posts) > form_contents.MOST_POSTS:
            return say("{name} has too many posts to choose from; choose the person.", name=subject.name)
        if name == "confirm" and not (subject.contacts or (subject.posts and subject.kind == "person")):
            return say("{name} has neither a post nor a contact here to be confirmed.", name=subject.name)
        if name == "add_contact" and subject.kind not in form_contents.PARTIES:
            return say("Only people and organizations have contacts; choose one of them.")
        if name == "form_of_address" and subject.kind != "person":
            return say("Only people have a form of address; choose one of them.")
        return ""

    def _ask(self, form: EntryForm, contents: Contents) -> None:
        for line in form.lines:
            line.asked.connect(lambda text, line=line: self._offer(contents, line, text))
        form.submitted.connect(lambda: self._write(form, contents))
        form.finished.connect(form.deleteLater)
        form.open()

    def _offer(self, contents: Contents, line: RecordLine, text: str) -> None:
        dossier, wording = contents.dossier, self._window.wording

        def show(found: tuple[tuple[Offer, ...], bool]) -> None:
            offers, known = found
            line.offer(text, offers, known=known)

        self._window.workers.start(
            "offers", lambda job: form_contents.offers(dossier, wording, line.kind, text, job), show
        )

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
        done = say("Done: {label}. Ctrl+Z undoes it.", label=window.wording.change(written.change.label))
        window.status.say(" ".join(part for part in (done, written.remark) if part))
