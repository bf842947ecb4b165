"""How a row looks in every state, for trees, lists and links alike: what the style sheet cannot draw."""

from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from dossier.language.isolating import in_order
from resources.tokens import SPACE
from ui.panes.pane import Marks
from ui.style import Theme, kind_icon, kind_token, pixmap

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = 256  # Qt.UserRole; a plain int, since comparing roles to the enum costs half of a frame

_BAR_ROOM = 14  # from the left edge of a list row to its icon
_LIST_PAD = 12
_TREE_PAD = 6


@dataclass(frozen=True, slots=True)
class Row:
    """What a row shows: `acronym` stands before `name`, `detail` under both.

    `frame` says that the row is there only to hold others (an organization above a related one). A row of no
    kind is a heading over those below it. `standing` is the sign for how surely a post was held.
    """

    pk: int
    kind: str
    name: str
    acronym: str = ""
    detail: str = ""
    level: int = 0
    frame: bool = False
    standing: str = ""

    @property
    def spoken(self) -> str:
        """The row in one line, for screen readers and for finding it by typing."""
        return ", ".join(part for part in (self.acronym, self.name, self.detail) if part)


@dataclass(frozen=True, slots=True)
class RowState:
    """The states a row can be in at once; `active` says that its pane has the focus."""

    selected: bool = False
    related: bool = False
    hovered: bool = False
    ringed: bool = False
    active: bool = True
    dimmed: bool = False


SIGNS = {
    "attested": ("attested", "success"),
    "presumed": ("presumed", "muted"),
    "unknown": ("unknown", "stale"),
}
"""How surely a post was held on the day shown: the icon and its colour; words say the same."""


