"""EDTF dates in words: CLDR patterns through Babel, and the forms a date takes inside a sentence.

A sentence can't put "in" before "19 June" nor a Kazakh ending after "19 маусым" by itself, so it asks for the
form it needs, preposition and ending included; the templates of the catalogue stay whole sentences.
"""

import datetime
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, Final, Literal

from dossier.language.catalogue import catalogue
from dossier.model.dates import Date

Style = Literal["long", "short", "on", "since", "from", "until", "of"]
_WITH_PREPOSITION: Final = ("on", "since", "from", "until")
LOCALES: Final = {"en": "en_GB", "ru": "ru", "kk": "kk"}

# Patterns of the forms by precision, in CLDR's letters; {…} is an ending that depends on the month.
_FORMS: Final[dict[str, dict[str, tuple[str, str, str]]]] = {
    "en": {
        "on": ("'on' d MMMM y", "'in' MMMM y", "'in' y"),
        "since": ("'since' d MMMM y", "'since' MMMM y", "'since' y"),
        "from": ("'from' d MMMM y", "'from' MMMM y", "'from' y"),
        "until": ("'until' d MMMM y", "'until' MMMM y", "'until' y"),
        "of": ("d MMMM y", "MMMM y", "y"),
    },
    "ru": {
        "on": ("d MMMM y\u202f'г'.", "'в' '{in}' y\u202f'г'.", "'в' y\u202f'г'."),
        "since": ("'с' d MMMM y\u202f'г'.", "'с' MMMM y\u202f'г'.", "'с' y\u202f'г'."),
        "from": ("'с' d MMMM y\u202f'г'.", "'с' MMMM y\u202f'г'.", "'с' y\u202f'г'."),
        "until": ("'до' d MMMM y\u202f'г'.", "'до' MMMM y\u202f'г'.", "'до' y\u202f'г'."),
        "of": ("d MMMM y\u202f'г'.", "LLLL y\u202f'г'.", "y\u202f'г'."),
    },
    "kk": {
        "on": ("y 'жылғы' d MMMM'{in}'", "y 'жылғы' MMMM'{in}'", "y 'жылы'"),
        "since": (
            "y 'жылғы' d MMMM'{from}' 'бастап'",
            "y 'жылғы' MMMM'{from}' 'бастап'",
            "y 'жылдан бастап'",
        ),
        "from": ("y 'жылғы' d MMMM'{from}' 'бастап'", "y 'жылғы' MMMM'{from}' 'бастап'", "y 'жылдан бастап'"),
        "until": ("y 'жылғы' d MMMM'{to}' 'дейін'", "y 'жылғы' MMMM'{to}' 'дейін'", "y 'жылға дейін'"),
        "of": ("y 'жылғы' d MMMM'{of}'", "y 'жылғы' MMMM'{of}'", "y 'жылғы'"),
    },
}
_RUSSIAN_IN: Final = (
    "январе", "феврале", "марте", "апреле", "мае", "июне",
    "июле", "августе", "сентябре", "октябре", "ноябре", "декабре",
)  # fmt: skip
_KAZAKH_ENDINGS: Final = tuple(
    dict(zip(("in", "from", "to", "of"), endings.split(), strict=True))
    for endings in (
        "да дан ға дағы", "да нан ға дағы", "да дан ға дағы", "де ден ге дегі",
        "да дан ға дағы", "да нан ға дағы", "де ден ге дегі", "да дан ға дағы",
        "те тен ке тегі", "да нан ға дағы", "да дан ға дағы", "да нан ға дағы",
    )
)  # fmt: skip


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
    return say("between {dates}").format(dates=word_date(code, days, "short" if style == "short" else "long"))


def _one_end(code: str, start: Date | None, end: Date | None, style: Style, say: Callable[[str], str]) -> str:
    """An interval of which one end is asked for, or known."""
    if style == "until" or not start:
        return _point(code, end or start, "until", say)  # type: ignore[arg-type]
    if style == "since":
        return _point(code, end or start, "since", say)
    return _point(code, start, "from", say)


def _interval(code: str, start: Date, end: Date, style: Style, say: Callable[[str], str]) -> str:
    precision = Date(f"{start}/{end}", None, None).precision
    if precision == "other" or not (start.earliest and end.earliest):
        first, last = (
            _point(code, each, style if style == "short" else "long", say) for each in (start, end)
        )
        return f"{first} – {last}"
    pair = _format_pair(code, start.earliest, end.earliest, precision, style)
    if end.is_circa and not start.is_circa:
        first, last = (
            _point(code, each, "short" if style == "short" else "long", say) for each in (start, end)
        )
        return f"{first} – {last}"
    return _hedged(code, start, pair, style, say)


def _format_pair(code: str, first: datetime.date, last: datetime.date, precision: str, style: Style) -> str:
    if first == last:
        return _format(code, first, _pattern(code, precision, style))
    if precision == "year":
        years = f"{first.year}–{last.year}"
        return (
            {"en": f"in {years}", "ru": f"в {years}\u202fгг.", "kk": f"{years} жылдары"}[code]
            if style == "on"
            else years
        )
    split = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    skeleton = "yMMMd" if precision == "day" else "yMMM"
    month = "MMM" if style == "short" else "MMMM"
    patterns = [
        part.replace("MMM", month).replace("LLL", month)
        for part in _locale(code).interval_formats[skeleton][split]
    ]
    text = "".join(_format(code, day, part) for day, part in zip((first, last), patterns, strict=True))
    return _inflected_pair(code, text, last, precision, style)


def _inflected_pair(code: str, text: str, last: datetime.date, precision: str, style: Style) -> str:
    if style == "on":
        if code == "en":
            return f"{'on' if precision == 'day' else 'in'} {text}"
        if code == "kk":
            return f"{text}{_KAZAKH_ENDINGS[last.month - 1]['in']}"
    if style == "of" and code == "kk":
        return f"{text}{_KAZAKH_ENDINGS[last.month - 1]['of']}"
    return text


def _pattern(code: str, precision: str, style: Style) -> str:
    if style in ("long", "short"):
        return _plain_pattern(code, precision, style)
    return _FORMS[code][style][("day", "month", "year").index(precision)]


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

    endings = {"in": _RUSSIAN_IN[day.month - 1]} if code == "ru" else _KAZAKH_ENDINGS[day.month - 1]
    text = format_date(day, pattern, locale=_locale(code))
    return text.format(**endings) if "{" in text else text


@cache
def _locale(code: str) -> Any:
    from babel.core import Locale

    return Locale.parse(LOCALES[code])
