"""What stands in a cell: names, phones, e-mails and days, in the forms that lists have."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis.strategies import text

from dossier.intake.contacts.days import read_day
from dossier.intake.contacts.emails import read_emails
from dossier.intake.contacts.person_names import join_name, language_of, name_key, read_name
from dossier.intake.contacts.phones import read_phones
from dossier.intake.contacts.reasons import BadRowError


@pytest.mark.parametrize(
    ("cell", "family", "given", "patronymic"),
    [
        ("Токаев Касым-Жомарт Кемелевич", "Токаев", "Касым-Жомарт", "Кемелевич"),
        ("Касым-Жомарт Кемелевич Токаев", "Токаев", "Касым-Жомарт", "Кемелевич"),
        ("Ахметов Ерлан Серік ұлы", "Ахметов", "Ерлан", "Серік ұлы"),
        ("Әбдірова Әсел Маратқызы", "Әбдірова", "Әсел", "Маратқызы"),
        ("Токаев К.К.", "Токаев", None, None),
        ("К. К. Токаев", "Токаев", None, None),
        ("Kassym-Jomart TOKAYEV", "TOKAYEV", "Kassym-Jomart", None),
        ("Tokayev, Kassym-Jomart", "Tokayev", "Kassym-Jomart", None),
        ("Mr. Antonio Sample", None, None, None),
    ],
)
def test_the_parts_of_a_name(
    cell: str, family: str | None, given: str | None, patronymic: str | None
) -> None:
    name = read_name(cell)
    assert (name.family, name.given, name.patronymic) == (family, given, patronymic)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Токаев Касым-Жомарт Кемелевич", "Kassym-Jomart Tokayev"),
        ("Тоқаев Қасым-Жомарт", "Tokayev, Kassym-Jomart"),
        ("Ким Елена", "Елена Ким"),
        ("Токаев К.К.", "К. К. Токаев"),
        ("张伟", "张伟"),
        ("???", "???"),
        ("Б. В.", "В Б"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert name_key(read_name(one)).text == name_key(read_name(other)).text


@pytest.mark.parametrize(
    ("one", "other"), [("Ким Елена", "Ким Алена"), ("Ким Е.", "Ким Елена"), ("???", "!!!"), ("张伟", "张三")]
)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert name_key(read_name(one)).text != name_key(read_name(other)).text


def test_a_patronymic_is_the_same_in_russian_and_kazakh() -> None:
    fathers = {
        name_key(read_name(cell)).patronymic
        for cell in ("Ахметов Ерлан Серикович", "Ахметов Ерлан Серікұлы", "Akhmetov Yerlan Serikuly")
    }
    assert fathers == {"serik"}
    assert name_key(read_name("Иванова Анна Петровна")).patronymic == "petr"


def test_a_name_in_columns_of_its_own() -> None:
    name = join_name("Токаев", "Касым-Жомарт", "Кемелевич")
    assert (name.text, name.family, name.patronymic) == (
        "Токаев Касым-Жомарт Кемелевич",
        "Токаев",
        "Кемелевич",
    )
    assert not name_key(join_name("Токаев", "К.", "К.")).is_full


def test_a_name_has_no_longest_length() -> None:
    cell = " ".join(["Александрина"] * 3_000)
    assert read_name(cell).text == cell


@pytest.mark.parametrize(
    ("word", "tag"),
    [("Тоқаев", "kk-Cyrl"), ("Токаев", "ru"), ("Tokayev", "en"), ("Müller", "en"), ("张", "und")],
)
def test_the_language_that_letters_speak_for(word: str, tag: str) -> None:
    assert language_of(word) == tag


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("8 (701) 234-56-78", ["+7 701 234 56 78"]),
        ("87012345678", ["+7 701 234 56 78"]),
        ("7012345678", ["+7 701 234 56 78"]),
        ("77012345678.0", ["+7 701 234 56 78"]),
        ("7.7012345678e10", ["+7 701 234 56 78"]),
        ("7,7012345678E+10", ["+7 701 234 56 78"]),
        ("+7 727 250 1111", ["+7 727 250 11 11"]),
        ("8(7172)720518", ["+7 7172 72 05 18"]),
        ("+77172720518", ["+7 7172 72 05 18"]),
        ("8 (7172) 72-05-18, вн. 12", ["+7 7172 72 05 18 ext. 12"]),
        ("8 (727) 250-11-11, 250-11-12", ["+7 727 250 11 11", "+7 727 250 11 12"]),
        ("моб. 8 701 234 5678; раб. 8 7172 720518", ["+7 701 234 56 78", "+7 7172 72 05 18"]),
        ("8-701-234-56-78 / 8-702-234-56-78", ["+7 701 234 56 78", "+7 702 234 56 78"]),
        ("8 701 111 22 33\n8 702 111 22 33", ["+7 701 111 22 33", "+7 702 111 22 33"]),
        ("8 701 111 22 33 или 8 702 111 22 33", ["+7 701 111 22 33", "+7 702 111 22 33"]),
        ("+41 22 917-12-34", ["+41 22 917 12 34"]),
        ("8 10 41 22 9171234", ["+41229171234"]),
        ("250-11-11", ["250-11-11"]),
        ("250-11-11/12", ["250-11-11/12"]),
    ],
)
def test_phones(cell: str, shown: list[str]) -> None:
    phones, lost = read_phones(cell)
    assert not lost
    assert [phone.value for phone in phones] == shown
    assert all(phone.written in cell for phone in phones)


def test_a_phone_keeps_what_its_cell_calls_it() -> None:
    phones, _ = read_phones("моб. 8 701 234 5678; 8 702 111 22 33 (WhatsApp)")
    assert [phone.label for phone in phones] == ["моб", "WhatsApp"]


@pytest.mark.parametrize("cell", ["7.70123E+10", "7.7e10", "см. сайт", "8(7", "8 (701", "12"])
def test_a_phone_that_is_lost_is_told_and_those_beside_it_are_read(cell: str) -> None:
    phones, lost = read_phones(f"8 701 234 56 78; {cell}")
    assert [phone.value for phone in phones] == ["+7 701 234 56 78"]
    assert [dict(reason.values) for reason in lost] in ([{"cell": cell}], [{"phone": cell}])


@pytest.mark.parametrize(
    ("cell", "addresses"),
    [
        ("a@b.kz", ["a@b.kz"]),
        ("<A.B@mfa.gov.kz>; c@d.org", ["A.B@mfa.gov.kz", "c@d.org"]),
        ("mailto:a@b.kz, c@d.org", ["a@b.kz", "c@d.org"]),
    ],
)
def test_emails(cell: str, addresses: list[str]) -> None:
    assert read_emails(cell) == addresses


@pytest.mark.parametrize("cell", ["нет почты", "a@b", "a@b.kz, c@d"])
def test_what_is_no_email_is_refused(cell: str) -> None:
    with pytest.raises(BadRowError):
        read_emails(cell)


@pytest.mark.parametrize(
    ("cell", "edtf"),
    [
        ("19.06.2024", "2024-06-19"),
        ("9.6.2024", "2024-06-09"),
        ("2024-06-19", "2024-06-19"),
        ("19 июня 2024 г.", "2024-06-19"),
        ("с 2021 г.", "2021"),
        ("June 2024", "2024-06"),
        ("қазан 2023", "2023-10"),
        ("06.2024", "2024-06"),
        ("2019", "2019"),
        ("2019.0", "2019"),
        ("45462", "2024-06-19"),
        ("45462.75", "2024-06-19"),
    ],
)
def test_days(cell: str, edtf: str) -> None:
    assert read_day(cell) == edtf


@pytest.mark.parametrize("cell", ["32.13.2024", "19999", "давно", "31.02.2024"])
def test_what_is_no_day_is_refused(cell: str) -> None:
    with pytest.raises(BadRowError):
        read_day(cell)


@given(text(max_size=60))
def test_whatever_a_cell_holds_is_read_or_refused(cell: str) -> None:
    assert name_key(read_name(cell)).text or not cell.strip()
    for read in (read_phones, read_emails, read_day):
        with suppress(BadRowError):
            assert read(cell) is not None
