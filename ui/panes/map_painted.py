"""The picture of the map: one widget that paints what is in sight and says where the keyboard is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from dossier.views.map_outline import Albers, MapOutline
from dossier.views.values import RegionRow
from ui.panes.accessible import Part, parts_changed
from ui.panes.drawn import Drawn
from ui.panes.kept import KeptParts
from ui.panes.map_drawing import MapBrush
from ui.panes.map_names import Name
from ui.panes.map_view import MapView, Region
from ui.panes.pane import Marks
from ui.panes.zoom_buttons import ZoomButtons
from ui.style import Theme

if TYPE_CHECKING:
    from dossier.language import Wording

_NO_COUNTRY = MapOutline("", "", (), (0, 0, 1, 1), Albers(0, 1, 1, 1))


class PaintedMap(Drawn):
    """The map as `view` has it; `MapCanvas` adds what mouse and keys do."""

    def __init__(self, marks: Marks, theme: Theme, wording: "Wording", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wording = wording
        self._marks = marks
        self._brush = MapBrush(theme, wording, marks)
        self.view = MapView(_NO_COUNTRY)
        self.current: int | None = None
        self._hovered: Region | None = None
        self._names: list[Name] | None = None
        self._kept = KeptParts()
        self.zoom_buttons = ZoomButtons(theme, wording, self)
        self.zoom_buttons.move(12, 12)
        self.zoom_buttons.nearer.clicked.connect(lambda: self.zoom(1.5))
        self.zoom_buttons.farther.clicked.connect(lambda: self.zoom(1 / 1.5))
        self.setAccessibleName(wording.say("Map of the regions"))

    def show_outline(self, outline: MapOutline) -> None:
        """Another country, whose regions are then shown by `show_rows`; the same one stays as it lies."""
        if outline is not self.view.outline:
            by = self.view.shading.by
            self.view, self.current, self._hovered = MapView(outline), None, None
            self._brush = MapBrush(self._theme, self._wording, self._marks)
            self.shade(by)

    def show_rows(self, rows: dict[str, RegionRow]) -> None:
        """What is known of regions, by their ISO 3166-2 code."""
        self.view.show(rows)
        self._lay_out()  # the legend may have other steps
        if self.view.region(self.current) is None:
            self.current = None
        self.changed()

    def show_marks(self) -> None:
        """Paint the marks anew, with something marked in sight."""
        marked = [region for region in self.view.regions if self._brush.named.state(region)]
        self.view.reveal(marked)
        if self.view.region(self._marks.selected) and not self._marks.is_selected(self.current):
            self.current = self._marks.selected
        self.changed()

    def shade(self, by: str) -> None:
        """Shade by how many initiatives, events or contacts a region has; "" shades none."""
        self.view.shade(by)
        self._lay_out()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        self.view.magnify(factor, at)
        self.changed()

    def changed(self) -> None:
        """Something that shows may be another."""
        self._names = None
        parts_changed(self)
        self.update()

    def parts(self) -> list[Part]:
        """The known regions, for screen readers."""
        place = self.view.transform
        return [
            Part(
                row.pk,
                f"{row.name}, {counts(self._wording, row)}",
                place.mapRect(region.path.boundingRect()).toAlignedRect(),
                self._marks.describe(row.pk, self._wording),
                selected=self._marks.is_selected(row.pk),
            )
            for region in self.view.regions
            if (row := region.row)
        ]

    def current_part(self) -> int | None:
        return self.current

    @property
    def names(self) -> list[Name]:
        """The names that show, and where."""
        if self._names is None:
            self._names = self._brush.named.names(self.view)
        return self._names

    def sizeHint(self) -> QSize:
        return QSize(419, 301)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 160)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._sharpen()
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._lay_legend(painter)
        painter.setClipRect(self._clip)
        self._brush.land(painter, self.view, self._clip)
        self._brush.marked(painter, self.view)
        ring = self.shows_ring
        current = self.view.region(self.current) if ring else None
        if self._hovered and self._hovered.row:
            self._brush.edge(painter, self.view, self._hovered, "text", 1.25)
        if current:
            self._brush.edge(painter, self.view, current, "focus", 2.5)
        for name in self.names:
            self._brush.name(painter, name, self.view)
        shown = {name.region.shape.code for name in self.names if name.whole}
        for region in (self._hovered, current):
            plate = self._brush.named.hover_name(self.view, region) if region else None
            if plate and plate.region.shape.code not in shown:
                self._brush.plate(painter, plate, self.view)
                shown.add(plate.region.shape.code)
        painter.setClipping(False)
        if ring and current is None:
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        foot = self._brush.legend.height(self.view, self.width() - 32)
        self.view.resize(QRectF(8, 8, self.width() - 16, max(self.height() - foot - 12, 1)))
        self.view.covered = QRectF(self.zoom_buttons.geometry()).adjusted(-4, -4, 4, 4)
        self.changed()

    @property
    def _clip(self) -> QRectF:
        """Where the map may be: not on the legend, which a magnified map would run into."""
        return QRectF(0, 0, self.width(), self.view.area.bottom() + 4)

    def _sharpen(self) -> None:
        ratio = self.devicePixelRatioF()
        if self.view.ratio != ratio:
            self.view.sharpen(ratio)
            self._names = None

    def _lay_legend(self, painter: QPainter) -> None:
        """At the foot, as it was painted last while it says the same."""
        foot = QRectF(16, self.view.area.bottom(), self.width() - 32, self.height() - self.view.area.bottom())
        shows = tuple(self._brush.legend.entries(self.view))
        self._kept.lay(
            painter, "legend", shows, foot, lambda into: self._brush.legend.paint(into, self.view, foot)
        )


def counts(wording: "Wording", row: RegionRow) -> str:
    """What a region has, in words."""
    parts = [
        wording.count(one, many, n)
        for one, many, n in (
            ("{n} initiative", "{n} initiatives", row.initiatives),
            ("{n} event", "{n} events", row.events),
            ("{n} contact", "{n} contacts", row.contacts),
        )
        if n
    ]
    return " · ".join([*([row.absent] if row.absent else []), *(parts or [wording.say("nothing yet")])])
