"""Writing: one transaction, one Change, all or nothing; what the model forbids is refused in a sentence."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from dossier.model.dates import parse_date
from dossier.model.errors import DossierError
from dossier.model.records import Citation, Event, Name, Note, Organization, Person, Place, Post, Record, Tag
from dossier.store import Change, Dossier, Edit
from tests.store.conftest import Sample

KILLED = """
import os, signal, sys
from pathlib import Path
from dossier.model.records import Name, Person
from dossier.store import Change, Dossier

with Dossier.open(Path(sys.argv[1])).edit("never finished") as edit:
    for number in range(30_000):
        person = edit.add(Person())
        edit.add(Name(of=person, text=f"Person {number}", language="en", name_kind="official"))
    edit.set(int(sys.argv[2]), text="Overwritten")
    assert edit.reader.count(Person) == 30_001
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_process_killed_inside_an_edit_leaves_the_file_as_it_was(sample: Sample) -> None:
    path = sample.dossier.path
    sample.dossier.close()
    killed = subprocess.run([sys.executable, "-c", KILLED, str(path), str(sample.name)], check=False)
    assert killed.returncode == -9
    with Dossier.open(path) as dossier, dossier.read() as reader:
        assert reader.count(Person) == 1
        assert reader.get(Name, sample.name).text == "Aigerim Sample"
        assert [change.label for change in dossier.history()] == ["Add a contact"]
        assert dossier.check(deep=True) == ()


def test_an_error_inside_an_edit_takes_everything_back(sample: Sample) -> None:
    with pytest.raises(ZeroDivisionError), sample.dossier.edit("Fails") as edit:  # noqa: PT012
        edit.add(Person())
        edit.set(sample.name, text="Other")
        raise ZeroDivisionError
    with sample.dossier.read() as reader:
        assert (reader.count(Person), reader.get(Name, sample.name).text) == (1, "Aigerim Sample")
    with sample.dossier.edit("Works again") as edit:
        edit.add(Person())
    assert [change.label for change in sample.dossier.history()] == ["Works again", "Add a contact"]


def test_an_edit_is_one_change_that_says_what_it_touched(sample: Sample) -> None:
    heard: list[Change] = []
    sample.dossier.listen(heard.append)
    with sample.dossier.edit("Rename") as edit:
        edit.set(sample.name, text="Aigerim Exemplar")
        tag = edit.add(Tag(of=sample.person, label="protocol"))
    (change,) = heard
    assert change == sample.dossier.history(limit=1)[0]
    assert (change.label, change.author, change.at.isoformat()) == (
        "Rename",
        "Officer",
        "2026-11-24T12:00:00+00:00",
    )
    assert change.touched == {sample.name, tag}


def test_an_edit_that_alters_nothing_is_no_change(sample: Sample) -> None:
    with sample.dossier.edit("Nothing") as edit:
        edit.set(sample.name, text="Aigerim Sample")
    assert len(sample.dossier.history()) == 1


def test_edits_do_not_nest(sample: Sample) -> None:
    with (
        pytest.raises(RuntimeError, match="nest"),
        sample.dossier.edit("Outer"),
        sample.dossier.edit("Inner"),
    ):
        pass


def test_a_reader_keeps_its_snapshot_while_an_edit_goes_on(sample: Sample) -> None:
    with sample.dossier.read() as reader:
        assert reader.count(Person) == 1
        with sample.dossier.edit("Add") as edit:
            edit.add(Person())
        assert reader.count(Person) == 1
    with sample.dossier.read() as reader:
        assert reader.count(Person) == 2


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (lambda s: Organization(organization_kind="club"), "“club” is not a organization kind"),
        (lambda s: Name(of=s.person, text="", language="en", name_kind="alias"), "empty"),
        (lambda s: Name(of=s.person, text="  ", language="en", name_kind="alias"), "no readable text"),
        (lambda s: Name(of=s.post, text="x", language="en", name_kind="alias"), "can't be a post"),
        (lambda s: Post(person=s.organization, organization=s.organization), "can't be a organization"),
    ],
)
def test_what_the_model_forbids_is_refused_in_a_sentence(
    sample: Sample, record: Callable[[Sample], Record], words: str
) -> None:
    with pytest.raises(DossierError, match=words), sample.dossier.edit("Bad") as edit:
        edit.add(record(sample))
    assert len(sample.dossier.history()) == 1


def test_a_reference_to_nothing_is_a_bug(sample: Sample) -> None:
    with pytest.raises(KeyError), sample.dossier.edit("Bad") as edit:
        edit.add(Post(person=9_999, organization=sample.organization))


def test_the_same_fact_twice_is_refused(sample: Sample) -> None:
    with sample.dossier.edit("Tag") as edit:
        edit.add(Tag(of=sample.person, label="protocol"))
    with pytest.raises(DossierError, match="already"), sample.dossier.edit("Tag") as edit:
        edit.add(Tag(of=sample.person, label="protocol"))