class RowPainter:
    """Paints rows of one theme: the fill and bar of the state, the icon, one or two lines, the link icon."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._fonts = {
            (role, bold): theme.font(role, bold=bold) for role in ("row", "second") for bold in (False, True)
        }
        self._metrics = {key: QFontMetricsF(font) for key, font in self._fonts.items()}

    def fill(self, painter: QPainter, rect: QRect, state: RowState) -> None:
        """The ground and the 3 px bar of a state."""
        theme, bar = self._theme, ""
        if state.selected:
            ground, bar = theme.color("selection"), "selection_bar"
            if not state.active:
                ground = theme.blend("selection", "surface")
        elif state.related:
            ground, bar = theme.color("related"), "related_bar"
        else:
            ground = theme.color("hover" if state.hovered else "surface")
        painter.fillRect(rect, ground)
        if bar:
            painter.fillRect(rect.x(), rect.y(), theme.tokens.bar_width, rect.height(), theme.color(bar))

    def ring(self, painter: QPainter, rect: QRect) -> None:
        """The 2 px ring of the keyboard's place, inside the row."""
        painter.setPen(QPen(self._theme.color("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def line(self, painter: QPainter, rect: QRect) -> None:
        """The hairline under a row."""
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, self._theme.color("border"))

    def icon(self, painter: QPainter, at: QPoint, name: str, token: str) -> None:
        device = painter.device()
        ratio = device.devicePixelRatioF() if device else 1.0
        painter.drawPixmap(at, pixmap(name, token, self._theme, ratio))

    def text(
        self, painter: QPainter, box: QRectF, text: str, token: str, role: str = "row", bold: bool = False
    ) -> float:
        """One line in a box, elided at its right and centred on its height; gives the width it took."""
        key = (role, bold)
        metrics = self._metrics[key]
        shown = metrics.elidedText(in_order(text), Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(self._fonts[key])
        painter.setPen(self._theme.color(token))
        baseline = box.center().y() + (metrics.capHeight()) / 2
        painter.drawText(QPointF(box.x(), round(baseline)), shown)
        return metrics.horizontalAdvance(shown)

    def kind(self, painter: QPainter, at: QPoint, row: Row, state: RowState) -> None:
        """The icon of the row's kind, in the kind's hue."""
        self.icon(painter, at, kind_icon(row.kind), "dimmed" if state.dimmed else kind_token(row.kind))

    def heading(self, painter: QPainter, rect: QRect, text: str) -> None:
        """The words over a group of rows, near to them, on a line of their own."""
        painter.fillRect(rect, self._theme.color("surface"))
        self.line(painter, rect)
        box = QRectF(rect.adjusted(_BAR_ROOM, rect.height() - 24, -_LIST_PAD, -4))
        self.text(painter, box, text, "muted", "second", bold=True)

    def one_line(self, painter: QPainter, box: QRectF, row: Row, state: RowState) -> None:
        """The name, or the acronym with the name muted after it."""
        strong = state.selected or state.related
        ink, soft = ("muted" if state.dimmed else "text"), "muted"
        if not row.acronym:
            self.text(painter, box, row.name, ink, bold=strong)
            return
        taken = self.text(painter, box, row.acronym, ink, bold=strong) + 4
        if box.width() > taken + 12:
            self.text(painter, box.adjusted(taken, 0, 0, 0), row.name, soft)

    def two_lines(self, painter: QPainter, first: QRectF, second: QRectF, row: Row, state: RowState) -> None:
        self.one_line(painter, first, row, state)
        self.text(painter, second, row.detail, "muted", "second")


class HasRows(Protocol):
    """A view whose rows this delegate paints: what is marked in it, and whether the keyboard is at work."""

    marks: Marks
    by_keyboard: bool


class RowDelegate(QStyledItemDelegate):
    """Paints the rows of a list, 43 px with two lines and a hairline below."""

    def __init__(self, theme: Theme, view: HasRows, parent: QObject) -> None:
        super().__init__(parent)
        self.view = view
        self.theme = theme
        self.rows = RowPainter(theme)

    def state(self, option: QStyleOptionViewItem, row: Row) -> RowState:
        flags = flags_of(option)
        marks = self.view.marks
        active = bool(flags & QStyle.StateFlag.State_HasFocus) or _has_focus(option)
        return RowState(
            selected=marks.is_selected(row.pk),
            related=row.pk in marks.related,
            hovered=bool(flags & QStyle.StateFlag.State_MouseOver),
            ringed=self.view.by_keyboard and bool(flags & QStyle.StateFlag.State_HasFocus),
            active=active,
            dimmed=row.frame,
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        rect = rect_of(option)
        state = self.state(option, row)
        if not row.kind:
            self.rows.heading(painter, rect, row.name)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.rows.fill(painter, rect, state)
        self.rows.line(painter, rect)
        left = rect.x() + _BAR_ROOM + row.level * SPACE.tree_indent
        self.rows.kind(painter, QPoint(left, rect.y() + 6), row, state)
        text = left + SPACE.icon + 10
        right = rect.right() + 1 - _LIST_PAD
        first = QRectF(text, rect.y() + 4, right - text, 19)
        if state.related:
            right -= SPACE.icon
            self.rows.icon(painter, QPoint(right, rect.bottom() - 4 - SPACE.icon), "link", "related_bar")
            right -= SPACE.icon_gap
        self.rows.two_lines(painter, first, QRectF(text, rect.y() + 22, right - text, 17), row, state)
        if state.ringed:
            self.rows.ring(painter, rect)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, SPACE.list_row)


class TreeDelegate(RowDelegate):
    """Paints the rows of a tree over their whole width: 26 px, or 38 px for two lines, with the chevron."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        own = rect_of(option)
        rect = QRect(0, own.y(), own.right() + 1, own.height())
        state = self.state(option, row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.rows.fill(painter, rect, state)
        left = chevron_left(row.level)
        middle = rect.y() + (rect.height() - SPACE.icon) // 2
        flags = flags_of(option)
        if flags & QStyle.StateFlag.State_Children:
            name = "chevron-down" if flags & QStyle.StateFlag.State_Open else "chevron-right"
            self.rows.icon(painter, QPoint(left - 2, middle), name, "muted")
        left += 12 + SPACE.icon_gap
        self.rows.kind(painter, QPoint(left, middle), row, state)
        left += SPACE.icon + SPACE.icon_gap
        right = rect.right() + 1 - _TREE_PAD
        if state.related:
            right -= SPACE.icon
            self.rows.icon(painter, QPoint(right, middle), "link", "related_bar")
            right -= SPACE.icon_gap
        if row.standing in SIGNS:
            right -= SPACE.icon
            self.rows.icon(painter, QPoint(right, middle), *SIGNS[row.standing])
            right -= SPACE.icon_gap
        if row.detail:
            first = QRectF(left, rect.y() + 2, right - left, 18)
            self.rows.two_lines(painter, first, QRectF(left, rect.y() + 20, right - left, 16), row, state)
        else:
            self.rows.one_line(painter, QRectF(left, rect.y(), right - left, rect.height()), row, state)
        if state.ringed:
            self.rows.ring(painter, rect)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW_ROLE)
        return QSize(160, SPACE.row_two_lines if row.detail else SPACE.row)


def chevron_left(level: int) -> int:
    """Where the chevron of a tree row begins; the row's icon stands 20 px to the right of it."""
    return 12 + level * SPACE.tree_indent


# PySide declares no attributes on style options, though they are there.
def flags_of(option: Any) -> QStyle.StateFlag:
    state: QStyle.StateFlag = option.state
    return state


def rect_of(option: Any) -> QRect:
    rect: QRect = option.rect
    return rect


def _has_focus(option: Any) -> bool:
    widget: QWidget | None = option.widget
    return widget is not None and widget.hasFocus()
