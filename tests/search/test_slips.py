"""Slips: the distance is the one of the books, and the index of shortened words misses no word within it."""

from hypothesis import given
from hypothesis import strategies as st

from dossier.search.slips import Distances, allowed
from dossier.store.terms import shortened

WORDS = st.text(alphabet="abcd", min_size=1, max_size=9)


def table(one: str, other: str) -> list[int]:
    """The last row of the table of distances, with swaps of neighbours."""
    rows = [list(range(len(other) + 1))]
    for at, letter in enumerate(one, 1):
        row = [at]
        for place, compared in enumerate(other, 1):
            cost = min(rows[-1][place] + 1, row[-1] + 1, rows[-1][place - 1] + (letter != compared))
            if at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == compared:
                cost = min(cost, rows[-2][place - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1]


@given(WORDS, WORDS)
def test_the_distance_is_that_of_the_table(one: str, other: str) -> None:
    assert Distances(one).to(other) == table(one, other)[-1]
    assert Distances(one).to(other, half=True) == min(table(one, other))


@given(st.text(alphabet="abcdefgh", min_size=7, max_size=12), st.data())
def test_words_up_to_two_slips_apart_share_a_shortened_one(word: str, data: st.DataObject) -> None:
    other = word
    for _ in range(2):
        at = data.draw(st.integers(0, len(other) - 1))
        slips = [
            other[:at] + other[at + 1 :],
            other[:at] + "x" + other[at:],
            other[:at] + "x" + other[at + 1 :],
            other[:at] + other[at : at + 2][::-1] + other[at + 2 :],
        ]
        other = data.draw(st.sampled_from(slips))
    assert set(shortened(word)) & set(shortened(other))


def test_longer_words_may_have_more_slips() -> None:
    assert [allowed("abcdefghijklmnopqrstuvwxy"[:length]) for length in (3, 4, 6, 7, 24, 25)] == [
        0,
        1,
        1,
        2,
        2,
        0,
    ]
    assert allowed("2024") == 0
