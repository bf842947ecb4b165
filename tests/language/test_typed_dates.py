"""Dates as people type them, in three languages."""

import pytest

from dossier.language.typed_dates import read_date
from dossier.model.errors import DossierError


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("19 June 2024", "2024-06-19"),
        ("19.06.2024", "2024-06-19"),
        ("19/6/2024", "2024-06-19"),
        ("19 июня 2024 г.", "2024-06-19"),
        ("2024 жылғы 19 маусым", "2024-06-19"),
        ("2024 ж. 19 маусым", "2024-06-19"),
        ("  2024-06-19 ", "2024-06-19"),
        ("June 2024", "2024-06"),
        ("мамыр 2024", "2024-05"),
        ("2024", "2024"),
        ("3–4 July 2024", "2024-07-03/2024-07-04"),
        ("3-4.07.2024", "2024-07-03/2024-07-04"),
        ("28 June – 2 July 2024", "2024-06-28/2024-07-02"),
        ("2025–2028", "2025/2028"),
        ("2025-2028", "2025/2028"),
        ("1992~", "1992~"),
        ("2024-06/..", "2024-06/.."),
    ],
)
def test_a_date_is_read_as_written(typed: str, text: str) -> None:
    assert read_date(typed).text == text


@pytest.mark.parametrize("typed", ["", "soon", "31 February 2024", "19 Foo 2024", "2028–2025", "2024-13-01"])
def test_what_is_no_date_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(DossierError):
        read_date(typed)
