"""“Export…”: what is asked, what is written beside the window, and how it is stopped."""

import threading
from pathlib import Path

import vobject
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from dossier.export import ways
from tests.ui.conftest import Desk
from ui.dialogs.exporting import ExportForm


def asked(desk: Desk) -> ExportForm:
    desk.window.doable["export"].trigger()
    desk.settle()
    form = desk.dialog(ExportForm)
    assert isinstance(form, ExportForm)
    return form


def choose(form: ExportForm, value: str) -> None:
    form.format.setCurrentIndex(form.format.findData(value))


def test_all_contacts_are_exported_by_keys(desk: Desk, tmp_path: Path) -> None:
    form = asked(desk)
    assert not form.only.isVisible(), "no agency is selected"
    offered = []

    def path(name: str, kind: str, suffix: str) -> Path:
        offered.append((name, suffix))
        return tmp_path / f"all.{suffix}"

    desk.window.exporting.choose_file = path
    desk.press(form.format, Qt.Key.Key_Return)
    cards = list(vobject.readComponents((tmp_path / "all.vcf").read_text(encoding="utf-8")))
    assert offered == [(desk.dossier.path.stem, "vcf")]
    assert not desk.window.findChildren(ExportForm)
    told = desk.window.status.middle.text()
    assert told == f"{len(cards)} records are exported to {tmp_path / 'all.vcf'}."


def test_of_a_person_only_their_agency_is_exported(desk: Desk, tmp_path: Path) -> None:
    desk.select("Katarzyna Wawiernia")
    form = asked(desk)
    assert "United Nations Development Programme" in {each.text() for each in form.findChildren(QLabel)}
    choose(form, "csv")
    assert form.list.isEnabled()
    desk.press(form.only, Qt.Key.Key_Space)
    desk.window.exporting.choose_file = lambda name, kind, suffix: tmp_path / "people.csv"
    desk.press(form.list, Qt.Key.Key_Return)
    text = (tmp_path / "people.csv").read_text(encoding="utf-8-sig")
    assert "Katarzyna Wawiernia" in text
    assert "Rakhmetullin" not in text


def test_only_what_goes_with_the_format_can_be_chosen(desk: Desk) -> None:
    desk.select("UNICEF")
    form = asked(desk)
    choose(form, "ics")
    assert (form.list.isEnabled(), form.only.isEnabled()) == (False, True)
    choose(form, "csv")
    form.list.setCurrentIndex(form.list.findData("source"))
    assert not form.only.isEnabled(), "sources belong to no agency"


def test_without_a_file_the_form_stays(desk: Desk) -> None:
    form = asked(desk)
    desk.window.exporting.choose_file = lambda name, kind, suffix: None
    desk.press(form.format, Qt.Key.Key_Return)
    assert form.isVisible()
    assert form.save.isEnabled()


def test_what_can_not_be_written_is_said_in_the_form(desk: Desk, tmp_path: Path) -> None:
    form = asked(desk)
    desk.window.exporting.choose_file = lambda name, kind, suffix: tmp_path / "missing" / "all.vcf"
    desk.press(form.format, Qt.Key.Key_Return)
    complaint = form.findChild(QLabel, "complaint")
    assert isinstance(complaint, QLabel)
    assert "does not exist" in complaint.text()
    assert form.save.isEnabled()


def test_cancelling_stops_it_and_leaves_no_file(desk: Desk, tmp_path: Path, monkeypatch) -> None:
    begun, go_on, ended = (threading.Event() for _ in range(3))
    export = ways.export

    def slow(*args: object) -> object:
        begun.set()
        go_on.wait(20)
        try:
            return export(*args)  # type: ignore[arg-type]
        finally:
            ended.set()

    monkeypatch.setattr(ways, "export", slow)
    form = asked(desk)
    desk.window.exporting.choose_file = lambda name, kind, suffix: tmp_path / "all.vcf"
    desk.qtbot.keyClick(form.format, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(begun.is_set)
    desk.qtbot.mouseClick(form.cancel, Qt.MouseButton.LeftButton)
    go_on.set()
    desk.qtbot.waitUntil(ended.is_set)
    desk.settle()
    assert not list(tmp_path.glob("all.vcf"))
    assert not list(tmp_path.glob(".dossier-*"))
