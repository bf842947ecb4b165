"""Small dossiers and lists for the tests of importing contacts."""

import csv
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dossier.intake.contacts import Group, Plan, plan_contacts, write_contacts
from dossier.model.clock import clock_at
from dossier.model.dates import Date, day
from dossier.model.records import ContactPoint, Name, Organization, Person, Place, Post, Text
from dossier.store import Change, Dossier

HEADER = ("name", "organization", "post", "phone", "email")
Rows = Sequence[Sequence[str]]


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with Dossier.create(tmp_path / "a.dossier", clock=clock_at(date(2026, 11, 24)), author="Officer") as made:
        yield made


@pytest.fixture
def make_list(tmp_path: Path) -> Callable[..., Path]:
    def make(rows: Rows, header: Sequence[str] = HEADER, name: str = "list.csv") -> Path:
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])
        return path

    return make


class Importing:
    """Imports lists given as rows into one dossier."""

    def __init__(self, dossier: Dossier, make_list: Callable[..., Path]) -> None:
        self.dossier = dossier
        self._make_list = make_list

    def plan(self, rows: Rows, header: Sequence[str] = HEADER, name: str = "list.csv", **how: Any) -> Plan:
        return plan_contacts(self.dossier, self._make_list(rows, header, name), **how)

    def groups(self, rows: Rows, header: Sequence[str] = HEADER, **how: Any) -> list[str]:
        return [Group(group).name for group in self.plan(rows, header, **how).groups]

    def take(self, rows: Rows, header: Sequence[str] = HEADER, **how: Any) -> Change | None:
        return write_contacts(self.dossier, self.plan(rows, header, **how), {})

    def people(self) -> list[tuple[str, ...]]:
        """Of each person the names, posts with organizations, and contact points, sorted."""
        with self.dossier.read() as reader:
            found = []
            for person in reader.all(Person):
                names = [name.text for name in reader.find(Name, of=person.pk)]
                posts = []
                for post in reader.find(Post, person=person.pk):
                    titles = [text.text for text in reader.find(Text, of=post.pk)]
                    agencies = [name.text for name in reader.find(Name, of=post.organization)]
                    posts.append(" @ ".join([*titles, *agencies]))
                points = [point.value for point in reader.find(ContactPoint, of=person.pk)]
                found.append((*names, *posts, *points))
            return sorted(found)

    def count(self, record_class: type[Organization | Person | Place]) -> int:
        with self.dossier.read() as reader:
            return reader.count(record_class)


@pytest.fixture
def importing(dossier: Dossier, make_list: Callable[..., Path]) -> Importing:
    return Importing(dossier, make_list)


def on(text: str) -> Date:
    return day(date.fromisoformat(text))
