"""Do the panes keep up with what a ministry gathers in years? Timeline, map, list, selecting, first paint.

All in one run, without a screen and warm; every figure by the clock and in processor time. A frame is asked
for as a user does, by moving what is shown, and painted whole. A limit on painting is held against processor
time, which other work on the machine changes little; on a quiet one that is the clock's. Exit code 1 when a
limit is missed. FOLDER is where benchmarks.people keeps its files; they are made where they are not there.

Run: .venv/bin/python -m benchmarks.panes FOLDER [--people NUMBER] [--only PART ...]
"""

import argparse
import os
import statistics
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import QApplication, QGraphicsItem, QGraphicsScene, QGraphicsView, QWidget

from benchmarks import pane_values as values
from benchmarks.frames import Timed, at, timed
from benchmarks.selecting import selections
from benchmarks.startup import BARE, WINDOW, measure
from dossier.intake.seed import load_seed
from dossier.language import wording
from dossier.store import Dossier
from dossier.views.timeline_values import Timeline
from dossier.views.values import ListRow
from ui.panes.delegates import Row
from ui.panes.pane import Marks
from ui.panes.regions import RegionsPane
from ui.panes.rows import RowsModel, RowsView
from ui.panes.timeline import TimelinePane
from ui.panes.timeline.canvas import TimelineCanvas
from ui.style.dressing import dress
from ui.style.theme import Theme, theme_for

FRAME = 16.0
_ZOOMS, _FRAMES = 14, 40
_SIZE = QSize(1100, 620)


class Limits:
    """What must hold, told as it is found."""

    def __init__(self) -> None:
        self.missed = 0

    def check(self, what: str, found: float, most: float, unit: str = "") -> None:
        held = found <= most
        self.missed += not held
        print(f"    {'held  ' if held else 'MISSED'} {what}: {found:.3g}{unit}, at most {most:g}{unit}")


class Stage:
    """Shows widgets one after another in the look of the program."""

    def __init__(self) -> None:
        self.application = QApplication(sys.argv[:1])
        self.theme: Theme = theme_for(dark=False)
        self.wording = wording("en")
        dress(self.application, self.theme)

    def show(self, widget: QWidget) -> None:
        widget.resize(_SIZE)
        widget.show()
        self.application.processEvents()


def timeline(stage: Stage, limits: Limits, given: argparse.Namespace) -> None:
    """Every zoom from everything to a few days, moved frame by frame."""
    many = _zooms(stage, 100_000)
    few = _zooms(stage, 10_000)
    for number, all_frames in ((100_000, many), (10_000, few)):
        for zoom, frames in enumerate(all_frames):
            print(f"  {number:7,} events, zoom {zoom:2} {frames}")
        worst = max(at(frames.used, 0.99) for frames in all_frames)
        limits.check(f"a frame of {number:,} events, p99 at the slowest zoom", worst, FRAME, " ms")
    out = _median(many[0])
    limits.check("zoomed out to 10,000 events", out / _median(few[0]), 1.3, " times")
    scene = _scene_frames(stage, values.timeline(100_000))
    print(f"  QGraphicsView, 100,000 events {scene}")
    limits.check("zoomed out to a QGraphicsView", out / _median(scene), 1 / 50, " times")


def _zooms(stage: Stage, number: int) -> list[Timed]:
    pane = TimelinePane(stage.theme, stage.wording)
    pane.show_timeline(values.timeline(number), values.TODAY)
    stage.show(pane)
    canvas = pane.canvas
    canvas.zoom(1e-6)
    found = []
    for _ in range(_ZOOMS):
        found.append(timed(lambda: _move(canvas, 3.0), _FRAMES))
        canvas.zoom(2)
    pane.close()
    return found


def _move(canvas: TimelineCanvas, pixels: float) -> None:
    canvas.view.move_to(canvas.view.scale.moved(pixels))
    canvas.repaint()


def _scene_frames(stage: Stage, shown: Timeline) -> Timed:
    """The same events as items of a scene, seen whole: dots that keep their size, and bars."""
    scene = QGraphicsScene()
    pen, brush = QPen(stage.theme.color("surface")), QBrush(stage.theme.color("event"))
    for item in shown.items:
        assert item.date.earliest
        assert item.date.latest
        first, last = item.date.earliest.toordinal(), item.date.latest.toordinal()
        if last > first:
            scene.addRect(first, item.lanes[0] * 500, last - first, 300, pen, brush)
        else:
            dot = scene.addEllipse(-4, -4, 8, 8, pen, brush)
            dot.setPos(first, item.lanes[0] * 500)
            dot.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
    view = QGraphicsView(scene)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    stage.show(view)
    view.fitInView(scene.sceneRect())
    frames = timed(view.viewport().repaint, 5, warm=1)
    view.close()
    return frames


