"""A training dossier is made from the menu, and its window says all the time that it is one."""

from pathlib import Path

from PySide6.QtWidgets import QLabel

from tests.ui.conftest import Desk


def strip(desk: Desk) -> str:
    """The words over the panes; "" where there are none."""
    bar = desk.window.training
    label = bar.findChild(QLabel)
    assert label is not None
    return label.text() if bar.isVisible() else ""


def test_a_training_dossier_is_marked_and_no_other(desk: Desk, tmp_path: Path) -> None:
    assert strip(desk) == ""
    made = tmp_path / "training.dossier"
    desk.window.commands.choose_to_make = lambda title, pattern: made
    desk.window.doable["new_training"].trigger()
    desk.settle()
    assert desk.window.status.file.text() == "training.dossier"
    assert strip(desk) == "TRAINING – fictional: people, agencies, numbers and events are invented"
    assert "300 people" in desk.window.status.middle.text()
    desk.window.commands.choose_to_open = lambda title, pattern: Path(desk.dossier.path)
    desk.window.doable["open"].trigger()
    desk.settle()
    assert strip(desk) == ""


def test_the_mark_goes_when_what_was_invented_goes(desk: Desk, tmp_path: Path) -> None:
    desk.window.commands.choose_to_make = lambda title, pattern: tmp_path / "training.dossier"
    desk.window.doable["new_training"].trigger()
    desk.settle()
    opened = desk.window.display.contents
    assert opened is not None
    opened.dossier.undo()
    desk.settle()
    assert strip(desk) == ""
