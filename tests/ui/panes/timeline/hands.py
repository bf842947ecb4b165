"""A user's hands on the timeline: where things lie, clicks, drags and the wheel."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.panes.timeline import TimelinePane


def point(pane: TimelinePane, pk: int) -> QPoint:
    """Where an item's mark lies: among the days in its host's lane, else in the overview."""
    view = pane.canvas.view
    position = view.arranged.position[pk]
    for mark in view.placed.marks:
        if mark.item == position and mark.is_host:
            return QPoint(round(mark.middle), round(view.bands.middle(mark.row)))
    stretch = next(stretch for stretch in view.stretches if stretch.item == position)
    return QPoint(
        round((stretch.x0 + stretch.x1) / 2), round(view.bands.overview.top() + 9.5 + 16.5 * stretch.row)
    )


def click(pane: TimelinePane, at: QPoint, qtbot: QtBot, shift: bool = False) -> None:
    keys = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    qtbot.mouseClick(pane.canvas, Qt.MouseButton.LeftButton, keys, at)


def drag(pane: TimelinePane, start: QPoint, end: QPoint, qtbot: QtBot) -> None:
    qtbot.mousePress(pane.canvas, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(pane.canvas, pos=(start + end) / 2)
    qtbot.mouseMove(pane.canvas, pos=end)
    qtbot.mouseRelease(pane.canvas, Qt.MouseButton.LeftButton, pos=end)


def wheel(pane: TimelinePane, at: QPoint, turn: int) -> None:
    event = QWheelEvent(
        QPointF(at), pane.canvas.mapToGlobal(QPointF(at)), QPoint(), QPoint(0, turn),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(pane.canvas, event)
