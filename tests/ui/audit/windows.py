"""Every window and dialog of the program, and how it is opened: who adds one adds a line here."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox, QToolButton, QWidget

from dossier.model.records import ContactPoint
from tests.ui.conftest import Desk
from ui.callout import Callout
from ui.dialogs.adding import EventForm, InitiativeForm, OrganizationForm, PersonForm, SourceForm
from ui.dialogs.addressing import AddressForm
from ui.dialogs.contacts import ContactsDialog
from ui.dialogs.deciding import Deciding
from ui.dialogs.exporting import ExportForm
from ui.dialogs.form import Form
from ui.dialogs.keeping import CallNoteForm, ConfirmForm, ContactForm, ReplaceForm
from ui.dialogs.listing import Listing
from ui.dialogs.manual import Manual
from ui.dialogs.marking import MarkingForm
from ui.dialogs.pairing import PairForm
from ui.dialogs.passphrase import NewPassphraseForm, PassphraseForm
from ui.dialogs.period import PeriodForm
from ui.dialogs.records import NameForm, NoteForm
from ui.importing.dialog import ImportDialog

Open = Callable[[Desk], QWidget]

PERSON = "Katarzyna Wawiernia"
STAFF = """Name;Agency;Post;Phone;E-mail
Katarzyna Wawiernia;UNDP;Resident Representative;+7 7172 55 01 02;k@example.org
Aigerim Bekova;UNDP;Adviser;;a@example.org
;UNDP;nobody;;
"""


def by_command(name: str, kind: type[QDialog]) -> Open:
    """What a command opens for the person that is selected."""

    def opened(desk: Desk) -> QWidget:
        desk.select(PERSON)
        desk.window.doable[name].trigger()
        desk.settle()
        return desk.dialog(kind)

    return opened


def window(desk: Desk) -> QWidget:
    desk.select(PERSON)
    return desk.window


def window_with_sheet(desk: Desk) -> QWidget:
    desk.select("UNICEF")
    desk.window.docks.raise_pane("sheet")
    desk.settle()
    return desk.window


def window_with_lists(desk: Desk) -> QWidget:
    desk.select(PERSON)
    for button in (desk.window.timeline.as_list, desk.window.regions.as_list):
        button.click()
    desk.window.session.show_only(desk.pk(PERSON))
    desk.settle()
    return desk.window


def window_to_brief(desk: Desk) -> QWidget:
    desk.select("UNICEF")
    desk.window.doable["workspace_brief"].trigger()
    desk.settle()
    return desk.window


def window_with_connections(desk: Desk) -> QWidget:
    desk.select(PERSON)
    desk.window.docks.raise_pane("connections")
    desk.settle()
    return desk.window


def narrow_window(desk: Desk) -> QWidget:
    desk.window.resize(1024, 640)
    return window(desk)


def search(desk: Desk) -> QWidget:
    desk.window.doable["search"].trigger()
    desk.write(desk.window.tool_bar.search.line, "un")
    desk.settle()
    return desk.window.search_panel


def narrow_search(desk: Desk) -> QWidget:
    desk.window.resize(1024, 640)
    return search(desk)


def first_steps(desk: Desk) -> QWidget:
    desk.window.doable["first_steps"].trigger()
    QApplication.processEvents()
    callout = desk.window.findChild(Callout)
    assert isinstance(callout, Callout)
    return callout


def deciding(desk: Desk) -> QWidget:
    form = by_command("add_person", PersonForm)(desk)
    assert isinstance(form, PersonForm)
    form.name.setText(PERSON)
    form.source.setText("told by Ann Lee")
    form.submit()
    desk.settle()
    return desk.dialog(Deciding)


def thrown_away(desk: Desk) -> QWidget:
    form = by_command("add_note", NoteForm)(desk)
    assert isinstance(form, NoteForm)
    form.text.setPlainText("A word")
    form.reject()
    return desk.dialog(QMessageBox)


def unsourced(desk: Desk) -> QWidget:
    pk = desk.select("UNICEF")
    with desk.dossier.edit("Add a contact") as edit:
        edit.add(ContactPoint(of=pk, contact_kind="phone", value="+7 7172 000000"))
    desk.window.doable["save_sheet"].trigger()
    desk.settle()
    return desk.dialog(QMessageBox)


def passphrase(desk: Desk) -> QWidget:
    return shown(PassphraseForm("secret.dossier", desk.window.wording, desk.window))


def new_passphrase(desk: Desk) -> QWidget:
    return shown(NewPassphraseForm("secret.dossier", desk.window.wording, desk.window, optional=True))


def other_passphrase(desk: Desk) -> QWidget:
    return shown(NewPassphraseForm("secret.dossier", desk.window.wording, desk.window, changing=True))


def report(desk: Desk) -> QWidget:
    desk.window.report("The file is gone.")
    return desk.dialog(QMessageBox)


def copy_offered(desk: Desk) -> QWidget:
    desk.window.commands.copying.offer("It lies on a network share.")
    return desk.dialog(QMessageBox)


def question(desk: Desk) -> QWidget:
    desk.window.doable["undo"].trigger()
    desk.settle()
    return desk.dialog(QMessageBox)


def importing(pages: int) -> Open:
    """The import, so many pages on."""

    def opened(desk: Desk) -> QWidget:
        path = Path(desk.dossier.path).with_name("staff.csv")
        path.write_text(STAFF, encoding="utf-8")
        desk.window.commands.choose_list = lambda title, pattern: path
        desk.window.doable["import_contacts"].trigger()
        desk.settle()
        dialog = desk.dialog(ImportDialog)
        assert isinstance(dialog, ImportDialog)
        for _ in range(pages):
            desk.qtbot.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
            desk.settle()
            desk.settle()
        return dialog

    return opened


def main_menu(desk: Desk) -> QWidget:
    return popped_up(desk, desk.window.tool_bar.menu_button.menu())


def card_menu(desk: Desk) -> QWidget:
    desk.select(PERSON)
    more = desk.window.card.findChild(QToolButton, "more")
    assert isinstance(more, QToolButton)
    return popped_up(desk, more.menu())


def crowd_menu(desk: Desk) -> QWidget:
    canvas = desk.window.timeline.canvas
    canvas.menu.addAction("One of several")
    return popped_up(desk, canvas.menu)


def popped_up(desk: Desk, menu: QMenu) -> QMenu:
    menu.popup(desk.window.mapToGlobal(desk.window.rect().center()))
    QApplication.processEvents()
    return menu


def shown(form: Form) -> Form:
    form.open()
    QApplication.processEvents()
    return form


def floating(desk: Desk) -> QWidget:
    dock = desk.window.docks["regions"]
    dock.setFloating(True)
    QApplication.processEvents()
    return dock


WINDOWS: dict[str, Open] = {
    "MainWindow": window,
    "MainWindow with a sheet": window_with_sheet,
    "MainWindow with lists": window_with_lists,
    "MainWindow to brief": window_to_brief,
    "MainWindow with connections": window_with_connections,
    "MainWindow, narrow": narrow_window,
    "a floating pane": floating,
    "SearchPanel": search,
    "SearchPanel, narrow": narrow_search,
    "Callout": first_steps,
    "Manual": by_command("manual", Manual),
    "PairForm": by_command("connect", PairForm),
    "PeriodForm": by_command("show_period", PeriodForm),
    "AddressForm": by_command("form_of_address", AddressForm),
    "PersonForm": by_command("add_person", PersonForm),
    "OrganizationForm": by_command("add_organization", OrganizationForm),
    "EventForm": by_command("add_event", EventForm),
    "InitiativeForm": by_command("add_initiative", InitiativeForm),
    "SourceForm": by_command("add_source", SourceForm),
    "ReplaceForm": by_command("replace", ReplaceForm),
    "ConfirmForm": by_command("confirm", ConfirmForm),
    "ContactForm": by_command("add_contact", ContactForm),
    "CallNoteForm": by_command("add_call_note", CallNoteForm),
    "NoteForm": by_command("add_note", NoteForm),
    "MarkingForm": by_command("mark_sheets", MarkingForm),
    "NameForm": by_command("add_name", NameForm),
    "Listing of names": by_command("edit_name", Listing),
    "Listing": by_command("history", Listing),
    "ContactsDialog": by_command("list_contacts", ContactsDialog),
    "ExportForm": by_command("export", ExportForm),
    "Deciding": deciding,
    "PassphraseForm": passphrase,
    "NewPassphraseForm": new_passphrase,
    "NewPassphraseForm, changing": other_passphrase,
    "ImportDialog": importing(0),
    "ImportDialog, compared": importing(1),
    "ImportDialog, written": importing(2),
    "QMessageBox of main_window.report": report,
    "QMessageBox of copying.offer": copy_offered,
    "QMessageBox of commands._undo": question,
    "QMessageBox of sheets._tell_unsourced": unsourced,
    "QMessageBox of typed.ask_to_throw_away": thrown_away,
    "QMessageBox of reading.about": by_command("about", QMessageBox),
    "QMenu of actions.menu": main_menu,
    "QMenu of card._menu": card_menu,
    "QMenu of canvas.__init__": crowd_menu,
}
