"""The text of a source: numbered paragraphs with passages marked, as the reader shows them."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLine,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from dossier.views.values import Mark, SourceText
from ui.panes.rows import came_by_keyboard
from ui.style import Theme

_NUMBERS = 48  # the column of paragraph numbers, right-aligned
_GAP = 12
_LETTERS = 75  # of a line, at most


@dataclass(frozen=True, slots=True)
class _Span:
    """A mark in Qt's own count, which is of UTF-16 units."""

    block: int
    start: int
    end: int
    mark: Mark


class SourceTextView(QTextEdit):
    """Read-only; the marks lie under the letters, so that the text stays text for copying and for readers."""

    passage_clicked = Signal(object)
    paragraph_clicked = Signal(int)  # its place in the source, from 0

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._spans: list[_Span] = []
        self._numbers: list[str] = []
        self._small = theme.font("second")
        self._small_metrics = QFontMetricsF(self._small)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setObjectName("source-text")
        # The style sheet's look of an input field is not for a page.
        size = f"font-size: {theme.font('source').pixelSize()}px;"
        look = f"background: {theme.tokens.surface}; border-radius: 0; padding: 0; {size}"
        plain, ring = (f"border: 2px solid {color};" for color in (theme.tokens.surface, theme.tokens.focus))
        self.setStyleSheet(f'QTextEdit {{ {look} {plain} }} QTextEdit[ringed="true"] {{ {ring} }}')
        self.viewport().setMouseTracking(True)

    def show_text(self, source: SourceText | None) -> None:
        """Lay the paragraphs out anew, and bring the active passage into sight."""
        self._spans, self._numbers = [], []  # while lines move, nothing is marked: a scroll bar may come
        self.clear()
        paragraphs = source.paragraphs if source else ()
        cursor = QTextCursor(self.document())
        frame = QTextFrameFormat()
        frame.setTopMargin(_GAP)
        frame.setBottomMargin(_GAP)
        self.document().setDocumentMargin(0)
        self.document().rootFrame().setFrameFormat(frame)
        self.document().setDefaultFont(self._theme.font("source"))
        look = QTextBlockFormat()
        look.setLineHeight(
            float(self._theme.line("source")), QTextBlockFormat.LineHeightTypes.FixedHeight.value
        )
        look.setBottomMargin(10)
        look.setLeftMargin(_NUMBERS + _GAP)
        for place, paragraph in enumerate(paragraphs):
            if place:
                cursor.insertBlock(look)
            else:
                cursor.setBlockFormat(look)
            cursor.insertText(paragraph.text.replace("\n", "\u2028"))
        self._numbers = [str(paragraph.number) for paragraph in paragraphs]
        self._spans = [
            _Span(place, _units(paragraph.text, mark.start), _units(paragraph.text, mark.end), mark)
            for place, paragraph in enumerate(paragraphs)
            for mark in paragraph.marks
        ]
        self.moveCursor(
            QTextCursor.MoveOperation.Start
        )  # it went along with what was inserted, and Qt shows it
        self.verticalScrollBar().setValue(0)
        self._wrap()
        self.scroll_to_active()

    def scroll_to_active(self) -> None:
        """Bring the active passage into sight, its first line first where it is longer than the page."""
        boxes = [box for span in self._spans if span.mark.active for box in self._boxes(span)]
        if not boxes:
            return
        bar, page = self.verticalScrollBar(), self.viewport().height()
        top, bottom = boxes[0].top() - 2 * _GAP, boxes[-1].bottom() + _GAP
        if bar.value() <= top and bottom <= bar.value() + page:
            return
        bar.setValue(round(min(top, max(bottom - page, 0)) if bottom - top <= page else top))

    def activate(self, passage: int) -> None:
        """Make another passage the active one."""
        self._spans = [
            _Span(span.block, span.start, span.end, _active(span.mark, span.mark.passage == passage))
            for span in self._spans
        ]
        self.viewport().update()
        self.scroll_to_active()

    def passage_box(self, passage: int) -> QRectF:
        """Where the first line of a passage lies in the viewport."""
        span = next(span for span in self._spans if span.mark.passage == passage)
        return next(iter(self._boxes(span))).translated(0, -self.verticalScrollBar().value())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        seen = QRectF(event.rect()).translated(0, self.verticalScrollBar().value()).adjusted(0, -24, 0, 24)
        for span in self._spans:
            for box in self._boxes(span):
                if box.intersects(seen):
                    self._mark(painter, box, active=span.mark.active)
        self._paint_numbers(painter, seen)
        painter.end()
        super().paintEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.scroll_to_active()  # lines were laid out for another width, or font, until now

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap()
        self.scroll_to_active()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring(came_by_keyboard(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring(False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self._passage_at(event.position()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        passage = self._passage_at(event.position())
        if passage is not None:
            self.passage_clicked.emit(passage)
        elif self._numbers:
            self.paragraph_clicked.emit(self._block_at(event.position().y()))

    def _ring(self, on: bool) -> None:
        if bool(self.property("ringed")) != on:
            self.setProperty("ringed", on)
            self.style().polish(self)

    def _mark(self, painter: QPainter, box: QRectF, *, active: bool) -> None:
        """The active passage is filled; the others of the same record are underlined alone."""
        bar = self._theme.color("related_bar")
        if active:
            painter.fillRect(box.adjusted(0, 1, 0, 0), self._theme.color("related"))
            painter.fillRect(QRectF(box.x(), box.bottom() - 2, box.width(), 2), bar)
        else:
            painter.fillRect(QRectF(box.x(), box.bottom() - 2, box.width(), 1), bar)

    def _paint_numbers(self, painter: QPainter, seen: QRectF) -> None:
        painter.setFont(self._small)
        painter.setPen(self._theme.color("muted"))
        block = self.document().begin()
        while block.isValid() and self._numbers:
            top = self._top(block)
            if seen.top() <= top <= seen.bottom():
                number = self._numbers[block.blockNumber()]
                x = _NUMBERS - self._small_metrics.horizontalAdvance(number)
                line = block.layout().lineAt(0)
                painter.drawText(QPointF(x, top + line.y() + line.ascent()), number)
            block = block.next()

    def _boxes(self, span: _Span) -> Iterator[QRectF]:
        """The lines of a span, in the page's own measure."""
        block = self.document().findBlockByNumber(span.block)
        layout, top = block.layout(), self._top(block)
        for place in range(layout.lineCount()):
            line = layout.lineAt(place)
            start, end = line.textStart(), line.textStart() + line.textLength()
            if span.start < end and start < span.end:
                left = _x(line, max(span.start, start))
                right = min(_x(line, min(span.end, end)), line.naturalTextRect().right())
                yield QRectF(left, top + line.y(), right - left, line.height())

    def _top(self, block: QTextBlock) -> float:
        return self.document().documentLayout().blockBoundingRect(block).top()

    def _block_at(self, y: float) -> int:
        blocks = (self.document().findBlockByNumber(place) for place in range(len(self._numbers)))
        tops = [self._top(block) for block in blocks]
        return max(bisect_right(tops, y + self.verticalScrollBar().value()) - 1, 0)

    def _passage_at(self, at: QPointF) -> int | None:
        place = at + QPointF(0, self.verticalScrollBar().value())
        for span in self._spans:
            if any(box.contains(place) for box in self._boxes(span)):
                return span.mark.passage
        return None

    def _wrap(self) -> None:
        letter = QFontMetricsF(self._theme.font("source")).averageCharWidth()
        room = self.viewport().width() - 2 * _GAP
        self.setLineWrapColumnOrWidth(int(min(room, _NUMBERS + _GAP + _LETTERS * letter)))


def _units(text: str, points: int) -> int:
    """Code points counted as UTF-16 units."""
    return len(text[:points].encode("utf-16-le")) // 2


def _x(line: QTextLine, position: int) -> float:
    """Where a position lies; PySide gives it with the position that it found, and declares neither."""
    found: Any = line.cursorToX(position)
    return float(found[0])


def _active(mark: Mark, active: bool) -> Mark:
    return Mark(mark.start, mark.end, mark.passage, active)
