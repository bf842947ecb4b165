"""Which block of a sheet stands in which column: as the sheet says, or so that more of them fit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.export.paper import CONTENT, GUTTER, MAIN, SIDE
from dossier.views.values import Sheet

_HALF = (CONTENT - GUTTER) / 2
_MOST_MOVED = 3


@dataclass(frozen=True, slots=True)
class Column:
    """Blocks below each other, by their number in the sheet."""

    x: float
    width: float
    blocks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Columns side by side; `stacked` puts the first one over the others."""

    columns: tuple[Column, ...]
    stacked: bool = False

    def height(self, heights: Sequence[float]) -> float:
        """How high it is when its columns are that high."""
        return heights[0] + max(heights[1:]) if self.stacked else max(heights)

    def free(self, heights: Sequence[float], column: int, room: float) -> float:
        """How much a column can grow."""
        return room - (self.height(heights) if self.stacked else heights[column])


def arrangements(sheet: Sheet) -> Iterator[Arrangement]:
    """The ways to arrange a sheet, the one it asks for first, then those that look most like it."""
    shown = [at for at, block in enumerate(sheet.blocks) if block.lines or block.empty or block.codes]
    main = tuple(at for at in shown if not sheet.blocks[at].side)
    side = tuple(at for at in shown if sheet.blocks[at].side)
    if not main:
        # A page of which nothing is wide has its first block where one begins to read, the second beside it.
        main, side = (*side[:1], *side[2:]), side[1:2]
    yield _beside(main, side)
    yield from _moved(sheet, main, side)
    yield from _stacked(main, side)


def _beside(main: tuple[int, ...], side: tuple[int, ...]) -> Arrangement:
    return Arrangement((Column(0, MAIN, main), Column(MAIN + GUTTER, SIDE, side)))


def _moved(sheet: Sheet, main: tuple[int, ...], side: tuple[int, ...]) -> Iterator[Arrangement]:
    """The last blocks of one column at the foot of the other; a map stays, which needs the width it has."""
    for count in range(1, _MOST_MOVED + 1):
        for kept, moved in ((side[:-count], side[-count:]), (main[:-count], main[-count:])):
            if len(moved) < count or any(sheet.blocks[at].layout == "map" for at in moved):
                continue
            yield _beside((*main, *moved), kept) if moved[0] in side else _beside(kept, (*side, *moved))


def _stacked(main: tuple[int, ...], side: tuple[int, ...]) -> Iterator[Arrangement]:
    """The first main blocks over the full width, all others below them in two columns of the same width."""
    for count in range(len(main), -1, -1):
        below = (*main[count:], *side)
        # The break nearest to the middle first; the last block goes where there is room for it.
        for left in sorted(range(len(below) + 1), key=lambda at: abs(2 * at - len(below))):
            for last in (len(below), len(below) - 1) if left < len(below) - 1 else (len(below),):
                yield Arrangement(
                    (
                        Column(0, CONTENT, main[:count]),
                        Column(0, _HALF, (*below[:left], *below[last:])),
                        Column(_HALF + GUTTER, _HALF, below[left:last]),
                    ),
                    stacked=True,
                )
