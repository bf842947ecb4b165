"""The dialogs for files look into none, so that the dossier which is open keeps its locks."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QFileSystemModel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.locks import locks_on
from tests.ui.conftest import Desk
from ui.choosing import FileChooser

ROOT = Path(__file__).parents[2]
LINUX_ONLY = pytest.mark.skipif(not Path("/proc/locks").exists(), reason="only Linux lists the locks")


def listed(qtbot: QtBot, dialog: QFileDialog, folder: Path) -> list[str]:
    """What the dialog shows of a folder, with the type of each, once it has looked at all of it."""
    model = dialog.findChild(QFileSystemModel, "qt_filesystem_model")
    assert isinstance(model, QFileSystemModel)
    parent = model.index(str(folder))

    def rows() -> list[str]:
        count = range(model.rowCount(parent))
        return sorted(
            f"{model.index(row, 0, parent).data()} {model.index(row, 2, parent).data()}" for row in count
        )

    qtbot.waitUntil(lambda: bool(rows()) and all(not row.endswith((" ", "None")) for row in rows()))
    return rows()


@LINUX_ONLY
def test_listing_the_folder_of_the_open_dossier_takes_no_locks(desk: Desk) -> None:
    folder = Path(desk.dossier.path).parent
    (folder / "inside").mkdir()
    before = locks_on(desk.dossier.path)
    assert before
    dialog = FileChooser(desk.window.wording, desk.window).dialog("Attach original", "")
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.setDirectory(str(folder))
    dialog.open()
    rows = listed(desk.qtbot, dialog, folder)
    assert {"visit.dossier File", "visit.dossier-shm File", "visit.dossier-wal File", "inside Folder"} <= set(
        rows
    )
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(name, QLineEdit)
    desk.qtbot.keyClicks(name, "vis")  # the completer lists it too
    assert locks_on(desk.dossier.path) == before
    dialog.reject()
    dialog.deleteLater()


@LINUX_ONLY
def test_qts_own_dialog_would_take_them(desk: Desk) -> None:
    """What the test above guards against; when this fails, Qt has learnt to leave files alone."""
    folder = Path(desk.dossier.path).parent
    before = locks_on(desk.dossier.path)
    dialog = QFileDialog(desk.window, "Open", str(folder))
    dialog.open()
    listed(desk.qtbot, dialog, folder)
    assert locks_on(desk.dossier.path) != before
    dialog.reject()
    dialog.deleteLater()


def chosen_by_keys(desk: Desk, words: str) -> None:
    """Type a name into the dialog that comes up next, and press its button."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            return
        timer.stop()
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(name, QLineEdit)
        name.setText(words)
        default = next(button for button in dialog.findChildren(QPushButton) if button.isDefault())
        desk.qtbot.mouseClick(default, Qt.MouseButton.LeftButton)

    timer = QTimer(desk.window, interval=10)
    timer.timeout.connect(act)
    timer.start()


def test_a_file_is_chosen_to_attach_and_a_sheet_goes_where_it_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.select("UNICEF")
    before = locks_on(desk.dossier.path)
    chosen_by_keys(desk, str(desk.dossier.path))
    desk.window.commands.attach(desk.window.display.source)
    desk.settle()
    assert desk.complaint.endswith("belongs to a dossier that is open; choose another file.")
    chosen_by_keys(desk, str(tmp_path / "page"))
    desk.window.doable["save_sheet"].trigger()
    desk.settle()
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    assert locks_on(desk.dossier.path) == before


def test_the_name_takes_the_ending_of_the_kind_that_is_chosen(desk: Desk) -> None:
    kinds = "PDF (*.pdf);;Word document (*.docx);;Markdown (*.md)"
    names: list[str] = []

    def act() -> None:
        dialog = desk.dialog(QFileDialog)
        assert isinstance(dialog, QFileDialog)
        name, kind = dialog.findChild(QLineEdit, "fileNameEdit"), dialog.findChild(QComboBox, "fileTypeCombo")
        assert isinstance(name, QLineEdit)
        assert isinstance(kind, QComboBox)
        for at in (1, 2, 0):
            kind.setCurrentIndex(at)
            kind.activated.emit(at)
            kind.textActivated.emit(kind.currentText())
            names.append(name.text())
        name.setText("Meeting")
        kind.setCurrentIndex(1)
        kind.activated.emit(1)
        kind.textActivated.emit(kind.currentText())
        names.append(Path(dialog.selectedFiles()[0]).name)
        dialog.reject()

    QTimer.singleShot(0, act)
    assert FileChooser(desk.window.wording, desk.window).make("Save", kinds, "pdf", "Brief.pdf") is None
    assert names == ["Brief.docx", "Brief.md", "Brief.pdf", "Meeting.docx"]


def test_a_new_dossier_is_asked_for_and_the_last_folder_is_kept(desk: Desk, tmp_path: Path) -> None:
    chosen_by_keys(desk, str(tmp_path / "mission"))
    files = FileChooser(desk.window.wording, desk.window)
    assert files.make("New dossier", "Dossiers (*.dossier)", "dossier") == tmp_path / "mission.dossier"
    assert files.dialog("Open a dossier", "").directory().absolutePath() == str(tmp_path)


def test_a_dialog_that_is_left_gives_nothing(desk: Desk) -> None:
    QTimer.singleShot(0, lambda: desk.dialog(QFileDialog).reject())
    assert FileChooser(desk.window.wording, desk.window).open("Open a dossier") is None


def test_no_dialog_for_files_is_made_elsewhere() -> None:
    made = [
        str(file.relative_to(ROOT))
        for file in (ROOT / "ui").rglob("*.py")
        if re.search(
            r"\bQFileDialog\b|\bQFileSystemModel\b|\bQFileIconProvider\b|\bQMimeDatabase\b",
            file.read_text("utf-8"),
        )
    ]
    assert made == ["ui/choosing.py"]


def test_where_there_is_no_folder_for_documents_it_begins_at_home(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    dialog = FileChooser(desk.window.wording, desk.window).dialog("Save the sheet", "")
    assert dialog.directory().absolutePath() == str(tmp_path)
