"""The window keeps its dossier to itself: a dialog lists it, another program comes and goes, power fails."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.intake.seed import load_seed
from dossier.model.records import Note
from dossier.store import Dossier

_AT_THE_DESK = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileSystemModel
from dossier.model.clock import system_clock
from dossier.search import resolve
from dossier.store import Dossier
from ui.app import App
from ui.choosing import FileChooser
from ui.dialogs.records import NoteForm
from ui.settings import Settings

path = Path(sys.argv[1])
application = QApplication([])
app = App(application, Settings(path.with_name("window.ini")), system_clock, "en")
app.window.show()
app.show(Dossier.open(path))

def settle():
    for _ in range(3):
        while not app.window.workers.idle:
            application.processEvents()
        application.processEvents()

settle()
dialog = FileChooser(app.window.wording, app.window).dialog("Attach original", "")
dialog.setDirectory(str(path.parent))
dialog.open()
model = dialog.findChild(QFileSystemModel, "qt_filesystem_model")
folder = model.index(str(path.parent))
while model.rowCount(folder) < 3:
    application.processEvents()
dialog.reject()
print("listed", flush=True)
sys.stdin.readline()
with Dossier.open(path) as again, again.read() as reader:
    app.window.session.select(resolve(reader, "UNICEF"))
settle()
app.window.doable["add_note"].trigger()
(form,) = [each for each in app.window.findChildren(NoteForm) if each.isVisible()]
QTest.keyClicks(form.text, "Called at noon")
QTest.mouseClick(form.save, Qt.MouseButton.LeftButton)
settle()
print(app.window.status.saved.text(), flush=True)
sys.stdin.readline()
"""


@pytest.mark.skipif(os.name != "posix", reason="locks that a process loses by closing are POSIX's")
def test_a_note_of_the_window_outlives_another_program_and_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "visit.dossier"
    Dossier.create(path, fill=load_seed).close()
    desk = subprocess.Popen(
        [sys.executable, "-c", _AT_THE_DESK, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert desk.stdin is not None
    assert desk.stdout is not None
    assert desk.stdout.readline() == "listed\n"
    search = [sys.executable, "-m", "ui", "search", "unicef", "-f", str(path)]
    subprocess.run(search, check=True, capture_output=True)
    assert path.with_name("visit.dossier-wal").exists()
    desk.stdin.write("\n")
    desk.stdin.flush()
    assert desk.stdout.readline() == "All changes saved\n"
    desk.kill()
    desk.communicate()
    with Dossier.open(path) as dossier, dossier.read() as reader:
        assert [note.text for note in reader.all(Note)] == ["Called at noon"]
