"""Who acts for an organization is found by one question, and gives what asking each of its people gives."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from dossier.intake.seed import load_seed, training_seed
from dossier.language import wording
from dossier.model.clock import clock_at
from dossier.model.records import Name, Organization, Person, Post, Record
from dossier.store import Dossier, Reader
from dossier.views import card
from dossier.views import relations as rel
from dossier.views.lookup import Lookup
from tests.views.making import TODAY

EN = wording("en")


@pytest.fixture(scope="module", params=["seed", "training"])
def dossier(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    folder = training_seed() if request.param == "training" else None
    path = tmp_path_factory.mktemp("relations") / "a.dossier"
    with Dossier.create(path, clock=clock_at(TODAY), fill=partial(load_seed, folder=folder)) as dossier:
        yield dossier


def acting_for(lookup: Lookup, organization: int) -> tuple[int, ...]:
    whole = rel.below(lookup, organization)
    return (*whole, *dict.fromkeys(post.person for post in rel.posts_at(lookup, *whole)))


def test_what_is_done_for_an_organization_is_what_each_of_its_people_did(dossier: Dossier) -> None:
    with dossier.read() as reader:
        for each in reader.all(Organization):
            lookup = Lookup(reader)
            whole, actors = rel.below(lookup, each.pk), acting_for(lookup, each.pk)
            posts = rel.posts_at(lookup, *whole)

            assert rel.staff(Lookup(reader), *whole) == tuple((post.pk, post.person) for post in posts)
            assert rel.statements_for(Lookup(reader), *whole) == rel.statements_by(lookup, *actors)
            assert rel.participations_for(Lookup(reader), *whole) == rel.participations_of(lookup, *actors)


def test_a_page_reads_no_more_records_of_an_agency_of_a_thousand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    plain_find = Reader.find

    def counted(self: Reader, record_class: type[Record], **equals: object) -> tuple[Record, ...]:
        found = plain_find(self, record_class, **equals)
        read.append(len(found))
        return found

    monkeypatch.setattr(Reader, "find", counted)
    with Dossier.create(tmp_path / "a.dossier", clock=clock_at(TODAY)) as dossier:
        few, many = _agency(dossier, 300), _agency(dossier, 1000)
        with dossier.read() as reader:
            read.clear()
            assert "and 260 more posts" in _last_of_people(reader, few)
            once = sum(read)
            read.clear()
            assert "and 960 more posts" in _last_of_people(reader, many)
            assert sum(read) <= once


def _agency(dossier: Dossier, people: int) -> int:
    with dossier.edit("Add an agency") as edit:
        agency = edit.add(Organization(organization_kind="un_agency"))
        for number in range(people):
            person = edit.add(Person())
            edit.add(Name(of=person, text=f"Person {number}", language="en", name_kind="official"))
            edit.add(Post(person=person, organization=agency))
    return agency


def _last_of_people(reader: Reader, organization: int) -> str:
    page = card(reader, EN, TODAY, organization)
    return next(each for each in page.blocks if each.key == "people").lines[-1].plain
