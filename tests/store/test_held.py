"""No opening of a file beside SQLite costs an open dossier its locks; no edit goes to a file that is gone."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.export.files import write_atomically
from dossier.intake.contacts.opening import open_table
from dossier.intake.contacts.reading import Reading
from dossier.intake.original import attach_original
from dossier.intake.seed import load_seed
from dossier.intake.seed.reading import read_entries
from dossier.model.errors import DossierError, FileGoneError
from dossier.model.records import Note, Person, Source
from dossier.store import Dossier
from dossier.store.files import is_protected
from dossier.store.held import is_held
from tests.locks import locks_on
from tests.store.conftest import Sample


def open_again(path: Path) -> None:
    if path.name == "link.dossier":
        with pytest.raises(DossierError, match="is the same file as"):
            Dossier.open(path)
    else:
        Dossier.open(path).close()


def write_over(path: Path) -> None:
    with pytest.raises(DossierError, match="belongs to a dossier"):
        write_atomically(path, b"%PDF")


def import_it(path: Path) -> None:
    with pytest.raises(DossierError, match="belongs to a dossier that is open"):
        open_table(path, Reading())


def seed_from(path: Path) -> None:
    link = path.parent / "seed" / "x.toml"
    link.parent.mkdir(exist_ok=True)
    link.unlink(missing_ok=True)
    os.link(path, link)
    with pytest.raises(DossierError, match="belongs to a dossier that is open"):
        read_entries(link.parent)


def make_over(path: Path) -> None:
    with pytest.raises(DossierError, match="exists already"):
        Dossier.create(path)


OPENINGS = (open_again, is_protected, write_over, import_it, seed_from, make_over)


def itself(path: Path) -> Path:
    return path


def hard_link(path: Path) -> Path:
    os.link(path, path.with_name("link.dossier"))
    return path.with_name("link.dossier")


def soft_link(path: Path) -> Path:
    path.with_name("soft.dossier").symlink_to(path)
    return path.with_name("soft.dossier")


@pytest.mark.parametrize("named", [itself, hard_link, soft_link])
@pytest.mark.parametrize("opened", OPENINGS)
def test_no_opening_takes_the_locks_of_an_open_dossier(
    sample: Sample, opened: Callable[[Path], object], named: Callable[[Path], Path]
) -> None:
    path = named(sample.dossier.path)
    before = locks_on(sample.dossier.path)
    opened(path)
    assert locks_on(sample.dossier.path) == before
    assert is_held(path)


def test_attaching_the_dossier_itself_or_its_log_takes_no_locks(sample: Sample) -> None:
    with sample.dossier.edit("Add a source") as edit:
        source = edit.add(Source(source_kind="article", sha256="0" * 64))
    path = sample.dossier.path
    before = locks_on(path)
    for end in ("", "-wal", "-shm"):
        with pytest.raises(DossierError, match="belongs to a dossier that is open"):
            attach_original(sample.dossier, source, Path(f"{path}{end}"))
    assert locks_on(path) == before


def test_a_closed_dossier_is_a_file_like_others(sample: Sample) -> None:
    path = sample.dossier.path
    assert is_held(path)
    sample.dossier.close()
    assert not is_held(path)
    assert not is_held(path.with_name("nothing"))
    assert not is_held("a\0b")


_WRITER = """
import sys
from pathlib import Path
from dossier.model.records import Note
from dossier.store import Dossier
from dossier.store.files import is_protected
path = Path(sys.argv[1])
dossier = Dossier.open(path)
is_protected(path)
Dossier.open(path).close()
print("open", flush=True)
sys.stdin.readline()
with dossier.edit("Add a note") as edit:
    edit.add(Note(of=int(sys.argv[2]), text="Called at noon"))
print("noted", flush=True)
sys.stdin.readline()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="killing at once is POSIX's")
def test_a_note_outlives_a_second_program_and_a_kill(sample: Sample) -> None:
    """The whole journey: the file is looked at, another process opens and closes it, a note, power fails."""
    path, organization = sample.dossier.path, sample.organization
    sample.dossier.close()
    child = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(path), str(organization)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert child.stdin is not None
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    subprocess.run(
        [sys.executable, "-m", "ui", "search", "ministry", "-f", str(path)], check=True, capture_output=True
    )
    assert path.with_name("a.dossier-wal").exists()
    child.stdin.write("\n")
    child.stdin.flush()
    assert child.stdout.readline() == "noted\n"
    child.send_signal(signal.SIGKILL)
    child.communicate()
    with Dossier.open(path) as dossier, dossier.read() as reader:
        assert [note.text for note in reader.find(Note, of=organization)] == ["Called at noon"]


def delete(path: Path) -> None:
    path.unlink()


def move(path: Path) -> None:
    path.rename(path.with_name("elsewhere.dossier"))


def replace(path: Path) -> None:
    shutil.copy(path, path.with_name("other"))
    os.replace(path.with_name("other"), path)


def delete_log(path: Path) -> None:
    path.with_name(path.name + "-wal").unlink()


def replace_log(path: Path) -> None:
    log = path.with_name(path.name + "-wal")
    log.unlink()
    log.touch()


@pytest.mark.skipif(os.name != "posix", reason="elsewhere an open file can't be taken away")
@pytest.mark.parametrize("take_away", [delete, move, replace, delete_log, replace_log])
def test_nothing_is_written_to_a_file_that_is_gone_and_a_copy_saves_all(
    sample: Sample, take_away: Callable[[Path], None], tmp_path: Path
) -> None:
    dossier = sample.dossier
    take_away(dossier.path)
    with pytest.raises(FileGoneError, match="save a copy"), dossier.edit("Add") as edit:
        edit.add(Person())
    with dossier.read() as reader:
        assert reader.count(Person) == 1
    dossier.backup(tmp_path / "saved.dossier")
    with Dossier.open(tmp_path / "saved.dossier") as copy:
        assert copy.check(deep=True) == ()
        assert [change.label for change in copy.history()] == ["Add a contact"]


@pytest.mark.skipif(os.name != "posix", reason="elsewhere an open file can't be taken away")
def test_an_edit_is_undone_when_the_file_goes_meanwhile(sample: Sample) -> None:
    def edit_while_it_goes() -> None:
        with sample.dossier.edit("Add") as edit:
            edit.add(Person())
            delete(sample.dossier.path)

    with pytest.raises(FileGoneError):
        edit_while_it_goes()
    with sample.dossier.read() as reader:
        assert reader.count(Person) == 1


def test_a_seed_is_loaded_into_a_dossier_that_is_held(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "seed.dossier", fill=load_seed) as dossier:
        assert is_held(dossier.path)
