"""What lies in a period, by every kind of date, and as a plain reading of all records finds it."""

import pytest

from dossier.model.dates import parse_date
from dossier.model.records import (
    Attestation,
    Coverage,
    Event,
    Initiative,
    Organization,
    Participation,
    Person,
    Place,
    Post,
    Statement,
    StatementLink,
    Status,
)
from dossier.views.periods import organizations_within, parties_within, posts_within, within
from tests.views.making import Maker

JUNE = parse_date("2024-06")


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024-06-01", True), ("2024-06-30", True), ("2024-05-31", False), ("2024-07-01", False),
        ("2024-06", True), ("2024", True), ("2023", False), ("2024~", True),
        ("2024-05/2024-07", True), ("2024-05/..", True), ("../2024-05", False), ("../2024-06-01", True),
        ("2024-07/..", False), ("1992/2024", True),
    ],
)  # fmt: skip
def test_a_date_lies_where_one_of_its_days_does(maker: Maker, date: str, expected: bool) -> None:
    assert parse_date(date).overlaps(JUNE) is expected
    with maker.dossier.edit("Add") as edit:
        held = edit.add(Initiative(initiative_kind="project", period=parse_date(date)))
        stated = edit.add(Initiative(initiative_kind="project"))
        edit.add(Status(initiative=stated, status="opened", on=parse_date(date)))
        unit = edit.add(Organization(organization_kind="unit"))
        person = edit.add(Person())
        post = edit.add(Post(person=person, organization=unit, held=parse_date(date)))
    with maker.dossier.read() as reader:
        assert within(reader, JUNE).pks == ({held, stated} if expected else frozenset())
        assert posts_within(reader, JUNE, unit) == ({post} if expected else frozenset())
        assert parties_within(reader, JUNE, [unit, person]) == ({unit, person} if expected else frozenset())


def test_what_belongs_to_dated_things_lies_there_too(maker: Maker) -> None:
    with maker.dossier.edit("Add") as edit:
        country = edit.add(Place(place_kind="country"))
        region = edit.add(Place(place_kind="region", parent=country))
        other = edit.add(Place(place_kind="region", parent=country))
        event = edit.add(Event(event_kind="visit", date=parse_date("2024-06-19")))
        about = edit.add(Initiative(initiative_kind="project"))
        undated = edit.add(Initiative(initiative_kind="project"))
        edit.add(Coverage(initiative=about, place=region))
        edit.add(Coverage(initiative=undated, place=other))
        said = edit.add(Statement(nature="said", event=event))
        ministry = edit.add(Organization(organization_kind="ministry"))
        unit = edit.add(Organization(organization_kind="unit", parent=ministry))
        host = edit.add(Organization(organization_kind="ngo"))
        speaker, seen, idle = (edit.add(Person()) for _ in range(3))
        edit.add(StatementLink(statement=said, to=speaker, role="speaker"))
        edit.add(StatementLink(statement=said, to=about, role="about"))
        edit.add(Participation(event=event, party=host, role="host"))
        spoke = edit.add(Post(person=speaker, organization=unit))
        attested = edit.add(Post(person=seen, organization=unit))
        edit.add(Attestation(post=attested, on=parse_date("2024-06-20")))
        edit.add(Post(person=idle, organization=unit))
    with maker.dossier.read() as reader:
        found = within(reader, JUNE)
        assert (found.pks, found.undated) == ({about, region, country}, {undated})
        assert organizations_within(reader, JUNE) == {ministry, unit, host}
        assert posts_within(reader, JUNE, unit) == {spoke, attested}
        assert parties_within(reader, JUNE, [speaker, seen, idle, unit]) == {speaker, seen, unit}
        assert organizations_within(reader, parse_date("2023")) == frozenset()


def test_many_posts_are_found_by_the_other_way_alike(maker: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.views.periods._MANY", 3)
    with maker.dossier.edit("Add") as edit:
        units = [edit.add(Organization(organization_kind="unit")) for _ in range(5)]
        for unit in units[:4]:
            post = edit.add(Post(person=edit.add(Person()), organization=unit))
            edit.add(Attestation(post=post, on=parse_date("2024-06-20")))
    with maker.dossier.read() as reader:
        assert organizations_within(reader, JUNE) == set(units[:4])
