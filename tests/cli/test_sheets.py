"""Sheets from the command line: three formats, marks, the number of a copy, and what has no source."""

import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from dossier.cli import open_dossier
from dossier.model.clock import system_clock
from dossier.model.markings import KEPT
from dossier.model.records import ContactPoint, Tag
from dossier.search import resolve
from tests.cli.test_keeping import file as file
from tests.cli.test_keeping import refused, run, said
from tests.cli.test_keeping import seed as seed


def test_the_ending_tells_the_format_and_one_file_holds_all_sheets(file: Path, tmp_path: Path) -> None:
    names = ("sheet", "Katarzyna Wawiernia", "UNICEF")
    word, text, other = tmp_path / "x.DOCX", tmp_path / "x.md", tmp_path / "x.txt"
    assert said(*names, "-o", word, "-f", file).startswith(f"{word}: 2 sheets")
    with zipfile.ZipFile(word) as archive:
        assert archive.read("word/document.xml").count(b'w:val="Heading1"') == 2
    said(*names, "-o", text, "-f", file)
    assert re.findall("^# .*", text.read_text(encoding="utf-8"), re.MULTILINE) == [
        "# Katarzyna Wawiernia",
        "# United Nations Children’s Fund (UNICEF)",
    ]
    said(*names, "--format", "md", "-o", other, "-f", file)
    assert other.read_bytes() == text.read_bytes()


def test_words_come_before_a_mark_of_tlp_and_the_copy_says_its_number(file: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    marks = ("--marking", "tlp amber", "--marking", "ДСП", "--copy", "3/5")
    said("--lang", "ru", "sheet", "UNICEF", *marks, "-o", path, "-f", file)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == lines[-1] == "**ДСП · TLP:AMBER · ЭКЗ. № 3 ИЗ 5**"


def test_the_marking_kept_in_the_dossier_is_taken_unless_another_is_given(file: Path, tmp_path: Path) -> None:
    with open_dossier(str(file), system_clock) as dossier:
        dossier.keep(KEPT, "ДСП")
    path, begins = tmp_path / "x.md", ("**ДСП**", "**TLP:RED**", "# United")
    for given, begin in zip(((), ("--marking", "TLP:RED"), ("--marking", "")), begins, strict=True):
        said("sheet", "UNICEF", *given, "-o", path, "-f", file)
        assert path.read_text(encoding="utf-8").startswith(begin)


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("-o", "x.doc"), "x.doc does not tell its format; let it end in .pdf, .docx or .md."),
        (("-o", "x"), "x does not tell its format"),
        (("-o", "x.pdf", "--copy", "6/5"), "“6/5” is no number of a copy; write it as 3 or 3/5."),
        (("-o", "x.pdf", "--marking", "TLP:PINK"), "“TLP:PINK” is no mark of TLP 2.0"),
        (("-o", "x.pdf", "--marking", "a" * 61), "at most 60 letters"),
    ],
)
def test_what_a_sheet_can_not_be_is_said(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert sentence in refused("sheet", "UNICEF", *args, "-f", file)
    assert not list(tmp_path.glob("x*"))


def test_a_line_without_a_source_is_named(file: Path, tmp_path: Path) -> None:
    with open_dossier(str(file), system_clock) as dossier, dossier.edit("Add a contact") as edit:
        person = resolve(edit.reader, "Rashed Sarwar")
        edit.add(ContactPoint(of=person, contact_kind="phone", value="+7 7172 000000"))
    code, _, error = run("sheet", "Rashed Sarwar", "UNDP", "-o", tmp_path / "x.pdf", "-f", file)
    assert code == 0
    assert error.splitlines() == [
        "Without a source on the sheet of Rashed Sarwar:",
        "  Contacts: Phone: +7 7172 000000",
    ]
    assert run("sheet", "UNDP", "-o", tmp_path / "x.pdf", "-f", file)[2] == ""


def test_notes_and_tags_are_in_none_of_the_files(file: Path, tmp_path: Path) -> None:
    said("add", "note", "UNICEF", "Withheld words", "--marking", "TLP:RED", "-f", file)
    with open_dossier(str(file), system_clock) as dossier, dossier.edit("Tag it") as edit:
        edit.add(Tag(of=resolve(edit.reader, "UNICEF"), label="withheldtag"))
    for ending in ("pdf", "docx", "md"):
        path = tmp_path / f"x.{ending}"
        said("sheet", "UNICEF", "-o", path, "-f", file)
        text = words_in(path)
        assert "Rashed Sarwar" in text
        assert not [word for word in ("Withheld", "withheldtag", "TLP") if word in text]


def words_in(path: Path) -> str:
    """All that a file says, its metadata too."""
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            return " ".join(archive.read(name).decode("utf-8", "ignore") for name in archive.namelist())
    if path.suffix == ".pdf":
        tools = (("pdftotext", str(path), "-"), ("pdfinfo", str(path)))
        return " ".join(subprocess.run(tool, capture_output=True, text=True).stdout for tool in tools)
    return path.read_text(encoding="utf-8")
