"""A block of facts as measured items, taken one by one so that a sheet measures no more than it can hold."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from dossier.export.boxes import Box, Mark, Rectangle, paragraph, stack
from dossier.export.flow import Piece, flow, row_width
from dossier.export.fonts import printable
from dossier.export.map_drawing import MapDrawing
from dossier.export.paper import MAIN, SMALL_MUTED, Style
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
    """What is placed or left out together: `gap` above it, the facts in it and the sources they cite.

    `at` is its place in the block, `rank` that of its line; `when` stands left of `box` unless the item above
    has the same; `caption` puts it below the map.
    """

    gap: float
    box: Box
    facts: int = 0
    cites: frozenset[int] = frozenset()
    at: int = 0
    rank: int = 0
    when: str = ""
    date: Box | None = None
    caption: bool = False

    def drawn(self, above: str) -> Box:
        """The item as it stands below one of the date `above`; always as high as `box`."""
        if self.date is None or self.when == above:
            return self.box
        return Box(self.box.height, ((0, 0, self.date), (0, 0, self.box)))


@dataclass(frozen=True, slots=True)
class BlockLayout:
    """A block in one size of type, in a column as wide as `room`. What was measured is kept."""

    block: Block
    body: Style
    links: Links
    names: dict[str, str]  # of regions, by their code
    room: float
    _measured: list[Item] = field(default_factory=list)
    _coming: list[Iterator[Item]] = field(default_factory=list)

    @property
    def air(self) -> float:
        """How much of the space between things remains: smaller type stands closer."""
        return 0.6 if self.dense else 1 - (PAPER_TYPE.bodies[0].size - self.body.size) / 4

    @property
    def compact(self) -> bool:
        """Whether notes run on after their fact: in the smallest types, when room is short."""
        return self.body.size <= PAPER_TYPE.bodies[-1].size

    @property
    def dense(self) -> bool:
        """Whether even lines stand closer than they should."""
        return self.compact and self.body.line < PAPER_TYPE.bodies[-1].line

    def heading(self) -> Box:
        """The title, with the room above and below it."""
        title = heading(self.block.title, self.room, below=6 * self.air)
        note = paragraph(flow([Piece(self.block.note, SMALL_MUTED)], self.room))
        above = _ABOVE_HEADING * self.air
        below = 3 if note.height else 0
        marks = ((0, above, title), (0, above + title.height, note))
        return Box(above + title.height + note.height + below, marks)

    def map(self, width: float) -> MapDrawing | None:
        """The map that stands below the lines, None when the block has none."""
        if self.block.layout != "map":
            return None
        return MapDrawing.of(self.block.codes, self.block.also, self.names, min(width, self.room, MAIN))

    def items(self) -> Iterator[Item]:
        """The lines, those first that are left out last, or the sentence that there are none."""
        if not self._coming:
            self._coming.append(self._items())
        yield from self._measured
        at = len(self._measured)
        while True:
            if at == len(self._measured):
                item = next(self._coming[0], None)
                if item is None:
                    return
                self._measured.append(item)
            yield self._measured[at]
            at += 1

    def _items(self) -> Iterator[Item]:
        if not self.block.lines:
            if self.block.empty:
                yield Item(2, self._empty())
        elif self.block.layout == "tags":
            yield from self._tags()
        else:
            yield from self._lines()

    def _lines(self) -> Iterator[Item]:
        dated = self.block.layout == "dated" and not self.dense
        dates = self._dates() if dated else 0.0
        first = self._first_of_dates() if self.block.layout == "dated" else frozenset()
        gap = (3 if self.block.layout == "bullets" else 6) * self.air
        for at, line in sorted(enumerate(self.block.lines), key=lambda each: each[1].rank):
            date = None
            if dated:
                date, box = self._dated(line, dates)
            elif self.block.layout == "bullets":
                words = self._words(line, self.room - _INDENT)
                square = Rectangle(_BULLET, _BULLET, PAPER.accent)
                box = Box(words.height, ((0, self.body.line / 2 - 1, square), (_INDENT, 0, words)))
            else:
                box = self._words(line, self.room, line.when if at in first else "")
            caption = self.block.layout == "map" and not line.runs
            cites = frozenset(line.cites)
            yield Item(gap, box, 1, cites, at, line.rank, line.when, date, caption)

    def _first_of_dates(self) -> frozenset[int]:
        """The lines that are left out last of those in a row with the same date."""
        rows = groupby(enumerate(self.block.lines), key=lambda each: each[1].when)
        return frozenset(min(row, key=lambda each: (each[1].rank, each[0]))[0] for _, row in rows)

    def _dates(self) -> float:
        """As wide as the longest date, within reason: a longer one is wrapped."""
        widest = max(Piece(printable(line.when), self.body).width for line in self.block.lines)
        return max(_DATES_LEAST * self.body.size / 10.5, min(widest, self.room * _DATES_MOST))

    def _dated(self, line: Line, dates: float) -> tuple[Box, Box]:
        """The date, and the words beside it."""
        muted = Style(self.body.size, self.body.line, colour=PAPER.muted)
        when = paragraph(flow([Piece(line.when, muted)], dates))
        words = self._words(line, self.room - dates - _DATES_GAP)
        return when, Box(max(when.height, words.height), ((dates + _DATES_GAP, 0, words),))

    def _words(self, line: Line, room: float, when: str = "") -> Box:
        """The fact with its numbers, and what is to be known of it in small letters, below it or run on.

        `when` goes before it where there is no room for a column of dates.
        """
        fact, note = self.links.fact(line, self.body), self.links.runs(line.note, SMALL_MUTED)
        if when:
            muted = Style(self.body.size, self.body.line, colour=PAPER.muted)
            fact = [Piece(f"{when} ", muted), *fact]
        if fact and note and self.compact:
            return paragraph(flow([*fact, Piece(" ", self.body), *note], room))
        return stack(paragraph(flow(fact, room)), paragraph(flow(note, room)), gap=1)

    def _tags(self) -> Iterator[Item]:
        """Small names in rows. A row is placed or left out as a whole."""
        row: list[Piece] = []
        facts, cites, at = 0, frozenset[int](), 0
        for line in self.block.lines:
            tag = self.links.fact(line, self.body)
            divider = [Piece(" · ", Style(self.body.size, self.body.line, colour=PAPER.muted))] if row else []
            if row and row_width([*row, *divider, *tag]) > self.room:
                yield Item(2, paragraph(flow(row, self.room)), facts, cites, at)
                row, divider, facts, cites, at = [], [], 0, frozenset(), at + 1
            row += [*divider, *tag]
            facts, cites = facts + 1, cites | frozenset(line.cites)
        yield Item(2, paragraph(flow(row, self.room)), facts, cites, at)

    def _empty(self) -> Box:
        """The sentence that nothing is known, in a dashed frame: a blank would look like an oversight."""
        muted = Style(self.body.size, self.body.line, colour=PAPER.muted)
        words = paragraph(flow([Piece(self.block.empty, muted)], self.room - 18))
        above = 2 if self.dense else 6
        height = words.height + 2 * above
        frame = Rectangle(self.room - 0.75, height - 0.75, PAPER.edge, weight=0.75, dashed=True)
        marks: tuple[tuple[float, float, Mark], ...] = ((0.375, 0.375, frame), (9, above, words))
        return Box(height, marks)
