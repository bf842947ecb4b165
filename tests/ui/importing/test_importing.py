"""A list of contacts through the window, by clicks and keys: looked at, compared, written, undone."""

from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from dossier.model.records import ContactPoint, Name, Note, Organization, Person, Post, Source
from tests.ui.conftest import Desk
from tests.ui.importing.conftest import HEADER, STAFF, Gate, Hands


def test_a_csv_file_in_windows_1251_is_looked_at_compared_written_and_undone(hands: Hands) -> None:
    hands.start(hands.write(STAFF))
    page = hands.importing.look_page
    assert (page.encoding.currentText(), page.separator.currentText()) == ("Windows-1251", "semicolon")
    assert page.header.currentText() == "in row 1"
    assert [choice.currentText() for choice in page.columns.choices.values()] == [
        "Full name", "Organization", "Post", "Phone", "E-mail",
    ]  # fmt: skip
    assert page.origin.hasFocus()
    hands.desk.write(page.origin, "Министерство юстиции")
    page.received.clear()
    hands.desk.write(page.received, "01.10.2026")
    hands.click(hands.dialog.next)
    assert hands.counts == {"new": 3}
    assert hands.rows()[0] == ["2", "Ахметова Айгерим", "Министерство юстиции", "Эксперт"]
    hands.click(hands.dialog.next)
    assert hands.people() == 3
    with hands.desk.dossier.read() as reader:
        (source,) = reader.all(Source)
        assert (source.title, source.publisher) == ("list.csv", "Министерство юстиции")
        assert source.retrieved is not None
        assert source.retrieved.text == "2026-10-01"
    words = [label.text() for label in hands.dialog.findChildren(QLabel) if label.isVisible()]
    assert "The list is imported, as one change." in words
    assert "3 new people." in words
    hands.click(hands.dialog.back)
    assert hands.people() == 0
    assert [change.label for change in hands.desk.dossier.history()] == [
        "Undo: Import contacts",
        "Import contacts",
    ]
    hands.click(hands.dialog.next)
    assert hands.desk.window.organizations.empty_note


def test_enter_in_the_fields_of_the_first_page_goes_on_to_the_comparison(hands: Hands) -> None:
    hands.start(hands.write(STAFF))
    page = hands.importing.look_page
    hands.desk.write(page.origin, "Министерство юстиции")
    hands.desk.press(page.origin, Qt.Key.Key_Return)
    hands.desk.settle()
    assert hands.counts == {"new": 3}
    hands.click(hands.dialog.back)
    page.received.clear()
    hands.desk.write(page.received, "вчера")
    hands.desk.press(page.received, Qt.Key.Key_Enter)
    assert page.isVisible()
    assert hands.note.startswith("The day on which the list was received is no date")


def test_the_window_shows_what_came_in(hands: Hands) -> None:
    hands.take(hands.write(STAFF))
    hands.desk.click_row(hands.desk.window.organizations.tree, "Ким Анна")
    assert "kim@adilet.kz" in " ".join(hands.desk.card_words)


def test_a_workbook_with_title_rows_and_merged_cells_and_the_sheet_chosen(hands: Hands) -> None:
    path = hands.folder / "staff.xlsx"
    book = Workbook()
    book.active.title = "2025"
    book.active.append(["ФИО", "Организация"])
    book.active.append(["Старый Иван", "МИД"])
    sheet = book.create_sheet("2026")
    sheet.append(["Список сотрудников"])
    sheet.merge_cells("A1:C1")
    sheet.append([])
    sheet.append(["Т.А.Ә.", "Мемлекеттік орган", "Ұялы телефон"])
    sheet.append(["Қасымов Дәурен", "Сыртқы істер министрлігі", 87012345678])
    sheet.append(["Нұрланов Ерлан", None, None])
    sheet.merge_cells("B4:B5")
    book.save(path)
    hands.start(path)
    page = hands.importing.look_page
    assert page.sheet.currentText() == "2025"
    assert not page.encoding.isVisible()
    hands.choose(page.sheet, "2026")
    assert page.header.currentText() == "in row 3"
    assert page.model.index(0, 0).data() == "Список сотрудников"
    hands.click(hands.dialog.next)
    hands.click(hands.dialog.next)
    with hands.desk.dossier.read() as reader:
        assert sorted(name.text for name in reader.all(Name)) == [
            "Нұрланов Ерлан", "Сыртқы істер министрлігі", "Қасымов Дәурен",
        ]  # fmt: skip
        assert len(reader.all(Post)) == 2
        assert [point.value for point in reader.all(ContactPoint)] == ["+7 701 234 56 78"]


