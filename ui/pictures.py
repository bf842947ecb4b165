"""Pictures of the window with no display: what is selected in it, how it looks, and what is done before."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QEventLoop, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from dossier.export.files import write_atomically
from dossier.language import LANGUAGES
from dossier.model.clock import Clock
from dossier.model.dates import parse_date
from ui.app import App
from ui.main_window import MainWindow
from ui.settings import Settings

if TYPE_CHECKING:
    from dossier.store import Dossier

WIDE, NARROW = (1440, 900), (1024, 640)
_COLOURS = 128  # enough for the letters' edges; a third of the bytes


_DAY, _PERIOD = date(2023, 3, 1), "2022/2024"

_ROUNDS = 3  # of events: a text that changes its width is laid out in the next round, and painted after it


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture. `name` is its file's without the ending, below the folder."""

    name: str
    pk: int
    colours: str = "light"
    language: str = "en"
    size: tuple[int, int] = WIDE
    prepare: Callable[[MainWindow], None] | None = None


def main_pictures(shown: dict[str, int]) -> list[Picture]:
    """Those that the README shows."""
    person = shown["person"]
    return [
        Picture("window-light", person),
        Picture("window-dark", person, "dark"),
        Picture("search-light", person, prepare=_search),
        Picture("only-related-light", person, prepare=_show_only),
    ]


def other_pictures(shown: dict[str, int]) -> list[Picture]:
    """More of the window, for whoever looks it over."""
    person, region = shown["person"], shown["region"]
    return [
        *(Picture(f"window-{kind}-light", pk) for kind, pk in shown.items() if pk != person),
        Picture("window-region-dark", region, "dark"),
        Picture("window-event-dark", shown["event"], "dark"),
        Picture("search-dark", person, "dark", prepare=_search),
        Picture("sheet-light", person, prepare=_show_sheet),
        Picture("window-russian", person, language="ru"),
        Picture("window-kazakh", person, language="kk"),
        Picture("window-small", person, size=NARROW),
    ]


def all_looks(shown: dict[str, int]) -> list[Picture]:
    """Each workspace in each language, light and dark, wide and narrow: every pane is in one of them.

    The connections, which share a place with the card, stand there in the dark pictures of Brief.
    """
    return [
        Picture(
            f"panes/{workspace}-{language}-{colours}-{width}",
            shown["person"],
            colours,
            language,
            size,
            prepare,
        )
        for workspace, colours, prepare in (
            ("browse", "light", None),
            ("browse", "dark", None),
            ("brief", "light", _brief),
            ("brief", "dark", _brief_connections),
        )
        for language in LANGUAGES
        for width, size in (("wide", WIDE), ("narrow", NARROW))
    ]


def other_looks(shown: dict[str, int]) -> list[Picture]:
    """What a choice makes of the panes: lists instead of drawings, an earlier day with a period, contrast."""
    return [
        Picture(f"panes/{name}-{language}-{width}", shown["person"], colours, language, size, prepare)
        for name, colours, prepare in (
            ("lists", "light", _lists),
            ("day", "dark", _day),
            ("contrast", "contrast_light", None),
        )
        for language in LANGUAGES
        for width, size in (("wide", WIDE), ("narrow", NARROW))
    ]


def draw(
    pictures: Iterable[Picture], folder: Path, scratch: Path, dossier: "Dossier", clock: Clock, suffix: str
) -> Iterator[Path]:
    """Draw pictures into a folder; `scratch` holds the settings of their windows."""
    application = QApplication.instance() or QApplication(["dossier"])
    assert isinstance(application, QApplication)
    for number, picture in enumerate(pictures):
        path = folder / f"{picture.name}{suffix}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        settings = Settings(scratch / f"window-{number}{suffix}.ini")
        image = grab(picture, settings, application, dossier, clock)
        write_atomically(path, few_colours(image))
        yield path


def grab(
    picture: Picture, settings: Settings, application: QApplication, dossier: "Dossier", clock: Clock
) -> QImage:
    """One window, shown, settled and gone again."""
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
    image = window.grab().toImage()
    app.close()
    # Each window that is left would be styled anew with every one that follows.
    window.deleteLater()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return image


def few_colours(image: QImage) -> bytes:
    """A PNG with a palette, which nobody tells from the whole and is a third as large."""
    from PIL import Image

    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    whole = Image.open(BytesIO(held.data())).convert("RGB")
    few = whole.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    out = BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def _settle(window: MainWindow) -> None:
    """Let the window finish what it is doing."""
    while not window.workers.idle:
        # Work that ends wakes the loop by the signal that delivers it.
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    for _ in range(_ROUNDS):
        QApplication.processEvents()


def _search(window: MainWindow) -> None:
    window.doable["search"].trigger()
    window.tool_bar.search.line.setText("рахмет")
    _settle(window)


def _show_only(window: MainWindow) -> None:
    window.doable["show_only"].trigger()


def _lists(window: MainWindow) -> None:
    window.regions.as_list.setChecked(True)
    window.timeline.as_list.setChecked(True)


def _day(window: MainWindow) -> None:
    window.session.show_day(_DAY)
    window.session.show_period(parse_date(_PERIOD))


def _show_sheet(window: MainWindow) -> None:
    window.docks.raise_pane("sheet")


def _brief(window: MainWindow) -> None:
    window.doable["workspace_brief"].trigger()


def _brief_connections(window: MainWindow) -> None:
    _brief(window)
    window.docks.raise_pane("connections")
