"""What is marked for a selection: the links of the model, in both directions."""

from dossier.language import wording
from dossier.store import Reader
from dossier.views import name_of, related
from tests.views.making import Maker, named

EN = wording("en")
SUBJECTS = ("person", "organization", "initiative", "event", "place", "statement", "source")


def names(reader: Reader, pks: frozenset[int], *kinds: str) -> set[str]:
    return {name_of(reader, EN, pk) for pk, kind in reader.kinds(pks).items() if kind in kinds}


def test_a_person_leads_to_post_initiative_regions_event_words_and_source(reader: Reader) -> None:
    found = related(reader, named(reader, "Katarzyna Wawiernia"))
    assert names(reader, found, "organization") == {"United Nations Development Programme"}
    assert names(reader, found, "initiative") == {
        "Joint projects in four regions for socially vulnerable people"
    }
    assert names(reader, found, "place") == {"Abai", "Zhetisu", "Ulytau", "Kyzylorda", "Kazakhstan"}
    assert names(reader, found, "event") == {"Visit to the UN Plaza, Almaty"}
    assert names(reader, found, "source") == {"News article, Astana, 20 June 2024"}
    assert names(reader, found, "person") == set()
    assert len([pk for pk, kind in reader.kinds(found).items() if kind == "statement"]) == 1
    assert "passage" in reader.kinds(found).values()


def test_an_organization_leads_to_what_its_people_do(reader: Reader) -> None:
    found = related(reader, named(reader, "Ministry of Foreign Affairs"))
    assert "Akan Rakhmetullin" in names(reader, found, "person")
    assert "Visit to the UN Plaza, Almaty" in names(reader, found, "event")
    assert len(names(reader, found, "initiative")) == 5
    assert names(reader, found, "organization") == {
        "Kazakhstan",
        "Press Service of the Ministry of Foreign Affairs",
    }


def test_a_region_leads_back(reader: Reader) -> None:
    found = related(reader, named(reader, "Kyzylorda"))
    assert names(reader, found, "person") == {"Katarzyna Wawiernia"}
    assert names(reader, found, "organization") == {"United Nations Development Programme"}


def test_what_a_marks_marks_a(reader: Reader) -> None:
    pks = [pk for kind in (*SUBJECTS, "passage") for (pk,) in reader.rows(f"SELECT pk FROM {kind}")]
    found = {pk: related(reader, pk) for pk in pks}
    one_way = [(a, b) for a, others in found.items() for b in others if a not in found[b]]
    assert one_way == []
    assert all(pk not in others for pk, others in found.items())
    assert set().union(*found.values()) <= set(pks)


def test_a_part_stands_for_its_record(reader: Reader) -> None:
    person = named(reader, "Rashed Sarwar")
    post = reader.rows("SELECT pk FROM post WHERE person = :pk", pk=person)[0][0]
    assert related(reader, post) == related(reader, person)


def test_a_passage_leads_to_what_cites_it_and_its_source(maker: Maker) -> None:
    person = maker.person("Aigerim Sample")
    with maker.dossier.read() as reader:
        source = reader.rows("SELECT pk FROM source")[0][0]
        assert related(reader, maker.passage) == {person}
        assert related(reader, person) == {source, maker.passage}
        assert related(reader, source) == {person}


def test_somebody_alone_is_related_to_nothing(maker: Maker) -> None:
    event = maker.event("Meeting", "2024-06-20")
    other = maker.event("Another", "2024-06-21")
    with maker.dossier.read() as reader:
        assert other not in related(reader, event)
