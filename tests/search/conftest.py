"""A small dossier to search in: people of two agencies, what they did, and namesakes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from dossier.model.clock import clock_at
from dossier.model.dates import parse_date
from dossier.model.records import (
    Attestation,
    Coverage,
    Event,
    Initiative,
    Involvement,
    Name,
    Note,
    Organization,
    Paragraph,
    Participation,
    Person,
    Place,
    Post,
    Source,
    Statement,
    StatementLink,
    Text,
)
from dossier.store import Dossier, Edit, Reader

DAY = parse_date("2024-06-19")


@dataclass
class World:
    """The open dossier, and the pks of its records by a short key."""

    dossier: Dossier
    pks: dict[str, int] = field(default_factory=dict)

    def __getitem__(self, key: str) -> int:
        return self.pks[key]

    def key(self, pk: int) -> str:
        return next((key for key, value in self.pks.items() if value == pk), str(pk))


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    path: Path = tmp_path_factory.mktemp("search") / "a.dossier"
    with Dossier.create(path, clock=clock_at(date(2026, 11, 24)), author="Officer") as dossier:
        world = World(dossier)
        with dossier.edit("Fill") as edit:
            Filler(edit, world.pks).fill()
        yield world


@pytest.fixture
def reader(world: World) -> Iterator[Reader]:
    with world.dossier.read() as reader:
        yield reader


@dataclass
class Filler:
    edit: Edit
    pks: dict[str, int]

    def fill(self) -> None:
        self.places()
        self.organizations()
        self.people()
        self.doings()

    def places(self) -> None:
        self.pks["oblast"] = self.edit.add(Place(place_kind="region", code="KZ-43"))
        self.named("oblast", ("Kyzylorda", "en", "official"), ("Кызылординская область", "ru", "official"))
        self.named("oblast", ("Kyzylorda Region", "en", "alias"))
        self.pks["almaty"] = self.edit.add(Place(place_kind="city", code="KZ-75"))
        self.named("almaty", ("Almaty", "en", "official"))
        self.pks["plaza"] = self.edit.add(Place(place_kind="building", parent=self.pks["almaty"]))
        self.named("plaza", ("UN Plaza in Almaty", "en", "official"))

    def organizations(self) -> None:
        self.organization("kazakhstan", "state", None, ("Kazakhstan", "en", "official"))
        self.organization(
            "ministry",
            "ministry",
            "kazakhstan",
            ("Ministry of Foreign Affairs", "en", "official"),
            ("Foreign Ministry", "en", "alias"),
            ("МИД", "ru", "acronym"),
        )
        self.organization("un", "igo", None, ("United Nations", "en", "official"), ("UN", "en", "acronym"))
        self.organization(
            "unicef",
            "un_agency",
            "un",
            ("UN Children’s Fund", "en", "official"),
            ("UNICEF", "en", "acronym"),
            ("ЮНИСЕФ", "ru", "acronym"),
        )
        self.organization(
            "undp",
            "un_agency",
            "un",
            ("UN Development Programme", "en", "official"),
            ("UNDP", "en", "acronym"),
        )

    def people(self) -> None:
        self.person(
            "akan",
            "First Deputy Foreign Minister",
            "ministry",
            ("Akan Rakhmetullin", "en", "official"),
            ("Акан Рахметуллин", "ru", "transliteration"),
            ("Ақан Рахметуллин", "kk-Cyrl", "official"),
        )
        self.person(
            "tokayev",
            "President",
            "kazakhstan",
            ("Kassym-Jomart Tokayev", "en", "official"),
            ("Қасым-Жомарт Тоқаев", "kk-Cyrl", "official"),
        )
        self.person("sarwar", "Representative", "unicef", ("Rashed Sarwar", "en", "official"))
        self.person("wawiernia", "Resident Representative", "undp", ("Katarzyna Wawiernia", "en", "official"))
        self.person("namesake", "Driver", "undp", ("Akan Sarwarov", "en", "official"))
        self.pks["postless"] = self.edit.add(Person())
        self.named("postless", ("Akan Abenov", "en", "official"))
        self.edit.add(Note(of=self.pks["postless"], text="Met at the harvest fair."))

    def doings(self) -> None:
        add, pks = self.edit.add, self.pks
        pks["projects"] = add(Initiative(initiative_kind="project"))
        self.titled("projects", "Joint projects in four regions", "Совместные проекты в четырёх областях")
        add(Text(of=pks["projects"], field="aim", language="en", text="Support for vulnerable people"))
        add(Involvement(initiative=pks["projects"], party=pks["undp"], role="implementer"))
        add(Coverage(initiative=pks["projects"], place=pks["oblast"]))
        pks["visit"] = add(Event(event_kind="visit", date=DAY, place=pks["plaza"]))
        self.titled("visit", "Visit to the Plaza")
        add(Participation(event=pks["visit"], party=pks["akan"], role="guest"))
        pks["said"] = add(Statement(nature="stressed", on=DAY, event=pks["visit"]))
        add(
            Text(
                of=pks["said"], field="statement", language="en", text="Water in the steppe is a common task."
            )
        )
        add(StatementLink(statement=pks["said"], to=pks["akan"], role="speaker"))
        pks["article"] = add(Source(source_kind="article", published=DAY, dateline="Astana", language="en"))
        paragraph = add(Paragraph(source=pks["article"], number=1))
        summary = "A visit on a summer day; " * 8 + "the guest spoke of glaciers; " + "and so on. " * 20
        add(Text(of=paragraph, field="summary", language="en", text=summary))

    def organization(self, key: str, kind: str, parent: str | None, *names: tuple[str, str, str]) -> None:
        above = self.pks[parent] if parent else None
        self.pks[key] = self.edit.add(Organization(organization_kind=kind, parent=above))
        self.named(key, *names)

    def person(self, key: str, title: str, organization: str, *names: tuple[str, str, str]) -> None:
        self.pks[key] = self.edit.add(Person())
        self.named(key, *names)
        post = self.edit.add(Post(person=self.pks[key], organization=self.pks[organization]))
        self.edit.add(Text(of=post, field="title", language="en", text=title))
        self.edit.add(Attestation(post=post, on=DAY))

    def named(self, key: str, *names: tuple[str, str, str]) -> None:
        for text, language, kind in names:
            self.edit.add(Name(of=self.pks[key], text=text, language=language, name_kind=kind))

    def titled(self, key: str, english: str, russian: str | None = None) -> None:
        self.edit.add(Text(of=self.pks[key], field="title", language="en", text=english))
        if russian:
            self.edit.add(Text(of=self.pks[key], field="title", language="ru", text=russian, translated=True))
