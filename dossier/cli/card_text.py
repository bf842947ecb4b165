"""A card as text for the terminal: the same blocks, in the same order, as the card in the window."""

from collections.abc import Sequence
from itertools import groupby

import click

from dossier.cli.printing import columns_of, echo, padded, print_wrapped
from dossier.language import Wording
from dossier.views.values import Block, Card, Line, Run, SourceLine

_INDENT = "  "


def print_card(card: Card, wording: Wording) -> None:
    """Print a card with its numbered sources."""
    click.secho(card.name, bold=True)
    print_wrapped(f"{card.kind_label}. {_text(card.lead)}{_numbers(card.lead_cites)}")
    print_wrapped(" · ".join(part for part in (card.as_of, card.marking) if part))
    _print_lines(wording.say("Names"), card.other_names)
    for block in card.blocks:
        _print_block(block)
    print_sources(card.sources, wording)


def print_sources(sources: Sequence[SourceLine], wording: Wording) -> None:
    """Print the numbered list of sources, where there are any."""
    if not sources:
        return
    _head(wording.say("Sources"))
    for source in sources:
        print_wrapped(
            f"{source.head}, {source.text}" if source.head else source.text,
            f"{_INDENT}{source.number}  ",
            _INDENT * 3,
        )


def text_of_line(line: Line) -> str:
    """A fact with the numbers of its sources behind it."""
    return line.plain + _numbers(line.cites)


def _print_block(block: Block) -> None:
    if block.layout == "tags" and block.lines:
        _head(block.title)
        tags = map(text_of_line, block.lines)
        print_wrapped(" · ".join(tags), _INDENT, _INDENT)
    elif block.lines:
        _print_lines(block.title, block.lines)
    elif block.empty:
        _head(block.title)
        print_wrapped(block.empty, _INDENT, _INDENT)


def _print_lines(title: str, lines: Sequence[Line]) -> None:
    """Lines under a title; what they are dated or labelled by stands in a column of its own, said once."""
    if not lines:
        return
    _head(title)
    size = max(columns_of(line.when) for line in lines)
    column = " " * (size + len(_INDENT)) if size else ""
    for when, group in groupby(lines, key=lambda line: line.when):
        start = padded(when, len(column))
        for line in group:
            print_wrapped(text_of_line(line), _INDENT + start, _INDENT + column)
            if line.note:
                print_wrapped(_text(line.note), *[_INDENT * 2 + column] * 2)
            start = column


def _head(title: str) -> None:
    echo()
    click.secho(title, bold=True)


def _text(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)


def _numbers(cites: Sequence[int]) -> str:
    return f" [{', '.join(map(str, cites))}]" if cites else ""
