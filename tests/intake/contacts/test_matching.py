"""Whom a row speaks of: new, same, changed or ambiguous, by the rules of the design."""

import pytest

from dossier.intake.contacts import Plan, decide, preview, write_contacts
from dossier.language import wording
from dossier.model.errors import DossierError
from dossier.model.records import ContactPoint, Organization, Person
from tests.intake.contacts.conftest import Importing

AIGERIM = ["Ахметова Айгерим", "МИД", "Эксперт", "8 (701) 234-56-78", "aigerim@mfa.kz"]


def doubts(plan: Plan) -> list[tuple[str, int]]:
    return [(doubtful.why.value, len(doubtful.candidates)) for doubtful in plan.doubts.values()]


@pytest.mark.parametrize(
    ("row", "group"),
    [
        (AIGERIM, "SAME"),
        # Spelling, order and a missing value say nothing new.
        (["Айгерим Ахметова", "МИД", "Эксперт", "+7 701 234 5678", ""], "SAME"),
        (["Ахметова А.", "МИД", "Эксперт", "", "AIGERIM@mfa.kz"], "SAME"),
        # The same e-mail.
        (["Ахметова Айгерим", "МВД", "Советник", "", "aigerim@mfa.kz"], "CHANGED"),
        (["Сапарова Айгерим", "МИД", "Эксперт", "", "aigerim@mfa.kz"], "CHANGED"),
        (["Ахметова Айгерим", "МИД", "Эксперт", "87770001122", "aigerim@mfa.kz"], "CHANGED"),
        # The same full name and organization, and nothing that contradicts.
        (["Akhmetova Aigerim", "МИД", "Эксперт", "", ""], "CHANGED"),
        (["Ахметова Айгерим", "МИД", "Советник", "", ""], "CHANGED"),
        (["Ахметова Айгерим Сериковна", "МИД", "Эксперт", "", ""], "CHANGED"),
        # What contradicts in one thing is a doubt, in two it is somebody else.
        (["Ахметова Айгерим", "МИД", "Эксперт", "87770001122", ""], "AMBIGUOUS"),
        (["Ахметова Айгерим", "МИД", "Эксперт", "", "other@mfa.kz"], "AMBIGUOUS"),
        (["Ахметова Айгерим", "МИД", "Эксперт", "87770001122", "other@mfa.kz"], "NEW"),
        # Elsewhere, abbreviated, or under another name.
        (["Ахметова Айгерим", "МВД", "Эксперт", "", ""], "AMBIGUOUS"),
        (["Ахметова А.", "МИД", "Эксперт", "", ""], "AMBIGUOUS"),
        (["Ахметова А.С.", "МИД", "", "", ""], "AMBIGUOUS"),
        (["Ким Елена", "МИД", "Эксперт", "", "aigerim@mfa.kz"], "AMBIGUOUS"),
        (["Ахметова Б.", "МИД", "Эксперт", "", ""], "NEW"),
        (["Ахметова А.", "МВД", "Эксперт", "", ""], "NEW"),
        (["Ким Елена", "МИД", "Эксперт", "", ""], "NEW"),
    ],
)
def test_a_row_and_somebody_known(importing: Importing, row: list[str], group: str) -> None:
    importing.take([AIGERIM])
    assert importing.groups([row]) == [group]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (["Ахметова Айгерим", "МВД", "", "", ""], "moved"),
        (["Ахметова А.", "МИД", "", "", ""], "initials"),
        (["Ахметова Айгерим", "МИД", "", "87770001122", ""], "contact"),
        (["Ким Елена", "МИД", "", "", "aigerim@mfa.kz"], "email"),
    ],
)
def test_an_ambiguous_row_says_why_and_writes_nothing(importing: Importing, row: list[str], why: str) -> None:
    importing.take([AIGERIM])
    before = importing.people()
    assert doubts(importing.plan([row])) == [(why, 1)]
    assert importing.take([row]) is None
    assert importing.people() == before


def test_patronymics_tell_namesakes_apart(importing: Importing) -> None:
    importing.take([["Иванов Иван Петрович", "МИД", "Эксперт", "", ""]])
    assert importing.groups([["Иванов Иван Сергеевич", "МИД", "Эксперт", "", ""]]) == ["NEW"]
    assert importing.groups([["Иванов Иван Сергеевич", "МВД", "Эксперт", "", ""]]) == ["NEW"]
    assert importing.groups([["Иванов Иван", "МИД", "Эксперт", "", ""]]) == ["SAME"]


