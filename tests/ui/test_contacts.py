"""Contacts that leave the window: copied with a key, listed by agency, printed and saved."""

from datetime import date
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from dossier.language import wording
from dossier.model.clock import clock_at
from dossier.model.records import ContactPoint
from dossier.search import resolve
from tests.export.read_vcard import of, read_vcards
from tests.export.test_contacts import SARWAR
from tests.ui.conftest import Desk
from ui.contents import Contents
from ui.dialogs.contacts import ContactsDialog, ContactsModel
from ui.sheets import as_pdf

CONTROL = Qt.KeyboardModifier.ControlModifier


def reachable(desk: Desk, name: str, **values: str) -> None:
    """Let a party be reached by phone and e-mail."""
    pk = desk.pk(name)
    with desk.dossier.edit("Add contacts") as edit:
        for kind, value in values.items():
            edit.add(ContactPoint(of=pk, contact_kind=kind, value=value))
    desk.settle()


def clipboard() -> list[str]:
    return QGuiApplication.clipboard().text().splitlines()


def listed(desk: Desk) -> ContactsDialog:
    dialog = desk.dialog(ContactsDialog)
    assert isinstance(dialog, ContactsDialog)
    return dialog


def names(dialog: ContactsDialog) -> set[str]:
    return {str(dialog.rows.index(row, 0).data()) for row in range(dialog.rows.rowCount())}


def click(desk: Desk, dialog: ContactsDialog, way: str) -> None:
    desk.qtbot.mouseClick(dialog.findChild(QPushButton, way), Qt.MouseButton.LeftButton)
    desk.settle()


def test_ctrl_c_copies_the_contact_of_what_is_selected(desk: Desk) -> None:
    reachable(desk, "Rashed Sarwar", phone="+7 7172 55 01 02", email="r@example.org")
    desk.select("Rashed Sarwar")
    desk.window.organizations.tree.setFocus()
    desk.press(desk.window.organizations.tree, Qt.Key.Key_C, CONTROL)
    assert clipboard() == [
        "Rashed Sarwar",
        "Representative in Kazakhstan",
        "United Nations Children’s Fund",
        "+7 7172 55 01 02",
        "r@example.org",
    ]
    desk.select("UNDP")
    desk.window.doable["copy_contact"].trigger()
    desk.settle()
    assert clipboard() == ["United Nations Development Programme"]


def test_ctrl_c_in_the_search_copies_the_chosen_hit_and_leaves_the_search_open(desk: Desk) -> None:
    line = desk.window.tool_bar.search.line
    desk.press(desk.window, Qt.Key.Key_K, CONTROL)
    desk.write(line, "wawier")
    desk.settle()
    desk.press(line, Qt.Key.Key_C, CONTROL)
    assert clipboard()[:2] == ["Katarzyna Wawiernia", "Resident Representative in Kazakhstan"]
    assert desk.window.search_panel.isVisible()
    line.selectAll()
    desk.press(line, Qt.Key.Key_C, CONTROL)
    assert clipboard() == ["wawier"]


def test_the_contacts_of_an_agency_are_those_of_all_below_it(desk: Desk) -> None:
    desk.select("United Nations", "organization")
    desk.press(desk.window, Qt.Key.Key_L, CONTROL)
    dialog = listed(desk)
    assert {"Katarzyna Wawiernia", "Rashed Sarwar", "António Guterres"} <= names(dialog)
    desk.press(dialog.below, Qt.Key.Key_Space)
    assert names(dialog) == {"António Guterres"}
    assert dialog.note.text() == "1 contact · Information as of 20 June 2024"
    dialog.table.activated.emit(dialog.rows.index(0, 0))
    desk.settle()
    assert desk.window.session.step.selected == desk.pk("António Guterres")


def test_of_a_person_the_agency_is_listed_and_what_has_none_is_told(desk: Desk) -> None:
    desk.select("Rashed Sarwar")
    desk.window.doable["list_contacts"].trigger()
    desk.settle()
    dialog = listed(desk)
    assert dialog.list is not None
    assert dialog.list.name == "United Nations Children’s Fund (UNICEF)"
    dialog.reject()
    desk.select("Kyzylorda", "region")
    desk.window.doable["list_contacts"].trigger()
    desk.settle()
    assert desk.complaint == "Choose an organization, or a person who holds a post at one."


def test_a_list_is_saved_as_pdf_csv_and_vcard(desk: Desk, tmp_path: Path) -> None:
    reachable(desk, "Rashed Sarwar", email="r@example.org")
    desk.select("UNICEF")
    desk.window.doable["list_contacts"].trigger()
    desk.settle()
    dialog, asked = listed(desk), []

    def choose(name: str, way: str) -> Path:
        asked.append(name)
        return tmp_path / f"unicef.{way}"

    desk.window.contacts.choose_file = choose
    for way in ("pdf", "csv", "vcf"):
        click(desk, dialog, way)
    assert set(asked) == {"United Nations Children’s Fund (UNICEF)"}
    (card,) = read_vcards((tmp_path / "unicef.vcf").read_bytes())
    assert of(card, "EMAIL")[0].text == "r@example.org"
    assert b"r@example.org" in (tmp_path / "unicef.csv").read_bytes()
    with PdfDocument(tmp_path / "unicef.pdf") as document:
        assert "r@example.org" in document[0].get_textpage().get_text_range()


def test_a_list_is_printed(desk: Desk, tmp_path: Path) -> None:
    desk.select("UNICEF")
    desk.window.doable["list_contacts"].trigger()
    desk.settle()
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    desk.window.sheets.choose_printer = lambda: printer
    click(desk, listed(desk), "print")
    with PdfDocument(tmp_path / "printed.pdf") as document:
        assert "Rashed Sarwar" in document[0].get_textpage().get_text_range()


def test_an_agency_without_contacts_offers_nothing_to_save(desk: Desk) -> None:
    desk.select("SCO")
    desk.window.doable["list_contacts"].trigger()
    desk.settle()
    dialog = listed(desk)
    assert dialog.note.text() == "Nobody is recorded here yet."
    assert not dialog.findChild(QPushButton, "pdf").isEnabled()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_model_keeps_to_qts_rules(qtbot: QtBot, language: str) -> None:
    model = ContactsModel(wording(language))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_contacts((SARWAR,) * 3)
    assert model.index(1, 2).data() == "UNICEF"
    model.set_contacts(())


def test_a_page_of_a_day_before_its_sources_is_printed_on_the_real_day(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795521600")
    desk.dossier.clock = clock_at(date(2022, 3, 1))
    with desk.dossier.read() as reader:
        unicef = resolve(reader, "UNICEF")
    contents = Contents(desk.dossier, wording("en"))
    contacts = contents.agency_contacts(unicef, below=False, cancelled=lambda: False)
    assert (contacts.as_of, contacts.printed) == (
        "State on 1 March 2022 · Information as of 20 June 2024",
        "Printed on 24 November 2026",
    )
    page = contents.sheet(unicef)
    assert page
    with PdfDocument(as_pdf(page)) as document:
        words = document[0].get_textpage().get_text_range()
    assert "State on 1 March 2022" in words
    assert "Printed on 24 November 2026" in words
