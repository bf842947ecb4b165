"""What there is to read about the program and its dossier: history, keys, about."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from dossier import __version__
from dossier.language import Wording
from dossier.model.dates import day
from ui.actions import shortcut_table
from ui.dialogs.listing import Listing

if TYPE_CHECKING:
    from dossier.store.changes import Change


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
                _what(change, wording),
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


def keys(wording: Wording, parent: QWidget) -> Listing:
    """All keys, from the table of actions."""
    rows = [(None, (keys, wording.say(what))) for keys, what in shortcut_table()]
    return Listing(
        wording.say("Keys"), (wording.say("Keys"), wording.say("What they do")), rows, wording, parent
    )


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


def _what(change: "Change", wording: Wording) -> str:
    undone, found, label = change.label.partition("Undo: ")
    if found and not undone:
        return wording.say("Undo: {label}", label=wording.say(label))
    return wording.say(change.label)