def test_columns_that_are_not_recognized_are_mapped_over_the_table(hands: Hands) -> None:
    hands.start(hands.write([("Ли Олег", "МИД", "звонить утром")], header=("Тен Вера", "МВД", "в отпуске")))
    page = hands.importing.look_page
    assert page.header.currentText() == "none"
    assert hands.note == "Say which column holds the names"
    assert not hands.dialog.next.isEnabled()
    for column, field in enumerate(("name", "name", "notes")):
        hands.choose(page.columns.choices[column], field)
    assert hands.note.startswith("Two columns are taken for the same: “A” and “B”")
    hands.choose(page.columns.choices[1], "organization")
    assert hands.note == ""
    hands.click(hands.dialog.next)
    assert [row[1] for row in hands.rows()] == ["Тен Вера", "Ли Олег"]
    hands.click(hands.dialog.next)
    with hands.desk.dossier.read() as reader:
        assert sorted(note.text for note in reader.all(Note)) == ["в отпуске", "звонить утром"]
        assert reader.count(Organization) == 2


def test_a_header_of_other_words_is_pointed_out(hands: Hands) -> None:
    hands.start(hands.write([("Ли Олег", "МИД")], header=("Кто", "Где")))
    page = hands.importing.look_page
    hands.choose(page.header, 1)
    hands.choose(page.columns.choices[0], "name")
    assert page.header.currentText() == "in row 1"
    hands.choose(page.columns.choices[1], "organization")
    hands.click(hands.dialog.next)
    assert [row[1] for row in hands.rows()] == ["Ли Олег"]


def test_a_guess_of_encoding_or_separator_can_be_overruled(hands: Hands) -> None:
    hands.start(hands.write(STAFF))
    page = hands.importing.look_page
    hands.choose(page.encoding, "kz1048")
    assert page.model.index(1, 0).data() == "Ахметова Айгерим"
    hands.choose(page.encoding, "utf-8-sig")
    assert "is not written in utf-8-sig; choose another encoding." in hands.note
    assert not hands.dialog.next.isEnabled()
    hands.choose(page.encoding, "cp1251")
    assert hands.dialog.next.isEnabled()
    hands.choose(page.separator, ",")
    assert page.model.columnCount() == 1


def test_a_day_that_is_none_is_said_before_anything_is_read(hands: Hands) -> None:
    hands.start(hands.write(STAFF))
    received = hands.importing.look_page.received
    received.clear()
    hands.desk.write(received, "вчера")
    assert hands.note.startswith("The day on which the list was received is no date")
    assert not hands.dialog.next.isEnabled()


def test_old_and_new_stand_side_by_side(hands: Hands) -> None:
    hands.take(hands.write(STAFF))
    hands.start(
        hands.write(
            [
                ("Ким Анна", "Министерство юстиции", "Советник", "+7 702 000 00 01", "kim@adilet.kz"),
                STAFF[1],
            ]
        )
    )
    hands.click(hands.dialog.next)
    assert hands.counts == {"same": 1, "changed": 1, "gone": 1}
    hands.open_part("changed")
    assert hands.rows()[0][4] == "Post, Phone"
    words = hands.detail_words()
    at = words.index("Post")
    assert words[at : at + 3] == ["Post", "Эксперт", "Советник"]
    assert words[words.index("Phone") + 1 :][:2] == ["–", "+7 702 000 00 01"]
    hands.open_part("gone")
    assert hands.rows() == [["Ахметова Айгерим", "Министерство юстиции", "Эксперт"]]


