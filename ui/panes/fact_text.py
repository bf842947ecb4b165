"""A few words with links and numbers of sources in them: the part of which a card is made.

QLabel can draw neither the box of a number nor the focus of one link among several, so this lays out a
QTextDocument itself; each link is reached with Tab and opened with Enter.
"""

import math
from collections.abc import Hashable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from dossier.views.values import Run
from resources.tokens import SPACE
from ui.panes.accessible import Part, parts_changed
from ui.panes.accessible import Role as Spoken
from ui.panes.links import Link, link_rects
from ui.panes.number_box import BOX, NUMBER, NumberBox
from ui.style import Theme
from ui.style.theme import Role

if TYPE_CHECKING:
    from dossier.language import Wording

_NO_BREAK = "\u2060"  # keeps the number at the word it belongs to
_OBJECT = "\ufffc"


class FactText(QWidget):
    """Words, links and number boxes in one font, as high as its width asks for.

    `line` names the role whose line height is taken instead of its own, to stand beside a text of that role.
    """

    activated = Signal(str)  # href of the link that was clicked or entered
    focused = Signal(str)  # href on Shift+Enter
    parts_role = Spoken.StaticText

    def __init__(
        self, theme: Theme, role: Role = "row", token: str = "text", *, line: Role | None = None
    ) -> None:
        super().__init__()
        self._theme = theme
        self._token = token
        self._links: list[Link] = []
        self._current: int | None = None
        self._hovered: Link | None = None
        self._wanted_width: int | None = None
        self._heights: dict[int, int] = {}
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(theme.font(role))
        self._document.setUseDesignMetrics(False)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._document.setDefaultTextOption(option)
        self._box = NumberBox(theme, self)
        self._document.documentLayout().registerHandler(BOX, self._box)
        self._cursor = QTextCursor(self._document)
        block = self._cursor.blockFormat()
        block.setLineHeight(theme.line(line or role), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._cursor.setBlockFormat(block)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)

    def add(self, text: str, *, href: str = "", bold: bool = False, token: str = "") -> None:
        """Append words; `href` makes them a link."""
        form = QTextCharFormat()
        font = QFont(self._document.defaultFont())
        if bold:
            font.setBold(True)
        form.setFont(font)
        form.setForeground(self._theme.color(token or ("accent" if href else self._token)))
        if href:  # a link is told by more than its colour
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            form.setUnderlineColor(self._theme.color("edge"))
        self._insert(text, form, href)

    def add_number(self, number: int, href: str, spoken: str = "") -> None:
        """Append the number of a source in its box; 0 is the mark of what has no source.

        A screen reader says `spoken` for it.
        """
        self.add(_NO_BREAK)
        form = QTextCharFormat()
        form.setObjectType(BOX)
        form.setProperty(NUMBER, number)
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
        self._insert(_OBJECT, form, href, f"[{number or '?'}]", spoken)

    def add_run(self, run: Run) -> None:
        """Append a run of a view: a link to its record where it has one."""
        self.add(run.text, href="" if run.pk is None else f"record:{run.pk}", bold=run.bold)

    def add_cites(self, numbers: tuple[int, ...], wording: "Wording") -> None:
        """Append the numbers of the sources that a fact rests on."""
        for number in numbers:
            self.add_number(number, f"cite:{number}", wording.say("source {n}", n=number))

    def show_number(self, number: int | None) -> None:
        """Mark the number whose passage the reader shows now."""
        if number != self._box.shown:
            self._box.shown = number
            self.update()

    @property
    def shown_number(self) -> int | None:
        return self._box.shown

    @property
    def links(self) -> tuple[Link, ...]:
        return tuple(self._links)

    @property
    def text(self) -> str:
        """The words as they are read, with numbers in brackets."""
        plain = self._document.toPlainText().replace(_NO_BREAK, "")
        for link in self._links:
            if link.href.startswith("cite:"):
                plain = plain.replace(_OBJECT, link.text, 1)
        return plain.replace(_OBJECT, "[?]")

    def link_rect(self, link: Link) -> QRectF:
        """Where the (first line of the) link is, in the widget's coordinates."""
        return self._rects(link)[0]

    def parts(self) -> list[Part]:
        """The links, for screen readers."""
        return [
            Part(place, link.spoken, self.link_rect(link).toAlignedRect(), role=Spoken.Link)
            for place, link in enumerate(self._links)
        ]

    def current_part(self) -> int | None:
        return self._current

    def press_part(self, key: Hashable) -> None:
        self.activated.emit(self._links[cast("int", key)].href)

    # What Qt asks

    def sizeHint(self) -> QSize:
        if self._wanted_width is None:
            self._lay_out(-1)
            self._wanted_width = math.ceil(self._document.size().width())
        return QSize(self._wanted_width, self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(SPACE.card_padding * 2, 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # A layout asks for the same widths hundreds of times.
        if width not in self._heights:
            self._lay_out(width)
            self._heights[width] = round(self._document.size().height())
        return self._heights[width]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._lay_out(self.width())
        self._document.drawContents(painter)
        if self._hovered and not self._hovered.href.startswith("cite:"):
            painter.setPen(QPen(self._theme.color("accent"), 1))
            for rect in self._rects(self._hovered):
                painter.drawLine(rect.bottomLeft() - QPointF(0, 2), rect.bottomRight() - QPointF(0, 2))
        if self._current is not None and self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("focus"), 2))
            for rect in self._rects(self._links[self._current]):
                ring = rect.adjusted(-2, 0, 2, 0).intersected(QRectF(self.rect()))
                painter.drawRoundedRect(ring.adjusted(1, 1, -1, -1), 3, 3)
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setAccessibleName(self.text)

    def focusNextPrevChild(self, following: bool) -> bool:
        position = self._current
        if position is None:
            position = -1 if following else len(self._links)
        position += 1 if following else -1
        if 0 <= position < len(self._links):
            self._set_current(position)
            return True
        self._set_current(None)
        return super().focusNextPrevChild(following)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self._set_current(0)
        elif event.reason() == Qt.FocusReason.BacktabFocusReason:
            self._set_current(len(self._links) - 1)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        parts_changed(self)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            href = self._links[self._current].href
            with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.focused if with_shift else self.activated).emit(href)
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._link_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        link = self._link_at(event.position())
        if link and event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit(link.href)
        else:
            event.ignore()

    def _insert(
        self, content: str, form: QTextCharFormat, href: str, text: str = "", spoken: str = ""
    ) -> None:
        start = self._cursor.position()
        self._cursor.insertText(content, form)
        self._forget_layout()
        if href:
            words = text or content
            self._links.append(Link(href, words, start, self._cursor.position(), spoken or words))
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if self.isVisible():
            self.setAccessibleName(self.text)
        self.updateGeometry()

    def _forget_layout(self) -> None:
        """What is measured is measured anew, and not before it is asked for: words come piece by piece."""
        self._document.setLayoutEnabled(False)
        self._wanted_width = None
        self._heights.clear()

    def _lay_out(self, width: float) -> None:
        self._document.setLayoutEnabled(True)
        self._document.setTextWidth(width)

    def _set_current(self, position: int | None) -> None:
        self._current = position if self._links else None
        parts_changed(self)
        self.update()

    def _hover(self, link: Link | None) -> None:
        if link != self._hovered:
            self._hovered = link
            self.setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)
            self.update()

    def _link_at(self, position: QPointF) -> Link | None:
        for link in self._links:
            if any(rect.adjusted(-2, -1, 2, 1).contains(position) for rect in self._rects(link)):
                return link
        return None

    def _rects(self, link: Link) -> list[QRectF]:
        self._lay_out(self.width())
        return link_rects(self._document, link)
