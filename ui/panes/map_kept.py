"""What of the map outlasts a move: its land, and each region that is marked, as a picture of its own.

Each is painted once for a scale, for somewhat more than is in sight; what lies farther off is painted when
the map is moved there. The map lies on whole pixels of the screen: a moved picture is as sharp as a new one.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ui.panes.kept import Kept
from ui.panes.map_view import MapView

_BESIDE = 64.0  # pixels that are painted beside what is in sight
_MOST = 6.0  # times what is in sight: as much is kept of what is not marked any more


@dataclass(frozen=True, slots=True)
class _Picture:
    shows: Hashable
    origin: QPointF  # of the map, when it was painted
    area: QRectF  # from there
    kept: Kept


class KeptMap:
    """The pictures of one scale."""

    def __init__(self) -> None:
        self._at: tuple[float, float] = (0.0, 0.0)
        self._pictures: dict[str, _Picture] = {}
        self._laid: set[str] = set()
        self._clip = QRectF()

    def begin(self, view: MapView, clip: QRectF) -> None:
        """A frame, of which nothing outside of `clip` is seen."""
        if self._at != (view.scale, view.ratio):
            self._at = view.scale, view.ratio
            self._pictures = {}
        taken = sum(_pixels(picture.area) for picture in self._pictures.values())
        if taken > _MOST * _pixels(clip):
            self._pictures = {name: self._pictures[name] for name in self._laid}
        self._clip, self._laid = clip, set()

    def lay(
        self,
        painter: QPainter,
        view: MapView,
        name: str,
        shows: Hashable,
        box: QRectF,
        paint: Callable[[QPainter, QRectF], None],
    ) -> None:
        """What lies in a box, painted anew where it shows something else or more of it comes into sight.

        `paint` is told where it is worth painting.
        """
        seen = box & self._clip
        if seen.isEmpty():
            return
        known, origin = self._pictures.get(name), view.origin
        if known is None or known.shows != shows or not known.area.contains(seen.translated(-origin)):
            area = box & self._clip.adjusted(-_BESIDE, -_BESIDE, _BESIDE, _BESIDE)
            kept = Kept(area, view.ratio, lambda painter: paint(painter, area))
            known = self._pictures[name] = _Picture(shows, origin, area.translated(-origin), kept)
        moved = origin - known.origin
        known.kept.lay(painter, moved.x(), moved.y())
        self._laid.add(name)


def _pixels(area: QRectF) -> float:
    return area.width() * area.height()