def test_rows_that_cannot_be_read_are_told_with_their_line(hands: Hands) -> None:
    hands.start(hands.write([*STAFF, ("", "МИД", "Эксперт", "", ""), ("Ли", "МИД", "", "", "ли-собака")]))
    hands.click(hands.dialog.next)
    hands.open_part("bad")
    assert hands.rows() == [["5", "no name"], ["6", "“ли-собака” is not an e-mail address"]]
    hands.click(hands.dialog.next)
    assert hands.told() == {
        "What stayed out": ["row 5: no name", "row 6: “ли-собака” is not an e-mail address"]
    }
    assert hands.people() == 3


def test_what_goes_in_but_not_as_it_stands_is_told_with_its_line(hands: Hands) -> None:
    rows = [["Ким Анна", "8(7", "Абайская"], ["", "", ""]]
    hands.start(hands.write([*rows, ["", "8 701 234 56 78", ""]], ("ФИО", "Телефон", "Область")))
    hands.click(hands.dialog.next)
    hands.open_part("remarks")
    phone = "“8(7” is not a phone number; the row goes in without it"
    region = "the dossier knows no place “Абайская”; it goes in as a new region"
    assert hands.rows() == [["2", phone], ["2", region]]
    hands.click(hands.dialog.next)
    assert hands.told() == {
        "What stayed out": ["row 4: no name"],
        "What went in, but not just as it stands": [f"row 2: {phone}", f"row 2: {region}"],
    }
    assert hands.people() == 1


def test_the_same_file_twice_changes_nothing(hands: Hands) -> None:
    path = hands.write(STAFF)
    hands.take(path)
    hands.start(path)
    hands.click(hands.dialog.next)
    assert hands.counts == {"same": 3}
    hands.click(hands.dialog.next)
    outcome = hands.dialog.findChild(QLabel, "outcome")
    assert outcome.text() == "Nothing in the list is new; nothing was changed."  # type: ignore[union-attr]
    assert not hands.dialog.back.isVisible()
    assert len(hands.desk.dossier.history()) == 1


def test_what_is_no_list_is_one_sentence(hands: Hands) -> None:
    old = hands.folder / "staff.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    hands.start(old)
    outcome = hands.dialog.findChild(QLabel, "outcome")
    assert "choose “Save as” and “Excel workbook (.xlsx)”" in outcome.text()  # type: ignore[union-attr]
    hands.click(hands.dialog.next)
    hands.start(hands.desk.dossier.path)
    outcome = hands.dialog.findChild(QLabel, "outcome")
    assert "belongs to a dossier that is open" in outcome.text()  # type: ignore[union-attr]


def test_comparing_is_cancelled_and_one_is_back_at_the_list(
    hands: Hands, gate: Callable[[str], Gate]
) -> None:
    held = gate("plan_contacts")
    hands.start(hands.write(STAFF))
    hands.desk.qtbot.mouseClick(hands.dialog.next, Qt.MouseButton.LeftButton)
    assert held.begun.wait(20)
    assert hands.dialog.progress.isVisible()
    hands.desk.qtbot.keyClick(hands.dialog, Qt.Key.Key_Escape)
    assert hands.dialog.progress.label.text() == "Stopping …"
    held.go_on.set()
    hands.desk.settle()
    assert hands.importing.look_page.isVisible()
    hands.click(hands.dialog.next)
    assert hands.counts == {"new": 3}


def test_writing_is_cancelled_and_nothing_of_it_is_left(hands: Hands, gate: Callable[[str], Gate]) -> None:
    held = gate("write_contacts")
    hands.start(hands.write(STAFF))
    hands.click(hands.dialog.next)
    hands.desk.qtbot.mouseClick(hands.dialog.next, Qt.MouseButton.LeftButton)
    assert held.begun.wait(20)
    hands.desk.qtbot.mouseClick(hands.dialog.cancel, Qt.MouseButton.LeftButton)
    held.go_on.set()
    hands.desk.settle()
    assert hands.note == "Stopped; nothing was written."
    assert hands.people() == 0
    assert hands.desk.dossier.history() == ()
    hands.click(hands.dialog.next)
    assert hands.people() == 3


