"""Pictures of the window and one sheet of every kind, made from the seed dossier with no display."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from dossier.export.files import write_atomically
from dossier.model.clock import Clock
from dossier.model.errors import DossierError
from ui.app import App
from ui.contents import Contents
from ui.main_window import MainWindow
from ui.pdf_pages import page_images
from ui.settings import Settings

if TYPE_CHECKING:
    from dossier.store import Dossier

SHARP = "DOSSIER_DEMO_SHARP"
_SIZE = (1440, 900)
_SMALL = (1024, 640)
_SHOWN = {
    "person": "Katarzyna Wawiernia",
    "organization": "UNICEF",
    "initiative": "Joint projects for vulnerable people",
    "event": "Visit to the UN Plaza, Almaty",
    "region": "Kyzylorda",
}
_SHEET_WIDTH = 1000


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: the record selected in it, how the window looks, and what is done before it is taken."""

    name: str
    pk: int
    colours: str = "light"
    language: str = "en"
    size: tuple[int, int] = _SIZE
    prepare: Callable[[MainWindow], None] | None = None


def make_demo(folder: Path, clock: Clock, *, for_docs: bool = False) -> Iterator[Path]:
    """Make all pictures and sheets in a folder, or only the pictures that the docs show; gives each path."""
    from dossier.intake.seed import load_seed
    from dossier.store import Dossier

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DossierError(f"The folder {folder} can't be made ({reason}); choose another.") from None
    with tempfile.TemporaryDirectory(prefix="dossier-demo-") as scratch:
        path = Path(scratch) / "kazakhstan-un.dossier"
        dossier = Dossier.create(path, clock=clock, fill=load_seed)
        shown = _records(dossier)
        sharp = bool(os.environ.get(SHARP))
        yield from _draw(_pictures(shown, docs=for_docs or sharp), folder, Path(scratch), dossier, clock)
        if for_docs:
            yield _sheet_picture(dossier, shown["person"], folder)
        elif not sharp:
            yield from _sheets(dossier, shown, folder)
        dossier.close()
    if not (for_docs or sharp):
        yield from _sharp_pictures(folder)


def _records(dossier: "Dossier") -> dict[str, int]:
    """A record of each kind that can be selected."""
    from dossier.search import resolve

    with dossier.read() as reader:
        found = {kind: resolve(reader, name, kind=kind) for kind, name in _SHOWN.items()}
        speaker = found["person"]
        rows = reader.rows(
            "SELECT statement FROM statement_link WHERE role = 'speaker' AND \"to\" = :pk", pk=speaker
        )
        found["statement"] = rows[0][0]
        found["source"] = reader.rows("SELECT source FROM paragraph ORDER BY pk LIMIT 1")[0][0]
    return found


def _pictures(shown: dict[str, int], *, docs: bool) -> list[Picture]:
    person, region = shown["person"], shown["region"]
    main = [
        Picture("window-light", person),
        Picture("window-dark", person, "dark"),
        Picture("search-light", person, prepare=_search),
        Picture("only-related-light", person, prepare=_show_only),
    ]
    if docs:
        return main
    return [
        *main,
        *(Picture(f"window-{kind}-light", pk) for kind, pk in shown.items() if pk != person),
        Picture("window-region-dark", region, "dark"),
        Picture("window-event-dark", shown["event"], "dark"),
        Picture("search-dark", person, "dark", prepare=_search),
        Picture("sheet-light", person, prepare=_show_sheet),
        Picture("window-russian", person, language="ru"),
        Picture("window-kazakh", person, language="kk"),
        Picture("window-small", person, size=_SMALL),
    ]


def _draw(
    pictures: list[Picture], folder: Path, scratch: Path, dossier: "Dossier", clock: Clock
) -> Iterator[Path]:
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    settings = Settings(scratch / "window.ini")
    suffix = "@2x" if os.environ.get(SHARP) else ""
    for number, picture in enumerate(pictures):
        settings = Settings(scratch / f"window-{number}.ini")
        settings.colours = picture.colours
        app = App(application, settings, clock, picture.language)
        window = app.window
        window.resize(*picture.size)
        window.show()
        app.show(dossier, keep_open=True)
        window.session.begin_at(picture.pk)
        _settle(window)
        if picture.prepare:
            picture.prepare(window)
            _settle(window)
        path = folder / f"{picture.name}{suffix}.png"
        window.grab().save(str(path))
        app.close()
        # Each window that is left would be styled anew with every one that follows.
        window.deleteLater()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        yield path


def _settle(window: MainWindow) -> None:
    """Let the window finish what it is doing."""
    while not window.workers.idle:
        # Work that ends wakes the loop by the signal that delivers it.
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QApplication.processEvents()


def _search(window: MainWindow) -> None:
    window.doable["search"].trigger()
    window.tool_bar.search.line.setText("рахмет")
    _settle(window)


def _show_only(window: MainWindow) -> None:
    window.doable["show_only"].trigger()


def _show_sheet(window: MainWindow) -> None:
    window.docks.raise_pane("sheet")


def _sheets(dossier: "Dossier", shown: dict[str, int], folder: Path) -> Iterator[Path]:
    from dossier.language import wording

    for language in ("en", "ru", "kk"):
        contents = Contents(dossier, wording(language))
        for kind in _SHOWN:
            pdf = contents.sheet(shown[kind])
            assert pdf is not None
            path = folder / f"sheet-{kind}{'' if language == 'en' else '-' + language}.pdf"
            write_atomically(path, pdf)
            yield path


def _sheet_picture(dossier: "Dossier", pk: int, folder: Path) -> Path:
    """The page as a picture, for docs, which can't show a PDF."""
    from dossier.language import wording

    pdf = Contents(dossier, wording("en")).sheet(pk)
    assert pdf is not None
    path = folder / "sheet-person.png"
    page_images(pdf, _SHEET_WIDTH)[0].save(str(path))
    return path


def _sharp_pictures(folder: Path) -> Iterator[Path]:
    """The main pictures for screens of twice the pixels: Qt takes that factor only as it starts."""
    environment = os.environ | {SHARP: "1", "QT_SCALE_FACTOR": "2"}
    command = [sys.executable, "-m", "ui", "demo", str(folder)]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    yield from (Path(line) for line in done.stdout.splitlines())
