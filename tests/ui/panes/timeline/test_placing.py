"""What the days above show, and that no two words touch."""

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dossier.model.dates import day, parse_date
from dossier.views.timeline_values import Lane, Timeline, TimelineItem
from tests.ui.panes import samples
from ui.panes.timeline.emphasis import Emphasis
from ui.panes.timeline.items import Arranged
from ui.panes.timeline.marks import reach
from ui.panes.timeline.placing import Placed, place
from ui.panes.timeline.row import Rows
from ui.panes.timeline.scale import Scale

JUNE = Scale(date(2024, 6, 10).toordinal(), 594 / 28.8, left=116, width=594)
LANES = (Lane(1, "One"), Lane(2, "Two"), Lane(3, "Three"))


def measure(text: str, bold: bool) -> float:
    return len(text) * (6.5 if bold else 6.0)


def event(pk: int, text: str, *lanes: int, name: str = "") -> TimelineItem:
    return TimelineItem(pk, "event", name or f"Event {pk}", parse_date(text), text, lanes or (1,))


def placed(
    *items: TimelineItem, selected: int | None = None, related: frozenset[int] = frozenset()
) -> tuple[Arranged, Emphasis, Placed]:
    arranged = Arranged(Timeline(items, LANES), samples.TODAY)
    emphasis = Emphasis.of(arranged, selected, None, related)
    return arranged, emphasis, place(arranged, JUNE, range(3), emphasis, measure)


def test_a_day_is_a_point_in_its_middle_and_a_range_a_bar() -> None:
    _, _, found = placed(event(1, "2024-06-19"), event(2, "2024-07-03/2024-07-04"))
    point, bar = sorted(found.marks, key=lambda mark: mark.x0)
    assert point.is_point
    assert round(point.middle, 2) == round(JUNE.x(date(2024, 6, 19).toordinal() + 0.5), 2)
    assert not bar.is_point
    assert round(bar.x1 - bar.x0, 2) == round(2 * JUNE.per_day, 2)


def test_an_item_of_two_lanes_is_marked_in_both_and_named_in_the_hosts() -> None:
    _, _, found = placed(event(1, "2024-06-19", 2, 1))
    assert sorted((mark.row, mark.is_host) for mark in found.marks) == [(0, False), (1, True)]
    assert [label.mark.row for label in found.labels] == [1]


def test_a_bar_of_two_lanes_is_the_hosts_in_one_of_them() -> None:
    _, _, found = placed(event(1, "2024-07-03/2024-07-04", 3, 1))
    assert sorted((mark.row, mark.is_host) for mark in found.marks) == [(0, False), (2, True)]


def test_what_lasts_longer_than_two_views_is_left_to_the_overview() -> None:
    _, _, found = placed(event(1, "1992/2024"), event(2, "2024-06-01/2024-07-15"))
    assert [mark.x1 - mark.x0 > 0 for mark in found.marks] == [True]


def test_points_of_one_day_stand_side_by_side_where_it_is_wide_enough() -> None:
    week = JUNE.showing(date(2024, 6, 17).toordinal(), date(2024, 6, 24).toordinal())
    arranged = Arranged(Timeline((event(1, "2024-06-19"), event(2, "2024-06-19")), LANES), samples.TODAY)
    found = place(arranged, week, range(3), Emphasis(), measure)
    left, right = sorted(mark.middle for mark in found.marks)
    assert right - left >= 14
    assert week.x(date(2024, 6, 19).toordinal()) < left
    assert right < week.x(date(2024, 6, 20).toordinal())


def test_points_too_near_are_one_mark_that_says_how_many_more() -> None:
    _, _, found = placed(event(1, "2024-06-19"), event(2, "2024-06-19"), event(3, "2024-06-19"))
    assert [sorted(mark.members) for mark in found.marks] == [[0, 1, 2]]
    assert [label.more for label in found.labels] == ["+2"]


def test_a_mark_of_several_stands_for_the_chosen_one_before_the_related() -> None:
    arranged, _, found = placed(
        event(1, "2024-06-19"), event(2, "2024-06-19"), event(3, "2024-06-19"),
        selected=3, related=frozenset((2,)),
    )  # fmt: skip
    assert [arranged.items[mark.item].pk for mark in found.marks] == [3]


def test_bars_that_overlap_share_the_height_of_their_lane() -> None:
    _, _, found = placed(event(1, "2024-06-12/2024-06-20"), event(2, "2024-06-15/2024-06-25"))
    assert sorted((mark.lane, mark.lanes) for mark in found.marks) == [(0, 2), (1, 2)]


def test_too_many_bars_are_one_but_for_what_was_chosen() -> None:
    bars = [event(pk, f"2024-06-{10 + pk}/2024-06-28") for pk in range(1, 9)]
    arranged, _, found = placed(*bars, selected=4)
    busy = [mark for mark in found.marks if mark.is_busy]
    assert [len(mark.members) for mark in busy] == [8]
    assert [arranged.items[mark.item].pk for mark in found.marks if not mark.is_busy] == [4]


def test_a_name_goes_to_the_left_where_the_right_has_no_room() -> None:
    _, _, found = placed(event(1, "2024-07-06", name="A name of some length"))
    (label,) = found.labels
    assert label.x + label.width < label.mark.x0


