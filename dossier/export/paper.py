"""Measures of an A4 sheet in points, from its top left corner, and the styles of its type."""

from dataclasses import dataclass

from resources.tokens import PAPER, PAPER_TYPE, TypeStyle

MILLIMETRE = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MILLIMETRE, 297 * MILLIMETRE
EDGE = 15 * MILLIMETRE  # nothing is printed nearer to an edge of the paper

MAIN, GUTTER, SIDE = 300.0, 24.0, 171.0
CONTENT = MAIN + GUTTER + SIDE
LEFT = (PAGE_WIDTH - CONTENT) / 2  # 17.7 mm
RIGHT = LEFT + CONTENT

MAP_LEAST = 150.0  # a map narrower than that would not hold its labels


@dataclass(frozen=True, slots=True)
class Style:
    """How a stretch of text looks; `line` is the distance of lines, `rise` lifts it (source numbers)."""

    size: float
    line: float
    bold: bool = False
    colour: str = PAPER.ink
    rise: float = 0

    @property
    def baseline(self) -> float:
        """From the top of a line to its baseline: the letters stand in the middle of the line."""
        return self.line / 2 + 0.312 * self.size


def style(kind: TypeStyle, colour: str = PAPER.ink, *, bold: bool | None = None) -> Style:
    """A style of the type scale in one colour."""
    return Style(kind.size, kind.line, kind.bold if bold is None else bold, colour)


NAME = style(PAPER_TYPE.name)
LEAD = style(PAPER_TYPE.lead)
WHY = style(PAPER_TYPE.why)
HEADING = style(PAPER_TYPE.heading, PAPER.accent)
SMALL = style(PAPER_TYPE.small)
SMALL_MUTED = style(PAPER_TYPE.small, PAPER.muted)
FOOT = style(PAPER_TYPE.foot, PAPER.muted)
MARKING = style(PAPER_TYPE.marking)


def raised(colour: str) -> Style:
    """The style of a source's number after the fact it supports."""
    return Style(PAPER_TYPE.citation.size, PAPER_TYPE.citation.line, False, colour, rise=2.5)
