"""What there is to read about the program and its dossier: manual, history, about."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from dossier import __version__
from dossier.language import Wording
from dossier.model.dates import day
from ui.dialogs.listing import Listing

if TYPE_CHECKING:
    from dossier.store.changes import Change
    from ui.main_window import MainWindow


def history(
    changes: Sequence["Change"],
    title: str,
    wording: Wording,
    parent: QWidget,
    undo: Callable[[int], None],
) -> Listing:
    """The changes, newest first; the chosen one can be undone."""
    say = wording.say
    rows = [
        (
            change.pk,
            (
                f"{wording.date(day(change.at.date()), 'short')}, {change.at:%H:%M} UTC",
                change.author,
                wording.change(change.label),
            ),
        )
        for change in changes
    ]
    listing = Listing(
        title,
        (say("When"), say("Who"), say("What")),
        rows,
        wording,
        parent,
        actions=(("undo", say("Undo this change")),),
        empty=say("Nothing has been changed yet."),
    )
    listing.done_with.connect(lambda _, pk: undo(pk))
    return listing


def open_manual(window: "MainWindow", *, at_keys: bool = False) -> None:
    """The manual beside the window, at its first section or at the keys."""
    from ui.dialogs.manual import Manual

    manual = Manual(window.theme, window.wording, window)
    manual.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if at_keys:
        manual.go_to_keys()
    manual.show()


def about(wording: Wording, parent: QWidget) -> QMessageBox:
    """What this is, and what is in it that others made."""
    say = wording.say
    box = QMessageBox(parent)
    box.setWindowTitle(say("About Dossier"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"Dossier {__version__}")
    box.setInformativeText(
        "\n\n".join(
            (
                say("Who is who, who said what and where it is written, with one-page briefing sheets."),
                say("Everything stays on this machine: the program never goes to the network."),
                say("Typeface: Source Sans 3 by Adobe, under the SIL Open Font License."),
            )
        )
    )
    return box
