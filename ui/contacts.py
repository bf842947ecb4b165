"""Contacts that leave the window: one to the clipboard, those of an agency to a printer or a file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from dossier.language import Wording
from dossier.views.contact_values import ContactList
from ui.choosing import FileChooser
from ui.contents import Contents
from ui.dialogs.contacts import ContactsDialog
from ui.printing import print_pdf
from ui.sheets import file_name
from ui.workers import Job

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_KINDS = {"pdf": "PDF (*.pdf)", "csv": "CSV (*.csv)", "vcf": "vCard (*.vcf)"}


class Contacts(QObject):
    """The contacts of one window. The choice of a file is an attribute, so that a test can make it."""

    def __init__(self, window: "MainWindow", wording: Wording) -> None:
        super().__init__(window)
        self._window = window
        self._wording = wording
        self._files = FileChooser(wording, window)
        self.choose_file: Callable[[str, str], Path | None] = self._ask_for_file

    def copy(self, contents: Contents, pk: int) -> None:
        """Put the contact as text on the clipboard, in the language of the window."""
        self._window.workers.start("copy", lambda job: contents.contact_words(pk), self._copied)

    def list(self, contents: Contents, pk: int) -> None:
        """Show who is at an agency, or at that of a person."""
        self._window.workers.start(
            "agency", lambda job: contents.agency_of(pk), partial(self._open, contents)
        )

    def _copied(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self._window.status.say(self._wording.say("The contact is copied."))

    def _open(self, contents: Contents, agency: int | None) -> None:
        window, say = self._window, self._wording.say
        if agency is None:
            window.report(say("Choose an organization, or a person who holds a post at one."))
            return
        dialog = ContactsDialog(self._wording, window)
        dialog.below_chosen.connect(lambda _: self._fill(dialog, contents, agency))
        dialog.opened.connect(window.session.select)
        dialog.wanted.connect(partial(self._hand_out, dialog))
        dialog.finished.connect(lambda _: window.workers.cancel("contacts"))
        dialog.finished.connect(dialog.deleteLater)
        self._fill(dialog, contents, agency)
        dialog.open()

    def _fill(self, dialog: ContactsDialog, contents: Contents, agency: int) -> None:
        below = dialog.below.isChecked()

        def work(job: Job) -> ContactList:
            return contents.agency_contacts(agency, below=below, cancelled=job.is_cancelled)

        dialog.show_busy()
        label = self._wording.say("Listing the contacts …")
        self._window.workers.start("contacts", work, dialog.show_list, label=label)

    def _hand_out(self, dialog: ContactsDialog, way: str) -> None:
        contacts, window = dialog.list, self._window
        if contacts is None:
            return
        if way == "print":
            self._print(contacts)
            return
        path = self.choose_file(contacts.name, way)
        if path is None:
            return

        def work(job: object) -> None:
            from dossier.export.files import write_atomically

            write_atomically(path, _written(contacts, way))

        done = self._wording.say("The contacts are saved as {path}.", path=path)
        label = self._wording.say("Saving the contacts …")
        window.workers.start("contacts file", work, lambda _: window.status.say(done), label=label)

    def _print(self, contacts: ContactList) -> None:
        window, say = self._window, self._wording.say
        printer = window.sheets.choose_printer()
        if printer is None:
            return
        printer.setDocName(contacts.name)
        done = say("The contacts are on their way to the printer.")
        window.workers.start(
            "print",
            lambda job: print_pdf(_written(contacts, "pdf"), printer),
            lambda _: window.status.say(done),
            label=say("Printing …"),
            alone=True,
        )

    def _ask_for_file(self, name: str, way: str) -> Path | None:
        title = self._wording.say("Save the contacts")
        return self._files.make(title, _KINDS[way], way, f"{file_name(name)}.{way}", over=True)


def _written(contacts: ContactList, way: str) -> bytes:
    if way == "csv":
        from dossier.export.contact_csv import contact_csv

        return contact_csv(contacts)
    if way == "vcf":
        from dossier.export.vcard import vcards

        return vcards(contacts.contacts)
    from dossier.export.contact_pages import render_contacts

    return render_contacts(contacts)
