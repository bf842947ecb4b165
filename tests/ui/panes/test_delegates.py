"""How rows look in each state of the design, read from their pixels."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from dossier.views.values import ListRow
from tests.ui.panes import samples
from tests.ui.panes.conftest import Show
from ui.panes.delegates import Row, RowPainter, RowState
from ui.panes.initiatives import list_row
from ui.panes.organizations import TreeView
from ui.panes.pane import Marks
from ui.panes.rows import RowsModel, RowsView
from ui.panes.tree_model import TreeModel
from ui.style import Theme

ROWS = tuple(ListRow(pk, "initiative", f"Name {pk}", "detail") for pk in (1, 2, 3, 4))
HEIGHT = 43


@pytest.fixture
def view(show: Show, theme: Theme) -> RowsView:
    model = RowsModel(list_row, lambda pk: "")
    view = RowsView(model, Marks(selected=1, related=frozenset((1, 2))), theme)
    model.show(ROWS)
    show(view, QSize(300, 4 * HEIGHT))
    return view


def picture(view: RowsView | TreeView) -> QImage:
    return view.viewport().grab().toImage()


def near(image: QImage, rect: QRect, color: QColor) -> bool:
    """Whether a rectangle has pixels of a colour."""
    return any(
        image.pixelColor(x, y).name() == color.name()
        for x in range(rect.left(), rect.right() + 1)
        for y in range(rect.top(), rect.bottom() + 1)
    )


def test_each_state_has_its_ground_and_bar(view: RowsView, theme: Theme) -> None:
    view.setFocus()
    image = picture(view)
    grounds = [image.pixelColor(200, row * HEIGHT + 3).name() for row in range(3)]
    bars = [image.pixelColor(1, row * HEIGHT + 20).name() for row in range(3)]
    assert grounds == [theme.color(token).name() for token in ("selection", "related", "surface")]
    assert bars == [theme.color(token).name() for token in ("selection_bar", "related_bar", "surface")]


def test_the_link_icon_stays_on_what_is_related_and_selected(view: RowsView, theme: Theme) -> None:
    image = picture(view)
    link = theme.color("related_bar")
    seen = [near(image, QRect(270, row * HEIGHT, 20, HEIGHT - 1), link) for row in range(3)]
    assert seen == [True, True, False]


def test_without_focus_the_selection_is_at_half_strength(view: RowsView, theme: Theme, show: Show) -> None:
    view.setFocus()
    assert picture(view).pixelColor(200, 3).name() == theme.color("selection").name()
    view.clearFocus()
    assert picture(view).pixelColor(200, 3).name() == theme.blend("selection", "surface").name()


def test_the_row_under_the_pointer_has_another_ground(view: RowsView, theme: Theme, qtbot: QtBot) -> None:
    qtbot.mouseMove(view.viewport(), QPoint(150, 3 * HEIGHT + 20))
    assert picture(view).pixelColor(200, 3 * HEIGHT + 3).name() == theme.color("hover").name()


def test_the_ring_is_for_the_keyboard_alone(view: RowsView, theme: Theme, qtbot: QtBot) -> None:
    ring = theme.color("focus").name()
    view.setFocus()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(150, 2 * HEIGHT + 20))
    assert picture(view).pixelColor(100, 2 * HEIGHT).name() != ring
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert picture(view).pixelColor(100, 3 * HEIGHT).name() == ring


def test_tree_rows_are_filled_from_edge_to_edge(show: Show, theme: Theme) -> None:
    model = TreeModel(lambda pk: "")
    tree = TreeView(model, Marks(selected=samples.WAWIERNIA, related=frozenset((samples.UNDP,))), theme)
    show(tree, QSize(304, 560))
    model.show(samples.TREE)
    tree.open(samples.TREE)
    rect = tree.visualRect(model.find(samples.path(samples.UNDP)))
    image = picture(tree)
    assert image.pixelColor(1, rect.center().y()).name() == theme.color("related_bar").name()
    assert image.pixelColor(6, rect.top() + 3).name() == theme.color("related").name()
    assert image.pixelColor(299, rect.top() + 3).name() == theme.color("related").name()


def test_rows_are_as_high_as_the_design_says(show: Show, theme: Theme) -> None:
    model = TreeModel(lambda pk: "")
    tree = TreeView(model, Marks(), theme)
    show(tree, QSize(304, 560))
    model.show(samples.TREE)
    tree.open(samples.TREE)
    heights = [
        tree.visualRect(model.find(samples.path(pk))).height() for pk in (samples.UNDP, samples.WAWIERNIA)
    ]
    assert heights == [26, 38]


def painted(theme: Theme, row: Row, state: RowState, width: int = 200) -> QImage:
    image = QImage(width, 26, QImage.Format.Format_RGB32)
    image.fill(theme.color("surface"))
    painter = QPainter(image)
    RowPainter(theme).one_line(painter, QRect(0, 0, width, 26).toRectF(), row, state)
    painter.end()
    return image


def inked(image: QImage, color: QColor) -> int:
    return sum(
        image.pixelColor(x, y).name() == color.name()
        for x in range(image.width())
        for y in range(image.height())
    )


def test_the_name_after_an_acronym_is_muted_and_the_acronym_bold_when_marked(theme: Theme) -> None:
    row = Row(1, "organization", "Development Programme", acronym="UNDP")
    rest, marked = (painted(theme, row, RowState(related=related)) for related in (False, True))
    assert inked(rest, theme.color("muted")) > 20
    assert dark(marked) > dark(rest) * 1.3 > 20


def dark(image: QImage) -> int:
    """Pixels clearly darker than muted words."""
    return sum(
        image.pixelColor(x, y).lightness() < 70 for x in range(image.width()) for y in range(image.height())
    )


def test_what_is_there_only_as_a_frame_is_muted_with_a_dimmed_icon(theme: Theme) -> None:
    image = painted(theme, Row(1, "organization", "United Nations", frame=True), RowState(dimmed=True))
    assert inked(image, theme.color("muted")) > 20
    assert inked(image, theme.color("text")) == 0


def test_a_name_too_long_ends_inside_its_row(theme: Theme) -> None:
    row = Row(1, "organization", "Committee on the Elimination of Discrimination", acronym="CEDAW")
    image = painted(theme, row, RowState(), width=120)
    edge = [image.pixelColor(119, y).name() for y in range(26)]
    assert set(edge) == {theme.color("surface").name()}
