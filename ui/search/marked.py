"""A line of text with its matched letters on amber, drawn alike in the hits and in the preview."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

from dossier.language.isolating import Spans, marked_in_order
from ui.style import Theme


def paint_marked(
    painter: QPainter,
    box: QRect,
    text: str,
    spans: Spans,
    font: QFont,
    theme: Theme,
    token: str = "text",
) -> None:
    """Draw a line of text, cut to its box, with amber under its matched stretches (in code points)."""
    text, spans = marked_in_order(text, spans)
    bold = QFont(font)
    bold.setBold(True)
    shown, spans = _fitting(text, spans, QFontMetrics(bold if spans else font), box.width())
    marked = QTextCharFormat()
    marked.setFont(bold)
    marked.setForeground(theme.color("text"))
    layout = QTextLayout(shown, font)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    places = [(_utf16(shown, start), _utf16(shown, end)) for start, end in spans]
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
        left, right = sorted((_x(line.cursorToX(start)), _x(line.cursorToX(end))))
        ground = QRectF(box.left() + left, box.top() + 1, right - left, box.height() - 3)
        painter.fillRect(ground, theme.color("related"))
        painter.fillRect(
            QRectF(ground.left(), ground.bottom(), ground.width(), 2), theme.color("related_bar")
        )
    painter.setPen(theme.color(token))
    layout.draw(painter, QPointF(box.left(), top))


def _fitting(text: str, spans: Spans, metrics: QFontMetrics, width: int) -> tuple[str, Spans]:
    """The text as it fits: its end is left out, and words before it that push out the first match."""
    end, start, lead = 0, 0, ""
    if spans:
        first, last = spans[0]
        end = start = text.rfind(" ", 0, first) + 1
        while end and metrics.horizontalAdvance(f"{text[:end]}{lead}{text[start:last]}…") > width:
            end, lead = text.rfind(" ", 0, end - 1) + 1, "… "
    whole = f"{text[:end]}{lead}{text[start:]}"
    shown = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, width)
    room = len(shown) - (shown != whole)
    back = start - end - len(lead)
    moved = [(first - back, last - back) for first, last in spans]
    return shown, [(first, min(last, room)) for first, last in moved if first < room]


def _utf16(text: str, position: int) -> int:
    """Where Qt, which counts UTF-16 units, has a position counted in code points."""
    return position + sum(letter > "\uffff" for letter in text[:position])


def _x(found: object) -> float:
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
