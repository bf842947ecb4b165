"""A list of contacts as PDF: the frame and type of the sheets, and a table that goes on over pages."""

import io
from collections.abc import Iterator, Sequence
from itertools import groupby

from dossier.export import fonts
from dossier.export.boxes import Box, Mark, Pen, Rectangle, paragraph, stack
from dossier.export.canvas import lock, make_canvas
from dossier.export.flow import Piece, Row, clip, elide, flow, row_width
from dossier.export.marking import marking_box
from dossier.export.paper import (
    CONTENT,
    EDGE,
    FOOT,
    HEADING,
    LEAD,
    LEFT,
    PAGE_HEIGHT,
    SMALL_MUTED,
    Style,
    style,
)
from dossier.export.pieces import Links
from dossier.views.contact_values import Contact, ContactList
from dossier.views.values import Run
from resources.tokens import PAPER, PAPER_TYPE

_BODY = style(PAPER_TYPE.bodies[-1])
_BOLD = style(PAPER_TYPE.bodies[-1], bold=True)
_COLUMNS = (118.0, 180.0, 173.0)
_GAP = (CONTENT - sum(_COLUMNS)) / 2
_PADDING = 4.0
_MOST_LINES = 30  # of a row, which must fit on a page
_LINKS = Links(1, {})


def render_contacts(contacts: ContactList) -> bytes:
    """The list on as many A4 pages as it takes."""
    with lock:
        file = io.BytesIO()
        name = fonts.printable(contacts.name)
        canvas = make_canvas(
            file,
            title=f"{contacts.labels['contacts']} · {name}",
            subject=contacts.as_of,
            language=contacts.language,
        )
        pages = list(_pages(contacts))
        for number, boxes in enumerate(pages, 1):
            pen, y = Pen(canvas), EDGE
            for box in boxes:
                box.draw(pen, LEFT, y)
                y += box.height
            foot = _foot(contacts, number, len(pages))
            foot.draw(pen, LEFT, PAGE_HEIGHT - EDGE - foot.height)
            canvas.showPage()
        canvas.save()
        return file.getvalue()


def _pages(contacts: ContactList) -> Iterator[list[Box]]:
    """The boxes of each page: a head, the words over the columns, and rows as long as there is room."""
    columns = [*_marking(contacts.marking), _over_columns(contacts.labels)]
    page = [*columns[:-1], _head(contacts), columns[-1]]
    room = PAGE_HEIGHT - 2 * EDGE - _foot(contacts, 0, 0).height - 14
    left = room - sum(box.height for box in page)
    for boxes in _rows(contacts):
        height = sum(box.height for box in boxes)
        if height > left:
            yield page
            page, left = [*columns], room - sum(box.height for box in columns)
        page += boxes
        left -= height
    yield page


def _rows(contacts: ContactList) -> Iterator[list[Box]]:
    """A row for each contact; the first of an organization comes with the head of that."""
    if not contacts.contacts:
        yield [_row([Piece(contacts.labels["nobody"], SMALL_MUTED)], [], [])]
    for organization, group in groupby(contacts.contacts, lambda each: (each.organization, each.acronym)):
        head = [_organization(*organization)] if contacts.lead else []
        for contact in group:
            yield [*head, _contact(contact, contacts.labels)]
            head = []


def _head(contacts: ContactList) -> Box:
    as_of = flow([Piece(contacts.as_of, style(PAPER_TYPE.heading))], CONTENT / 3)
    meta = paragraph(as_of, right=CONTENT)
    room = CONTENT - max(map(row_width, as_of), default=0) - 24
    lead = " · ".join(part for part in (contacts.labels["contacts"], contacts.lead) if part)
    names = stack(
        paragraph(clip(flow([Piece(contacts.name, Style(20, 24, True))], room), 3, room)),
        paragraph(flow([Piece(lead, LEAD)], room)),
        gap=2,
    )
    inner = max(names.height, meta.height)
    return Box(
        3 + 10 + inner + 8,
        ((0, 0, Rectangle(CONTENT, 3, PAPER.accent)), (0, 13, names), (0, 18, meta)),
    )


def _marking(marking: str) -> list[Box]:
    box = marking_box(marking)
    return [Box(box.height + 6, ((0, 0, box),))] if marking else []


def _over_columns(labels: dict[str, str]) -> Box:
    heads = [[Piece(labels[name], HEADING)] for name in ("name", "post", "reach")]
    return _row(*heads, rule=PAPER.ink)


def _organization(name: str, acronym: str) -> Box:
    words = f"{acronym} · {name}" if acronym and acronym != name else name
    rows = clip(flow([Piece(words, _BOLD)], CONTENT), 2, CONTENT)
    return Box(
        8 + paragraph(rows).height + 2,
        ((0, 8, paragraph(rows)), (0, 8 + paragraph(rows).height + 1.5, Rectangle(CONTENT, 0.5, PAPER.rule))),
    )


def _contact(contact: Contact, labels: dict[str, str]) -> Box:
    name = [Piece(contact.name, _BOLD)]
    post = [Piece(contact.title or ("" if contact.kind == "person" else labels["itself"]), _BODY)]
    if contact.status:
        post.append(Piece(f"\n{contact.status}" if post[0].text else contact.status, SMALL_MUTED))
    reach: list[Piece] = []
    for _, value, label in contact.points:
        before = [Piece("\n", _BODY)] if reach else []
        beside = [Piece(f" {label}", SMALL_MUTED)] if label else []
        reach += [*before, *_LINKS.runs([Run(value)], _BODY), *beside]
    return _row(name, post, reach)


def _row(*cells: Sequence[Piece], rule: str = PAPER.rule) -> Box:
    """Cells side by side over a rule."""
    marks: list[tuple[float, float, Mark]] = []
    x = height = 0.0
    for pieces, room in zip(cells, _COLUMNS, strict=True):
        rows: Sequence[Row] = clip(flow(pieces, room), _MOST_LINES, room)
        cell = paragraph(rows)
        marks.append((x, _PADDING, cell))
        height = max(height, cell.height)
        x += room + _GAP
    height += 2 * _PADDING
    return Box(height + 0.5, (*marks, (0, height, Rectangle(CONTENT, 0.5, rule))))


def _foot(contacts: ContactList, page: int, pages: int) -> Box:
    number = Piece(contacts.labels["page"].format(page=page, pages=pages), FOOT)
    room = CONTENT - number.width - 24
    end = f" · {contacts.printed}"
    start = f"{contacts.labels['dossier']} · "
    name = elide(contacts.name, FOOT, room - Piece(start + end, FOOT).width)
    marking = marking_box(contacts.marking)
    return Box(
        FOOT.line + (marking.height + 3 if marking.height else 0),
        (
            (0, -4, Rectangle(CONTENT, 0.5, PAPER.rule)),
            (0, 0, paragraph([(Piece(start + name + end, FOOT),)])),
            (0, 0, paragraph([(number,)], right=CONTENT)),
            (0, FOOT.line + 3, marking),
        ),
    )
