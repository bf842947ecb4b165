"""From the runs of a sheet to pieces of text in a style, each with where a click on it leads.

A link is the name of a place in the file (`sheet-1`, `sheet-1-source-4`) or an address (`https:`, `mailto:`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dossier.export.addresses import with_addresses
from dossier.export.flow import Piece
from dossier.export.fonts import printable
from dossier.export.paper import Style, raised
from dossier.views.values import Line, Run
from resources.tokens import PAPER

_UNSOURCED = "?"


@dataclass(frozen=True, slots=True)
class Links:
    """The places that sheet `index` of a file can link to: its own sources, and other sheets by their pk."""

    index: int
    sheets: dict[int, int]

    @property
    def sheet(self) -> str:
        return f"sheet-{self.index}"

    def source(self, number: int) -> str:
        return f"{self.sheet}-source-{number}"

    def runs(self, runs: Iterable[Run], style: Style) -> list[Piece]:
        """Names of records with a sheet in the same file, and web and e-mail addresses, are links."""
        pieces = []
        for run in runs:
            text = printable(run.text)
            look = Style(style.size, style.line, style.bold or run.bold, style.colour)
            link = Style(style.size, style.line, style.bold or run.bold, PAPER.accent)
            other = self.sheets.get(run.pk) if run.pk is not None else None
            if other is not None and other != self.index:
                pieces.append(Piece(text, link, f"sheet-{other}"))
            else:
                for words, address in with_addresses(text):
                    pieces.append(Piece(words, link if address else look, address))
        return pieces

    def fact(self, line: Line, style: Style) -> list[Piece]:
        """The words of a line with its sources after them; nothing for a line that is a note only."""
        words = self.runs(line.runs, style)
        if words:
            words[-1] = replace(words[-1], text=words[-1].text.rstrip())
            words += self.cites(line.cites, unsourced=line.state == "unsourced")
        return words

    def cites(self, numbers: Sequence[int], *, unsourced: bool = False) -> list[Piece]:
        """The raised numbers after a fact.

        A real space before the first keeps it apart from the fact's last word when text is copied or
        searched. It is drawn with the number: some readers pass over a space that is drawn alone.
        """
        if unsourced and not numbers:
            return [Piece("\xa0" + _UNSOURCED, raised(PAPER.ink))]
        accent = raised(PAPER.accent)
        pieces: list[Piece] = []
        for number in numbers:
            if pieces:
                pieces.append(Piece(",", accent))
            text = str(number) if pieces else f"\xa0{number}"
            pieces.append(Piece(text, accent, self.source(number)))
        return pieces
