"""A node as it is drawn: a chip with the icon of its kind and its name, in several lines."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from dossier.language.isolating import in_order
from resources.tokens import SPACE
from ui.panes.connections.picture import Node
from ui.style import Theme, kind_icon, kind_token, pixmap

_PAD, _GAP = 7.0, 5.0
_TEXT = 96.0
"""Width at which a name goes on in the next line; a longer word may be wider."""
_WIDEST, _MOST_LINES = 180.0, 6


@dataclass(frozen=True, slots=True)
class Chip:
    """A node with its name in lines and the size of all that."""

    node: Node
    lines: tuple[str, ...]
    width: float
    height: float

    @property
    def size(self) -> tuple[float, float]:
        return self.width, self.height


class ChipPainter:
    """Makes and paints chips in one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._fonts = {bold: theme.font("second", bold=bold) for bold in (False, True)}
        self._metrics = QFontMetricsF(self._fonts[True])  # the wider, so that a mark changes no size
        self._line = float(theme.line("second")) - 1

    def chip(self, node: Node) -> Chip:
        lines = self._lines(node.label)
        widest = max(self._metrics.horizontalAdvance(line) for line in lines)
        width = _PAD + SPACE.icon + _GAP + widest + _PAD + 1
        return Chip(node, lines, width, max(len(lines) * self._line, SPACE.icon) + 2 * 5)

    def paint(
        self, painter: QPainter, chip: Chip, at: QPointF, *, selected: bool, related: bool, hovered: bool
    ) -> None:
        """A chip with its middle at a point."""
        theme, box = self._theme, self.box(chip, at)
        ground = "selection" if selected else "related" if related else "hover" if hovered else "raised"
        edge = "selection_bar" if selected else "related_bar" if related else "edge"
        painter.setPen(QPen(theme.color(edge), 1.5 if selected or related else 1))
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        device = painter.device()
        ratio = device.devicePixelRatioF() if device else 1.0
        kind = chip.node.kind
        picture = pixmap(kind_icon(kind), kind_token(kind), theme, ratio)
        painter.drawPixmap(QPointF(box.x() + _PAD, box.center().y() - SPACE.icon / 2), picture)
        painter.setFont(self._fonts[selected])
        painter.setPen(theme.color("text"))
        left = box.x() + _PAD + SPACE.icon + _GAP
        top = box.center().y() - len(chip.lines) * self._line / 2
        for number, line in enumerate(chip.lines):
            row = QRectF(left, top + number * self._line, box.right() - left, self._line)
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)

    def ring(self, painter: QPainter, chip: Chip, at: QPointF) -> None:
        """The 2 px ring of the keyboard's place, around the chip."""
        painter.setPen(QPen(self._theme.color("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.box(chip, at).adjusted(-2, -2, 2, 2), 7, 7)

    @staticmethod
    def box(chip: Chip, at: QPointF) -> QRectF:
        return QRectF(at.x() - chip.width / 2, at.y() - chip.height / 2, chip.width, chip.height)

    def _lines(self, text: str) -> tuple[str, ...]:
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self._metrics.horizontalAdvance(longer) <= _TEXT:
                lines[-1] = longer
            else:
                lines += self._pieces(word)
        if len(lines) > _MOST_LINES:
            lines = [*lines[: _MOST_LINES - 1], lines[_MOST_LINES - 1][:-1] + "…"]
        return tuple(map(in_order, lines)) or ("",)

    def _pieces(self, word: str) -> list[str]:
        """A word, in pieces where it is wider than any chip may be."""
        pieces = [""]
        for letter in word:
            if self._metrics.horizontalAdvance(pieces[-1] + letter) > _WIDEST:
                pieces.append("")
            pieces[-1] += letter
        return pieces
