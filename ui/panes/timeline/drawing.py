"""The shapes both bands of the timeline are made of: diamonds, bars that fade at a vague end, words."""

from math import inf, isfinite
from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QStaticText,
    QTransform,
)

from dossier.language.isolating import in_order
from dossier.model.dates import Date
from dossier.views.timeline_values import TimelineItem
from ui.panes.timeline.scale import Scale
from ui.style import Theme, kind_icon, kind_token, pixmap

PICTURE = 20  # pixels a point and its dot take
_HALF = 5.5
_ROUND = 4.0  # pixels; nobody sees the corners of what is lower
_PALE = 0.35  # of a colour where a date is one of many days
_FADED = 0.12  # what is left of a colour where a vague date ends
_LONGEST_FADE = 0.35  # of a bar
_MOST_KEPT = 10_000  # words set, widths and dates looked at, until they are forgotten

K = TypeVar("K")
V = TypeVar("V")
Vague = tuple[float | None, float | None]  # where a beginning and an end stop being vague, None where sharp


class Brushwork:
    """Shapes and words in the colours and fonts of one theme; widths of words are measured once."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.small = theme.font("second", bold=False), theme.font("second", bold=True)
        self.tiny = theme.font("axis", bold=False), theme.font("axis", bold=True)
        self._metrics = {id(font): QFontMetricsF(font) for font in (*self.small, *self.tiny)}
        self._colors: dict[tuple[str, float], QColor] = {}
        self._set: dict[tuple[str, bool, bool, float | None], QStaticText] = {}
        self._vague: dict[str, Vague] = {}
        self._points: dict[tuple[str, bool, bool, str, bool, float], QPixmap] = {}
        self._widths: dict[tuple[str, bool, bool], float] = {}

    def color(self, token: str, alpha: float = 1.0) -> QColor:
        """The theme's colour, made once; it must not be changed."""
        found = self._colors.get((token, alpha))
        if found is None:
            found = self._colors[token, alpha] = self.theme.color(token, alpha)
        return found

    def measure(self, text: str, bold: bool) -> float:
        """The width of a label of the days above."""
        return self._measure(text, bold, tiny=False)

    def measure_tiny(self, text: str, bold: bool) -> float:
        """The width of a word of the axis and of the overview."""
        return self._measure(text, bold, tiny=True)

    def words(
        self, painter: QPainter, x: float, middle: float, text: str, token: str, *,
        bold: bool = False, tiny: bool = False, width: float | None = None,
    ) -> None:  # fmt: skip
        """One line whose capitals are centred on `middle`, cut where it is wider than `width`."""
        font = (self.tiny if tiny else self.small)[bold]
        metrics = self._metrics[id(font)]
        painter.setFont(font)
        painter.setPen(self.color(token))
        baseline = round(middle + metrics.capHeight() / 2)
        painter.drawStaticText(
            QPointF(x, baseline - metrics.ascent()), self._set_words(text, bold, tiny, width)
        )

    def _set_words(self, text: str, bold: bool, tiny: bool, width: float | None) -> QStaticText:
        """A line set once for all frames, cut where it is wider than `width`."""
        if width is not None:
            is_cut = self._measure(text, bold, tiny) > width + 0.5
            width = round(width, 2) if is_cut else None  # the same from frame to frame
        key = (text, bold, tiny, width)
        found = self._set.get(key)
        if found is None:
            font, text = (self.tiny if tiny else self.small)[bold], in_order(text)
            if width is not None:
                text = self._metrics[id(font)].elidedText(text, Qt.TextElideMode.ElideRight, width)
            found = QStaticText(text)
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            found.prepare(QTransform(), font)
            _keep(self._set, key, found)
        return found

    def frame(self, painter: QPainter, rect: QRectF, state: str) -> None:
        """The ground and outline of a mark that is chosen ("selection") or "related"."""
        painter.setPen(QPen(self.color(f"{state}_bar"), 1.5 if state == "selection" else 1))
        painter.setBrush(self.color(state))
        painter.drawRoundedRect(rect, 4, 4)

    def ring(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(QPen(self.theme.color("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 5, 5)

    def picture(self, item: TimelineItem, ground: str, ratio: float, *, host: bool, several: bool) -> QPixmap:
        """A point, drawn once for many: a diamond for an event, else the icon of its kind.

        A dot at its shoulder says that it stands for several, where no label does.
        """
        is_event = item.kind == "event"
        key = (item.kind, host and item.dated and is_event, item.announced, ground, several, ratio)
        if key not in self._points:
            whole = QPixmap(round(PICTURE * ratio), round(PICTURE * ratio))
            whole.setDevicePixelRatio(ratio)
            whole.fill(Qt.GlobalColor.transparent)
            painter = QPainter(whole)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            corner = QPointF((PICTURE - 16) / 2, (PICTURE - 16) / 2)
            if is_event:
                point = self._diamond(host and item.dated, item.announced, ground, ratio)
            else:
                point = pixmap(kind_icon(item.kind), kind_token(item.kind), self.theme, ratio)
            painter.drawPixmap(corner, point)
            if several:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.theme.color("muted"))
                painter.drawEllipse(QPointF(PICTURE / 2 + 7, PICTURE / 2 - 7), 2, 2)
            painter.end()
            self._points[key] = whole
        return self._points[key]

    def _diamond(self, host: bool, announced: bool, ground: str, ratio: float) -> QPixmap:
        """Filled in the host's lane, hollow elsewhere, hatched while only announced."""
        picture = QPixmap(round(16 * ratio), round(16 * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath(QPointF(8, 8 - _HALF))
        for x, y in ((8 + _HALF, 8), (8, 8 + _HALF), (8 - _HALF, 8)):
            path.lineTo(x, y)
        path.closeSubpath()
        color = self.theme.color("event")
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(color if host and not announced else self.theme.color(ground))
        painter.drawPath(path)
        if host and announced:
            _hatch(painter, path, color)
        painter.end()
        return picture

    def bar(
        self, painter: QPainter, rect: QRectF, item: TimelineItem, scale: Scale, ground: str, host: bool
    ) -> None:
        """A stretch of time: full in the host's lane, hollow elsewhere, hatched while only announced.

        Days that a month or a year leaves open are pale within an outline: it lies somewhere in them.
        What has no date of its own is dotted: these are the days of what it is part of.
        """
        color = self.color(kind_token(item.kind))
        is_open = not item.date.is_interval
        is_full = host and item.dated and not item.announced and not is_open
        if is_full and rect.height() < _ROUND:
            painter.fillRect(rect, self._fading(color, rect, item, scale))
            return
        path = QPainterPath()
        path.addRoundedRect(rect, 2, 2)
        if is_full:
            painter.fillPath(path, self._fading(color, rect, item, scale))
            return
        inner = QPainterPath()
        inner.addRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), 2, 2)
        painter.fillPath(path, self.color(ground))
        if is_open and host and item.dated and not item.announced:
            pale = self.color(kind_token(item.kind), _PALE)
            painter.fillPath(path, self._fading(pale, rect, item, scale))
        dots = Qt.PenStyle.SolidLine if item.dated else Qt.PenStyle.DotLine
        painter.setPen(QPen(self._fading(color, rect, item, scale), 1.5, dots))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(inner)
        if host and item.dated and item.announced:
            _hatch(painter, path, color)

    def _fading(self, color: QColor, rect: QRectF, item: TimelineItem, scale: Scale) -> QBrush | QColor:
        """The colour, which runs out across the days that a vague end may fall on."""
        vague = self._vague.get(item.date.text)
        if vague is None:
            vague = _vague_ends(item.date)
            _keep(self._vague, item.date.text, vague)
        begin, end = vague
        if begin is None and end is None:
            return color
        width = max(rect.width(), 1)
        fade_in = fade_out = 0.0
        if begin is not None:
            fade_in = (scale.x(begin) - rect.left()) / width if isfinite(begin) else _LONGEST_FADE
        if end is not None:
            fade_out = (rect.right() - scale.x(end)) / width if isfinite(end) else _LONGEST_FADE
        gone = QColor(color)
        gone.setAlphaF(_FADED * color.alphaF())
        gradient = QLinearGradient(rect.topLeft(), rect.topRight())
        gradient.setColorAt(0, gone if fade_in else color)
        gradient.setColorAt(min(max(fade_in, 0), _LONGEST_FADE), color)
        gradient.setColorAt(1 - min(max(fade_out, 0), _LONGEST_FADE), color)
        gradient.setColorAt(1, gone if fade_out else color)
        return QBrush(gradient)

    def _measure(self, text: str, bold: bool, tiny: bool) -> float:
        key = (text, bold, tiny)
        width = self._widths.get(key)
        if width is None:
            font = (self.tiny if tiny else self.small)[bold]
            width = self._metrics[id(font)].horizontalAdvance(text)
            _keep(self._widths, key, width)
        return width


def _hatch(painter: QPainter, path: QPainterPath, color: QColor) -> None:
    box = path.boundingRect()
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(color, 1.25))
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        x += 4
    painter.restore()


def _vague_ends(date: Date) -> Vague:
    """The days at which a vague beginning and end are past; endless where nothing says which."""
    if not date.is_interval:
        return (inf, inf) if date.is_circa else (None, None)
    start, end = date.ends
    begins = ends = None
    if start is None:
        begins = inf
    elif start.is_circa and start.latest:
        begins = float(start.latest.toordinal() + 1)
    if end is None:
        ends = inf
    elif end.precision != "day" and end.earliest:
        ends = float(end.earliest.toordinal())
    return begins, ends


def _keep(kept: dict[K, V], key: K, value: V) -> None:
    """Remember what was found, but not without end."""
    if len(kept) >= _MOST_KEPT:
        kept.clear()
    kept[key] = value
