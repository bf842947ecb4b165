"""A person with a post: somebody new, a namesake, somebody known who gets another post."""

import pytest

from dossier.intake.forms import FieldError, Named, NewPerson, Origin, write
from dossier.language import wording
from dossier.model.records import Name, Person, Post
from dossier.search import resolve
from dossier.store import Dossier

EN = wording("en")
CALL = Origin("phone call with Ann Lee", "24 November 2026")


def add(dossier: Dossier, name: Named, organization: str, since: str = "") -> int:
    return write(dossier, EN, NewPerson(name, "Envoy", Named(organization), since, CALL)).pk


def test_the_parts_of_a_name_are_known_where_they_are_sure(empty: Dossier) -> None:
    pk = add(empty, Named("Бекова Айгерим Сериковна"), "МИД")
    with empty.read() as reader:
        (name,) = reader.find(Name, of=pk)
    assert (name.language, name.family, name.given, name.patronymic) == (
        "ru", "Бекова", "Айгерим", "Сериковна",
    )  # fmt: skip


def test_the_organization_is_the_known_one_by_any_of_its_names(seeded: Dossier) -> None:
    with seeded.read() as reader:
        unicef = resolve(reader, "UNICEF")
    for name, organization in (("One", "ЮНИСЕФ"), ("Two", "unicef"), ("Three", "UN Children’s Fund")):
        pk = add(seeded, Named(name), organization)
        with seeded.read() as reader:
            assert [post.organization for post in reader.find(Post, person=pk)] == [unicef], organization


def test_a_namesake_elsewhere_is_somebody_else_and_at_the_same_place_the_same(seeded: Dossier) -> None:
    with seeded.read() as reader:
        people = reader.count(Person)
    with pytest.raises(FieldError, match="is in the dossier already") as refusal:
        add(seeded, Named("Рашед Сарвар"), "UNICEF")
    assert refusal.value.field == "name"
    add(seeded, Named("Rashed Sarwar"), "UNDP")
    with seeded.read() as reader:
        assert reader.count(Person) == people + 1


def test_somebody_who_was_chosen_gets_the_post(seeded: Dossier) -> None:
    with seeded.read() as reader:
        known, people = resolve(reader, "Rashed Sarwar"), reader.count(Person)
    assert add(seeded, Named("Rashed Sarwar", known), "UNDP") == known
    with seeded.read() as reader:
        assert (reader.count(Person), len(reader.find(Post, person=known))) == (people, 2)


def test_a_post_that_begins_later_is_not_attested_yet(empty: Dossier) -> None:
    from dossier.views import card

    pk = add(empty, Named("Ann Lee"), "UN", "1 January 2027")
    with empty.read() as reader:
        shown = card(reader, EN, empty.clock().date(), pk)
    (posts,) = [block for block in shown.blocks if block.key == "posts"]
    note = "".join(run.text for run in posts.lines[0].note)
    assert note.startswith("from 1 January 2027; end not stated; as reported on 24 November 2026")
