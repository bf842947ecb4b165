"""Pictures of the window and one sheet of every kind, made from the seed dossier with no display."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.export.files import write_atomically
from dossier.model.clock import Clock
from dossier.model.errors import DossierError
from ui.contents import Contents
from ui.pdf_pages import page_images
from ui.pictures import Picture, all_looks, draw, few_colours, main_pictures, other_looks, other_pictures
from ui.sheets import as_pdf

if TYPE_CHECKING:
    from dossier.store import Dossier

SHARP = "DOSSIER_DEMO_SHARP"
_SHOWN = {
    "person": "Katarzyna Wawiernia",
    "organization": "UNICEF",
    "initiative": "Joint projects for vulnerable people",
    "event": "Visit to the UN Plaza, Almaty",
    "region": "Kyzylorda",
}
_SHEET_WIDTH = 1000


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
        shown = records(dossier)
        sharp = bool(os.environ.get(SHARP))
        pictures = _pictures(shown, for_docs=for_docs, sharp=sharp)
        yield from draw(pictures, folder, Path(scratch), dossier, clock, "@2x" if sharp else "")
        if for_docs and not sharp:
            yield _sheet_picture(dossier, shown["person"], folder)
        elif not sharp:
            yield from _sheets(dossier, shown, folder)
        dossier.close()
    if not sharp:
        yield from _sharp_pictures(folder, clock, for_docs=for_docs)


def _pictures(shown: dict[str, int], *, for_docs: bool, sharp: bool) -> list[Picture]:
    if for_docs:
        looks = all_looks(shown)
        return looks if sharp else [*main_pictures(shown), *looks, *other_looks(shown)]
    return main_pictures(shown) if sharp else [*main_pictures(shown), *other_pictures(shown)]


def records(dossier: "Dossier") -> dict[str, int]:
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


def _sheets(dossier: "Dossier", shown: dict[str, int], folder: Path) -> Iterator[Path]:
    from dossier.language import wording

    for language in ("en", "ru", "kk"):
        contents = Contents(dossier, wording(language))
        for kind in _SHOWN:
            sheet = contents.sheet(shown[kind])
            assert sheet is not None
            path = folder / f"sheet-{kind}{'' if language == 'en' else '-' + language}.pdf"
            write_atomically(path, as_pdf(sheet))
            yield path


def _sheet_picture(dossier: "Dossier", pk: int, folder: Path) -> Path:
    """The page as a picture, for docs, which can't show a PDF."""
    from dossier.language import wording

    sheet = Contents(dossier, wording("en")).sheet(pk)
    assert sheet is not None
    path = folder / "sheet-person.png"
    write_atomically(path, few_colours(page_images(as_pdf(sheet), _SHEET_WIDTH)[0]))
    return path


def _sharp_pictures(folder: Path, clock: Clock, *, for_docs: bool) -> Iterator[Path]:
    """Pictures for screens of twice the pixels: Qt takes that factor only as it starts."""
    environment = os.environ | {SHARP: "1", "QT_SCALE_FACTOR": "2"}
    command = [sys.executable, "-m", "ui", "demo", str(folder), "--as-of", clock().date().isoformat()]
    command += ["--docs"] * for_docs
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    yield from (Path(line) for line in done.stdout.splitlines())
