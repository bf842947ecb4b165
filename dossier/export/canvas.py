"""The canvas under every PDF: embedded type, language and metadata, and no time of day, for equal bytes."""

import io
import threading
from typing import TYPE_CHECKING

from dossier.export import fonts
from dossier.export.paper import PAGE_HEIGHT, PAGE_WIDTH

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

lock = threading.Lock()
"""ReportLab's fonts are shared by all canvases; a preview and a file may be asked for at once."""


def make_canvas(file: io.BytesIO, *, title: str, subject: str, language: str) -> "Canvas":
    """An empty canvas of A4 pages, for whoever holds the lock."""
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString
    from reportlab.pdfgen.canvas import Canvas

    class Info(PDFInfo):
        """ReportLab's own says who and when even if nobody does: anonymous, and the first day of 2000."""

        def format(self, document: object) -> bytes:
            entries = {
                "Title": self.title,
                "Subject": self.subject,
                "Creator": self.creator,
                "Producer": self.producer,
            }
            return PDFDictionary({key: PDFString(text) for key, text in entries.items()}).format(document)

    fonts.register()
    canvas = Canvas(
        file,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        pageCompression=1,
        invariant=1,
        # Or ReportLab adds Helvetica, which isn't embedded. (Its stubs take a name for a number.)
        initialFontName=fonts.REGULAR,  # type: ignore[arg-type]
        lang=language,
    )
    canvas._doc.info = Info()  # type: ignore[attr-defined]  # no public way
    canvas.setTitle(title)
    canvas.setSubject(subject)
    canvas.setCreator("Dossier")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas
