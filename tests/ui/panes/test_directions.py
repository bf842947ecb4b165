"""Names from right to left as they are drawn: none moves what is beside it, no sign of direction works."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QWidget

from dossier.language import Wording
from dossier.views.connection_values import Connection
from tests.ui.panes.conftest import Show
from ui.panes.connections.chips import ChipPainter
from ui.panes.connections.listed import Entry
from ui.panes.connections.picture import Node
from ui.panes.delegates import ROW_ROLE, Row, RowPainter
from ui.panes.elided import Elided
from ui.panes.rows import row_data
from ui.panes.timeline.drawing import Brushwork
from ui.search.marked import paint_marked
from ui.style import Theme

FIRST, SECOND = "אהרן כהן", "מש"
WIDTH, HEIGHT = 300, 24
Paint = Callable[[QPainter, str, Theme], object]


def row(painter: QPainter, text: str, theme: Theme) -> None:
    RowPainter(theme).text(painter, QRectF(0, 0, WIDTH, HEIGHT), text, "text")


def label(painter: QPainter, text: str, theme: Theme) -> None:
    Brushwork(theme).words(painter, 0, HEIGHT / 2, text, "text", width=WIDTH)


def hit(painter: QPainter, text: str, theme: Theme) -> None:
    paint_marked(painter, QRect(0, 0, WIDTH, HEIGHT), text, (), theme.font("row"), theme)


@pytest.fixture(params=[row, label, hit])
def drawn(request: pytest.FixtureRequest, theme: Theme) -> Callable[[str], QImage]:
    paint: Paint = request.param

    def drawn(text: str) -> QImage:
        image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
        image.fill(theme.color("surface"))
        painter = QPainter(image)
        paint(painter, text, theme)
        painter.end()
        return image

    return drawn


def test_of_two_names_the_first_stands_first(drawn: Callable[[str], QImage], theme: Theme) -> None:
    metrics = QFontMetricsF(theme.font("second"))
    begins = QRect(0, 0, int(metrics.horizontalAdvance(FIRST)) - 1, HEIGHT)
    assert drawn(f"{FIRST}, {SECOND}").copy(begins) == drawn(FIRST).copy(begins) != drawn("").copy(begins)


def test_no_sign_of_direction_turns_what_is_drawn(drawn: Callable[[str], QImage]) -> None:
    assert drawn("Ann\u202e Smith, \u2067Cairo") == drawn("Ann Smith, Cairo")


def test_what_the_pointer_is_told_is_in_order(show: Show, theme: Theme) -> None:
    text = f"{FIRST}, {SECOND}"
    told = f"\u2068{FIRST}\u2069, \u2068{SECOND}\u2069"
    assert row_data(Row(1, "person", FIRST, detail=SECOND), 3, str) == told
    assert row_data(Row(1, "person", FIRST, detail=SECOND), 0, str) == text  # what is copied
    assert row_data(Row(1, "person", FIRST), ROW_ROLE, str).name == FIRST
    line = Elided(text, "title")
    host = QWidget()
    line.setParent(host)
    show(host, line.sizeHint())
    line.resize(20, 20)
    line.grab()
    assert line.toolTip() == told


def test_a_chip_has_each_line_in_order(theme: Theme) -> None:
    chip = ChipPainter(theme).chip(Node(1, "person", f"Ann\u202e {FIRST}", ""))
    assert "".join(chip.lines).count("\u2068") == "".join(chip.lines).count("\u2069") > 0
    assert "\u202e" not in "".join(chip.lines)


def test_a_connection_begins_at_the_left(show: Show, theme: Theme, english: Wording) -> None:
    entry = Entry(Connection(1, "person", FIRST, FIRST, SECOND, 1, ()), theme, english)
    show(entry, QSize(500, 60))
    (name,) = entry.name.links
    assert entry.name.link_rect(name).left() < 10


def test_an_endless_name_of_a_connection_is_cut(theme: Theme, english: Wording) -> None:
    entry = Entry(Connection(1, "person", FIRST * 200, FIRST, "", 1, ()), theme, english)
    assert len(entry.name.text) < 400
