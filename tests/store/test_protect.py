"""A protected file: opened by its passphrase only, and otherwise a dossier like any other."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2

from dossier.export.files import write_atomically
from dossier.model.errors import DamagedError, DossierError, PassphraseError, ReadOnlyError
from dossier.model.records import Name, Note, Person
from dossier.store import Dossier, change_passphrase, protect
from tests.store.conftest import Sample

PASSPHRASE = "seven Жеті steppe winds"


@pytest.fixture
def path(sample: Sample) -> Path:
    """A protected dossier that was a plain one with one person in one post."""
    sample.dossier.close()
    protect(sample.dossier.path, PASSPHRASE)
    return sample.dossier.path


def names(dossier: Dossier) -> list[str]:
    with dossier.read() as reader:
        return sorted(name.text for name in reader.all(Name))


def test_a_new_dossier_is_protected_from_its_first_byte(tmp_path: Path) -> None:
    path = tmp_path / "new.dossier"

    def fill(dossier: Dossier) -> None:
        with dossier.edit("Add") as edit:
            person = edit.add(Person())
            edit.add(Name(of=person, text="Marker Quartz", language="en", name_kind="official"))

    with Dossier.create(path, passphrase=PASSPHRASE, fill=fill) as dossier:
        assert dossier.is_protected
        assert names(dossier) == ["Marker Quartz"]
    assert b"SQLite" not in path.read_bytes()
    assert b"Quartz" not in path.read_bytes()
    with Dossier.open(path, passphrase=PASSPHRASE) as dossier:
        assert names(dossier) == ["Marker Quartz"]
        assert dossier.check(deep=True) == ()


def test_a_plain_dossier_becomes_a_protected_one_with_all_that_is_in_it(sample: Sample, path: Path) -> None:
    with Dossier.open(path, passphrase=PASSPHRASE) as dossier:
        assert names(dossier) == ["Aigerim Sample", "Ministry of Foreign Affairs"]
        assert dossier.check(deep=True) == ()
        assert [change.label for change in dossier.history()] == ["Add a contact"]
        dossier.undo()
        assert names(dossier) == []
        dossier.redo()
        with dossier.edit("Add a note") as edit:
            edit.add(Note(of=sample.person, text="Called"))
        dossier.rebuild_index()
        assert dossier.check(deep=True) == ()
    assert [entry.name for entry in path.parent.iterdir()] == ["a.dossier"]


def test_nothing_of_the_plain_file_is_left_in_it_or_beside_it(path: Path) -> None:
    for file in path.parent.iterdir():
        data = file.read_bytes()
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert "Aigerim".encode(encoding) not in data


def test_what_lay_there_in_the_clear_is_overwritten(sample: Sample) -> None:
    path = sample.dossier.path
    sample.dossier.close()
    with path.open("rb") as before:
        protect(path, PASSPHRASE)
        assert set(before.read()) == {0}


def test_another_name_of_the_plain_file_is_somebodys_copy(sample: Sample) -> None:
    path = sample.dossier.path
    sample.dossier.close()
    os.link(path, path.with_name("copy.dossier"))
    protect(path, PASSPHRASE)
    with Dossier.open(path.with_name("copy.dossier")) as copy:
        assert names(copy) == ["Aigerim Sample", "Ministry of Foreign Affairs"]


def test_any_sqlcipher_opens_it_by_the_passphrase(path: Path) -> None:
    connection = sqlcipher3.dbapi2.connect(str(path))
    connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
    assert connection.execute("SELECT count(*) FROM person").fetchone() == (1,)
    connection.close()


def test_letters_that_look_the_same_are_the_same(tmp_path: Path) -> None:
    Dossier.create(tmp_path / "a.dossier", passphrase="майский чай").close()
    Dossier.open(tmp_path / "a.dossier", passphrase="маи\u0306скии\u0306 чаи\u0306").close()


def test_without_its_passphrase_it_stays_closed(path: Path) -> None:
    with pytest.raises(PassphraseError, match="is protected; give its passphrase"):
        Dossier.open(path)
    for wrong in ("", "seven", PASSPHRASE + " ", PASSPHRASE.upper()):
        with pytest.raises(PassphraseError, match="This passphrase does not open"):
            Dossier.open(path, passphrase=wrong)


def test_a_plain_file_takes_no_heed_of_a_passphrase(sample: Sample) -> None:
    sample.dossier.close()
    Dossier.open(sample.dossier.path, passphrase="any").close()


def test_noise_is_told_from_a_dossier_by_the_passphrase_only(tmp_path: Path) -> None:
    path = tmp_path / "noise.dossier"
    path.write_bytes(os.urandom(8192))
    with pytest.raises(PassphraseError, match=r"the file is damaged or no dossier"):
        Dossier.open(path, passphrase=PASSPHRASE)
    path.write_bytes(os.urandom(8000))
    with pytest.raises(DossierError, match="is not a dossier"):
        Dossier.open(path, passphrase=PASSPHRASE)


def test_an_encrypted_database_of_another_program_is_named(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlcipher3.dbapi2.connect(str(path))
    connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    with pytest.raises(DossierError, match="another program"):
        Dossier.open(path, passphrase=PASSPHRASE)


def test_a_short_passphrase_is_refused_before_anything_is_made(tmp_path: Path, sample: Sample) -> None:
    with pytest.raises(DossierError, match="too short"):
        Dossier.create(tmp_path / "new.dossier", passphrase="1234567")
    sample.dossier.close()
    before = sample.dossier.path.read_bytes()
    with pytest.raises(DossierError, match="too short"):
        protect(sample.dossier.path, "1234567")
    assert sample.dossier.path.read_bytes() == before
    assert not (tmp_path / "new.dossier").exists()


def test_it_is_not_protected_twice(path: Path) -> None:
    with pytest.raises(DossierError, match="is protected already"):
        protect(path, PASSPHRASE)


def test_a_file_that_is_open_is_not_protected_under_its_users_hands(sample: Sample) -> None:
    with pytest.raises(DossierError, match="is open in another window or program"):
        protect(sample.dossier.path, PASSPHRASE)
    with sample.dossier.edit("Add") as edit:
        edit.add(Person())
    assert sample.dossier.check(deep=True) == ()
    assert {entry.name for entry in sample.dossier.path.parent.iterdir()} <= {
        "a.dossier", "a.dossier-wal", "a.dossier-shm",
    }  # fmt: skip


_BROKEN_OFF = """
import os, signal, sys
from pathlib import Path
from dossier.store import protect, protecting
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
protecting._put_in_place = die
protect(Path(sys.argv[1]), "seven steppe winds")
"""


@pytest.mark.skipif(os.name != "posix", reason="killing at once is POSIX's")
def test_a_kill_while_it_is_protected_leaves_the_file_as_it_was(sample: Sample) -> None:
    path = sample.dossier.path
    sample.dossier.close()
    done = subprocess.run([sys.executable, "-c", _BROKEN_OFF, str(path)], check=False)
    assert done.returncode == -9
    (leftover,) = path.parent.glob(".a.dossier.*.new")
    assert b"Aigerim" not in leftover.read_bytes()
    with Dossier.open(path) as dossier:
        assert dossier.had_leftover
        assert names(dossier) == ["Aigerim Sample", "Ministry of Foreign Affairs"]
        with dossier.edit("Add") as edit:
            edit.add(Person())
        assert path.with_name("a.dossier-wal").exists()
    assert [entry.name for entry in path.parent.iterdir()] == ["a.dossier"]
    with Dossier.open(path) as dossier:
        assert not dossier.had_leftover


_KILLED_SOON = """
import os, signal, sys, threading
from pathlib import Path
from dossier.store import Dossier, change_passphrase, protecting
folder, after = Path(sys.argv[1]).parent, int(sys.argv[2])
def watch():
    while not any(part.stat().st_size >= after for part in folder.glob(".*.new")):
        pass
    os.kill(os.getpid(), signal.SIGKILL)
