"""A damaged file: the check names its tables, and what can be read is saved into a sound file."""

from pathlib import Path

import pytest

from dossier.intake.seed import load_seed
from dossier.model.errors import DamagedError
from dossier.model.records import Citation, Initiative, Note, Person, Record, Remit
from dossier.store import Dossier
from tests.damaging import zero_leaf, zero_table


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Dossier.create(tmp_path / "a.dossier", fill=load_seed).close()
    return tmp_path / "a.dossier"


def count(path: Path, kind: type[Record]) -> int:
    with Dossier.open(path) as dossier, dossier.read() as reader:
        return reader.count(kind)


def test_a_sound_file_has_no_damage(path: Path) -> None:
    with Dossier.open(path) as dossier:
        assert dossier.damage(deep=True) == ()


def test_each_damaged_table_is_named(path: Path) -> None:
    zero_table(path, "initiative", "vocabulary")
    with Dossier.open(path, as_it_is=True) as dossier:
        tables, index = dossier.damage()
        assert dossier.check() == (tables, index)
    assert tables.startswith("The table of “initiative” is damaged: ")
    assert index.startswith("The search index is damaged: ")


def test_reading_a_damaged_table_is_one_sentence(path: Path) -> None:
    zero_table(path, "initiative")
    with (
        Dossier.open(path) as dossier,
        pytest.raises(DamagedError, match="“dossier check --repair”"),
        dossier.read() as reader,
    ):
        reader.all(Initiative)


def test_a_damaged_index_costs_no_record(path: Path, tmp_path: Path) -> None:
    zero_table(path, "vocabulary", "index_entry", "name_index_data")
    before = path.read_bytes()
    with Dossier.open(path, as_it_is=True) as dossier:
        assert dossier.salvage(tmp_path / "saved.dossier") == {}
    assert path.read_bytes() == before
    with Dossier.open(tmp_path / "saved.dossier") as saved:
        assert saved.check(deep=True) == ()


def test_the_rows_around_a_damaged_page_are_saved(path: Path, tmp_path: Path) -> None:
    cited, people = count(path, Citation), count(path, Person)
    zero_leaf(path, "citation")
    with Dossier.open(path, as_it_is=True) as dossier:
        lost = dossier.salvage(tmp_path / "saved.dossier")
    assert set(lost) <= {"citation", "text"}  # the rules of citations have texts in other languages
    assert 0 < lost["citation"] < cited / 2
    assert count(tmp_path / "saved.dossier", Citation) == cited - lost["citation"]
    assert count(tmp_path / "saved.dossier", Person) == people
    with Dossier.open(tmp_path / "saved.dossier") as saved:
        assert saved.check(deep=True) == ()


def test_what_hangs_on_lost_records_goes_and_what_only_names_them_stays(path: Path, tmp_path: Path) -> None:
    with Dossier.open(path) as dossier, dossier.edit("Add a note") as edit:
        (person, *_) = edit.reader.all(Person)
        edit.add(Note(of=person.pk, text="Stays"))
    zero_table(path, "place")
    with Dossier.open(path, as_it_is=True) as dossier:
        lost = dossier.salvage(tmp_path / "saved.dossier")
    assert "coverage" in lost
    assert "statement" not in lost
    assert "note" not in lost
    with Dossier.open(tmp_path / "saved.dossier") as saved, saved.read() as reader:
        assert saved.check(deep=True) == ()
        assert reader.all(Remit) == ()


def test_lost_ids_cost_no_fact(path: Path, tmp_path: Path) -> None:
    people = count(path, Person)
    zero_table(path, "record")
    with Dossier.open(path, as_it_is=True) as dossier:
        dossier.salvage(tmp_path / "saved.dossier")
    assert count(tmp_path / "saved.dossier", Person) == people


def test_a_file_that_is_cut_short_is_not_said_to_be_mendable(path: Path) -> None:
    whole = path.stat().st_size
    with path.open("r+b") as file:
        file.truncate(whole * 9 // 10)
    with pytest.raises(DamagedError) as refusal:
        Dossier.open(path)
    assert f"is cut short: {whole - whole * 9 // 10} bytes are missing" in str(refusal.value)
    assert "--repair" not in str(refusal.value)


@pytest.mark.parametrize("as_it_is", [True, False])
def test_a_file_whose_list_of_tables_is_lost_is_not_said_to_be_mendable(path: Path, as_it_is: bool) -> None:
    with path.open("r+b") as file:
        file.seek(100)
        file.write(bytes(3996))
    with pytest.raises(DamagedError, match="where its tables are listed") as refusal:
        Dossier.open(path, as_it_is=as_it_is)
    assert "--repair" not in str(refusal.value)
