"""Text for a terminal: tables whose columns align in any script, wrapped paragraphs, JSON."""

import json
import re
import shutil
import sys
import unicodedata
from collections.abc import Sequence
from typing import Any

import click

_WIDEST = 110
_ENDLESS = 100_000
_GAP = 2
_WIDEST_COLUMN = 60
# What a terminal would obey, and what turns the order of letters (UAX 9); line ends and tabs are text.
_OBEYED = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def echo(text: str = "", *, err: bool = False) -> None:
    """Print a line. Whatever is in a dossier, a terminal takes nothing of it for a command."""
    click.echo(_OBEYED.sub("\ufffd", text), err=err)


def width() -> int:
    """How many columns a line may take: those of the terminal, within reason; no end in a pipe or file."""
    columns = shutil.get_terminal_size((0, 24)).columns
    return min(_WIDEST, columns) if columns else _ENDLESS


def print_json(value: Any) -> None:
    """JSON with letters as they are where the stream can take them."""
    click.echo(json.dumps(value, ensure_ascii=_is_plain(), indent=2))


def json_line(value: Any) -> str:
    """The same in one line."""
    return json.dumps(value, ensure_ascii=_is_plain())


def _is_plain() -> bool:
    return (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "") != "utf8"


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Columns side by side; the last one wraps into its own column."""
    if not rows:
        return
    cells_of = zip(*rows, strict=True)
    widths = [min(max(columns_of(cell) for cell in column), _WIDEST_COLUMN) for column in cells_of]
    indent = sum(widths[:-1]) + _GAP * (len(widths) - 1)
    if indent > width() * 2 // 3:
        _print_stacked(rows)
        return
    for *cells, last in rows:
        start = "".join(padded(cell, size) + " " * _GAP for cell, size in zip(cells, widths, strict=False))
        print_wrapped(last, start, " " * indent)


def print_wrapped(text: str, first: str = "", rest: str = "") -> None:
    """A paragraph, `first` before its first line and `rest` before the others."""
    room = max(20, width() - columns_of(rest))
    lines = _fold(text, room)
    for start, line in zip([first] + [rest] * (len(lines) - 1), lines, strict=True):
        echo(f"{start}{line}".rstrip())


def columns_of(text: str) -> int:
    """How many columns of a terminal a text takes: East Asian letters two, combining marks none."""
    return sum(_columns(letter) for letter in text)


def padded(text: str, size: int) -> str:
    return text + " " * (size - columns_of(text))


def _columns(letter: str) -> int:
    if letter < "\u0300":
        return 1
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _fold(text: str, room: int) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if lines[-1] and columns_of(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _print_stacked(rows: Sequence[Sequence[str]]) -> None:
    """For a narrow terminal: each row's cells below each other."""
    for first, *others in rows:
        print_wrapped(first)
        for cell in others:
            if cell:
                print_wrapped(cell, "  ", "  ")
