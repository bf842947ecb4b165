"""Small dossiers for the tests of the store."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from dossier.model.clock import clock_at
from dossier.model.dates import parse_date
from dossier.model.records import Name, Note, Organization, Person, Post, Text
from dossier.store import Dossier


@dataclass(frozen=True)
class Sample:
    """A dossier with one person in one post, and the pks of what is in it."""

    dossier: Dossier
    person: int
    organization: int
    name: int
    post: int


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Dossier]:
    with Dossier.create(
        tmp_path / "a.dossier", clock=clock_at(date(2026, 11, 24)), author="Officer"
    ) as dossier:
        yield dossier


@pytest.fixture
def sample(empty: Dossier) -> Sample:
    with empty.edit("Add a contact") as edit:
        organization = edit.add(Organization(organization_kind="ministry"))
        edit.add(
            Name(of=organization, text="Ministry of Foreign Affairs", language="en", name_kind="official")
        )
        person = edit.add(Person())
        name = edit.add(Name(of=person, text="Aigerim Sample", language="en", name_kind="official"))
        post = edit.add(Post(person=person, organization=organization, held=parse_date("2024/..")))
        edit.add(Text(of=post, field="title", language="en", text="Head of Division"))
        edit.add(Note(of=person, text="Prefers mornings"))
    return Sample(empty, person, organization, name, post)
