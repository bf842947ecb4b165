"""The formats in which sheets leave the program: PDF to print, Word to edit or hear, Markdown to go on."""

import os
from collections.abc import Sequence
from pathlib import Path

from dossier.export.files import write_atomically
from dossier.model.errors import DossierError
from dossier.views.values import Sheet

FORMATS = ("pdf", "docx", "md")
"""Each is also the ending of its files."""


def format_of(path: str | os.PathLike[str]) -> str:
    """The format that the ending of a file asks for. DossierError where it asks for none."""
    ending = Path(path).suffix.lower().removeprefix(".")
    if ending not in FORMATS:
        raise DossierError(
            "{path} does not tell its format; let it end in .pdf, .docx or .md.", path=os.fspath(path)
        )
    return ending


def write_sheets(sheets: Sequence[Sheet], path: str | os.PathLike[str], form: str) -> None:
    """Write the sheets to one file, each from a page of its own on.

    DossierError when the file can't be written; one that was there then stays as it was.
    """
    write_atomically(path, render_sheets(sheets, form))


def render_sheets(sheets: Sequence[Sheet], form: str) -> bytes:
    """The sheets in a format; at least one sheet. A map in a Word document is drawn by PDFium.

    That knows one thread at a time.
    """
    if form == "docx":
        from dossier.export.docx import render_docx

        return render_docx(sheets)
    if form == "md":
        from dossier.export.markdown import render_markdown

        return render_markdown(sheets)
    from dossier.export.pdf import render_pdf

    return render_pdf(sheets)
