"""Shipped files are found by their name in the package, wherever it is installed."""

import pytest

import resources


def test_a_shipped_file_is_a_plain_file() -> None:
    assert resources.path("icons", "person.svg").is_file()
    assert resources.read_bytes("icons", "person.svg").decode() == resources.read_text("icons", "person.svg")


def test_text_is_utf_8_whatever_the_locale() -> None:
    assert "₸" in resources.read_text("fonts", "README.md")


def test_what_is_not_shipped_is_a_bug_that_shows() -> None:
    with pytest.raises(FileNotFoundError):
        resources.read_bytes("icons", "no-such-icon.svg")
