"""A damaged dossier in the window: one sentence, and no pane that invites to begin anew."""

from collections.abc import Callable
from pathlib import Path

from tests.damaging import zero_table
from tests.ui.conftest import Desk

INVITING = ("Add", "yet", "Choose")


def test_a_damaged_dossier_says_so_once_and_does_not_look_empty(
    open_desk: Callable[..., Desk], seed_file: Path
) -> None:
    zero_table(seed_file, "organization", "post", "initiative", "place", "event", "text")
    desk = open_desk(seed_file)
    assert "is damaged; restore it from a copy, or save what can still be read" in desk.complaint
    window = desk.window
    assert window.status.saved.text() == "Damaged"
    for pane in (window.organizations, window.initiatives):
        assert pane.empty_note == "Can't be read."
    desk.app.set_language("ru")
    desk.settle()
    assert "повреждён" in desk.complaint


def test_a_table_damaged_beside_others_leaves_those(open_desk: Callable[..., Desk], seed_file: Path) -> None:
    zero_table(seed_file, "initiative")
    desk = open_desk(seed_file)
    assert "is damaged" in desk.complaint
    assert desk.window.organizations.empty_note == ""
    assert desk.window.initiatives.empty_note == "Can't be read."
