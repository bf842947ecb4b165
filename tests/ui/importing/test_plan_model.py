"""The preview stays quick however many rows there are: what is not there is asked for page by page."""

from array import array

from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from dossier.intake.contacts.preview import PreviewRow
from dossier.language import wording
from ui.importing.decisions import Decisions
from ui.importing.parts import Part
from ui.importing.plan_model import PAGE, PlanModel


def page(number: int) -> list[PreviewRow]:
    return [
        PreviewRow(row, f"Person {row}", "MFA", "", "") for row in range(number * PAGE, (number + 1) * PAGE)
    ]


def test_a_million_rows_are_asked_for_as_they_come_into_sight(qtbot: QtBot) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    model = PlanModel(wording("en"), lambda row: "", view)
    view.setModel(model)
    wanted: list[list[int]] = []
    model.pages_wanted.connect(wanted.append)
    part = Part("new", 1_000_000, array("I"))
    model.show(part)
    view.show()
    qtbot.waitUntil(lambda: wanted == [[0]])
    assert model.index(0, 1).data() == "…"
    model.put(part, {0: page(0)})
    assert model.index(99, 1).data() == "Person 99"
    view.scrollToBottom()
    qtbot.waitUntil(lambda: len(wanted) == 2)
    assert wanted[1][-1] == 9_999
    # While an answer is awaited, nothing more is asked; then only for what was seen last.
    for row in (500_000, 400_000, 300_000, 200_000, 100_000, 0):
        model.index(row, 1).data()
    assert len(wanted) == 2
    model.put(part, {9_999: page(9_999)})
    assert model.index(999_999, 1).data() == "Person 999999"
    model.index(300_000, 1).data()
    qtbot.waitUntil(lambda: len(wanted) == 3)
    assert wanted[2][-1] == 3_000
    assert len(wanted[2]) <= 4


def test_pages_of_another_part_are_dropped(qtbot: QtBot) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    model = PlanModel(wording("en"), lambda row: "", view)
    old, new = Part("new", PAGE, array("I")), Part("same", PAGE, array("I"))
    model.show(old)
    model.index(0, 1).data()
    model.show(new)
    model.put(old, {0: page(0)})
    assert model.index(0, 1).data() == "…"


def test_the_model_is_sound(qtmodeltester, qtbot: QtBot) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    model = PlanModel(wording("en"), lambda row: "", view)
    part = Part("new", PAGE, array("I"))
    model.show(part)
    qtmodeltester.check(model)
    model.put(part, {0: page(0)})
    qtmodeltester.check(model)


def test_decisions_are_counted() -> None:
    decisions = Decisions({"moved": 5, "initials": 2})
    assert (decisions.undecided, decisions.taken) == (7, 0)
    decisions.decide(4, "moved", "skip")
    decisions.decide(5, "initials", "a-person")
    assert (decisions.undecided, decisions.taken) == (5, 1)
    decisions.decide_all("moved", "new")
    assert (decisions.undecided, decisions.taken) == (1, 5)
    assert decisions.of(4, "moved") == "skip"
    assert decisions.of(6, "moved") == "new"
    assert decisions.wishes() == {"moved": "new", "4": "skip", "5": "a-person"}
    decisions.decide(4, "moved", None)
    assert decisions.of(4, "moved") == "new"
