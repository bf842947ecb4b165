"""How a person is addressed: entered by keys and by clicks, corrected, and copied in three languages."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from dossier.intake.seed import load_seed, training_seed
from dossier.model.records import FORMS_OF_ADDRESS, Text
from dossier.store import Dossier
from tests.ui.conftest import CLOCK, Desk
from tests.ui.test_entering import complaint, fill, focus, is_closed
from ui.dialogs.addressing import AddressForm

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SPOKEN, WRITTEN = FORMS_OF_ADDRESS


def form_of(desk: Desk) -> AddressForm:
    form = desk.dialog(AddressForm)
    assert isinstance(form, AddressForm)
    desk.qtbot.waitUntil(form.isActiveWindow)
    return form


def forms(desk: Desk, pk: int) -> dict[tuple[str, str], str]:
    with desk.dossier.read() as reader:
        texts = reader.find(Text, of=pk, field=FORMS_OF_ADDRESS)
    return {(text.field, text.language): text.text for text in texts}


def test_it_is_entered_by_keys_alone_in_three_languages_and_undone_in_one_step(desk: Desk) -> None:
    pk = desk.select("Akan Rakhmetullin")
    desk.press(desk.window, Qt.Key.Key_F, CONTROL | SHIFT)
    form = form_of(desk)
    fill(
        desk, form, "Your Excellency", "H.E. Mr Akan Rakhmetullin", "Ваше Превосходительство", "",
        "Жоғары мәртебелім", "", "told by the protocol",
    )  # fmt: skip
    assert is_closed(form)
    assert forms(desk, pk) == {
        (SPOKEN, "en"): "Your Excellency",
        (WRITTEN, "en"): "H.E. Mr Akan Rakhmetullin",
        (SPOKEN, "ru"): "Ваше Превосходительство",
        (SPOKEN, "kk"): "Жоғары мәртебелім",
    }
    card = " ".join(desk.card_words)
    assert "Spoken: Your Excellency" in card
    assert "in Russian: Ваше Превосходительство; in Kazakh: Жоғары мәртебелім" in card
    assert "no source" not in card
    desk.press(desk.window, Qt.Key.Key_Z, CONTROL)
    assert forms(desk, pk) == {}
    assert "Spoken" not in " ".join(desk.card_words)


def test_from_the_card_by_clicks_what_is_there_is_shown_and_corrected(desk: Desk) -> None:
    pk = desk.pk("Rashed Sarwar")
    with desk.dossier.edit("Say how") as edit:
        edit.add(Text(of=pk, field=SPOKEN, language="en", text="Mr Representative"))
    desk.settle()
    desk.select("Rashed Sarwar")
    menu = desk.window.card.findChild(QPushButton, "add").menu()
    next(action for action in menu.actions() if action.text() == "Form of address…").trigger()
    desk.settle()
    form = form_of(desk)
    assert form.texts[SPOKEN, "en"].text() == "Mr Representative"
    desk.qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    desk.settle()
    assert complaint(form) == "Nothing new is written here; write how to address Rashed Sarwar."
    for line, words in ((form.texts[SPOKEN, "en"], "Representative"), (form.source, "told by Ann Lee")):
        desk.qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
        line.selectAll()
        desk.write(line, words)
        desk.settle()
    desk.qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    desk.settle()
    assert is_closed(form)
    assert forms(desk, pk) == {(SPOKEN, "en"): "Representative"}
    assert any(change.label == "Enter the form of address" for change in desk.dossier.history())


def test_among_the_commands_of_the_search_it_is_found_and_opened(desk: Desk) -> None:
    desk.select("Akan Rakhmetullin")
    desk.press(desk.window, Qt.Key.Key_K, CONTROL)
    desk.write(desk.window.tool_bar.search.line, ">form of")
    desk.settle()
    desk.qtbot.keyClick(focus(), Qt.Key.Key_Return)
    desk.settle()
    assert form_of(desk).texts[SPOKEN, "en"].hasFocus()


def test_an_agency_has_none_and_that_is_said(desk: Desk) -> None:
    desk.select("UNICEF")
    desk.window.doable["form_of_address"].trigger()
    desk.settle()
    assert desk.complaint == "Only people have a form of address; choose one of them."


@pytest.fixture(scope="module")
def training(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("training") / "training.dossier"
    with Dossier.create(path, clock=CLOCK) as dossier:
        load_seed(dossier, training_seed())
    return path


@pytest.mark.parametrize(
    ("language", "minister", "deputy"),
    [
        (
            "en",
            [
                "Aspan Zhelkanatov",
                "Minister",
                "Ministry of Rivers and Winds",
                "Form of address (spoken): Minister",
                "Form of address (written): H.E. Mr Aspan Zhelkanatov, Minister of Rivers and Winds",
            ],
            "Form of address (spoken, in Russian): Госпожа первый заместитель министра",
        ),
        (
            "ru",
            [
                "Аспан Болатович Желканатов",
                "Министр",
                "Министерство рек и ветров",
                "Форма обращения (устная): Господин министр",
                "Форма обращения (письменная): Министру рек и ветров А. Б. Желканатову",
            ],
            "Форма обращения (устная): Госпожа первый заместитель министра",
        ),
        (
            "kk",
            [
                "Аспан Болатұлы Желқанатов",
                "Министр",
                "Өзендер мен желдер министрлігі",
                "Қарату үлгісі (ауызша): Министр мырза",
                "Қарату үлгісі (жазбаша): Өзендер мен желдер министрі А. Б. Желқанатовқа",
            ],
            "Қарату үлгісі (ауызша, орыс тілінде): Госпожа первый заместитель министра",
        ),
    ],
)
def test_ctrl_c_copies_it_in_the_language_of_the_window(
    open_desk: Callable[..., Desk],
    training: Path,
    tmp_path: Path,
    language: str,
    minister: list[str],
    deputy: str,
) -> None:
    desk = open_desk(Path(shutil.copy(training, tmp_path / "a.dossier")), language=language)
    copied = []
    for name in ("Aspan Zhelkanatov", "Moldir Bulakova", "Bram Waterman"):
        desk.select(name)
        desk.press(desk.window.organizations.tree, Qt.Key.Key_C, CONTROL)
        copied.append(QGuiApplication.clipboard().text().splitlines())
    assert copied[0][:5] == minister
    assert deputy in copied[1]
    assert copied[2][3:4] == ["bram@lantern.example.org"], "no form of address, no line"
