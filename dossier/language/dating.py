"""EDTF dates in words: CLDR patterns through Babel, and the forms a date takes inside a sentence.

A sentence can't put "in" before "19 June" nor a Kazakh ending after "19 маусым" by itself, so it asks for the
form it needs, preposition and ending included; the templates of the catalogue stay whole sentences.
"""

import datetime
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, Final, Literal

from dossier.language.catalogue import catalogue
from dossier.language.date_forms import FORMS, KAZAKH_ENDINGS, RUSSIAN_IN, YEARS_ON
from dossier.model.dates import Date

Style = Literal["long", "short", "on", "since", "from", "until", "of"]
_WITH_PREPOSITION: Final = ("on", "since", "from", "until")
_SHORT_YEAR: Final = 999  # has fewer than four digits: "1 January 1" reads as a day twice
LOCALES: Final = {"en": "en_GB", "ru": "ru", "kk": "kk"}


@lru_cache(maxsize=4096)
def word_date(code: str, date: Date, style: Style) -> str:
    """One date or interval in words of a language; the styles are those of `Wording.date`."""
    say: Callable[[str], str] = catalogue(code).gettext
    if not date.is_interval:
        return _point(code, date, style, say)
    start, end = date.ends
    if style in ("since", "from", "until") or not (start and end):
        return _one_end(code, start, end, style, say)
    return _interval(code, start, end, style, say)


def _point(code: str, date: Date, style: Style, say: Callable[[str], str]) -> str:
    if date.precision == "other":
        return _spelled_out(code, date, style, say)
    assert date.earliest
    text = _format(code, date.earliest, _pattern(code, date.precision, style))
    return _hedged(code, date, text, style, say)


def _hedged(code: str, date: Date, text: str, style: Style, say: Callable[[str], str]) -> str:
    """With the doubt that EDTF's marks express: `~` about, `?` uncertain, `%` both."""
    if date.text.endswith(("~", "%")):
        # English alone puts the word behind the preposition: "since about 1992".
        preposition, text = text.split(" ", 1) if code == "en" and style in _WITH_PREPOSITION else ("", text)
        text = f"{preposition} {say('about {date}').format(date=text)}".lstrip()
    return say("{date} (uncertain)").format(date=text) if date.text.endswith(("?", "%")) else text


def _spelled_out(code: str, date: Date, style: Style, say: Callable[[str], str]) -> str:
    """What only the EDTF library reads, such as a season or a decade, by the days it can span."""
    if not (date.earliest and date.latest):
        return date.text
    days = Date(f"{date.earliest}/{date.latest}", date.earliest, date.latest)
    return say("within {dates}").format(dates=word_date(code, days, "short" if style == "short" else "long"))


def _one_end(code: str, start: Date | None, end: Date | None, style: Style, say: Callable[[str], str]) -> str:
    """An interval of which one end is asked for, or known."""
    if style == "until" or not start:
        return _point(code, end or start, "until", say)  # type: ignore[arg-type]
    if style == "since":
        return _point(code, end or start, "since", say)
    return _point(code, start, "from", say)


def _interval(code: str, start: Date, end: Date, style: Style, say: Callable[[str], str]) -> str:
    apart = start.precision != end.precision or (end.is_circa and not start.is_circa)
    if apart or start.precision == "other" or not (start.earliest and end.earliest):
        plain: Style = "short" if style == "short" else "long"
        return f"{_point(code, start, plain, say)} – {_point(code, end, plain, say)}"
    pair = _pair(code, start.earliest, end.earliest, start.precision, style)
    return _hedged(code, start, pair, style, say)


def _pair(code: str, first: datetime.date, last: datetime.date, precision: str, style: Style) -> str:
    if first == last:
        return _format(code, first, _pattern(code, precision, style))
    if precision == "year":
        years = f"{first.year:04}", f"{last.year:04}"
        return YEARS_ON[code].format(*years) if style == "on" else "–".join(years)
    differs = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    parts = _interval_patterns(code, precision, differs, style == "short")
    text = "".join(_format(code, day, part) for day, part in zip((first, last), parts, strict=True))
    if style == "on" and code == "en":
        return f"on {text}" if precision == "day" else f"in {text}"
    if style in ("on", "of") and code == "kk":
        return text + KAZAKH_ENDINGS[last.month - 1]["in" if style == "on" else "of"]
    return text


@cache
def _interval_patterns(code: str, precision: str, differs: str, short: bool) -> tuple[str, ...]:
    """CLDR has interval patterns for short months only; the long ones differ in nothing but the month."""
    parts = _locale(code).interval_formats["yMMMd" if precision == "day" else "yMMM"][differs]
    return tuple(parts if short else (part.replace("MMM", "MMMM").replace("LLL", "LLLL") for part in parts))


def _pattern(code: str, precision: str, style: Style) -> str:
    if style in ("long", "short"):
        return _plain_pattern(code, precision, style)
    return FORMS[code][style][("day", "month", "year").index(precision)]


@cache
def _plain_pattern(code: str, precision: str, style: str) -> str:
    locale = _locale(code)
    if precision == "year":
        return "y"
    if precision == "day":
        return str(locale.date_formats["long" if style == "long" else "medium"].pattern)
    return str(locale.datetime_skeletons["yMMM" if style == "short" else "yMMMM"].pattern)


def _format(code: str, day: datetime.date, pattern: str) -> str:
    from babel.dates import format_date

    endings = {"in": RUSSIAN_IN[day.month - 1]} if code == "ru" else KAZAKH_ENDINGS[day.month - 1]
    if day.year <= _SHORT_YEAR:
        pattern = pattern.replace("y", "yyyy")  # no y stands in the words of a pattern
    text = format_date(day, pattern, locale=_locale(code))
    return text.format(**endings) if "{" in text else text


@cache
def _locale(code: str) -> Any:
    from babel.core import Locale

    return Locale.parse(LOCALES[code])
