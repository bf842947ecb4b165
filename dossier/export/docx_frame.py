"""The head and foot of a document's pages: how they may be handled, what they are, as of when, which page."""

from typing import TYPE_CHECKING

from dossier.export.docx_parts import add_marking, add_page_number, add_tab, add_text
from dossier.export.paper import CONTENT, EDGE, LEFT, PAGE_HEIGHT, PAGE_WIDTH
from dossier.views.values import Sheet

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_BETWEEN = 9.0
_HEAD = 24.0


def frame(document: "Document", sheet: Sheet, *, is_first: bool) -> None:
    """Begin the pages of a sheet, A4, with its own head and foot."""
    from docx.enum.section import WD_SECTION
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Pt

    section = document.sections[0] if is_first else document.add_section(WD_SECTION.NEW_PAGE)
    section.page_width, section.page_height = Pt(PAGE_WIDTH), Pt(PAGE_HEIGHT)
    section.left_margin = section.right_margin = Pt(LEFT)
    section.header_distance = section.footer_distance = Pt(EDGE)
    section.top_margin = Pt(EDGE + _BETWEEN + (_HEAD if sheet.marking or sheet.copy else 0))
    section.bottom_margin = Pt(EDGE + _BETWEEN + 2 * _HEAD)

    head, foot = section.header, section.footer
    head.is_linked_to_previous = foot.is_linked_to_previous = False
    if sheet.marking or sheet.copy:
        _mark(head.paragraphs[0], sheet)
    line = foot.paragraphs[0]
    line.paragraph_format.tab_stops.add_tab_stop(Pt(CONTENT), WD_TAB_ALIGNMENT.RIGHT)
    add_text(line, f"{sheet.labels['dossier']} · {' '.join(sheet.name.split())}")
    add_tab(line)
    add_page_number(line, sheet.labels["page"])
    add_text(foot.add_paragraph(style="footer"), f"{sheet.as_of} · {sheet.printed}")
    if sheet.marking or sheet.copy:
        _mark(foot.add_paragraph(), sheet)


def _mark(paragraph: "Paragraph", sheet: Sheet) -> None:
    paragraph.style = "Marking"
    add_marking(paragraph, sheet.marking, sheet.copy)
