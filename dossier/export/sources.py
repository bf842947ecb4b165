"""The numbered sources at the foot of a sheet: only those used, in two columns, a document named once."""

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import groupby

from dossier.export.boxes import Anchor, Box, Mark, Rectangle, paragraph, stack
from dossier.export.flow import Piece, clip, flow
from dossier.export.fonts import printable, width
from dossier.export.paper import CONTENT, GUTTER, HEADING, SMALL, SMALL_MUTED
from dossier.export.pieces import Links
from dossier.views.values import Sheet, SourceLine
from resources.tokens import PAPER

_COLUMN = (CONTENT - GUTTER) / 2
_NARROW = (_COLUMN - GUTTER / 2) / 2
_GAP = 3.0


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
        """Short ones, as "paragraph 3" is, need but half a column."""
        narrow = _NARROW - self._indent
        if all(Piece(printable(line.text), SMALL).width <= narrow for line in lines):
            return _grid([self._entry(line) for line in lines])
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


def _grid(entries: Sequence[Box]) -> Box:
    """Entries of one line in four columns, read down each in turn."""
    rows = -(-len(entries) // 4)
    columns = [stack(*entries[first : first + rows], gap=_GAP) for first in range(0, len(entries), rows)]
    places = (0, _NARROW + GUTTER / 2, _COLUMN + GUTTER, _COLUMN + GUTTER + _NARROW + GUTTER / 2)
    marks: list[tuple[float, float, Mark]] = [
        (x, 0, column) for x, column in zip(places, columns, strict=False)
    ]
    return Box(columns[0].height, tuple(marks))
