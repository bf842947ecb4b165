"""Ambiguous rows wait for a decision, made by keys or clicks; nothing of them goes in without one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.ui.importing.conftest import STAFF, Hands

MEANT = [
    ("Ким А.", "Министерство юстиции", "Эксперт", "", ""),
    ("Иванов Иван", "Министерство финансов", "Советник", "", ""),
    ("Ахметова Айгерим", "Министерство финансов", "Эксперт", "", ""),
]


@pytest.fixture
def doubtful(hands: Hands) -> Hands:
    """Three ambiguous rows: initials alone, and two that may have moved."""
    hands.take(hands.write(STAFF))
    hands.start(hands.write(MEANT))
    hands.click(hands.dialog.next)
    assert hands.counts == {"ambiguous": 3, "initials": 1, "moved": 2}
    return hands


def decisions(hands: Hands) -> list[str]:
    return [row[5] for row in hands.rows()]


def test_nothing_ambiguous_goes_in_without_a_decision(doubtful: Hands) -> None:
    assert decisions(doubtful) == ["not decided"] * 3
    assert doubtful.note == "3 ambiguous rows are not decided; they stay out."
    doubtful.click(doubtful.dialog.next)
    assert doubtful.people() == 3
    assert len(doubtful.desk.dossier.history()) == 1


def test_digits_and_signs_decide_and_go_on(doubtful: Hands) -> None:
    assert doubtful.preview.rows.hasFocus()
    doubtful.press(Qt.Key.Key_1)
    doubtful.press(Qt.Key.Key_Plus)
    doubtful.press(Qt.Key.Key_Minus)
    assert decisions(doubtful) == ["Ким Анна, Эксперт, Министерство юстиции", "somebody new", "left out"]
    assert doubtful.note == ""
    doubtful.click(doubtful.dialog.next)
    assert doubtful.people() == 4


def test_a_decision_is_taken_back(doubtful: Hands) -> None:
    doubtful.press(Qt.Key.Key_Plus)
    doubtful.press(Qt.Key.Key_Up)
    doubtful.press(Qt.Key.Key_Backspace)
    assert decisions(doubtful) == ["not decided"] * 3
    assert not any(button.isChecked() for button in doubtful.preview.detail.choices.values())


def test_a_click_decides_and_what_it_would_add_is_told(doubtful: Hands) -> None:
    doubtful.open_part("moved")
    words = " ".join(doubtful.detail_words())
    assert "Moved? the same name at another organization" in words
    assert "Organization: Министерство юстиции in the dossier, Министерство финансов in the list" in words
    person = next(iter(doubtful.preview.detail.choices.values()))
    doubtful.desk.qtbot.mouseClick(person, Qt.MouseButton.LeftButton, pos=person.rect().center())
    assert decisions(doubtful)[0] == "Иванов Иван, Советник, Министерство юстиции"
    assert doubtful.note == "2 ambiguous rows are not decided; they stay out."


def test_all_alike_are_decided_at_once_only_where_that_is_safe(doubtful: Hands) -> None:
    doubtful.open_part("moved")
    detail = doubtful.preview.detail
    assert detail.for_all is not None
    person, new, out = detail.choices.values()
    doubtful.desk.qtbot.mouseClick(person, Qt.MouseButton.LeftButton, pos=person.rect().center())
    assert not detail.for_all.isVisible()
    doubtful.desk.qtbot.mouseClick(out, Qt.MouseButton.LeftButton, pos=out.rect().center())
    assert detail.for_all.text() == "Leave out all 2 rows of this kind"
    doubtful.desk.qtbot.mouseClick(new, Qt.MouseButton.LeftButton, pos=new.rect().center())
    assert detail.for_all.text() == "Somebody new in all 2 rows of this kind"
    doubtful.click(detail.for_all)
    assert decisions(doubtful) == ["somebody new"] * 2
    doubtful.click(doubtful.dialog.next)
    assert doubtful.people() == 5


def test_initials_never_become_new_people_by_the_heap(hands: Hands) -> None:
    hands.take(hands.write(STAFF))
    hands.start(hands.write([MEANT[0], ("Иванов И.", *MEANT[0][1:])]))
    hands.click(hands.dialog.next)
    detail = hands.preview.detail
    new = detail.choices["new"]
    hands.desk.qtbot.mouseClick(new, Qt.MouseButton.LeftButton, pos=new.rect().center())
    assert detail.for_all is not None
    assert not detail.for_all.isVisible()


def test_the_whole_import_is_done_by_keys_alone(hands: Hands, tmp_path: Path) -> None:
    hands.take(hands.write(STAFF))
    hands.start(hands.write(MEANT[:1]))
    control = Qt.KeyboardModifier.ControlModifier
    hands.desk.press(hands.importing.look_page.origin, Qt.Key.Key_Return, control)
    hands.press(Qt.Key.Key_1)
    hands.desk.press(hands.preview.rows, Qt.Key.Key_Return, control)
    assert hands.dialog.next.hasFocus()
    hands.desk.press(hands.dialog.next, Qt.Key.Key_Space)
    assert hands.people() == 3
    assert len(hands.desk.dossier.history()) == 2
