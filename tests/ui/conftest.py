"""What tests of the window share: the seed dossier in a file of its own, a window on it, and real clicks."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from dossier.intake.seed import load_seed
from dossier.model.clock import clock_at
from dossier.search import resolve
from dossier.store import Dossier
from ui.app import App
from ui.main_window import MainWindow
from ui.panes.fact_text import FactText
from ui.settings import Settings

CLOCK = clock_at(date(2026, 11, 24))


@pytest.fixture(scope="session")
def seed_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seed") / "seed.dossier"
    Dossier.create(path, clock=CLOCK, fill=load_seed).close()
    return path


@dataclass
class Desk:
    """A running window with the real store beneath, and the hands of whoever sits before it."""

    qtbot: QtBot
    app: App
    dossier: Dossier
    pks: dict[str, int] = field(default_factory=dict)

    @property
    def window(self) -> MainWindow:
        return self.app.window

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(lambda: self.window.workers.idle, timeout=20_000)
        QApplication.processEvents()

    def pk(self, name: str, kind: str | None = None) -> int:
        with self.dossier.read() as reader:
            return resolve(reader, name, kind=kind)

    def select(self, name: str, kind: str | None = None) -> int:
        pk = self.pk(name, kind)
        self.window.session.select(pk)
        self.settle()
        return pk

    def click_row(
        self, view: QAbstractItemView, words: str, modifier: Qt.KeyboardModifier | None = None
    ) -> None:
        """Click on the row that says `words`, wherever it is in a tree or list."""
        index = next(iter(_rows(view, words)), None)
        assert index is not None, f"no row says {words}"
        view.scrollTo(index)
        point = view.visualRect(index).center()
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
        self.settle()

    def click_in_window(self, widget: QWidget, button: Qt.MouseButton) -> None:
        """Click as the system does: on the native window, which finds what lies under the pointer."""
        window = widget.window()
        at = widget.mapTo(window, centre(widget))
        self.qtbot.mouseClick(window.windowHandle(), button, pos=at)  # type: ignore[call-overload]
        self.settle()

    def click_link(self, within: QWidget, words: str) -> None:
        """Click on the link that says `words`."""
        assert self.window.card.texts is not None  # what lies below on the card is made now, not by a timer
        for text in within.findChildren(FactText):
            for link in text.links:
                if link.text == words:
                    point = text.link_rect(link).center().toPoint()
                    self.qtbot.mouseClick(text, Qt.MouseButton.LeftButton, pos=point)
                    self.settle()
                    return
        raise AssertionError(f"no link says {words}")

    def press(self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        keys = Qt.KeyboardModifier.NoModifier if modifier is None else modifier
        self.qtbot.keyClick(widget, key, keys)
        self.settle()

    def write(self, widget: QWidget, words: str) -> None:
        """Type letters of any script, one key press each; QTest knows only Latin ones."""
        for letter in words:
            for what in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(what, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(widget, key)

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """The dialog that is open."""
        found = [each for each in self.window.findChildren(kind) if each.isVisible()]
        assert len(found) == 1, found
        return found[0]

    @property
    def complaint(self) -> str:
        """The sentence that the window reports; closes the report."""
        from PySide6.QtWidgets import QMessageBox

        box = self.dialog(QMessageBox)
        assert isinstance(box, QMessageBox)
        box.close()
        return box.text()

    @property
    def card_words(self) -> list[str]:
        """Paragraph by paragraph."""
        return [words for text in self.window.card.texts for words in text.text.split("\n")]


def _rows(view: QAbstractItemView, words: str) -> Iterator:  # type: ignore[type-arg]
    model = view.model()
    waiting = [model.index(row, 0, view.rootIndex()) for row in range(model.rowCount(view.rootIndex()))]
    while waiting:
        index = waiting.pop(0)
        if words in str(index.data()):
            yield index
        waiting[:0] = [model.index(row, 0, index) for row in range(model.rowCount(index))]


@pytest.fixture
def open_desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Opens a window on a dossier file; what it remembers goes to a file of the test's own."""
    desks: list[Desk] = []

    def opened(path: Path, *, language: str = "en", size: tuple[int, int] = (1440, 900)) -> Desk:
        settings = Settings(tmp_path / "window.ini")
        app = App(qapp, settings, CLOCK, language)
        desk = Desk(qtbot, app, Dossier.open(path, clock=CLOCK))
        desks.append(desk)
        if not settings.bytes_of("geometry"):
            app.window.resize(*size)
        with qtbot.waitExposed(app.window):
            app.window.show()
        app.window.activateWindow()
        app.show(desk.dossier)
        desk.settle()
        return desk

    yield opened
    for desk in desks:
        desk.app.close()
        desk.window.deleteLater()


@pytest.fixture
def seed_file(seed_path: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(seed_path, tmp_path / "visit.dossier"))


@pytest.fixture
def desk(open_desk: Callable[..., Desk], seed_file: Path) -> Desk:
    """A window on the seed dossier."""
    return open_desk(seed_file)


def centre(widget: QWidget) -> QPoint:
    return widget.rect().center()
