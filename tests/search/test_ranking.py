"""Stopping early loses nothing: the first fifty hits are those of a brute force, at every keystroke."""

from collections.abc import Iterator
from random import Random

import pytest

from benchmarks.agreeing import Agreeing
from benchmarks.people import fill
from benchmarks.typing import queries
from dossier.language import wording
from dossier.search import search
from dossier.search.passes import CAP
from dossier.store import Dossier, Reader
from tests.search.brute_force import BruteForce

PEOPLE = 3_000


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with Dossier.create(tmp_path_factory.mktemp("crowd") / "a.dossier") as dossier:
        fill(dossier, PEOPLE)
        with dossier.read() as reader:
            yield reader


@pytest.fixture(scope="module")
def brute_force(crowd: Reader) -> BruteForce:
    return BruteForce(crowd)


def test_the_brute_force_for_a_million_gives_what_the_plain_one_gives(
    crowd: Reader, brute_force: BruteForce
) -> None:
    quick = Agreeing(crowd)
    keystrokes = [query[:end] for query in queries(60, PEOPLE) for end in range(1, len(query) + 1)]
    for query in [*"aам1", *Random(3).sample(keystrokes, 60)]:
        assert quick.top(query) == brute_force.top(query), query


def test_the_first_fifty_are_those_of_a_brute_force(crowd: Reader, brute_force: BruteForce) -> None:
    keystrokes = [query[:end] for query in queries(60, PEOPLE) for end in range(1, len(query) + 1)]
    typed = [*"aktsамқ1", *Random(1).sample(keystrokes, 120)]
    broad, different = 0, {}
    for query in typed:
        expected = brute_force.top(query)
        results = search(crowd, wording("en"), query, limit=50)
        broad += results.total >= CAP
        found = [hit.pk for hit in results.hits][: len(expected)]
        if found != expected:
            different[query] = (expected, found)
    assert broad > 20
    assert different == {}
