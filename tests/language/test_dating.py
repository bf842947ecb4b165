"""Dates in words: every shape of EDTF the program writes, in three languages, alone and in sentences."""

import pytest

from dossier.language import wording
from dossier.language.dating import Style
from dossier.model.dates import parse_date


def words(code: str, text: str, style: Style = "long") -> str:
    """The words with plain spaces: CLDR puts thin ones before "г." and around dashes."""
    words = wording(code).date(parse_date(text), style)
    return words.replace("\u202f", " ").replace("\u2009", " ")


@pytest.mark.parametrize(
    ("text", "english", "russian", "kazakh"),
    [
        ("2024-06-19", "19 June 2024", "19 июня 2024 г.", "2024 ж. 19 маусым"),
        ("2024-06", "June 2024", "июнь 2024 г.", "2024 ж. маусым"),
        ("2024", "2024", "2024", "2024"),
        ("2024-07-03/2024-07-04", "3–4 July 2024", "3–4 июля 2024 г.", "2024 ж. 3–4 шілде"),
        (
            "2024-06-30/2024-07-02",
            "30 June – 2 July 2024",
            "30 июня – 2 июля 2024 г.",
            "2024 ж. 30 маусым – 2 шілде",
        ),
        ("2025/2028", "2025–2028", "2025–2028", "2025–2028"),
    ],
)
def test_a_date_alone(text: str, english: str, russian: str, kazakh: str) -> None:
    assert [words(code, text) for code in ("en", "ru", "kk")] == [
        english,
        russian,
        kazakh,
    ]


def test_an_interval_across_years_names_both() -> None:
    assert words("en", "2024-12-30/2025-01-02") == "30 December 2024 – 2 January 2025"


def test_months_in_a_range_are_nominative_in_russian() -> None:
    assert words("ru", "2024-06/2024-07") == "июнь – июль 2024 г."


def test_short_dates_shorten_the_month() -> None:
    assert words("en", "2024-06-19", "short") == "19 Jun 2024"
    assert words("en", "2024-07-03/2024-07-04", "short") == "3–4 Jul 2024"
    assert words("kk", "2024-06-19", "short") == "2024 ж. 19 мау."


@pytest.mark.parametrize(
    ("style", "english", "russian", "kazakh"),
    [
        ("on", "on 20 June 2024", "20 июня 2024 г.", "2024 жылғы 20 маусымда"),
        ("since", "since 20 June 2024", "с 20 июня 2024 г.", "2024 жылғы 20 маусымнан бастап"),
        ("from", "from 20 June 2024", "с 20 июня 2024 г.", "2024 жылғы 20 маусымнан бастап"),
        ("until", "until 20 June 2024", "до 20 июня 2024 г.", "2024 жылғы 20 маусымға дейін"),
        ("of", "20 June 2024", "20 июня 2024 г.", "2024 жылғы 20 маусымдағы"),
    ],
)
def test_a_date_in_a_sentence_brings_its_preposition_and_ending(
    style: Style, english: str, russian: str, kazakh: str
) -> None:
    assert [words(code, "2024-06-20", style) for code in ("en", "ru", "kk")] == [english, russian, kazakh]


def test_the_preposition_follows_the_precision() -> None:
    assert words("en", "2024-06", "on") == "in June 2024"
    assert words("en", "2024", "on") == "in 2024"
    assert words("ru", "2024-03", "on") == "в марте 2024 г."
    assert words("ru", "2024", "on") == "в 2024 г."
    assert words("kk", "2024", "on") == "2024 жылы"
    assert words("ru", "2025/2028", "on") == "в 2025–2028 гг."


@pytest.mark.parametrize(
    ("month", "on"),
    [
        ("01", "қаңтарда"), ("02", "ақпанда"), ("03", "наурызда"), ("04", "сәуірде"), ("05", "мамырда"),
        ("06", "маусымда"), ("07", "шілдеде"), ("08", "тамызда"), ("09", "қыркүйекте"), ("10", "қазанда"),
        ("11", "қарашада"), ("12", "желтоқсанда"),
    ],
)  # fmt: skip
def test_kazakh_endings_follow_the_month(month: str, on: str) -> None:
    assert words("kk", f"2024-{month}-05", "on") == f"2024 жылғы 5 {on}"


def test_an_interval_gives_the_end_that_is_asked_for() -> None:
    assert words("en", "2024-07-03/2024-07-04", "since") == "since 4 July 2024"
    assert words("en", "2024-07-03/2024-07-04", "from") == "from 3 July 2024"
    assert words("en", "2025/2028", "until") == "until 2028"


def test_open_ends_are_not_filled_in() -> None:
    assert words("en", "2019-05/..") == "from May 2019"
    assert words("en", "2019/") == "from 2019"
    assert words("en", "../2024-06-19") == "until 19 June 2024"


def test_doubt_is_worded() -> None:
    assert words("en", "1992~") == "about 1992"
    assert words("en", "1992~", "on") == "in about 1992"
    assert words("en", "1992~/2024") == "about 1992–2024"
    assert words("en", "1992/2024~") == "1992 – about 2024"
    assert words("en", "2024-06?") == "June 2024 (uncertain)"
    assert words("en", "2024%") == "about 2024 (uncertain)"


def test_ends_of_unlike_precision_keep_theirs() -> None:
    assert words("en", "2024-06/2025") == "June 2024 – 2025"


def test_what_only_the_library_reads_is_worded_by_its_days() -> None:
    assert words("en", "199X") == "within 1 January 1990 – 31 December 1999"


@pytest.mark.parametrize("code", ["en", "ru", "kk"])
def test_a_year_has_four_digits_so_that_it_is_taken_for_no_day(code: str) -> None:
    for text in ("0001", "0001-01", "0001-01-01", "0001/9999", "0001-01-01/0001-02-01"):
        assert "0001" in words(code, text)
        assert "0001" in words(code, text, "short")
        assert "0001" in words(code, text, "on")
