"""The shapes of the timeline, read from their pixels."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from dossier.model.dates import parse_date
from dossier.views.timeline_values import TimelineItem
from ui.panes.timeline.drawing import Brushwork
from ui.panes.timeline.scale import Scale
from ui.style import Theme

FIRST, LAST = date(1990, 1, 1).toordinal(), date(2030, 1, 1).toordinal()
YEARS = Scale(FIRST, 800 / (LAST - FIRST), left=0, width=800)


def event(text: str, announced: bool = False) -> TimelineItem:
    return TimelineItem(1, "event", "An event", parse_date(text), text, (1,), announced)


def bar(theme: Theme, item: TimelineItem, host: bool = True) -> tuple[QImage, QRectF]:
    image = QImage(800, 20, QImage.Format.Format_RGB32)
    image.fill(theme.color("surface"))
    assert item.date.earliest
    assert item.date.latest
    left, right = (YEARS.x(day.toordinal()) for day in (item.date.earliest, item.date.latest))
    rect = QRectF(left, 5, right - left, 10)
    painter = QPainter(image)
    Brushwork(theme).bar(painter, rect, item, YEARS, "surface", host)
    painter.end()
    return image, rect


def strength(image: QImage, x: float, theme: Theme) -> float:
    """From 0, the ground, to 1, the full colour of an event."""
    ground, full = theme.color("surface").green(), theme.color("event").green()
    return (ground - image.pixelColor(round(x), 10).green()) / (ground - full)


@pytest.mark.parametrize(
    ("text", "starts_full", "ends_full"),
    [
        ("1992/2024", True, False),
        ("1992~/2024", False, False),
        ("1992-03-01/2024-06-20", True, True),
        ("2001-01-01/2024", True, False),
    ],
)
def test_a_bar_fades_where_its_date_is_vague(
    theme: Theme, text: str, starts_full: bool, ends_full: bool
) -> None:
    image, rect = bar(theme, event(text))
    assert strength(image, rect.center().x(), theme) == 1
    assert (strength(image, rect.left() + 3, theme) == 1) is starts_full
    assert (strength(image, rect.right() - 3, theme) == 1) is ends_full


def ink(image: QImage, theme: Theme) -> float:
    """The share of full colour inside a bar from 1995 to 2020."""
    inside = [strength_at(image, x, y, theme) > 0.8 for x in range(120, 580) for y in range(7, 13)]
    return sum(inside) / len(inside)


def strength_at(image: QImage, x: int, y: int, theme: Theme) -> float:
    ground, full = theme.color("surface").green(), theme.color("event").green()
    return (ground - image.pixelColor(x, y).green()) / (ground - full)


def test_a_bar_is_full_for_the_host_hatched_while_announced_and_hollow_elsewhere(theme: Theme) -> None:
    text = "1995-01-01/2020-01-01"
    full, _ = bar(theme, event(text))
    hatched, _ = bar(theme, event(text, announced=True))
    hollow, _ = bar(theme, event(text), host=False)
    assert ink(full, theme) == 1
    assert 0.1 < ink(hatched, theme) < 0.6
    assert ink(hollow, theme) == 0


def test_a_bar_without_a_date_of_its_own_is_dotted_and_empty(theme: Theme) -> None:
    undated = replace(event("1995-01-01/2020-01-01", announced=True), dated=False)
    dotted, rect = bar(theme, undated)
    assert ink(dotted, theme) == 0
    edge = {
        dotted.pixelColor(x, round(rect.top())).name()
        for x in range(round(rect.left()) + 4, round(rect.right()) - 4)
    }
    assert len(edge) > 1


def point(theme: Theme, item: TimelineItem, host: bool, ground: str = "surface") -> str:
    """The colour in the middle of a diamond."""
    picture = Brushwork(theme).picture(item, ground, 1.0, host=host, several=False)
    return picture.toImage().pixelColor(10, 10).name()


def test_a_diamond_is_filled_for_the_host_and_shows_its_ground_elsewhere(theme: Theme) -> None:
    item = event("2024-06-19")
    assert point(theme, item, host=True) == theme.color("event").name()
    assert point(theme, item, host=False) == theme.color("surface").name()
    assert point(theme, item, host=False, ground="related") == theme.color("related").name()


@pytest.mark.parametrize(("text", "edge_is_strong"), [("2005", True), ("2005~", False)])
def test_a_year_is_pale_within_an_outline_and_about_a_year_runs_out(
    theme: Theme, text: str, edge_is_strong: bool
) -> None:
    image = QImage(800, 20, QImage.Format.Format_RGB32)
    image.fill(theme.color("surface"))
    item = event(text)
    assert item.date.earliest
    scale = Scale(item.date.earliest.toordinal() - 100, 1, left=0, width=800)
    painter = QPainter(image)
    Brushwork(theme).bar(painter, QRectF(100, 5, 366, 10), item, scale, "surface", True)
    painter.end()
    assert 0.2 < strength_at(image, 283, 10, theme) < 0.6
    assert (strength_at(image, 101, 10, theme) > 0.7) is edge_is_strong
