"""Starting, failing to start, and changing from one dossier to another."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from dossier.model.clock import Clock
from dossier.model.errors import DossierError
from dossier.model.records import Note
from dossier.store import Dossier
from tests.ui.conftest import CLOCK, Desk
from ui.app import App
from ui.dialogs.passphrase import NewPassphraseForm
from ui.dialogs.records import NoteForm
from ui.settings import Settings

DOSSIER = Path(sys.executable).with_name("dossier")


# What may be imported before the first paint; anything else waits until the window is on the screen.
OURS_AT_FIRST_PAINT = {
    "dossier", "dossier.model", "dossier.model.errors",
    "resources", "resources.tokens",
    "ui", "ui.__main__", "ui.app", "ui.bugs", "ui.collecting", "ui.first_paint", "ui.main_window",
    "ui.opened", "ui.starting", "ui.session", "ui.settings", "ui.style", "ui.style.theme", "ui.undisturbed",
}  # fmt: skip
OTHERS_AT_FIRST_PAINT = {"PySide6", "shiboken6", "shibokensupport"}

AT_FIRST_PAINT = """
import sys
import ui.__main__
from ui.app import App
start = App.start
def listen(app, *given):
    app.window.painted.connect(lambda: (print(*sys.modules), app.window.close()))
    start(app, *given)
