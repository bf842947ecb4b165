import errno
import os
import resource
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.export.files import write_atomically
from dossier.model.errors import DossierError
from dossier.model.records import Person
from dossier.store import Dossier


def test_writes_a_new_file_with_the_usual_rights_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "сеанс ✓.pdf"
    write_atomically(path, b"new")
    (tmp_path / "other").touch()
    assert path.read_bytes() == b"new"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["other", path.name]
    assert path.stat().st_mode == (tmp_path / "other").stat().st_mode


def test_replaces_a_file_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(str(path), b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_the_content_is_on_disk_before_it_takes_the_place_of_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []

    def noted(name: str) -> Callable[..., None]:
        real = getattr(os, name)

        def call(*given: object) -> None:
            calls.append(name)
            real(*given)

        return call

    for name in ("fsync", "replace"):
        monkeypatch.setattr(os, name, noted(name))
    write_atomically(tmp_path / "a.pdf", b"new")
    assert calls == ["fsync", "replace", "fsync"]  # the last one is the folder's


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.pdf", tmp_path / "link.pdf"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("none/a.pdf", r"^The folder .*none does not exist, so a\.pdf can't be written; make it first\.$"),
        ("file/a.pdf", r"^The folder .*file does not exist, so a\.pdf can't be written; make it first\.$"),
        ("folder", r"^.*folder is a folder; name a file in it\.$"),
        ("a\0b", r"is not a name for a file; choose another\.$"),
        ("n" * 300, r"^.* could not be written: File name too long\.$"),
    ],
)
def test_says_in_one_sentence_what_is_wrong(tmp_path: Path, name: str, sentence: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(DossierError, match=sentence):
        write_atomically(tmp_path / name, b"new")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["file", "folder"]
    assert (tmp_path / "file").read_bytes() == b"old"


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS])
def test_a_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    """Root may write anywhere, so the refusal of the system is put in its mouth."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def refuse(*arguments: object) -> int:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(
        DossierError, match=r"^a\.pdf can't be written in the folder .*; choose a folder in which"
    ):
        write_atomically(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"


def test_a_write_protected_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *arguments: False)
    with pytest.raises(DossierError, match="is write-protected; choose another name"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux has a device that is always full"
)
def test_a_full_disk() -> None:
    with pytest.raises(
        DossierError, match=r"^The disk is full, so /dev/full was not written; make room and try again"
    ):
        write_atomically("/dev/full", b"new")
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


def test_a_failure_half_way_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    """A limit on the size of files makes the writing itself fail."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
    try:
        with pytest.raises(DossierError, match=r"a\.pdf could not be written: File too large\.$"):
            write_atomically(path, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize("end", ["", "-wal", "-shm"])
def test_a_dossier_is_never_written_over(tmp_path: Path, end: str) -> None:
    with Dossier.create(tmp_path / "a.dossier") as dossier:
        with dossier.edit("Add") as edit:
            edit.add(Person())
        before = dossier.path.read_bytes()
        (tmp_path / "link.pdf").symlink_to(dossier.path)
        for target in (tmp_path / f"a.dossier{end}", tmp_path / "link.pdf"):
            with pytest.raises(DossierError, match="belongs to a dossier and is left as it is"):
                write_atomically(target, b"%PDF-")
        assert dossier.path.read_bytes() == before
        with dossier.read() as reader:
            assert reader.count(Person) == 1
