"""Days and pixels, and the axis."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.language import Wording
from dossier.model.dates import Date
from ui.panes.timeline.scale import Scale, Words, headings, ticks

JUNE = Scale(date(2024, 6, 10).toordinal(), 594 / 28.8, left=116, width=594)


@pytest.fixture
def words(english: Wording) -> Words:
    def worded(when: Date, style: str) -> str:
        return english.date(when, "short" if style == "short" else "long")

    return worded


def test_a_day_and_its_pixel() -> None:
    assert JUNE.x(date(2024, 6, 10).toordinal()) == 116
    assert JUNE.day(116) == date(2024, 6, 10).toordinal()
    assert JUNE.x(JUNE.end) == pytest.approx(JUNE.right)


@given(st.floats(0.2, 5), st.floats(116, 710))
def test_zooming_keeps_the_day_under_the_pointer(factor: float, x: float) -> None:
    assert JUNE.zoomed(factor, x).day(x) == pytest.approx(JUNE.day(x), abs=1e-6)


@given(st.floats(1e-6, 1e6), st.floats(-1e7, 1e7))
def test_no_move_leaves_the_calendar(factor: float, pixels: float) -> None:
    scale = JUNE.zoomed(factor, 300).moved(pixels)
    assert scale.start >= 1
    assert scale.end <= date.max.toordinal() + 1
    assert scale.span >= 3 - 1e-9


def test_moving_is_in_pixels() -> None:
    assert JUNE.moved(20).x(JUNE.start) == pytest.approx(96)


def test_the_axis_counts_mondays_in_a_month_and_days_in_a_week(words: Words) -> None:
    assert [tick.label for tick in ticks(JUNE, words)] == ["10", "17", "24", "1", "8"]
    week = JUNE.showing(date(2024, 6, 17).toordinal(), date(2024, 6, 24).toordinal())
    assert [tick.label for tick in ticks(week, words)] == ["17", "18", "19", "20", "21", "22", "23"]
    assert [month.label for month in headings(JUNE, words)] == ["June 2024", "July 2024"]


def test_the_axis_counts_months_then_years_then_decades(words: Words) -> None:
    half = JUNE.showing(date(2024, 1, 1).toordinal(), date(2024, 7, 1).toordinal())
    assert [tick.label for tick in ticks(half, words)][:2] == ["Jan 2024", "Feb 2024"]
    years = JUNE.showing(date(2020, 1, 1).toordinal(), date(2025, 1, 1).toordinal())
    assert [tick.label for tick in ticks(years, words)] == ["2020", "2021", "2022", "2023", "2024"]
    lifetime = JUNE.showing(date(1990, 1, 1).toordinal(), date(2030, 1, 1).toordinal())
    assert [tick.label for tick in ticks(lifetime, words)] == ["1990", "2000", "2010", "2020"]
    assert headings(years, words) == []


@given(st.integers(1, 3_000_000), st.floats(3, 1_000_000))
def test_words_of_the_axis_have_room(start: int, span: float) -> None:
    scale = JUNE.showing(start, start + span)
    lines = [scale.x(tick.day) for tick in ticks(scale, lambda when, style: when.text)]
    assert all(later - sooner >= 20 for sooner, later in itertools.pairwise(lines))
    assert len(lines) < 40
