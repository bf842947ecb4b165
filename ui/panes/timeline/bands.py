"""How the timeline divides its widget: the axis and the lanes of days above, the overview of years below."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

AXIS = 20
OVERVIEW = 66
_LANE, _HIGH_LANE = 25, 32
_EDGE = 16


@dataclass(frozen=True, slots=True)
class Bands:
    """The parts of a widget of some size with so many lanes, scrolled down by `scrolled` pixels."""

    width: int
    height: int
    gutter: int  # the column of lane names, at whose right edge the days begin
    lanes: int
    lane_height: int
    scrolled: int

    @classmethod
    def of(cls, width: int, height: int, gutter: int, lanes: int, scrolled: int = 0) -> "Bands":
        """Lanes share the height there is, within bounds; of more than fit as many are in sight as do."""
        room = max(height - AXIS - OVERVIEW, 0)
        share = room // max(min(lanes, room // _LANE), 1)
        return cls(width, height, gutter, lanes, max(_LANE, min(_HIGH_LANE, share)), scrolled)

    @property
    def most_scrolled(self) -> int:
        return max(0, self.lanes * self.lane_height - self._room)

    @property
    def days(self) -> QRectF:
        """Where marks lie."""
        return QRectF(self.gutter, AXIS, self.width - self.gutter, self._room)

    @property
    def names(self) -> QRectF:
        return QRectF(0, AXIS, self.gutter, self._room)

    @property
    def overview(self) -> QRectF:
        """At the foot; it takes what is left of the height when only whole lanes are in sight."""
        top = AXIS + self._room
        return QRectF(0, top, self.width, self.height - top)

    @property
    def overview_width(self) -> int:
        """The pixels of the years, which leave room for the last year's word."""
        return max(self.width - self.gutter - _EDGE, 1)

    @property
    def rows(self) -> range:
        """The rows in sight."""
        first = self.scrolled // self.lane_height
        last = -(-(self.scrolled + self._room) // self.lane_height)
        return range(max(first, 0), min(last, self.lanes))

    def top(self, row: int) -> float:
        return AXIS + row * self.lane_height - self.scrolled

    def middle(self, row: int) -> float:
        return self.top(row) + self.lane_height / 2

    def row_at(self, y: float) -> int | None:
        row = int((y - AXIS + self.scrolled) // self.lane_height)
        return row if AXIS <= y < AXIS + self._room and 0 <= row < self.lanes else None

    def whole(self, pixels: int) -> int:
        """How far to scroll, so that a lane begins at the top."""
        lanes = round(pixels / self.lane_height)
        return min(max(lanes * self.lane_height, 0), self.most_scrolled)

    @property
    def _room(self) -> int:
        room = max(self.height - AXIS - OVERVIEW, 0)
        if self.lanes * self.lane_height <= room or room < self.lane_height:
            return room
        return room // self.lane_height * self.lane_height
