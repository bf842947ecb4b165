"""The file: told from others in one sentence, made whole or not at all, read where it can't be written."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.model.errors import DossierError, ReadOnlyError
from dossier.model.records import Name, Person
from dossier.store import Dossier
from tests.store.conftest import Sample


def a_text(path: Path) -> None:
    path.write_text("Meeting at noon\n" * 100)


def a_stub(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + b"\0" * 10)


def another_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "There is no file"),
        (Path.touch, "is empty, not a dossier"),
        (Path.mkdir, "is a folder"),
        (a_text, "is not a dossier"),
        (a_stub, "database of another program"),
        (another_database, "database of another program"),
    ],
)
def test_what_is_no_dossier_is_named(tmp_path: Path, make: Callable[[Path], object], words: str) -> None:
    path = tmp_path / "x.dossier"
    make(path)
    with pytest.raises(DossierError, match=words):
        Dossier.open(path)


def test_a_file_of_a_newer_program_is_named(sample: Sample) -> None:
    path = sample.dossier.path
    sample.dossier.close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DossierError, match="newer Dossier"):
        Dossier.open(path)
    assert path.read_bytes() == before


def test_a_damaged_file_is_named(sample: Sample) -> None:
    path = sample.dossier.path
    sample.dossier.close()
    with path.open("r+b") as file:
        file.seek(100)
        file.write(os.urandom(path.stat().st_size - 100))
    with pytest.raises(DossierError, match="damaged"):
        Dossier.open(path)


def test_closing_leaves_one_file(sample: Sample) -> None:
    sample.dossier.close()
    assert [entry.name for entry in sample.dossier.path.parent.iterdir()] == ["a.dossier"]


def test_a_new_dossier_never_overwrites(sample: Sample) -> None:
    path = sample.dossier.path
    with pytest.raises(DossierError, match="exists already"):
        Dossier.create(path)
    with sample.dossier.read() as reader:
        assert reader.count(Person) == 1


def test_a_new_dossier_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def fails(dossier: Dossier) -> None:
        with dossier.edit("Fill") as edit:
            edit.add(Person())
        raise DossierError("The seed is malformed.")

    with pytest.raises(DossierError, match="malformed"):
        Dossier.create(tmp_path / "new.dossier", fill=fails)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="folder can't be written"):
        Dossier.create(tmp_path / "nowhere" / "new.dossier")


def test_a_backup_is_a_dossier_of_its_own(sample: Sample, tmp_path: Path) -> None:
    with sample.dossier.edit("Add") as edit:
        edit.add(Person())
    sample.dossier.backup(tmp_path / "copy.dossier")
    with Dossier.open(tmp_path / "copy.dossier") as copy, copy.read() as reader:
        assert reader.count(Person) == 2
        assert copy.check(deep=True) == ()
        assert copy.history()[0].label == "Add"
    with pytest.raises(DossierError, match="exists already"):
        sample.dossier.backup(tmp_path / "copy.dossier")


def in_child(work: Callable[[], None]) -> int:
    """Run `work` in a child process that has no rights over our files, also when the tests run as root."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            work()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.skipif(os.name != "posix", reason="rights of a folder are POSIX's")
def test_a_read_only_place_can_be_browsed_but_not_edited(sample: Sample) -> None:
    path = sample.dossier.path
    sample.dossier.close()
    for parent in (path.parent, path.parent.parent, path.parent.parent.parent):
        parent.chmod(0o755)
    path.chmod(0o444)
    path.parent.chmod(0o555)

    def work() -> None:
        with Dossier.open(path) as dossier:
            assert dossier.read_only
            with dossier.read() as reader:
                assert reader.get(Name, sample.name).text == "Aigerim Sample"
            with pytest.raises(ReadOnlyError, match="read-only place"), dossier.edit("Try"):
                pass

    assert in_child(work) == 0
    path.parent.chmod(0o755)
    assert [entry.name for entry in path.parent.iterdir()] == ["a.dossier"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are POSIX's")
def test_a_pipe_is_named_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DossierError, match="no ordinary file"):
        Dossier.open(tmp_path / "pipe")


_KILLED = """
import os, signal, sys
from pathlib import Path
from dossier.store import Dossier
def die(dossier):
    os.kill(os.getpid(), signal.SIGKILL)
Dossier.create(Path(sys.argv[1]), fill=die)
"""


@pytest.mark.skipif(os.name != "posix", reason="killing at once is POSIX's")
@pytest.mark.parametrize("then", ["make", "open"])
def test_what_a_killed_making_leaves_is_removed_and_told(sample: Sample, then: str) -> None:
    path = sample.dossier.path.with_name("new.dossier")
    done = subprocess.run([sys.executable, "-c", _KILLED, str(path)], check=False)
    assert done.returncode == -9
    assert list(path.parent.glob(".new.dossier.*.new"))
    kept = [path.with_name(f".new.dossier.{os.getpid():x}-abc.new"), path.with_name(".new.dossier.new")]
    for file in kept:
        file.write_bytes(b"somebody's")
    if then == "open":
        sample.dossier.close()
        shutil.copy(sample.dossier.path, path)
    with Dossier.create(path) if then == "make" else Dossier.open(path) as dossier:
        assert dossier.had_unfinished
    with Dossier.open(path) as dossier:
        assert not dossier.had_unfinished
    assert sorted(path.parent.glob(".*")) == sorted(kept)
