"""How long until the window is painted, and until the first rows of a dossier stand in it, by a bare window.

Every figure is the median of fresh processes, taken in turn so that other work on the machine bears on all
alike: from the start of the process, in processor time, which other work changes little, and memory. The bare
window is a `QMainWindow` on the same platform, painted once. For Linux, whose /proc tells the memory.

Run: .venv/bin/python -m benchmarks.startup FILE [TIMES]
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.arguments import given

_TELL = """
import os, sys, time
def tell(what):
    told = time.monotonic(), time.process_time()
    with open('/proc/self/statm') as status:
        pages = int(status.read().split()[1])
    print(what, *told, pages * os.sysconf('SC_PAGE_SIZE'), flush=True)
"""

BARE = (
    _TELL
    + """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.tell)
    def tell(self):
        tell("painted")
        application.exit(0)
application = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
application.exec()
"""
)

# The command as it is, with two ears in it.
WINDOW = (
    _TELL
    + """
from ui.__main__ import main
import ui.app
start = ui.app.App.start
def start_and_tell(self, *given):
    window = self.window
    window.painted.connect(lambda: tell("painted"))
    start(self, *given)
    def look():
        if hasattr(window, 'organizations') and window.organizations.tree.model().rowCount():
            timer.stop()
            window.organizations.tree.viewport().repaint()
            tell("rows")
            window.close()
    from PySide6.QtCore import QTimer
    timer = QTimer(window, interval=1)
    timer.timeout.connect(look)
    timer.start()
ui.app.App.start = start_and_tell
main()
"""
)

_ALLOWED = (("painted", 1.6), ("rows", 4.5))


class Told(NamedTuple):
    """What a process had taken by then: seconds since its start, seconds of processor time, bytes."""

    elapsed: float
    used: float
    memory: float


def measure(program: str, *arguments: str) -> dict[str, Told]:
    """Run a program; gives what it had taken at each thing it tells."""
    with tempfile.TemporaryDirectory(prefix="dossier-start-") as home:
        environment = os.environ | {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # modules are compiled once, as on anybody's machine
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-c", program, *arguments],
            env=environment, check=True, capture_output=True, text=True,
        )  # fmt: skip
    told = (line.split() for line in done.stdout.splitlines())
    return {what: Told(float(at) - began, float(used), float(memory)) for what, at, used, memory in told}


def main() -> None:
    told = given(__doc__, file=Path, times=11)
    file, times = told.file, told.times
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    bare: list[Told] = []
    ours: dict[str, list[Told]] = {what: [] for what, _ in _ALLOWED}
    for _ in range(times + 1):  # the first warms the disk
        bare.append(measure(BARE)["painted"])
        found = measure(WINDOW, str(file))
        for what in ours:
            ours[what].append(found[what])
    base = _medians(bare)
    print(f"bare window painted: {_told(base)}, median of {times} on {os.environ['QT_QPA_PLATFORM']}")
    for what, allowed in _ALLOWED:
        figures = _medians(ours[what])
        ratios = ", ".join(f"{one / other:.2f}" for one, other in zip(figures, base, strict=True))
        print(f"{what}: {_told(figures)}; {ratios} times the bare window (at most {allowed})")


def _medians(figures: list[Told]) -> Told:
    return Told(*(statistics.median(each) for each in zip(*figures[1:], strict=True)))


def _told(figures: Told) -> str:
    elapsed, used = figures.elapsed * 1000, figures.used * 1000
    return f"{elapsed:.0f} ms ({used:.0f} ms of processor time, {figures.memory / 1e6:.0f} MB)"


if __name__ == "__main__":
    main()
