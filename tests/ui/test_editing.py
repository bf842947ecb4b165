"""What is written from the window: one form, one Change, one undo step; a sentence where it can't be."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlcipher3.dbapi2
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QMessageBox, QPushButton
from shiboken6 import isValid

from dossier.model.records import Citation, ContactPoint, Name, Note
from dossier.store import Dossier
from tests.ui.conftest import Desk
from ui.dialogs.form import Form
from ui.dialogs.keeping import ContactForm
from ui.dialogs.listing import Listing
from ui.dialogs.records import NameForm, NoteForm

CONTROL = Qt.KeyboardModifier.ControlModifier


def save(desk: Desk, form: Form) -> None:
    desk.qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    desk.settle()
    if not (isValid(form) and form.isVisible()):
        desk.window.activateWindow()
        desk.qtbot.waitUntil(lambda: QApplication.activeWindow() is desk.window)


def test_a_note_is_added_shown_and_undone(desk: Desk) -> None:
    pk = desk.select("Katarzyna Wawiernia")
    desk.window.doable["add_note"].trigger()
    form = desk.dialog(NoteForm)
    assert isinstance(form, NoteForm)
    desk.qtbot.keyClicks(form.text, "Prefers written questions beforehand.")
    form.marking.setCurrentText("TLP:AMBER")
    save(desk, form)
    with desk.dossier.read() as reader:
        (note,) = reader.find(Note, of=pk)
    assert (note.text, note.marking) == ("Prefers written questions beforehand.", "TLP:AMBER")
    assert any("Prefers written questions" in words for words in desk.card_words)
    assert [change.label for change in desk.dossier.history(limit=1)] == ["Add a note"]
    desk.press(desk.window, Qt.Key.Key_Z, CONTROL)
    assert not any("Prefers written questions" in words for words in desk.card_words)
    assert desk.window.status.middle.text() == "Undone: Add a note. Ctrl+Y brings it back."
    desk.press(desk.window, Qt.Key.Key_Y, CONTROL)
    assert desk.window.status.middle.text() == "Done again: Add a note."
    assert any("Prefers written questions" in words for words in desk.card_words)


def test_a_contact_is_added_from_the_empty_block_of_the_card_changed_and_removed(desk: Desk) -> None:
    pk = desk.select("Rashed Sarwar")
    desk.click_link(desk.window.card, "Add a contact")
    desk.settle()
    form = desk.dialog(ContactForm)
    assert isinstance(form, ContactForm)
    desk.qtbot.keyClicks(form.value, "r.sarwar@example.org")
    assert form.kind.currentData() == "email"
    form.value.setText("r.sarwar")
    desk.qtbot.keyClicks(form.source, "business card")
    save(desk, form)
    complaint = form.findChild(QLabel, "complaint")
    assert complaint is not None
    assert "is no e-mail address; write it whole" in complaint.text()
    desk.qtbot.keyClicks(form.value, "@example.org")
    form.source_date.setText("2024-13-01")
    save(desk, form)
    assert "is not a date" in complaint.text()
    form.source_date.setText("19 June 2026")
    save(desk, form)
    card = "\n".join(desk.card_words)
    assert "r.sarwar@example.org" in card
    assert "confirmed on 19 June 2026" in card

    desk.window.doable["edit_contact"].trigger()
    listing = desk.dialog(Listing)
    desk.qtbot.mouseClick(listing.findChild(QPushButton, "change"), Qt.MouseButton.LeftButton)
    desk.settle()
    form = desk.dialog(ContactForm)
    assert isinstance(form, ContactForm)
    assert form.value.text() == "r.sarwar@example.org"
    form.label.setText("office")
    form.value.setText("rashed@example.org")
    form.source.setText("told by his office")
    save(desk, form)
    with desk.dossier.read() as reader:
        (contact,) = reader.find(ContactPoint, of=pk)
        (citation,) = reader.find(Citation, of=contact.pk)
    assert (contact.value, contact.label, str(contact.confirmed)) == (
        "rashed@example.org", "office", "2026-11-24",
    )  # fmt: skip
    assert citation.stated == "rashed@example.org"
    assert "sources differ" not in "\n".join(desk.card_words)

    desk.window.doable["edit_contact"].trigger()
    listing = desk.dialog(Listing)
    desk.qtbot.mouseClick(listing.findChild(QPushButton, "remove"), Qt.MouseButton.LeftButton)
    desk.settle()
    with desk.dossier.read() as reader:
        assert reader.find(ContactPoint, of=pk) == ()


def test_a_name_is_added_and_the_tree_shows_it_in_its_language(desk: Desk) -> None:
    pk = desk.select("Katarzyna Wawiernia")
    desk.window.doable["add_name"].trigger()
    form = desk.dialog(NameForm)
    assert isinstance(form, NameForm)
    form.text.setText("Катажина Вавверния")
    save(desk, form)
    with desk.dossier.read() as reader:
        assert "Катажина Вавверния" in [name.text for name in reader.find(Name, of=pk)]
    desk.app.set_language("ru")
    desk.settle()
    desk.click_row(desk.window.organizations.tree, "Катажина Вавверния")


def test_an_empty_form_is_refused_in_one_sentence(desk: Desk) -> None:
    desk.select("UNDP")
    desk.window.doable["add_note"].trigger()
    form = desk.dialog(NoteForm)
    assert isinstance(form, NoteForm)
    before = len(desk.dossier.history())
    save(desk, form)
    assert form.isVisible()
    form.reject()
    assert len(desk.dossier.history()) == before


def test_the_history_undoes_a_chosen_change(desk: Desk) -> None:
    desk.select("UNDP")
    with desk.dossier.edit("Add a note") as edit:
        edit.add(Note(of=desk.pk("UNDP"), text="First"))
    with desk.dossier.edit("Add a contact") as edit:
        edit.add(ContactPoint(of=desk.pk("UNDP"), contact_kind="web", value="https://example.org"))
    desk.settle()
    desk.qtbot.mouseClick(desk.window.card.findChild(QPushButton, "history"), Qt.MouseButton.LeftButton)
    listing = desk.dialog(Listing)
    assert isinstance(listing, Listing)
    labels = [listing.table.item(row, 2).text() for row in range(listing.table.rowCount())]  # type: ignore[union-attr]
    assert labels == ["Add a contact", "Add a note", "Load the seed dossier"]
    listing.table.selectRow(1)
    desk.qtbot.mouseClick(listing.findChild(QPushButton, "undo"), Qt.MouseButton.LeftButton)
    desk.settle()
    with desk.dossier.read() as reader:
        assert reader.all(Note) == ()
        assert len(reader.all(ContactPoint)) == 1


def test_undoing_all_leaves_an_empty_window_and_no_way_back_into_nothing(desk: Desk) -> None:
    desk.select("UNDP")
    desk.select("UNICEF")
    desk.window.doable["undo"].trigger()
    desk.settle()
    question = desk.dialog(QMessageBox)
    assert isinstance(question, QMessageBox)
    assert question.text().startswith("Undo “Load the seed dossier”? It touched 1,")
    assert question.text().endswith(" records; Ctrl+Y brings them back.")
    cancel = question.defaultButton()
    assert cancel.text() == "Cancel"
    desk.qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.window.card.card is not None
    desk.window.doable["undo"].trigger()
    desk.settle()
    agreed = next(
        each for each in desk.dialog(QMessageBox).findChildren(QPushButton) if each.text() == "Undo"
    )
    desk.qtbot.mouseClick(agreed, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.window.card.card is None
    assert desk.window.session.step.selected is None
    assert not desk.window.doable["back"].isEnabled()
    desk.window.doable["undo"].trigger()
    desk.settle()
    assert desk.complaint == "There is nothing to undo."


def test_undoing_much_from_the_history_is_asked_about_too(desk: Desk) -> None:
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    listing = desk.dialog(Listing)
    assert isinstance(listing, Listing)
    desk.qtbot.mouseClick(listing.findChild(QPushButton, "undo"), Qt.MouseButton.LeftButton)
    desk.settle()
    question = desk.dialog(QMessageBox)
    assert isinstance(question, QMessageBox)
    assert question.text().startswith("Undo “Load the seed dossier”?")
    desk.qtbot.mouseClick(question.defaultButton(), Qt.MouseButton.LeftButton)
    assert len(desk.dossier.history()) == 1


@pytest.fixture
def read_only_desk(open_desk: Callable[..., Desk], seed_file: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """As root every place can be written, so the store is told that this one can't."""
    from dossier.store import opening as module

    monkeypatch.setattr(module, "is_writable", lambda path: False)
    return open_desk(seed_file)


