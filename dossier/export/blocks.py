"""A block of facts as measured items, taken one by one so that a sheet measures no more than it can hold."""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.export.boxes import Box, Mark, Rectangle, paragraph, stack
from dossier.export.flow import Piece, flow, row_width
from dossier.export.fonts import printable
from dossier.export.map_drawing import MapDrawing
from dossier.export.paper import MAIN, SIDE, SMALL_MUTED, Style
from dossier.export.pieces import Links
from dossier.export.sources import heading
from dossier.views.values import Block, Line
from resources.tokens import PAPER, PAPER_TYPE

_ABOVE_HEADING = 15.0
_BULLET = 3.0  # size of its square
_INDENT = 9.0
_DATES_LEAST, _DATES_MOST, _DATES_GAP = 63.0, 0.36, 9.0  # the column of dates; at most a part of the block's


@dataclass(frozen=True, slots=True)
class Item:
    """What is placed or left out together: `gap` above it, the facts in it and the sources they cite."""

    gap: float
    box: Box
    facts: int = 0
    cites: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class BlockLayout:
    """A block in one size of type, in the width of its column."""

    block: Block
    body: Style
    links: Links
    names: dict[str, str]  # of regions, by their code

    @property
    def room(self) -> float:
        return SIDE if self.block.side else MAIN

    @property
    def air(self) -> float:
        """How much of the space between things remains: smaller type stands closer."""
        return 1 - (PAPER_TYPE.bodies[0].size - self.body.size) / 4

    def heading(self) -> Box:
        """The title, with the room above and below it."""
        title = heading(self.block.title, self.room, below=6 * self.air)
        above = _ABOVE_HEADING * self.air
        return Box(above + title.height, ((0, above, title),))

    def map(self, width: float) -> MapDrawing | None:
        """The map that stands below the lines, None when the block has none."""
        if self.block.layout != "map":
            return None
        return MapDrawing.of(self.block.codes, self.block.also, self.names, min(width, self.room))

    def items(self) -> Iterator[Item]:
        """The lines, or the sentence that there are none; nothing at all for an empty block without one."""
        if not self.block.lines:
            if self.block.empty:
                yield Item(2, self._empty())
        elif self.block.layout == "tags":
            yield from self._tags()
        else:
            yield from self._lines()

    def _lines(self) -> Iterator[Item]:
        dates = self._dates() if self.block.layout == "dated" else 0.0
        gap = (3 if self.block.layout == "bullets" else 6) * self.air
        above = ""
        for line in self.block.lines:
            if self.block.layout == "dated":
                box = self._dated(line, dates, repeated=line.when == above)
                above = line.when
            elif self.block.layout == "bullets":
                words = self._words(line, self.room - _INDENT)
                square = Rectangle(_BULLET, _BULLET, PAPER.accent)
                box = Box(words.height, ((0, self.body.line / 2 - 1, square), (_INDENT, 0, words)))
            else:
                box = self._words(line, self.room)
            yield Item(gap, box, 1, frozenset(line.cites))

    def _dates(self) -> float:
        """As wide as the longest date, within reason: a longer one is wrapped."""
        widest = max(Piece(printable(line.when), self.body).width for line in self.block.lines)
        return max(_DATES_LEAST * self.body.size / 10.5, min(widest, self.room * _DATES_MOST))

    def _dated(self, line: Line, dates: float, *, repeated: bool) -> Box:
        muted = Style(self.body.size, self.body.line, colour=PAPER.muted)
        when = paragraph(flow([Piece("" if repeated else line.when, muted)], dates))
        words = self._words(line, self.room - dates - _DATES_GAP)
        return Box(max(when.height, words.height), ((0, 0, when), (dates + _DATES_GAP, 0, words)))

    def _words(self, line: Line, room: float) -> Box:
        """The fact with its numbers, and what is to be known of it in small letters below."""
        words = paragraph(flow(self.links.fact(line, self.body), room))
        return stack(words, paragraph(flow(self.links.runs(line.note, SMALL_MUTED), room)), gap=1)

    def _tags(self) -> Iterator[Item]:
        """Small names in rows. A row is placed or left out as a whole."""
        row: list[Piece] = []
        facts, cites = 0, frozenset[int]()
        for line in self.block.lines:
            tag = self.links.fact(line, self.body)
            divider = [Piece(" · ", Style(self.body.size, self.body.line, colour=PAPER.muted))] if row else []
            if row and row_width([*row, *divider, *tag]) > self.room:
                yield Item(2, paragraph(flow(row, self.room)), facts, cites)
                row, divider, facts, cites = [], [], 0, frozenset()
            row += [*divider, *tag]
            facts, cites = facts + 1, cites | frozenset(line.cites)
        yield Item(2, paragraph(flow(row, self.room)), facts, cites)

    def _empty(self) -> Box:
        """The sentence that nothing is known, in a dashed frame: a blank would look like an oversight."""
        muted = Style(self.body.size, self.body.line, colour=PAPER.muted)
        words = paragraph(flow([Piece(self.block.empty, muted)], self.room - 18))
        height = words.height + 12
        frame = Rectangle(self.room - 0.75, height - 0.75, PAPER.edge, weight=0.75, dashed=True)
        marks: tuple[tuple[float, float, Mark], ...] = ((0.375, 0.375, frame), (9, 6, words))
        return Box(height, marks)
