"""The organizations pane: a lazy tree, clicked and typed through."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, SignalInstance
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from dossier.language import Wording
from dossier.views.values import TreeRow
from tests.ui.panes import samples
from tests.ui.panes.conftest import Show
from ui.panes.delegates import ROW_ROLE, chevron_left
from ui.panes.organizations import OrganizationsPane
from ui.panes.tree_model import TreeModel
from ui.style import Theme

Heard = Callable[[SignalInstance], list[object]]


def unmarked(pk: int) -> str:
    return ""


@pytest.fixture
def pane(show: Show, theme: Theme, english: Wording) -> OrganizationsPane:
    pane = OrganizationsPane(theme, english)
    pane.branch_wanted.connect(lambda pk: pane.show_branch(pk, samples.TREE))
    pane.show_tree(samples.TREE)
    show(pane, QSize(304, 620))
    return pane


def mark(pane: OrganizationsPane, pk: int, related: frozenset[int]) -> None:
    """Mark as the window does, which knows the way."""
    pane.lead_to(samples.path(pk), samples.TREE)
    pane.mark(pk, related)


def around(*pks: int) -> dict[int | None, tuple[TreeRow, ...]]:
    """Some records with what holds them."""
    kept = {above for pk in pks for above in samples.path(pk)}
    return {pk: tuple(row for row in rows if row.pk in kept) for pk, rows in samples.TREE.items()}


def index_of(pane: OrganizationsPane, pk: int) -> QModelIndex:
    model = pane.tree.model()
    assert isinstance(model, TreeModel)
    return model.find(samples.path(pk))


def click(pane: OrganizationsPane, pk: int, qtbot: QtBot) -> None:
    at = pane.tree.visualRect(index_of(pane, pk)).center()
    qtbot.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)


def names(pane: OrganizationsPane) -> list[str]:
    """All rows as they stand below each other, open branches included."""
    found, index = [], pane.tree.model().index(0, 0)
    while index.isValid():
        row = index.data(ROW_ROLE)
        found.append(row.acronym or row.name)
        index = pane.tree.indexBelow(index)
    return found


def test_the_model_keeps_qts_rules_while_it_loads(qtmodeltester: ModelTester) -> None:
    model = TreeModel(unmarked)
    model.wanted.connect(lambda pk: model.fill(pk, samples.children(pk)))
    model.show({None: samples.children(None)})
    qtmodeltester.check(model)
    model.fetchMore(model.index(1, 0))
    model.find(samples.path(samples.WAWIERNIA))
    qtmodeltester.check(model)


def test_a_branch_is_asked_for_once_when_it_is_opened() -> None:
    model = TreeModel(unmarked)
    asked: list[int] = []
    model.wanted.connect(asked.append)
    model.show({None: samples.children(None)})
    top = model.index(1, 0)
    assert model.hasChildren(top)
    assert model.rowCount(top) == 0
    assert model.canFetchMore(top)
    model.fetchMore(top)
    assert asked == [samples.UN]
    assert not model.canFetchMore(top)
    assert model.hasChildren(top)
    model.fill(samples.UN, samples.children(samples.UN))
    assert model.rowCount(model.index(1, 0)) == 7
    assert samples.UN in model.loaded


def test_many_roots_come_as_the_tree_is_scrolled() -> None:
    model = TreeModel(unmarked)
    model.show({None: tuple(TreeRow(pk, "organization", f"Company {pk}") for pk in range(1, 1001))})
    assert model.rowCount() == 256
    model.fetchMore(QModelIndex())
    assert model.rowCount() == 512
    assert model.find((900,)).row() == 899


def people(*pks: int) -> tuple[TreeRow, ...]:
    return tuple(TreeRow(pk, "person", f"Person {pk}") for pk in pks)


def test_a_long_branch_comes_in_pieces_in_its_order(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = TreeModel(unmarked)
    model.show({None: (TreeRow(1, "organization", "Agency", has_children=True),)})
    top = model.index(0, 0)
    model.fetchMore(top)
    model.fill(1, people(*range(2, 5002)))
    assert model.rowCount(top) == 2048
    assert model.find((1, 4900)).row() == 4898  # whom somebody is led to is there at once
    qtbot.waitUntil(lambda: model.rowCount(top) == 5000)
    assert [model.index(row, 0, top).data(ROW_ROLE).pk for row in range(5000)] == [*range(2, 5002)]
    assert not model.canFetchMore(top)
    qtmodeltester.check(model)


def test_what_replaces_a_tree_that_still_grows_stands_alone(qtbot: QtBot) -> None:
    model = TreeModel(unmarked)
    model.show({None: (TreeRow(1, "organization", "Agency", has_children=True),)})
    model.fill(1, people(*range(2, 5002)))
    model.show({None: (TreeRow(1, "organization", "Agency", has_children=True),), 1: people(5, 7)})
    qtbot.wait(1)
    assert model.rowCount(model.index(0, 0)) == 2


def test_the_end_of_a_long_branch_is_reached_by_keys(
    show: Show, theme: Theme, english: Wording, qtbot: QtBot
) -> None:
    pane = OrganizationsPane(theme, english)
    rows = {None: (TreeRow(1, "organization", "Agency", has_children=True),)}
    pane.branch_wanted.connect(lambda pk: pane.show_branch(pk, {1: people(*range(2, 5002))}))
    pane.show_tree(rows)
    show(pane, QSize(304, 620))
    pane.tree.setFocus()
    pane.tree.setCurrentIndex(pane.tree.model().index(0, 0))
    qtbot.keyClick(pane.tree, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: pane.tree.model().rowCount(pane.tree.model().index(0, 0)) == 5000)
    qtbot.keyClick(pane.tree, Qt.Key.Key_End)
    assert pane.tree.current_pk() == 5001


def test_who_stands_below_a_late_row_of_a_long_branch_is_come_to(
    show: Show, theme: Theme, english: Wording
) -> None:
    pane = OrganizationsPane(theme, english)
    pane.show_tree({None: (TreeRow(1, "organization", "Agency", has_children=True),)})
    show(pane, QSize(304, 620))
    late = TreeRow(6000, "organization", "Office", has_children=True)
    pane.lead_to((1, 6000, 7000), {1: (*people(*range(2, 5002)), late), 6000: people(7000)})
    pane.mark(7000, frozenset())
    assert pane.tree.current_pk() == 7000


def test_the_branches_that_are_given_lie_open(theme: Theme, english: Wording) -> None:
    pane = OrganizationsPane(theme, english)
    pane.show_tree(samples.TREE)
    assert "Katarzyna Wawiernia" in names(pane)
    pane.show_tree({None: samples.children(None), samples.UN: samples.children(samples.UN)})
    assert pane.opened == (samples.UN,)
    assert "Katarzyna Wawiernia" not in names(pane)


def test_a_click_chooses_an_organization_or_a_person(
    pane: OrganizationsPane, qtbot: QtBot, heard: Heard
) -> None:
    chosen = heard(pane.selected)
    click(pane, samples.UNDP, qtbot)
    click(pane, samples.SARWAR, qtbot)
    assert chosen == [samples.UNDP, samples.SARWAR]


def test_the_chevron_folds_and_does_not_choose(pane: OrganizationsPane, qtbot: QtBot, heard: Heard) -> None:
    chosen = heard(pane.selected)
    index = index_of(pane, samples.UNDP)
    at = QPoint(chevron_left(1) + 6, pane.tree.visualRect(index).center().y())
    qtbot.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert not pane.tree.isExpanded(index)
    assert "Katarzyna Wawiernia" not in names(pane)
    qtbot.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert pane.tree.isExpanded(index)
    assert chosen == []


def test_keys_move_and_enter_chooses(pane: OrganizationsPane, qtbot: QtBot, heard: Heard) -> None:
    chosen, focused = heard(pane.selected), heard(pane.focused)
    pane.tree.setFocus(Qt.FocusReason.TabFocusReason)
    pane.tree.setCurrentIndex(index_of(pane, samples.UNDP))
    qtbot.keyClick(pane.tree, Qt.Key.Key_Down)
    assert chosen == []
    qtbot.keyClick(pane.tree, Qt.Key.Key_Return)
    qtbot.keyClick(pane.tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert (chosen, focused) == ([samples.WAWIERNIA], [samples.WAWIERNIA])


def test_what_is_chosen_elsewhere_is_unfolded(pane: OrganizationsPane) -> None:
    pane.tree.collapseAll()
    mark(pane, samples.WAWIERNIA, samples.RELATED)
    assert pane.tree.current_pk() == samples.WAWIERNIA
    assert not pane.tree.visualRect(pane.tree.currentIndex()).isEmpty()


def test_what_the_tree_does_not_hold_changes_nothing(pane: OrganizationsPane) -> None:
    mark(pane, samples.SARWAR, frozenset())
    mark(pane, samples.VISIT, frozenset((samples.UN,)))
    assert pane.tree.current_pk() == samples.SARWAR


def test_marks_are_told_in_words(pane: OrganizationsPane) -> None:
    mark(pane, samples.WAWIERNIA, samples.RELATED)
    said = [
        index_of(pane, pk).data(Qt.ItemDataRole.AccessibleDescriptionRole)
        for pk in (samples.WAWIERNIA, samples.UNDP, samples.UN)
    ]
    assert said == ["selected", "related to the selection", ""]


def test_only_what_is_related_shows_below_what_holds_it(pane: OrganizationsPane) -> None:
    kept = samples.RELATED | {samples.WAWIERNIA}
    pane.restrict_to(kept, around(*kept))
    assert names(pane) == ["UN", "UNDP", "Katarzyna Wawiernia"]
    frames = [index_of(pane, pk).data(ROW_ROLE).frame for pk in (samples.UN, samples.UNDP)]
    assert frames == [True, False]


def test_afterwards_the_tree_is_as_open_as_before(pane: OrganizationsPane) -> None:
    pane.tree.collapse(index_of(pane, samples.KAZAKHSTAN))
    before, opened = names(pane), pane.opened
    pane.restrict_to(frozenset((samples.SARWAR,)), around(samples.SARWAR))
    assert pane.opened == opened
    pane.restrict(None)
    pane.show_tree({pk: samples.children(pk) for pk in (None, *(pane.opened or ()))})
    assert names(pane) == before


def test_an_empty_tree_says_what_to_do(show: Show, theme: Theme, english: Wording) -> None:
    pane = OrganizationsPane(theme, english)
    show(pane, QSize(304, 300))
    assert pane.empty_note == "No organizations yet. Add one, or a person."
    pane.show_tree(samples.TREE)
    assert pane.empty_note == ""
    pane.restrict_to(frozenset((samples.VISIT,)), {None: ()})
    assert pane.empty_note == "No organization or person is related."
