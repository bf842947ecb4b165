"""How a page may be handled, at its head and foot: capitals of 12 points at the right margin.

Words stand in a frame and a mark of TLP in its colours on black, so that either is told from the text of the
page in black and white, too; nothing of them is ever cut off.
"""

from collections.abc import Iterator

from dossier.export.boxes import Box, Mark, Rectangle, paragraph
from dossier.export.flow import Piece, flow, row_width
from dossier.export.paper import CONTENT, MARKING, Style, style
from dossier.model.markings import parted
from resources.tokens import PAPER, PAPER_TYPE, TLP, TLP_GROUND

MARKING_HEIGHT = 18.0
"""Of one line of marks."""

_GAP = 8.0


def marking_box(marking: str, copy: str = "") -> Box:
    """The words, the number of the copy and the mark of TLP side by side, in as many lines as they take.

    The box is as wide as the page, and without height where there is none of them.
    """
    marks: list[tuple[float, float, Mark]] = []
    y = 0.0
    for row in _rows(marking, copy):
        x = CONTENT - _width(row)
        for wide, box in row:
            marks.append((x, y, box))
            x += wide + _GAP
        y += max(box.height for _, box in row) + _GAP
    return Box(max(y - _GAP, 0), tuple(marks))


def marking_width(marking: str, copy: str = "") -> float:
    """How much of the width they take."""
    return max(map(_width, _rows(marking, copy)), default=0.0)


_Wide = tuple[float, Box]


def _rows(marking: str, copy: str) -> Iterator[list[_Wide]]:
    row: list[_Wide] = []
    for each in _boxes(marking, copy):
        if row and _width([*row, each]) > CONTENT:
            yield row
            row = []
        row.append(each)
    if row:
        yield row


def _width(row: list[_Wide]) -> float:
    return sum(wide for wide, _ in row) + _GAP * (len(row) - 1)


def _boxes(marking: str, copy: str) -> Iterator[_Wide]:
    words, mark = parted(marking)
    if words:
        yield _box(words, MARKING, framed=True)
    if copy:
        yield _box(copy, MARKING, inset=0)
    if mark:
        yield _box(mark, style(PAPER_TYPE.marking, TLP[mark]), ground=True)


def _box(words: str, look: Style, *, inset: float = 6.0, framed: bool = False, ground: bool = False) -> _Wide:
    """Words with room around them, in a frame or on the ground that TLP wants."""
    rows = flow([Piece(words.upper(), look)], CONTENT - 2 * inset)
    wide = max(map(row_width, rows)) + 2 * inset
    letters = paragraph(rows, right=wide - inset)
    high = letters.height + MARKING_HEIGHT - look.line
    marks: list[tuple[float, float, Mark]] = [(0, (MARKING_HEIGHT - look.line) / 2, letters)]
    if framed:
        marks.insert(0, (0.5, 0.5, Rectangle(wide - 1, high - 1, PAPER.ink, weight=1)))
    if ground:
        marks.insert(0, (0, 0, Rectangle(wide, high, TLP_GROUND)))
    return wide, Box(high, tuple(marks))
