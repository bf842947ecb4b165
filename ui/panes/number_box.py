"""The number of a source in its 15 px box, as an object in a text: QTextDocument itself can't draw one."""

from functools import lru_cache

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPyTextObject, QTextDocument, QTextFormat

from ui.style import Theme

BOX = QTextFormat.ObjectTypes.UserObject.value + 1
NUMBER = QTextFormat.Property.UserProperty.value + 1
_SIZE = 15.0
_GAP = 3.0
_RAISED = 3.0


class NumberBox(QPyTextObject):
    """Draws the boxes of one text. `shown` is the number whose passage is read now; 0 means no source."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.shown: int | None = None

    def intrinsicSize(self, document: QTextDocument, position: int, form: QTextFormat) -> QSizeF:
        return QSizeF(_width(self._theme, int(form.property(NUMBER))), _SIZE)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        position: int,
        form: QTextFormat,
    ) -> None:
        number = int(form.property(NUMBER))
        shown = number != 0 and number == self.shown
        edge, ink = ("related_bar", "text") if shown else ("edge", "accent")
        if number == 0:
            edge = ink = "warning"
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color(edge), 1))
        painter.setBrush(self._theme.color("related" if shown else "surface"))
        box = QRectF(rect).translated(0, -_RAISED).adjusted(_GAP + 0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(self._theme.color(ink))
        painter.setFont(self._theme.font("cite", bold=shown))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number or "?"))
        painter.restore()


@lru_cache
def _width(theme: Theme, number: int) -> float:
    words = QFontMetricsF(theme.font("cite", bold=True)).horizontalAdvance(str(number or "?"))
    return _GAP + max(_SIZE, words + 7)
