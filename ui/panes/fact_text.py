"""A few words with links and numbers of sources in them: the part of which a card is made.

QLabel can draw neither the box of a number nor the focus of one link among several, so this lays out a
QTextDocument itself; each link is reached with Tab and opened with Enter.
"""

from collections.abc import Hashable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy

from dossier.language.isolating import isolated
from dossier.views.values import Run
from ui.panes.accessible import Part, parts_changed
from ui.panes.accessible import Role as Spoken
from ui.panes.fact_document import FactDocument
from ui.panes.filling import Filling
from ui.panes.links import Link
from ui.style import Theme
from ui.style.theme import Role

if TYPE_CHECKING:
    from dossier.language import Wording

_BESIDE, _BESIDE_GAP = 92, 12


class FactText(Filling):
    """Words, links and number boxes in paragraphs, as high as their width asks for.

    It begins with a paragraph in one role of type. What stands `beside` has a column of its own at the left.
    """

    activated = Signal(str)  # href of the link that was clicked or entered
    focused = Signal(str)  # href on Shift+Enter
    parts_role = Spoken.StaticText

    def __init__(
        self, theme: Theme, role: Role = "row", token: str = "text", *, beside: str | None = None
    ) -> None:
        super().__init__()
        self._theme = theme
        self._current: int | None = None
        self._hovered: Link | None = None
        self._shown: int | None = None
        self._heights: dict[int, int] = {}
        self._document = FactDocument(theme, role, token, self)
        self._beside: FactDocument | None = None
        self._left = 0 if beside is None else _BESIDE + _BESIDE_GAP
        if beside:
            self._beside = FactDocument(theme, "second", "muted", self, line=role)
            self._beside.add(beside)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)

    def add(self, text: str, *, href: str = "", bold: bool = False, token: str = "") -> None:
        """Append words; `href` makes them a link."""
        self._document.add(text, href=href, bold=bold, token=token)
        self._has_grown()

    def add_number(self, number: int, href: str, spoken: str = "") -> None:
        """Append the number of a source in its box; 0 is the mark of what has no source.

        A screen reader says `spoken` for it.
        """
        self._document.add_number(number, href, spoken)
        self._has_grown()

    def begin_paragraph(self, role: Role, token: str, sign: tuple[str, str] | None = None) -> None:
        """Append what comes next below, after a sign (its icon and colour) where there is one."""
        self._document.begin_paragraph(role, token, sign)
        self._has_grown()

    def add_run(self, run: Run) -> None:
        """Append a run of a view: a link to its record where it has one."""
        self.add(isolated(run.text), href="" if run.pk is None else f"record:{run.pk}", bold=run.bold)

    def add_cites(self, numbers: tuple[int, ...], wording: "Wording") -> None:
        """Append the numbers of the sources that a fact rests on."""
        for number in numbers:
            self.add_number(number, f"cite:{number}", wording.say("source {n}", n=number))

    def show_number(self, number: int | None) -> None:
        """Mark the number whose passage the reader shows now."""
        if number != self._shown:
            self._shown = number
            if self._document.show_number(number):
                self.update()

    @property
    def shown_number(self) -> int | None:
        return self._shown

    @property
    def links(self) -> tuple[Link, ...]:
        return tuple(self._links)

    @property
    def text(self) -> str:
        """The words as they are read, with numbers in brackets, paragraph by paragraph."""
        return f"{self._beside.text}\n{self._document.text}" if self._beside else self._document.text

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

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # A layout asks for the same widths hundreds of times.
        if width not in self._heights:
            beside = self._beside.height_for(_BESIDE) if self._beside else 0
            height = max(self._document.height_for(width - self._left), beside)
            self._heights[width] = height + self.contentsMargins().bottom()
        return self._heights[width]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._beside:
            self._beside.lay_out(_BESIDE)
            self._beside.paint(painter, self.devicePixelRatioF())
        self._document.lay_out(self.width() - self._left)
        painter.translate(self._left, 0)
        self._document.paint(painter, self.devicePixelRatioF())
        painter.translate(-self._left, 0)
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
        self._name_itself()

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

    @property
    def _links(self) -> list[Link]:
        return self._document.links

    def _has_grown(self) -> None:
        if self._links and self.focusPolicy() != Qt.FocusPolicy.TabFocus:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if self.isVisible():
            self._name_itself()
        if self._heights:  # a layout has asked
            self._heights.clear()
            self.updateGeometry()

    def _name_itself(self) -> None:
        self.setAccessibleName(self.text.replace("\n", "; "))

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
        self._document.lay_out(self.width() - self._left)
        return [rect.translated(self._left, 0) for rect in self._document.rects(link)]
