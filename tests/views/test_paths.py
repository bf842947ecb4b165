"""How two records know each other: the shortest ways, each step with its source, the same from both ends."""

from itertools import pairwise

import pytest

from dossier.language import wording
from dossier.store import Dossier, Reader
from dossier.views.connection_values import Paths
from dossier.views.paths import paths_between, shortest
from tests.views.making import TODAY, Maker, named

EN = wording("en")


def between(reader: Reader, start: str, end: str) -> Paths:
    return paths_between(reader, EN, TODAY, named(reader, start), named(reader, end))


def steps(found: Paths) -> list[list[tuple[str, str]]]:
    return [[(step.way.line.plain, step.name) for step in path.steps] for path in found.paths]


def test_two_guests_of_one_event_are_two_steps_apart(reader: Reader) -> None:
    found = between(reader, "Katarzyna Wawiernia", "Akan Rakhmetullin")
    assert steps(found) == [
        [
            ("Part in the event: speaker", "Visit to the UN Plaza, Almaty"),
            ("Part in the event: guest", "Akan Rakhmetullin"),
        ]
    ]
    assert [step.way.line.when for step in found.paths[0].steps] == ["19 June 2024"] * 2
    assert (found.start.name, found.end.name, found.none) == ("Katarzyna Wawiernia", "Akan Rakhmetullin", "")


def test_what_people_do_goes_before_where_things_are(maker: Maker) -> None:
    ann, bob, agency = maker.person("Ann"), maker.person("Bob"), maker.organization("Agency")
    maker.post(ann, agency, "Clerk", "2024-06-20")
    maker.post(bob, agency, "Director", "2024-06-20")
    event = maker.event("Talks", "2024-01-01")
    matter = maker.initiative("Wells")
    for person in (ann, bob):
        maker.takes_part(person, event)
        maker.statement("Wells", person, about=(matter,))
    maker.event("Other talks", "2024-01-02")
    with maker.dossier.read() as reader:
        found = between(reader, "Ann", "Bob")
    assert [[name for _, name in path] for path in steps(found)] == [
        ["Agency", "Bob"], ["Talks", "Bob"], ["Wells", "Bob"],
    ]  # fmt: skip


def test_of_many_shortest_paths_the_three_newest_are_told(maker: Maker) -> None:
    ann, bob = maker.person("Ann"), maker.person("Bob")
    for year in range(2018, 2024):
        event = maker.event(f"Talks of {year}", f"{year}-01-01")
        maker.takes_part(ann, event)
        maker.takes_part(bob, event)
    with maker.dossier.read() as reader:
        found = between(reader, "Ann", "Bob")
    assert [path[0][1] for path in steps(found)] == ["Talks of 2023", "Talks of 2022", "Talks of 2021"]


def chain(maker: Maker, length: int) -> None:
    """Person 0 and the last one, so many steps apart: person, event, person, …"""
    people = [maker.person(f"Person {number}") for number in range(length // 2 + 1)]
    for one, other in pairwise(people):
        event = maker.event(f"Talks {one}", "2024-01-01")
        maker.takes_part(one, event)
        maker.takes_part(other, event)


def test_four_steps_are_found(maker: Maker) -> None:
    chain(maker, 4)
    with maker.dossier.read() as reader:
        assert len(between(reader, "Person 0", "Person 2").paths[0].steps) == 4


def test_more_than_four_steps_are_no_connection_and_that_is_said(maker: Maker) -> None:
    chain(maker, 6)
    with maker.dossier.read() as reader:
        found = between(reader, "Person 0", "Person 3")
    assert (found.paths, found.none) == ((), "No recorded connection within 4 steps.")


def test_nobody_is_connected_with_themselves(maker: Maker) -> None:
    maker.person("Ann")
    with maker.dossier.read() as reader:
        assert between(reader, "Ann", "Ann").none == "Both are the same record; choose another one."


def test_a_cancelled_search_gives_nothing(maker: Maker) -> None:
    chain(maker, 4)
    with maker.dossier.read() as reader:
        ends = named(reader, "Person 0"), named(reader, "Person 2")
        assert shortest(reader, *ends, cancelled=lambda: True) == []


@pytest.mark.parametrize("which", ["seed", "training"])
def test_paths_are_sourced_step_by_step_and_lead_back(request: pytest.FixtureRequest, which: str) -> None:
    opened: Dossier = request.getfixturevalue(which)
    with opened.read() as reader:
        people = [pk for (pk,) in reader.rows("SELECT DISTINCT party FROM participation ORDER BY party")][:9]
        pairs = [(one, other) for one in people for other in people if one < other]
        for one, other in pairs:
            found = paths_between(reader, EN, TODAY, one, other)
            assert bool(found.paths) != bool(found.none)
            for path in found.paths:
                assert path.steps[-1].pk == other
                assert all(step.way.line.cites for step in path.steps)
            there = {tuple(tie.fact for tie in way) for way in shortest(reader, one, other)}
            back = {tuple(tie.fact for tie in reversed(way)) for way in shortest(reader, other, one)}
            assert len(there) == len(back)
