"""Sheets as Markdown: plain text that reads well as it is, whole, for mail, notes and further writing.

Numbers in brackets are those of the list of sources at the end. What users wrote is escaped, so that a star
in it stays a star.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from dossier.export.addresses import with_addresses
from dossier.views.values import Block, Line, Run, Sheet, SourceLine

_MARKS = re.compile(r"([\\`*\[\]<~]|(?<![^\W_])_|_(?![^\W_])|&(?=#|\w+;))")
_AT_START = re.compile(
    r"^( *)(?:(\d+)(?=[.)](?:\s|$))|(?=#{1,6}(?:\s|$)|[+-](?:\s|$)|-{2,}|=+ *$|>))", re.MULTILINE
)
_UNSOURCED = "[?]"


def render_markdown(sheets: Sequence[Sheet]) -> bytes:
    """The sheets below each other, a rule between them; at least one sheet."""
    if not sheets:
        raise ValueError("no sheet to render")
    return "\n---\n\n".join("\n\n".join(_parts(sheet)) + "\n" for sheet in sheets).encode()


def _parts(sheet: Sheet) -> Iterator[str]:
    """The paragraphs, headings and lists of a sheet, the marking first and last."""
    marking = " · ".join(filter(None, (sheet.marking, sheet.copy)))
    if marking:
        yield f"**{_plain(marking.upper())}**"
    yield f"# {_plain(sheet.name)}"
    if sheet.lead or sheet.lead_cites:
        yield _start(_runs(sheet.lead, between="\\\n") + _cites(sheet.lead_cites))
    if sheet.other_names:
        yield _start(_plain(sheet.other_names))
    yield f"**{_plain(sheet.as_of)}**"
    yield _start(_plain(" · ".join(filter(None, (sheet.kind_label, sheet.printed, sheet.remark)))))
    if sheet.gist:
        yield _start(_fact(sheet.gist, " "))
    for block in sheet.blocks:
        if block.lines or block.empty or block.codes:
            yield from _block(block, sheet)
    if sheet.sources:
        yield f"## {_plain(sheet.labels['sources'])}"
        yield "\n".join(map(_source, sheet.sources))
    if marking:
        yield f"**{_plain(marking.upper())}**"


def _block(block: Block, sheet: Sheet) -> Iterator[str]:
    yield f"## {_plain(block.title)}"
    if block.note:
        yield _start(_plain(block.note))
    if not block.lines:
        yield from [_start(_plain(block.empty))] if block.empty else []
    elif block.layout == "tags":
        yield _start(" · ".join(_fact(line, " ") for line in block.lines))
    else:
        facts = [line for line in block.lines if line.runs]
        if facts:
            yield "\n".join(f"- {_item(line)}" for line in facts)
        for line in block.lines:
            if not line.runs:
                yield _start(_runs(line.note))
    if block.codes and not any(not line.runs for line in block.lines):
        yield _start(_plain(sheet.labels["map"]))


def _source(line: SourceLine) -> str:
    text = " · ".join(filter(None, (line.head, line.text)))
    return f"{line.number}. {_start(_runs([Run(text)]))}"


def _item(line: Line) -> str:
    """A fact in a list, its date before it and what is said of it on a line below."""
    when = f"{_plain(line.when)}: " if line.when else ""
    return _start(when + _fact(line, "\\\n  "))


def _fact(line: Line, before_note: str) -> str:
    cites = _UNSOURCED if line.state == "unsourced" and not line.cites else ""
    note = before_note + _runs(line.note) if line.note else ""
    return f"{_runs(line.runs)}{_cites(line.cites)}{f' {cites}' if cites else ''}{note}"


def _cites(numbers: Sequence[int]) -> str:
    return f" [{', '.join(map(str, numbers))}]" if numbers else ""


def _runs(runs: Iterable[Run], between: str = " ") -> str:
    """Text with its bold words and addresses; `between` stands for an end of line in it."""
    # Bold runs side by side are one, or the stars between them would be read as stars.
    stretches = groupby(runs, key=lambda run: run.bold)
    return "".join(_stretch("".join(run.text for run in some), bold, between) for bold, some in stretches)


def _stretch(text: str, bold: bool, between: str) -> str:
    lines = map(_linked, _seen(text).split("\n"))
    return between.join(map(_bold, lines) if bold else lines)


def _linked(text: str) -> str:
    words = ""
    for part, address in with_addresses(text):
        if not address:
            words += _escaped(part)
        elif address in (part, f"mailto:{part}"):
            words += f"<{part}>"
        else:
            words += f"[{_escaped(part)}]({address.replace('(', '%28').replace(')', '%29')})"
    return words


def _bold(words: str) -> str:
    """A star next to a space is but a star, so the spaces at the ends stay outside."""
    bare = words.strip()
    before, _, after = words.partition(bare) if bare else (words, "", "")
    return f"{before}**{bare}**{after}" if bare else words


def _plain(text: str) -> str:
    """User text as such, in one line."""
    return _escaped(" ".join(_seen(text).split()))


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)


def _seen(text: str) -> str:
    """A text without control characters and halves of letters."""
    return "".join(each for each in text if each == "\n" or unicodedata.category(each) not in ("Cc", "Cs"))


def _start(text: str) -> str:
    """A paragraph none of whose lines is taken for a heading, a list, a quotation or a rule."""
    return _AT_START.sub(lambda match: f"{match[1]}{match[2] or ''}\\", text.strip())
