"""Days as lists have them (19.06.2024, June 2024, 2024-06-19, 2024), as EDTF."""

import re

from dossier.intake.contacts.reasons import BadRowError
from dossier.language.labels import N_
from dossier.model.dates import parse_date
from dossier.model.errors import DossierError

_MONTHS = {
    stem: month
    for month, stems in enumerate(
        (
            "jan янв қаң", "feb фев ақп", "mar мар нау", "apr апр сәу", "may мая май мам", "jun июн мау",
            "jul июл шіл", "aug авг там", "sep сен қыр", "oct окт қаз", "nov ноя қар", "dec дек жел",
        ),
        1,
    )
    for stem in stems.split()
}  # fmt: skip
_NUMBERS = re.compile(r"(?:(?P<day>\d{1,2})[./-])?(?P<month>\d{1,2})[./-](?P<year>\d{4})\Z")
_ISO = re.compile(r"\d{4}(?:[-.](?P<month>\d\d)(?:[-.](?P<day>\d\d))?)?(?:[ T]00:00(?::00)?)?\Z")
_WORDS = re.compile(r"(?:(?P<day>\d{1,2})\s+)?(?P<month>[^\W\d_]{3,})\.?\s+(?P<year>\d{4})\Z")
_AROUND = re.compile(r"^(?:с|со|from|since)\s+|\s*(?:г\.?|года|год|ж\.?|жылы?|жылдан)$", re.IGNORECASE)


def read_day(cell: str) -> str:
    """The day, month or year in a cell as EDTF. Raises BadRowError for what is none."""
    text = _AROUND.sub("", " ".join(cell.split())).strip()
    try:
        return parse_date(_edtf(text)).text
    except (DossierError, KeyError):
        raise BadRowError(
            N_("“{cell}” is not a date; write it as 19.06.2024 or 2024-06-19"), cell=cell
        ) from None


def _edtf(text: str) -> str:
    if _ISO.match(text):
        return text[:10].replace(".", "-").strip()
    match = _NUMBERS.match(text) or _WORDS.match(text)
    if match is None:
        raise KeyError(text)
    month = match["month"]
    number = int(month) if month.isdigit() else _MONTHS[month[:3].lower()]
    parts = [match["year"], f"{number:02}"]
    if match["day"]:
        parts.append(f"{int(match['day']):02}")
    return "-".join(parts)