def test_organizations_do_not_lie_below_themselves(sample: Sample) -> None:
    with sample.dossier.edit("Add") as edit:
        below = edit.add(Organization(organization_kind="unit", parent=sample.organization))
    with pytest.raises(DossierError, match="below itself"), sample.dossier.edit("Circle") as edit:
        edit.set(sample.organization, parent=below)


def test_the_schema_itself_holds_what_python_checks(sample: Sample) -> None:
    with sample.dossier._engine.connect() as connection:
        for statement in (
            "UPDATE organization SET organization_kind = 'club'",
            "UPDATE name SET text = ' '",
            "UPDATE post SET held = '2025', held_earliest = '2025-12-31', held_latest = '2025-01-01'",
            "UPDATE record SET kind = 'thing'",
            f"UPDATE organization SET parent = {sample.organization}",
        ):
            with pytest.raises(IntegrityError, match="CHECK"):
                connection.exec_driver_sql(statement)
        connection.exec_driver_sql("UPDATE post SET person = 9999")
        with pytest.raises(IntegrityError, match="FOREIGN KEY"):
            connection.commit()


def test_deleting_takes_the_parts_along_and_keeps_tombstones(sample: Sample) -> None:
    with sample.dossier.edit("Delete") as edit:
        edit.delete(sample.person)
    with sample.dossier.read() as reader:
        assert [reader.count(kind) for kind in (Person, Post, Note, Name)] == [0, 0, 0, 1]
        assert reader.rows("SELECT count(*) FROM record WHERE deleted = 1") == [(5,)]
    assert sample.dossier.check(deep=True) == ()


def test_what_others_point_at_is_not_deleted(sample: Sample) -> None:
    with sample.dossier.edit("Add") as edit:
        place = edit.add(Place(place_kind="city"))
        event = edit.add(Event(event_kind="visit", date=parse_date("2024-06-19"), place=place))
    with pytest.raises(DossierError, match="1 event"), sample.dossier.edit("Delete") as edit:
        edit.delete(place)
    with sample.dossier.edit("Delete both") as edit:
        edit.delete(event)
        edit.delete(place)


def test_a_citation_is_a_part_of_what_it_cites() -> None:
    from dossier.store.graph import pointers_at

    assert any(pointer.part and pointer.kind == Citation.kind for pointer in pointers_at("post"))


def test_ids_find_records_whatever_their_case(sample: Sample) -> None:
    with sample.dossier.read() as reader:
        person = reader.get(Person, sample.person)
        assert reader.pk(person.id.upper()) == sample.person
        assert reader.pk("0" * 36) is None


def test_two_programs_take_turns(sample: Sample, tmp_path: Path) -> None:
    other = Dossier.open(sample.dossier.path)
    with sample.dossier.edit("First") as edit:
        edit.add(Person())
    with other.edit("Second") as edit:
        edit.add(Person())
    other.close()
    with sample.dossier.read() as reader:
        assert reader.count(Person) == 3


def test_a_bulk_edit_checks_what_it_adds_and_leaves_the_file_guarded(sample: Sample) -> None:
    with pytest.raises(DossierError), sample.dossier.edit("Many", bulk=True) as edit:
        edit.add(Tag(of=sample.person, label=" "))
    with pytest.raises(KeyError), sample.dossier.edit("Many", bulk=True) as edit:
        edit.add(Tag(of=10**6, label="lost"))
    with sample.dossier.edit("Many", bulk=True) as edit:
        edit.add(Tag(of=sample.person, label="protocol"))
        edit.add_values(Tag, sample.organization, "protocol")
    for row, guard in (("(900, 1, ' ')", "CHECK"), ("(900, 900, 'lost')", "FOREIGN KEY")):
        with pytest.raises(IntegrityError, match=guard), sample.dossier.edit("Behind its back") as edit:  # noqa: PT012
            edit.connection.exec_driver_sql(f"INSERT INTO tag VALUES {row}")
            edit.add(Person())
    assert sample.dossier.check(deep=True) == ()


def test_a_bulk_edit_that_would_leave_a_reference_to_nothing_is_a_bug_and_writes_nothing(
    sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish = Edit.finish

    def break_it(edit: Edit, undoes: int | None = None) -> bool:
        done = finish(edit, undoes)
        edit.connection.exec_driver_sql("UPDATE note SET of = 999999 WHERE text = 'New'")
        return done

    def add() -> None:
        with sample.dossier.edit("Import", bulk=True) as edit:
            edit.add(Note(of=sample.person, text="New"))

    monkeypatch.setattr(Edit, "finish", break_it)
    with pytest.raises(RuntimeError, match="points at of 999999, which is not there"):
        add()
    monkeypatch.undo()
    add()
    with sample.dossier.read() as reader:
        assert [note.text for note in reader.all(Note)] == ["Prefers mornings", "New"]
