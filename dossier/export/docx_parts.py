"""The parts of a Word document for which python-docx has no call: links, bookmarks, fields, table heads."""

import re
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dossier.model.markings import parted
from resources.tokens import PAPER_TYPE, TLP, TLP_GROUND

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_FIELDS = re.compile(r"(\{pages?\})")
_FIELD_CODES = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_RISE = "5"  # half points
_NO_TEXT = ("Cc", "Cs")


def plain(text: str) -> str:
    """A text without what a document can't hold: control characters and halves of letters."""
    kept = (letter for letter in text if letter == "\n" or unicodedata.category(letter) not in _NO_TEXT)
    return "".join(letter for letter in kept if letter not in "\ufffe\uffff")


def add_text(paragraph: "Paragraph", text: str, style: str | None = None, *, bold: bool = False) -> "Run":
    """A stretch of text, in a style of letters; a newline in it breaks the line."""
    run = paragraph.add_run(plain(text), style)
    if bold:
        run.bold = True
    return run


def keep_small(run: "Run", style: str | None) -> None:
    """Give a link in a note the size of the note, as letters have one style only."""
    if style == "Note":
        from docx.shared import Pt

        run.font.size = Pt(PAPER_TYPE.small.size)


def add_number(paragraph: "Paragraph", text: str) -> "Run":
    """The number of a source, raised; by itself, since some readers make what a style raises smaller, too."""
    run = add_text(paragraph, text, "Source Number")
    run._r.get_or_add_rPr().append(_element("w:position", **{"w:val": _RISE}))
    return run


def add_tab(paragraph: "Paragraph") -> None:
    paragraph.add_run().add_tab()


def add_link(paragraph: "Paragraph", run: "Run", to: str, *, outside: bool) -> None:
    """Make a run lead to a bookmark, or to an address outside."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    if outside:
        key, value = "r:id", paragraph.part.relate_to(to, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    else:
        key, value = "w:anchor", to
    link = _element("w:hyperlink", **{key: value, "w:history": "1"})
    run._r.addprevious(link)
    link.append(run._r)


def add_bookmark(paragraph: "Paragraph", name: str, number: int) -> None:
    """Make the text of a paragraph a place that links lead to; `number` is another one for each."""
    start = _element("w:bookmarkStart", **{"w:id": str(number), "w:name": name})
    first = next(iter(paragraph._p.r_lst), None)
    if first is None:
        paragraph._p.append(start)
    else:
        first.addprevious(start)
    paragraph._p.append(_element("w:bookmarkEnd", **{"w:id": str(number)}))


def add_page_number(paragraph: "Paragraph", words: str) -> None:
    """Words with {page} and {pages} in them, which the reader's program fills."""
    for part in _FIELDS.split(words):
        if part not in _FIELD_CODES:
            add_text(paragraph, part)
            continue
        field = _element("w:fldSimple", **{"w:instr": _FIELD_CODES[part]})
        field.append(add_text(paragraph, "1")._r)
        paragraph._p.append(field)


def add_marking(paragraph: "Paragraph", marking: str, copy: str) -> None:
    """The marks of a page in capitals: words in a frame, the number of the copy, TLP in its colours."""
    words, mark = parted(marking)
    if words:
        _add_box(paragraph, words, "w:bdr", **{"w:val": "single", "w:sz": "8", "w:space": "0"})
    if copy:
        add_text(paragraph, f"{'   ' if words else ''}{copy.upper()}")
    if mark:
        add_text(paragraph, "   " if words or copy else "")
        from docx.shared import RGBColor

        ground = {"w:val": "clear", "w:color": "auto", "w:fill": TLP_GROUND.removeprefix("#")}
        run = _add_box(paragraph, mark, "w:shd", **ground)
        run.font.color.rgb = RGBColor.from_string(TLP[mark].removeprefix("#"))


def _add_box(paragraph: "Paragraph", words: str, kind: str, **look: str) -> "Run":
    run = add_text(paragraph, f"\xa0{words.upper()}\xa0")
    run._r.get_or_add_rPr().append(_element(kind, **look))
    return run


def add_table(container: Any, widths: Sequence[float], heads: Sequence[str], title: str) -> "Table":
    """A table as wide as `widths` (points), whose first row is told to be its head, on each page."""
    from docx.shared import Pt

    table: Table = container.add_table(1, len(widths))
    table.style = "Facts"
    table.autofit = False
    table._tbl.tblPr.append(_element("w:tblCaption", **{"w:val": plain(title)}))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    row = table.rows[0]
    row._tr.get_or_add_trPr().append(_element("w:tblHeader"))
    for cell, width, head in zip(row.cells, widths, heads, strict=True):
        cell.width = Pt(width)
        cell.paragraphs[0].style = "Small"
        add_text(cell.paragraphs[0], head, bold=True)
    return table


def add_row(table: "Table", widths: Sequence[float]) -> "list[Paragraph]":
    """A row within which no page breaks: the paragraph of each of its cells."""
    from docx.shared import Pt

    row = table.add_row()  # type: ignore[no-untyped-call]
    row._tr.get_or_add_trPr().append(_element("w:cantSplit"))
    for cell, width in zip(row.cells, widths, strict=True):
        cell.width = Pt(width)
    return [cell.paragraphs[0] for cell in row.cells]


def describe(run: "Run", words: str) -> None:
    """Give a picture the words that stand for it."""
    from docx.oxml.ns import qn

    for properties in run._r.iter(qn("wp:docPr")):
        properties.set("descr", plain(words))


def _element(tag: str, **values: str) -> Any:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    return OxmlElement(tag, {qn(key): value for key, value in values.items()})
