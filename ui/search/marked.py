"""A line of text with its matched letters on amber, drawn alike in the hits and in the preview."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout

from ui.style import Theme


def paint_marked(
    painter: QPainter,
    box: QRect,
    text: str,
    spans: Sequence[tuple[int, int]],
    font: QFont,
    theme: Theme,
) -> None:
    """Draw a line of text, elided to its box, with amber under its matched stretches (in code points)."""
    bold = QFont(font)
    bold.setBold(True)
    shown = QFontMetrics(bold if spans else font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    marked = QTextCharFormat()
    marked.setFont(bold)
    layout = QTextLayout(shown, font)
    places = [(_utf16(text, start), _utf16(text, end)) for start, end in spans]
    places = [(start, min(end, len(shown))) for start, end in places if start < len(shown)]
    formats = []
    for start, end in places:
        stretch = QTextLayout.FormatRange()
        stretch.start, stretch.length, stretch.format = start, end - start, marked
        formats.append(stretch)
    layout.setFormats(formats)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10_000)
    layout.endLayout()
    top = box.top() + (box.height() - line.height()) / 2
    for start, end in places:
        left, right = _x(line.cursorToX(start)), _x(line.cursorToX(end))
        ground = QRectF(box.left() + left, box.top() + 1, right - left, box.height() - 3)
        painter.fillRect(ground, theme.color("related"))
        painter.fillRect(
            QRectF(ground.left(), ground.bottom(), ground.width(), 2), theme.color("related_bar")
        )
    painter.setPen(theme.color("text"))
    layout.draw(painter, QPointF(box.left(), top))


def _utf16(text: str, position: int) -> int:
    """Where Qt, which counts UTF-16 units, has a position counted in code points."""
    return position + sum(letter > "\uffff" for letter in text[:position])


def _x(found: object) -> float:
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