App.start = listen
ui.__main__.main()
"""


def test_the_window_is_painted_before_anything_else_is_imported(tmp_path: Path) -> None:
    homes = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA")
    environment = os.environ | dict.fromkeys(homes, str(tmp_path))
    result = subprocess.run(
        [sys.executable, "-c", AT_FIRST_PAINT], env=environment, capture_output=True, text=True, check=True
    )
    imported = set(result.stdout.split())
    ours = {name for name in imported if name.partition(".")[0] in ("dossier", "ui", "resources", "seeds")}
    assert ours == OURS_AT_FIRST_PAINT
    installed = {name.partition(".")[0] for name in imported} - {"dossier", "ui", "resources", "seeds"}
    bare = subprocess.run(
        [sys.executable, "-c", "import sys, PySide6.QtWidgets; print(*sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    brought = {
        name.partition(".")[0] for name in bare.stdout.split()
    }  # by Qt, or by hooks of the environment
    assert installed - sys.stdlib_module_names - OTHERS_AT_FIRST_PAINT <= brought


@pytest.mark.parametrize("content", [b"", b"not a database at all, just some words"])
def test_a_file_that_is_no_dossier_ends_with_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.dossier"
    path.write_bytes(content)
    result = subprocess.run([DOSSIER, path], capture_output=True, text=True, timeout=60)
    assert result.returncode == 1
    sentences = [line for line in result.stderr.splitlines() if "This plugin" not in line]
    assert len(sentences) == 1
    assert str(path) in sentences[0]
    assert path.read_bytes() == content


def test_without_a_display_the_command_says_so() -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    }
    result = subprocess.run([DOSSIER], env=environment, capture_output=True, text=True, timeout=60)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("There is no display here")


def test_another_dossier_takes_the_place_of_the_first(desk: Desk, tmp_path: Path) -> None:
    unicef = desk.select("UNICEF")
    other = tmp_path / "other.dossier"
    desk.window.commands.choose_to_make = lambda title, pattern: other
    desk.window.doable["new"].trigger()
    desk.qtbot.mouseClick(desk.dialog(NewPassphraseForm).unprotected, Qt.MouseButton.LeftButton)
    desk.settle()
    assert other.exists()
    assert desk.window.status.file.text() == "other.dossier"
    assert desk.window.card.card is None
    assert not desk.window.doable["back"].isEnabled()
    desk.window.commands.choose_to_open = lambda title, pattern: Path(desk.dossier.path)
    desk.window.doable["open"].trigger()
    desk.settle()
    assert desk.window.status.file.text() == "visit.dossier"
    assert desk.window.card.card is not None
    assert desk.window.card.card.pk == unicef


def test_a_file_that_cannot_be_opened_leaves_the_window_as_it_was(desk: Desk, tmp_path: Path) -> None:
    bad = tmp_path / "bad.dossier"
    bad.write_bytes(b"")
    desk.select("UNICEF")
    desk.window.commands.choose_to_open = lambda title, pattern: bad
    desk.window.doable["open"].trigger()
    desk.settle()
    assert str(bad) in desk.complaint
    assert desk.window.status.file.text() == "visit.dossier"
    assert desk.window.card.card is not None


def test_the_first_dossier_is_opened_after_the_first_paint(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, seed_file: Path
) -> None:
    settings = Settings(tmp_path / "window.ini")
    settings.know_first_steps()
    app = App(qapp, settings, CLOCK, "en")
    app.start(lambda clock, passphrase: Dossier.open(seed_file, clock=clock))

    def is_shown() -> bool:
        return app.window.is_filled and app.window.initiatives.list.model().rowCount() == 7

    qtbot.waitUntil(is_shown, timeout=20_000)
    assert app.window.focusWidget() is app.window.organizations.tree  # the keys begin where one begins
    app.close()
    assert not seed_file.with_name(seed_file.name + "-wal").exists()


def test_while_a_dossier_opens_no_pane_says_that_nothing_is_there(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, seed_file: Path
) -> None:
    may_open = threading.Event()

    def open_slowly(clock: Clock, passphrase: str | None) -> Dossier:
        may_open.wait()
        return Dossier.open(seed_file, clock=clock)

    app = App(qapp, Settings(tmp_path / "window.ini"), CLOCK, "en")
    app.start(open_slowly)
    qtbot.waitUntil(lambda: app.window.is_filled and bool(app.window.workers.busy), timeout=20_000)
    panes = (app.window.organizations, app.window.initiatives, app.window.timeline, app.window.regions)
    notes = {pane.empty_note for pane in panes}
    links = [link for link in app.window.organizations.findChildren(QPushButton) if link.isVisible()]
    may_open.set()
    qtbot.waitUntil(lambda: app.window.initiatives.list.model().rowCount() == 7, timeout=20_000)
    assert notes <= {"Opening the dossier …", ""}
    assert "Opening the dossier …" in notes
    assert links == []
    assert {pane.empty_note for pane in panes} == {""}
    app.close()


def test_a_start_that_fails_is_told_on_standard_error(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(clock: object, passphrase: object) -> Dossier:
        raise DossierError("The file can't be read.")

    app = App(qapp, Settings(tmp_path / "window.ini"), CLOCK, "en")
    app.start(fail)
    qtbot.waitUntil(lambda: not app.window.isVisible())
    assert capsys.readouterr().err == "The file can't be read.\n"
    assert app.exit_code == 1


def test_the_clock_of_the_run_is_the_windows(open_desk: Callable[..., Desk], seed_file: Path) -> None:
    desk = open_desk(seed_file)
    desk.select("Katarzyna Wawiernia")
    words = " ".join(desk.card_words)
    assert "not confirmed since" in words


def note_that_is_typed(desk: Desk) -> NoteForm:
    desk.select("UNDP")
    desk.window.doable["add_note"].trigger()
    form = desk.dialog(NoteForm)
    assert isinstance(form, NoteForm)
    desk.write(form.text, "Half a thought")
    return form


def test_no_new_look_takes_a_form_from_whoever_types_in_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    form, window = note_that_is_typed(desk), desk.window
    remade: list[object] = []
    make = desk.app._make_window
    monkeypatch.setattr(desk.app, "_make_window", lambda: remade.append(True) or make())
    desk.app.set_colours("dark")  # as the system does in the evening
    desk.app.set_language("ru")
    desk.settle()
    assert desk.window is window
    assert form.isVisible()
    desk.press(form, Qt.Key.Key_Escape)
    question = desk.dialog(QMessageBox)
    desk.press(question, Qt.Key.Key_Escape)  # keep it
    assert desk.window is window
    assert form.record.text == "Half a thought"
    desk.qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: desk.window is not window)
    desk.settle()
    assert remade == [True]
    assert (desk.window.wording.code, desk.window.theme.dark) == ("ru", True)
    assert any("Half a thought" in words for words in desk.card_words)


def test_no_other_dossier_takes_a_form_from_whoever_types_in_it(desk: Desk, tmp_path: Path) -> None:
    form, window, before = note_that_is_typed(desk), desk.window, desk.dossier
    for name in ("first.dossier", "second.dossier"):
        Dossier.create(tmp_path / name, clock=CLOCK).close()
        window.open_wanted.emit(tmp_path / name)
        desk.settle()
    assert desk.window is window
    assert (form.isVisible(), form.record.text) == (True, "Half a thought")
    assert window.status.middle.text() == "second.dossier is shown when the form is closed."
    desk.qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: desk.window is not window)
    desk.settle()
    assert desk.window.windowTitle() == "second.dossier – Dossier"
    with Dossier.open(before.path) as opened, opened.read() as reader:
        assert [note.text for note in reader.all(Note)] == ["Half a thought"]
    assert not list(tmp_path.glob("first.dossier-*"))  # what waited before it is closed


def test_a_window_that_is_closed_over_a_form_is_not_made_again(desk: Desk) -> None:
    form, window = note_that_is_typed(desk), desk.window
    desk.app.set_language("ru")
    desk.app.close()
    form.done(NoteForm.DialogCode.Rejected)
    QApplication.processEvents()
    assert desk.window is window


def test_a_manual_that_lies_open_keeps_no_look_from_changing(desk: Desk) -> None:
    desk.window.doable["manual"].trigger()
    window = desk.window
    desk.app.set_language("ru")
    assert desk.window is not window