def test_namesakes_in_one_agency_stay_two_and_each_is_found_again(importing: Importing) -> None:
    rows = [
        ["Ким Елена", "МИД", "Эксперт", "8 701 000 00 01", ""],
        ["Ким Елена", "МИД", "Эксперт", "8 701 000 00 02", ""],
        ["Ким Елена", "МИД", "Советник", "", "kim@mfa.kz"],
        ["Ким Елена", "МИД", "", "", ""],
    ]
    importing.take(rows)
    assert importing.count(Person) == 4
    assert importing.groups(rows[::-1]) == ["SAME"] * 4
    changed = [*rows[:2], ["Ким Елена", "МИД", "Советник", "8 701 000 00 03", "kim@mfa.kz"]]
    assert importing.groups(changed) == ["SAME", "SAME", "CHANGED"]
    assert doubts(importing.plan([["Ким Елена", "МИД", "Директор", "", ""]])) == [("namesakes", 4)]


def test_a_shared_mailbox_makes_nobody_the_same(importing: Importing) -> None:
    rows = [[name, "МИД", "", "", "office@mfa.kz"] for name in ("Ким Анна", "Ли Анна", "Пак Анна")]
    importing.take(rows)
    assert importing.count(Person) == 3
    assert importing.groups(rows) == ["SAME"] * 3
    assert importing.groups([*rows, ["Цой Анна", "МИД", "", "", "office@mfa.kz"]]) == [*["SAME"] * 3, "NEW"]


def test_the_mailbox_of_an_organization_is_nobodys(importing: Importing) -> None:
    importing.take([AIGERIM])
    with importing.dossier.edit("Add the office's mailbox") as edit:
        (agency,) = edit.reader.all(Organization)
        edit.add(ContactPoint(of=agency.pk, contact_kind="email", value="office@mfa.kz"))
    assert importing.groups([["МИД Анна", "МИД", "", "", "office@mfa.kz"]]) == ["NEW"]


def test_one_person_in_two_rows_of_a_list_is_one(importing: Importing) -> None:
    rows = [
        ["Ким Елена", "МИД", "Эксперт", "", "kim@mfa.kz"],
        ["Ким Елена", "Совет ветеранов", "Член совета", "", "kim@mfa.kz"],
        ["Ким Елена", "МИД", "Эксперт", "", "kim@mfa.kz"],
    ]
    assert importing.groups(rows) == ["NEW", "CHANGED", "SAME"]
    importing.take(rows)
    assert importing.people() == [
        ("Ким Елена", "Эксперт @ МИД", "Член совета @ Совет ветеранов", "kim@mfa.kz")
    ]
    assert importing.groups(rows) == ["SAME"] * 3


def test_the_same_name_elsewhere_in_one_list_is_somebody_else(importing: Importing) -> None:
    rows = [["Ким Елена", "МИД", "", "", ""], ["Ким Елена", "МВД", "", "", ""]]
    importing.take(rows)
    assert importing.count(Person) == 2
    assert importing.groups(rows) == ["SAME", "SAME"]


def test_units_of_one_name_are_told_apart_by_what_is_above_them(importing: Importing) -> None:
    header = ["name", "organization", "parent"]
    rows = [
        ["Ким Елена", "Отдел кадров", "МИД"],
        ["Ли Анна", "Отдел кадров", "МВД"],
        ["Пак Игорь", "«Отдел кадров»", "мид"],
    ]
    importing.take(rows, header)
    assert importing.count(Organization) == 4
    plan = importing.plan([["Цой Олег", "Отдел кадров", ""]], header)
    assert [bad.reason.worded(wording("en")) for bad in plan.bad] == [
        "“Отдел кадров” may be any of 2 organizations; name the one above it as parent"
    ]


def test_decisions_settle_ambiguous_rows(importing: Importing) -> None:
    importing.take([AIGERIM, ["Ли Анна", "МИД", "Эксперт", "", ""]])
    rows = [["Ахметова Айгерим", "МВД", "Советник", "", ""], ["Ли Анна", "МВД", "Советник", "", ""]]
    plan = importing.plan(rows)
    with importing.dossier.read() as reader:
        assert decide(reader, plan, {}) == {}
        assert decide(reader, plan, {"all": "new"}) == {0: 0, 1: 0}
        assert decide(reader, plan, {"all": "new", "moved": "skip", "3": "new"}) == {1: 0}
        shown = preview(reader, wording("en"), plan)
        someone = shown.ambiguous[1].candidates[0].id
        decisions = decide(reader, plan, {"2": "same", "3": someone})
        for wishes in ({"9": "new"}, {"often": "new"}, {"2": "perhaps"}):
            with pytest.raises(DossierError):
                decide(reader, plan, wishes)
    assert write_contacts(importing.dossier, plan, decisions)
    assert importing.people() == [
        ("Ахметова Айгерим", "Эксперт @ МИД", "Советник @ МВД", "+7 701 234 56 78", "aigerim@mfa.kz"),
        ("Ли Анна", "Эксперт @ МИД", "Советник @ МВД"),
    ]


def test_a_decision_for_somebody_new(importing: Importing) -> None:
    importing.take([AIGERIM])
    plan = importing.plan([["Ахметова Айгерим", "МВД", "", "", ""]])
    assert write_contacts(importing.dossier, plan, {0: 0})
    assert importing.count(Person) == 2
