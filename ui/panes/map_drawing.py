"""Draws the map: land, what is chosen and related, dots of cities, names, the legend."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from ui.panes.map_names import DOT, DOT_ROOM, LINE, MapNames, Name
from ui.panes.map_view import MapView, Region
from ui.panes.pane import Marks
from ui.style import Theme

if TYPE_CHECKING:
    from dossier.language import Wording

_SWATCH = 14.0
_HALO = 3


class MapBrush:
    """Everything painted on the map, in one theme."""

    def __init__(self, theme: Theme, wording: "Wording", marks: Marks) -> None:
        self._theme = theme
        self._wording = wording
        self._marks = marks
        self.named = MapNames(theme, wording, marks)
        self._written: dict[tuple[object, ...], QPixmap] = {}
        self._small = theme.font("second")
        self._metrics = QFontMetricsF(self._small)

    def land(self, painter: QPainter, view: MapView) -> None:
        """All regions; what is related above its neighbours, so that its outline is whole."""
        in_sight = [region for region in view.regions if view.is_in_sight(region)]
        painter.save()
        painter.setTransform(view.transform, True)
        for region in in_sight:
            painter.fillPath(region.path, self._theme.color(self._ground(view, region)))
        painter.strokePath(view.borders, self._pen("muted" if view.shading.by else "map_line", 0.6))
        for state, width in (("related", 1.75), ("selection", 2.25)):
            for region in in_sight:
                if self.named.state(region) == state and not region.shape.is_city:
                    painter.fillPath(region.path, self._theme.color(state))
                    painter.strokePath(region.path, self._pen(f"{state}_bar", width))
        painter.restore()
        for region in in_sight:
            if region.shape.is_city and (region.has_something or self.named.state(region)):
                self._city(painter, view.point(region), region)

    def edge(self, painter: QPainter, view: MapView, region: Region, token: str, width: float) -> None:
        """An outline above everything: the pointer's or the keyboard's region."""
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if region.shape.is_city:
            painter.setPen(QPen(self._theme.color(token), width))
            painter.drawEllipse(view.point(region), DOT + 4.5, DOT + 4.5)
        else:
            painter.setTransform(view.transform, True)
            painter.strokePath(region.path, self._pen(token, width))
        painter.restore()

    def name(self, painter: QPainter, name: Name, view: MapView) -> None:
        """A name in ink over a halo of what lies under it."""
        under = view.at(name.box.center())
        ground = (self.named.state(under) or self._ground(view, under)) if under else "surface"
        device = painter.device()
        ratio = device.devicePixelRatioF() if device else 1.0
        key = name.lines, name.font.key(), name.dotted, self._ink(name.region), ground, ratio
        if key not in self._written:
            self._written[key] = self._write(name, self._ink(name.region), ground, ratio)
        at = (name.box.topLeft() - QPointF(_HALO, _HALO)) * ratio
        painter.drawPixmap(QPointF(at.toPoint()) / ratio, self._written[key])

    def _write(self, name: Name, ink: str, ground: str, ratio: float) -> QPixmap:
        """A name as a picture: its halo takes longer to draw than all the land."""
        box = QRectF(_HALO, _HALO, name.box.width(), name.box.height())
        picture = QPixmap((box.adjusted(-_HALO, -_HALO, _HALO, _HALO).size() * ratio).toSize() + QSize(1, 1))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(name.font)
        painter.setFont(name.font)
        left = box.x()
        if name.dotted:
            self._dot(painter, QPointF(left + DOT, box.center().y()), ink, filled=True)
            left += DOT_ROOM
        for place, line in enumerate(name.lines):
            x = left + (box.right() - left - metrics.horizontalAdvance(line)) / 2
            y = box.y() + LINE * (place + 0.5) + metrics.capHeight() / 2
            path = QPainterPath()
            path.addText(x, y, name.font, line)
            pen = QPen(self._theme.color(ground), _HALO)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.strokePath(path, pen)
            painter.setPen(self._theme.color(ink))
            painter.drawText(QPointF(x, y), line)
        painter.end()
        return picture

    def legend_height(self, width: float) -> float:
        return LINE * len(self._legend_lines(width)) + 20

    def legend(self, painter: QPainter, box: QRectF) -> None:
        y = box.bottom() - self.legend_height(box.width()) + 10
        painter.setFont(self._small)
        for line in self._legend_lines(box.width()):
            x = box.x()
            for sign, words in line:
                self._sign(painter, QPointF(x, y + LINE / 2), sign)
                painter.setPen(self._theme.color("muted"))
                baseline = y + LINE / 2 + self._metrics.capHeight() / 2
                painter.drawText(QPointF(x + _SWATCH + 6, baseline), words)
                x += self._entry_width(words)
            y += LINE

    def _ground(self, view: MapView, region: Region) -> str:
        strength = view.shading.strength(region.row)
        if strength:
            return f"map_shade_{strength}"
        return "border" if region.shape.is_city else "map_land"

    def _pen(self, token: str, width: float) -> QPen:
        """A pen whose width the zoom does not change; round joins would take half of the time of a frame."""
        pen = QPen(self._theme.color(token), width)
        pen.setCosmetic(True)
        return pen

    def _city(self, painter: QPainter, at: QPointF, region: Region) -> None:
        state = self.named.state(region)
        if state:
            painter.setPen(QPen(self._theme.color(f"{state}_bar"), 1.75))
            painter.setBrush(self._theme.color(state))
            painter.drawEllipse(at, DOT + 4, DOT + 4)
        self._dot(painter, at, self._ink(region), filled=bool(region.row and region.row.initiatives))

    def _ink(self, region: Region) -> str:
        """What isn't related stays on the map, dimmed, while only the related shows."""
        only = self._marks.only
        return "text" if only is None or region.pk in only else "dimmed"

    def _dot(self, painter: QPainter, at: QPointF, ink: str, *, filled: bool) -> None:
        painter.setPen(QPen(self._theme.color(ink), 1.5))
        painter.setBrush(self._theme.color(ink if filled else "surface"))
        painter.drawEllipse(at, DOT, DOT)

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
        return _SWATCH + 6 + self._metrics.horizontalAdvance(words) + 16

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
