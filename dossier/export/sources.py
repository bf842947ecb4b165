"""The numbered sources at the foot of a sheet: only those used, in columns, a document named once."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import groupby

from dossier.export.boxes import Anchor, Box, Mark, Rectangle, paragraph, stack
from dossier.export.flow import Piece, clip, flow
from dossier.export.fonts import printable, width
from dossier.export.paper import CONTENT, GUTTER, HEADING, SMALL, SMALL_MUTED
from dossier.export.pieces import Links
from dossier.views.values import Line, Sheet, SourceLine
from resources.tokens import PAPER

_COLUMN = (CONTENT - GUTTER) / 2
_NARROW = (_COLUMN - GUTTER / 2) / 2
_GAP = 3.0
_BETWEEN = 14.0  # short entries in one row


def heading(title: str, room: float, below: float = 6) -> Box:
    """The head of a block: its title over a hairline."""
    words = paragraph(clip(flow([Piece(title, HEADING)], room), 2, room))
    rule = words.height + 2.25
    return Box(rule + 0.5 + below, ((0, 0, words), (0, rule, Rectangle(room, 0.5, PAPER.rule))))


class SourceList:
    """The list of a sheet's sources, measured for any choice of their numbers."""

    def __init__(self, sheet: Sheet, links: Links) -> None:
        self._title = sheet.labels["sources"]
        self._lines = {line.number: line for line in sheet.sources}
        self._links = links
        self._entries: dict[tuple[int, float, bool], Box] = {}
        self._boxes: dict[frozenset[int], Box] = {}

    @cached_property
    def _heading(self) -> Box:
        return heading(self._title, CONTENT)

    @cached_property
    def _indent(self) -> float:
        return max(12.0, width(str(max(self._lines)), SMALL.size, False) + 5)

    def listed(self, numbers: Iterable[int]) -> frozenset[int]:
        """Those of the numbers that stand in the list."""
        return frozenset(numbers) & self._lines.keys()

    def box(self, numbers: frozenset[int]) -> Box:
        """The list of these numbers; nothing when there are none."""
        if numbers not in self._boxes:
            lines = [self._lines[number] for number in sorted(numbers & self._lines.keys())]
            self._boxes[numbers] = self._box(lines) if lines else Box(0)
        return self._boxes[numbers]

    def _box(self, lines: Sequence[SourceLine]) -> Box:
        documents: dict[int, list[SourceLine]] = {}
        for line in lines:
            documents.setdefault(line.source, []).append(line)
        listed = self._by_document(documents.values())
        if len(documents) > 1:
            listed = min(listed, self._through(documents.values()), key=lambda box: box.height)
        return stack(self._heading, listed)

    def _by_document(self, documents: Iterable[Sequence[SourceLine]]) -> Box:
        """Each document over its passages; those with one passage between them form a list of their own."""
        boxes: list[Box] = []
        for alone, group in groupby(documents, lambda passages: len(passages) == 1):
            if alone:
                single = [line for (line,) in group]
                room = CONTENT if len(single) == 1 else _COLUMN
                boxes.append(_columns([self._entry(line, room, named=True) for line in single]))
            else:
                boxes += [
                    stack(_name(lines[0].head, CONTENT), self._passages(lines), gap=2) for lines in group
                ]
        return stack(*boxes, gap=_GAP)

    def _through(self, documents: Iterable[Sequence[SourceLine]]) -> Box:
        """One list in two columns, in which a document's name stays with its first passage."""
        entries: list[Box] = []
        for passages in documents:
            if len(passages) == 1:
                entries.append(self._entry(passages[0], named=True))
            else:
                first, *rest = (self._entry(line) for line in passages)
                entries += [stack(_name(passages[0].head, _COLUMN), first, gap=2), *rest]
        return _columns(entries)

    def _passages(self, lines: Sequence[SourceLine]) -> Box:
        """Short ones, as "paragraph 3" is, need no half of the width."""
        widest = max(Piece(printable(line.text), SMALL).width for line in lines)
        if widest + self._indent <= _NARROW:
            return _grid([self._entry(line) for line in lines], self._indent + widest + _BETWEEN)
        return _columns([self._entry(line) for line in lines])

    def _entry(self, line: SourceLine, room: float = _COLUMN, *, named: bool = False) -> Box:
        """One number and its passage, `named` with the document before it."""
        key = line.number, room, named
        if key not in self._entries:
            text = " · ".join(part for part in (line.head if named else "", line.text) if part)
            wide = room - self._indent
            words = paragraph(clip(flow([Piece(text, SMALL)], wide), 3, wide), self._indent)
            number = paragraph([(Piece(str(line.number), SMALL),)])
            marks = ((0, 0, number), (0, 0, words), (0, 0, Anchor(self._links.source(line.number))))
            self._entries[key] = Box(max(words.height, number.height), marks)
        return self._entries[key]


@lru_cache(maxsize=256)
def _name(head: str, room: float) -> Box:
    return paragraph(clip(flow([Piece(head, SMALL_MUTED)], room), 2, room))


def _columns(entries: Sequence[Box]) -> Box:
    """Entries in two columns, read down the left one first, as low as they can be together."""
    heights = [entry.height + _GAP for entry in entries]
    whole, left = sum(heights), 0.0
    best, lowest = len(entries), whole
    for count, height in enumerate(heights, 1):
        left += height
        higher = max(left, whole - left)
        if higher < lowest - 0.01 or (higher < lowest + 0.01 and left <= higher):
            best, lowest = count, higher
    columns = stack(*entries[:best], gap=_GAP), stack(*entries[best:], gap=_GAP)
    marks: tuple[tuple[float, float, Mark], ...] = ((0, 0, columns[0]), (_COLUMN + GUTTER, 0, columns[1]))
    return Box(max(column.height for column in columns), marks)


def _grid(entries: Sequence[Box], least: float) -> Box:
    """Entries of one line in columns at least so wide, read down each in turn."""
    most = int((CONTENT + _BETWEEN) / least)
    rows = -(-len(entries) // most)
    columns = [stack(*entries[first : first + rows], gap=_GAP) for first in range(0, len(entries), rows)]
    wide = (CONTENT + _BETWEEN) / max(most, 1)
    marks: list[tuple[float, float, Mark]] = [(at * wide, 0, column) for at, column in enumerate(columns)]
    return Box(columns[0].height, tuple(marks))


def renumbered(sheet: Sheet, cited: frozenset[int]) -> Sheet:
    """The sheet with the sources that found room numbered from 1 on, the others after them."""
    lines = sorted(sheet.sources, key=lambda line: (line.number not in cited, line.number))
    numbers = {line.number: number for number, line in enumerate(lines, 1)}

    def line(old: Line) -> Line:
        return replace(old, cites=tuple(sorted(numbers.get(cite, cite) for cite in old.cites)))

    return replace(
        sheet,
        lead_cites=tuple(sorted(numbers.get(cite, cite) for cite in sheet.lead_cites)),
        gist=line(sheet.gist) if sheet.gist else None,
        blocks=tuple(replace(block, lines=tuple(map(line, block.lines))) for block in sheet.blocks),
        sources=tuple(replace(each, number=numbers[each.number]) for each in lines),
    )
