"""A sheet's file: its ending tells the format, and it is there whole or the old one stays."""

from pathlib import Path

import pytest

from dossier.export.docx import render_docx
from dossier.export.markdown import render_markdown
from dossier.export.pdf import render_pdf
from dossier.export.sheet_files import FORMATS, format_of, render_sheets, write_sheets
from dossier.model.errors import DossierError
from tests.export.sheets import visit


def test_the_ending_tells_the_format() -> None:
    assert [format_of(f"a.b.{form.upper()}") for form in FORMATS] == list(FORMATS)
    for path in ("brief", "brief.doc", ".pdf"):
        with pytest.raises(DossierError, match=r"does not tell its format; let it end in \.pdf, \.docx or"):
            format_of(path)


def test_each_format_has_its_bytes() -> None:
    made = {form: render_sheets([visit()], form) for form in FORMATS}
    assert made == {
        "pdf": render_pdf([visit()]),
        "docx": render_docx([visit()]),
        "md": render_markdown([visit()]),
    }
    for form in FORMATS:
        with pytest.raises(ValueError, match="no sheet"):
            render_sheets([], form)


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_is_there_whole_or_the_old_one_stays(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"sheet.{form}"
    write_sheets([visit()], path, form)
    assert path.read_bytes() == render_sheets([visit()], form)
    with pytest.raises(DossierError, match="does not exist"):
        write_sheets([visit()], tmp_path / "nowhere" / "sheet", form)
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]
