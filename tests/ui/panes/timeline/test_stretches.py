"""The overview: long items in rows, their names, the lens."""

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dossier.model.dates import parse_date
from dossier.views.timeline_values import Lane, Timeline, TimelineItem
from tests.ui.panes import samples
from tests.ui.panes.timeline.test_placing import measure
from ui.panes.timeline.emphasis import Emphasis
from ui.panes.timeline.items import Arranged
from ui.panes.timeline.scale import Scale
from ui.panes.timeline.stretches import cells, lens, narrow_lens, stretches

FIRST, LAST = date(1990, 1, 1).toordinal(), date(2030, 1, 1).toordinal()
YEARS = Scale(FIRST, 578 / (LAST - FIRST), left=116, width=578)
JUNE = Scale(date(2024, 6, 10).toordinal(), 594 / 28.8, left=116, width=594)


def narrow(text: str, bold: bool) -> float:
    return measure(text, bold) * 0.9


def test_the_mocks_three_stretches_lie_in_three_rows_with_their_names() -> None:
    arranged = Arranged(samples.TIMELINE, samples.TODAY)
    found = stretches(arranged, YEARS, narrow_lens(lens(YEARS, JUNE)), Emphasis(), narrow)
    by_name = {stretch.label: stretch for stretch in found}
    assert set(by_name) == {
        "32 years of cooperation, 1992–2024", "Dzharbusynova in CEDAW, 2025–2028", "Year of Volunteers, 2026",
    }  # fmt: skip
    assert sorted(stretch.row for stretch in found) == [0, 1, 2]
    assert by_name["32 years of cooperation, 1992–2024"].below
    glass = lens(YEARS, JUNE)
    assert by_name["Year of Volunteers, 2026"].label_x + narrow("Year of Volunteers, 2026", False) < glass[0]


def test_the_lens_is_never_too_narrow_to_take_hold_of() -> None:
    left, right = lens(YEARS, JUNE)
    assert right - left == 8
    assert left < YEARS.x(date(2024, 6, 24).toordinal()) < right


def test_short_items_are_cells_apart_from_the_related_and_the_chosen() -> None:
    arranged = Arranged(samples.TIMELINE, samples.TODAY)
    emphasis = Emphasis.of(arranged, samples.SUMMIT, None, samples.RELATED)
    found = cells(arranged, YEARS, emphasis)
    year = YEARS.x(date(2024, 6, 20).toordinal())
    assert all(abs(x - year) < 6 for x in found.all)
    assert len(found.related) >= 1
    assert len(found.selected) == 1


@given(
    st.lists(
        st.tuples(st.dates(date(1990, 1, 1), date(2026, 1, 1)), st.integers(40, 4000), st.integers(1, 30)),
        max_size=30,
    )
)
def test_no_name_of_the_overview_touches_anything(
    rows: list[tuple[date, int, int]],
) -> None:
    items = tuple(
        TimelineItem(n, "event", "n" * size, parse_date(f"{start}/{start + timedelta(days=days)}"), "", (1,))
        for n, (start, days, size) in enumerate(rows)
    )
    arranged = Arranged(Timeline(items, (Lane(1, "One"),)), samples.TODAY)
    found = stretches(arranged, YEARS, None, Emphasis(), measure)
    for row in range(3):
        spans = [(stretch.x0, stretch.x1) for stretch in found if stretch.row == row]
        spans += [
            (stretch.label_x, stretch.label_x + stretch.label_width)
            for stretch in found
            if stretch.label and stretch.row + stretch.below == row
        ]
        spans.sort()
        assert all(end < start for (_, end), (start, _) in itertools.pairwise(spans))
    today = YEARS.x(arranged.today)
    for stretch in found:
        assert stretch.label_width <= measure(stretch.label, False) + 1e-6
        assert not stretch.label_x <= today <= stretch.label_x + stretch.label_width


def test_a_name_that_todays_line_would_cross_is_cut_before_it() -> None:
    item = TimelineItem(1, "event", "A year of rivers and lakes", parse_date("2019/2020"), "2019", (1,))
    arranged = Arranged(Timeline((item,), (Lane(1, "One"),)), samples.TODAY)
    scale = YEARS.showing(date(2018, 1, 1).toordinal(), date(2030, 1, 1).toordinal())
    (stretch,) = stretches(arranged, scale, None, Emphasis(), measure)
    assert 64 <= stretch.label_width < measure(stretch.label, False)
    assert stretch.label_x > stretch.x1
    assert stretch.label_x + stretch.label_width < scale.x(arranged.today)


def test_a_name_wider_than_all_there_is_room_for_is_cut_rather_than_left_out() -> None:
    item = TimelineItem(1, "event", "n" * 90, parse_date("2004/2026"), "", (1,))
    arranged = Arranged(Timeline((item,), (Lane(1, "One"),)), samples.TODAY)
    glass = (YEARS.x(date(2023, 1, 1).toordinal()), YEARS.x(date(2023, 8, 1).toordinal()))
    (stretch,) = stretches(arranged, YEARS, glass, Emphasis(), measure)
    assert stretch.below
    assert stretch.x0 <= stretch.label_x
    assert stretch.label_x + stretch.label_width < glass[0]
