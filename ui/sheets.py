"""The sheet of what is selected: kept in the preview while the selection moves, saved, printed."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QMessageBox, QWidget

from dossier.language import Wording
from dossier.views.values import Sheet
from ui.choosing import FileChooser
from ui.contents import Contents
from ui.panes.sheet import SheetPane
from ui.pdf_pages import page_images
from ui.printing import print_pdf
from ui.workers import Job, Workers

_MOST_LINES, _LONGEST_LINE = 6, 120  # of those without a source that are listed
ChooseFile = Callable[[Path], Path | None]


class Sheets(QObject):
    """Makes sheets beside the window's work; the preview is only made while it can be seen."""

    said = Signal(str)
    refused = Signal(str)

    def __init__(self, pane: SheetPane, workers: Workers, wording: Wording, window: QWidget) -> None:
        super().__init__(window)
        self._pane = pane
        self._workers = workers
        self._wording = wording
        self._window = window
        self._contents: Contents | None = None
        self._wanted: int | None = None
        self._is_fresh = True
        self._in_sight = False
        self._files = FileChooser(wording, window)
        self.choose_file: ChooseFile = self._ask_for_file
        pane.pages_wanted.connect(self._draw)
        self.choose_printer: Callable[[], QPrinter | None] = self._ask_for_printer

    def show(self, contents: Contents | None, pk: int | None) -> None:
        """Follow the selection, or what changed of it."""
        self._contents, self._wanted, self._is_fresh = contents, pk, False
        self.update()

    def renew(self) -> None:
        """Make the preview anew, though what it shows was not changed."""
        self._is_fresh = False
        self.update()

    def come_into_sight(self, visible: bool) -> None:
        """Say whether the preview can be seen: a pane behind another one's tab can't."""
        self._in_sight = visible
        self.update()

    def update(self) -> None:
        """Make the preview anew if it is in sight and not up to date."""
        if self._is_fresh or not self._in_sight:
            return
        self._is_fresh = True
        contents, pk = self._contents, self._wanted
        if contents is None or pk is None:
            self._pane.show_pdf(None)
            return

        def work(job: Job) -> bytes | None:
            sheet = contents.sheet(pk)
            return as_pdf(sheet) if sheet else None

        self._pane.show_busy()
        self._workers.start("sheet", work, self._pane.show_pdf, alone=True)

    def _draw(self, pdf: bytes, width: int) -> None:
        self._workers.start("pages", lambda job: page_images(pdf, width), self._pane.show_pages, alone=True)

    def save(self, contents: Contents, pk: int) -> None:
        """Ask where to, and write the sheet of a record there."""
        self._make_for(contents, pk, self._save)

    def print(self, contents: Contents, pk: int) -> None:
        """Ask for the printer, and print the sheet of a record."""
        self._make_for(contents, pk, self._print)

    def _make_for(self, contents: Contents, pk: int, use: Callable[[Sheet], None]) -> None:

        def work(job: Job) -> tuple[str, Sheet | None]:
            return contents.name(pk), contents.sheet(pk)

        def done(made: tuple[str, Sheet | None]) -> None:
            name, sheet = made
            if sheet is None:
                words = self._wording.say(
                    "There is no sheet of “{name}”, only of what it is about.", name=name
                )
                self.refused.emit(words)
            else:
                self._tell_unsourced(sheet, partial(use, sheet))

        self._workers.start("sheet for use", work, done, alone=True)

    def _tell_unsourced(self, sheet: Sheet, go_on: Callable[[], None]) -> None:
        """Say which lines of a sheet have no source before it leaves the house, and ask whether it is to."""
        from dossier.views import unsourced_lines

        lines, wording = unsourced_lines(sheet), self._wording
        if not lines:
            go_on()
            return
        asked = wording.count(
            "{n} line of the sheet has no source. Use it all the same?",
            "{n} lines of the sheet have no source. Use it all the same?",
            len(lines),
        )
        more = len(lines) - _MOST_LINES
        rest = [wording.count("and {n} more", "and {n} more", more)] if more > 0 else []
        text = "\n".join((asked, "", *(f"– {_elided(line)}" for line in lines[:_MOST_LINES]), *rest))
        box = QMessageBox(QMessageBox.Icon.Question, "Dossier", text, parent=self._window)
        box.setObjectName("question")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.addButton(wording.say("Use it"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(wording.say("Cancel"), QMessageBox.ButtonRole.RejectRole))
        box.accepted.connect(go_on)
        box.finished.connect(box.deleteLater)
        box.open()

    def _save(self, sheet: Sheet) -> None:
        path = self.choose_file(Path(f"{file_name(sheet.name)}.pdf"))
        if path is None:
            return

        def work(job: Job) -> None:
            from dossier.export.sheet_files import format_of, write_sheets

            write_sheets([sheet], path, format_of(path))

        done = self._wording.say("The sheet is saved as {path}.", path=path)
        label = self._wording.say("Saving the sheet …")
        self._workers.start("sheet file", work, lambda _: self.said.emit(done), label=label, alone=True)

    def _print(self, sheet: Sheet) -> None:
        printer = self.choose_printer()
        if printer is None:
            return
        printer.setDocName("Dossier")  # queues and their logs show it to others
        path = printer.outputFileName()
        say = self._wording.say
        sent = say("The sheet of {name} is on its way to the printer.", name=sheet.name)
        done = say("The sheet is saved as {path}.", path=path) if path else sent

        def work(job: Job) -> None:
            print_pdf(as_pdf(sheet), printer)

        self._workers.start(
            "print", work, lambda _: self.said.emit(done), label=say("Printing …"), alone=True
        )

    def _ask_for_file(self, proposed: Path) -> Path | None:
        say = self._wording.say
        kinds = ";;".join((say("PDF (*.pdf)"), say("Word document (*.docx)"), say("Markdown (*.md)")))
        return self._files.make(say("Save the sheet"), kinds, "pdf", proposed.name, over=True)

    def _ask_for_printer(self) -> QPrinter | None:
        if not QPrinterInfo.availablePrinterNames():
            self.refused.emit(self._wording.say("There is no printer here; save the sheet as a PDF instead."))
            return None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        # Its own way to a file lists folders with a dialog that looks into files; sheets are saved as PDF.
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
        return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def as_pdf(sheet: Sheet) -> bytes:
    from dossier.export.pdf import render_pdf

    return render_pdf([sheet])


def file_name(name: str) -> str:
    """A name without what file systems refuse."""
    return re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", name).strip(" .") or "sheet"


def _elided(text: str) -> str:
    return text if len(text) <= _LONGEST_LINE else f"{text[:_LONGEST_LINE]}…"
