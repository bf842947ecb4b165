"""What a reader finds in a PDF: by poppler's tools, as the issue asks, and by pdfium for places and links."""

import ctypes
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

MILLIMETRE = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Word:
    """A word and the box of its ink, in points from the bottom left corner; `size` is that of its type."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float

    def overlaps(self, other: "Word") -> bool:
        spare = 0.3  # letters of italics and the like reach a little over their advance
        return (
            self.left < other.right - spare
            and other.left < self.right - spare
            and self.bottom < other.top - spare
            and other.bottom < self.top - spare
        )


@dataclass(frozen=True, slots=True)
class Link:
    """What a click on a place does: it opens an address, or goes to a height on a page (from 1)."""

    left: float
    bottom: float
    address: str
    page: int
    height: float


def poppler(tool: str, data: bytes, tmp_path: Path, *options: str) -> str:
    """The output of pdfinfo, pdftotext or pdffonts; a message on standard error fails the test."""
    path = tmp_path / "sheet.pdf"
    path.write_bytes(data)
    output = ["-"] if tool == "pdftotext" else []
    done = subprocess.run([tool, *options, str(path), *output], capture_output=True, text=True, check=True)
    assert not done.stderr
    return done.stdout


def page_count(data: bytes) -> int:
    document = pypdfium2.PdfDocument(data)
    try:
        return len(document)
    finally:
        document.close()


def text(data: bytes, page: int = 1) -> str:
    """The text of a page, in the order in which it was drawn, with plain line ends."""
    document = pypdfium2.PdfDocument(data)
    try:
        return str(document[page - 1].get_textpage().get_text_range()).replace("\r\n", "\n")
    finally:
        document.close()


def one_line(data: bytes, page: int = 1) -> str:
    """The text of a page with every run of spaces and line ends as one space, to look for sentences in."""
    return " ".join(text(data, page).split())


def words(data: bytes, page: int = 1) -> list[Word]:
    document = pypdfium2.PdfDocument(data)
    try:
        return list(_words(document[page - 1].get_textpage()))
    finally:
        document.close()


def _words(page: pypdfium2.PdfTextPage) -> Iterator[Word]:
    letters: list[tuple[str, tuple[float, float, float, float], float]] = []
    for index in range(page.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(page, index))
        size = pdfium.FPDFText_GetFontSize(page, index)
        if letter.isspace() or pdfium.FPDFText_IsGenerated(page, index) == 1:
            yield from _word(letters)
            letters = []
        elif letter == "\x02":  # what pdfium makes of a hyphen at the end of a line, to join the word's parts
            letters.append(("-", page.get_charbox(index), size))
            yield from _word(letters)
            letters = []
        else:
            letters.append((letter, page.get_charbox(index), size))
    yield from _word(letters)


def _word(letters: list[tuple[str, tuple[float, float, float, float], float]]) -> Iterator[Word]:
    if letters:
        lefts, bottoms, rights, tops = zip(*(box for _, box, _ in letters), strict=True)
        text = "".join(letter for letter, _, _ in letters)
        yield Word(text, min(lefts), min(bottoms), max(rights), max(tops), min(size for *_, size in letters))


def links(data: bytes, page: int = 1) -> list[Link]:
    document = pypdfium2.PdfDocument(data)
    try:
        return list(_links(document, document[page - 1]))
    finally:
        document.close()


def _links(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[Link]:
    position, link, area = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while pdfium.FPDFLink_Enumerate(page, position, link):
        pdfium.FPDFLink_GetAnnotRect(link, area)
        destination = pdfium.FPDFLink_GetDest(document, link)
        if destination:
            flags = [ctypes.c_int() for _ in range(3)]
            numbers = [ctypes.c_float() for _ in range(3)]
            pdfium.FPDFDest_GetLocationInPage(destination, *flags, *numbers)
            target = pdfium.FPDFDest_GetDestPageIndex(document, destination) + 1
            yield Link(area.left, area.bottom, "", target, numbers[1].value)
        else:
            action = pdfium.FPDFLink_GetAction(link)
            length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
            yield Link(area.left, area.bottom, buffer.value.decode("ascii"), 0, 0)


def check_layout(data: bytes, page: int = 1) -> list[Word]:
    """Fails unless the words of a page lie clear of each other, 15 mm from each edge, in 9 pt or larger."""
    found = words(data, page)
    edge = 15 * MILLIMETRE - 0.1
    for word in found:
        assert edge <= word.left, word
        assert word.right <= 210 * MILLIMETRE - edge, word
        assert edge <= word.bottom, word
        assert word.top <= 297 * MILLIMETRE - edge, word
        assert word.size >= 9, word
    by_height = sorted(found, key=lambda word: word.bottom)
    for index, word in enumerate(by_height):
        for other in by_height[index + 1 :]:
            if other.bottom > word.top:
                break
            assert not word.overlaps(other), f"{word} lies over {other}"
    return found
