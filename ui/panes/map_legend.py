"""What the colours and signs on the map mean: a line under it, or as many as its width needs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPen

from ui.panes.map_places import LINE
from ui.panes.map_view import MapView
from ui.style import Theme

if TYPE_CHECKING:
    from dossier.language import Wording

_SWATCH = 14.0
_AFTER_SIGN, _BETWEEN, _ABOVE = 6.0, 16.0, 10.0

Entry = tuple[str, str]
"""A sign ("related", "selection", "dot", "hatch", "map_land", a shade; "" for none) and its words."""


class MapLegend:
    """Paints the legend of one map, in one theme and language."""

    def __init__(self, theme: Theme, wording: "Wording") -> None:
        self._theme = theme
        self._wording = wording
        self._font = theme.font("second")
        self._metrics = QFontMetricsF(self._font)

    def height(self, view: MapView, width: float) -> float:
        return LINE * len(self._lines(view, width)) + 2 * _ABOVE

    def paint(self, painter: QPainter, view: MapView, box: QRectF) -> None:
        """At the foot of a box."""
        y = box.bottom() - self.height(view, box.width()) + _ABOVE
        painter.setFont(self._font)
        for line in self._lines(view, box.width()):
            x = box.x()
            for sign, words in line:
                if sign:
                    self._sign(painter, QPointF(x, y + LINE / 2), sign)
                painter.setPen(self._theme.color("muted"))
                baseline = y + LINE / 2 + self._metrics.capHeight() / 2
                painter.drawText(QPointF(x + _room(sign), baseline), words)
                x += self._width(sign, words) + _BETWEEN
            y += LINE

    def entries(self, view: MapView) -> list[Entry]:
        """The signs in their order, with their words."""
        say, shading = self._wording.say, view.shading
        marks = [("selection", say("selected")), ("related", say("related to the selection"))]
        if view.has_absent:
            marks.append(("hatch", say("no unit of its own then")))
        if not shading.by:
            return [*marks, ("dot", say("has an initiative")), ("map_land", say("none yet"))]
        caption = shade_words(self._wording)[shading.by]
        steps = [
            (f"map_shade_{shading.at(place)}", self._span(*step))
            for place, step in enumerate(shading.steps, start=1)
        ]
        return [("", say("{what}:", what=caption)), ("map_land", say("none yet")), *steps, *marks]

    def _span(self, least: int, most: int) -> str:
        number = self._wording.number
        return number(least) if least == most else f"{number(least)}–{number(most)}"

    def _lines(self, view: MapView, width: float) -> list[list[Entry]]:
        lines: list[list[Entry]] = [[]]
        taken = 0.0
        for entry in self.entries(view):
            own = self._width(*entry)
            if lines[-1] and taken + own > width:
                lines.append([])
                taken = 0.0
            lines[-1].append(entry)
            taken += own + _BETWEEN
        return lines

    def _width(self, sign: str, words: str) -> float:
        return _room(sign) + self._metrics.horizontalAdvance(words)

    def _sign(self, painter: QPainter, at: QPointF, sign: str) -> None:
        if sign == "dot":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("text"))
            painter.drawEllipse(at + QPointF(_SWATCH / 2, 0), 5, 5)
            return
        is_mark = sign in ("related", "selection")
        line, width = (f"{sign}_bar", 1.75) if is_mark else ("muted", 1.0)
        painter.setPen(QPen(self._theme.color(line), width))
        box = QRectF(at.x() + 1, at.y() - 5.5, 12, 11)
        painter.setBrush(self._theme.color("map_land" if sign == "hatch" else sign))
        painter.drawRoundedRect(box, 2, 2)
        if sign == "hatch":
            painter.setBrush(hatching(self._theme))
            painter.drawRoundedRect(box, 2, 2)


def hatching(theme: Theme) -> QBrush:
    """Over a region that was no unit of its own on the day shown."""
    return QBrush(theme.color("map_line"), Qt.BrushStyle.BDiagPattern)


def shade_words(wording: "Wording") -> dict[str, str]:
    """By what a map can be shaded, in words."""
    return {
        "initiatives": wording.say("Initiatives"),
        "events": wording.say("Events"),
        "contacts": wording.say("Contacts"),
        "": wording.say("No shade"),
    }


def _room(sign: str) -> float:
    return _SWATCH + _AFTER_SIGN if sign else 0.0
