"""Text into lines: wrapped at spaces, and a word longer than a line is broken rather than cut off."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.export.fonts import printable, width
from dossier.export.paper import Style


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one style; `link` is "" or where a click leads (see pieces.py)."""

    text: str
    style: Style
    link: str = ""

    @property
    def width(self) -> float:
        return width(self.text, self.style.size, self.style.bold)


Row = tuple[Piece, ...]
Word = list[Piece]  # stretches with no space between them
Token = Word | Piece | None  # a word, the space after it, or the end of a paragraph

_SPACES = re.compile(r"(\n| +)")
_BREAK_AFTER = "-‐–—/_.@?&=+,;:"  # where a word too long for a line may be broken without hurting it


def row_width(row: Sequence[Piece]) -> float:
    return sum([piece.width for piece in row])


def flow(pieces: Iterable[Piece], room: float) -> tuple[Row, ...]:
    """The lines of a text, none wider than `room`; a newline ends one. There may be none at all."""
    pieces = list(pieces)
    if len(pieces) == 1 and (short := _one_row(pieces[0], room)):
        return (short,)
    rows = _Rows(room)
    for token in _tokens(pieces):
        if token is None:
            rows.end()
        elif isinstance(token, Piece):
            rows.gap = token
        else:
            rows.add(token)
    rows.end()
    return tuple(rows.done)


def clip(rows: Sequence[Row], most: int, room: float) -> tuple[Row, ...]:
    """The first `most` lines, the last one ending in … where more are cut off."""
    if len(rows) <= most:
        return tuple(rows)
    last = list(rows[most - 1])
    while (
        len(last) > 1 and row_width(last[:-1]) + width("…", last[-2].style.size, last[-2].style.bold) > room
    ):
        last.pop()
    end = last[-1]
    before = row_width(last[:-1])
    text = end.text.rstrip()
    while text and before + width(text + "…", end.style.size, end.style.bold) > room:
        text = text[:-1].rstrip()
    return (*rows[: most - 1], (*last[:-1], replace(end, text=text + "…")))


def elide(text: str, style: Style, room: float) -> str:
    """One line of a text that may be too long for its place."""
    rows = flow([Piece(text.replace("\n", " "), style)], room)
    return "".join(piece.text for row in clip(rows, 1, room) for piece in row)


def _one_row(piece: Piece, room: float) -> Row | None:
    """The line of a text that plainly fits on one, which headings, sources and labels mostly do."""
    text = printable(piece.text)
    if not text or "\n" in text or "  " in text or text != text.strip(" "):
        return None
    short = Piece(text, piece.style, piece.link)
    return (short,) if short.width <= room else None


def _tokens(pieces: Iterable[Piece]) -> Iterator[Token]:
    word: Word = []
    for piece in pieces:
        for part in _SPACES.split(printable(piece.text)):
            if part and part[0] not in " \n":
                word.append(Piece(part, piece.style, piece.link))
            elif part:
                if word:
                    yield word
                    word = []
                yield None if part == "\n" else Piece(" ", piece.style, piece.link)
    if word:
        yield word


class _Rows:
    """Lines being filled: the open one is kept as words with the space before each."""

    def __init__(self, room: float) -> None:
        self.done: list[Row] = []
        self.gap: Piece | None = None
        self._room = room + 1e-6
        self._open: list[tuple[Piece | None, Word]] = []
        self._used = 0.0

    def add(self, word: Word) -> None:
        gap, self.gap = self.gap, None
        needed = row_width(word)
        between = gap.width if gap else 0.0
        if self._open and self._used + between + needed > self._room:
            self._wrap(between + needed)
        if needed > self._room:
            *full, word = _broken(word, self._room)
            for part in full:
                self._put(None, part)
                self.end()
        self._put(gap, word)

    def end(self) -> None:
        if self._open:
            self.done.append(_merged(self._open))
        self._open, self._used, self.gap = [], 0.0, None

    def _put(self, gap: Piece | None, word: Word) -> None:
        gap = gap if self._open else None
        self._open.append((gap, word))
        self._used += (gap.width if gap else 0) + row_width(word)

    def _wrap(self, coming: float) -> None:
        """Ends the line; a one-letter word (в, и, с, a) goes on to the next one with what is coming."""
        carried = None
        if len(self._open) > 1:
            last = self._open[-1][1]
            letter = len(last) == 1 and len(last[0].text) == 1 and last[0].text.isalpha()
            if letter and last[0].width + coming <= self._room:
                carried = self._open.pop()
        self.end()
        if carried:
            self._put(*carried)


def _merged(words: list[tuple[Piece | None, Word]]) -> Row:
    """The line as few pieces: words of one style are drawn, and copied, as one string with its spaces."""
    row: list[Piece] = []
    for gap, word in words:
        if gap:
            # A space is part of a link only inside it.
            last = row[-1]
            row.append(Piece(gap.text, last.style, last.link if last.link == word[0].link else ""))
        row.extend(word)
    merged = row[:1]
    for piece in row[1:]:
        last = merged[-1]
        if piece.link == last.link and (piece.style is last.style or piece.style == last.style):
            merged[-1] = Piece(last.text + piece.text, last.style, last.link)
        else:
            merged.append(piece)
    return tuple(merged)


def _broken(word: Word, room: float) -> list[Word]:
    """A word too long for a line, as parts that each fit on one."""
    parts: list[Word] = [[]]
    left = room
    for piece in word:
        rest = piece
        while rest.width > left:
            count = _fitting(rest, left) or (0 if parts[-1] else 1)
            if count:
                parts[-1].append(replace(rest, text=rest.text[:count]))
                rest = replace(rest, text=rest.text[count:])
            parts.append([])
            left = room
        if rest.text:
            parts[-1].append(rest)
            left -= rest.width
    return [part for part in parts if part]


def _fitting(piece: Piece, room: float) -> int:
    """How many letters fit, fewer where that leaves a better place to break."""
    count, used = 0, 0.0
    for letter in piece.text:
        used += width(letter, piece.style.size, piece.style.bold)
        if used > room:
            break
        count += 1
    better = max(piece.text.rfind(mark, 0, count) for mark in _BREAK_AFTER) + 1
    return better if better > count // 2 else count
