"""The index kept by edits is the one that would be made anew, whatever of a record's surroundings changes."""

from collections.abc import Callable

import pytest

from dossier.model.dates import parse_date
from dossier.model.folding import key
from dossier.model.records import (
    Attestation,
    ContactPoint,
    Coverage,
    Event,
    Initiative,
    Involvement,
    Name,
    Note,
    Office,
    Organization,
    Participation,
    Person,
    Place,
    Post,
    Remit,
    Statement,
    StatementLink,
    Text,
)
from dossier.store import Dossier, Edit
from dossier.store.terms import AGENCY, IN_POST, RELATIONS, at, belongs, entry_of, has, pk_of, priority_of_day
from tests.store.conftest import Sample

Pks = dict[str, int]


def contents(dossier: Dossier) -> set[tuple[object, ...]]:
    """Everything that is in the index: which record has an entry where, and under which terms."""
    with dossier._engine.connect() as connection:
        for table in ("name_index", "text_index"):
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE temp.{table}_terms USING fts5vocab(main, {table}, instance)"
            )
        found = {
            (table, *row)
            for table in ("name_index", "text_index")
            for row in connection.exec_driver_sql(f"SELECT term, doc FROM temp.{table}_terms").all()
        }
        found |= {tuple(row) for row in connection.exec_driver_sql("SELECT pk, entry FROM index_entry").all()}
        for table in ("name_index", "text_index"):
            connection.exec_driver_sql(f"DROP TABLE temp.{table}_terms")
    return found


@pytest.fixture
def pks(sample: Sample) -> Pks:
    """Beside the person in a post: a ministry above, places in each other, an initiative, words about it."""
    pks = {"person": sample.person, "organization": sample.organization, "post": sample.post}
    with sample.dossier.edit("Surroundings") as edit:
        pks["above"] = edit.add(Organization(organization_kind="state"))
        pks["region"] = edit.add(Place(place_kind="region"))
        pks["city"] = edit.add(Place(place_kind="city", parent=pks["region"]))
        pks["elsewhere"] = edit.add(Place(place_kind="region"))
        pks["office"] = edit.add(Office(organization=sample.organization, place=pks["city"]))
        pks["initiative"] = edit.add(Initiative(initiative_kind="project"))
        pks["coverage"] = edit.add(Coverage(initiative=pks["initiative"], place=pks["city"]))
        pks["part"] = edit.add(
            Involvement(initiative=pks["initiative"], party=sample.person, role="proposer")
        )
        pks["statement"] = edit.add(Statement(nature="said", on=parse_date("2024-06-19")))
        pks["speaker"] = edit.add(StatementLink(statement=pks["statement"], to=sample.person, role="speaker"))
        pks["about"] = edit.add(StatementLink(statement=pks["statement"], to=pks["initiative"], role="about"))
        pks["event"] = edit.add(Event(event_kind="visit", date=parse_date("2025-05-01")))
        pks["guest"] = edit.add(Participation(event=pks["event"], party=sample.person, role="guest"))
        pks["phone"] = edit.add(ContactPoint(of=sample.person, contact_kind="phone", value="+7"))
    return pks


