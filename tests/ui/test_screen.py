"""The first window fits on the screen there is."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import CLOCK
from ui.app import App
from ui.settings import Settings


def test_the_first_window_is_no_larger_than_the_screen(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    app = App(qapp, Settings(tmp_path / "window.ini"), CLOCK, "en")
    screen, window = app.window.screen().availableSize(), app.window
    assert window.width() <= max(screen.width(), window.minimumWidth())
    assert window.height() <= max(screen.height(), window.minimumHeight())
    app.close()
