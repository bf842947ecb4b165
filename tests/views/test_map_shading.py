"""Shading in steps: whole numbers, none left out, the most always the strongest."""

from hypothesis import given
from hypothesis import strategies as st

from dossier.views.map_shading import SHADES, STEPS, Shading
from dossier.views.values import RegionRow


def row(pk: int, initiatives: int = 0, events: int = 0, contacts: int = 0) -> RegionRow:
    return RegionRow(pk, f"KZ-{pk}", "Region", initiatives, events, contacts, ())


def test_few_numbers_have_a_step_each() -> None:
    rows = [row(pk, initiatives=n) for pk, n in enumerate((0, 1, 1, 2))]
    shading = Shading.of("initiatives", rows)
    assert shading.steps == ((1, 1), (2, 2))
    assert [shading.strength(each) for each in rows] == [0, 2, 2, 4]


def test_many_numbers_share_four_steps() -> None:
    shading = Shading.of("events", [row(1, events=23), row(2, events=3)])
    assert shading.steps == ((1, 6), (7, 12), (13, 18), (19, 23))


def test_without_a_shade_nothing_is_shaded_or_counted() -> None:
    shading = Shading.of("", [row(1, initiatives=4)])
    assert (shading.steps, shading.strength(row(1, 4)), shading.number(row(1, 4))) == ((), 0, 0)
    assert Shading.of("contacts", [row(1, initiatives=4)]).strength(row(1, 4)) == 0


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=30), st.sampled_from(SHADES))
def test_more_is_never_paler(numbers: list[int], by: str) -> None:
    rows = [RegionRow(pk, "", "", n, n, n, ()) for pk, n in enumerate(numbers)]
    shading = Shading.of(by, rows)
    strengths = [shading.strength(each) for each in sorted(rows, key=lambda each: each.events)]
    assert strengths == sorted(strengths)
    assert len(shading.steps) <= STEPS
    for number, each in zip(numbers, rows, strict=True):
        assert (shading.strength(each) == 0) == (number == 0)
        assert (shading.strength(each) == STEPS) or number == 0 or number < max(numbers)
