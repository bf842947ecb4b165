"""The hands that import a list: the real window, the real store, real files."""

import csv
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QPlainTextEdit, QPushButton

from dossier.model.records import Person
from dossier.store import Dossier
from tests.ui.conftest import CLOCK, Desk
from ui.importing import work
from ui.importing.dialog import ImportDialog
from ui.importing.importing import Importing
from ui.importing.preview_page import PreviewPage

HEADER = ("ФИО", "Организация", "Должность", "Телефон", "Эл. почта")
STAFF = (
    ("Ахметова Айгерим", "Министерство юстиции", "Эксперт", "8 (701) 234-56-78", "akhmetova@adilet.kz"),
    ("Иванов Иван", "Министерство юстиции", "Советник", "", ""),
    ("Ким Анна", "Министерство юстиции", "Эксперт", "", "kim@adilet.kz"),
)


@dataclass
class Hands:
    """Imports through the dialog of a running window."""

    desk: Desk
    folder: Path

    def write(
        self, rows: Sequence[Sequence[str]], header: Sequence[str] = HEADER, encoding: str = "cp1251"
    ) -> Path:
        path = self.folder / "list.csv"
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=";").writerows([header, *rows])
        return path

    def start(self, path: Path) -> None:
        """Ctrl+I, and the file chosen."""
        window = self.desk.window
        window.commands.choose_list = lambda title, pattern: path
        window.activateWindow()
        self.desk.qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
        self.desk.press(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)

    def told(self) -> dict[str, list[str]]:
        """What the last page tells besides what was done: the lines under each heading."""
        boxes = self.dialog.findChildren(QPlainTextEdit)
        return {box.accessibleName(): box.toPlainText().splitlines() for box in boxes}

    def take(self, path: Path) -> None:
        """The whole way, with nothing said by hand."""
        self.start(path)
        self.click(self.dialog.next)
        self.click(self.dialog.next)
        self.click(self.dialog.next)

    @property
    def importing(self) -> Importing:
        found = [each for each in self.desk.window.findChildren(Importing) if each.dialog.isVisible()]
        assert len(found) == 1
        return found[0]

    @property
    def dialog(self) -> ImportDialog:
        return self.importing.dialog

    @property
    def preview(self) -> PreviewPage:
        preview = self.importing.preview
        assert preview is not None
        assert preview.isVisible()
        return preview

    @property
    def note(self) -> str:
        return self.dialog.note.text()

    @property
    def counts(self) -> dict[str, int]:
        model = self.preview.rail.model()
        parts = [model.index(row, 0).data(256) for row in range(model.rowCount())]
        return {part.name: part.count for part in parts if part.count}

    def click(self, button: QPushButton) -> None:
        assert button.isVisible()
        assert button.isEnabled()
        self.desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.desk.settle()
        self.desk.settle()  # what is in sight only now is asked for by a timer

    def press(self, key: Qt.Key, times: int = 1) -> None:
        """A key in the rows of the preview."""
        for _ in range(times):
            self.desk.press(self.preview.rows, key)
        self.desk.settle()

    def choose(self, box: QComboBox, data: object) -> None:
        """Choose in a drop-down by its arrow keys, as users do."""
        box.setFocus()
        step = Qt.Key.Key_Down if box.findData(data) > box.currentIndex() else Qt.Key.Key_Up
        while box.currentData() != data:
            self.desk.press(box, step)
        self.desk.settle()

    def open_part(self, name: str) -> None:
        """Click on a group at the left."""
        rail = self.preview.rail
        model = rail.model()
        index = next(
            model.index(row, 0)
            for row in range(model.rowCount())
            if model.index(row, 0).data(256).name == name
        )
        point = rail.visualRect(index).center()
        self.desk.qtbot.mouseClick(rail.viewport(), Qt.MouseButton.LeftButton, pos=point)
        self.desk.settle()
        self.desk.settle()

    def rows(self) -> list[list[str]]:
        """What the table of the preview shows."""
        model = self.preview.model
        return [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def detail_words(self) -> list[str]:
        detail = self.preview.detail.widget()
        return [label.text() for label in detail.findChildren(QLabel)]

    def people(self) -> int:
        with self.desk.dossier.read() as reader:
            return reader.count(Person)


@pytest.fixture
def hands(open_desk: Callable[..., Desk], tmp_path: Path) -> Iterator[Hands]:
    """A window on an empty dossier."""
    path = tmp_path / "mission.dossier"
    Dossier.create(path, clock=CLOCK).close()
    desk = open_desk(path)
    yield Hands(desk, tmp_path)
    for dialog in desk.window.findChildren(QDialog):
        dialog.done(0)


@dataclass
class Gate:
    """Work that waits until it is let go."""

    begun: threading.Event
    go_on: threading.Event

    def hold(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def held(*args: Any, **kwargs: Any) -> Any:
            self.begun.set()
            assert self.go_on.wait(20)
            return real(*args, **kwargs)

        return held


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Gate]:
    """Makes a function of the work wait."""

    def make(name: str) -> Gate:
        made = Gate(threading.Event(), threading.Event())
        monkeypatch.setattr(work, name, made.hold(getattr(work, name)))
        return made

    return make
