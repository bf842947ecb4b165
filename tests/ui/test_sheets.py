"""The sheet of what is selected: previewed, saved, printed; and a sentence where that can't be."""

import os
import sys
import tempfile
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPageSize, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QToolButton, QWidget

from dossier.model.errors import DossierError
from dossier.model.records import ContactPoint
from tests.ui.conftest import Desk
from ui.dialogs.marking import MarkingForm
from ui.pdf_pages import page_images, paint_pages
from ui.printing import print_pdf
from ui.sheets import as_pdf

CONTROL = Qt.KeyboardModifier.ControlModifier


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    words = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return words


def test_the_preview_follows_the_selection_once_it_is_in_sight(desk: Desk) -> None:
    desk.select("Katarzyna Wawiernia")
    assert desk.window.sheet.pdf is None
    desk.window.docks.raise_pane("sheet")
    desk.settle()
    assert desk.window.sheet.pdf is not None
    assert "Wawiernia" in words_of(desk.window.sheet.pdf)
    assert desk.window.sheet.page_count == 1
    desk.select("Kyzylorda", "region")
    assert "Kyzylorda" in words_of(desk.window.sheet.pdf)
    desk.click_row(desk.window.initiatives.list, "Projects that empower children")
    assert "children" in words_of(desk.window.sheet.pdf)


def test_a_source_has_no_sheet(desk: Desk) -> None:
    desk.select("News article, Astana, 20 June 2024", "source")
    desk.window.docks.raise_pane("sheet")
    desk.settle()
    assert desk.window.sheet.pdf is None
    button = desk.window.tool_bar.findChild(QPushButton, "make_sheet")
    assert isinstance(button, QPushButton)
    assert not button.isEnabled()
    assert button.toolTip().startswith("There is no sheet of “News article")
    more = desk.window.card.findChild(QToolButton, "more").menu()
    off = [action.text() for action in more.actions() if not action.isEnabled()]
    assert off == ["Make sheet…", "Print the sheet…"]
    desk.select("UNICEF")
    assert button.isEnabled()
    assert button.toolTip() == "Save the sheet of what is selected: PDF, Word or Markdown (Ctrl+Enter)"


def test_with_nothing_selected_a_hit_of_the_search_can_still_have_its_sheet(desk: Desk) -> None:
    allowed = desk.window.doable["save_sheet"].isEnabled
    assert not allowed()
    line = desk.window.tool_bar.search.line
    line.setFocus()
    desk.write(line, "unicef")
    desk.settle()
    assert allowed()
    desk.press(line, Qt.Key.Key_Escape)
    assert not allowed()


def test_the_button_saves_one_page(desk: Desk, tmp_path: Path) -> None:
    desk.select("UNICEF")
    proposed: list[Path] = []

    def choose(path: Path) -> Path:
        proposed.append(path)
        return tmp_path / "out.pdf"

    desk.window.sheets.choose_file = choose
    button = desk.window.tool_bar.findChild(QPushButton, "make_sheet")
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert [path.suffix for path in proposed] == [".pdf"]
    written = (tmp_path / "out.pdf").read_bytes()
    assert "Rashed Sarwar" in words_of(written)
    assert desk.window.status.middle.text() == f"The sheet is saved as {tmp_path / 'out.pdf'}."
    desk.select("UNDP")
    desk.press(desk.window, Qt.Key.Key_Return, CONTROL)
    assert "Wawiernia" in words_of((tmp_path / "out.pdf").read_bytes())


@pytest.mark.parametrize(("ending", "begin"), [("docx", b"PK"), ("md", b"# United Nations Children")])
def test_the_name_of_the_file_tells_the_format(desk: Desk, tmp_path: Path, ending: str, begin: bytes) -> None:
    desk.select("UNICEF")
    desk.window.sheets.choose_file = lambda path: tmp_path / f"out.{ending}"
    desk.press(desk.window, Qt.Key.Key_Return, CONTROL)
    assert (tmp_path / f"out.{ending}").read_bytes().startswith(begin)
    assert desk.window.status.middle.text() == f"The sheet is saved as {tmp_path / f'out.{ending}'}."


