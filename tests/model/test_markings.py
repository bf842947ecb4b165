"""A handling mark: words of one's own as they are, those of TLP 2.0 as the standard writes them."""

import pytest

from dossier.model.markings import LONGEST, TLP, as_copy, as_marking, joined, parted
from resources import tokens


@pytest.mark.parametrize("typed", ["TLP:AMBER", "tlp amber", "TLP: Amber", "TLP-AMBER", " TLP:AMBER "])
def test_marks_of_the_standard_are_written_as_it_does(typed: str) -> None:
    assert as_marking(typed) == "TLP:AMBER"
    assert as_marking("tlp: amber + strict") == "TLP:AMBER+STRICT"


@pytest.mark.parametrize(
    "typed", ["TLP:AMBR", "TLP:WHITE", "TLP", "TLPAMBER", "[TLP:RED]", "TPL:RED", "T.L.P. RED"]
)
def test_what_only_looks_like_one_is_none(typed: str) -> None:
    assert as_marking(typed) is None


@pytest.mark.parametrize(
    "typed", ["For official use only", "Для служебного пользования", "ДСП, экз. № 2", "NONSENSE"]
)
def test_words_of_ones_own_are_kept(typed: str) -> None:
    assert as_marking(typed) == typed


@pytest.mark.parametrize("typed", [" ", "\u2800", "…", "a\0b", "a" * (LONGEST + 1)])
def test_what_cannot_be_seen_or_does_not_fit_is_none(typed: str) -> None:
    assert as_marking(typed) is None


def test_no_mark_is_empty() -> None:
    assert as_marking("") == ""


def test_several_stand_in_one_line_with_tlp_last() -> None:
    assert joined(["TLP:RED", "", "ДСП · МИД"]) == "ДСП · МИД · TLP:RED"
    assert parted("ДСП · МИД · TLP:RED") == ("ДСП · МИД", "TLP:RED")
    assert parted("TLP:RED") == ("", "TLP:RED")
    assert parted("ДСП · МИД") == ("ДСП · МИД", "")
    assert parted(joined([])) == ("", "")


@pytest.mark.parametrize(
    ("typed", "copy"),
    [("3", (3, None)), (" 3/5 ", (3, 5)), ("3 of 5", (3, 5)), ("5 из 5", (5, 5)), ("12 / 120", (12, 120))],
)
def test_a_copy_is_one_or_one_of_several(typed: str, copy: tuple[int, int | None]) -> None:
    assert as_copy(typed) == copy


@pytest.mark.parametrize("typed", ["", "0", "6/5", "three", "3/", "-1", "3/0", "1e3", "3 5"])
def test_what_numbers_no_copy(typed: str) -> None:
    assert as_copy(typed) is None


def test_every_mark_of_the_standard_has_its_colour() -> None:
    assert set(TLP) == set(tokens.TLP)
