"""Dates as people write them (19 June 2024, 19.06.2024, июнь 2024, 3–4 July 2024, 2025–2028), as EDTF."""

import re

from dossier.model.dates import Date, parse_date

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
_KAZAKH = re.compile(r"(?P<year>\d{4})\s*ж\S*\s+(?:(?P<day>\d{1,2})\s+)?(?P<month>[^\W\d_]{3,})\Z")
_AROUND = re.compile(r"^(?:с|со|from|since|on)\s+|\s*(?:г\.?|года|год|ж\.?|жылы?|жылдан)$", re.IGNORECASE)
_DAYS = re.compile(r"(\d{1,2})\s?[-–—]\s?(\d{1,2})(\s+\D{3,}\d{4}|\.\d{1,2}\.\d{4})")
_YEAR = re.compile(r"\d{4}")
_SPAN = re.compile(r"\s*[–—]\s*|\s+-\s+|(?<=\d{4})-(?=\d{4}\b)")


def edtf(text: str) -> str:
    """One day, month or year as EDTF. Raises KeyError for what is none."""
    text = _AROUND.sub("", " ".join(text.split())).strip()
    if _ISO.match(text):
        return text[:10].replace(".", "-").strip()
    match = _NUMBERS.match(text) or _WORDS.match(text) or _KAZAKH.match(text)
    if match is None:
        raise KeyError(text)
    month = match["month"]
    number = int(month) if month.isdigit() else _MONTHS[month[:3].lower()]
    parts = [match["year"], f"{number:02}"]
    if match["day"]:
        parts.append(f"{int(match['day']):02}")
    return "-".join(parts)


def read_date(text: str) -> Date:
    """A date that was typed: EDTF, or a day, month, year or span of them in words. Raises DossierError."""
    text = " ".join(text.split())
    try:
        return parse_date(_span(text))
    except KeyError:
        # Whatever else EDTF can say: 1992~, 2024-06/.., 2024-21.
        return parse_date(text)


def _span(text: str) -> str:
    text = _DAYS.sub(r"\1\3 – \2\3", text)
    first, *rest = _SPAN.split(text, maxsplit=1)
    if rest and not _YEAR.search(first):
        first = f"{first} {rest[0][-4:]}"
    return "/".join(edtf(part) for part in (first, *rest))