def test_a_name_with_no_room_is_cut_and_with_less_left_out() -> None:
    _, _, cut = placed(event(1, "2024-06-24", name="x" * 200))
    assert 64 <= cut.labels[0].width < measure("x" * 200, False)
    _, _, none = placed(
        event(1, "2024-06-19", name="first"), event(2, "2024-06-21", name="y" * 40),
        event(3, "2024-06-23", name="last"), selected=3,
    )  # fmt: skip
    assert "y" * 40 not in [label.text for label in none.labels]


def test_a_crowded_row_has_columns_and_still_the_chosen_one() -> None:
    many = [
        TimelineItem(n, "event", f"Event {n}", day(date(2024, 6, 10) + timedelta(days=n % 28)), "", (1,))
        for n in range(1, 2000)
    ]
    arranged, _, found = placed(*many, selected=777, related=frozenset((5,)))
    assert sum(column.count for column in found.columns) > 1500
    assert any(column.is_related for column in found.columns)
    assert [arranged.items[mark.item].pk for mark in found.marks] == [777]


def test_cells_kept_from_another_frame_show_what_they_would_anew() -> None:
    many = [
        TimelineItem(n, "event", f"Event {n}", day(date(2024, 1, 1) + timedelta(days=n * n % 367)), "", (1,))
        for n in range(1, 900)
    ]
    arranged = Arranged(Timeline(tuple(many), LANES), samples.TODAY)
    emphasis = Emphasis.of(arranged, 77, None, frozenset((5, 9)))
    scale = JUNE.showing(date(2024, 2, 1).toordinal(), date(2024, 9, 1).toordinal())
    rows = Rows(arranged, scale, emphasis)
    for _ in range(40):
        scale = scale.moved(7.0)
        assert rows.fits(scale)
        kept = place(arranged, scale, range(3), emphasis, measure, rows)
        anew = place(arranged, scale, range(3), emphasis, measure)
        assert [(c.count, c.is_related, round(c.x, 3)) for c in kept.columns] == [
            (c.count, c.is_related, round(c.x, 3)) for c in anew.columns
        ]
        assert [mark.members for mark in kept.marks] == [mark.members for mark in anew.marks]
    assert not rows.fits(scale.zoomed(1.1, 300))


DAYS = st.dates(date(2024, 6, 1), date(2024, 7, 20))
ITEMS = st.lists(
    st.tuples(
        DAYS, st.integers(0, 9), st.sampled_from([(1,), (2,), (3,), (1, 2), (3, 1)]), st.integers(1, 30)
    ),
    max_size=40,
)


@given(ITEMS, st.sets(st.integers(0, 39), max_size=6))
def test_no_name_touches_another_name_or_a_mark(
    rows: list[tuple[date, int, tuple[int, ...], int]], related: set[int]
) -> None:
    items = [
        event(
            n, f"{start}/{start + timedelta(days=length)}" if length else str(start), *lanes, name="n" * size
        )
        for n, (start, length, lanes, size) in enumerate(rows)
    ]
    _arranged, emphasis, found = placed(*items, related=frozenset(related))
    for row in range(3):
        marks = [reach(mark, emphasis) for mark in found.marks if mark.row == row]
        spans = sorted((label.x, label.x + label.width) for label in found.labels if label.mark.row == row)
        assert all(JUNE.left <= left and right <= JUNE.right for left, right in spans)
        assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))
        assert not any(left < end and start < right for left, right in spans for start, end in marks)


@given(ITEMS)
def test_every_item_in_sight_is_in_a_mark(rows: list[tuple[date, int, tuple[int, ...], int]]) -> None:
    items = [
        event(n, f"{start}/{start + timedelta(days=length)}" if length else str(start), *lanes)
        for n, (start, length, lanes, _) in enumerate(rows)
    ]
    arranged, _, found = placed(*items)
    seen = {member for mark in found.marks for member in mark.members}
    for position in range(len(items)):
        if arranged.starts[position] < JUNE.end and JUNE.start < arranged.ends[position]:
            assert position in seen


def test_what_goes_on_all_over_the_days_in_sight_is_a_line_at_the_foot() -> None:
    months = ("2024-06", "2024", "1992/2028", "2020/..", "2024-06-19")
    items = tuple(
        TimelineItem(pk, "event", f"Item {pk}", parse_date(text), text, (1,))
        for pk, text in enumerate(months, 1)
    )
    arranged = Arranged(Timeline(items, (Lane(1, "One"),)), date(2026, 11, 24))
    middle = date(2024, 6, 15).toordinal()
    nothing = Emphasis.of(arranged, None, None, frozenset())
    for span, lines, marks in (
        (4, {2, 3, 4}, set()),
        (20, {2, 3, 4}, {1, 5}),
        (400, {3, 4}, {1, 2, 5}),
        (40_000, set(), {1, 2, 3, 4, 5}),
    ):
        scale = Scale(0, 1, 100, 600).showing(middle - span / 2, middle + span / 2)
        found = place(arranged, scale, range(1), nothing, measure)
        assert {arranged.items[line.item].pk for line in found.through} == lines
        members = {arranged.items[each].pk for mark in found.marks for each in mark.members}
        assert members == marks
    chosen = Emphasis.of(arranged, 1, None, frozenset())
    scale = Scale(0, 1, 100, 600).showing(middle - 2, middle + 2)
    first = place(arranged, scale, range(1), chosen, measure).through[0]
    assert arranged.items[first.item].pk == 1, "what was chosen is always there"