if after:
    threading.Thread(target=watch, daemon=True).start()
else:
    overwrite = protecting._overwrite
    protecting._overwrite = lambda file: os.kill(os.getpid(), signal.SIGKILL)
change_passphrase(Path(sys.argv[1]), "seven Жеті steppe winds", "eight steppe winds")
"""


@pytest.mark.skipif(os.name != "posix", reason="killing at once is POSIX's")
@pytest.mark.parametrize("after", [1, 50_000, 0])
def test_a_kill_while_the_passphrase_is_changed_leaves_the_old_or_the_new_one(path: Path, after: int) -> None:
    with Dossier.open(path, passphrase=PASSPHRASE) as dossier, dossier.edit("Add notes", bulk=True) as edit:
        person = edit.add(Person())
        for number in range(2_000 if after else 10):
            edit.add(Note(of=person, text=f"Note {number}"))
    done = subprocess.run([sys.executable, "-c", _KILLED_SOON, str(path), str(after)], check=False)
    assert done.returncode == -9
    with Dossier.open(path, passphrase=PASSPHRASE if after else "eight steppe winds") as dossier:
        assert dossier.had_leftover == bool(after)
        assert dossier.check(deep=True) == ()
        assert names(dossier) == ["Aigerim Sample", "Ministry of Foreign Affairs"]
    assert [entry.name for entry in path.parent.iterdir()] == ["a.dossier"]


def test_another_file_beside_it_is_left_alone(path: Path) -> None:
    for name in (".a.dossier.0123456789abcdef.new", ".b.dossier.new", ".a.dossier.new"):
        path.with_name(name).write_bytes(b"somebody's")
    with Dossier.open(path, passphrase=PASSPHRASE) as dossier:
        assert not dossier.had_leftover
    assert len(list(path.parent.iterdir())) == 4


def test_the_passphrase_is_changed(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(PassphraseError, match="This passphrase does not open"):
        change_passphrase(path, "nine steppe winds", "eight steppe winds")
    with pytest.raises(DossierError, match="too short"):
        change_passphrase(path, PASSPHRASE, "short")
    assert path.read_bytes() == before
    with path.open("rb") as old:
        change_passphrase(path, PASSPHRASE, "eight steppe winds")
        assert set(old.read()) == {0}
    with pytest.raises(PassphraseError):
        Dossier.open(path, passphrase=PASSPHRASE)
    with Dossier.open(path, passphrase="eight steppe winds") as dossier:
        assert names(dossier) == ["Aigerim Sample", "Ministry of Foreign Affairs"]
        assert dossier.check(deep=True) == ()
    assert [entry.name for entry in path.parent.iterdir()] == ["a.dossier"]


def test_there_is_no_passphrase_to_change_on_a_plain_one(sample: Sample) -> None:
    sample.dossier.close()
    with pytest.raises(DossierError, match="is not protected; protect it first"):
        change_passphrase(sample.dossier.path, PASSPHRASE, "eight steppe winds")


def test_a_copy_of_a_protected_dossier_has_its_passphrase(path: Path, tmp_path: Path) -> None:
    with Dossier.open(path, passphrase=PASSPHRASE) as dossier:
        dossier.backup(tmp_path / "copy.dossier")
    with pytest.raises(PassphraseError):
        Dossier.open(tmp_path / "copy.dossier")
    with Dossier.open(tmp_path / "copy.dossier", passphrase=PASSPHRASE) as copy:
        assert names(copy) == ["Aigerim Sample", "Ministry of Foreign Affairs"]


def test_what_can_be_read_of_a_damaged_one_is_saved_under_its_passphrase(path: Path, tmp_path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(path.stat().st_size - 3 * 4096)
        file.write(bytes(4096))
    with Dossier.open(path, passphrase=PASSPHRASE, as_it_is=True) as dossier:
        assert dossier.damage()
        dossier.salvage(tmp_path / "saved.dossier")
    with Dossier.open(tmp_path / "saved.dossier", passphrase=PASSPHRASE) as saved:
        assert saved.check(deep=True) == ()
        assert "Aigerim Sample" in names(saved)


def test_it_is_open_twice_at_once_and_read_where_it_can_not_be_written(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Dossier.open(path, passphrase=PASSPHRASE), Dossier.open(path, passphrase=PASSPHRASE) as second:
        assert len(names(second)) == 2
    monkeypatch.setattr("dossier.store.opening.is_writable", lambda path: False)
    with Dossier.open(path, passphrase=PASSPHRASE) as dossier:
        assert dossier.read_only
        assert len(names(dossier)) == 2


def test_no_sheet_is_written_over_it(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(DossierError, match="belongs to a dossier"):
        write_atomically(path, b"%PDF")
    assert path.read_bytes() == before


def test_a_key_is_never_printed(path: Path) -> None:
    with Dossier.open(path, passphrase=PASSPHRASE) as dossier:
        assert "secret" not in repr(dossier._file.key)
        with pytest.raises(Exception) as caught, dossier.read() as reader:
            reader.rows("SELECT nothing FROM person WHERE :name", name="Aigerim")
    assert "Aigerim" not in str(caught.value)
    assert not isinstance(caught.value, DamagedError)


def test_an_older_file_is_brought_up_to_date_once_it_is_protected(
    sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sample.dossier.path
    sample.dossier.close()
    connection = sqlcipher3.dbapi2.connect(str(path))
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    protect(path, PASSPHRASE)
    seen: list[bool] = []
    monkeypatch.setattr("dossier.store.migrate.migrate", lambda engine: seen.append(True))
    with Dossier.open(path, passphrase=PASSPHRASE) as dossier:
        assert names(dossier) == ["Aigerim Sample", "Ministry of Foreign Affairs"]
    assert seen == [True]


@pytest.mark.parametrize("place", ["Dropbox", "read only"])
def test_where_it_can_only_be_read_it_is_not_protected(
    sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    sample.dossier.close()
    (tmp_path / place).mkdir()
    path = tmp_path / place / "a.dossier"
    sample.dossier.path.rename(path)
    if place == "read only":
        monkeypatch.setattr("dossier.store.protecting.is_writable", lambda path: False)
    before = path.read_bytes()
    with pytest.raises(ReadOnlyError):
        protect(path, PASSPHRASE)
    assert path.read_bytes() == before


def test_no_room_is_one_sentence_and_leaves_the_file_as_it_was(
    sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sample.dossier.path
    sample.dossier.close()
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dossier.store.protecting._put_in_place", full)
    with pytest.raises(DossierError, match=r"can't be protected where it lies \(no space left on device\)"):
        protect(path, PASSPHRASE)
    assert [entry.name for entry in path.parent.iterdir()] == ["a.dossier"]
    with Dossier.open(path) as dossier:
        assert names(dossier) == ["Aigerim Sample", "Ministry of Foreign Affairs"]
    assert len(path.read_bytes()) == len(before)
