"""The order of names, against the CLDR order that Qt's ICU knows."""

from functools import cmp_to_key
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCollator, QLocale

from dossier.language import wording

LOCALES = {"en": "en_GB", "ru": "ru_RU", "kk": "kk_KZ"}
LETTERS = (
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
    "әғқңөұүһіӘҒҚҢӨҰҮҺІabcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéÉóüçñ 0123456789-’.,"
)
NAMES = [
    "Абай", "Ақмола", "Акмола", "Ақтөбе", "Алматы", "Әли", "Атырау", "Ёлкин", "Елкин", "Ел", "Ёж", "Иван",
    "Йода", "Ұлытау", "Үкімет", "Улытау", "Қазақстан", "Казахстан", "Өскемен", "Оскемен", "Іле", "Иле",
    "Ыбырай", "Шымкент", "António Guterres", "Antonio", "Ántonia", "UNDP", "UNICEF", "un body", "UN",
    "UN Plaza", "UN-Habitat", "United", "ООН", "БҰҰ", "Zhetisu", "Жетісу", "2030 Agenda", "10", "9",
    "O’Neil", "Oneil", "Straße", "Strasse", "Łódź", "Lodz",
]  # fmt: skip


def collator(code: str) -> QCollator:
    return QCollator(QLocale(LOCALES[code]))


@pytest.mark.parametrize("code", LOCALES)
def test_names_stand_in_the_order_of_cldr(code: str) -> None:
    expected = sorted(NAMES, key=cmp_to_key(collator(code).compare))
    assert sorted(NAMES, key=wording(code).sort_key) == expected


@pytest.mark.parametrize("code", LOCALES)
def test_every_letter_has_the_place_that_cldr_gives_it(code: str) -> None:
    expected = sorted(LETTERS, key=cmp_to_key(collator(code).compare))
    assert sorted(LETTERS, key=wording(code).sort_key) == expected


@pytest.mark.parametrize("code", LOCALES)
@given(words=st.lists(st.text(LETTERS, min_size=1, max_size=6), min_size=2, max_size=12))
def test_any_words_stand_in_the_order_of_cldr(code: str, words: list[str]) -> None:
    compare = collator(code).compare
    ordered = sorted(words, key=wording(code).sort_key)
    assert [(a, b) for a, b in pairwise(ordered) if compare(a, b) > 0] == []


def test_kazakh_and_russian_put_the_same_letter_elsewhere() -> None:
    words = ["ёж", "ел", "еж"]
    assert sorted(words, key=wording("ru").sort_key) == ["еж", "ёж", "ел"]
    assert sorted(words, key=wording("kk").sort_key) == ["еж", "ел", "ёж"]


@given(words=st.lists(st.text(max_size=5), max_size=8))
def test_a_key_can_be_stored_as_text_and_sorted_by_its_bytes(words: list[str]) -> None:
    keys = [wording("kk").sort_key(word) for word in words]
    storable = [key for key in keys if not any("\ud800" <= sign <= "\udfff" for sign in key)]
    assert sorted(storable) == sorted(storable, key=lambda key: key.encode())
    assert all("\0" not in key for word, key in zip(words, keys, strict=True) if "\0" not in word)