def test_the_last_stage_is_not_stopped_by_halves(hands: Hands, gate: Callable[[str], Gate]) -> None:
    held = gate("write_contacts")
    hands.start(hands.write(STAFF))
    hands.click(hands.dialog.next)
    hands.desk.qtbot.mouseClick(hands.dialog.next, Qt.MouseButton.LeftButton)
    assert held.begun.wait(20)
    hands.dialog.show_stage("finish", 0)
    assert not hands.dialog.cancel.isEnabled()
    hands.desk.qtbot.keyClick(hands.dialog, Qt.Key.Key_Escape)
    held.go_on.set()
    hands.desk.settle()
    assert hands.people() == 3
    assert hands.dialog.findChild(QLabel, "outcome").text() == "The list is imported, as one change."  # type: ignore[union-attr]


def test_a_window_closed_while_it_writes_leaves_nothing(hands: Hands, gate: Callable[[str], Gate]) -> None:
    held = gate("write_contacts")
    hands.start(hands.write(STAFF))
    hands.click(hands.dialog.next)
    hands.desk.qtbot.mouseClick(hands.dialog.next, Qt.MouseButton.LeftButton)
    assert held.begun.wait(20)
    for job in hands.desk.window.workers._jobs.values():
        job.cancel()
    held.go_on.set()
    hands.desk.window.workers.stop()
    assert hands.people() == 0
    assert hands.desk.dossier.history() == ()


def test_a_dossier_that_changed_meanwhile_is_said(hands: Hands) -> None:
    hands.start(hands.write(STAFF))
    hands.click(hands.dialog.next)
    with hands.desk.dossier.edit("Add") as edit:
        edit.add(Person())
    hands.desk.settle()
    hands.click(hands.dialog.next)
    assert "was changed since the list was looked at" in hands.note
    hands.click(hands.dialog.back)
    hands.click(hands.dialog.next)
    hands.click(hands.dialog.next)
    assert hands.people() == 4


def test_a_list_of_a_great_many_columns_is_shown(hands: Hands) -> None:
    wide = ["ФИО", *(f"Столбец {number}" for number in range(9_998)), "Организация"]
    hands.start(hands.write([["Ли Олег", *[""] * 9_998, "МИД"]], header=wide))
    page = hands.importing.look_page
    assert page.model.columnCount() == 10_000
    assert len(page.columns.choices) < 30
    bar = page.table.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert page.columns.choices[9_999].currentText() == "Organization"
    hands.click(hands.dialog.next)
    assert hands.rows() == [["2", "Ли Олег", "МИД", ""]]


def test_a_read_only_dossier_is_said_before_a_file_is_asked_for(
    open_desk: Callable[..., Desk], seed_file: Path, monkeypatch
) -> None:
    from dossier.store import opening as module

    monkeypatch.setattr(module, "is_writable", lambda path: False)
    desk = open_desk(seed_file)
    desk.window.commands.choose_list = lambda title, pattern: 1 / 0
    desk.window.doable["import_contacts"].trigger()
    desk.settle()
    assert "read-only place" in desk.complaint


def test_the_keys_of_the_header_are_in_the_order_of_the_columns(hands: Hands) -> None:
    hands.start(hands.write(STAFF, header=HEADER))
    page = hands.importing.look_page
    page.columns.choices[0].setFocus()
    for column in range(1, 4):
        hands.desk.press(page.columns.choices[column - 1], Qt.Key.Key_Tab)
        assert page.columns.choices[column].hasFocus()


def test_an_empty_dossier_offers_the_import(hands: Hands) -> None:
    path = hands.write(STAFF)
    hands.desk.window.commands.choose_list = lambda title, pattern: path
    link = hands.desk.window.organizations.findChild(QPushButton, "import_contacts")
    assert link is not None
    hands.click(link)
    assert hands.importing.look_page.isVisible()
