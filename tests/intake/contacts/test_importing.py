"""What an import writes: one Change, cited by row; the same list twice writes nothing."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from benchmarks.contact_lists import write_list
from dossier.intake.contacts import Plan, Progress, StoppedError, plan_contacts, preview, write_contacts
from dossier.language import wording
from dossier.model.errors import DossierError
from dossier.model.records import (
    Attestation,
    Citation,
    ContactPoint,
    Name,
    Note,
    Organization,
    Paragraph,
    Passage,
    Person,
    Place,
    Post,
    Source,
    Text,
)
from dossier.search import search
from dossier.store import Dossier
from dossier.views import card
from tests.intake.contacts.conftest import Importing, on

EVERYTHING = """
    name name_ru name_kk organization parent post since phone email address region notes
""".split()
AIGERIM = [
    "Aigerim Akhmetova", "Ахметова Айгерим", "Ахметова Әйгерім", "Департамент протокола", "МИД",
    "Главный эксперт", "19.06.2024", "8 (701) 234-56-78", "aigerim@mfa.kz", "ул. Достык, 1", "Алматы",
    "звонить до обеда",
]  # fmt: skip


def test_everything_in_a_row_goes_in(importing: Importing) -> None:
    importing.take([AIGERIM], EVERYTHING, sender="МИД", received=on("2026-10-01"))
    with importing.dossier.read() as reader:
        (person,) = reader.all(Person)
        names = [(name.text, name.language, name.name_kind) for name in reader.find(Name, of=person.pk)]
        (post,) = reader.all(Post)
        (title,) = reader.all(Text)
        units = {name.text: name.of for name in reader.all(Name) if name.of != person.pk}
        points = [(point.contact_kind, point.value) for point in reader.find(ContactPoint, of=person.pk)]
        assert names == [
            ("Aigerim Akhmetova", "en", "official"),
            ("Ахметова Айгерим", "ru", "transliteration"),
            ("Ахметова Әйгерім", "kk-Cyrl", "transliteration"),
        ]
        assert (title.text, title.language, title.of) == ("Главный эксперт", "ru", post.pk)
        assert post.organization == units["Департамент протокола"]
        assert reader.get(Organization, post.organization).parent == units["МИД"]
        assert (post.held and post.held.text, post.place) == ("2024-06-19/..", units["Алматы"])
        assert points == [
            ("phone", "+7 701 234 56 78"),
            ("email", "aigerim@mfa.kz"),
            ("address", "ул. Достык, 1"),
        ]
        assert [attested.on for attested in reader.all(Attestation)] == [on("2026-10-01")]
        assert [note.text for note in reader.all(Note)] == ["звонить до обеда"]
        assert reader.all(Place)[0].place_kind == "region"


def test_the_file_is_the_source_and_each_fact_is_cited_by_its_row(importing: Importing) -> None:
    importing.take([AIGERIM], EVERYTHING, sender="МИД", received=on("2026-10-01"))
    with importing.dossier.read() as reader:
        (source,) = reader.all(Source)
        assert (source.title, source.publisher, source.source_kind) == ("list.csv", "МИД", "list")
        assert source.retrieved == on("2026-10-01")
        (person,) = reader.all(Person)
        (citation,) = reader.find(Citation, of=person.pk)
        paragraph = reader.get(Paragraph, reader.get(Passage, citation.passage).paragraph)
        assert (paragraph.source, paragraph.number) == (source.pk, 2)
        assert paragraph.original == "; ".join(AIGERIM)
        (phone,) = reader.find(ContactPoint, contact_kind="phone")
        assert [(each.field, each.stated) for each in reader.find(Citation, of=phone.pk)] == [
            ("value", "8 (701) 234-56-78")
        ]
        shown = card(reader, wording("en"), on("2026-11-24").earliest, person.pk)  # type: ignore[arg-type]
        lines = [line for block in shown.blocks for line in block.lines]
        assert lines
        assert {line.plain for line in lines if line.cites != (1,)} == {"звонить до обеда"}
        assert [(line.head, line.text) for line in shown.sources] == [("“list.csv”, МИД", "row 2")]


def test_what_is_added_by_hand_later_is_not_covered_by_the_row(importing: Importing) -> None:
    importing.take([["Ким Елена", "МИД", "Эксперт", "", ""]])
    with importing.dossier.read() as reader:
        person = reader.all(Person)[0].pk
    with importing.dossier.edit("Add a phone") as edit:
        edit.add(ContactPoint(of=person, contact_kind="phone", value="+7 701 000 00 00"))
    importing.take([["Ким Елена", "МИД", "Советник", "", ""]])
    with importing.dossier.read() as reader:
        shown = card(reader, wording("en"), on("2026-11-24").earliest, person)  # type: ignore[arg-type]
        states = {line.plain: line.state for block in shown.blocks for line in block.lines}
    assert states["Phone: +7 701 000 00 00"] == "unsourced"
    assert [state for line, state in states.items() if "Phone" not in line] == ["", ""]


def test_the_same_list_twice_changes_nothing(importing: Importing, tmp_path: Path) -> None:
    path = tmp_path / "contacts.csv"
    write_list(path, 2_000)
    for expected in (True, False, False):
        plan = plan_contacts(importing.dossier, path)
        assert bool(write_contacts(importing.dossier, plan, {})) is expected
    assert importing.count(Person) == 2_000
    assert len(importing.dossier.history()) == 1
    assert importing.dossier.check(deep=True) == ()


def test_the_index_made_at_hand_is_the_one_made_anew(importing: Importing, tmp_path: Path) -> None:
    path = tmp_path / "contacts.csv"
    write_list(path, 2_500)
    plan = plan_contacts(importing.dossier, path)
    write_contacts(importing.dossier, plan, {})
    queries = ("ахметов", "ерлан министерство", "эксперт юстиции", "smith", "приёмную")

    def found() -> list[tuple[int, list[str]]]:
        with importing.dossier.read() as reader:
            results = [search(reader, wording("en"), query, limit=50) for query in queries]
            return [(each.total, [hit.name for hit in each.hits]) for each in results]

    before = found()
    assert all(total for total, _ in before)
    importing.dossier.rebuild_index()
    assert found() == before


def test_an_import_is_one_change_that_is_undone_in_one_step(importing: Importing) -> None:
    importing.take([AIGERIM], EVERYTHING)
    before = importing.people()
    change = importing.take(
        [[*AIGERIM[:5], "Советник", "", "", *AIGERIM[8:]], ["Ким Елена", *[""] * 11]], EVERYTHING
    )
    assert change
    assert change.label == "Import contacts"
    assert len(importing.people()) == 2
    importing.dossier.undo()
    assert importing.people() == before
    assert importing.dossier.check(deep=True) == ()
    importing.dossier.redo()
    assert len(importing.people()) == 2


def test_an_import_is_undone_done_again_and_undone_with_all_that_it_touched(
    importing: Importing, tmp_path: Path
) -> None:
    path = tmp_path / "contacts.csv"
    write_list(path, 1_500)
    write_contacts(importing.dossier, plan_contacts(importing.dossier, path, received=on("2025-01-01")), {})
    newer = tmp_path / "newer.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    newer.write_text("".join([*lines[:1000], "Новиков Новый,,,Министерство юстиции,,Эксперт\n"]), "utf-8")

    def state() -> tuple[object, ...]:
        with importing.dossier.read() as reader:
            confirmed = reader.rows("SELECT pk, confirmed FROM contact_point ORDER BY pk")
            index = reader.rows("SELECT pk, entry FROM index_entry ORDER BY pk")
            return importing.people(), confirmed, index

    before = state()
    write_contacts(importing.dossier, plan_contacts(importing.dossier, newer), {})
    after = state()
    assert [len(part) for part in after] != [len(part) for part in before]
    for expected in (before, after, before):
        (importing.dossier.redo if expected is after else importing.dossier.undo)()
        assert state() == expected
        assert importing.dossier.check(deep=True) == ()


def test_changed_values_are_added_and_nothing_is_overwritten(importing: Importing) -> None:
    importing.take([AIGERIM], EVERYTHING)
    row = ["Aigerim Akhmetova", "", "", "Департамент протокола", "МИД", "Советник", "", "87770001122",
           "aigerim@mfa.kz", "ул. Абая, 2", "", ""]  # fmt: skip
    plan = importing.plan([row], EVERYTHING)
    with importing.dossier.read() as reader:
        (changed,) = preview(reader, wording("en"), plan).changed
    assert [(each.field, each.old, each.new) for each in changed.changes] == [
        ("post", ("Главный эксперт",), "Советник"),
        ("phone", ("+7 701 234 56 78",), "+7 777 000 11 22"),
        ("address", ("ул. Достык, 1",), "ул. Абая, 2"),
    ]
    write_contacts(importing.dossier, plan, {})
    (person,) = importing.people()
    assert {"+7 701 234 56 78", "+7 777 000 11 22", "ул. Достык, 1", "ул. Абая, 2"} <= set(person)
    assert {"Главный эксперт @ Департамент протокола", "Советник @ Департамент протокола"} <= set(person)


def test_another_spelling_becomes_another_name(importing: Importing) -> None:
    importing.take([["Ахметова Айгерим", "МИД", "Эксперт", "", "a@mfa.kz"]])
    for name in ("Aigerim Akhmetova", "Akhmetova Aygerim", "Ахметова А.", "Айгерим Ахметова"):
        importing.take([[name, "МИД", "Эксперт", "", "a@mfa.kz"]])
    with importing.dossier.read() as reader:
        names = [(name.text, name.name_kind) for name in reader.all(Name) if name.language in ("ru", "en")]
    assert names == [
        ("МИД", "official"),
        ("Ахметова Айгерим", "official"),
        ("Aigerim Akhmetova", "transliteration"),
        ("Akhmetova Aygerim", "alias"),
    ]


def test_a_day_that_contradicts_is_cited_beside_the_one_that_stands(importing: Importing) -> None:
    header = ["name", "organization", "post", "since", "region"]
    importing.take([["Ким Елена", "МИД", "Эксперт", "", ""]], header)
    importing.take([["Ким Елена", "МИД", "Эксперт", "2023", "Алматы"]], header, name="b.csv")
    contradicting = [["Ким Елена", "МИД", "Эксперт", "2022", "Астана"]]
    importing.take(contradicting, header, name="c.csv")
    with importing.dossier.read() as reader:
        (post,) = reader.all(Post)
        assert post.held
        assert post.held.text == "2023/.."
        stated = [(each.field, each.stated) for each in reader.find(Citation, of=post.pk)]
    assert stated == [("held", "2023"), ("place", "Алматы"), ("held", "2022"), ("place", "Астана")]
    assert importing.groups(contradicting, header) == ["SAME"]


def test_a_newer_list_confirms_who_is_in_it_and_tells_who_is_gone(importing: Importing) -> None:
    rows = [["Ким Елена", "МИД", "Эксперт", "", ""], ["Ли Анна", "МИД", "Эксперт", "", ""]]
    importing.take(rows, sender="МИД", received=on("2026-01-01"))
    importing.take([["Пак Игорь", "МВД", "", "", ""]], sender="МВД", name="other.csv")
    newer = importing.plan(rows[:1], sender="мид", received=on("2026-06-01"), name="newer.csv")
    with importing.dossier.read() as reader:
        assert [person.name for person in preview(reader, wording("en"), newer).gone] == ["Ли Анна"]
    assert write_contacts(importing.dossier, newer, {})
    with importing.dossier.read() as reader:
        days = [attested.on.text for attested in reader.all(Attestation) if attested.on]
        points = reader.count(Person), reader.count(Post)
    assert sorted(days) == ["2026-01-01", "2026-01-01", "2026-06-01", "2026-11-24"]
    assert points == (3, 3)
    older = importing.plan(rows, sender="МИД", received=on("2025-06-01"), name="older.csv")
    assert list(older.gone) == []


def test_a_newer_list_confirms_contact_points_and_an_older_one_does_not(importing: Importing) -> None:
    row = ["Ким Елена", "МИД", "", "87010000001", "kim@mfa.kz"]
    importing.take([row], received=on("2026-01-01"))
    importing.take([[*row[:4], ""]], received=on("2026-06-01"), name="newer.csv")
    importing.take([row, ["Ли Анна", *[""] * 4]], received=on("2025-06-01"), name="older.csv")
    with importing.dossier.read() as reader:
        days = {point.contact_kind: point.confirmed for point in reader.all(ContactPoint)}
    assert days == {"phone": on("2026-06-01"), "email": on("2026-01-01")}
    importing.dossier.undo()
    importing.dossier.undo()
    with importing.dossier.read() as reader:
        assert {point.confirmed for point in reader.all(ContactPoint)} == {on("2026-01-01")}


def test_a_workbook_goes_in_as_people_make_them(importing: Importing, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    for row in (
        ["Телефонный справочник", None, None, None],
        ["Тегі, аты, әкесінің аты", "Мемлекеттік орган", "Лауазымы", "Телефон"],
        ["Қасым Әлия Маратқызы", "Әділет министрлігі", "Сарапшы", 7.7012345678e10],
        ["Ким Е.", None, "Кеңесші", "8 (7172) 72-05-18, 72-05-19"],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:D1")
    sheet.merge_cells("B3:B4")
    book.save(tmp_path / "list.xlsx")
    plan = plan_contacts(importing.dossier, tmp_path / "list.xlsx")
    write_contacts(importing.dossier, plan, {})
    assert importing.people() == [
        ("Ким Е.", "Кеңесші @ Әділет министрлігі", "+7 7172 72 05 18", "+7 7172 72 05 19"),
        ("Қасым Әлия Маратқызы", "Сарапшы @ Әділет министрлігі", "+7 701 234 56 78"),
    ]


def test_bad_rows_are_told_with_their_line_and_the_rest_goes_in(importing: Importing) -> None:
    header = ["name", "organization", "post", "since", "phone", "email"]
    rows = [
        ["", "МИД", "Эксперт", "", "", ""],
        ["Ким Елена", "МИД", "Эксперт", "давно", "", ""],
        ["Ли Анна", "МИД", "Эксперт", "", "", "anna"],
        ["Цой Олег", "МИД", "Эксперт", "", "7.7E+10", ""],
        ["Пак Игорь", "", "Эксперт", "", "", ""],
        ["Тен Вера", "МИД", "-", "нет", "—", "n/a"],
    ]
    plan = importing.plan(rows, header)
    assert [(bad.line, bad.reason.worded(wording("en"))) for bad in plan.bad] == [
        (2, "no name"),
        (3, "“давно” is not a date; write it as 19.06.2024 or 2024-06-19"),
        (4, "“anna” is not an e-mail address"),
        (6, "a post without its organization; fill in the organization"),
    ]
    write_contacts(importing.dossier, plan, {})
    assert importing.people() == [("Тен Вера", "МИД"), ("Цой Олег", "Эксперт @ МИД")]
    assert told(plan) == [(5, "the phone “7.7E+10” was rounded by a spreadsheet; the row goes in without it")]


def test_a_phone_that_is_cut_off_costs_nothing_but_itself(importing: Importing) -> None:
    plan = importing.plan([["Ким Елена", "МИД", "", "8 701 234 56 78; 8(7", "kim@mfa.kz"]])
    write_contacts(importing.dossier, plan, {})
    assert importing.people() == [("Ким Елена", "МИД", "+7 701 234 56 78", "kim@mfa.kz")]
    assert told(plan) == [(2, "“8(7” is not a phone number; the row goes in without it")]
    with importing.dossier.read() as reader:
        assert "8(7" in str(reader.all(Paragraph)[-1].original)


def test_a_region_that_the_dossier_does_not_know_is_told_row_by_row(importing: Importing) -> None:
    header = ("name", "region")
    rows = [["Ким Елена", "Абай"], ["Ли Анна", "абай"], ["Цой Олег", "Жетісу"], ["Тен Вера", ""]]
    plan = importing.plan(rows, header)
    write_contacts(importing.dossier, plan, {})
    assert told(plan) == [
        (2, "the dossier knows no place “Абай”; it goes in as a new region"),
        (3, "the dossier knows no place “Абай”; it goes in as a new region"),
        (4, "the dossier knows no place “Жетісу”; it goes in as a new region"),
    ]
    assert importing.count(Place) == 2
    assert told(importing.plan(rows, header)) == []


def test_a_place_is_known_with_any_word_for_region_and_city(importing: Importing) -> None:
    header = ("name", "region")
    with importing.dossier.edit("Places") as edit:
        for kind, names in (
            ("region", ("Қызылорда облысы", "Кызылординская область", "Kyzylorda Region")),
            ("region", ("Алматы облысы", "Алматинская область", "Almaty Region")),
            ("city", ("Алматы", "Almaty")),
        ):
            place = edit.add(Place(place_kind=kind))
            for name in names:
                edit.add(Name(of=place, text=name, language="en", name_kind="official"))
    ways = (
        "Кызылординская обл.", "Kyzylorda oblast", "Қызылорда обл.", "Кызылорда", "Алматинская обл.",
        "г. Алматы", "Алматы қ.", "Алматы қаласы", "Almaty city", "Алматы обл.",
    )  # fmt: skip
    rows = [[f"Ким Елена {chr(ord('А') + number)}", way] for number, way in enumerate(ways)]
    plan = importing.plan(rows, header)
    assert told(plan) == []
    write_contacts(importing.dossier, plan, {})
    assert importing.count(Place) == 3


def test_a_city_that_is_not_known_goes_in_as_one(importing: Importing) -> None:
    plan = importing.plan([["Ким Елена", "г. Рудный"], ["Ли Анна", "Рудный қ."]], ("name", "region"))
    assert told(plan)[0] == (2, "the dossier knows no place “г. Рудный”; it goes in as a new city")
    write_contacts(importing.dossier, plan, {})
    with importing.dossier.read() as reader:
        assert [place.place_kind for place in reader.all(Place)] == ["city"]


def told(plan: Plan) -> list[tuple[int, str]]:
    return [(remark.line, remark.reason.worded(wording("en"))) for remark in plan.remarks]


def test_a_stopped_import_leaves_nothing_behind(
    importing: Importing, make_list: Callable[..., Path], tmp_path: Path
) -> None:
    path = tmp_path / "contacts.csv"
    write_list(path, 3_000)
    stopped = Progress(cancelled=lambda: True)
    with pytest.raises(StoppedError):
        plan_contacts(importing.dossier, path, progress=stopped)
    plan = plan_contacts(importing.dossier, path)
    written: list[float] = []
    after = Progress(lambda stage, part: written.append(part), lambda: len(written) > 1)
    with pytest.raises(StoppedError):
        write_contacts(importing.dossier, plan, {}, after)
    assert written
    assert importing.count(Person) == 0
    assert importing.dossier.history() == ()
    assert importing.dossier.check(deep=True) == ()
    assert write_contacts(importing.dossier, plan, {})


KILLED = """
import os, signal, sys
from pathlib import Path
from dossier.intake.contacts import Plan, Progress, plan_contacts, write_contacts
from dossier.store import Dossier

