"""A person with a post: somebody new, a namesake, somebody known who gets another post."""

from collections.abc import Callable

import pytest

from dossier.intake.forms import (
    Entry,
    FieldError,
    Named,
    NamesakesError,
    NewEvent,
    NewInitiative,
    NewOrganization,
    NewPerson,
    Origin,
    write,
)
from dossier.language import wording
from dossier.model.records import Name, Person, Post
from dossier.search import resolve
from dossier.store import Dossier

EN = wording("en")
CALL = Origin("phone call with Ann Lee", "24 November 2026")


def add(dossier: Dossier, name: Named, organization: str, since: str = "", *, another: bool = False) -> int:
    return write(dossier, EN, NewPerson(name, "Envoy", Named(organization), since, CALL, another)).pk


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


@pytest.mark.parametrize(("name", "organization"), [("Рашед Сарвар", "UNICEF"), ("Rashed Sarwar", "UNDP")])
def test_a_namesake_is_added_only_when_that_is_decided(seeded: Dossier, name: str, organization: str) -> None:
    with seeded.read() as reader:
        known, people = resolve(reader, "Rashed Sarwar"), reader.count(Person)
    with pytest.raises(NamesakesError, match="is in the dossier already") as refusal:
        add(seeded, Named(name), organization)
    assert refusal.value.field == "name"
    (found,) = refusal.value.namesakes
    assert (found.pk, found.name, found.detail) == (
        known, "Rashed Sarwar", "Representative in Kazakhstan, UNICEF",
    )  # fmt: skip
    with seeded.read() as reader:
        assert reader.count(Person) == people
    add(seeded, Named(name), organization, another=True)
    with seeded.read() as reader:
        assert reader.count(Person) == people + 1


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (lambda **more: NewOrganization("ЮНИСЕФ", "", "un_body", Named(), Named(), CALL, **more), "name"),
        (lambda **more: NewOrganization("Another", "undp", "ngo", Named(), Named(), CALL, **more), "acronym"),
        (lambda **more: NewEvent("Visit to well", "visit", "", Named(), (), (), CALL, **more), "title"),
        (
            lambda **more: NewInitiative(
                "visit WELL", "project", "", "", Named(), "partner", (), CALL, **more
            ),
            "title",
        ),
    ],
)
def test_other_records_of_a_known_name_ask_too(
    seeded: Dossier, entry: Callable[..., Entry], field: str
) -> None:
    if field == "title":
        write(seeded, EN, entry())
    with pytest.raises(NamesakesError) as refusal:
        write(seeded, EN, entry())
    assert refusal.value.field == field
    write(seeded, EN, entry(another=True))


def test_an_organization_is_no_part_of_itself(empty: Dossier) -> None:
    with pytest.raises(FieldError, match="can't be part of itself") as refusal:
        write(empty, EN, NewOrganization("Zorg", "", "ngo", Named("ZORG"), Named(), CALL))
    assert refusal.value.field == "parent"


@pytest.mark.parametrize(
    ("name", "since", "source", "field"),
    [
        ("\u202e\u200b", "", "told by Ann", "name"),
        ("Ann\ud800", "", "told by Ann", "name"),
        ("Ann Bo", "2999", "told by Ann", "since"),
        ("Ann Bo", "", "...", "source"),
        ("Ann Bo", "", " , ; ", "source"),
        ("Ann Bo", "", ", paragraph 3", "source"),
        ("Ann Bo", "", "told\0by", "source"),
    ],
)
def test_what_nobody_can_read_or_mean_is_refused(
    empty: Dossier, name: str, since: str, source: str, field: str
) -> None:
    entry = NewPerson(Named(name), "", Named(), since, Origin(source, "24 November 2026"))
    with pytest.raises(FieldError) as refusal:
        write(empty, EN, entry)
    assert refusal.value.field == field
    with empty.read() as reader:
        assert reader.count(Person) == 0


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
