"""Records as data for the command line: fields, relations by name, citations of the record and its parts."""

import json
from typing import Any

import pytest

from dossier.language import wording
from dossier.store import Reader
from dossier.views import record_json
from tests.views.making import Maker, named

SUBJECTS = ("person", "organization", "initiative", "event", "place", "statement", "source")


def data(reader: Reader, name: str) -> dict[str, Any]:
    return record_json(reader, named(reader, name))


def test_a_person(reader: Reader) -> None:
    found = data(reader, "Madina Dzharbusynova")
    assert (found["kind"], found["name"]) == ("person", "Madina Dzharbusynova")
    assert found["id"] == reader.record(named(reader, "Madina Dzharbusynova")).id
    assert found["posts"] == [
        {
            "title": "Elected member",
            "organization": "Committee on the Elimination of Discrimination against Women",
            "place": None,
            "held": "2025/2028",
            "attested": [],
            "remit": [],
        }
    ]
    assert found["initiatives"][0]["role"] == "candidate"
    cited = {(citation["field"], citation["basis"]) for citation in found["citations"]}
    assert {("post.held", "stated"), ("post.title", "derived"), ("name", "stated")} <= cited


def test_a_citation_names_source_paragraph_and_what_is_stated(reader: Reader) -> None:
    found = data(reader, "Rashed Sarwar")["citations"]
    assert {
        "field": "post.organization",
        "source": "News article, Astana, 20 June 2024",
        "paragraph": 9,
        "stated": "UN Children’s Fund",
        "basis": "stated",
    } in found
    assert "post.attested" in {citation["field"] for citation in found}
    assert "statement.nature" in {citation["field"] for citation in found}


def test_a_region_has_its_code_and_its_projects(reader: Reader) -> None:
    found = data(reader, "Kyzylorda")
    assert (found["kind"], found["code"], found["parent"]) == ("region", "KZ-43", "Kazakhstan")
    assert found["initiatives"] == [
        {
            "name": "Joint projects in four regions for socially vulnerable people",
            "by": ["United Nations Development Programme"],
        }
    ]
    assert found["former_codes"] == [{"code": "KZ-KZY", "held": "../2022-11-29"}]


def test_an_organization(reader: Reader) -> None:
    found = data(reader, "Детский фонд ООН")
    assert (found["name"], found["acronym"], found["parent"]) == (
        "United Nations Children’s Fund", "UNICEF", "United Nations",
    )  # fmt: skip
    assert found["people"] == [{"name": "Rashed Sarwar", "title": "Representative in Kazakhstan"}]


def test_an_initiative_an_event_and_a_statement(reader: Reader) -> None:
    projects = data(reader, "Joint projects for vulnerable people")
    assert projects["name"] == "Joint projects in four regions for socially vulnerable people"
    assert [place["code"] for place in projects["places"]] == ["KZ-10", "KZ-33", "KZ-62", "KZ-43"]
    assert projects["statuses"] == [{"status": "described", "on": "2024-06-19"}]
    summit = data(reader, "SCO summit, Astana")
    assert (summit["date"], summit["announced"], summit["place"]) == ("2024-07-03/2024-07-04", True, "Astana")
    offered = reader.rows("SELECT pk FROM statement WHERE nature = 'offered'")[0][0]
    statement = record_json(reader, offered)
    assert (statement["speakers"], statement["addressees"], statement["on"]) == (
        ["United Nations"], ["Kazakhstan"], "2024-06-19",
    )  # fmt: skip


def test_a_source_with_its_paragraphs(reader: Reader) -> None:
    pk = reader.rows("SELECT pk FROM source WHERE source_kind = 'article'")[0][0]
    found = record_json(reader, pk)
    assert (found["published"], found["dateline"], found["publisher"]) == ("2024-06-20", "Astana", None)
    assert [paragraph["number"] for paragraph in found["paragraphs"]] == list(range(1, 11))
    assert found["paragraphs"][0]["original"] is None


@pytest.mark.parametrize("kind", SUBJECTS)
def test_every_record_is_plain_data_with_citations(reader: Reader, kind: str) -> None:
    for (pk,) in reader.rows(f"SELECT pk FROM {kind}"):
        found = record_json(reader, pk)
        assert json.loads(json.dumps(found)) == found
        assert found["name"]
        assert found["citations"], found["name"]


def test_names_are_those_of_their_owners_whatever_the_language(maker: Maker) -> None:
    person = maker.person("Aigerim Sample")
    with maker.dossier.read() as reader:
        before = record_json(reader, person)
        wording("ru").say("Posts")
        assert record_json(reader, person) == before
    assert before["name"] == "Aigerim Sample"
