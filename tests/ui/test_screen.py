"""The first window fits on the screen there is."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dossier.model.dates import parse_date
from tests.ui.conftest import CLOCK, Desk
from ui.app import App
from ui.settings import Settings


def test_the_first_window_is_no_larger_than_the_screen(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    app = App(qapp, Settings(tmp_path / "window.ini"), CLOCK, "en")
    screen, window = app.window.screen().availableSize(), app.window
    assert window.width() <= max(screen.width(), window.minimumWidth())
    assert window.height() <= max(screen.height(), window.minimumHeight())
    app.close()


@pytest.mark.parametrize("size", [(1440, 900), (1024, 640), (880, 560)])
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_chips_stand_beside_the_search_field_and_are_not_cut(
    open_desk: Callable[..., Desk], seed_file: Path, language: str, size: tuple[int, int]
) -> None:
    desk = open_desk(seed_file, language=language, size=size)
    bar, session = desk.window.tool_bar, desk.window.session
    words = bar.sheet_button.text()
    session.show_only(desk.select("Kyzylorda", "region"))
    session.show_day(date(2022, 3, 1))
    session.show_period(parse_date("2024-05/2024-07"))
    desk.settle()
    desk.qtbot.waitUntil(lambda: bar.day_chip.isVisible())
    QApplication.processEvents()
    row = [bar.menu_button, bar.search, bar.chip, bar.period_chip, bar.day_chip, bar.sheet_button]
    for one, other in pairwise(row):
        assert one.geometry().right() < other.geometry().left(), (one.objectName(), other.objectName())
    for chip in row[2:5]:
        assert chip.width() >= chip.minimumSizeHint().width()
    assert bar.sheet_button.geometry().right() <= bar.width()
    session.show_all()
    session.show_day(None)
    desk.settle()
    assert bar.sheet_button.text() == words
