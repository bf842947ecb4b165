"""A name means one record, or the program says which ones it might."""

import pytest

from dossier.model.errors import AmbiguousNameError, UnknownNameError
from dossier.search import resolve
from dossier.store import Reader
from tests.search.conftest import World


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Katarzyna Wawiernia", "wawiernia"),
        ("Wawiernia Katarzyna", "wawiernia"),
        ("Wawiernia", "wawiernia"),
        ("Токаев", "tokayev"),
        ("UNICEF", "unicef"),
        ("unicef", "unicef"),
        ("Foreign Ministry", "ministry"),
        ("МИД", "ministry"),
        ("Kyzylorda", "oblast"),
        ("Kyzylorda Region", "oblast"),
        ("Almaty", "almaty"),
        ("Joint projects in four regions", "projects"),
        ("Visit to the Plaza", "visit"),
        ("UN", "un"),
        ("News article, Astana, 19 June 2024", "article"),
    ],
)
def test_a_name_means_its_record(world: World, reader: Reader, name: str, expected: str) -> None:
    assert world.key(resolve(reader, name)) == expected


def test_an_id_wins(world: World, reader: Reader) -> None:
    for key in ("akan", "said", "article"):
        assert resolve(reader, reader.record(world[key]).id.upper()) == world[key]


def test_a_person_is_not_meant_by_their_agency(world: World, reader: Reader) -> None:
    with pytest.raises(UnknownNameError):
        resolve(reader, "UNICEF", kind="person")


def test_kind_decides_between_names(world: World, reader: Reader) -> None:
    with pytest.raises(AmbiguousNameError):
        resolve(reader, "Plaza")
    assert resolve(reader, "Plaza", kind="event") == world["visit"]


def test_several_are_listed_best_first(world: World, reader: Reader) -> None:
    with pytest.raises(AmbiguousNameError, match="“Akan” fits 3 records") as caught:
        resolve(reader, "Akan")
    assert [world.key(pk) for pk in caught.value.candidates] == ["akan", "namesake", "postless"]


def test_a_misspelt_name_brings_the_nearest(world: World, reader: Reader) -> None:
    with pytest.raises(
        UnknownNameError, match="Nothing in the dossier is called “Katarzina Vaviernja”"
    ) as caught:
        resolve(reader, "Katarzina Vaviernja")
    assert world.key(caught.value.nearest[0]) == "wawiernia"
    with pytest.raises(UnknownNameError) as caught:
        resolve(reader, "Takayev")
    assert world.key(caught.value.nearest[0]) == "tokayev"


def test_a_wrong_last_letter_is_not_taken_for_a_half_typed_sound(world: World, reader: Reader) -> None:
    """P may become ph while one types, and so f; in a command the name is typed to its end."""
    with pytest.raises(UnknownNameError) as caught:
        resolve(reader, "UNICEP")
    assert world.key(caught.value.nearest[0]) == "unicef"


@pytest.mark.parametrize("name", ["Napoleon", "", "***", "\0", "\udcff", "x" * 5_000])
def test_an_unknown_name_brings_nothing(reader: Reader, name: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        resolve(reader, name)
    assert caught.value.nearest == ()
