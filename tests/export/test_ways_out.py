"""The ways out of a whole dossier: each file is read back by a reader that is not ours."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
import vobject

from dossier.export.events_ics import days_of
from dossier.export.lists import LISTS
from dossier.export.scope import Scope
from dossier.export.ways import WAYS, Written, export
from dossier.intake.contacts import Group, plan_contacts
from dossier.intake.seed import load_seed
from dossier.language import wording
from dossier.model.clock import clock_at
from dossier.model.dates import parse_date
from dossier.model.errors import DossierError
from dossier.model.progress import Progress, StoppedError
from dossier.model.records import (
    ContactPoint,
    Event,
    Initiative,
    Name,
    Organization,
    Person,
    Post,
    Text,
)
from dossier.search import resolve
from dossier.store import Dossier
from tests.export.read_vcard import of, read_vcards

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOSTILE = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1")


@pytest.fixture
def seeded(tmp_path: Path) -> Iterator[Dossier]:
    with Dossier.create(tmp_path / "a.dossier", clock=clock_at(NOW.date()), fill=load_seed) as dossier:
        yield dossier


def written(
    dossier: Dossier, form: str, out: Path, *, agency: str = "", kind: str = "person", language: str = "en"
) -> Written:
    with dossier.read() as reader:
        pk = resolve(reader, agency, kind="organization") if agency else None
        return export(Scope(reader, wording(language), pk), form, out, NOW, kind)


def added(dossier: Dossier, name: str, *, at: str = "", title: str = "") -> int:
    with dossier.edit("Add a person") as edit:
        pk = edit.add(Person())
        edit.add(Name(of=pk, text=name, language="en", name_kind="official"))
        if at:
            post = edit.add(Post(person=pk, organization=resolve(edit.reader, at, kind="organization")))
            edit.add(Text(of=post, field="title", language="en", text=title))
        return pk


def event(dossier: Dossier, title: str, when: str | None, **values: object) -> None:
    with dossier.edit("Add an event") as edit:
        date_of = parse_date(when) if when else None
        pk = edit.add(Event(event_kind="meeting", date=date_of, **values))  # type: ignore[arg-type]
        edit.add(Text(of=pk, field="title", language="en", text=title))


def test_every_person_and_organization_has_a_card_with_or_without_contact_points(
    seeded: Dossier, tmp_path: Path
) -> None:
    alone = added(seeded, "Nobody Known")
    out = tmp_path / "all.vcf"
    with seeded.read() as reader:
        expected = reader.count(Person) + reader.count(Organization)
        id = reader.record(alone).id
    assert written(seeded, "vcard", out).count == expected
    cards = {of(card, "UID")[0].value: card for card in read_vcards(out.read_bytes())}
    assert len(cards) == expected
    assert of(cards[f"urn:uuid:{id}"], "FN")[0].text == "Nobody Known"
    others = list(vobject.readComponents(out.read_text(encoding="utf-8")))
    assert {str(card.uid.value) for card in others} == set(cards)
    assert "Katarzyna Wawiernia" in {str(card.fn.value) for card in others}


def test_an_agency_has_its_people_in_their_posts_there_and_all_below_it(
    seeded: Dossier, tmp_path: Path
) -> None:
    added(seeded, "Somebody Else", at="Ministry of Foreign Affairs", title="Adviser")
    out = tmp_path / "un.vcf"
    written(seeded, "vcard", out, agency="United Nations")
    names = {of(card, "FN")[0].text for card in read_vcards(out.read_bytes())}
    assert {"Katarzyna Wawiernia", "United Nations Development Programme"} <= names
    assert names.isdisjoint({"Somebody Else", "Akan Rakhmetullin"})
    table = tmp_path / "un.csv"
    written(seeded, "csv", table, agency="United Nations")
    text = table.read_text(encoding="utf-8-sig")
    assert "Katarzyna Wawiernia" in text
    assert "Rakhmetullin" not in text


def test_the_list_of_people_is_taken_in_again_as_the_same(seeded: Dossier, tmp_path: Path) -> None:
    with seeded.edit("Add") as edit:
        pk = resolve(edit.reader, "Katarzyna Wawiernia")
        edit.add(ContactPoint(of=pk, contact_kind="phone", value="+7 7172 55 01 02"))
    for form, language in (("csv", "en"), ("csv", "ru"), ("xlsx", "kk")):
        out = tmp_path / f"people.{form}"
        written(seeded, form, out, language=language)
        plan = plan_contacts(seeded, out)
        with seeded.read() as reader:
            people = reader.count(Person)
        assert (plan.count(Group.SAME), len(plan.groups), plan.bad) == (people, people, []), form


def calendar_of(path: Path) -> dict[str, vobject.base.Component]:
    read = vobject.readOne(path.read_text(encoding="utf-8"))
    return {str(each.summary.value): each for each in read.vevent_list}


def test_dates_in_a_calendar_are_never_sharper_than_they_are_known(seeded: Dossier, tmp_path: Path) -> None:
    event(seeded, "One day", "2026-03-05")
    event(seeded, "Three days", "2026-03-05/2026-03-07")
    event(seeded, "A month", "2026-03")
    event(seeded, "About a day", "2026-03-05~")
    event(seeded, "Since then", "2026-03-05/..")
    event(seeded, "Some time", None)
    out = tmp_path / "a.ics"
    found = written(seeded, "ics", out)
    assert found.undated == 2, "the seed has one, too"
    events = calendar_of(out)
    spans = {name: (each.dtstart.value, each.dtend.value) for name, each in events.items()}
    march = date(2026, 3, 1), date(2026, 4, 1)
    fifth = date(2026, 3, 5), date(2026, 3, 6)
    assert spans["One day"] == fifth
    assert spans["Three days"] == (date(2026, 3, 5), date(2026, 3, 8))
    assert spans["A month (March 2026)"] == march
    assert spans["About a day (about 5 March 2026)"] == fifth
    assert spans["Since then (from 5 March 2026)"] == fifth
    assert events["A month (March 2026)"].status.value == "TENTATIVE"
    assert "March 2026" in events["A month (March 2026)"].description.value
    assert not hasattr(events["One day"], "status")


def test_a_local_time_stands_in_its_zone_and_one_without_a_zone_is_only_told(
    seeded: Dossier, tmp_path: Path
) -> None:
    event(seeded, "Before", "2024-02-29", local_time="10:00", zone="Asia/Almaty")
    event(seeded, "After", "2024-03-01", local_time="10:00", zone="Asia/Almaty")
    event(seeded, "Unzoned", "2024-03-01", local_time="09:30")
    out = tmp_path / "a.ics"
    written(seeded, "ics", out)
    events = calendar_of(out)
    before, after = (events[name].dtstart.value for name in ("Before", "After"))
    assert (before.hour, before.utcoffset().total_seconds()) == (10, 6 * 3600)
    assert (after.hour, after.utcoffset().total_seconds()) == (10, 5 * 3600)
    assert not hasattr(events["After"], "dtend"), "how long it lasted is not known"
    assert events["Unzoned"].dtstart.value == date(2024, 3, 1)
    assert "09:30 local time" in events["Unzoned"].description.value


def test_an_event_keeps_its_id_and_the_same_dossier_gives_the_same_bytes(
    seeded: Dossier, tmp_path: Path
) -> None:
    one, other = tmp_path / "one.ics", tmp_path / "other.ics"
    for out in (one, other):
        written(seeded, "ics", out)
    assert one.read_bytes() == other.read_bytes()
    with seeded.read() as reader:
        ids = {each.id for each in reader.all(Event) if each.date}
    assert {str(each.uid.value) for each in calendar_of(one).values()} == ids


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("2024-06-19", (date(2024, 6, 19), date(2024, 6, 19), True)),
        ("2024", (date(2024, 1, 1), date(2024, 12, 31), False)),
        ("../2024-06", (date(2024, 6, 1), date(2024, 6, 30), False)),
        ("2024-06/2024-08-03", (date(2024, 6, 1), date(2024, 8, 3), False)),
        ("2024-06-01/2024-06-03~", (date(2024, 6, 1), date(2024, 6, 3), False)),
    ],
)
def test_the_days_of_a_date(when: str, days: tuple[date, date, bool]) -> None:
    assert days_of(parse_date(when)) == days


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_list_is_a_table_as_csv_and_a_sheet_of_the_workbook(
    seeded: Dossier, tmp_path: Path, kind: str, language: str
) -> None:
    out = tmp_path / "list.csv"
    found = written(seeded, "csv", out, kind=kind, language=language)
    text = io.StringIO(out.read_text(encoding="utf-8-sig"), newline="")
    rows = list(csv.reader(text, delimiter="," if language == "en" else ";"))
    assert len(rows) == found.count + 1 > 1
    assert {len(row) for row in rows} == {len(rows[0])}
    written(seeded, "xlsx", tmp_path / "all.xlsx", language=language)
    book = openpyxl.load_workbook(tmp_path / "all.xlsx")
    assert book.sheetnames == [wording(language).label("kinds", each) for each in LISTS]
    sheet = book[wording(language).label("kinds", kind)]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(max_row=1)] == [rows[0]]
    assert sheet.max_row == len(rows)
    assert sheet.auto_filter.ref == sheet.dimensions


def test_no_cell_of_a_table_is_a_formula(seeded: Dossier, tmp_path: Path) -> None:
    for text in HOSTILE:
        added(seeded, text, at="UNICEF", title=text)
        with seeded.edit("Add") as edit:
            pk = edit.add(Initiative(initiative_kind="project"))
            edit.add(Text(of=pk, field="title", language="en", text=text))
    for kind in ("person", "initiative"):
        out = tmp_path / "list.csv"
        written(seeded, "csv", out, kind=kind)
        for row in csv.reader(io.StringIO(out.read_text(encoding="utf-8-sig"), newline="")):
            assert not [cell for cell in row if cell[:1] in "=+-@\t\r" and cell]
    written(seeded, "xlsx", tmp_path / "all.xlsx")
    cells = [
        cell
        for sheet in openpyxl.load_workbook(tmp_path / "all.xlsx")
        for row in sheet.iter_rows()
        for cell in row
        if cell.value
    ]
    assert {cell.data_type for cell in cells} == {"s"}
    dangerous = [cell for cell in cells if str(cell.value)[:1] in "=+-@\t"]
    assert dangerous
    assert all(cell.quotePrefix for cell in dangerous)


def test_what_is_invented_says_so_in_every_format(tmp_path: Path) -> None:
    from dossier.intake.seed import training_seed

    path = tmp_path / "t.dossier"
    with Dossier.create(
        path, clock=clock_at(NOW.date()), fill=lambda each: load_seed(each, training_seed())
    ) as dossier:
        for form, way in WAYS.items():
            out = tmp_path / f"out.{way.suffix}"
            written(dossier, form, out)
            if form == "xlsx":
                book = openpyxl.load_workbook(out)
                assert all(sheet.cell(2, sheet.max_column).value.startswith("TRAINING") for sheet in book)
            else:
                assert ('"fictional"' if form == "ftm" else "TRAINING") in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("form", WAYS)
def test_stopping_leaves_what_was_there(seeded: Dossier, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    out.write_text("before")
    with seeded.read() as reader, pytest.raises(StoppedError):
        export(Scope(reader, wording("en"), None, Progress(cancelled=lambda: True)), form, out, NOW)
    assert out.read_text() == "before"
    assert not list(tmp_path.glob(".dossier-*"))


@pytest.mark.parametrize("form", WAYS)
def test_an_empty_dossier_gives_an_empty_file_of_its_format(tmp_path: Path, form: str) -> None:
    with Dossier.create(tmp_path / "empty.dossier", clock=clock_at(NOW.date())) as dossier:
        assert written(dossier, form, tmp_path / "out").count == 0


def test_no_dossier_is_written_over(seeded: Dossier) -> None:
    with pytest.raises(DossierError, match="belongs to a dossier"):
        written(seeded, "vcard", seeded.path)
