"""Draws the map: land, what is chosen and related, dots of cities, names that touch nothing, the legend."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from ui.panes.map_view import MapView, Region
from ui.panes.pane import Marks
from ui.style import Theme

if TYPE_CHECKING:
    from dossier.language import Wording

_DOT = 3.5
_WIDE = 92.0  # a name of several words that is wider stands in two lines
_LINE = 16.0
_GAP = 8.0
_SWATCH = 14.0


@dataclass(frozen=True, slots=True)
class Name:
    """A region's name, in lines, in its box; `dotted` has the dot of an initiative before it."""

    region: Region
    lines: tuple[str, ...]
    box: QRectF
    strong: bool
    dotted: bool = False


class MapBrush:
    """Everything painted on the map, in one theme."""

    def __init__(self, theme: Theme, wording: "Wording", marks: Marks) -> None:
        self._theme = theme
        self._wording = wording
        self._marks = marks
        self._fonts = {strong: theme.font("second", bold=strong) for strong in (False, True)}
        self._metrics = {strong: QFontMetricsF(font) for strong, font in self._fonts.items()}

    def state(self, region: Region) -> str:
        if region.pk is not None and region.pk == self._marks.selected:
            return "selection"
        return "related" if region.pk in self._marks.related else ""

    def land(self, painter: QPainter, view: MapView) -> None:
        """All regions; what is related above its neighbours, so that its outline is whole."""
        painter.save()
        painter.setTransform(view.transform, True)
        for region in view.regions:
            ground = "border" if region.shape.is_city else "map_land"
            self._outline(painter, region, ground, "map_line", 0.6)
        for state, width in (("related", 1.75), ("selection", 2.25)):
            for region in view.regions:
                if self.state(region) == state and not region.shape.is_city:
                    self._outline(painter, region, state, f"{state}_bar", width)
        painter.restore()
        for region in view.regions:
            if region.shape.is_city and (region.has_something or self.state(region)):
                self._city(painter, view.point(region), region)

    def edge(self, painter: QPainter, view: MapView, region: Region, token: str, width: float) -> None:
        """An outline above everything: the pointer's or the keyboard's region."""
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if region.shape.is_city:
            painter.setPen(QPen(self._theme.color(token), width))
            painter.drawEllipse(view.point(region), _DOT + 4.5, _DOT + 4.5)
        else:
            painter.setTransform(view.transform, True)
            pen = QPen(self._theme.color(token), width)
            pen.setCosmetic(True)
            painter.strokePath(region.path, pen)
        painter.restore()

    def names(self, view: MapView) -> list[Name]:
        """Of what is marked, and what has something; one that would touch another is left to hovering."""
        order = ("selection", "related", "")
        named = [region for region in view.regions if region.has_something or self.state(region)]
        ranked = sorted(named, key=lambda region: (order.index(self.state(region)), region.shape.is_city))
        taken = [
            QRectF(point.x() - _DOT, point.y() - _DOT, 2 * _DOT, 2 * _DOT)
            for point, region in ((view.point(region), region) for region in ranked)
            if region.shape.is_city
        ]
        names: list[Name] = []
        for region in ranked:
            name = self._placed(view, region, taken)
            if name:
                names.append(name)
                taken.append(name.box)
        return names

    def hover_name(self, view: MapView, region: Region) -> Name | None:
        return self._placed(view, region, []) if region.row else None

    def name(self, painter: QPainter, name: Name, view: MapView) -> None:
        """A name in ink over a halo of what lies under it."""
        under = view.at(name.box.center())
        halo = self._theme.color((self.state(under) or "map_land") if under else "surface")
        token = self._ink(name.region)
        font, metrics = self._fonts[name.strong], self._metrics[name.strong]
        painter.setFont(font)
        left = name.box.x()
        if name.dotted:
            self._dot(painter, QPointF(left + _DOT, name.box.center().y()), token, filled=True)
            left += 2 * _DOT + 5
        for place, line in enumerate(name.lines):
            width = metrics.horizontalAdvance(line)
            x = left + (name.box.right() - left - width) / 2
            y = name.box.y() + _LINE * (place + 0.5) + metrics.capHeight() / 2
            path = QPainterPath()
            path.addText(x, y, font, line)
            pen = QPen(halo, 3)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.strokePath(path, pen)
            painter.setPen(self._theme.color(token))
            painter.drawText(QPointF(x, y), line)

    def legend_height(self, width: float) -> float:
        return _LINE * len(self._legend_lines(width)) + 20

    def legend(self, painter: QPainter, box: QRectF) -> None:
        y = box.bottom() - self.legend_height(box.width()) + 10
        painter.setFont(self._fonts[False])
        for line in self._legend_lines(box.width()):
            x = box.x()
            for sign, words in line:
                self._sign(painter, QPointF(x, y + _LINE / 2), sign)
                painter.setPen(self._theme.color("muted"))
                baseline = y + _LINE / 2 + self._metrics[False].capHeight() / 2
                painter.drawText(QPointF(x + _SWATCH + 6, baseline), words)
                x += self._entry_width(words)
            y += _LINE

    def _outline(self, painter: QPainter, region: Region, ground: str, line: str, width: float) -> None:
        painter.fillPath(region.path, self._theme.color(ground))
        pen = QPen(self._theme.color(line), width)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(region.path, pen)

    def _city(self, painter: QPainter, at: QPointF, region: Region) -> None:
        state = self.state(region)
        if state:
            painter.setPen(QPen(self._theme.color(f"{state}_bar"), 1.75))
            painter.setBrush(self._theme.color(state))
            painter.drawEllipse(at, _DOT + 4, _DOT + 4)
        self._dot(painter, at, self._ink(region), filled=bool(region.row and region.row.initiatives))

    def _ink(self, region: Region) -> str:
        """What isn't related stays on the map, dimmed, while only the related shows."""
        only = self._marks.only
        return "text" if only is None or region.pk in only else "dimmed"

    def _dot(self, painter: QPainter, at: QPointF, ink: str, *, filled: bool) -> None:
        painter.setPen(QPen(self._theme.color(ink), 1.5))
        painter.setBrush(self._theme.color(ink if filled else "surface"))
        painter.drawEllipse(at, _DOT, _DOT)

    def _placed(self, view: MapView, region: Region, taken: list[QRectF]) -> Name | None:
        assert region.row
        strong = bool(self.state(region))
        lines = self._lines(region.row.name, strong)
        size = QSizeF(
            max(self._metrics[strong].horizontalAdvance(line) for line in lines), _LINE * len(lines)
        )
        dotted = not region.shape.is_city and not strong and region.row.initiatives > 0
        if dotted:
            size.setWidth(size.width() + 2 * _DOT + 5)
        for box in self._boxes(view.point(region), size, region.shape.is_city):
            if not any(box.intersects(other) for other in taken):
                return Name(region, lines, box, strong, dotted)
        return None

    def _boxes(self, at: QPointF, size: QSizeF, is_city: bool) -> list[QRectF]:
        """Where a name may stand: on its region or a little above or below; beside a city's dot."""
        width, height = size.width(), size.height()
        if is_city:
            away = _DOT + 7
            return [
                QRectF(at.x() + away, at.y() - height / 2, width, height),
                QRectF(at.x() - away - width, at.y() - height / 2 + 8, width, height),
                QRectF(at.x() - away - width, at.y() - height / 2, width, height),
                QRectF(at.x() - width / 2, at.y() + away, width, height),
                QRectF(at.x() - width / 2, at.y() - away - height, width, height),
            ]
        middle = QRectF(at.x() - width / 2, at.y() - height / 2, width, height)
        return [middle, *(middle.translated(0, shift) for shift in (-_LINE, _LINE, -2 * _LINE, 2 * _LINE))]

    def _lines(self, text: str, strong: bool) -> tuple[str, ...]:
        if self._metrics[strong].horizontalAdvance(text) <= _WIDE or " " not in text:
            return (text,)
        spaces = [place for place, sign in enumerate(text) if sign == " "]
        cut = min(spaces, key=lambda place: abs(place - len(text) / 2))
        return text[:cut], text[cut + 1 :]

    def _legend_lines(self, width: float) -> list[list[tuple[str, str]]]:
        say = self._wording.say
        signs = [
            ("related", say("related to the selection")),
            ("dot", say("has an initiative")),
            ("none", say("none yet")),
        ]
        lines: list[list[tuple[str, str]]] = [[]]
        taken = 0.0
        for sign, words in signs:
            if lines[-1] and taken + self._entry_width(words) - 16 > width:
                lines.append([])
                taken = 0.0
            lines[-1].append((sign, words))
            taken += self._entry_width(words)
        return lines

    def _entry_width(self, words: str) -> float:
        return _SWATCH + 6 + self._metrics[False].horizontalAdvance(words) + 16

    def _sign(self, painter: QPainter, at: QPointF, sign: str) -> None:
        if sign == "dot":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("text"))
            painter.drawEllipse(at + QPointF(_SWATCH / 2, 0), 5, 5)
            return
        ground, line, width = (
            ("related", "related_bar", 1.75) if sign == "related" else ("map_land", "map_line", 1)
        )
        painter.setPen(QPen(self._theme.color(line), width))
        painter.setBrush(self._theme.color(ground))
        painter.drawRoundedRect(QRectF(at.x() + 1, at.y() - 5.5, 12, 11), 2, 2)
