"""The fitting engine: everything on one page, in smaller type if need be, then without what matters least.

Type and the space between things get smaller, then the map does, then the last blocks of a column that is too
long go to the foot of the other one. If that isn't enough, the map goes, and lines are left out: those of the
block with the highest priority number first, from its bottom, and of a column only when it is too long. Seen
from the other side, blocks are filled by priority until the next line has no room, and no more is measured.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dossier.export.blocks import BlockLayout, Item
from dossier.export.boxes import Box, Mark, stack
from dossier.export.map_drawing import MapDrawing
from dossier.export.paper import GUTTER, MAIN, MAP_LEAST, style
from dossier.export.pieces import Links
from dossier.export.sources import SourceList
from dossier.views.values import Sheet
from resources.tokens import PAPER_TYPE, TypeStyle

_ABOVE_MAP = 7.5
_ABOVE_SOURCES = 15.0


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
    if whole := _whole(sheet, links, room):
        return whole
    pages = []
    for arranged in (sheet, *_rearranged(sheet)):
        page = _Page(arranged, links, room, PAPER_TYPE.bodies[-1], map_width=MAP_LEAST)
        if page.fill():
            return (_whole(arranged, links, room) if arranged is not sheet else None) or page.body()
        pages.append(page)
    return min(pages, key=_Page.loss).body()


def _whole(sheet: Sheet, links: Links, room: float) -> Body | None:
    """Everything, with maps in full size, in the largest type that allows it; None if none does."""
    pages = (_Page(sheet, links, room, size, map_width=MAIN) for size in PAPER_TYPE.bodies)
    return next((page.body() for page in pages if page.fill(everything=True)), None)


def _rearranged(sheet: Sheet) -> Iterator[Sheet]:
    """The sheet with the last block of a column, or its last two, at the foot of the other column instead."""
    blocks = sheet.blocks
    for side in (True, False):
        column = [
            at
            for at, block in enumerate(blocks)
            if block.side == side and block.layout != "map" and (block.lines or block.empty)
        ]
        for count in (1, 2):
            moved = column[-count:]
            if len(moved) == count:
                stay = (block for at, block in enumerate(blocks) if at not in moved)
                yield replace(sheet, blocks=(*stay, *(replace(blocks[at], side=not side) for at in moved)))


@dataclass(slots=True)
class _Placed:
    """A block with the items that found room, and its map if that did."""

    layout: BlockLayout
    heading: Box
    items: list[Item]
    map: MapDrawing | None

    def box(self) -> Box:
        marks: list[tuple[float, float, Mark]] = []
        marks.append((0, 0, self.heading))
        y = self.heading.height
        for number, item in enumerate(self.items):
            y += item.gap if number else 0
            marks.append((0, y, item.box))
            y += item.box.height
        if self.map:
            y += _ABOVE_MAP if self.items else 0
            marks.append((0, y, self.map))
            y += self.map.height
        return Box(y, tuple(marks))


class _Page:
    """One attempt, in one size of type and with one width of the maps."""

    def __init__(self, sheet: Sheet, links: Links, room: float, size: TypeStyle, map_width: float) -> None:
        self._sheet = sheet
        self._room = room
        self._map_width = map_width
        self._sources = SourceList(sheet, links)
        self._layouts = [BlockLayout(block, style(size), links, sheet.labels) for block in sheet.blocks]
        self._placed: dict[int, _Placed] = {}
        self._heights = {False: 0.0, True: 0.0}  # of the main column and the side one
        self._cited = self._cited_above()

    def fill(self, *, everything: bool = False) -> bool:
        """Places what has room and says if that is all; `everything` makes it give up if it is not."""
        full: set[bool] = set()
        importance = sorted(range(len(self._layouts)), key=lambda at: self._layouts[at].block.priority)
        for at in importance:
            side = self._side(at)
            if side not in full and not self._fill_block(at):
                full.add(side)
                if everything:
                    break
        return not full

    def body(self) -> Body:
        self._grow_maps()
        columns = []
        for side in (False, True):
            boxes = [self._placed[at].box() for at in sorted(self._placed) if self._side(at) == side]
            columns.append(stack(*boxes))
        marks: tuple[tuple[float, float, Mark], ...] = ((0, 0, columns[0]), (MAIN + GUTTER, 0, columns[1]))
        return Body(
            Box(max(column.height for column in columns), marks),
            self._sources.box(self._cited),
            self._cited,
            len(self._lost()),
        )

    def loss(self) -> list[int]:
        """How bad it is what found no room; an important fact weighs more than any number of others."""
        return [-priority for priority in sorted(self._lost())]

    def _lost(self) -> list[int]:
        """The priority of each fact that found no room."""
        lost: list[int] = []
        for at, block in enumerate(self._sheet.blocks):
            items = self._placed[at].items if at in self._placed else []
            lost += [block.priority] * (len(block.lines) - sum(item.facts for item in items))
        return lost

    def _cited_above(self) -> frozenset[int]:
        """The sources of the band, never left out; only the first, were they more than a page holds."""
        sheet = self._sheet
        cited = sorted(self._sources.listed((*sheet.lead_cites, *(sheet.gist.cites if sheet.gist else ()))))
        while cited and self._sources.box(frozenset(cited)).height > self._room:
            cited.pop()
        return frozenset(cited)

    def _fill_block(self, at: int) -> bool:
        layout = self._layouts[at]
        drawing = layout.map(self._map_width)
        items = layout.items()
        first = next(items, None)
        if first is None and drawing is None:
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
            if not self._take(at, item.gap + item.box.height, item.cites):
                return False
            placed.items.append(item)
        return placed.map is drawing

    def _take(self, at: int, height: float, cites: Iterable[int]) -> bool:
        """Takes room in a column and in the list of sources, if there is enough of both."""
        side = self._side(at)
        heights = {**self._heights, side: self._heights[side] + height}
        cited = self._cited | self._sources.listed(cites)
        if max(heights.values()) + self._height_of_sources(cited) > self._room:
            return False
        self._heights, self._cited = heights, cited
        return True

    def _grow_maps(self) -> None:
        """Gives the maps the room that is left in their column."""
        for at, placed in self._placed.items():
            if placed.map is None:
                continue
            side = self._side(at)
            spare = self._room - self._height_of_sources(self._cited) - self._heights[side]
            larger = placed.layout.map((placed.map.height + spare) * placed.map.outline.aspect)
            if larger and larger.width > placed.map.width:
                self._heights[side] += larger.height - placed.map.height
                placed.map = larger

    def _height_of_sources(self, cited: frozenset[int]) -> float:
        height = self._sources.box(cited).height
        return height + _ABOVE_SOURCES if height else 0

    def _side(self, at: int) -> bool:
        return self._layouts[at].block.side
