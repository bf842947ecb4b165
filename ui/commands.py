"""What each action of the table does in a window."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from dossier.language import LANGUAGES, Wording
from dossier.model.records import ContactPoint, Name, Note
from ui.choosing import FileChooser
from ui.contents import Contents
from ui.copying import Copying
from ui.dialogs import reading
from ui.editing import Editing, refusal
from ui.entering import ABOUT, NEW
from ui.marking import ask_for_marking
from ui.settings import COLOURS
from ui.workspaces import WORKSPACES

if TYPE_CHECKING:
    from dossier.store import Dossier
    from dossier.store.changes import Change
    from ui.main_window import MainWindow

_KINDS_OF_FILE = "*.dossier"
_LISTS = "*.csv *.txt *.tsv *.xlsx *.xls *.vcf"

_OF_A_RECORD = (
    "save_sheet", "print_sheet", "add_note", "edit_contact", "add_name", "edit_name", "copy_contact",
    "copy_name", "list_contacts", "connect", "show_only",
)  # fmt: skip
"""What is done with a record: the chosen hit of the search, or what is selected."""


class Commands(QObject):
    """The actions of one window. A choice of a file is an attribute, so that a test can make it."""

    def __init__(self, window: "MainWindow", wording: Wording) -> None:
        super().__init__(window)
        self._window = window
        self._wording = wording
        self._files = FileChooser(wording, window)
        self.choose_to_open: Callable[[str, str], Path | None] = self._ask_to_open
        self.choose_to_make: Callable[[str, str], Path | None] = self._ask_to_make
        self.choose_list: Callable[[str, str], Path | None] = self._ask_for_list

        def choose(title: str) -> Path | None:
            return self.choose_to_make(title, _KINDS_OF_FILE)

        self.copying = Copying(window, wording, choose)

    def slots(self) -> dict[str, Callable[[], object]]:
        """What each action of the table does, by its name."""
        window = self._window
        return {
            "new": self.new,
            "new_training": self.new_training,
            "open": self.open,
            "import_contacts": self.import_contacts,
            "export": window.exporting.start,
            "save_copy": self.copying.save,
            "protect": self.protect,
            "change_passphrase": lambda: self.protect(changing=True),
            "attach": lambda: self.attach(window.display.source),
            "mark_sheets": partial(ask_for_marking, window),
            "quit": window.close,
            "undo": self.undo,
            "redo": lambda: self._rewrite(lambda dossier: dossier.redo()),
            **{name: partial(self.run, name) for name in (*ABOUT, *_OF_A_RECORD)},
            **{name: partial(window.entering.open, name) for name in NEW},
            "history": self.history,
            "search": window.tool_bar.search.start,
            "back": window.session.back,
            "forward": window.session.forward,
            "show_period": window.seeing.ask_for_period,
            "show_day": window.seeing.ask_for_day,
            "show_today": lambda: window.session.show_day(None),
            "show_all": window.session.show_all,
            "next_pane": lambda: self._go_to_pane(1),
            "previous_pane": lambda: self._go_to_pane(-1),
            **{f"workspace_{name}": partial(window.arranging.go_to, name) for name in WORKSPACES},
            "reset_layout": window.docks.arrange,
            **{f"colours_{name}": partial(window.colours_chosen.emit, name) for name in COLOURS},
            **{f"language_{code}": partial(window.language_chosen.emit, code) for code in LANGUAGES},
            "manual": lambda: reading.open_manual(window),
            "first_steps": window.first_steps.start,
            "keys": lambda: reading.open_manual(window, at_keys=True),
            "about": lambda: reading.about(self._wording, window).open(),
        }

    def run(self, name: str, pk: int | None = None) -> None:
        """Do something with a record: by default the chosen hit of the search, else the selected one."""
        window, contents = self._window, self._window.display.contents
        if pk is None:
            pk = (
                window.search_panel.chosen
                if window.search_panel.isVisible()
                else window.session.step.selected
            )
        if contents is None or pk is None:
            window.report(self._wording.say("Nothing is selected; choose a record first."))
            return
        if name == "copy_contact":
            window.contacts.copy(contents, pk)
            return
        if pk != window.session.step.selected or window.search_panel.isVisible():
            window.finding.leave()
            window.session.select(pk)
        self._do(name, contents, pk)

    def _do(self, name: str, contents: Contents, pk: int) -> None:
        window = self._window
        match name:
            case "save_sheet":
                window.sheets.save(contents, pk)
            case "print_sheet":
                window.sheets.print(contents, pk)
            case "show_only":
                window.session.show_only(pk)
            case "history":
                self.history()
            case "connect":
                window.connecting.ask(pk)
            case "list_contacts":
                window.contacts.list(contents, pk)
            case "copy_name":
                QGuiApplication.clipboard().setText(contents.name(pk))
                window.status.say(self._wording.say("The name is copied."))
            case _ if name in ABOUT:
                window.entering.open_about(name, pk)
            case "add_note" | "add_name":
                self._editing(contents).add(_PARTS[name.partition("_")[2]], pk, contents.name(pk))
            case "edit_contact" | "edit_name":
                editing = self._editing(contents)
                editing.correcting.connect(lambda contact: window.entering.correct(contact, pk))
                editing.manage(_PARTS[name.partition("_")[2]], pk, contents.name(pk))
            case _:
                raise ValueError(f"there is no command {name}")

    def attach(self, source: int | None) -> None:
        """Ask for the original of a source and let the reader show it."""
        window, contents = self._window, self._window.display.contents
        if contents is None:
            return
        if source is None:
            window.report(self._wording.say("No source is shown whose original could be attached."))
            return
        path = self.choose_to_open(self._wording.say("Attach original"), "")
        if path is None:
            return

        def work(job: object) -> None:
            from dossier.intake.original import attach_original

            attach_original(contents.dossier, source, path)

        label = self._wording.say("Attaching the original …")
        done = self._wording.say("The original is attached.")
        window.workers.start("attach", work, lambda _: window.status.say(done), label=label, writes=True)

    def new(self) -> None:
        path = self.choose_to_make(self._wording.say("New dossier"), _KINDS_OF_FILE)
        if path is not None:
            self._window.new_wanted.emit(path)

    def new_training(self) -> None:
        path = self.choose_to_make(self._wording.say("New training dossier"), _KINDS_OF_FILE)
        if path is not None:
            self._window.training_wanted.emit(path)

    def open(self) -> None:
        path = self.choose_to_open(self._wording.say("Open a dossier"), _KINDS_OF_FILE)
        if path is not None:
            self._window.open_wanted.emit(path)

    def import_contacts(self) -> None:
        """Ask for a list of contacts, and show what it would change before anything is."""
        window, contents = self._window, self._window.display.contents
        if contents is None or not self._editing(contents).can_write():
            return
        say = self._wording.say
        path = self.choose_list(say("Import contacts"), _LISTS)
        if path is not None:
            from ui.importing.importing import Importing

            Importing(contents.dossier, path, window.theme, self._wording, window.workers, window).start()

    def protect(self, *, changing: bool = False) -> None:
        """Ask for a passphrase to encrypt the dossier with, or for another one than it has."""
        window, contents, say = self._window, self._window.display.contents, self._wording.say
        if contents is None:
            return
        if contents.dossier.is_protected and not changing:
            window.report(say("This dossier is protected already."))
        elif changing and not contents.dossier.is_protected:
            window.report(say("This dossier is not protected; protect it first."))
        elif sentence := refusal(contents.dossier, self._wording):
            window.report(sentence)
        else:
            window.protect_wanted.emit()

    def history(self) -> None:
        """Show what was changed; a chosen change can be undone."""
        window, contents = self._window, self._window.display.contents
        if contents is None:
            return
        title = self._wording.say("History")
        reading.history(contents.history(), title, self._wording, window, self.undo).open()

    def undo(self, change: int | None = None) -> None:
        """Undo a change, else the newest; one that touched much is asked about first."""
        contents = self._window.display.contents
        if contents is not None:
            dossier = contents.dossier
            self._window.workers.start("undoable", lambda job: dossier.undoable(change), self._undo)

    def _undo(self, change: "Change") -> None:
        if not change.is_large:
            self._undo_one(change.pk)
            return
        say = self._wording.say
        question = say(
            "Undo “{label}”? It touched {n} records; Ctrl+Y brings them back.",
            label=self._wording.change(change.label),
            n=self._wording.number(change.size),
        )
        box = QMessageBox(QMessageBox.Icon.Question, "Dossier", question, parent=self._window)
        box.setObjectName("question")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.addButton(say("Undo"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(say("Cancel"), QMessageBox.ButtonRole.RejectRole))
        box.accepted.connect(partial(self._undo_one, change.pk))
        box.open()

    def _undo_one(self, change: int) -> None:
        self._rewrite(lambda dossier: dossier.undo(change))

    def _rewrite(self, write: "Callable[[Dossier], Change]") -> None:
        """Undo or redo, and say what was done and how it is taken back."""
        contents = self._window.display.contents
        if contents is not None:
            dossier = contents.dossier
            label = self._wording.say("Undoing …")
            work = lambda job: write(dossier)  # noqa: E731
            self._window.workers.start("rewrite", work, self._rewritten, label=label, writes=True)

    def _rewritten(self, change: "Change") -> None:
        say, status = self._wording.say, self._window.status
        done, _, label = change.label.partition(": ")
        if done == "Undo":
            status.say(say("Undone: {label}. Ctrl+Y brings it back.", label=self._wording.change(label)))
        else:
            status.say(say("Done again: {label}.", label=self._wording.change(label)))

    def _editing(self, contents: Contents) -> Editing:
        editing = Editing(contents.dossier, self._wording, self._window, self._window.saving)
        editing.refused.connect(self._window.report)
        return editing

    def _go_to_pane(self, step: int) -> None:
        """Give the focus to the next pane in sight."""
        docks = self._window.docks
        shown = [docks[name] for name in docks.names if not docks[name].visibleRegion().isEmpty()]
        if not shown:
            return
        focused = self._window.focusWidget()
        start = -1 if step > 0 else 0
        holders = (at for at, dock in enumerate(shown) if focused and dock.isAncestorOf(focused))
        at = next(holders, start)
        for further in range(1, len(shown) + 1):
            dock = shown[(at + step * further) % len(shown)]
            if _take_focus(dock.widget()) or _take_focus(dock):
                return

    def _ask_to_open(self, title: str, pattern: str) -> Path | None:
        kinds = self._wording.say("Dossiers ({pattern})", pattern=pattern) if pattern else ""
        return self._files.open(title, kinds)

    def _ask_for_list(self, title: str, pattern: str) -> Path | None:
        return self._files.open(title, self._wording.say("Lists of contacts ({pattern})", pattern=pattern))

    def _ask_to_make(self, title: str, pattern: str) -> Path | None:
        kinds = self._wording.say("Dossiers ({pattern})", pattern=pattern)
        return self._files.make(title, kinds, "dossier")


_PARTS = {"note": Note, "contact": ContactPoint, "name": Name}


def _take_focus(pane: QWidget) -> bool:
    """Give the focus to the first thing in a pane that takes it; False where there is none."""
    for widget in pane.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
