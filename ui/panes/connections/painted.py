"""The picture of connections as painted: chips and lines where they were placed, and what is told of them."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.panes.accessible import Part, parts_changed
from ui.panes.connections.chips import Chip, ChipPainter
from ui.panes.connections.picture import Edge, Picture
from ui.panes.drawn import Drawn
from ui.panes.pane import Marks
from ui.style import Theme

if TYPE_CHECKING:
    from dossier.language import Wording
    from ui.panes.connections.placing import Placed, Point, Size

_SMALLEST = 60
_GROWN = 1.6
"""How much wider and higher than what is seen of it a picture is that has grown."""


@dataclass(frozen=True, slots=True)
class Request:
    """What has to be placed: a picture, the sizes of its nodes, the room, and what stays where it is."""

    picture: Picture
    sizes: "Mapping[int, Size]"
    room: "Size"
    before: "Mapping[int, Point]"


class PaintedGraph(Drawn):
    """Shows a `Picture`. Whoever hears `places_wanted` places its nodes and gives that to `show_places`.

    A picture that has grown is larger than the widget, which shows its middle and can be moved over it.
    """

    chosen = Signal(object)
    pointed = Signal(object)  # what the lines mean at which one points: a tuple of words
    places_wanted = Signal(object)  # Request

    def __init__(self, marks: Marks, theme: Theme, wording: "Wording", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._theme = theme
        self._wording = wording
        self._brush = ChipPainter(theme)
        self._picture = Picture()
        self._chips: dict[int, Chip] = {}
        self._shown = Picture()
        self._places: dict[int, QPointF] = {}
        self._room = QSize()
        self._moved = QPointF()  # from the corner of the picture to that of the widget
        self.left_out = 0
        self.current: int | None = None
        self._hovered: int | None = None
        self._hovered_edge: Edge | None = None
        self.setAccessibleName(wording.say("Picture of the connections"))

    def show_picture(self, picture: Picture, *, grown: bool = False) -> None:
        """Show other connections; of a picture that has `grown`, what is placed stays in its place."""
        self._picture = picture
        self._chips = {node.pk: self._brush.chip(node) for node in picture.nodes}
        if grown:
            self._grow()
        else:
            self._fit()
        self._ask()
        self.update()

    def show_places(self, placed: "Placed") -> None:
        """The nodes as they were placed."""
        self._places = {pk: QPointF(*at) for pk, at in placed.places.items() if pk in self._chips}
        self._shown = self._picture.cut(frozenset(self._places))
        self.left_out = placed.left_out
        if self.current not in self._places:
            self.current = None
        self._tell()

    def show_marks(self) -> None:
        """Paint the marks anew."""
        parts_changed(self)
        self.update()

    @property
    def places(self) -> dict[int, QPointF]:
        """The middles of the nodes that are shown, in the widget's coordinates."""
        return {pk: at - self._moved for pk, at in self._places.items()}

    @property
    def can_move(self) -> bool:
        """Whether the picture is larger than what is seen of it."""
        return self._room.width() > self.width()

    def box(self, pk: int) -> QRectF:
        """Where a node lies, in the widget's coordinates."""
        return self._brush.box(self._chips[pk], self._places[pk] - self._moved)

    def move_by(self, by: QPointF) -> None:
        """Move over the picture, as far as it goes."""
        most = QPointF(self._room.width() - self.width(), self._room.height() - self.height())
        to = self._moved + by
        self._moved = QPointF(min(max(to.x(), 0), most.x()), min(max(to.y(), 0), most.y()))
        parts_changed(self)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 140)

    # What a screen reader asks

    def parts(self) -> list[Part]:
        return [
            Part(
                node.pk,
                ", ".join((node.name, *(word for edge in self._edges_of(node.pk) for word in edge.words))),
                self.box(node.pk).toAlignedRect(),
                self._marks.describe(node.pk, self._wording),
                selected=self._marks.is_selected(node.pk),
            )
            for node in self._shown.nodes
        ]

    def current_part(self) -> int | None:
        return self.current

    def press_part(self, key: Hashable) -> None:
        self.chosen.emit(key)

    # What Qt asks

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        ring = self.shows_ring
        painter.save()
        painter.translate(-self._moved)
        self._paint_lines(painter)
        for node in self._shown.nodes:
            self._brush.paint(
                painter,
                self._chips[node.pk],
                self._places[node.pk],
                selected=self._marks.is_selected(node.pk),
                related=node.pk in self._marks.related,
                hovered=node.pk == self._hovered,
            )
        if ring and self.current is not None:
            self._brush.ring(painter, self._chips[self.current], self._places[self.current])
        painter.restore()
        if ring and self.current is None:
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._ask()

    # What it does by itself

    def _paint_lines(self, painter: QPainter) -> None:
        pointed = self._pointed
        for edge in sorted(self._shown.edges, key=lambda edge: edge in pointed):
            strong = edge in pointed
            painter.setPen(QPen(self._theme.color("accent" if strong else "edge"), 2.0 if strong else 1.0))
            painter.drawLine(QLineF(self._places[edge.one], self._places[edge.other]))

    def _fit(self) -> None:
        """Begin anew, in the room there is."""
        self._room, self._moved = self.size(), QPointF()
        self._places, self._shown, self.current = {}, Picture(), None
        self._hovered, self._hovered_edge = None, None

    def _grow(self) -> None:
        """Make room around what is placed, which stays where it is seen."""
        room = self.size() * _GROWN
        by = QPointF(room.width() - self._room.width(), room.height() - self._room.height()) / 2
        self._places = {pk: at + by for pk, at in self._places.items() if pk in self._chips}
        self._moved += by
        self._room = room

    def _ask(self) -> None:
        room = (float(self._room.width()), float(self._room.height()))
        if len(self._picture.nodes) > 1 and min(room) >= _SMALLEST:
            before = {pk: (at.x(), at.y()) for pk, at in self._places.items()}
            sizes = {pk: chip.size for pk, chip in self._chips.items()}
            self.places_wanted.emit(Request(self._picture, sizes, room, before))

    @property
    def _pointed(self) -> tuple[Edge, ...]:
        """The lines at which one points: one line, or those of a node."""
        if self._hovered_edge:
            return (self._hovered_edge,)
        pk = self._hovered if self._hovered is not None else self.current
        return self._edges_of(pk) if pk is not None else ()

    def _edges_of(self, pk: int) -> tuple[Edge, ...]:
        return tuple(edge for edge in self._shown.edges if edge.joins(pk))

    def _tell(self) -> None:
        """Say what the lines mean at which one points."""
        self.pointed.emit(tuple(word for edge in self._pointed for word in edge.words))
        parts_changed(self)
        self.update()
