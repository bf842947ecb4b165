"""Sheets as a Word document: the form for colleagues who edit it and for those who hear it read.

Nothing is left out for space. Names and blocks are headings, dated facts a table with a head, the map has
words that stand for it, and the numbers of sources are links. The bytes depend on the sheets alone: the file
holds no time of day.
"""

import io
from collections.abc import Iterable, Sequence
from itertools import count
from typing import TYPE_CHECKING

from dossier.export.addresses import is_address, with_addresses
from dossier.export.docx_file import new_document, saved
from dossier.export.docx_frame import frame
from dossier.export.docx_parts import (
    add_bookmark,
    add_link,
    add_number,
    add_row,
    add_tab,
    add_table,
    add_text,
    describe,
    keep_small,
)
from dossier.export.map_picture import map_picture
from dossier.export.paper import CONTENT, MAIN
from dossier.views.values import Block, Line, Run, Sheet, SourceLine

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_DATES = 96.0
_NO_DATES = ("facts",)
"""Of these the first column names what the second one tells."""
_UNSOURCED = "?"


def render_docx(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as one document, each from a page of its own on; at least one sheet."""
    if not sheets:
        raise ValueError("no sheet to render")
    document = new_document(sheets)
    numbers = count(1)
    places = {sheet.pk: index for index, sheet in reversed(list(enumerate(sheets, 1)))}
    for index, sheet in enumerate(sheets, 1):
        frame(document, sheet, is_first=index == 1)
        _Pages(document, sheet, index, places, numbers).write()
    return saved(document)


class _Pages:
    """The pages of one sheet; `places` are the sheets in the document by their pk."""

    def __init__(
        self,
        document: "Document",
        sheet: Sheet,
        index: int,
        places: dict[int, int],
        numbers: "count[int]",
    ) -> None:
        self._document = document
        self._sheet = sheet
        self._index = index
        self._places = places
        self._numbers = numbers
        self._listed = {line.number for line in sheet.sources}

    def write(self) -> None:
        self._head()
        for block in self._sheet.blocks:
            if block.lines or block.empty or block.codes:
                self._block(block)
        if self._sheet.sources:
            add_text(self._document.add_paragraph(style="Heading 2"), self._sheet.labels["sources"])
            for source in self._sheet.sources:
                self._source(source)

    def _head(self) -> None:
        sheet, document = self._sheet, self._document
        name = document.add_paragraph(style="Heading 1")
        add_text(name, " ".join(sheet.name.split()))
        add_bookmark(name, self._place(self._index), next(self._numbers))
        if sheet.lead or sheet.lead_cites:
            lead = document.add_paragraph(style="Lead")
            self._runs(lead, sheet.lead)
            self._cites(lead, sheet.lead_cites)
        if sheet.other_names:
            add_text(document.add_paragraph(style="Small"), sheet.other_names)
        add_text(document.add_paragraph(style="As of"), sheet.as_of)
        kind = " · ".join(filter(None, (sheet.kind_label, sheet.remark)))
        add_text(document.add_paragraph(style="Small"), kind)
        if sheet.gist:
            self._fact(document.add_paragraph(style="Why"), sheet.gist)

    def _block(self, block: Block) -> None:
        document = self._document
        add_text(document.add_paragraph(style="Heading 2"), block.title)
        if block.note:
            add_text(document.add_paragraph(style="Small"), block.note)
        captions = [line for line in block.lines if not line.runs]
        facts = [line for line in block.lines if line.runs]
        if not block.lines and block.empty:
            add_text(document.add_paragraph(style="Small"), block.empty)
        elif block.layout == "dated":
            self._dated(block, facts)
        elif block.layout == "tags":
            self._row(document.add_paragraph(), facts)
        else:
            style = "List Bullet" if block.layout == "bullets" else None
            for line in facts:
                self._fact(document.add_paragraph(style=style), line)
        if block.layout == "map":
            self._map(block)
        for line in captions:
            self._runs(document.add_paragraph(style="Small"), line.note)

    def _dated(self, block: Block, facts: Iterable[Line]) -> None:
        """Each row says its date, so that it can be moved or taken out alone."""
        widths, labels = (_DATES, CONTENT - _DATES), self._sheet.labels
        first = labels["about" if block.key in _NO_DATES else "date"]
        table = add_table(self._document, widths, (first, labels["fact"]), block.title)
        for line in facts:
            when, fact = add_row(table, widths)
            add_text(when, line.when)
            self._fact(fact, line)

    def _row(self, paragraph: "Paragraph", facts: Iterable[Line]) -> None:
        for number, line in enumerate(facts):
            if number:
                add_text(paragraph, " · ")
            self._fact(paragraph, line)

    def _map(self, block: Block) -> None:
        from docx.shared import Pt

        labels = self._sheet.labels
        picture = map_picture(block, labels, MAIN)
        if picture:
            run = self._document.add_paragraph().add_run()
            run.add_picture(io.BytesIO(picture), width=Pt(MAIN))
            describe(run, labels["map"])

    def _fact(self, paragraph: "Paragraph", line: Line) -> None:
        self._runs(paragraph, line.runs)
        self._cites(paragraph, line.cites, unsourced=line.state == "unsourced")
        if line.note:
            add_text(paragraph, "\n")
            self._runs(paragraph, line.note, "Note")

    def _runs(self, paragraph: "Paragraph", runs: Iterable[Run], style: str | None = None) -> None:
        for run in runs:
            other = self._places.get(run.pk) if run.pk is not None else None
            if other is not None and other != self._index:
                words = add_text(paragraph, run.text, "Hyperlink", bold=run.bold)
                keep_small(words, style)
                add_link(paragraph, words, self._place(other), outside=False)
                continue
            for text, address in with_addresses(run.text):
                words = add_text(paragraph, text, "Hyperlink" if address else style, bold=run.bold)
                if is_address(address):
                    keep_small(words, style)
                    add_link(paragraph, words, address, outside=True)

    def _cites(self, paragraph: "Paragraph", numbers: Sequence[int], *, unsourced: bool = False) -> None:
        """The raised numbers after a fact; a space that does not break keeps them apart from it."""
        if unsourced and not numbers:
            add_number(paragraph, f"\xa0{_UNSOURCED}")
        for at, number in enumerate(numbers):
            add_number(paragraph, "," if at else "\xa0")
            words = add_number(paragraph, str(number))
            if number in self._listed:
                add_link(paragraph, words, self._place(self._index, number), outside=False)

    def _source(self, source: SourceLine) -> None:
        paragraph = self._document.add_paragraph(style="Source")
        add_text(paragraph, str(source.number))
        add_tab(paragraph)
        text = " · ".join(filter(None, (source.head, source.text)))
        self._runs(paragraph, [Run(text)])
        add_bookmark(paragraph, self._place(self._index, source.number), next(self._numbers))

    def _place(self, sheet: int, source: int | None = None) -> str:
        return f"sheet_{sheet}" if source is None else f"sheet_{sheet}_source_{source}"
