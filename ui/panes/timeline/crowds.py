"""Lays out a row of which more is in sight than can be looked at one by one: cell by cell.

Cells lie on whole multiples of their length, so that they stay while the view is moved; what a cell holds is
one mark at its middle, or a column where it is too much for that and none of it was chosen. Tiles of cells
are kept for other frames.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil
from typing import Any

from ui.panes.timeline.emphasis import Emphasis
from ui.panes.timeline.items import Arranged, Span
from ui.panes.timeline.marks import CELL, Column, Mark
from ui.panes.timeline.scale import Scale

_CROWD = 1  # more than so many in one cell are a column, not a mark
_CELLS = 16  # of a tile
_APART = 7  # cells, from a row to the next
_MOST_TILES = 4000  # kept
_SAME = 1e-9  # of a cell's length: what moving may change of it by rounding


@dataclass(slots=True)
class Tile:
    """What neighbouring cells of a row hold; pixels count from the tile's left edge.

    `bars` are the positions of what is wide enough for a bar; `shapes` are kept by who paints the columns.
    """

    columns: list[Column] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    bars: list[int] = field(default_factory=list)
    shapes: tuple[float, Any] | None = None


@dataclass(slots=True)
class Crowd:
    """The tiles of a row in sight, each with its left edge when it was laid out; it has moved since."""

    row: int
    tiles: list[tuple[float, Tile]]
    moved: float = 0.0

    @property
    def marks(self) -> Iterator[Mark]:
        """Where they lay when they were laid out."""
        for left, tile in self.tiles:
            for mark in tile.marks:
                x0 = left + mark.x0
                yield Mark(mark.item, mark.row, x0, x0 + CELL, True, mark.is_host, mark.members)

    @property
    def columns(self) -> Iterator[Column]:
        for left, tile in self.tiles:
            for column in tile.columns:
                yield Column(column.row, left + column.x + self.moved, column.count, column.is_related)

    @property
    def bars(self) -> list[int]:
        """The positions of what is wide enough for a bar and begins in the tiles."""
        return [place for _, tile in self.tiles for place in tile.bars]

    def column_spans(self, moved: float) -> list[Span]:
        half = CELL / 2
        return [(column.x - half + moved, column.x + half + moved) for column in self.columns]


class Grid:
    """The cells of all rows at one zoom, looked through tile by tile when they come into sight."""

    def __init__(self, arranged: Arranged, scale: Scale, emphasis: Emphasis) -> None:
        self._arranged = arranged
        self._emphasis = emphasis
        self._step = CELL / scale.per_day
        self.widest = max(self._step, 1.0)  # days of what is a point; what lasts longer is a bar
        self._tiles: dict[tuple[int, int], Tile] = {}

    def fits(self, scale: Scale) -> bool:
        """Whether the cells of a scale are these."""
        return abs(scale.per_day * self._step / CELL - 1) < _SAME

    def days(self, scale: Scale, row: int) -> Span:
        """From which day to which the tiles reach that are in sight."""
        tiles = self._in_sight(scale, row)
        return self._first_day(row, tiles[0]), self._first_day(row, tiles[-1] + 1)

    def crowd(self, scale: Scale, row: int) -> Crowd:
        tiles = self._in_sight(scale, row)
        return Crowd(row, [(scale.x(self._first_day(row, tile)), self._tile(row, tile)) for tile in tiles])

    def _in_sight(self, scale: Scale, row: int) -> range:
        """The tiles in sight. Those of two rows begin apart, so that few come into sight at once."""
        first, last = scale.start // self._step, ceil(scale.end / self._step) - 1
        return range(*(int((cell - row * _APART) // _CELLS) + more for cell, more in ((first, 0), (last, 1))))

    def _first_day(self, row: int, tile: int) -> float:
        return self._first_cell(row, tile) * self._step

    def _first_cell(self, row: int, tile: int) -> int:
        return tile * _CELLS + row * _APART

    def _tile(self, row: int, number: int) -> Tile:
        tile = self._tiles.get((row, number))
        if tile is None:
            if len(self._tiles) >= _MOST_TILES:
                self._tiles.clear()
            tile = self._tiles[row, number] = self._made(row, number)
        return tile

    def _made(self, row: int, number: int) -> Tile:
        arranged, emphasis, step = self._arranged, self._emphasis, self._step
        starts, places, lengths = arranged.row_starts[row], arranged.in_row[row], arranged.lengths
        widest = self.widest
        cell = origin = self._first_cell(row, number)
        end = origin + _CELLS
        low, total = bisect_left(starts, cell * step), len(starts)
        is_marked = row in emphasis.in_row
        own = [place for place in emphasis.own if lengths[place] <= widest and row in arranged.rows(place)]
        tile = Tile()
        while cell < end and low < total:
            edge = (cell + 1) * step
            if starts[low] >= edge:  # over cells that hold nothing
                cell = max(int(starts[low] // step), cell + 1)
                continue
            high = bisect_left(starts, edge, low)
            x = (cell - origin + 0.5) * CELL
            if any(places[low] <= place <= places[high - 1] for place in own):
                tile.marks.append(_mark(arranged, row, x, places[low:high], emphasis))
            elif high - low > _CROWD:
                is_related = is_marked and emphasis.any_between(row, places[low], places[high - 1])
                tile.columns.append(Column(row, x, high - low, is_related))
            else:
                members = places[low:high]
                wide = [place for place in members if lengths[place] > widest]
                if wide:
                    tile.bars += wide
                    members = [place for place in members if lengths[place] <= widest]
                if members:
                    tile.marks.append(_mark(arranged, row, x, members, emphasis if is_marked else None))
            low, cell = high, cell + 1
        return tile


def _mark(arranged: Arranged, row: int, x: float, members: list[int], emphasis: Emphasis | None) -> Mark:
    """One mark for the points of a cell, standing for the one that matters most."""
    host = arranged.host
    first = members[0]
    if emphasis and emphasis.any_between(row, first, members[-1]):
        first = min(members, key=emphasis.rank)
    elif host[first] != row:
        first = next((place for place in members if host[place] == row), first)
    if first != members[0]:
        members = [first, *(place for place in members if place != first)]
    return Mark(first, row, x - CELL / 2, x + CELL / 2, True, host[first] == row, members)