def test_what_has_no_source_is_told_before_the_sheet_leaves(desk: Desk, tmp_path: Path) -> None:
    pk = desk.select("Rashed Sarwar")
    with desk.dossier.edit("Add a contact") as edit:
        edit.add(ContactPoint(of=pk, contact_kind="phone", value="+7 7172 <b>000</b>"))
    desk.settle()
    desk.window.sheets.choose_file = lambda path: tmp_path / path.name
    desk.press(desk.window, Qt.Key.Key_Return, CONTROL)
    box = desk.dialog(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert box.text() == (
        "1 line of the sheet has no source. Use it all the same?\n\n– Contacts: Phone: +7 7172 <b>000</b>"
    )
    desk.press(box, Qt.Key.Key_Escape)
    assert not list(tmp_path.glob("*.pdf"))
    desk.window.doable["save_sheet"].trigger()
    desk.settle()
    box = desk.dialog(QMessageBox)
    use = next(button for button in box.findChildren(QPushButton) if button.text() == "Use it")
    desk.qtbot.mouseClick(use, Qt.MouseButton.LeftButton)
    desk.settle()
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["Rashed Sarwar.pdf"]


def test_the_marking_is_kept_and_stands_on_the_sheets(desk: Desk) -> None:
    desk.select("UNICEF")
    desk.window.docks.raise_pane("sheet")
    desk.settle()
    desk.window.doable["mark_sheets"].trigger()
    desk.settle()
    form = desk.dialog(MarkingForm)
    assert isinstance(form, MarkingForm)
    desk.write(form.words, "tlp red")
    desk.press(form.words, Qt.Key.Key_Return)
    complaint = form.findChild(QLabel, "complaint")
    assert isinstance(complaint, QLabel)
    assert complaint.text() == "Choose the mark of TLP in the field for it."
    form.words.clear()
    desk.write(form.words, "ДСП")
    form.tlp.setCurrentText("TLP:AMBER")
    desk.press(form.words, Qt.Key.Key_Return)
    assert desk.window.status.middle.text() == "The sheets are marked ДСП · TLP:AMBER."
    assert desk.window.sheet.pdf is not None
    assert words_of(desk.window.sheet.pdf).count("TLP:AMBER") == 2
    desk.window.doable["mark_sheets"].trigger()
    desk.settle()
    again = desk.dialog(MarkingForm)
    assert isinstance(again, MarkingForm)
    assert (again.words.text(), again.tlp.currentText()) == ("ДСП", "TLP:AMBER")
    again.words.clear()
    again.tlp.setCurrentIndex(0)
    desk.press(again.words, Qt.Key.Key_Return)
    assert desk.window.status.middle.text() == "The sheets have no marking."
    assert "TLP" not in words_of(desk.window.sheet.pdf)


def test_what_cannot_be_written_is_one_sentence(desk: Desk, tmp_path: Path) -> None:
    desk.select("UNICEF")
    desk.window.sheets.choose_file = lambda path: tmp_path / "missing" / "out.pdf"
    desk.window.doable["save_sheet"].trigger()
    desk.settle()
    assert str(tmp_path / "missing") in desk.complaint


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_control_p_to_a_file_writes_the_sheet_itself(desk: Desk, tmp_path: Path) -> None:
    desk.select("Katarzyna Wawiernia")
    desk.window.sheets.choose_printer = lambda: printer_to(tmp_path / "printed.pdf")
    desk.press(desk.window, Qt.Key.Key_P, CONTROL)
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert "Resident Representative" in words_of(printed)
    assert len(printed) < 200_000
    assert desk.window.status.middle.text() == f"The sheet is saved as {tmp_path / 'printed.pdf'}."


def test_where_no_pdf_is_taken_the_page_is_painted(desk: Desk, tmp_path: Path) -> None:
    sheet = desk.window.display.contents.sheet(desk.pk("UNICEF"))  # type: ignore[union-attr]
    assert sheet is not None
    paint_pages(as_pdf(sheet), printer_to(tmp_path / "painted.pdf"))
    (page,) = page_images((tmp_path / "painted.pdf").read_bytes(), 300)
    dark = sum(
        page.pixelColor(x, y).lightness() < 128 for x in range(0, 300, 2) for y in range(0, page.height(), 2)
    )
    assert dark > 100


@pytest.fixture
def spooler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for `lp` that keeps what it is given, beside itself."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "lp"
    script.write_text(f'#!/bin/sh\ncat > {folder}/job.pdf\nprintf "%s\\n" "$@" > {folder}/job.txt\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)
    return folder


@pytest.mark.skipif(sys.platform != "linux", reason="CUPS is handed the PDF on Linux alone")
def test_a_printer_is_handed_the_pdf_through_a_pipe(spooler: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("-Wawiernia")
    printer.setCopyCount(2)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    before = set(Path(tempfile.gettempdir()).iterdir())
    print_pdf(b"%PDF-1.4 words", printer)
    assert (spooler / "job.pdf").read_bytes() == b"%PDF-1.4 words"
    given = (spooler / "job.txt").read_text().splitlines()
    assert given[2:6] == ["-t", "-Wawiernia", "-n", "2"]
    assert {"media=A4", "sides=one-sided", "print-scaling=auto-fit"} <= set(given)
    assert given[-1] == "-"
    assert not [path for path in set(Path(tempfile.gettempdir()).iterdir()) - before if "lp" in path.name]


@pytest.mark.skipif(sys.platform != "linux", reason="CUPS is handed the PDF on Linux alone")
def test_a_printer_that_refuses_is_one_sentence(spooler: Path) -> None:
    (spooler / "lp").write_text('#!/bin/sh\necho "lp: The printer is out of reach." >&2\nexit 1\n')
    with pytest.raises(DossierError, match=r"did not take the sheet \(The printer is out of reach\)"):
        print_pdf(b"%PDF-1.4", QPrinter(QPrinter.PrinterMode.HighResolution))


def test_the_preview_zooms_by_buttons_keys_and_wheel(desk: Desk) -> None:
    desk.select("Katarzyna Wawiernia")
    desk.window.docks.raise_pane("sheet")
    desk.settle()
    pane = desk.window.sheet
    fitted = pane.pages.zoom
    assert pane.pages.page_width < pane.width()
    desk.qtbot.mouseClick(pane.findChild(QToolButton, "plus"), Qt.MouseButton.LeftButton)
    desk.settle()
    assert pane.pages.zoom > fitted
    sharp = round(pane.pages.page_width * pane.devicePixelRatioF())
    assert [image.width() for image in pane.pages.images] == [pytest.approx(sharp, abs=1)]
    desk.press(pane.desk, Qt.Key.Key_Plus, CONTROL)
    desk.press(pane.desk, Qt.Key.Key_Minus)
    once = pane.pages.zoom
    turn(pane.desk.viewport(), 120, CONTROL)
    desk.settle()
    assert pane.pages.zoom > once
    assert pane.desk.horizontalScrollBar().maximum() > 0
    desk.press(pane.desk, Qt.Key.Key_9)
    assert pane.pages.height() <= pane.desk.viewport().height()
    desk.press(pane.desk, Qt.Key.Key_0)
    assert pane.pages.zoom == fitted
    for _ in range(9):
        desk.press(pane.desk, Qt.Key.Key_Plus)
    assert not pane.findChild(QToolButton, "plus").isEnabled()
    assert pane.findChild(QLabel, "percent").text() == "200%"


def turn(widget: QWidget, by: int, keys: Qt.KeyboardModifier) -> None:
    """Turn the wheel over the middle of a widget."""
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        at, widget.mapToGlobal(at), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton, keys,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_the_search_makes_the_sheet_of_the_chosen_hit(desk: Desk, tmp_path: Path) -> None:
    desk.window.sheets.choose_file = lambda path: tmp_path / path.name
    line = desk.window.tool_bar.search.line
    line.setFocus()
    desk.write(line, "wawier")
    desk.settle()
    desk.press(line, Qt.Key.Key_Return, CONTROL)
    assert (tmp_path / "Katarzyna Wawiernia.pdf").exists()
    assert desk.window.session.step.selected == desk.pk("Katarzyna Wawiernia")
