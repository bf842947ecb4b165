"""Spellings of one name agree, different names do not, and what is typed half finds the whole."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dossier.model import folding
from dossier.model.folding import key, plain, prefixes, spans, tokens, words

SPELLINGS = [
    "Тоқаев Токаев Tokaev Toqaev Tokayev Tokaiev",
    "Рахметуллин Rakhmetullin Rakhmetulin Rahmetullin",
    "Джарбусынова Dzharbusynova Jarbussynova",
    "Вавьерня Wawiernia Wawiernya",
    "Сарвар Sarwar Sarvar",
    "Қасым Касым Kassym Qasym Kasym",
    "Жомарт Zhomart Jomart Žomart",
    "Қызылорда Кызылорда Kyzylorda Qyzylorda Qızylorda",
    "Жетісу Жетысу Zhetisu Jetisu Zhetysu",
    "Ұлытау Улытау Ulytau Ūlytau",
    "Шыңғыс Shyngys Shyngghys Şyñğys",
    "Ержан Yerzhan Erzhan Erjan",
    "Пётр Петр Pyotr Petr Piotr",
    "Алёна Alyona Alena",
    "Юрий Yuriy Yuri Yury Iurii Ûrij",
    "Татьяна Tatyana Tatiana Tatʹâna",
    "Щербаков Shcherbakov Scherbakov Ŝerbakov",
    "Әлихан Alikhan Älihan",
    "Мұхтар Mukhtar Mūhtar",
    "Қайрат Kairat Kayrat Qairat Kajrat",
    "Григорьев Grigoryev Grigor’ev Grigorev",
    "Мария Mariya Maria Mariia Mariâ",
    "Ғабит Gabit Ghabit Ğabit",
    "Ibáñez Ibanez Ибанез",
    "Цзяньмин Jianming",
    "Чжао Zhao",
    "Сяомин Xiaoming",
]


@pytest.mark.parametrize("spellings", SPELLINGS)
def test_spellings_of_one_name_have_one_key(spellings: str) -> None:
    assert len({words(spelling) for spelling in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ministry", "minister"),
        ("UN", "UNDP"),
        ("Абай", "Алматы"),
        ("Akan", "Askar"),
        ("Мария", "Мара"),
        ("Ерлан", "Арлан"),
        ("2025", "2026"),
        ("2011", "201"),
        ("中国", "中文"),
        ("NGO", "no"),
    ],
)
def test_different_words_have_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_hyphens_apostrophes_and_case_do_not_count() -> None:
    assert words("KASSYM-JOMART") == words("kassym jomart")
    assert words("O’Neil") == words("o'neil") == words("ONEIL")
    assert key("Kassymjomart") in tokens("Kassym-Jomart")
    assert key("Нурсултан") in tokens("Нур-Султан")


def test_a_marked_letter_is_found_without_its_mark() -> None:
    assert {key("Sahin"), key("Шахин")} <= set(tokens("Şahin"))
    assert {key("Francois"), key("Celik")} <= set(tokens("François Çelik"))


def test_a_near_spelling_is_found_as_its_beginning() -> None:
    assert key("Гутерреш").startswith(key("Guterres"))


@pytest.mark.parametrize(
    "name", [name for line in SPELLINGS for name in line.split()] + ["Antonio", "Nations"]
)
def test_each_beginning_of_a_name_leads_to_it_in_all_spellings(name: str) -> None:
    for end in range(1, len(name) + 1):
        beginnings = prefixes(name[:end])
        assert key(name).startswith(beginnings), name[:end]


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("Akan Rakhmetullin", "рахмет", ["Rakhmet"]),
        ("Акан Рахметуллин", "rahm", ["Рахм"]),
        ("Madina Dzharbusynova", "жар", ["Dzhar"]),
        ("Kassym-Jomart Tokayev", "тоқ жом", ["Jom", "Tok"]),
        ("Kassym-Jomart Tokayev", "tokay", ["Tokay"]),
        ("UN Children’s Fund", "childrens fund", ["Children’s", "Fund"]),
        ("António Guterres", "antonio", ["António"]),
        ("Antonio\u0301 Guterres", "антонио", ["Antonio\u0301"]),
        ("Akan", "xyz", []),
        ("Akan", "", []),
    ],
)
def test_spans_mark_what_was_typed_in_any_script(text: str, typed: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text, typed.split())] == marked


def test_plain_keeps_the_script_and_drops_marks() -> None:
    assert plain("António’s ЁЖ") == "antonios еж"


@given(st.text())
@example("ŉ ﬁ ℡ İ ½ ẞ \x00 \ud800 x00041")
def test_keys_are_plain_letters_and_digits_whatever_the_text(text: str) -> None:
    assert all(re.fullmatch("[a-z0-9]+", token) for token in tokens(text))
    assert set(words(text)) <= set(tokens(text))


@given(st.text(), st.text())
def test_spans_lie_in_the_text_in_order(text: str, typed: str) -> None:
    ends = [0]
    for start, end in spans(text, typed.split()):
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)


def test_folding_has_a_version() -> None:
    assert folding.FOLDING >= 1
