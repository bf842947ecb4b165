"""No word of a protected dossier is in any file that the program wrote, not even after it was killed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.model.folding import tokens

PASSPHRASE = "seven steppe winds"
MARKERS = ("Quartzbeard", "Zanzibarov", "Зебрахвостов", "kestrelphone", "marzipan")
LIST = """\
name,name_ru,organization,post,email,notes
Quartzbeard Zanzibarov,Зебрахвостов Кварц,Ministry of Marzipan,Attaché,kestrelphone@example.org,likes marzipan
"""

_AT_THE_DESK = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from dossier.model.clock import system_clock
from dossier.search import resolve
from dossier.store import Dossier
from ui.app import App
from ui.dialogs.records import NoteForm
from ui.settings import Settings, default_path

application = QApplication([])
app = App(application, Settings(default_path()), system_clock, "en")
dossier = Dossier.open(Path(sys.argv[1]), passphrase=sys.argv[2])
app.window.show()
app.show(dossier)

def settle():
    for _ in range(3):
        while not app.window.workers.idle:
            application.processEvents()
        application.processEvents()

settle()
with dossier.read() as reader:
    person = resolve(reader, "Quartzbeard Zanzibarov")
window = app.window
window.session.select(person)
settle()
line = window.tool_bar.search.line
line.setFocus()
QTest.keyClicks(line, "zanzibarov")
settle()
QTest.keyClick(line, Qt.Key.Key_Return)
settle()
window.docks.raise_pane("sheet")
settle()
assert window.sheet.pdf
window.sheets.choose_printer = QPrinter
window.doable["print_sheet"].trigger()
settle()
window.doable["copy_name"].trigger()
with dossier.edit("Add a note") as edit:
    from dossier.model.records import Note
    edit.add(Note(of=person, text="Quartzbeard prefers marzipan, says Зебрахвостов"))
settle()
window.keep()
print("written", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def places(tmp_path: Path) -> dict[str, str]:
    """An environment in which every folder that a program may write to lies in one of ours."""
    names = "HOME TMPDIR XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_STATE_HOME XDG_RUNTIME_DIR".split()
    environment = dict(os.environ)
    for name in names:
        folder = tmp_path / "written" / name.lower()
        folder.mkdir(parents=True, mode=0o700)
        environment[name] = str(folder)
    tools = tmp_path / "tools"
    tools.mkdir()
    spooler = tools / "lp"
    spooler.write_text("#!/bin/sh\ncat > /dev/null\n")  # the print service's own files are not ours
    spooler.chmod(0o755)
    return environment | {"PATH": f"{tools}{os.pathsep}{environment['PATH']}", "PYTHONPATH": os.getcwd()}


def found_in(folder: Path) -> list[str]:
    """Where a marker stands, in any script's usual encodings, as it is or as the index folds it."""
    words = {*MARKERS, *(word.lower() for word in MARKERS)}
    words |= {token for word in MARKERS for token in tokens(word)}
    needles = [(word, word.encode(code)) for word in words for code in ("utf-8", "utf-16-le", "utf-16-be")]
    return [
        f"{word} in {file}"
        for file in folder.rglob("*")
        if file.is_file()
        for word, needle in needles
        if needle in file.read_bytes()
    ]


@pytest.mark.skipif(os.name != "posix", reason="killing at once, and a print service to swap, are POSIX's")
def test_no_word_of_a_protected_dossier_is_left_in_any_file(tmp_path: Path, places: dict[str, str]) -> None:
    given = tmp_path / "given"
    given.mkdir()
    (given / "list.csv").write_text(LIST, "utf-8")
    (given / "secret.txt").write_text(PASSPHRASE, "utf-8")
    written = tmp_path / "written"
    path = written / "mission.dossier"

    def run(*words: object) -> str:
        command = [
            sys.executable,
            "-m",
            "ui",
            *map(str, words),
            "--passphrase-file",
            str(given / "secret.txt"),
        ]
        return subprocess.run(
            command, env=places, cwd=written, check=True, capture_output=True, text=True
        ).stdout

    run("new", path, "--protect", "--empty")
    run("import", given / "list.csv", "--from", "Quartzbeard", "-f", path)
    assert "Zanzibarov" in run("search", "zanzibarov", "-f", path)
    run("check", "--deep", "--repair", "-f", path)
    desk = subprocess.Popen(
        [sys.executable, "-c", _AT_THE_DESK, str(path), PASSPHRASE],
        env=places, cwd=written, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert desk.stdout is not None
    assert desk.stdout.readline() == "written\n"
    assert path.with_name("mission.dossier-wal").stat().st_size > 0
    desk.kill()
    desk.communicate()
    assert (written / "xdg_config_home" / "dossier" / "window.ini").exists()
    assert found_in(given), "the markers can be found where they are"
    assert found_in(written) == []
    assert "marzipan" in run("show", "Quartzbeard Zanzibarov", "-f", path)
    assert found_in(written) == []
