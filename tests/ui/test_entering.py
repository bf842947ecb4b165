"""An empty dossier is filled by hand: what empty panes offer, forms by keyboard alone, one Change each."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QPushButton, QWidget
from shiboken6 import isValid

from dossier.model.records import (
    Citation,
    Coverage,
    Event,
    Initiative,
    Organization,
    Participation,
    Person,
    Post,
    Source,
)
from dossier.store import Dossier
from dossier.views import own_name
from tests.ui.conftest import CLOCK, Desk
from ui.dialogs.adding import EventForm, InitiativeForm, OrganizationForm, PersonForm, SourceForm
from ui.dialogs.deciding import Deciding
from ui.dialogs.entry import EntryForm
from ui.dialogs.form import Form
from ui.dialogs.keeping import CallNoteForm, ReplaceForm

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def empty(open_desk: Callable[..., Desk], tmp_path: Path) -> Desk:
    path = tmp_path / "empty.dossier"
    Dossier.create(path, clock=CLOCK).close()
    return open_desk(path)


def fill(desk: Desk, form: QDialog, *fields: str) -> None:
    """Type into one field after the other, with Tab between, then press Enter."""
    desk.qtbot.waitUntil(lambda: form.isActiveWindow())
    for number, words in enumerate(fields):
        if number:
            desk.qtbot.keyClick(focus(), Qt.Key.Key_Tab)
        if words:
            desk.write(focus(), words)
            desk.settle()
    desk.qtbot.keyClick(focus(), Qt.Key.Key_Return)
    desk.settle()
    if is_closed(form):
        desk.window.activateWindow()
        desk.qtbot.waitUntil(desk.window.isActiveWindow)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def is_closed(form: Form) -> bool:
    return not isValid(form) or not form.isVisible()


def complaint(form: Form) -> str:
    label = form.findChild(QLabel, "complaint")
    assert label is not None
    return label.text() if label.isVisible() else ""


@pytest.mark.parametrize(
    ("pane", "command", "form"),
    [
        ("organizations", "add_organization", OrganizationForm),
        ("organizations", "add_person", PersonForm),
        ("timeline", "add_event", EventForm),
        ("timeline", "add_source", SourceForm),
        ("initiatives", "add_initiative", InitiativeForm),
    ],
)
def test_an_empty_pane_offers_the_form_that_fills_it(
    empty: Desk, pane: str, command: str, form: type[Form]
) -> None:
    link = getattr(empty.window, pane).findChild(QPushButton, command)
    empty.qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert empty.dialog(form).isVisible()


def test_a_person_is_added_by_keys_alone_and_undone_in_one_step(empty: Desk) -> None:
    empty.qtbot.keyClick(empty.window, Qt.Key.Key_P, CONTROL | SHIFT)
    form = empty.dialog(PersonForm)
    words = ("Aigerim Bekova", "Head of Protocol", "Ministry of Culture", "1 March 2025", "told by Ann Lee")
    fill(empty, form, *words)
    assert is_closed(form)
    with empty.dossier.read() as reader:
        (post,) = reader.all(Post)
        (source,) = reader.all(Source)
    assert str(post.held) == "2025-03-01/.."
    assert (source.source_kind, source.title, str(source.published)) == (
        "conversation", "told by Ann Lee", "2026-11-24",
    )  # fmt: skip
    card = " ".join(empty.card_words)
    assert "Head of Protocol" in card
    assert "in post; last confirmed on 24 November 2026; from 1 March 2025; end not stated" in card
    assert "no source" not in card
    empty.click_row(empty.window.organizations.tree, "Aigerim Bekova")
    empty.press(empty.window, Qt.Key.Key_Z, CONTROL)
    with empty.dossier.read() as reader:
        assert [reader.count(kind) for kind in (Person, Organization, Post, Source)] == [0, 0, 0, 0]


def test_what_is_missing_is_said_beside_its_field_and_nothing_is_lost(empty: Desk) -> None:
    empty.qtbot.keyClick(empty.window, Qt.Key.Key_P, CONTROL | SHIFT)
    form = empty.dialog(PersonForm)
    assert isinstance(form, PersonForm)
    fill(empty, form, "Aigerim Bekova", "Head of Protocol", "", "31 February")
    assert complaint(form) == "Write at which organization the post is."
    assert form.organization.hasFocus()
    fill(empty, form, "UNICEF")
    assert complaint(form).startswith("“31 February” is not a date; write 19 June 2024, 19.06.2024")
    form.since.clear()
    fill(empty, form, "Март 2025")
    assert complaint(form).startswith("Say where this is from")
    assert form.name.text() == "Aigerim Bekova"
    with empty.dossier.read() as reader:
        assert reader.count(Person) == 0
    fill(empty, form, "phone call with Ann Lee")
    assert is_closed(form)
    with empty.dossier.read() as reader:
        assert reader.count(Person) == 1


def test_names_the_dossier_has_are_offered_and_chosen_by_keys(desk: Desk) -> None:
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_E, CONTROL | SHIFT)
    form = desk.dialog(EventForm)
    assert isinstance(form, EventForm)
    fill(desk, form, "Second visit", "", "25–26 November 2026")
    assert complaint(form)
    form.participants.setFocus()
    desk.write(form.participants, "unicef")
    desk.settle()
    assert form.participants.popup.isVisible()
    desk.qtbot.keyClick(form.participants.popup, Qt.Key.Key_Down)
    desk.qtbot.keyClick(form.participants.popup, Qt.Key.Key_Return)
    assert form.isVisible()
    desk.write(form.participants, "; Акан Рахметуллин")
    desk.settle()
    form.source.setFocus()
    fill(desk, form, "told by Ann Lee")
    assert is_closed(form)
    with desk.dossier.read() as reader:
        event = reader.all(Event)[-1]
        names = {own_name(reader, part.party) for part in reader.find(Participation, event=event.pk)}
    assert (event.announced, str(event.date)) == (True, "2026-11-25/2026-11-26")
    assert names == {"United Nations Children’s Fund", "Akan Rakhmetullin"}
    assert desk.window.session.step.selected == event.pk


def test_an_organization_an_initiative_and_a_source_are_added(empty: Desk) -> None:
    empty.qtbot.keyClick(empty.window, Qt.Key.Key_O, CONTROL | SHIFT)
    form = empty.dialog(OrganizationForm)
    fill(empty, form, "Ministry of Culture", "MC", "", "Republic of Kazakhstan", "Kazakhstan", "Decree 12")
    assert is_closed(form)
    empty.qtbot.keyClick(empty.window, Qt.Key.Key_I, CONTROL | SHIFT)
    form = empty.dialog(InitiativeForm)
    fill(empty, form, "Libraries for all", "", "", "", "Ministry of Culture", "", "Abai; Ulytau", "Decree 12")
    assert is_closed(form)
    empty.qtbot.keyClick(empty.window, Qt.Key.Key_S, CONTROL | SHIFT)
    form = empty.dialog(SourceForm)
    fill(empty, form, "Annual report", "", "2025", "Ministry of Culture", "", "https://example.org/report")
    assert is_closed(form)
    with empty.dossier.read() as reader:
        ministry, state = reader.all(Organization)[1], reader.all(Organization)[0]
        (initiative,) = reader.all(Initiative)
        sources = {source.title: source for source in reader.all(Source)}
        regions = reader.find(Coverage, initiative=initiative.pk)
        uncited = [
            record.kind
            for record in (state, ministry, initiative, *regions)
            if not reader.find(Citation, of=record.pk)
        ]
    assert (ministry.parent, ministry.organization_kind) == (state.pk, "ministry")
    assert len(regions) == 2
    assert uncited == []
    assert set(sources) == {"Decree 12", "Annual report"}
    assert sources["Annual report"].url == "https://example.org/report"
    assert any(
        "Libraries for all" in row.name for row in empty.window.display.contents.lists("kind").initiatives
    )


@pytest.mark.parametrize("language", ["en", "kk"])
def test_a_refusal_squeezes_no_field(open_desk: Callable[..., Desk], seed_file: Path, language: str) -> None:
    desk = open_desk(seed_file, language=language)
    desk.select("Akan Rakhmetullin")
    desk.window.doable["replace"].trigger()
    desk.settle()
    form = desk.dialog(ReplaceForm)
    assert isinstance(form, ReplaceForm)
    before = form.holder.height()
    desk.qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    desk.settle()
    assert complaint(form)
    assert form.holder.height() == before


def test_somebody_known_who_is_chosen_gets_the_post(desk: Desk) -> None:
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_P, CONTROL | SHIFT)
    form = desk.dialog(PersonForm)
    assert isinstance(form, PersonForm)
    desk.qtbot.waitUntil(lambda: form.isActiveWindow())
    desk.write(form.name, "сарвар")
    desk.settle()
    desk.qtbot.keyClick(form.name.popup, Qt.Key.Key_Down)
    desk.qtbot.keyClick(form.name.popup, Qt.Key.Key_Return)
    assert form.name.text() == "Rashed Sarwar"
    assert form.name.remark is not None
    assert form.name.remark.text() == "known, gets the post"
    form.post.setFocus()
    fill(desk, form, "Adviser", "UNDP", "", "told by Ann Lee")
    assert is_closed(form)
    assert any("Adviser" in words for words in desk.card_words)
    assert any("UNICEF" in words for words in desk.card_words)


@pytest.mark.parametrize("form", [PersonForm, OrganizationForm, EventForm, InitiativeForm, SourceForm])
def test_enter_saves_again_after_a_refusal_in_every_form(empty: Desk, form: type[Form]) -> None:
    keys = {
        PersonForm: Qt.Key.Key_P, OrganizationForm: Qt.Key.Key_O, EventForm: Qt.Key.Key_E,
        InitiativeForm: Qt.Key.Key_I, SourceForm: Qt.Key.Key_S,
    }  # fmt: skip
    empty.qtbot.keyClick(empty.window, keys[form], CONTROL | SHIFT)
    dialog = empty.dialog(form)
    assert isinstance(dialog, Form)
    fill(empty, dialog, "\u200b")
    assert complaint(dialog)
    fill(empty, dialog, "Wells")
    if form is not SourceForm:
        assert complaint(dialog).startswith("Say where this is from")
        assert isinstance(dialog, EntryForm)
        fill(empty, dialog, "told by Ann Lee")
    assert is_closed(dialog)


def test_what_was_typed_is_not_thrown_away_unasked(desk: Desk) -> None:
    desk.select("Akan Rakhmetullin")
    desk.window.doable["add_call_note"].trigger()
    desk.settle()
    form = desk.dialog(CallNoteForm)
    assert isinstance(form, CallNoteForm)
    desk.qtbot.waitUntil(lambda: form.isActiveWindow())
    assert [
        label
        for label in form.findChildren(QLabel)
        if label.isVisible() and label.text() == "Ctrl+Enter saves"
    ]
    desk.write(form.text, "Said that the visit moves.")
    desk.qtbot.keyClick(form.text, Qt.Key.Key_Escape)
    question = desk.dialog(QMessageBox)
    assert isinstance(question, QMessageBox)
    assert question.text() == "Throw away what you typed?"
    desk.qtbot.keyClick(question, Qt.Key.Key_Return)
    desk.settle()
    assert form.isVisible()
    desk.qtbot.mouseClick(form.cancel, Qt.MouseButton.LeftButton)
    question = desk.dialog(QMessageBox)
    desk.qtbot.keyClick(question, Qt.Key.Key_Escape)
    desk.settle()
    assert form.text.toPlainText() == "Said that the visit moves."
    form.close()
    question = desk.dialog(QMessageBox)
    assert isinstance(question, QMessageBox)
    (throw,) = [button for button in question.buttons() if button is not question.defaultButton()]
    desk.qtbot.mouseClick(throw, Qt.MouseButton.LeftButton)
    desk.settle()
    assert is_closed(form)


def test_a_form_that_nothing_was_typed_into_closes_at_once(desk: Desk) -> None:
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_P, CONTROL | SHIFT)
    form = desk.dialog(PersonForm)
    assert isinstance(form, Form)
    desk.qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert is_closed(form)


def ask_for_a_namesake(desk: Desk) -> tuple[PersonForm, Deciding]:
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_P, CONTROL | SHIFT)
    form = desk.dialog(PersonForm)
    assert isinstance(form, PersonForm)
    fill(desk, form, "Акан Рахметуллин", "Envoy", "MFA", "", "told by Ann Lee")
    asking = desk.dialog(Deciding)
    assert isinstance(asking, Deciding)
    return form, asking


def test_a_namesake_is_not_doubled_unasked(desk: Desk) -> None:
    form, asking = ask_for_a_namesake(desk)
    assert form.organization.remark
    assert form.organization.remark.text() == ""
    words = " ".join(label.text() for label in asking.findChildren(QLabel))
    assert "Akan Rakhmetullin\nFirst Deputy Foreign Minister, MFA" in words
    desk.qtbot.keyClick(asking, Qt.Key.Key_Return)
    desk.settle()
    assert form.isVisible()
    with desk.dossier.read() as reader:
        people = reader.count(Person)
    form.activateWindow()
    fill(desk, form, "")
    desk.qtbot.mouseClick(desk.dialog(Deciding).joins[0], Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    desk.settle()
    assert is_closed(form)
    with desk.dossier.read() as reader:
        assert reader.count(Person) == people
        assert len(reader.find(Post, person=desk.pk("Akan Rakhmetullin"))) == 2


def test_a_namesake_of_a_new_holder_is_asked_about_in_the_window_too(desk: Desk) -> None:
    desk.select("Katarzyna Wawiernia")
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_B, CONTROL | SHIFT)
    desk.settle()
    form = desk.dialog(ReplaceForm)
    assert isinstance(form, ReplaceForm)
    fill(desk, form, "Рашед Сарвар", None, None, "told by Ann Lee")
    asking = desk.dialog(Deciding)
    assert isinstance(asking, Deciding)
    assert asking.joins[0].text() == "Give them the post"
    desk.qtbot.mouseClick(asking.joins[0], Qt.MouseButton.LeftButton)
    desk.settle()
    assert is_closed(form)
    assert desk.window.session.step.selected == desk.pk("Rashed Sarwar")
    with desk.dossier.read() as reader:
        assert len(reader.find(Post, person=desk.pk("Rashed Sarwar"))) == 2


def test_a_namesake_is_added_as_somebody_else_when_that_is_said(desk: Desk) -> None:
    with desk.dossier.read() as reader:
        people = reader.count(Person)
    form, asking = ask_for_a_namesake(desk)
    desk.qtbot.mouseClick(asking.add, Qt.MouseButton.LeftButton)
    desk.settle()
    assert is_closed(form)
    with desk.dossier.read() as reader:
        assert reader.count(Person) == people + 1