def test_in_a_read_only_dossier_an_edit_says_one_sentence(
    read_only_desk: Desk,
) -> None:
    desk = read_only_desk
    assert desk.window.status.saved.text() == "Read-only"
    desk.select("Katarzyna Wawiernia")
    assert desk.window.card.card is not None
    desk.write(desk.window.tool_bar.search.line, "unicef")
    desk.settle()
    assert desk.window.search_panel.chosen is not None
    desk.window.search_panel.close_panel()
    for name in ("add_note", "add_contact", "add_name", "replace", "confirm", "add_person", "undo"):
        desk.window.doable[name].trigger()
        desk.settle()
        assert "lies on a read-only place and can't be changed" in desk.complaint


def test_the_original_is_attached_and_the_reader_shows_its_text(desk: Desk, tmp_path: Path) -> None:
    desk.select("Katarzyna Wawiernia")
    other = tmp_path / "other.txt"
    other.write_text("Something else altogether.", encoding="utf-8")
    desk.window.commands.choose_to_open = lambda title, pattern: other
    desk.qtbot.mouseClick(desk.window.reader.attach, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.complaint.count(".") >= 1
    assert desk.window.status.middle.text().startswith("6 people")


def test_the_buttons_of_a_form_are_worded(desk: Desk) -> None:
    desk.select("UNDP")
    desk.window.doable["add_contact"].trigger()
    desk.settle()
    box = desk.dialog(ContactForm).findChild(QDialogButtonBox)
    assert box is not None
    assert {button.text() for button in box.buttons()} == {"Save", "Cancel"}


@contextmanager
def written_by_another(path: Path) -> Iterator[None]:
    """Another program that holds the lock for writing; not longer than the program waits for it."""
    other = sqlcipher3.dbapi2.connect(str(path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.close()


def begin_note(desk: Desk, words: str) -> NoteForm:
    desk.select("UNDP")
    desk.window.doable["add_note"].trigger()
    form = desk.dialog(NoteForm)
    assert isinstance(form, NoteForm)
    desk.qtbot.keyClicks(form.text, words)
    desk.qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    return form


def notes(desk: Desk) -> list[str]:
    with desk.dossier.read() as reader:
        return [note.text for note in reader.all(Note)]


def test_a_note_waits_for_another_program_beside_the_window(desk: Desk) -> None:
    with written_by_another(desk.dossier.path):
        form = begin_note(desk, "Called at noon")
        notice = form.findChild(QLabel, "notice")
        assert notice is not None
        desk.qtbot.waitUntil(notice.isVisible)  # so the window goes on meanwhile
        assert not form.text.isEnabled()
        assert not form.save.isEnabled()
        assert notes(desk) == []
    desk.settle()
    assert not (isValid(form) and form.isVisible())
    assert notes(desk) == ["Called at noon"]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.store.driver._BUSY_MILLISECONDS", 10)


def throw_away(desk: Desk) -> None:
    """Answer the question that a form asks before it closes with what was typed."""
    question = desk.dialog(QMessageBox)
    assert isinstance(question, QMessageBox)
    (throw,) = [button for button in question.buttons() if button is not question.defaultButton()]
    desk.qtbot.mouseClick(throw, Qt.MouseButton.LeftButton)


def test_a_refused_note_keeps_its_text(impatient: None, desk: Desk) -> None:
    with written_by_another(desk.dossier.path):
        form = begin_note(desk, "Called at noon")
        desk.settle()
        complaint = form.findChild(QLabel, "complaint")
        assert complaint is not None
        assert complaint.text().endswith("is being written by another program; try again in a moment.")
        assert form.text.toPlainText() == "Called at noon"
        assert form.text.isEnabled()
    save(desk, form)
    assert notes(desk) == ["Called at noon"]


def test_a_note_that_waits_is_given_up(desk: Desk) -> None:
    with written_by_another(desk.dossier.path):
        form = begin_note(desk, "Called at noon")
        desk.qtbot.mouseClick(form.cancel, Qt.MouseButton.LeftButton)
        throw_away(desk)
        assert not form.isVisible()
    desk.settle()
    assert notes(desk) == []
    assert desk.dossier.history(limit=1)[0].label == "Load the seed dossier"


@pytest.mark.skipif(os.name != "posix", reason="elsewhere an open file can't be taken away")
def test_a_note_for_a_file_that_is_gone_is_refused_and_goes_into_a_copy(desk: Desk, tmp_path: Path) -> None:
    Path(desk.dossier.path).unlink()
    form = begin_note(desk, "Called at noon")
    desk.settle()
    complaint = form.findChild(QLabel, "complaint")
    assert complaint is not None
    assert "was deleted, moved or replaced while it was open" in complaint.text()
    assert form.text.toPlainText() == "Called at noon"
    assert desk.window.status.saved.text() == "The file is gone"
    form.reject()
    throw_away(desk)
    desk.window.commands.choose_to_make = lambda title, pattern: tmp_path / "copy.dossier"
    desk.window.doable["save_copy"].trigger()
    desk.settle()
    desk.settle()
    assert desk.window.windowTitle() == "copy.dossier – Dossier"
    assert desk.window.status.saved.text() == "All changes saved"
    assert desk.window.status.file.text() == "copy.dossier"


def test_a_copy_is_a_dossier_of_its_own(desk: Desk, tmp_path: Path) -> None:
    desk.window.commands.choose_to_make = lambda title, pattern: tmp_path / "copy.dossier"
    desk.window.doable["save_copy"].trigger()
    desk.settle()
    assert desk.window.status.middle.text() == f"A copy is saved as {tmp_path / 'copy.dossier'}."
    assert desk.window.windowTitle() == "visit.dossier – Dossier"
    with Dossier.open(tmp_path / "copy.dossier") as copy:
        assert copy.check(deep=True) == ()
