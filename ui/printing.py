"""How a sheet gets on paper: the PDF itself wherever the system takes one, so that text stays text.

A file is written as it is, without Qt's own PDF engine, which would make one picture of it. CUPS prints PDF
natively and gets it through a pipe: no temporary file is made. Elsewhere the pages are painted as pictures.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from dossier.model.errors import DossierError
from ui.pdf_pages import paint_pages

_SIDES = {
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
    QPrinter.DuplexMode.DuplexAuto: "two-sided-long-edge",
}
_PATIENCE = 60  # seconds


def print_pdf(pdf: bytes, printer: QPrinter) -> None:
    """Print a PDF as a printer is set up; DossierError when it isn't taken. It may take seconds."""
    path = printer.outputFileName()
    if path:
        from dossier.export.files import write_atomically

        write_atomically(Path(path), pdf)
        return
    spooler = shutil.which("lp") if sys.platform == "linux" else None
    if spooler:
        _hand_over(pdf, printer.printerName(), [spooler, *options(printer)])
    else:
        paint_pages(pdf, printer)


def options(printer: QPrinter) -> list[str]:
    """What was chosen in the dialog, as options of `lp`; `-` reads from the pipe."""
    chosen = ["-d", printer.printerName(), "-t", printer.docName(), "-n", str(printer.copyCount())]
    if printer.fromPage():
        chosen += ["-P", f"{printer.fromPage()}-{printer.toPage()}"]
    paper = printer.pageLayout().pageSize().key()
    settings = [
        f"media={paper}",
        "print-scaling=auto-fit",
        f"sides={_SIDES.get(printer.duplex(), 'one-sided')}",
    ]
    if printer.colorMode() == QPrinter.ColorMode.GrayScale:
        settings.append("print-color-mode=monochrome")
    for setting in settings:
        chosen += ["-o", setting]
    return [*chosen, "-"]


def _hand_over(pdf: bytes, name: str, command: list[str]) -> None:
    try:
        done = subprocess.run(command, input=pdf, capture_output=True, timeout=_PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        reason = "it did not answer"
    else:
        if not done.returncode:
            return
        told = done.stderr.decode(errors="replace").strip().splitlines() or ["it gave no reason"]
        reason = told[-1].removeprefix("lp: ").rstrip(".")
    raise DossierError(f"The printer {name} did not take the sheet ({reason}); see to it, or save it as PDF.")
