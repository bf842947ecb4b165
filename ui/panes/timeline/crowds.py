"""Lays out a row of which more is in sight than can be looked at one by one: cell by cell.

Cells lie on whole multiples of their length, so that they stay while the view is moved; what a cell holds is
one mark at its middle, or a column where it is too much for that. Tiles of cells are kept for other frames.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil
from typing import Any

from ui.panes.timeline.emphasis import Emphasis
from ui.panes.timeline.items import Arranged
from ui.panes.timeline.marks import CELL, Column, Mark
from ui.panes.timeline.scale import Scale

_CROWD = 1  # more than so many in one cell are a column, not a mark
_CELLS = 24  # of a tile
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


@dataclass(frozen=True, slots=True)
class Crowd:
    """The tiles of a row in sight, each with its left edge; of their cells those between two pixels count."""

    row: int
    tiles: list[tuple[float, Tile]]
    first: float
    last: float

    @property
    def marks(self) -> Iterator[Mark]:
        for left, tile in self.tiles:
            for mark in tile.marks:
                x0 = left + mark.x0
                if self.first < x0 + CELL / 2 < self.last:
                    yield Mark(mark.item, mark.row, x0, x0 + CELL, True, mark.is_host, mark.members)

    @property
    def columns(self) -> Iterator[Column]:
        for left, tile in self.tiles:
            for column in tile.columns:
                if self.first < (x := left + column.x) < self.last:
                    yield Column(column.row, x, column.count, column.is_related)

    def count(self) -> int:
        """How many columns are in sight."""
        return sum(
            len(tile.columns)
            if self.first < left and left + _CELLS * CELL < self.last
            else sum(self.first < left + column.x < self.last for column in tile.columns)
            for left, tile in self.tiles
        )


class Grid:
    """The cells of all rows at one zoom, looked through tile by tile when they come into sight."""

    def __init__(self, arranged: Arranged, scale: Scale, emphasis: Emphasis) -> None:
        self._arranged = arranged
        self._emphasis = emphasis
        self._step = CELL / scale.per_day
        self._tiles: dict[tuple[int, int], Tile] = {}

    def fits(self, scale: Scale) -> bool:
        """Whether the cells of a scale are these."""
        return abs(scale.per_day * self._step / CELL - 1) < _SAME

    def crowd(self, scale: Scale, row: int) -> Crowd:
        first, last = int(scale.start // self._step), ceil(scale.end / self._step) - 1
        tiles = [
            (scale.x(number * _CELLS * self._step), tile)
            for number in range(first // _CELLS, last // _CELLS + 1)
            if (tile := self._tile(row, number))
        ]
        return Crowd(row, tiles, scale.x(first * self._step), scale.x((last + 1) * self._step))

    def bars(self, scale: Scale, crowd: Crowd) -> list[int]:
        """The positions of what is wide enough for a bar and begins in sight."""
        first, starts = scale.start // self._step * self._step, self._arranged.starts
        return [place for _, tile in crowd.tiles for place in tile.bars if starts[place] >= first]

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
        widest = max(step, 1.0)
        cell, end = number * _CELLS, (number + 1) * _CELLS
        low, total = bisect_left(starts, cell * step), len(starts)
        is_marked = row in emphasis.in_row
        tile = Tile()
        while cell < end and low < total:
            edge = (cell + 1) * step
            if starts[low] >= edge:  # over cells that hold nothing
                cell = max(int(starts[low] // step), cell + 1)
                continue
            high = bisect_left(starts, edge, low)
            x = (cell - number * _CELLS + 0.5) * CELL
            if high - low > _CROWD:
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
