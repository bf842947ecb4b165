"""The list of hits: two or three lines each, with the matched letters marked in whatever form is shown."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from dossier.language import Wording
from dossier.views.values import Hit
from resources.tokens import SPACE
from ui.panes.speaking import announce
from ui.search.hits import ROW_ROLE, Head, HitsModel, Index, More, Order, Past, Row, spoken
from ui.search.marked import paint_marked
from ui.style import Theme, kind_icon, kind_token, pixmap

_LEFT = 16
_TEXT_LEFT = _LEFT + SPACE.icon + 10
_HEAD_HEIGHT = 34
_MORE_HEIGHT = 28
_LINE_HEIGHT = 30
_LINE, _SECOND, _WHY = 20, 19, 22
_PADDING = 5


class HitsView(QTableView):
    """Shows a HitsModel. The pointer chooses; the arrows come from the field, which keeps the focus."""

    opened = Signal(object)  # the row that was clicked

    def __init__(self, theme: Theme, wording: Wording) -> None:
        super().__init__()
        self.setAccessibleName(wording.say("What was found"))
        self.setModel(HitsModel())
        self.setItemDelegate(_HitDelegate(theme, wording.say("best match"), self))
        self.setProperty("look", "hits")
        self.setShowGrid(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.setMouseTracking(True)
        self._is_picked = False

    @property
    def hits(self) -> HitsModel:
        model = self.model()
        assert isinstance(model, HitsModel)
        return model

    @property
    def current(self) -> Row | None:
        row = self.currentIndex().row()
        return self.hits.rows[row] if 0 <= row < len(self.hits.rows) else None

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows; what the user picked stays chosen if it is still there, else the best hit is."""
        picked = self.current if self._is_picked else None
        top = self.verticalScrollBar().value()
        self.hits.set_rows(rows)
        for number, row in enumerate(rows):
            self.setRowHeight(number, row_height(row))
        kept = self.hits.row_of(picked.pk if isinstance(picked, Hit) else None)
        self._is_picked = kept is not None
        self._choose(self.hits.best if kept is None else kept)
        if kept is not None:
            self.verticalScrollBar().setValue(top)

    def step(self, by: int) -> None:
        """Choose another hit, over the heads."""
        self._is_picked = True
        self._choose(self.hits.next_row(self.currentIndex().row(), by))

    def forget_choice(self) -> None:
        """A new search begins, so that its best hit is chosen."""
        self._is_picked = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            row = self.hits.rows[index.row()]
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                self.opened.emit(row)

    def _choose(self, row: int) -> None:
        index = self.hits.index(row, 0) if row >= 0 else self.hits.index(-1, -1)
        self.setCurrentIndex(index)
        if index.isValid():
            announce(self, spoken(self.hits.rows[row]))  # the focus stays in the field
        if row == self.hits.best:
            self.scrollToTop()
        else:
            self.scrollTo(index)


def row_height(row: Row) -> int:
    match row:
        case Head():
            return _HEAD_HEIGHT
        case More():
            return _MORE_HEIGHT
        case Order() | Past():
            return _LINE_HEIGHT
    return 2 * _PADDING + 1 + _LINE + (_SECOND if row.detail else 0) + (_WHY if row.why else 0)


class _HitDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, best: str, view: HitsView) -> None:
        super().__init__(view)
        self._theme = theme
        self._best = best
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, row_height(index.data(ROW_ROLE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        area: QRect = option.rect
        chosen = self._view.currentIndex().row() == index.row()
        painter.save()
        if chosen:
            painter.fillRect(area, self._theme.color("selection"))
            bar = QRect(area.topLeft(), QSize(self._theme.tokens.bar_width, area.height()))
            painter.fillRect(bar, self._theme.color("selection_bar"))
        match row:
            case Head():
                self._paint_head(painter, area, row)
            case More():
                box = area.adjusted(_TEXT_LEFT, 0, -_LEFT, 0)
                self._text(painter, box, row.text, "accent")
            case Order():
                self._paint_order(painter, area, row)
            case Past():
                self._paint_line(painter, area, row.query, "pin" if row.is_pinned else "clock")
            case Hit():
                beside = row.when or (self._best if index.row() == self._view.hits.best else "")
                self._paint_hit(painter, area, row, beside, chosen)
        painter.restore()

    def _paint_head(self, painter: QPainter, area: QRect, head: Head) -> None:
        box = area.adjusted(_LEFT, 12, -_LEFT, -4)
        bold = self._theme.font("second", bold=True)
        self._text(painter, box, head.label, "muted", bold=True)
        box.setLeft(box.left() + QFontMetrics(bold).horizontalAdvance(head.label) + 8)
        self._text(painter, box, head.count, "muted")

    def _paint_order(self, painter: QPainter, area: QRect, order: Order) -> None:
        box = area.adjusted(_LEFT, 0, -_LEFT, 0)
        used = self._text(painter, box, order.keys, "muted", right=True) if order.keys else 0
        box.setRight(box.right() - used - 12)
        token = "text" if order.is_enabled else "dimmed"
        paint_marked(painter, box, order.text, order.spans, self._theme.font("row"), self._theme, token)

    def _paint_line(self, painter: QPainter, area: QRect, text: str, sign: str) -> None:
        ratio = painter.device().devicePixelRatioF()
        top = area.top() + (area.height() - SPACE.icon) // 2
        painter.drawPixmap(area.left() + _LEFT, top, pixmap(sign, "muted", self._theme, ratio))
        box = area.adjusted(_TEXT_LEFT, 0, -_LEFT, 0)
        paint_marked(painter, box, text, (), self._theme.font("row"), self._theme)

    def _paint_hit(self, painter: QPainter, area: QRect, hit: Hit, beside: str, chosen: bool) -> None:
        ratio = painter.device().devicePixelRatioF()
        picture = pixmap(kind_icon(hit.kind), kind_token(hit.kind), self._theme, ratio)
        painter.drawPixmap(area.left() + _LEFT, area.top() + _PADDING + 2, picture)
        line = QRect(
            area.left() + _TEXT_LEFT, area.top() + _PADDING, area.width() - _TEXT_LEFT - _LEFT, _LINE
        )
        if beside:
            used = self._text(painter, line, beside, "muted", right=True)
            line.setRight(line.right() - used - 12)
        paint_marked(painter, line, hit.label, hit.spans, self._theme.font("row", bold=chosen), self._theme)
        line = QRect(line.left(), line.bottom() + 1, area.right() - _LEFT - line.left(), _SECOND)
        small = self._theme.font("second")
        if hit.detail:
            paint_marked(painter, line, hit.detail, hit.detail_spans, small, self._theme, "muted")
            line.translate(0, _SECOND)
        if hit.why:
            line.setHeight(_WHY)
            paint_marked(painter, line, hit.why, hit.why_spans, small, self._theme)

    def _text(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        token: str,
        *,
        bold: bool = False,
        right: bool = False,
    ) -> int:
        font = self._theme.font("second", bold=bold)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)
        return metrics.horizontalAdvance(shown)
