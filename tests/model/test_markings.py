"""A handling mark: words of one's own as they are, those of TLP 2.0 as the standard writes them."""

import pytest

from dossier.model.markings import LONGEST, TLP, as_marking
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


def test_every_mark_of_the_standard_has_its_colour() -> None:
    assert set(TLP) == set(tokens.TLP)
