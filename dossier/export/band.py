"""The frame of a sheet: head with marking, band with the name, the one line why it matters, and the foot."""

from collections.abc import Mapping, Sequence

from dossier.export.boxes import Box, Letters, Mark, Rectangle, paragraph, stack
from dossier.export.flow import Piece, Row, clip, elide, flow, row_width
from dossier.export.fonts import printable, width
from dossier.export.marking import MARKING_HEIGHT, marking_box, marking_width
from dossier.export.paper import (
    CONTENT,
    EDGE,
    FOOT,
    GUTTER,
    LEAD,
    MAIN,
    NAME,
    PAGE_HEIGHT,
    SIDE,
    SMALL_MUTED,
    WHY,
    Style,
    style,
)
from dossier.export.pieces import Links
from dossier.views.values import Sheet
from resources.tokens import PAPER, PAPER_TYPE

_NAMES = (NAME, Style(21, 25, True), NAME, Style(20, 24, True), Style(16, 20, True), Style(13, 17, True))
_NAME_LINES = (1, 1, 2, 3, 4, 8)  # how many lines a name may take in each size before the next one is tried


def head_height(sheet: Sheet) -> float:
    """From the top of the paper to the band."""
    marking = marking_box(sheet.marking, sheet.copy)
    return EDGE + (marking.height + 9 if marking.height else 8)


def band(sheet: Sheet, links: Links) -> Box:
    """Who or what it is and as of when, between the thick rule and a hairline."""
    as_of = flow([Piece(sheet.as_of, style(PAPER_TYPE.heading))], SIDE)
    kind = flow([Piece(sheet.kind_label, SMALL_MUTED)], SIDE)
    remark = flow([Piece(sheet.remark, SMALL_MUTED)], SIDE)
    meta = stack(_right(as_of), _right(kind), _right(remark), gap=3)
    beside = max(map(row_width, (*as_of, *kind, *remark)), default=0)
    parts = [paragraph(_name(sheet.name, max(MAIN, CONTENT - beside - GUTTER)))]
    lead = links.runs(sheet.lead, LEAD)
    if lead or sheet.lead_cites:
        parts.append(paragraph(clip(flow([*lead, *links.cites(sheet.lead_cites)], MAIN), 4, MAIN)))
    if sheet.other_names:
        look = style(PAPER_TYPE.bodies[0], PAPER.muted) if lead else LEAD
        # Below what stands at the right they may be as long as the page is wide.
        room = CONTENT if stack(*parts, gap=2.25).height >= meta.height + 5 else MAIN
        parts.append(paragraph(clip(flow([Piece(sheet.other_names, look)], room), 3, room)))
    names = stack(*parts, gap=2.25)
    inner = max(names.height, meta.height)
    return Box(
        3 + 10.5 + inner + 10.5 + 0.5,
        (
            (0, 0, Rectangle(CONTENT, 3, PAPER.accent)),
            (0, 13.5, names),
            (0, 13.5 + 5, meta),
            (0, 3 + 10.5 + inner + 10.5, Rectangle(CONTENT, 0.5, PAPER.ink)),
        ),
    )


def why(sheet: Sheet, links: Links) -> Box:
    """The one line why it matters, in smaller type when it is more than a line or two."""
    if sheet.gist is None:
        return Box(0)
    line = sheet.gist
    note = links.runs(line.note, SMALL_MUTED)
    for look, most in ((WHY, 2), (style(PAPER_TYPE.why_long), 3), (style(PAPER_TYPE.bodies[0]), 5)):
        between = [Piece(" ", look)] if note else []
        rows = flow([*links.fact(line, look), *between, *note], CONTENT)
        if len(rows) <= most:
            break
    body = paragraph(clip(rows, most, CONTENT))
    return Box(body.height + 15, ((0, 12, body),))


_FIRST_LINE = 5 + FOOT.line + 3


def foot_top(sheet: Sheet) -> float:
    """From the top of the paper to the foot."""
    return PAGE_HEIGHT - EDGE - _foot(sheet, "", "").height


def foot(sheet: Sheet, *, left_out: int, missing: int, page: int, pages: int) -> Box:
    """What it is and what was left out; as of when it is and when it was printed, and the marking again."""
    labels = sheet.labels
    out = [_left_out(labels, left_out)]
    if missing:
        out.append(labels["unprintable"].format(count=missing))
    return _foot(sheet, " · ".join(out), labels["page"].format(page=page, pages=pages))


def _foot(sheet: Sheet, out: str, page: str) -> Box:
    number = Piece(page, FOOT)
    room = CONTENT - number.width - GUTTER
    start, end = f"{sheet.labels['dossier']} · ", f" · {printable(out)}"
    # The name gives way when the line is too long: it stands in full above, the count stands nowhere else.
    name = elide(sheet.name, FOOT, room - width(start + end, FOOT.size, False))
    state = paragraph(flow([Piece(f"{sheet.as_of} · {sheet.printed}", FOOT)], CONTENT))
    wide = width(printable(f"{sheet.as_of} · {sheet.printed}"), FOOT.size, False)
    marking = marking_box(sheet.marking, sheet.copy)
    beside = (
        marking.height <= MARKING_HEIGHT
        and wide + GUTTER + marking_width(sheet.marking, sheet.copy) <= CONTENT
    )
    below = _FIRST_LINE if beside else _FIRST_LINE + state.height + 3
    height = max(below + max(marking.height, MARKING_HEIGHT), _FIRST_LINE + state.height)
    marks: list[tuple[float, float, Mark]] = [
        (0, 0, Rectangle(CONTENT, 0.5, PAPER.rule)),
        (0, 5, _line(start + name + end, FOOT)),
        (CONTENT - number.width, 5, Box(0, ((0, FOOT.baseline, Letters((number,))),))),
        (0, _FIRST_LINE, state),
        (0, below, marking),
    ]
    return Box(height, tuple(marks))


def _left_out(labels: Mapping[str, str], count: int) -> str:
    if not count:
        return labels["nothing_left_out"]
    return labels["left_out_one"] if count == 1 else labels["left_out"].format(count=count)


def _line(text: str, look: Style) -> Box:
    return Box(look.line, ((0, look.baseline, Letters((Piece(text, look),))),))


def _right(rows: Sequence[Row]) -> Box:
    return paragraph(clip(rows, 3, SIDE), right=CONTENT)


def _name(name: str, room: float) -> Sequence[Row]:
    """The name in the largest type that spares a line."""
    for look, most in zip(_NAMES, _NAME_LINES, strict=True):
        rows = flow([Piece(name.replace("\n", " "), look)], room)
        if len(rows) <= most:
            break
    return clip(rows, most, room)
