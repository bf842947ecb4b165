"""Tables as CSV that Excel opens as it should, and takes for nothing but text.

Excel takes a cell that begins with = + - or @ for a formula, and one of those may call a program; such a cell
gets an apostrophe in front, which the import takes off again. A phone number needs none: written with spaces
it is no formula.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

_FORMULA = re.compile(r"[=+\-@\t\r]")
_PHONES = re.compile(r"\+[\d\s().;+\-\u2010-\u2015]+\Z")
# Excel expects the separator of the system's language, and Russian and Kazakh have the decimal comma.
_SEPARATORS = {"en": ",", "ru": ";", "kk": ";"}


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]], language: str) -> Iterator[bytes]:
    """A table line by line: UTF-8 with a byte order mark, without which Excel takes it for another one."""
    yield b"\xef\xbb\xbf"
    text = io.StringIO()
    writer = csv.writer(text, delimiter=_SEPARATORS[language], lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([guarded(cell) for cell in row])
        yield text.getvalue().encode(errors="replace")
        text.seek(0)
        text.truncate()
    yield text.getvalue().encode()


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    if _PHONES.match(cell):
        return " ".join(re.sub(r"[.\-\u2010-\u2015]", " ", cell).split())
    return f"'{cell}" if is_formula(cell) else cell


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would calculate a cell."""
    return bool(_FORMULA.match(cell))
