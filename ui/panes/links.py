"""The links of a text that is laid out by hand: what they say, where they lead and where they lie."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextDocument


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of the text that leads somewhere: "record:12", "cite:1", "do:add_contact".

    `spoken` is what a screen reader says of it.
    """

    href: str
    text: str
    start: int
    end: int
    spoken: str


def link_rects(document: QTextDocument, link: Link) -> list[QRectF]:
    """Where a link lies, line by line; it is all in one paragraph."""
    block = document.findBlock(link.start)
    layout = block.layout()
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    first, last = link.start - block.position(), link.end - block.position()
    rects = []
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        start = max(first, line.textStart())
        end = min(last, line.textStart() + line.textLength())
        if start < end:
            left, right = _x(line, start), _x(line, end)
            rects.append(QRectF(origin.x() + left, origin.y() + line.y(), right - left, line.height()))
    return rects or [QRectF()]


def _x(line: Any, position: int) -> float:
    x = line.cursorToX(position)
    return float(x[0] if isinstance(x, tuple) else x)
