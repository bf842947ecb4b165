"""The first start teaches in three steps; later ones don't, unless asked."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from dossier.store import Dossier
from tests.ui.conftest import CLOCK, Desk
from ui.app import App
from ui.callout import Callout
from ui.settings import Settings


def started(qtbot: QtBot, qapp: QApplication, seed_file: Path, settings: Path) -> App:
    app = App(qapp, Settings(settings), CLOCK, "en")
    app.start(lambda clock, passphrase: Dossier.open(seed_file, clock=clock))
    qtbot.waitUntil(lambda: app.window.is_filled and app.window.workers.idle, timeout=20_000)
    return app


def words(callout: Callout | None) -> list[str]:
    assert callout is not None
    return [label.text() for label in callout.findChildren(QLabel)]


def test_the_first_start_goes_through_three_steps_by_enter(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, seed_file: Path
) -> None:
    app = started(qtbot, qapp, seed_file, tmp_path / "window.ini")
    steps = app.window.first_steps
    qtbot.waitUntil(lambda: steps.callout is not None)
    seen = []
    while steps.callout is not None:
        seen.append(words(steps.callout)[0])
        assert app.window.rect().contains(steps.callout.geometry())
        button = steps.callout.focusProxy()
        assert button is not None
        qtbot.keyClick(button, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: steps.callout is None or words(steps.callout)[0] != seen[-1])
    assert seen == ["Type three letters", "Choose anything", "Take one page along"]
    app.close()
    again = started(qtbot, qapp, seed_file, tmp_path / "window.ini")
    assert again.window.first_steps.callout is None
    again.close()


def test_esc_leaves_and_the_menu_brings_them_back(desk: Desk) -> None:
    steps = desk.window.first_steps
    assert steps.callout is None
    desk.window.doable["first_steps"].trigger()
    assert words(steps.callout)[0] == "Type three letters"
    assert steps.callout is not None
    desk.press(steps.callout, Qt.Key.Key_Escape)
    assert steps.callout is None


def test_in_every_language_and_a_small_window_it_lies_inside(desk: Desk) -> None:
    desk.window.resize(1024, 640)
    for code in ("ru", "kk", "en"):
        desk.window.doable[f"language_{code}"].trigger()
        desk.settle()
        steps = desk.window.first_steps
        steps.start()
        while steps.callout is not None:
            callout = steps.callout
            assert desk.window.rect().contains(callout.geometry())
            for label in callout.findChildren(QLabel):
                assert label.heightForWidth(label.width()) <= label.height() or not label.wordWrap()
            button = callout.focusProxy()
            assert button is not None
            desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
