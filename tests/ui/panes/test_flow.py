"""Tags and buttons of a card wrap as words do, and one that goes leaves the others where they belong."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLayout, QPushButton
from pytestqt.qtbot import QtBot

import ui
from tests.ui.panes.conftest import Show
from ui.panes.flow import Flow


def a_flow(*words: str) -> Flow:
    flow = Flow(8)
    for word in words:
        flow.add(QPushButton(word))
    return flow


def test_what_does_not_fit_begins_another_row(show: Show) -> None:
    flow = a_flow("one", "two", "three")
    one, two, three = flow.findChildren(QPushButton)
    width = one.sizeHint().width() + two.sizeHint().width() + 8
    show(flow, QSize(width, 300))
    assert [(each.x(), each.y() > 0) for each in (one, two, three)] == [
        (0, False),
        (one.width() + 8, False),
        (0, True),
    ]
    assert flow.heightForWidth(width) == one.height() + 8 + three.height()
    assert flow.heightForWidth(10_000) == one.height()


def test_nothing_is_wider_than_the_pane(show: Show) -> None:
    flow = a_flow("a long word on a button that is wider than all there is")
    show(flow, QSize(60, 300))
    assert flow.findChildren(QPushButton)[0].width() == 60


def test_what_is_deleted_is_asked_for_nothing(show: Show, qtbot: QtBot) -> None:
    flow = a_flow("one", "two")
    show(flow, QSize(400, 300))
    one, two = flow.findChildren(QPushButton)
    gone = []
    one.destroyed.connect(lambda: gone.append(True))
    one.deleteLater()
    qtbot.waitUntil(lambda: bool(gone))
    flow.resize(401, 300)
    assert two.x() == 0
    assert flow.heightForWidth(400) == two.height()


def test_no_layout_is_written_in_python() -> None:
    """Qt deletes items unseen by Python, which held one: the program died at a change of language."""
    ours = [each for each in QLayout.__subclasses__() if each.__module__.startswith(f"{ui.__name__}.")]
    assert ours == []
