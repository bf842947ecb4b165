"""The numbered sources at the foot of a sheet: only those used, in two columns, a document named once."""

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from dossier.export.boxes import Anchor, Box, Mark, Rectangle, paragraph, stack
from dossier.export.flow import Piece, clip, flow
from dossier.export.fonts import width
from dossier.export.paper import CONTENT, GUTTER, HEADING, SMALL, SMALL_MUTED
from dossier.export.pieces import Links
from dossier.views.values import Sheet, SourceLine
from resources.tokens import PAPER

_COLUMN = (CONTENT - GUTTER) / 2
_GAP = 3.0


def heading(title: str, room: float) -> Box:
    """The head of a block: its title over a hairline."""
    words = paragraph(clip(flow([Piece(title, HEADING)], room), 2, room))
    rule = words.height + 2.25
    return Box(rule + 0.5 + 6, ((0, 0, words), (0, rule, Rectangle(room, 0.5, PAPER.rule))))


class SourceList:
    """The list of a sheet's sources, measured for any choice of their numbers."""

    def __init__(self, sheet: Sheet, links: Links) -> None:
        self._title = sheet.labels["sources"]
        self._lines = {line.number: line for line in sheet.sources}
        self._links = links
        self._entries: dict[tuple[int, bool], Box] = {}
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
        if len(documents) == 1 and len(lines) > 1:
            body = stack(
                _name(lines[0].head, CONTENT), _columns([self._entry(line) for line in lines]), gap=2
            )
        else:
            body = _columns([entry for passages in documents.values() for entry in self._document(passages)])
        return stack(self._heading, body)

    def _document(self, passages: Sequence[SourceLine]) -> list[Box]:
        """Entries of one document among several; its name stays with the first of them."""
        if len(passages) == 1:
            return [self._entry(passages[0], named=True)]
        first, *rest = (self._entry(line) for line in passages)
        return [stack(_name(passages[0].head, _COLUMN), first, gap=2), *rest]

    def _entry(self, line: SourceLine, *, named: bool = False) -> Box:
        """One number and its passage, `named` with the document before it."""
        key = line.number, named
        if key not in self._entries:
            text = " · ".join(part for part in (line.head if named else "", line.text) if part)
            room = _COLUMN - self._indent
            rows = clip(flow([Piece(text, SMALL)], room), 3, room)
            words = paragraph(rows, self._indent)
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
