"""The words of a fact as they are laid out: paragraphs with links, boxes of numbers, and signs before them.

No widget, and no more than is asked for: a card holds many of these, and what they cost is waited for.
"""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from resources.tokens import SPACE
from ui.panes.links import Link, link_rects
from ui.panes.number_box import BOX, NUMBER, NumberBox
from ui.style import Theme, pixmap
from ui.style.theme import Role

_NO_BREAK = "\u2060"  # keeps the number at the word it belongs to
_OBJECT = "\ufffc"
_SIGN_GAP = 5


class Sign(NamedTuple):
    """A small picture before the paragraph that begins at `start`."""

    start: int
    icon: str
    token: str


class FactDocument(QTextDocument):
    """Begins with one paragraph in a role and colour; `line` names the role whose line height it has."""

    def __init__(
        self, theme: Theme, role: Role, token: str, parent: QObject, *, line: Role | None = None
    ) -> None:
        super().__init__(parent)
        self.links: list[Link] = []
        self._theme = theme
        self._token = token
        self._role = role
        self._box: NumberBox | None = None
        self._signs: list[Sign] = []
        self._width: float | None = None  # to which it is laid out
        self.setDocumentMargin(0)
        self.setDefaultFont(theme.font(role))
        self.setUseDesignMetrics(False)
        self.setUndoRedoEnabled(False)  # it would keep each stretch of words once more
        self.setLayoutEnabled(False)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)  # also where a name in Arabic comes first
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(option)
        self._cursor = QTextCursor(self)
        self._cursor.setBlockFormat(self._lines(line or role))

    def begin_paragraph(self, role: Role, token: str, sign: tuple[str, str] | None = None) -> None:
        """What comes next stands below, after a sign (its icon and colour) where there is one."""
        form = self._lines(role)
        if sign:
            form.setLeftMargin(SPACE.icon + _SIGN_GAP)
        self._role, self._token = role, token
        self._forget_layout()
        self._cursor.insertBlock(form)
        if sign:
            self._signs.append(Sign(self._cursor.position(), *sign))

    def add(self, text: str, *, href: str = "", bold: bool = False, token: str = "") -> None:
        form = _format(
            self._theme, self._role, bold, token or ("accent" if href else self._token), bool(href)
        )
        self._insert(text, form, href)

    def add_number(self, number: int, href: str, spoken: str = "") -> None:
        """A number in its box; 0 is the mark of what has no source. A screen reader says `spoken` for it."""
        if self._box is None:
            self._box = NumberBox(self._theme, self)
            self.documentLayout().registerHandler(BOX, self._box)
        self.add(_NO_BREAK)
        form = QTextCharFormat()
        form.setObjectType(BOX)
        form.setProperty(NUMBER, number)
        form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
        self._insert(_OBJECT, form, href, f"[{number or '?'}]", spoken)

    def show_number(self, number: int | None) -> bool:
        """Mark the box of a number; says whether there are boxes at all."""
        if self._box is not None:
            self._box.shown = number
        return self._box is not None

    @property
    def text(self) -> str:
        """The words as they are read, with numbers in brackets."""
        plain = self.toPlainText().replace(_NO_BREAK, "")
        for link in self.links:
            if link.href.startswith("cite:"):
                plain = plain.replace(_OBJECT, link.text, 1)
        return plain.replace(_OBJECT, "[?]")

    def height_for(self, width: float) -> int:
        self.lay_out(width)
        return round(self.size().height())

    def lay_out(self, width: float) -> None:
        """Nothing is laid out twice for the same width: Qt would do so each time it is told one."""
        if width != self._width:
            self._width = width
            self.setTextWidth(width)
            self.setLayoutEnabled(True)

    def rects(self, link: Link) -> list[QRectF]:
        return link_rects(self, link)

    def paint(self, painter: QPainter, ratio: float) -> None:
        self.drawContents(painter)
        for sign in self._signs:
            place = self.documentLayout().blockBoundingRect(self.findBlock(sign.start)).topLeft()
            drawn = pixmap(sign.icon, sign.token, self._theme, ratio)
            painter.drawPixmap(QPointF(0, place.y()), drawn)

    def _insert(
        self, content: str, form: QTextCharFormat, href: str, text: str = "", spoken: str = ""
    ) -> None:
        self._forget_layout()
        start = self._cursor.position()
        self._cursor.insertText(content, form)
        if href:
            words = text or content
            self.links.append(Link(href, words, start, self._cursor.position(), spoken or words))

    def _forget_layout(self) -> None:
        """What is measured is measured anew, and not before it is asked for: words come piece by piece."""
        if self._width is not None:
            self.setLayoutEnabled(False)
            self._width = None

    def _lines(self, role: Role) -> QTextBlockFormat:
        form = QTextBlockFormat()
        form.setLineHeight(self._theme.line(role), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return form


@lru_cache
def _format(theme: Theme, role: Role, bold: bool, token: str, is_link: bool) -> QTextCharFormat:
    """How words look: a card has hundreds of stretches, and few ways to look."""
    form = QTextCharFormat()
    font = theme.font(role)
    if bold:
        font.setBold(True)
    form.setFont(font)
    form.setForeground(theme.color(token))
    if is_link:  # it is told by more than its colour
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        form.setUnderlineColor(theme.color("edge"))
    return form
