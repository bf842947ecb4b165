"""The regions pane: a map that is chosen from by mouse and keys, and its list."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, SignalInstance
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from dossier.language import Wording
from tests.ui.panes import samples
from tests.ui.panes.conftest import Show
from tests.ui.reading import current
from ui.panes.delegates import ROW_ROLE
from ui.panes.map_view import Region
from ui.panes.regions import RegionsPane
from ui.style import Theme

Heard = Callable[[SignalInstance], list[object]]


@pytest.fixture
def pane(show: Show, theme: Theme, english: Wording) -> RegionsPane:
    pane = RegionsPane(theme, english)
    pane.show_regions(samples.REGIONS)
    show(pane, QSize(419, 337))
    return pane


def region(pane: RegionsPane, pk: int) -> Region:
    found = pane.map.view.region(pk)
    assert found
    return found


def point(pane: RegionsPane, pk: int) -> QPoint:
    return pane.map.view.point(region(pane, pk)).toPoint()


def shown_names(pane: RegionsPane) -> dict[str, bool]:
    """The names on the map with what is counted, and whether each is strong."""
    return {" ".join(name.lines).replace("\xa0", " "): name.font.bold() for name in pane.map.names}


def listed(pane: RegionsPane) -> list[tuple[str, str, int]]:
    model = pane.list.model()
    rows = [model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount())]
    return [(row.name, row.detail, row.level) for row in rows]


@pytest.mark.parametrize("pk", [samples.ABAI, samples.KYZYLORDA, samples.AKMOLA, samples.ALMATY])
def test_a_click_on_a_region_or_a_city_chooses(
    pane: RegionsPane, qtbot: QtBot, heard: Heard, pk: int
) -> None:
    chosen = heard(pane.selected)
    qtbot.mouseClick(pane.map, Qt.MouseButton.LeftButton, pos=point(pane, pk))
    assert chosen == [pk]


def test_beside_the_country_and_on_what_the_dossier_does_not_know_nothing_is_chosen(
    pane: RegionsPane, qtbot: QtBot, heard: Heard
) -> None:
    chosen = heard(pane.selected)
    unknown = next(region for region in pane.map.view.regions if region.shape.code == "KZ-47")
    for at in (pane.map.view.point(unknown).toPoint(), QPoint(410, 20)):
        qtbot.mouseClick(pane.map, Qt.MouseButton.LeftButton, pos=at)
    assert chosen == []


def test_names_are_those_of_what_has_something_strong_where_related(pane: RegionsPane) -> None:
    plain = {"Abai 1", "Zhetisu 1", "Ulytau 1", "Kyzylorda 1", "Almaty 1", "Astana"}
    assert shown_names(pane) == dict.fromkeys(plain, False)
    pane.mark(samples.WAWIERNIA, samples.RELATED)
    strong = {name for name, is_strong in shown_names(pane).items() if is_strong}
    assert strong == {"Abai 1", "Zhetisu 1", "Ulytau 1", "Kyzylorda 1"}


def test_marks_are_painted(pane: RegionsPane, theme: Theme) -> None:
    inside = point(pane, samples.ABAI) + QPoint(0, 18)
    colours = []
    for selected, related in (
        (None, frozenset[int]()),
        (samples.UNDP, samples.RELATED),
        (samples.ABAI, samples.RELATED),
    ):
        pane.mark(selected, related)
        colours.append(pane.map.grab().toImage().pixelColor(inside).name())
    assert colours == [theme.color(token).name() for token in ("map_shade_4", "related", "selection")]


def test_arrows_go_from_region_to_region_and_enter_chooses(
    pane: RegionsPane, qtbot: QtBot, heard: Heard
) -> None:
    chosen, focused = heard(pane.selected), heard(pane.focused)
    pane.map.setFocus(Qt.FocusReason.TabFocusReason)
    pane.map.current = samples.KYZYLORDA
    seen = []
    ways = (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left)
    for key in ways:
        qtbot.keyClick(pane.map, key)
        seen.append(pane.map.current)
    assert seen == [samples.ULYTAU, samples.ASTANA, samples.ABAI, samples.ZHETISU, samples.ULYTAU]
    assert chosen == []
    assert current(pane.map) == "Ulytau, 1 initiative"
    qtbot.keyClick(pane.map, Qt.Key.Key_Return)
    qtbot.keyClick(pane.map, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert (chosen, focused) == ([samples.ULYTAU], [samples.ULYTAU])


def test_the_first_arrow_begins_in_the_middle_and_every_known_region_is_reached(
    pane: RegionsPane, qtbot: QtBot
) -> None:
    pane.map.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(pane.map, Qt.Key.Key_Up)
    assert pane.map.current == samples.ULYTAU
    view = pane.map.view
    reached, waiting = set(), [region(pane, samples.ULYTAU)]
    while waiting:
        here = waiting.pop()
        if here.pk not in reached:
            reached.add(here.pk)
            ways = ((1, 0), (-1, 0), (0, 1), (0, -1))
            waiting += [there for x, y in ways if (there := view.beside(here, x, y))]
    assert reached == {row.pk for row in samples.REGIONS}


def test_zooming_keeps_what_is_under_the_pointer_and_moves_no_further_than_the_edge(
    pane: RegionsPane, qtbot: QtBot
) -> None:
    view = pane.map.view
    at = QPointF(point(pane, samples.ABAI))
    event = QWheelEvent(
        at, pane.map.mapToGlobal(at), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(pane.map, event)
    assert view.zoom == pytest.approx(1.44)
    assert (view.point(region(pane, samples.ABAI)) - at).manhattanLength() < 1
    qtbot.mouseClick(pane.map.zoom_buttons.farther, Qt.MouseButton.LeftButton)
    assert view.zoom == 1
    whole = view.point(region(pane, samples.ABAI))
    pane.map.view.pan(QPointF(300, 300))
    assert view.point(region(pane, samples.ABAI)) == whole


def test_a_drag_moves_the_magnified_map_and_chooses_nothing(
    pane: RegionsPane, qtbot: QtBot, heard: Heard
) -> None:
    chosen = heard(pane.selected)
    qtbot.mouseClick(pane.map.zoom_buttons.nearer, Qt.MouseButton.LeftButton)
    start = pane.map.view.area.center().toPoint()
    before = pane.map.view.point(region(pane, samples.ULYTAU))
    qtbot.mousePress(pane.map, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(pane.map, pos=start + QPoint(20, 10))
    qtbot.mouseRelease(pane.map, Qt.MouseButton.LeftButton, pos=start + QPoint(20, 10))
    moved = pane.map.view.point(region(pane, samples.ULYTAU)) - before
    assert (round(moved.x()), round(moved.y())) == (20, 10)
    assert chosen == []


@pytest.mark.parametrize("steps", [[(37, 11)] * 9, [(-40.3, 25.2), (3, -60), (90, 4)] * 4])
def test_a_moved_map_shows_what_one_painted_anew_does(
    show: Show, theme: Theme, english: Wording, steps: list[tuple[float, float]]
) -> None:
    absent = replace(samples.REGIONS[0], absent="no unit of its own then")

    def magnified() -> RegionsPane:
        pane = RegionsPane(theme, english)
        pane.show_regions((absent, *samples.REGIONS[1:]))
        show(pane, QSize(419, 337))
        pane.mark(samples.KYZYLORDA, frozenset((samples.ABAI, samples.ULYTAU, samples.ALMATY)))
        pane.map.zoom(3)
        return pane

    def picture(pane: RegionsPane) -> QImage:
        """With the pointer over a region."""
        middle = pane.map.view.area.center()
        QApplication.sendEvent(
            pane.map,
            QMouseEvent(
                QEvent.Type.MouseMove, middle, pane.map.mapToGlobal(middle), Qt.MouseButton.NoButton,
                Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            ),
        )  # fmt: skip
        return pane.map.grab().toImage()

    moved, anew = magnified(), magnified()
    for pane in (moved, anew):
        for step in steps:
            pane.map.view.pan(QPointF(*step))
            pane.map.changed()
            if pane is moved:
                pane.map.grab()
    assert picture(moved) == picture(anew)
    for pane in (moved, anew):
        pane.mark(samples.ULYTAU, frozenset((samples.KYZYLORDA,)))
    assert picture(moved) == picture(anew)


def test_what_is_related_comes_into_sight_of_a_magnified_map(pane: RegionsPane, qtbot: QtBot) -> None:
    view = pane.map.view
    for _ in range(4):
        view.magnify(1.5, QPointF(30, 150))
    assert not view.area.contains(view.point(region(pane, samples.ZHETISU)))
    pane.mark(samples.UNICEF, frozenset((samples.ZHETISU,)))
    assert view.area.contains(view.point(region(pane, samples.ZHETISU)))


def test_the_name_of_a_region_without_anything_shows_on_hover(pane: RegionsPane, qtbot: QtBot) -> None:
    before = pane.map.grab().toImage()
    qtbot.mouseMove(pane.map, point(pane, samples.AKMOLA))
    assert pane.map.grab().toImage() != before
    assert "Akmola" not in shown_names(pane)


def test_the_list_has_regions_with_their_initiatives(
    pane: RegionsPane, qtbot: QtBot, heard: Heard, qtmodeltester: ModelTester
) -> None:
    chosen = heard(pane.selected)
    qtbot.mouseClick(pane.as_list, Qt.MouseButton.LeftButton)
    assert pane.list.isVisible()
    qtmodeltester.check(pane.list.model())
    assert listed(pane)[:2] == [
        ("Abai", "1 initiative", 0),
        ("Joint projects for vulnerable people", "UNDP · 4 regions", 1),
    ]
    assert ("Astana", "1 event", 0) in listed(pane)
    assert listed(pane)[-1] == ("Akmola", "nothing yet", 0)
    pane.list.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert chosen == [samples.PROJECTS]


def test_only_what_is_related_is_listed_and_the_map_keeps_its_frame(pane: RegionsPane, theme: Theme) -> None:
    pane.restrict(frozenset((samples.ALMATY, samples.CENTRE)))
    assert [name for name, _, _ in listed(pane)] == ["Almaty", "UN regional centre in Almaty"]
    assert set(shown_names(pane)) >= {"Abai 1", "Almaty 1"}
    pane.restrict(frozenset((samples.UNDP,)))
    assert pane.empty_note == "No region is related."


def test_without_anything_the_list_says_so_and_the_map_stands(
    show: Show, theme: Theme, english: Wording
) -> None:
    pane = RegionsPane(theme, english)
    show(pane, QSize(419, 337))
    assert pane.empty_note == "There are no regions yet."
    assert shown_names(pane) == {}
