"""Items as sorted numbers."""

from datetime import date

from dossier.model.dates import Date, parse_date
from dossier.views.timeline_values import Lane, Timeline, TimelineItem
from tests.ui.panes import samples
from ui.panes.timeline.items import Arranged


def item(pk: int, text: str, *lanes: int) -> TimelineItem:
    return TimelineItem(pk, "event", f"Event {pk}", parse_date(text), text, lanes or (1,))


LANES = (Lane(1, "One"), Lane(2, "Two"))


def test_items_are_in_the_order_of_their_days() -> None:
    arranged = Arranged(samples.TIMELINE, samples.TODAY)
    assert [item.pk for item in arranged.items] == [
        samples.COOPERATION, samples.VISIT, samples.REPORT, samples.SUMMIT, samples.TERM, samples.YEAR,
    ]  # fmt: skip
    assert arranged.starts == sorted(arranged.starts)


def test_a_day_lasts_to_the_next_one_and_a_range_through_its_last_day() -> None:
    arranged = Arranged(samples.TIMELINE, samples.TODAY)
    visit, summit = arranged.position[samples.VISIT], arranged.position[samples.SUMMIT]
    assert arranged.starts[visit] == date(2024, 6, 19).toordinal()
    assert (arranged.length(visit), arranged.length(summit)) == (1, 2)


def test_an_open_end_reaches_to_today_and_what_has_no_day_is_left_to_the_list() -> None:
    undated = TimelineItem(3, "event", "Some day", Date("", None, None), "", (1,))
    timeline = Timeline((item(1, "2020-01-01/.."), item(2, "../2021-05-01"), undated), LANES)
    arranged = Arranged(timeline, date(2026, 11, 24))
    assert sorted(item.pk for item in arranged.items) == [1, 2]
    assert arranged.ends[arranged.position[1]] == date(2026, 11, 24).toordinal()
    assert arranged.starts[arranged.position[2]] == date(2020, 1, 1).toordinal()


def test_the_related_alone_keep_only_their_lanes() -> None:
    timeline = Timeline((item(1, "2024-01-01", 1), item(2, "2024-01-02", 2)), LANES)
    arranged = Arranged(timeline, samples.TODAY, only=frozenset((2,)))
    assert [lane.name for lane in arranged.lanes] == ["Two"]
    assert arranged.rows(0) == (0,)


def test_decades_hold_everything() -> None:
    assert Arranged(samples.TIMELINE, samples.TODAY).decades() == (1990, 2030)
    assert Arranged(Timeline((item(1, "2030-01-01"),), LANES), samples.TODAY).decades() == (2030, 2040)


def test_the_busiest_weeks_show_first_the_latest_of_equals() -> None:
    days = ["2020-03-01", "2020-03-02", "2024-06-19", "2024-06-20", "2025-01-01"]
    timeline = Timeline(tuple(item(n, text) for n, text in enumerate(days)), LANES)
    first, last = Arranged(timeline, samples.TODAY).fresh_view()
    assert first < date(2024, 6, 19).toordinal()
    assert date(2024, 6, 21).toordinal() <= last
    assert last - first == 28


def test_with_nothing_but_years_today_shows_first() -> None:
    first, last = Arranged(Timeline((item(1, "1992/2024"),), LANES), samples.TODAY).fresh_view()
    assert first < samples.TODAY.toordinal() < last
