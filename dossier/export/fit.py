"""The fitting engine: everything on one page, in smaller type if need be, then without what matters least.

Type and the space between things get smaller, then the map does, then the blocks stand in other columns, and
their lines closer together. If that isn't enough, the map goes, and lines are left out: those of the block
with the highest priority number first, of a column only when it is too long. From the other side: blocks are
filled by priority until the next line has no room, and no more is measured. Of all arrangements the one is
taken that loses least.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from dossier.export.arrangements import Arrangement, arrangements
from dossier.export.blocks import BlockLayout, Item
from dossier.export.boxes import Box, Mark, stack
from dossier.export.map_drawing import MapDrawing
from dossier.export.paper import MAIN, MAP_LEAST, style
from dossier.export.pieces import Links
from dossier.export.sources import SourceList
from dossier.views.values import Sheet
from resources.tokens import PAPER_TYPE, TypeStyle

_ABOVE_MAP = 7.5
_ABOVE_SOURCES = 11.0
_DENSE = (TypeStyle(PAPER_TYPE.bodies[-1].size, 12.25), TypeStyle(PAPER_TYPE.small.size, 11.5))
"""The smallest type of a body with its lines closer together, then that of notes, when room is short."""
_LESS = 1.5
"""How many facts of a priority weigh as much as one of the priority above it."""
_MAP = 5.0
"""As important as a map is: its facts are not lost with it."""


@dataclass(frozen=True, slots=True)
class Body:
    """The columns, and the list of sources, which stands at the bottom.

    `cited` are the numbers in the list, `left_out` is the count of facts that found no room.
    """

    columns: Box
    sources: Box
    cited: frozenset[int]
    left_out: int


def fit(sheet: Sheet, links: Links, room: float) -> Body:
    """The blocks of a sheet in a height of `room`, in the largest type in which all of them fit."""
    measures = _Measures(sheet, links, room)
    ways = tuple(arrangements(sheet))
    if whole := _whole(measures, ways[:1], PAPER_TYPE.bodies[:1]):
        return whole
    for dense in _DENSE:
        pages = [_Page(measures, way, dense, MAP_LEAST) for way in ways]
        holding = [way for way, page in zip(ways, pages, strict=True) if page.fill()]
        beside = [way for way in holding if not way.stacked]
        stacked = [way for way in holding if way.stacked]
        for some, sizes in ((beside, PAPER_TYPE.bodies), (stacked, PAPER_TYPE.bodies), (holding, (dense,))):
            if whole := _whole(measures, some, sizes):
                return whole
    if _has_map(sheet):
        without = [_Page(measures, way, dense, 0) for way in ways]
        for page in without:
            page.fill()
        pages += without
    return min(pages, key=_Page.loss).body()


def _whole(measures: "_Measures", ways: Sequence[Arrangement], sizes: Sequence[TypeStyle]) -> Body | None:
    """Everything, in the largest type that allows it, in the smallest also with smaller maps; or None."""
    tries = [(size, MAIN) for size in sizes] + [(sizes[-1], MAP_LEAST)] * _has_map(measures.sheet)
    for size, width in tries:
        for way in ways:
            page = _Page(measures, way, size, width)
            if page.fill(everything=True):
                return page.body()
    return None


def _has_map(sheet: Sheet) -> bool:
    return any(block.layout == "map" for block in sheet.blocks)


class _Measures:
    """What is measured of a sheet once for all attempts: its blocks by type and width, and its sources."""

    def __init__(self, sheet: Sheet, links: Links, room: float) -> None:
        self.sheet = sheet
        self.room = room
        self.sources = SourceList(sheet, links)
        self._links = links
        self._layouts: dict[tuple[int, TypeStyle, float], BlockLayout] = {}

    def layout(self, at: int, size: TypeStyle, width: float) -> BlockLayout:
        """Block number `at` in a size of type, in a column of a width."""
        key = at, size, width
        if key not in self._layouts:
            block, names = self.sheet.blocks[at], self.sheet.labels
            self._layouts[key] = BlockLayout(block, style(size), self._links, names, width)
        return self._layouts[key]

    def height_of_sources(self, cited: frozenset[int]) -> float:
        height = self.sources.box(cited).height
        return height + _ABOVE_SOURCES if height else 0

    @cached_property
    def cited_above(self) -> frozenset[int]:
        """The sources of the band, never left out; only the first, were they more than a page holds."""
        sheet = self.sheet
        cited = sorted(self.sources.listed((*sheet.lead_cites, *(sheet.gist.cites if sheet.gist else ()))))
        while cited and self.sources.box(frozenset(cited)).height > self.room:
            cited.pop()
        return frozenset(cited)


@dataclass(slots=True)
class _Placed:
    """A block with the items that found room, and its map if that did."""

    layout: BlockLayout
    heading: Box
    items: list[Item]
    map: MapDrawing | None

    def box(self) -> Box:
        """The block as it is read: its facts in their order, the map, and what is said of the map."""
        marks: list[tuple[float, float, Mark]] = [(0, 0, self.heading)]
        y, above = self.heading.height, ""
        for number, item in enumerate(sorted(self.items, key=lambda item: (item.caption, item.at))):
            if self.map and item.caption:
                continue
            y += item.gap if number else 0
            marks.append((0, y, item.drawn(above)))
            y, above = y + item.box.height, item.when
        captions = [item for item in self.items if item.caption]
        if self.map:
            y += _ABOVE_MAP if len(captions) < len(self.items) else 0
            marks.append((0, y, self.map))
            y += self.map.height
            for item in captions:
                y += _ABOVE_MAP if item is captions[0] else item.gap
                marks.append((0, y, item.box))
                y += item.box.height
        return Box(y, tuple(marks))


class _Page:
    """One attempt: an arrangement in one size of type and with one width of the maps."""

    def __init__(
        self, measures: _Measures, arrangement: Arrangement, size: TypeStyle, map_width: float
    ) -> None:
        self._measures = measures
        self._arrangement = arrangement
        self._map_width = map_width
        self._columns = {at: index for index, each in enumerate(arrangement.columns) for at in each.blocks}
        self._layouts = {
            at: measures.layout(at, size, arrangement.columns[index].width)
            for at, index in self._columns.items()
        }
        self._placed: dict[int, _Placed] = {}
        self._heights = [0.0] * len(arrangement.columns)
        self._full: set[int] = set()
        self._lacks_map = False
        self._cited = measures.cited_above

    def fill(self, *, everything: bool = False) -> bool:
        """Places what has room and says if that is all; `everything` makes it give up if it is not."""
        for at in sorted(self._layouts, key=lambda at: (self._layouts[at].block.priority, at)):
            column = self._columns[at]
            if column not in self._full and not self._fill_block(at):
                self._full.add(column)
            if everything and (self._full or self._lacks_map):
                break
        return not self._full and not self._lacks_map

    def body(self) -> Body:
        self._grow_maps()
        boxes = [
            stack(*(self._placed[at].box() for at in column.blocks if at in self._placed))
            for column in self._arrangement.columns
        ]
        top = boxes[0].height if self._arrangement.stacked else 0
        marks: list[tuple[float, float, Mark]] = [
            (column.x, top if number else 0, box)
            for number, (column, box) in enumerate(zip(self._arrangement.columns, boxes, strict=True))
        ]
        return Body(
            Box(self._arrangement.height([box.height for box in boxes]), tuple(marks)),
            self._measures.sources.box(self._cited),
            self._cited,
            len(self._lost()),
        )

    def loss(self) -> float:
        """How bad it is what found no room: the more facts, and the more important ones, the worse."""
        lost = [*self._lost(), *([_MAP] if self._lacks_map else [])]
        return sum([math.pow(_LESS, -importance) for importance in lost])

    def _lost(self) -> list[float]:
        """The importance of each fact that found no room; 1 is the highest."""
        lost: list[float] = []
        for at, block in enumerate(self._measures.sheet.blocks):
            items = self._placed[at].items if at in self._placed else []
            left = len(block.lines) - sum(item.facts for item in items)
            ranks = sorted((line.rank for line in block.lines), reverse=True)
            lost += [block.priority + rank / 2 for rank in ranks[:left]]
        return lost

    def _fill_block(self, at: int) -> bool:
        layout = self._layouts[at]
        wanted = layout.map(self._map_width or MAP_LEAST)
        drawing = wanted if self._map_width else None
        items = layout.items()
        first = next(items, None)
        if first is None and drawing is None:
            self._lacks_map |= wanted is not None
            return True
        # A heading never stands alone, and the map shrinks and goes before a line does.
        heading = layout.heading()
        height, cites = heading.height, frozenset[int]()
        if first:
            height, cites = height + first.box.height, first.cites
        gap = _ABOVE_MAP if first else 0
        if drawing and self._take(at, height + gap + drawing.height, cites):
            placed = _Placed(layout, heading, [], drawing)
        elif first and self._take(at, height, cites):
            placed = _Placed(layout, heading, [], None)
        else:
            return False
        self._placed[at] = placed
        placed.items.extend([first] if first else [])
        for item in items:
            # A caption and a fact of one map stand apart by the larger of two gaps.
            gap = _ABOVE_MAP if drawing and item.caption else item.gap
            if not self._take(at, gap + item.box.height, item.cites):
                return False
            placed.items.append(item)
        self._lacks_map |= placed.map is not wanted
        return True

    def _take(self, at: int, height: float, cites: Iterable[int]) -> bool:
        """Takes room in a column and in the list of sources, if there is enough of both."""
        measures, arrangement = self._measures, self._arrangement
        heights = list(self._heights)
        heights[self._columns[at]] += height
        whole = arrangement.height(heights)
        # Where columns share their height, nothing may take the room that something more important lacked.
        if arrangement.stacked and self._full and whole > arrangement.height(self._heights):
            return False
        cited = self._cited | measures.sources.listed(cites)
        if whole + measures.height_of_sources(cited) > measures.room:
            return False
        self._heights, self._cited = heights, cited
        return True

    def _grow_maps(self) -> None:
        """Gives the maps the room that is left in their column."""
        room = self._measures.room - self._measures.height_of_sources(self._cited)
        for at, placed in self._placed.items():
            if placed.map is None:
                continue
            column = self._columns[at]
            spare = self._arrangement.free(self._heights, column, room)
            larger = placed.layout.map((placed.map.height + spare) * placed.map.outline.aspect)
            if larger and larger.width > placed.map.width:
                self._heights[column] += larger.height - placed.map.height
                placed.map = larger
