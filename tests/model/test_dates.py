"""Dates: what EDTF text spans, how precise it is, and what is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model.dates import day, parse_date
from dossier.model.errors import DossierError


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2024", "2024-01-01", "2024-12-31", "year"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2024-06-19", "2024-06-19", "2024-06-19", "day"),
        ("1992~", "1992-01-01", "1992-12-31", "year"),
        ("2024-06?", "2024-06-01", "2024-06-30", "month"),
        ("1992~/2024", "1992-01-01", "2024-12-31", "year"),
        ("2024-07-03/2024-07-04", "2024-07-03", "2024-07-04", "day"),
        ("2025/..", "2025-01-01", None, "year"),
        ("../2024-06-20", None, "2024-06-20", "day"),
        ("199X", "1990-01-01", "1999-12-31", "other"),
        ("2024-21", "2024-03-01", "2024-05-31", "other"),
        (" 2024 ", "2024-01-01", "2024-12-31", "year"),
    ],
)
def test_a_date_spans_days(text: str, earliest: str | None, latest: str | None, precision: str) -> None:
    found = parse_date(text)
    days = tuple(value.isoformat() if value else None for value in (found.earliest, found.latest))
    assert (days, found.precision) == ((earliest, latest), precision)


@pytest.mark.parametrize("text", ["2024-07-04/2024-07-03", "2025/2024", "2024-06/2024-05-31"])
def test_a_date_that_runs_backwards_is_refused(text: str) -> None:
    with pytest.raises(DossierError, match="ends before it starts"):
        parse_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "19.06.2024",
        "2024-13",
        "2023-02-29",
        "2024-07-03/04",
        "/",
        "../..",
        "0000",
        "1/2/3",
        "2024-6-1",
        "٢٠٢٤",
    ],
)
def test_what_is_no_date_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(DossierError, match="is not a date this program can read"):
        parse_date(text)


@given(st.dates(), st.dates())
def test_days_and_ranges_read_back(first: date, second: date) -> None:
    start, end = sorted((first, second))
    assert parse_date(start.isoformat()) == day(start)
    found = parse_date(f"{start}/{end}")
    assert (found.earliest, found.latest) == (start, end)
    assert found.ends == (day(start), day(end))


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        found = parse_date(text)
    except DossierError:
        return
    assert found.earliest is None or found.latest is None or found.earliest <= found.latest
