"""`dossier export`: the whole dossier for other programs, in one call."""

from pathlib import Path

import pytest
import vobject
from click.testing import CliRunner, Result

from dossier.cli import cli


def run(*args: str | Path, code: int = 0) -> Result:
    result = CliRunner().invoke(cli, ["--as-of", "2026-11-24", *map(str, args)])
    assert result.exit_code == code, result.output
    return result


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "a.dossier"
    run("new", path)
    return path


def test_the_events_become_a_calendar_and_the_undated_one_is_told(dossier: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.ics"
    said = run("export", "--format", "ics", "-o", out, "-f", dossier).stdout
    assert said == f"{out}: 5 records\n1 event without a date is left out.\n"
    assert len(vobject.readOne(out.read_text(encoding="utf-8")).vevent_list) == 5


def test_an_agency_is_taken_with_all_below_it(dossier: Path, tmp_path: Path) -> None:
    out = tmp_path / "un.csv"
    run("export", "--format", "csv", "--agency", "UN", "-o", out, "-f", dossier)
    text = out.read_text(encoding="utf-8-sig")
    assert "Wawiernia" in text
    assert "Rakhmetullin" not in text


def test_a_list_of_another_kind_is_asked_for_by_its_name(dossier: Path, tmp_path: Path) -> None:
    out = tmp_path / "sources.csv"
    run("export", "--format", "csv", "--kind", "source", "-o", out, "-f", dossier)
    assert out.read_text(encoding="utf-8-sig").startswith("source,kind,publisher,")


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("--format", "ics", "--kind", "person", "-o", "out"), 2, "--kind goes with --format csv"),
        (("--format", "csv", "--kind", "source", "--agency", "UN", "-o", "out"), 2, "belong to no agency"),
        (("--format", "vcard", "--agency", "Ministry of Air", "-o", "out"), 1, "Nothing in the dossier"),
        (("--format", "vcard", "-o", "missing/out.vcf"), 1, "does not exist"),
        (("--format", "doc", "-o", "out"), 2, "doc"),
    ],
)
def test_what_can_not_be_done_is_one_sentence_and_leaves_no_file(
    dossier: Path, tmp_path: Path, monkeypatch, args: tuple[str, ...], code: int, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    failed = run("export", *args, "-f", dossier, code=code)
    assert words in failed.stderr
    assert not (tmp_path / "out").exists()


def test_the_dossier_itself_is_never_written_over(dossier: Path) -> None:
    before = dossier.read_bytes()
    run("export", "--format", "vcard", "-o", dossier, "-f", dossier, code=1)
    assert dossier.read_bytes() == before
