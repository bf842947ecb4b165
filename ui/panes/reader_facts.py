"""The facts that a paragraph supports, each a link to its record: the way back from the reader."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QLabel, QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from dossier.views.values import ReaderFact, ReaderParagraph
from resources.tokens import SPACE
from ui.panes.delegates import ROW_ROLE, Index, Row, RowDelegate, flags_of, rect_of
from ui.panes.pane import Marks
from ui.panes.rows import RowsModel, RowsView
from ui.style import Theme

if TYPE_CHECKING:
    from dossier.language import Wording

_ROW = 30
_LABELS = 64, 140  # the least and the most room for what a fact is


class FactsList(QWidget):
    """Heading and links; empty where no paragraph is given."""

    chosen = Signal(object)
    focused = Signal(object)

    def __init__(self, theme: Theme, wording: "Wording", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._theme = theme
        self.heading = QLabel(self)
        self.heading.setProperty("look", "section")
        self._model = RowsModel(_row, lambda pk: "", self)
        self.list = RowsView(self._model, Marks(), theme)
        self._delegate = FactDelegate(theme, self.list, self)
        self.list.setItemDelegate(self._delegate)
        self.list.verticalHeader().setDefaultSectionSize(_ROW)
        self.list.chosen.connect(self.chosen)
        self.list.focused.connect(self.focused)
        self._none = QLabel(wording.say("No fact cites this paragraph."), self)
        self._none.setProperty("look", "second")
        self._none.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, SPACE.grid * 3, 20, SPACE.grid)
        column.setSpacing(SPACE.grid)
        column.addWidget(self.heading)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)

    def show_paragraph(self, paragraph: ReaderParagraph | None) -> None:
        facts = paragraph.facts if paragraph else ()
        number = self._wording.number(paragraph.number) if paragraph else ""
        heading = self._wording.say("Facts from paragraph {n}", n=number) if paragraph else ""
        self.heading.setText(heading)
        self.list.setAccessibleName(heading)
        metrics = QFontMetricsF(self._theme.font("second"))
        widest = max((metrics.horizontalAdvance(fact.label) for fact in facts), default=0.0)
        self._delegate.label_width = min(max(widest, _LABELS[0]), _LABELS[1])
        self._model.show(facts)
        self._none.setVisible(paragraph is not None and not facts)
        self.list.setVisible(bool(facts))


class FactDelegate(RowDelegate):
    """Icon, what kind of fact it is, and the link."""

    label_width = 80.0

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        rect, state = rect_of(option), self.state(option, row)
        hovered = bool(flags_of(option) & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, self.theme.color("surface"))
        self.rows.line(painter, rect)
        self.rows.kind(painter, QPoint(rect.x(), rect.y() + (_ROW - SPACE.icon) // 2), row, state)
        left = rect.x() + SPACE.icon + SPACE.icon_gap
        label = QRectF(left, rect.y(), self.label_width, _ROW - 1)
        self.rows.text(painter, label, row.acronym, "muted", "second")
        link = QRectF(label.right() + 12, rect.y(), rect.right() - label.right() - 12, _ROW - 1)
        width = self.rows.text(painter, link, row.name, "accent")
        if hovered:
            painter.setPen(QPen(self.theme.color("accent"), 1))
            y = round(link.center().y()) + 7.5
            painter.drawLine(QPointF(link.x(), y), QPointF(link.x() + width, y))
        if state.ringed:
            self.rows.ring(painter, rect)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, _ROW)


def _row(fact: ReaderFact) -> Row:
    return Row(fact.pk, fact.kind, fact.text, acronym=fact.label)
