"""Pages of a PDF as pictures, for the preview and for printing; PDFium is imported with the first page.

PDFium knows one thread at a time: all this is called among the `alone` jobs of the workers.
"""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from ui.panes.sheet_pages import WORDS

_FINEST_PRINT = 600  # dots per inch: more is not seen, and a page of 1,200 takes 560 MB


def page_images(pdf: bytes, width: int) -> list[QImage]:
    """Each page as a picture `width` pixels wide, which carries its words as `WORDS`, for screen readers."""
    return list(_images(pdf, width))


def paint_pages(pdf: bytes, printer: QPrinter) -> None:
    """Put each page of the PDF on a page of the printer as a picture, as large as the paper takes it."""
    printer.setFullPage(True)
    paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    dots = min(printer.resolution(), _FINEST_PRINT) / printer.resolution()
    painter = QPainter(printer)
    for number, image in enumerate(_images(pdf, round(paper.width() * dots))):
        if number:
            printer.newPage()
        size = image.size().toSizeF().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(paper.topLeft(), size), image)
    painter.end()


def _images(pdf: bytes, width: int) -> Iterator[QImage]:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield _image(page, width / page.get_width())
    finally:
        document.close()


def _image(page: Any, scale: float) -> QImage:
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
    copied = image.copy()  # the bitmap's memory goes with it
    words = page.get_textpage()
    copied.setText(WORDS, words.get_text_range())
    words.close()
    return copied
