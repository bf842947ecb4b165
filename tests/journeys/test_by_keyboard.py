"""The whole job by keys alone, from the first start on: find a contact, see the region, make the sheet."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from dossier.store import Dossier
from tests.ui.conftest import CLOCK
from tests.ui.conftest import seed_file as seed_file
from tests.ui.conftest import seed_path as seed_path
from tests.ui.reading import children, description, name
from ui.app import App
from ui.callout import Callout
from ui.settings import Settings

KEY = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
MOST_PRESSES = 40


class Keyboard:
    """Presses keys on whatever window has the focus, as the system does; nothing else is touched."""

    def __init__(self, qtbot: QtBot, app: App) -> None:
        self._qtbot = qtbot
        self._app = app

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._qtbot.keyClick(QGuiApplication.focusWindow(), key, modifier)  # type: ignore[call-overload]
        self.settle()

    def type(self, words: str) -> None:
        for letter in words:
            self._qtbot.keyClick(QGuiApplication.focusWindow(), letter)  # type: ignore[call-overload]
        self.settle()

    def press_until(self, key: Qt.Key, is_there: Callable[[], bool]) -> None:
        for _ in range(MOST_PRESSES):
            if is_there():
                return
            self.press(key)
        raise AssertionError(f"{MOST_PRESSES} times {key.name} did not lead there")

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: self._app.window.workers.idle, timeout=20_000)
        QApplication.processEvents()


@pytest.fixture
def started(qtbot: QtBot, qapp: QApplication, seed_file: Path, tmp_path: Path) -> Iterator[App]:
    """The program as it starts for whoever sees it for the first time."""
    app = App(qapp, Settings(tmp_path / "window.ini"), CLOCK, "en")
    app.start(lambda clock, passphrase: Dossier.open(seed_file, clock=clock, passphrase=passphrase))
    app.window.activateWindow()
    qtbot.waitUntil(lambda: app.window.is_filled and app.window.workers.idle, timeout=20_000)
    qtbot.waitUntil(lambda: app.window.organizations.tree.model().rowCount() > 0, timeout=20_000)
    yield app
    app.close()
    app.window.deleteLater()


def test_the_whole_job_is_done_by_keys(started: App, qtbot: QtBot, tmp_path: Path) -> None:
    keys, window = Keyboard(qtbot, started), started.window
    qtbot.waitUntil(lambda: window.findChild(Callout) is not None)
    keys.press(KEY.Key_Escape)  # the first steps

    keys.press(KEY.Key_K, CONTROL)
    keys.type("wawier")
    keys.press(KEY.Key_Return)
    assert window.card.card is not None
    assert window.card.card.name == "Katarzyna Wawiernia"

    keys.press_until(KEY.Key_F6, lambda: window.docks["regions"].isAncestorOf(window.focusWidget()))
    keys.press_until(KEY.Key_Tab, window.regions.map.hasFocus)
    related = [
        name(each).partition(",")[0]
        for each in children(window.regions.map)
        if description(each) == "related to the selection"
    ]
    assert related == ["Abai", "Zhetisu", "Kyzylorda", "Ulytau"]

    def here() -> str:
        return next((name(each) for each in children(window.regions.map) if each.state().focused), "")

    keys.press(KEY.Key_Left)
    keys.press_until(KEY.Key_Left, lambda: here().startswith(("Aktobe", "Kyzylorda", "Atyrau")))
    keys.press_until(KEY.Key_Right, lambda: here().startswith("Kyzylorda"))
    keys.press(KEY.Key_Return)
    assert window.card.card.kind == "region"
    assert window.card.card.name.startswith("Kyzylorda")
    keys.press(KEY.Key_Left, ALT)
    assert window.card.card.name == "Katarzyna Wawiernia"

    def name_the_file() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(20, name_the_file)
            return
        qtbot.keyClick(QGuiApplication.focusWindow(), KEY.Key_A, CONTROL)  # type: ignore[call-overload]
        for letter in str(tmp_path / "brief.pdf"):
            qtbot.keyClick(QGuiApplication.focusWindow(), letter)  # type: ignore[call-overload]
        qtbot.keyClick(QGuiApplication.focusWindow(), KEY.Key_Return)  # type: ignore[call-overload]

    QTimer.singleShot(0, name_the_file)
    keys.press(KEY.Key_Return, CONTROL)
    qtbot.waitUntil((tmp_path / "brief.pdf").exists)
    pages = PdfDocument(tmp_path / "brief.pdf")
    assert len(pages) == 1
    assert "Katarzyna Wawiernia" in pages[0].get_textpage().get_text_range()
    pages.close()
