"""Passphrases in the window: asked for, offered for a new dossier, and put on the one that is open."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from dossier.model.clock import Clock
from dossier.store import Dossier, protect
from tests.ui.conftest import CLOCK, Desk
from ui.app import App
from ui.dialogs.form import Form
from ui.dialogs.passphrase import NewPassphraseForm, PassphraseForm
from ui.settings import Settings

PASSPHRASE = "seven steppe winds"


@pytest.fixture(scope="session")
def protected_seed(seed_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(shutil.copy(seed_path, tmp_path_factory.mktemp("protected") / "secret.dossier"))
    protect(path, PASSPHRASE)
    return path


@pytest.fixture
def protected_file(protected_seed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(protected_seed, tmp_path / "secret.dossier"))


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., App]]:
    """Starts the window as the command does."""
    apps: list[App] = []

    def started(open_it: Callable[[Clock, str | None], Dossier], offer: str = "") -> App:
        app = App(qapp, Settings(tmp_path / "window.ini"), CLOCK, "en")
        apps.append(app)
        app.start(open_it, lambda: offer)
        return app

    yield started
    for app in apps:
        app.close()
        app.window.deleteLater()


def form_of(app: App, kind: type[Form], qtbot: QtBot) -> Form:
    def shown() -> list[Form]:
        return [form for form in app.window.findChildren(kind) if form.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()), timeout=20_000)
    return shown()[0]


def press(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def complaint(form: Form) -> str:
    label = form.findChild(QLabel, "complaint")
    assert label is not None
    return label.text() if label.isVisible() else ""


def shown_words(form: Form) -> list[str]:
    return [label.text() for label in form.findChildren(QLabel) if label.isVisible()]


def type_new(
    qtbot: QtBot, form: NewPassphraseForm, passphrase: str = PASSPHRASE, again: str = PASSPHRASE
) -> None:
    form.line.clear()
    form.again.clear()
    qtbot.keyClicks(form.line, passphrase)
    qtbot.keyClicks(form.again, again)
    press(qtbot, form.save)


def test_the_passphrase_is_asked_for_until_it_is_right(
    start: Callable[..., App], qtbot: QtBot, protected_file: Path
) -> None:
    app = start(lambda clock, passphrase: Dossier.open(protected_file, clock=clock, passphrase=passphrase))
    form = form_of(app, PassphraseForm, qtbot)
    assert isinstance(form, PassphraseForm)
    assert form.line.hasFocus() or form.focusWidget() is form.line
    assert form.line.echoMode() == form.line.EchoMode.Password
    assert "Ctrl+Enter saves" not in shown_words(form)
    press(qtbot, form.save)
    assert complaint(form) == "Type the passphrase of this dossier."
    qtbot.keyClicks(form.line, "six steppe winds")
    qtbot.keyClick(form.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: complaint(form).startswith("This passphrase does not open"), timeout=20_000)
    form.seen.click()
    assert form.line.echoMode() == form.line.EchoMode.Normal
    form.line.clear()
    qtbot.keyClicks(form.line, PASSPHRASE)
    qtbot.keyClick(form.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shows_all(app), timeout=20_000)
    assert app.window.status.protection.text() == "Encrypted"


def test_leaving_the_first_passphrase_leaves_the_program(
    start: Callable[..., App], qtbot: QtBot, protected_file: Path
) -> None:
    app = start(lambda clock, passphrase: Dossier.open(protected_file, clock=clock, passphrase=passphrase))
    press(qtbot, form_of(app, PassphraseForm, qtbot).cancel)
    assert not app.window.isVisible()
    assert app.exit_code == 0


def test_another_dossier_is_asked_for_its_passphrase_and_may_stay_closed(
    desk: Desk, protected_file: Path
) -> None:
    assert desk.window.status.protection.text() == "Not encrypted"
    desk.window.commands.choose_to_open = lambda title, pattern: protected_file
    desk.window.doable["open"].trigger()
    press(desk.qtbot, form_of(desk.app, PassphraseForm, desk.qtbot).cancel)
    assert desk.window.status.file.text() == "visit.dossier"
    desk.window.doable["open"].trigger()
    form = form_of(desk.app, PassphraseForm, desk.qtbot)
    assert isinstance(form, PassphraseForm)
    desk.qtbot.keyClicks(form.line, PASSPHRASE)
    press(desk.qtbot, form.save)
    desk.qtbot.waitUntil(lambda: desk.window.status.file.text() == "secret.dossier", timeout=20_000)
    desk.settle()


def test_the_first_start_offers_a_passphrase(start: Callable[..., App], qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "my.dossier"
    app = start(
        lambda clock, passphrase: Dossier.create(path, clock=clock, passphrase=passphrase), "my.dossier"
    )
    form = form_of(app, NewPassphraseForm, qtbot)
    assert isinstance(form, NewPassphraseForm)
    assert not path.exists()
    type_new(qtbot, form, "short", "short")
    assert "too short" in complaint(form)
    type_new(qtbot, form, again="seven steppe wind")
    assert complaint(form) == "The two passphrases differ; type them again."
    type_new(qtbot, form)
    qtbot.waitUntil(lambda: protection(app) == "Encrypted", timeout=20_000)
    Dossier.open(path, passphrase=PASSPHRASE).close()


def test_a_new_dossier_may_go_without(desk: Desk, tmp_path: Path) -> None:
    desk.window.commands.choose_to_make = lambda title, pattern: tmp_path / "new.dossier"
    desk.window.doable["new"].trigger()
    press(desk.qtbot, form_of(desk.app, NewPassphraseForm, desk.qtbot).cancel)
    assert not (tmp_path / "new.dossier").exists()
    desk.window.doable["new"].trigger()
    form = form_of(desk.app, NewPassphraseForm, desk.qtbot)
    assert isinstance(form, NewPassphraseForm)
    press(desk.qtbot, form.unprotected)
    desk.settle()
    assert desk.window.status.file.text() == "new.dossier"
    assert desk.window.status.protection.text() == "Not encrypted"


def test_the_dossier_that_is_open_is_protected_and_stays_open(desk: Desk) -> None:
    path = Path(desk.dossier.path)
    desk.select("UNICEF")
    desk.window.doable["protect"].trigger()
    form = form_of(desk.app, NewPassphraseForm, desk.qtbot)
    assert isinstance(form, NewPassphraseForm)
    type_new(desk.qtbot, form)
    form.reject()
    assert form.isVisible(), "it can't be left half way"
    desk.qtbot.waitUntil(lambda: desk.window.status.protection.text() == "Encrypted", timeout=30_000)
    desk.settle()
    assert desk.window.card.card is not None
    assert b"UNICEF" not in path.read_bytes()
    desk.window.doable["protect"].trigger()
    assert desk.complaint == "This dossier is protected already."


def test_the_passphrase_is_changed_in_the_window(desk: Desk, protected_file: Path) -> None:
    desk.window.doable["change_passphrase"].trigger()
    assert desk.complaint == "This dossier is not protected; protect it first."
    desk.window.findChild(QMessageBox, "report").accept()
    desk.window.commands.choose_to_open = lambda title, pattern: protected_file
    desk.window.doable["open"].trigger()
    opening = form_of(desk.app, PassphraseForm, desk.qtbot)
    assert isinstance(opening, PassphraseForm)
    desk.qtbot.keyClicks(opening.line, PASSPHRASE)
    press(desk.qtbot, opening.save)
    desk.qtbot.waitUntil(lambda: desk.window.status.file.text() == "secret.dossier", timeout=20_000)
    desk.settle()
    desk.window.doable["change_passphrase"].trigger()
    form = form_of(desk.app, NewPassphraseForm, desk.qtbot)
    assert isinstance(form, NewPassphraseForm)
    assert form.before
    desk.qtbot.keyClicks(form.before, "nine steppe winds")
    type_new(desk.qtbot, form, "eight steppe winds", "eight steppe winds")
    desk.qtbot.waitUntil(lambda: complaint(form).startswith("This passphrase does not open"), timeout=20_000)
    form.before.clear()
    desk.qtbot.keyClicks(form.before, PASSPHRASE)
    accepted: list[bool] = []
    form.accepted.connect(lambda: accepted.append(True))
    press(desk.qtbot, form.save)
    desk.qtbot.waitUntil(lambda: bool(accepted), timeout=30_000)
    desk.settle()
    assert desk.window.status.protection.text() == "Encrypted"
    Dossier.open(protected_file, passphrase="eight steppe winds").close()


def test_a_dossier_that_is_open_elsewhere_is_left_as_it_was(desk: Desk) -> None:
    with Dossier.open(desk.dossier.path):
        desk.window.doable["protect"].trigger()
        form = form_of(desk.app, NewPassphraseForm, desk.qtbot)
        assert isinstance(form, NewPassphraseForm)
        type_new(desk.qtbot, form)
        desk.qtbot.waitUntil(lambda: desk.window.findChild(QMessageBox, "report") is not None, timeout=30_000)
        assert "is open in another window or program" in desk.complaint
    desk.settle()
    assert desk.window.status.protection.text() == "Not encrypted"
    assert len(desk.window.initiatives.list.model().index(0, 0).data()) > 0


def test_in_a_synchronised_folder_a_copy_is_offered(
    open_desk: Callable[..., Desk], seed_path: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    desk = open_desk(Path(shutil.copy(seed_path, folder / "visit.dossier")))
    assert desk.window.status.saved.text() == "Read-only"
    box = desk.dialog(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "lies in a folder that Dropbox synchronises" in box.text()
    desk.window.commands.choose_to_make = lambda title, pattern: tmp_path / "own.dossier"
    press(desk.qtbot, box.defaultButton())
    desk.qtbot.waitUntil(lambda: desk.window.status.file.text() == "own.dossier", timeout=20_000)
    assert desk.window.status.saved.text() == "All changes saved"
    desk.settle()


def shows_all(app: App) -> bool:
    return app.window.is_filled and app.window.initiatives.list.model().rowCount() == 7


def protection(app: App) -> str:
    return app.window.status.protection.text() if app.window.is_filled else ""
