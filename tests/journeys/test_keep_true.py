"""A holder of a post changes, and the dossier is put right by keys alone: from search to the new sheet."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLineEdit, QWidget

from dossier.model.records import Citation, Note, Post
from tests.ui.conftest import Desk
from tests.ui.conftest import desk as desk
from tests.ui.conftest import open_desk as open_desk
from tests.ui.conftest import seed_file as seed_file
from tests.ui.conftest import seed_path as seed_path
from ui.dialogs.keeping import CallNoteForm, ConfirmForm, ReplaceForm

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
MOST_KEYSTROKES = 25


class Keyboard:
    """Hands that know nothing but keys. What is typed into fields is apart from the keystrokes counted."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.pressed = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.pressed += 1
        self._desk.qtbot.keyClick(self._focus, key, modifier)
        self._desk.settle()

    def write(self, words: str) -> None:
        """Type over what the field holds: a field that Tab enters is selected whole."""
        self._desk.write(self._focus, words)
        self._desk.settle()

    @property
    def _focus(self) -> QWidget:
        widget = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert widget is not None
        return widget


@pytest.fixture
def keyboard(desk: Desk) -> Keyboard:
    return Keyboard(desk)


def name_the_file(desk: Desk, path: Path) -> None:
    """In the dialog that asks where to save: the name is typed, and Enter pressed."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            return
        timer.stop()
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.setText(str(path))
        desk.qtbot.keyClick(line, Qt.Key.Key_Return)

    timer = QTimer(desk.window, interval=10)
    timer.timeout.connect(act)
    timer.start()


def wait_for(desk: Desk, dialog: type[QWidget]) -> None:
    desk.qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), dialog))


def back_in_the_window(desk: Desk) -> None:
    """What a window manager does when a dialog closes, and the platform of the tests does not."""
    desk.window.activateWindow()
    desk.qtbot.waitUntil(desk.window.isActiveWindow)


def test_a_replacement_from_search_to_the_corrected_sheet(
    desk: Desk, keyboard: Keyboard, tmp_path: Path
) -> None:
    path = tmp_path / "sheet.pdf"
    keyboard.press(Qt.Key.Key_K, CONTROL)
    keyboard.write("rakhmet")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.press(Qt.Key.Key_B, CONTROL | SHIFT)
    wait_for(desk, ReplaceForm)
    keyboard.write("Aigerim Bekova")
    keyboard.press(Qt.Key.Key_Tab)  # the title, as it was
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.write("1 November 2026")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.write("phone call with the protocol")
    keyboard.press(Qt.Key.Key_Return)
    back_in_the_window(desk)
    name_the_file(desk, path)
    keyboard.pressed += 1  # the Enter in the dialog for files
    keyboard.press(Qt.Key.Key_Return, CONTROL)
    assert keyboard.pressed <= MOST_KEYSTROKES
    assert keyboard.pressed == 9

    with pypdfium2.PdfDocument(path) as document:
        text = document[0].get_textpage().get_text_range()
    assert "Aigerim Bekova" in text
    assert "First Deputy Foreign Minister" in text
    assert "phone call with the protocol" in text

    back_in_the_window(desk)
    keyboard.press(Qt.Key.Key_K, CONTROL)
    keyboard.write("rakhmetullin")
    rows = desk.window.search_panel.hits.hits.rows
    assert any("until 1 November 2026" in getattr(row, "detail", "") for row in rows)
    keyboard.press(Qt.Key.Key_Return)
    assert any("(until 1 November 2026)" in words for words in desk.card_words)
    desk.press(desk.window, Qt.Key.Key_Z, CONTROL)
    assert not any("until 1 November 2026" in words for words in desk.card_words)
    assert len(desk.dossier.history()) == 3  # the seed, the replacement, its undoing


def test_what_is_known_is_confirmed_in_two_keystrokes(desk: Desk, keyboard: Keyboard) -> None:
    desk.select("Katarzyna Wawiernia")
    assert any("not confirmed since" in words for words in desk.card_words)
    keyboard.press(Qt.Key.Key_T, CONTROL | SHIFT)
    wait_for(desk, ConfirmForm)
    keyboard.press(Qt.Key.Key_Return)
    assert keyboard.pressed == 2
    assert any("in post; last confirmed on 24 November 2026" in words for words in desk.card_words)


def test_what_is_not_confirmed_can_be_left_out_by_keys(desk: Desk, keyboard: Keyboard) -> None:
    pk = desk.select("Katarzyna Wawiernia")
    keyboard.press(Qt.Key.Key_T, CONTROL | SHIFT)
    wait_for(desk, ConfirmForm)
    (box,) = desk.dialog(ConfirmForm).findChildren(QCheckBox)
    keyboard.press(Qt.Key.Key_Space)
    assert not box.isChecked()
    keyboard.press(Qt.Key.Key_Return)
    keyboard.press(Qt.Key.Key_Space)
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.write("20.11.2026")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.write("told by her office")
    keyboard.press(Qt.Key.Key_Return)
    assert any("last confirmed on 20 November 2026" in words for words in desk.card_words)
    with desk.dossier.read() as reader:
        (post,) = reader.find(Post, person=pk)
        assert all(citation.confirmed is None for citation in reader.find(Citation, of=post.pk))


def test_a_note_from_a_call_is_kept_with_its_marking(desk: Desk, keyboard: Keyboard) -> None:
    pk = desk.select("Rashed Sarwar")
    keyboard.press(Qt.Key.Key_L, CONTROL | SHIFT)
    wait_for(desk, CallNoteForm)
    keyboard.write("Asked for the visit to be moved.")
    keyboard.press(Qt.Key.Key_Tab)  # with himself
    keyboard.press(Qt.Key.Key_Tab)  # today
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.write("TLP:AMBER")
    keyboard.press(Qt.Key.Key_Return)
    with desk.dossier.read() as reader:
        (note,) = reader.find(Note, of=pk)
    assert (note.text, note.marking) == ("Asked for the visit to be moved.", "TLP:AMBER")
    shown = desk.window.card.card
    assert shown is not None
    (source,) = [line for line in shown.sources if line.head.startswith("phone call with Rashed Sarwar")]
    # The words stand in the note alone, under its marking.
    assert source.text == "A note on Rashed Sarwar"


@pytest.mark.parametrize(
    ("command", "name"), [("replace", "Human Rights Council"), ("confirm", "Human Rights Council")]
)
def test_where_there_is_nothing_to_keep_true_that_is_said(desk: Desk, command: str, name: str) -> None:
    desk.select(name, "organization")
    desk.window.doable[command].trigger()
    desk.settle()
    assert name in desk.complaint
