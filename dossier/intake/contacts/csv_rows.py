"""Lists as text: whatever encoding and separator the program that saved them chose."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from dossier.intake.contacts.columns import header_score
from dossier.intake.contacts.csv_records import records
from dossier.intake.contacts.reading import Reading
from dossier.intake.contacts.rows import Row, Table, cleaned
from dossier.model.errors import DossierError

SEPARATORS = (";", ",", "\t")

_SAMPLE_BYTES = 1 << 16
_SAMPLE_ROWS = 40
# UTF-16 writes a zero with each digit, separator and Latin letter; in other text one may have strayed in.
_FEWEST_ZEROS = 0.02
# What a text seldom has: control characters, and what could not be read in its encoding.
_ODD = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")
_MOST_ODD, _FEW_ODD = 0.02, 10
_MOST_SPOILT = 0.05
"""How many of the letters beyond ASCII may be spoilt in a text that still is UTF-8."""

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Letters that Windows-1251 has for Serbian and Macedonian stand where KZ-1048 has Қ, Ә and Ң.
_KAZAKH_BYTES = frozenset("ЌќЈјЅѕ".encode("cp1251"))


def open_csv(path: Path, sha256: str, reading: Reading) -> Table:
    """Find out how a text file is written. Raises DossierError where it is no text, or empty."""
    encoding = reading.encoding or _encoding(path)
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        sample = file.read(_SAMPLE_BYTES)
    if reading.encoding and sample.count("\ufffd") > len(sample) * _MOST_ODD:
        raise DossierError(
            "{path} is not written in {encoding}; choose another encoding.", path=path, encoding=encoding
        )
    if len(_ODD.findall(sample)) > max(_FEW_ODD, len(sample) * _MOST_ODD):
        raise DossierError(
            "{path} is not a list as text; save it as CSV (UTF-8) or as an Excel workbook.", path=path
        )
    if not sample.strip("\0\ufeff \t\r\n"):
        raise DossierError("{path} is empty; choose another file.", path=path)
    separator = reading.separator or _separator(sample)
    return Table(lambda: _rows(path, encoding, separator), sha256, encoding=encoding, separator=separator)


def _rows(path: Path, encoding: str, separator: str) -> Iterator[tuple[Row, float]]:
    size = path.stat().st_size
    with (
        path.open("rb") as raw,
        closing(io.TextIOWrapper(raw, encoding, errors="replace", newline="")) as file,
    ):
        for line, cells, fault in records(file, separator):
            if line == 1 and cells and cells[0].startswith("sep="):
                continue
            yield Row(line, tuple([cleaned(cell) for cell in cells]), fault=fault), raw.tell() / size


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(4096)
        for bom, encoding in _BOMS:
            if start.startswith(bom):
                return encoding
        zeros = start.count(0)
        if zeros > max(_FEW_ODD, len(start) * _FEWEST_ZEROS):
            return "utf-16-be" if start[::2].count(0) * 2 > zeros else "utf-16-le"
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        kazakh = False
        utf8 = True
        while chunk := file.read(1 << 20):
            kazakh = kazakh or not _KAZAKH_BYTES.isdisjoint(chunk)
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                utf8 = _is_spoilt_utf8(chunk)
                break
        if utf8:
            return "utf-8"
        while not kazakh and (chunk := file.read(1 << 20)):
            kazakh = not _KAZAKH_BYTES.isdisjoint(chunk)
        return "kz1048" if kazakh else "cp1251"


def _is_spoilt_utf8(data: bytes) -> bool:
    """Whether nearly all that is not ASCII is UTF-8 after all; the rows that are not will be told."""
    text = data.decode("utf-8", errors="replace")
    spoilt = text.count("\ufffd")
    return spoilt < _MOST_SPOILT * (len(text) - len(text.encode("ascii", errors="ignore")))


def _separator(sample: str) -> str:
    return max(SEPARATORS, key=lambda separator: _fit(sample, separator))


def _fit(sample: str, separator: str) -> tuple[int, int]:
    """How well a separator parts the sample: columns recognized in the best row, and columns at all."""
    rows = list(islice(csv.reader(io.StringIO(sample, newline=""), delimiter=separator), _SAMPLE_ROWS))
    widths = [len(row) for row in rows if row]
    common = max(set(widths), key=widths.count, default=0)
    return max((header_score(row) for row in rows), default=0), common
