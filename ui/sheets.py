"""The sheet of what is selected: kept in the preview while the selection moves, saved as PDF, printed."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from dossier.language import Wording
from dossier.model.errors import DossierError
from ui.choosing import FileChooser
from ui.contents import Contents
from ui.panes.sheet import SheetPane
from ui.pdf_pages import page_images
from ui.printing import print_pdf
from ui.workers import Job, Workers

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
        self._pane.show_busy()
        self._workers.start("sheet", lambda job: contents.sheet(pk), self._pane.show_pdf, alone=True)

    def _draw(self, pdf: bytes, width: int) -> None:
        self._workers.start("pages", lambda job: page_images(pdf, width), self._pane.show_pages, alone=True)

    def save(self, contents: Contents, pk: int) -> None:
        """Ask where to, and write the sheet of a record there."""
        self._make_for(contents, pk, self._save)

    def print(self, contents: Contents, pk: int) -> None:
        """Ask for the printer, and print the sheet of a record."""
        self._make_for(contents, pk, self._print)

    def _make_for(self, contents: Contents, pk: int, use: Callable[[str, bytes], None]) -> None:

        def work(job: Job) -> tuple[str, bytes | None]:
            return contents.name(pk), contents.sheet(pk)

        def done(made: tuple[str, bytes | None]) -> None:
            name, pdf = made
            if pdf is None:
                words = self._wording.say(
                    "There is no sheet of “{name}”, only of what it is about.", name=name
                )
                self.refused.emit(words)
            else:
                use(name, pdf)

        self._workers.start("sheet for use", work, done, alone=True)

    def _save(self, name: str, pdf: bytes) -> None:
        from dossier.export.files import write_atomically

        path = self.choose_file(Path(f"{file_name(name)}.pdf"))
        if path is None:
            return
        try:
            write_atomically(path, pdf)
        except DossierError as error:
            self.refused.emit(self._wording.error(error))
        else:
            self.said.emit(self._wording.say("The sheet is saved as {path}.", path=path))

    def _print(self, name: str, pdf: bytes) -> None:
        printer = self.choose_printer()
        if printer is None:
            return
        printer.setDocName("Dossier")  # queues and their logs show it to others
        path = printer.outputFileName()
        say = self._wording.say
        sent = say("The sheet of {name} is on its way to the printer.", name=name)
        done = say("The sheet is saved as {path}.", path=path) if path else sent
        self._workers.start(
            "print",
            lambda job: print_pdf(pdf, printer),
            lambda _: self.said.emit(done),
            label=say("Printing …"),
            alone=True,
        )

    def _ask_for_file(self, proposed: Path) -> Path | None:
        title, kinds = self._wording.say("Save the sheet"), self._wording.say("PDF (*.pdf)")
        return self._files.make(title, kinds, "pdf", proposed.name, over=True)

    def _ask_for_printer(self) -> QPrinter | None:
        if not QPrinterInfo.availablePrinterNames():
            self.refused.emit(self._wording.say("There is no printer here; save the sheet as a PDF instead."))
            return None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        # Its own way to a file lists folders with a dialog that looks into files; sheets are saved as PDF.
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
        return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def file_name(name: str) -> str:
    """A name without what file systems refuse."""
    return re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", name).strip(" .") or "sheet"
