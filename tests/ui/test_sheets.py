"""The sheet of what is selected: previewed, saved, printed; and a sentence where that can't be."""

from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton, QToolButton

from tests.ui.conftest import Desk
from ui.pdf_pages import page_images

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
    assert [action.isEnabled() for action in more.actions()] == [False, False, True, True]
    desk.select("UNICEF")
    assert button.isEnabled()
    assert button.toolTip() == "Save the sheet of what is selected as a PDF (Ctrl+Enter)"


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


def test_what_cannot_be_written_is_one_sentence(desk: Desk, tmp_path: Path) -> None:
    desk.select("UNICEF")
    desk.window.sheets.choose_file = lambda path: tmp_path / "missing" / "out.pdf"
    desk.window.doable["save_sheet"].trigger()
    desk.settle()
    assert str(tmp_path / "missing") in desk.complaint


def test_control_p_prints(desk: Desk, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    desk.select("Katarzyna Wawiernia")
    desk.window.sheets.choose_printer = lambda: printer
    desk.press(desk.window, Qt.Key.Key_P, CONTROL)
    (page,) = page_images((tmp_path / "printed.pdf").read_bytes(), 300)
    ink = sum(
        page.pixelColor(x, y).lightness() < 128 for x in range(0, 300, 2) for y in range(0, page.height(), 2)
    )
    assert ink > 100


def test_the_search_makes_the_sheet_of_the_chosen_hit(desk: Desk, tmp_path: Path) -> None:
    desk.window.sheets.choose_file = lambda path: tmp_path / path.name
    line = desk.window.tool_bar.search.line
    line.setFocus()
    desk.write(line, "wawier")
    desk.settle()
    desk.press(line, Qt.Key.Key_Return, CONTROL)
    assert (tmp_path / "Katarzyna Wawiernia.pdf").exists()
    assert desk.window.session.step.selected == desk.pk("Katarzyna Wawiernia")
