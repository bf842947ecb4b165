"""Draws the map: land in its shades, what is chosen and related, dots of cities, names."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap, QTransform

from ui.panes.map_kept import KeptMap
from ui.panes.map_legend import MapLegend, hatching
from ui.panes.map_names import DOT_ROOM, MapNames, Name
from ui.panes.map_places import DOT, LINE
from ui.panes.map_view import MapView, Region
from ui.panes.pane import Marks
from ui.style import Theme

if TYPE_CHECKING:
    from dossier.language import Wording

_HALO = 3
_OUTLINES = {"related": 1.75, "selection": 2.25}
"""How wide the outline of a marked region is, the one to lie above the other last."""


class MapBrush:
    """Everything painted on the map, in one theme."""

    def __init__(self, theme: Theme, wording: "Wording", marks: Marks) -> None:
        self._theme = theme
        self._marks = marks
        self.named = MapNames(theme, wording, marks)
        self._written: dict[tuple[object, ...], QPixmap] = {}
        self._kept = KeptMap()
        self.legend = MapLegend(theme, wording)

    def land(self, painter: QPainter, view: MapView, clip: QRectF) -> None:
        """All regions in their shades, with hairlines between them; nothing outside of `clip` is seen."""
        self._kept.begin(view, clip)
        grounds = tuple(self._ground(view, region) for region in view.regions)
        line = "muted" if view.shading.by else "map_line"

        def paint(painter: QPainter, area: QRectF) -> None:
            painter.setTransform(view.transform, True)
            for region, ground in zip(view.regions, grounds, strict=True):
                if view.box(region).intersects(area):
                    painter.fillPath(region.path, self._theme.color(ground))
            hairline = min(0.6 * view.ratio, 1.0)  # a wider one takes ten times as long
            pen = QPen(self._theme.color(line), hairline)
            pen.setCosmetic(True)
            painter.strokePath(view.borders, pen)

        self._kept.lay(painter, view, "land", (grounds, line), _around(view.whole), paint)

    def marked(self, painter: QPainter, view: MapView) -> None:
        """What is related and what is selected, in whole outlines, and the dots of the cities."""
        in_sight = [region for region in view.regions if view.is_in_sight(region)]
        for state in _OUTLINES:
            for region in in_sight:
                if self.named.state(region) == state and not region.shape.is_city:
                    self._lay(painter, view, region, state)
        for region in in_sight:
            if region.row and region.row.absent:
                self._lay(painter, view, region, "")
        for region in in_sight:
            if region.shape.is_city and (region.has_something or self.named.state(region)):
                self._city(painter, view, region)

    def _lay(self, painter: QPainter, view: MapView, region: Region, state: str) -> None:
        """A region in its state over the land; hatched in none."""

        def paint(painter: QPainter, _: QRectF) -> None:
            painter.setTransform(view.transform, True)
            if not state:
                painter.fillPath(region.path, self._hatch(view))
                return
            painter.fillPath(region.path, self._theme.color(state))
            painter.strokePath(region.path, self._pen(view, f"{state}_bar", _OUTLINES[state]))

        box = _around(view.box(region))
        self._kept.lay(painter, view, f"{state} {region.shape.code}", (), box, paint)

    def edge(self, painter: QPainter, view: MapView, region: Region, token: str, width: float) -> None:
        """An outline above everything: the pointer's or the keyboard's region."""
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if region.shape.is_city:
            painter.setPen(QPen(self._theme.color(token), width))
            painter.drawEllipse(view.point(region), DOT + 4.5, DOT + 4.5)
        else:
            painter.setTransform(view.transform, True)
            painter.strokePath(region.path, self._pen(view, token, width))
        painter.restore()

    def name(self, painter: QPainter, name: Name, view: MapView) -> None:
        """A name in ink over a halo of what lies under it."""
        under = view.under(name.region, name.box.center())
        ground = (self.named.state(under) or self._ground(view, under)) if under else "surface"
        self._put(painter, name, ground, view.ratio)

    def plate(self, painter: QPainter, name: Name, view: MapView) -> None:
        """A name above everything, on a ground of its own: it may hide others."""
        painter.setPen(self._theme.color("edge"))
        painter.setBrush(self._theme.color("raised"))
        painter.drawRoundedRect(name.box.adjusted(-5, -1, 5, 1), 3, 3)
        self._put(painter, name, "raised", view.ratio)

    def _put(self, painter: QPainter, name: Name, ground: str, ratio: float) -> None:
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

    def _hatch(self, view: MapView) -> QBrush:
        """As fine at any zoom, and moved with the map."""
        brush = hatching(self._theme)
        brush.setTransform(QTransform.fromScale(1 / view.scale, 1 / view.scale))
        return brush

    def _ground(self, view: MapView, region: Region) -> str:
        strength = view.shading.strength(region.row)
        shaded = strength and self._ink(region) == "text"
        return f"map_shade_{strength}" if shaded else "map_land"

    def _pen(self, view: MapView, token: str, width: float) -> QPen:
        """A pen whose width the zoom does not change; round joins would take half of the time of a frame."""
        pen = QPen(self._theme.color(token), width * view.ratio)  # counted in pixels of the screen
        pen.setCosmetic(True)
        return pen

    def _city(self, painter: QPainter, view: MapView, region: Region) -> None:
        """A dot, filled where the city has what is shaded, or an initiative where nothing is."""
        at, state = view.point(region), self.named.state(region)
        if state:
            painter.setPen(QPen(self._theme.color(f"{state}_bar"), 1.75))
            painter.setBrush(self._theme.color(state))
            painter.drawEllipse(at, DOT + 4, DOT + 4)
        counted = view.number(region) if view.shading.by else region.row and region.row.initiatives
        self._dot(painter, at, self._ink(region), filled=bool(counted))

    def _ink(self, region: Region) -> str:
        """What isn't related stays on the map, unshaded and muted, while only the related shows."""
        return "text" if self._marks.shows(region.pk) else "muted"

    def _dot(self, painter: QPainter, at: QPointF, ink: str, *, filled: bool) -> None:
        painter.setPen(QPen(self._theme.color(ink), 1.5))
        painter.setBrush(self._theme.color(ink if filled else "surface"))
        painter.drawEllipse(at, DOT, DOT)


def _around(box: QRectF) -> QRectF:
    """The box with the lines around it."""
    return box.adjusted(-3, -3, 3, 3)
