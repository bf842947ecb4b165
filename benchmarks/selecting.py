"""From a choice until every pane of the window shows it: people, agencies, events of a large dossier."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from benchmarks.frames import Timed
from benchmarks.pane_values import TODAY
from benchmarks.search import the_dossier
from dossier.model.clock import clock_at
from dossier.store import Dossier
from ui.app import App
from ui.main_window import MainWindow
from ui.settings import Settings

_EACH = 20


def selections(application: QApplication, folder: Path, people: int) -> Iterator[tuple[str, Timed]]:
    """Times of each sort of thing, after each was selected once; those of the first time are printed."""
    dossier = the_dossier(folder, people)
    with tempfile.TemporaryDirectory(prefix="dossier-panes-") as home:
        app = App(application, Settings(Path(home) / "window.ini"), clock_at(TODAY), "en")
        window = app.window
        window.resize(1440, 900)
        window.show()
        app.show(dossier, keep_open=True)
        _settle(window)
        for what, pks in _things(dossier).items():
            print(f"  {what}, the first time {_times(window, pks)}")
            yield f"{what} ({len(pks)})", _times(window, pks)
        app.close()
        window.deleteLater()
    dossier.close()


def _things(dossier: Dossier) -> dict[str, list[int]]:
    """Some of each sort, and the agencies with the most people."""
    chance = Random(1)
    with dossier.read() as reader:
        records = reader.rows("SELECT count(*) FROM record")[0][0]
        print(f"  {records:,} records")
        found = {
            kind: chance.sample([pk for (pk,) in reader.rows(f"SELECT pk FROM {kind} LIMIT 200000")], _EACH)
            for kind in ("person", "organization", "event")
        }
        rows = reader.rows("SELECT organization FROM post GROUP BY 1 ORDER BY count(*) DESC LIMIT 3")
    return {**found, "largest agency": [pk for (pk,) in rows]}


def _times(window: MainWindow, pks: list[int]) -> Timed:
    walls, used = zip(*(_select(window, pk) for pk in pks), strict=True)
    return Timed(tuple(sorted(walls)), tuple(sorted(used)))


def _select(window: MainWindow, pk: int) -> tuple[float, float]:
    """Milliseconds by the clock and of the processor until nothing is under way and all is painted."""
    began, had = time.perf_counter(), time.process_time()
    window.session.select(pk)
    _settle(window)
    return (time.perf_counter() - began) * 1000, (time.process_time() - had) * 1000


def _settle(window: MainWindow) -> None:
    while not window.workers.idle:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QApplication.processEvents()