def map_of_regions(stage: Stage, limits: Limits, given: argparse.Namespace) -> None:
    """10,000 regional links: the map moved, another region chosen, the pointer over it."""
    shown = values.regions(10_000)
    pane = RegionsPane(stage.theme, stage.wording)
    pane.show_regions(shown)
    stage.show(pane)
    canvas = pane.map
    ways = iter([QPointF(3, 2), QPointF(-3, -2)] * 10_000)
    pks = iter([row.pk for row in shown] * 10_000)

    def move() -> None:
        canvas.view.pan(next(ways))
        canvas.changed()
        canvas.repaint()

    def choose() -> None:
        pk = next(pks)
        pane.mark(pk, frozenset(row.pk for row in shown if (row.pk + pk) % 3 == 0))
        canvas.repaint()

    for zoom in (1.0, 2.0, 5.0, 12.0):
        canvas.view.reset()
        canvas.zoom(zoom)
        for what, do in (("moved", move), ("chosen", choose), ("as it is", canvas.repaint)):
            frames = timed(do, 60)
            print(f"  zoom {zoom:4g}, {what:8} {frames}")
            limits.check(f"a frame of the map, {what}, p99", at(frames.used, 0.99), FRAME, " ms")
    pane.close()


def table(stage: Stage, limits: Limits, given: argparse.Namespace) -> None:
    """The list of the panes, shown and scrolled from end to end; the long one and the short one in turns."""
    few, many = (_Table(stage, number) for number in (1_000, 1_000_000))
    for what in ("show", "scroll"):
        times = {table.number: Timed((), ()) for table in (few, many)}
        for _ in range(5):
            for table in (few, many):
                times[table.number] += timed(getattr(table, what), 20)
        for number, frames in times.items():
            print(f"  {what:8} {number:9,} rows {frames}")
        ratio = _median(times[many.number]) / _median(times[few.number])
        limits.check(f"{what}, 1,000,000 rows to 1,000", ratio, 1.1, " times")


class _Table:
    def __init__(self, stage: Stage, number: int) -> None:
        self.number = number
        self._shown = values.rows(number)
        self._stage = stage
        self._model: RowsModel[ListRow] = RowsModel(_row, lambda pk: "")
        self._view = RowsView(self._model, Marks(), stage.theme)
        self._model.show(self._shown)
        stage.show(self._view)
        self._at = 0

    def show(self) -> None:
        """Rows taken in and painted."""
        self._view.hide()
        self._model.show(self._shown)
        self._view.show()
        self._stage.application.processEvents()  # nothing is painted before the window is exposed

    def scroll(self) -> None:
        """A stretch further on, as the wheel does, and over the whole in twenty turns."""
        bar = self._view.verticalScrollBar()
        self._at = (self._at + 1) % 20
        bar.setValue(bar.maximum() * self._at // 20)
        self._view.viewport().repaint()


def _row(value: ListRow) -> Row:
    return Row(value.pk, value.kind, value.name, detail=value.detail)


def selecting(stage: Stage, limits: Limits, given: argparse.Namespace) -> None:
    """From a choice until every pane shows it, by the clock, since it goes through threads."""
    for what, times in selections(stage.application, given.folder, given.people):
        print(f"  {what:28} {times}")
        limits.check(f"selecting {what}, p99 by the clock", at(times.wall, 0.99), 50, " ms")


def first_paint(stage: Stage, limits: Limits, given: argparse.Namespace) -> None:
    """Memory of fresh processes at their first paint: the window on the seed, and a bare one."""
    path = given.folder / "panes-seed.dossier"
    if not path.exists():
        Dossier.create(path, fill=load_seed).close()
    turns = [(measure(BARE)["painted"], measure(WINDOW, str(path))["painted"]) for _ in range(5)]
    bare, ours = (statistics.median(each.memory for each in side) for side in zip(*turns, strict=True))
    print(f"  bare window {bare / 1e6:.1f} MB, the window {ours / 1e6:.1f} MB")
    limits.check("memory at the first paint to a bare window's", ours / bare, 1.25, " times")


PARTS: dict[str, Callable[[Stage, Limits, argparse.Namespace], None]] = {
    "timeline": timeline,
    "map": map_of_regions,
    "table": table,
    "selecting": selecting,
    "memory": first_paint,
}


def _median(frames: Timed) -> float:
    return at(frames.used, 0.5)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    given = parser.parse_args(arguments)
    stage, limits = Stage(), Limits()
    for name in given.only:
        print(f"{name} (load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors)")
        PARTS[name](stage, limits, given)
    print(f"{limits.missed} limits missed" if limits.missed else "every limit held")
    return 1 if limits.missed else 0


if __name__ == "__main__":
    sys.exit(main())
