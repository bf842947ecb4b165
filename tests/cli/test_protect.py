"""The passphrase on the command line: from a file, from the terminal, or one sentence without either."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import cli
from dossier.store import Dossier
from dossier.store.leftovers import part_of

PASSPHRASE = "seven steppe winds"


def run(*words: object, typed: str | None = None) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words], input=typed)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.txt"
    path.write_text(f"{PASSPHRASE}\r\nand a second line that does not count\n", "utf-8")
    return path


@pytest.fixture
def path(tmp_path: Path, secret: Path) -> Path:
    made = run("new", tmp_path / "a.dossier", "--protect", "--passphrase-file", secret)
    assert made.exit_code == 0, made.output
    return tmp_path / "a.dossier"


def test_a_protected_dossier_is_worked_with_by_a_file(path: Path, secret: Path) -> None:
    for words in (
        ("search", "unicef"),
        ("show", "UNICEF"),
        ("list", "person"),
        ("sheet", "UNICEF", "-o", path.with_suffix(".pdf")),
        ("check", "--deep"),
        ("check", "--repair"),
    ):
        done = run(*words, "-f", path, "--passphrase-file", secret)
        assert done.exit_code == 0, (words, done.output)
    assert b"UNICEF" not in path.read_bytes()


def test_without_a_terminal_it_is_one_sentence(path: Path) -> None:
    done = run("search", "unicef", "-f", path)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"{path} needs a passphrase, and nobody can be asked for it here")
    assert done.stderr.count("\n") == 1


def test_a_wrong_passphrase_is_one_sentence(path: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("eight steppe winds", "utf-8")
    done = run("search", "unicef", "-f", path, "--passphrase-file", wrong)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"This passphrase does not open {path}; try again.")
    assert "winds" not in done.stderr


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "is empty"), (b"\n", "is empty"), (b"\xff\xfe\x00", "is not UTF-8 text"), (None, "can't be read")],
)
def test_a_file_with_no_passphrase_is_named(
    path: Path, tmp_path: Path, content: bytes | None, words: str
) -> None:
    file = tmp_path / "bad.txt"
    if content is not None:
        file.write_bytes(content)
    done = run("search", "unicef", "-f", path, "--passphrase-file", file)
    assert done.exit_code == 1
    assert words in done.stderr


def test_a_dossier_is_protected_later(tmp_path: Path, secret: Path) -> None:
    path = tmp_path / "plain.dossier"
    run("new", path)
    done = run("protect", path, "--passphrase-file", secret)
    assert done.exit_code == 0, done.output
    assert "Without the passphrase nobody can open it" in done.output
    assert "Copies and backups made before" in done.output
    again = run("protect", path, "--passphrase-file", secret)
    assert (again.exit_code, again.stderr) == (
        1,
        f"{path} is protected already; --change gives it another passphrase.\n",
    )
    with Dossier.open(path, passphrase=PASSPHRASE) as dossier:
        assert dossier.check(deep=True) == ()


def test_the_passphrase_is_changed(path: Path, secret: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("eight steppe winds\n", "utf-8")
    change = ("protect", path, "--change", "--new-passphrase-file", other)
    wrong = run(*change, "--passphrase-file", other)
    assert wrong.exit_code == 1
    assert wrong.stderr.startswith("This passphrase does not open")
    done = run(*change, "--passphrase-file", secret)
    assert done.output == f"{path} has another passphrase; copies and backups keep the one before.\n"
    assert run("search", "unicef", "-f", path, "--passphrase-file", secret).exit_code == 1
    assert run("search", "unicef", "-f", path, "--passphrase-file", other).exit_code == 0
    run("new", tmp_path / "plain.dossier", "--empty")
    plain = run("protect", tmp_path / "plain.dossier", "--change", "--new-passphrase-file", other)
    assert "is not protected" in plain.stderr
    assert run("protect", path, "--new-passphrase-file", other).exit_code == 2


def test_what_a_broken_off_encryption_left_is_removed_and_that_is_said(path: Path, secret: Path) -> None:
    part_of(path).write_bytes(b"part of a copy")
    done = run("check", "-f", path, "--passphrase-file", secret)
    assert done.exit_code == 0
    assert done.stderr == (
        f"An encryption of {path} was broken off; what it had left beside it is removed, the dossier "
        "is whole.\n"
    )
    assert not part_of(path).exists()


def test_what_is_no_dossier_is_not_protected(tmp_path: Path, secret: Path) -> None:
    text = tmp_path / "x.dossier"
    text.write_text("Meeting at noon")
    done = run("protect", text, "--passphrase-file", secret)
    assert done.exit_code == 1
    assert "is not a dossier" in done.stderr
    assert text.read_text() == "Meeting at noon"


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of this kind are POSIX's")
def test_the_terminal_is_asked_and_shows_nothing_of_what_is_typed(path: Path) -> None:
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "ui", "check", "-f", str(path)],
        stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True, close_fds=True,
    )  # fmt: skip
    os.close(theirs)
    seen = b""
    while b"Passphrase of a.dossier" not in seen:
        seen += os.read(ours, 1000)
    os.write(ours, f"{PASSPHRASE}\n".encode())
    try:
        while chunk := os.read(ours, 1000):
            seen += chunk
    except OSError:
        pass  # how Linux says that the other end is closed
    assert child.wait() == 0, seen
    os.close(ours)
    assert b"is sound" in seen
    assert seen.count(b"Passphrase of") == 1
    assert b"steppe" not in seen
