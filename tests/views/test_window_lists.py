"""The lists of the window: tree, initiatives, regions, timeline and counts."""

import pytest

from dossier.language import wording
from dossier.model.dates import parse_date
from dossier.model.records import Coverage, Event, Initiative, Person, Place, Source, Statement, StatementLink
from dossier.store import Reader
from dossier.views import (
    counts,
    initiatives,
    organization_children,
    regions,
    shown_kind,
    timeline,
    tree_around,
    tree_path,
)
from dossier.views.timeline_values import Lane, Timeline
from dossier.views.values import TreeRow
from tests.views.making import TODAY, Maker, named

EN = wording("en")


def children(reader: Reader, pk: int | None) -> list[TreeRow]:
    return list(organization_children(reader, EN, TODAY, pk))


def test_the_tree_opens_branch_by_branch(reader: Reader) -> None:
    roots = children(reader, None)
    assert [row.name for row in roots] == [
        "Kazakhstan",
        "Shanghai Cooperation Organization",
        "United Nations",
    ]
    assert [row.has_children for row in roots] == [True, False, True]
    below = children(reader, roots[2].pk)
    assert [(row.kind, row.name, row.acronym, row.detail) for row in below[:3]] == [
        ("person", "António Guterres", "", "Secretary-General"),
        ("organization", "Committee on the Elimination of Discrimination against Women", "CEDAW", ""),
        ("organization", "Human Rights Council", "HRC", ""),
    ]
    cedaw = children(reader, below[1].pk)
    assert [(row.name, row.detail, row.parent) for row in cedaw] == [
        ("Madina Dzharbusynova", "Elected member, 2025–2028", below[1].pk)
    ]


def test_the_path_leads_from_the_root_to_a_row(reader: Reader) -> None:
    names = ("United Nations", "UNICEF", "Rashed Sarwar")
    path = tuple(named(reader, name) for name in names)
    assert tree_path(reader, path[2]) == path
    assert tree_path(reader, path[1]) == path[:2]
    assert tree_path(reader, named(reader, "Abai")) == ()


def test_somebody_without_a_post_stands_at_the_root(maker: Maker) -> None:
    agency = maker.organization("Agency")
    person = maker.person("Aigerim Sample")
    with maker.dossier.read() as reader:
        assert [row.pk for row in children(reader, None)] == [agency, person]
        assert tree_path(reader, person) == (person,)


def test_two_posts_at_one_organization_are_one_row(maker: Maker) -> None:
    agency, person = maker.organization("Agency"), maker.person("Aigerim Sample")
    maker.post(person, agency, "Head")
    maker.post(person, agency, "Member of the Board", held="2020/..")
    with maker.dossier.read() as reader:
        assert [row.detail for row in children(reader, agency)] == ["Head, Member of the Board, from 2020"]


def test_initiatives_say_who_where_and_what_is_stated(reader: Reader) -> None:
    rows = {row.name: row for row in initiatives(reader, EN, TODAY)}
    assert len(rows) == 7
    assert (
        rows["Joint projects for vulnerable people"].detail
        == "UNDP · 4 regions · spoken about on 19 June 2024"
    )
    assert rows["UN Regional Center in Almaty"].detail == (
        "Kazakhstan · Central Asia, Afghanistan, Almaty · proposed"
    )
    assert rows["Year of Volunteers, 2026"].when == "2026"


def test_regions_with_something_and_all_twenty(reader: Reader) -> None:
    found = regions(reader, EN)
    assert [(row.name, row.code, row.initiatives) for row in found] == [
        ("Abai", "KZ-10", 1), ("Kyzylorda", "KZ-43", 1), ("Ulytau", "KZ-62", 1), ("Zhetisu", "KZ-33", 1),
    ]  # fmt: skip
    assert [(row.name, row.detail) for row in found[0].rows] == [
        ("Joint projects for vulnerable people", "UNDP")
    ]
    assert len(regions(reader, EN, all=True)) == 20


def test_a_region_with_an_event_in_one_of_its_buildings_has_something(maker: Maker) -> None:
    region = maker.cited(Place(place_kind="region", code="KZ-10"))
    building = maker.cited(Place(place_kind="building", parent=region))
    maker.cited(Place(place_kind="region", code="KZ-33"))
    maker.cited(Event(event_kind="meeting", place=building))
    with maker.dossier.read() as reader:
        assert [(row.pk, row.events) for row in regions(reader, EN)] == [(region, 1)]
        assert shown_kind(reader, region) == "region"
        assert shown_kind(reader, building) == "place"


def test_counts(reader: Reader) -> None:
    found = counts(reader)
    assert (found["person"], found["initiative"], found["organization"]) == (6, 7, 11)


def test_the_timeline_lays_events_in_the_lanes_of_those_who_take_part(reader: Reader) -> None:
    shown = timeline(reader, EN)
    assert [lane.name for lane in shown.lanes] == [
        "Kazakhstan", "SCO", "UN", "Sources",
    ]  # fmt: skip
    kazakhstan, sco, un, sources = (lane.pk for lane in shown.lanes)
    assert sources == 0
    items = {item.name: item for item in shown.items}
    assert items["Visit to the UN Plaza, Almaty"].lanes == (kazakhstan, un)
    assert items["SCO summit, Astana"].lanes == (sco,)
    assert items["SCO summit, Astana"].announced
    assert items["SCO summit, Astana"].when == "announced for 3–4 July 2024"
    assert items["News article, Astana, 20 June 2024"].lanes == (0,)
    starts = [item.date.earliest for item in shown.items]
    assert starts == sorted(starts, key=str)