def kill(stage, part):
    if stage == "write" and part > 0.8:
        os.kill(os.getpid(), signal.SIGKILL)

dossier = Dossier.open(Path(sys.argv[1]))
write_contacts(dossier, plan_contacts(dossier, Path(sys.argv[2])), {}, Progress(kill))
"""


def test_a_killed_import_leaves_nothing_behind(importing: Importing, tmp_path: Path) -> None:
    importing.take([AIGERIM], EVERYTHING)
    path, target = tmp_path / "contacts.csv", importing.dossier.path
    write_list(path, 6_000)
    importing.dossier.close()
    folder = sorted(item.name for item in tmp_path.iterdir())
    killed = subprocess.run([sys.executable, "-c", KILLED, str(target), str(path)], check=False)
    assert killed.returncode == -9
    with Dossier.open(target) as dossier:
        with dossier.read() as reader:
            assert reader.count(Person) == 1
        assert len(dossier.history()) == 1
        assert dossier.check(deep=True) == ()
    assert sorted(item.name for item in tmp_path.iterdir()) == folder


def test_a_plan_is_not_written_into_a_dossier_that_has_changed(importing: Importing) -> None:
    plan = importing.plan([AIGERIM], EVERYTHING)
    with importing.dossier.edit("Add") as edit:
        edit.add(Person())
    with pytest.raises(DossierError, match="changed since"):
        write_contacts(importing.dossier, plan, {})
    assert importing.count(Person) == 1


def test_namesakes_of_a_realistic_list_stay_apart(importing: Importing, tmp_path: Path) -> None:
    path = tmp_path / "contacts.csv"
    write_list(path, 4_000, seed=11)
    plan = plan_contacts(importing.dossier, path)
    write_contacts(importing.dossier, plan, {})
    assert importing.count(Person) == 4_000
