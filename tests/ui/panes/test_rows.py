"""Lists of rows: the model, and what clicks and keys say."""

from collections.abc import Callable, Sequence
from typing import overload

import pytest
from PySide6.QtCore import QPoint, QSize, Qt, SignalInstance
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from dossier.views.values import ListRow
from tests.ui.panes.conftest import Show
from ui.panes.delegates import ROW_ROLE, Row
from ui.panes.initiatives import list_row
from ui.panes.pane import Marks
from ui.panes.rows import RowsModel, RowsView
from ui.style import Theme

Heard = Callable[[SignalInstance], list[object]]

ROWS = tuple(ListRow(pk, "initiative", f"Name {pk}", f"detail {pk}") for pk in (7, 8, 9))


def described(pk: int) -> str:
    return "related to the selection" if pk == 8 else ""


@pytest.fixture
def model() -> RowsModel[ListRow]:
    return RowsModel(list_row, described)


@pytest.fixture
def view(show: Show, theme: Theme, model: RowsModel[ListRow]) -> RowsView:
    view = RowsView(model, Marks(), theme)
    model.show(ROWS)
    show(view, QSize(300, 200))
    return view


def middle(view: RowsView, row: int) -> QPoint:
    return view.visualRect(view.model().index(row, 0)).center()


def test_the_model_keeps_qts_rules(model: RowsModel[ListRow], qtmodeltester: ModelTester) -> None:
    model.show(ROWS)
    qtmodeltester.check(model)
    model.show(ROWS[:1])
    qtmodeltester.check(model)


def test_a_row_is_told_in_words_with_how_it_is_marked(model: RowsModel[ListRow]) -> None:
    model.show(ROWS)
    index = model.index(1, 0)
    assert index.data(Qt.ItemDataRole.DisplayRole) == "Name 8, detail 8"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Name 8, detail 8"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "related to the selection"


def test_other_roles_are_answered_without_making_a_row() -> None:
    made: list[ListRow] = []

    def make(value: ListRow) -> Row:
        made.append(value)
        return list_row(value)

    model = RowsModel(make, described)
    model.show(ROWS)
    for role in (Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.FontRole, Qt.ItemDataRole.SizeHintRole):
        assert model.data(model.index(0, 0), role) is None
    assert made == []


class Endless(Sequence[ListRow]):
    """A million rows that note how many were asked for."""

    def __init__(self) -> None:
        self.asked = 0

    def __len__(self) -> int:
        return 1_000_000

    @overload
    def __getitem__(self, place: int) -> ListRow: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[ListRow]: ...
    def __getitem__(self, place: int | slice) -> ListRow | Sequence[ListRow]:
        assert isinstance(place, int)
        self.asked += 1
        return ListRow(place, "initiative", f"Name {place}", "")


def test_of_a_million_rows_only_those_in_sight_are_made(
    show: Show, theme: Theme, model: RowsModel[ListRow]
) -> None:
    rows = Endless()
    view = RowsView(model, Marks(), theme)
    model.show(rows)
    show(view, QSize(300, 430))
    view.grab()
    assert 0 < rows.asked < 200


def test_a_click_chooses(view: RowsView, qtbot: QtBot, heard: Heard) -> None:
    chosen, focused = heard(view.chosen), heard(view.focused)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, 1))
    assert (chosen, focused) == ([8], [])


def test_a_click_below_the_rows_says_nothing(view: RowsView, qtbot: QtBot, heard: Heard) -> None:
    chosen = heard(view.chosen)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 190))
    assert chosen == []


def test_arrows_only_move_and_enter_chooses(view: RowsView, qtbot: QtBot, heard: Heard) -> None:
    chosen, focused = heard(view.chosen), heard(view.focused)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert chosen == []
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert (chosen, focused) == ([9], [9])


def test_typing_finds_a_row_by_its_name(view: RowsView, qtbot: QtBot) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(view, "name 9")
    assert view.currentIndex().row() == 2


def test_what_was_chosen_elsewhere_comes_into_sight(
    show: Show, theme: Theme, model: RowsModel[ListRow]
) -> None:
    marks = Marks()
    view = RowsView(model, marks, theme)
    model.show([ListRow(pk, "initiative", f"Name {pk}", "") for pk in range(100)])
    show(view, QSize(300, 200))
    marks.selected = 90
    view.show_marks()
    rect = view.visualRect(model.index(90, 0))
    assert view.viewport().rect().contains(rect)
    assert view.currentIndex().data(ROW_ROLE).pk == 90


def test_tab_leaves_the_list(view: RowsView, qtbot: QtBot) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert view.currentIndex().row() == 0


def test_something_related_is_brought_into_sight_once(view: RowsView, model: RowsModel[ListRow]) -> None:
    model.show(tuple(ListRow(pk, "initiative", f"Name {pk}", "") for pk in range(100, 160)))
    shown = view.viewport().rect()

    def in_sight(pk: int) -> bool:
        row = model.position(pk)
        assert row is not None
        return shown.contains(view.visualRect(model.index(row, 0)))

    view.marks.selected, view.marks.related = 5, frozenset((130, 150))
    view.show_marks()
    assert in_sight(130)
    view.verticalScrollBar().setValue(0)
    view.show_marks()
    assert not in_sight(130), "who scrolls away stays there"
    view.marks.related = frozenset((101, 150))
    view.show_marks()
    assert view.verticalScrollBar().value() == 0, "one is in sight"