CHANGES: dict[str, Callable[[Edit, Pks], object]] = {
    "an agency gets another above it": lambda edit, pks: edit.set(pks["organization"], parent=pks["above"]),
    "a place moves": lambda edit, pks: edit.set(pks["city"], parent=None),
    "an office goes": lambda edit, pks: edit.delete(pks["office"]),
    "coverage goes": lambda edit, pks: edit.delete(pks["coverage"]),
    "coverage comes": lambda edit, pks: edit.add(
        Coverage(initiative=pks["initiative"], place=pks["elsewhere"])
    ),
    "a part goes": lambda edit, pks: edit.delete(pks["part"]),
    "a speaker goes": lambda edit, pks: edit.delete(pks["speaker"]),
    "a topic goes": lambda edit, pks: edit.delete(pks["about"]),
    "a statement goes": lambda edit, pks: edit.delete(pks["statement"]),
    "a statement is dated anew": lambda edit, pks: edit.set(pks["statement"], on=parse_date("2026-01-01")),
    "an event is dated anew": lambda edit, pks: edit.set(pks["event"], date=parse_date("2026-01-01")),
    "a guest goes": lambda edit, pks: edit.delete(pks["guest"]),
    "a post ends": lambda edit, pks: edit.set(pks["post"], held=parse_date("2024/2025")),
    "a post goes": lambda edit, pks: edit.delete(pks["post"]),
    "a post is attested": lambda edit, pks: edit.add(
        Attestation(post=pks["post"], on=parse_date("2026-06-01"))
    ),
    "a remit comes": lambda edit, pks: edit.add(Remit(post=pks["post"], place=pks["city"])),
    "a remit has words": lambda edit, pks: edit.add(
        Text(of=pks["post"], field="remit", language="en", text="Water and glaciers")
    ),
    "a phone is corrected": lambda edit, pks: edit.set(pks["phone"], value="+7 701 234 56 78"),
    "an e-mail comes": lambda edit, pks: edit.add(
        ContactPoint(of=pks["organization"], contact_kind="email", value="Office.7@weather.example")
    ),
    "a name of signs comes": lambda edit, pks: edit.add(
        Name(of=pks["person"], text="☃☃ 🙂", language="en", name_kind="alias")
    ),
    "a phone goes": lambda edit, pks: edit.delete(pks["phone"]),
    "an agency is renamed": lambda edit, pks: edit.add(
        Name(of=pks["organization"], text="Weather Bureau", language="en", name_kind="alias")
    ),
    "a person goes": lambda edit, pks: edit.delete(pks["person"]),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_index_kept_is_the_one_made_anew(sample: Sample, pks: Pks, change: str) -> None:
    before = contents(sample.dossier)
    with sample.dossier.edit(change) as edit:
        CHANGES[change](edit, pks)
    kept = contents(sample.dossier)
    assert kept != before
    sample.dossier.rebuild_index()
    assert sample.dossier.check(deep=True) == ()
    assert kept == contents(sample.dossier)
    sample.dossier.undo()
    assert contents(sample.dossier) == before


@pytest.mark.parametrize("flushed", [False, True])
def test_what_is_added_to_a_new_agency_reaches_its_new_people(
    sample: Sample, pks: Pks, flushed: bool
) -> None:
    with sample.dossier.edit("People of a new agency") as edit:
        agency = edit.add(Organization(organization_kind="ministry"))
        person = edit.add(Person())
        edit.add(Name(of=person, text="Bolat Sample", language="en", name_kind="official"))
        post = edit.add(Post(person=person, organization=agency, place=pks["city"]))
        edit.add(Text(of=post, field="title", language="en", text="Head of Division"))
        edit.add(Attestation(post=post, on=parse_date("2026-06-01")))
        edit.add(ContactPoint(of=person, contact_kind="email", value="bolat.5@example.org"))
        edit.add(Note(of=person, text="Prefers evenings"))
        if flushed:
            assert edit.reader.count(Person) == 2
        edit.add(Name(of=agency, text="Bureau of Glaciers", language="en", name_kind="official"))
        edit.add(Office(organization=agency, place=pks["elsewhere"]))
        edit.set(agency, parent=pks["above"])
    kept = contents(sample.dossier)
    terms = {str(row[1]) for row in kept if row[-1] == _entry(sample, person)}
    assert {AGENCY + key("bureau"), at(pks["above"]), belongs("located", pks["elsewhere"])} <= terms
    sample.dossier.rebuild_index()
    assert sample.dossier.check() == ()
    assert kept == contents(sample.dossier)


def test_an_entry_has_its_place_by_kind_and_by_the_newest_day(sample: Sample, pks: Pks) -> None:
    with sample.dossier.read() as reader:
        entries = dict(reader.rows("SELECT pk, entry FROM index_entry"))
    day = priority_of_day("2025-05-01") + IN_POST
    assert entries[sample.person] == entry_of("person", day, sample.person)
    assert pk_of(entries[sample.person]) == sample.person
    assert entries[sample.person] < entries[sample.organization] < entries[pks["event"]]
    assert entry_of("person", 2, 9) < entry_of("person", 1, 3) < entry_of("person", 1, 4)


def test_an_entry_says_where_its_record_belongs_and_what_it_has(sample: Sample, pks: Pks) -> None:
    marks = {str(row[1]) for row in contents(sample.dossier) if row[-1] == _entry(sample, sample.person)}
    expected = {belongs(relation, pks["region"]) for relation in RELATIONS if relation != "covers"}
    assert expected | {at(sample.organization), has("phone"), has("note"), has("post")} <= marks
    assert belongs("covers", pks["region"]) not in marks


def _entry(sample: Sample, pk: int) -> int:
    with sample.dossier.read() as reader:
        return int(reader.rows("SELECT entry FROM index_entry WHERE pk = :pk", pk=pk)[0][0])
