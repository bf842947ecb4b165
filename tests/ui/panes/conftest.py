"""What tests of panes share: the theme, English, the shipped fonts, and what a signal carried."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dossier.language import Wording, wording
from ui.style import Theme
from ui.style.fonts import load_fonts
from ui.style.palette import palette
from ui.style.stylesheet import style_sheet
from ui.style.theme import theme_for

Show = Callable[[QWidget, QSize], None]


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    load_fonts()
    qapp.setStyle("Fusion")
    return theme_for(dark=False)


@pytest.fixture(autouse=True)
def look(qapp: QApplication, theme: Theme) -> None:
    qapp.setPalette(palette(theme))
    qapp.setStyleSheet(style_sheet(theme))


@pytest.fixture(scope="session")
def english() -> Wording:
    return wording("en")


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Shows a pane at a size in a window of its own that is active, so that focus is real."""
    windows: list[QWidget] = []

    def shown(pane: QWidget, size: QSize) -> None:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(size)
        pane.setParent(window)
        pane.resize(size)
        window.show()
        window.activateWindow()
        with qtbot.waitExposed(window):
            pane.show()

    return shown


@pytest.fixture
def heard() -> Callable[[SignalInstance], list[object]]:
    """The list of what a signal carries from now on."""

    def listen(signal: SignalInstance) -> list[object]:
        got: list[object] = []
        signal.connect(got.append)
        return got

    return listen
