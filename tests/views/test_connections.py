"""Whom and what a record is connected with: through what, how closely, by which source; and back."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.language import wording
from dossier.model.dates import parse_date
from dossier.model.records import (
    Coverage,
    Event,
    Initiative,
    Involvement,
    Name,
    Organization,
    Participation,
    Person,
    Place,
    Post,
    Statement,
    StatementLink,
)
from dossier.store import Dossier, Reader
from dossier.store.edit import Edit
from dossier.views.connection_values import Connection, Connections
from dossier.views.connections import MOST, connections_of
from dossier.views.lookup import Lookup
from dossier.views.reach import reach
from dossier.views.ties import ties
from tests.views.making import TODAY, Maker, named, plain

EN = wording("en")
KINDS = ("person", "organization", "initiative", "event", "place")


def found(reader: Reader, name: str) -> Connections:
    return connections_of(reader, EN, TODAY, named(reader, name))


def entry(of: Connections, name: str) -> Connection:
    return next(each for each in of.entries if each.name == name)


def test_two_guests_are_connected_through_their_event_and_nothing_more(reader: Reader) -> None:
    other = entry(found(reader, "Katarzyna Wawiernia"), "Akan Rakhmetullin")
    (way,) = other.ways
    assert (other.closeness, other.detail) == (2, "First Deputy Foreign Minister, MFA")
    assert way.line.plain == "Same event: Visit to the UN Plaza, Almaty"
    assert way.line.when == "19 June 2024"
    assert plain(way.line.note) == "Katarzyna Wawiernia: speaker; Akan Rakhmetullin: guest"
    assert way.line.cites
    assert way.through == named(reader, "Visit to the UN Plaza, Almaty")


def test_a_post_says_how_long_it_is_known_to_have_been_held(reader: Reader) -> None:
    agency = found(reader, "Katarzyna Wawiernia").entries[0]
    way = agency.ways[0]
    assert agency.name == "United Nations Development Programme (UNDP)"
    assert way.line.plain == "Post: Resident Representative in Kazakhstan"
    assert plain(way.line.note).startswith("in post on 20 June 2024; not confirmed since")


def test_what_was_said_leads_to_its_topic_by_the_statement_itself(reader: Reader) -> None:
    region = entry(found(reader, "Katarzyna Wawiernia"), "Kyzylorda")
    first, second = region.ways
    assert first.line.plain.startswith("Spoke about: Kyzylorda – Spoke about joint projects in four regions")
    assert plain(first.line.note) == "described: Katarzyna Wawiernia"
    assert any(run.kind == "statement" for run in first.line.runs)
    assert second.line.plain == "Through the initiative: Joint projects for vulnerable people"


def test_an_agency_is_connected_with_what_its_people_do(reader: Reader) -> None:
    event = entry(
        found(reader, "Ministry of Foreign Affairs of the Republic of Kazakhstan"),
        "Visit to the UN Plaza, Almaty",
    )
    (way,) = event.ways
    assert (event.closeness, way.line.plain) == (5, "Through its people: Akan Rakhmetullin")
    assert way.line.when == "19 June 2024"


def test_the_closest_come_first_and_of_them_the_newest(maker: Maker) -> None:
    ann, bob, cleo, dan = (maker.person(name) for name in ("Ann", "Bob", "Cleo", "Dan"))
    agency, other = maker.organization("Agency"), maker.organization("Ministry")
    old, new = maker.event("Old talks", "2020-01-01"), maker.event("New talks", "2024-01-01")
    for person in (ann, dan):
        maker.post(person, agency, "Clerk", "2024-06-20")
    maker.post(ann, other, "Adviser", "2023-06-20")
    for party, event in ((ann, old), (bob, old), (ann, new), (cleo, new)):
        maker.takes_part(party, event)
    with maker.dossier.read() as reader:
        names = [(each.closeness, each.name) for each in found(reader, "Ann").entries]
    assert names == [
        (1, "Agency"), (1, "New talks"), (1, "Ministry"), (1, "Old talks"),
        (2, "Cleo"), (2, "Bob"),
        (4, "Dan"),
    ]  # fmt: skip


def test_both_of_one_initiative_whether_they_have_a_part_in_it_or_speak_about_it(maker: Maker) -> None:
    ann, agency, project = maker.person("Ann"), maker.organization("Agency"), maker.initiative("Wells")
    maker.cited(Involvement(initiative=project, party=agency, role="sponsor"))
    maker.statement("Wells are being dug.", ann, on="2024-06-20", about=(project,))
    with maker.dossier.read() as reader:
        way = entry(found(reader, "Agency"), "Ann").ways[0]
    assert way.line.plain == "Same initiative: Wells"
    assert plain(way.line.note) == "sponsor: Agency; Ann: spoke about it"


def test_an_event_that_was_only_announced_is_not_told_as_one_that_was(maker: Maker) -> None:
    ann, bob, event = maker.person("Ann"), maker.person("Bob"), maker.event("Trip", "2025-01", announced=True)
    maker.takes_part(ann, event)
    maker.takes_part(bob, event, "guest")
    with maker.dossier.read() as reader:
        note = plain(entry(found(reader, "Ann"), "Bob").ways[0].line.note)
    assert note.startswith("announced for January 2025; as reported on 20 June 2024")


def test_who_is_only_spoken_about_does_not_act_for_an_agency(maker: Maker) -> None:
    ann, bob, agency = maker.person("Ann"), maker.person("Bob"), maker.organization("Agency")
    maker.post(bob, agency, "Clerk", "2024-06-20")
    maker.statement("Bob did well.", ann, on="2024-06-20", about=(bob,))
    with maker.dossier.read() as reader:
        assert [each.name for each in found(reader, "Agency").entries] == ["Bob"]


def test_of_a_crowd_the_rest_is_counted_and_leaves_room_for_others(maker: Maker) -> None:
    agency = maker.organization("Agency", parent=maker.organization("Ministry"))
    with maker.dossier.edit("A crowd") as edit:
        for number in range(60):
            person = edit.add(Person())
            edit.add(Name(of=person, text=f"Person {number}", language="en", name_kind="official"))
            edit.add(Post(person=person, organization=agency))
    with maker.dossier.read() as reader:
        of = found(reader, "Agency")
    assert len(of.entries) == MOST
    assert "Ministry" in [each.name for each in of.entries]
    assert of.rest == "and 21 more"


def test_of_a_hub_it_is_said_that_there_is_more(maker: Maker) -> None:
    agency = maker.organization("Agency")
    for number in range(4):
        maker.post(maker.person(f"Person {number}"), agency, "Clerk")
    cut: list[str] = []
    with maker.dossier.read() as reader:
        kept = list(ties(reader, [agency], most=3, cut=cut.append))
    assert (len(kept), cut) == (3, ["post"])


def test_somebody_alone_has_no_connection(maker: Maker) -> None:
    maker.person("Ann")
    with maker.dossier.read() as reader:
        assert found(reader, "Ann").entries == ()


def test_a_part_stands_for_its_record(reader: Reader) -> None:
    person = named(reader, "Rashed Sarwar")
    post = reader.rows("SELECT pk FROM post WHERE person = :pk", pk=person)[0][0]
    assert connections_of(reader, EN, TODAY, post).pk == person


@pytest.fixture(params=["seed", "training"])
def whole(request: pytest.FixtureRequest) -> Iterator[Reader]:
    opened: Dossier = request.getfixturevalue(request.param)
    with opened.read() as reader:
        yield reader


def test_whatever_a_is_connected_with_is_connected_with_a_by_the_same_ways(whole: Reader) -> None:
    lookup = Lookup(whole)
    pks = [pk for kind in KINDS for (pk,) in whole.rows(f"SELECT pk FROM {kind}")]
    ways = {(pk, each.far, each.way, each.through) for pk in pks for each in reach(whole, lookup, pk).found}
    assert ways
    assert {(far, pk, way, through) for pk, far, way, through in ways} == ways
    assert all(pk != far for pk, far, _, _ in ways)


def test_each_way_has_its_source(whole: Reader) -> None:
    pks = [pk for kind in KINDS for (pk,) in whole.rows(f"SELECT pk FROM {kind} LIMIT 25")]
    for pk in pks:
        of = connections_of(whole, EN, TODAY, pk)
        unsourced = [
            (of.name, each.name, way.line.plain)
            for each in of.entries
            for way in each.ways
            if not way.line.cites or way.line.state == "unsourced"
        ]
        assert unsourced == []


_KINDS_OF_TIE = ("post", "part", "involved", "covers", "spoke", "told")
_RELATIONS = st.sets(
    st.tuples(st.sampled_from(_KINDS_OF_TIE), st.integers(0, 2), st.integers(0, 1)), max_size=12
).map(lambda found: {each for each in found if each[0] != "covers" or each[1] == 0})


@given(relations=_RELATIONS)
@settings(max_examples=25, deadline=timedelta(seconds=5))
def test_any_connection_holds_both_ways(
    tmp_path_factory: pytest.TempPathFactory, relations: set[tuple[str, int, int]]
) -> None:
    with Dossier.create(tmp_path_factory.mktemp("any") / "a.dossier") as dossier:
        with dossier.edit("Records") as edit:
            people = [edit.add(Person()) for _ in range(3)]
            sets = [_set(edit) for _ in range(2)]
            for what, party, number in sorted(relations):
                _relate(edit, what, people[party], sets[number])
        with dossier.read() as reader:
            lookup = Lookup(reader)
            pks = (*people, *(pk for each in sets for pk in each))
            pairs = {(pk, each.far, each.way) for pk in pks for each in reach(reader, lookup, pk).found}
    assert {(far, pk, way) for pk, far, way in pairs} == pairs


Records = tuple[int, int, int, int]


def _set(edit: Edit) -> Records:
    """An agency, an event, an initiative and a region."""
    return (
        edit.add(Organization(organization_kind="ministry")),
        edit.add(Event(event_kind="meeting", date=parse_date("2024"))),
        edit.add(Initiative(initiative_kind="project")),
        edit.add(Place(place_kind="region")),
    )


def _relate(edit: Edit, what: str, person: int, records: Records) -> None:
    agency, event, matter, place = records
    match what:
        case "post":
            edit.add(Post(person=person, organization=agency, place=place))
        case "part":
            edit.add(Participation(event=event, party=person, role="guest"))
        case "involved":
            edit.add(Involvement(initiative=matter, party=person, role="sponsor"))
        case "covers":
            edit.add(Coverage(initiative=matter, place=place))
        case "spoke":
            _say(edit, event, ("speaker", person), ("about", matter), ("about", agency))
        case "told":
            _say(edit, event, ("speaker", person), ("addressee", agency))


def _say(edit: Edit, event: int, *links: tuple[str, int]) -> None:
    statement = edit.add(Statement(nature="said", event=event))
    for role, to in links:
        edit.add(StatementLink(statement=statement, to=to, role=role))