def test_an_undated_part_of_an_event_lies_where_the_event_does_and_says_so(reader: Reader) -> None:
    trip = next(item for item in timeline(reader, EN).items if item.name.startswith("UN Secretary-General"))
    assert trip.date == parse_date("2024-07-03/2024-07-04")
    assert trip.when == "announced; date not stated, part of what is announced for 3–4 July 2024"
    assert trip.name == "UN Secretary-General’s trip (date not stated)"
    assert [item.name for item in timeline(reader, EN).items if not item.dated] == [trip.name]


def test_the_lane_of_the_host_comes_first(maker: Maker) -> None:
    guests, hosts = maker.organization("Guests"), maker.organization("Hosts")
    event = maker.event("Meeting", "2024-06-20")
    maker.takes_part(maker.person("Nobody"), event, "speaker")
    maker.takes_part(guests, event, "guest")
    maker.takes_part(hosts, event, "host")
    with maker.dossier.read() as reader:
        item = next(item for item in timeline(reader, EN).items if item.pk == event)
    assert item.lanes == (hosts, guests)


def test_what_no_organization_takes_part_in_has_a_lane_of_its_own(maker: Maker) -> None:
    maker.event("Storm", "2024-06-19")
    maker.event("Undated")
    with maker.dossier.read() as reader:
        shown = timeline(reader, EN)
    assert [(item.name, item.lanes) for item in shown.items] == [
        ("Storm", (-1,)),
        ("News article, 20 June 2024", (0,)),
    ]
    assert [lane.name for lane in shown.lanes] == ["Other", "Sources"]


def test_words_said_at_no_event_lie_on_the_timeline_themselves(maker: Maker) -> None:
    agency = maker.organization("Agency")
    said = maker.statement("Asked for help.", agency, nature="asked", on="2024-06-01")
    maker.statement("Never dated.", agency)
    event = maker.event("Meeting", "2024-06-02")
    there = maker.cited(Statement(nature="said", on=parse_date("2024-06-02"), event=event))
    maker.add(StatementLink(statement=there, to=agency, role="speaker"))
    with maker.dossier.read() as reader:
        items = [item for item in timeline(reader, EN).items if item.kind != "source"]
    assert [(item.pk, item.kind, item.lanes) for item in items] == [
        (said, "statement", (agency,)), (event, "event", (-1,)),
    ]  # fmt: skip


def test_records_without_a_name_are_called_by_their_kind(maker: Maker) -> None:
    maker.add(Source(source_kind="list"))
    maker.add(Person())
    place = maker.add(Place(place_kind="area"))
    maker.add(Coverage(initiative=maker.initiative("Center"), place=place))
    with maker.dossier.read() as reader:
        assert [row.name for row in children(reader, None)] == ["Person"]
        assert regions(reader, EN) == ()
        assert initiatives(reader, EN, TODAY)[0].detail == "Place"
        assert timeline(reader, EN).lanes == (Lane(0, "Sources"),)


def test_an_empty_dossier_has_empty_lists(maker: Maker) -> None:
    with maker.dossier.edit("Clear") as edit:
        edit.delete(edit.reader.rows("SELECT pk FROM source")[0][0])
    with maker.dossier.read() as reader:
        assert children(reader, None) == []
        assert initiatives(reader, EN, TODAY) == ()
        assert regions(reader, EN, all=True) == ()
        assert timeline(reader, EN) == Timeline((), ())
        assert set(counts(reader).values()) == {0}


def test_some_people_stand_in_what_holds_them(reader: Reader) -> None:
    wawiernia, undp, un = (named(reader, name) for name in ("Katarzyna Wawiernia", "UNDP", "United Nations"))
    branches = tree_around(reader, EN, TODAY, (wawiernia,))
    assert [row.pk for row in branches[None]] == [un]
    assert [row.pk for row in branches[un]] == [undp]
    assert branches[undp] == tuple(row for row in children(reader, undp) if row.pk == wawiernia)


def test_lanes_by_kind_and_by_region(reader: Reader) -> None:
    kinds, places = timeline(reader, EN, "kind"), timeline(reader, EN, "region")
    assert [lane.name for lane in kinds.lanes] == [
        "International year or day", "Relations", "Summit", "Term of office", "Trip", "Visit", "Sources",
    ]  # fmt: skip
    assert [item.pk for item in kinds.items] == [item.pk for item in places.items]
    named = {lane.pk: lane.name for lane in places.lanes}
    lies = {item.name: [named[lane] for lane in item.lanes] for item in places.items}
    assert lies["Visit to the UN Plaza, Almaty"] == ["Almaty"]
    assert lies["SCO summit, Astana"] == ["Astana"]
    assert list(named.values())[-2:] == ["Other", "Sources"]
    with pytest.raises(KeyError):
        timeline(reader, EN, "colour")


def test_a_statement_lies_in_the_regions_it_is_about(maker: Maker) -> None:
    with maker.dossier.edit("Add") as edit:
        region = edit.add(Place(place_kind="region", code="KZ-10"))
        city = edit.add(Place(place_kind="city", parent=region))
        project = edit.add(Initiative(initiative_kind="project"))
        edit.add(Coverage(initiative=project, place=city))
        said = edit.add(Statement(nature="said", on=parse_date("2024-06-19")))
        edit.add(StatementLink(statement=said, to=project, role="about"))
        event = edit.add(Event(event_kind="meeting", date=parse_date("2024-06-20"), initiative=project))
    with maker.dossier.read() as reader:
        lanes = {item.pk: item.lanes for item in timeline(reader, EN, "region").items}
    assert (lanes[said], lanes[event]) == ((region,), (region,))
