"""Cycles of objects are looked for between the user's doings, not by Python amid a frame."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.collecting import Collecting


class _Cycle:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collecting(qapp: QApplication) -> Iterator[Collecting]:
    made = Collecting(qapp)
    yield made
    made.deleteLater()
    gc.enable()


def test_python_collects_no_more_by_itself(collecting: Collecting) -> None:
    assert not gc.isenabled()


def test_young_cycles_go_after_a_while(collecting: Collecting, qtbot: QtBot) -> None:
    known = weakref.ref(_Cycle())
    assert known() is not None
    qtbot.waitUntil(lambda: known() is None, timeout=10_000)


def test_old_cycles_go_when_the_user_turns_to_another_program(
    collecting: Collecting, qapp: QApplication
) -> None:
    held = [_Cycle()]
    gc.collect(1)  # which makes it an old one
    known = weakref.ref(held.pop())
    gc.collect(1)
    assert known() is not None
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert known() is None
