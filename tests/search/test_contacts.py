"""Whose phone or e-mail it is: typed in part, with whatever spaces, and what stands there said and marked."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dossier.language import wording
from dossier.model.clock import clock_at
from dossier.model.records import ContactPoint, Name, Organization, Person, Post
from dossier.search import search
from dossier.store import Dossier
from dossier.views.values import Hit, Results

EN = wording("en")
PHONES = {
    "Aigul": "+7 7172 55 12 34",
    "Bolat": "+7 701 234 56 78",
    "Carla": "+41 22 917 1234",
    "Dana": "+7 727 250 17 01 ext. 7017",
}
EMAILS = {"Aigul": "aigul.s@unicef.org", "Carla": "Carla_Sarwar12@un-women.example", "Dana": "dana@undp.org"}


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    path: Path = tmp_path_factory.mktemp("contacts") / "a.dossier"
    with Dossier.create(path, clock=clock_at(date(2026, 11, 24))) as dossier:
        with dossier.edit("Fill") as edit:
            agency = edit.add(Organization(organization_kind="un_agency"))
            edit.add(Name(of=agency, text="Office of Lakes", language="en", name_kind="official"))
            edit.add(ContactPoint(of=agency, contact_kind="phone", value="+7 7172 69 69 69"))
            for name in ("Aigul", "Bolat", "Carla", "Dana", "☃☃ 🙂"):
                person = edit.add(Person())
                edit.add(Name(of=person, text=name, language="en", name_kind="official"))
                edit.add(Post(person=person, organization=agency))
                if name in PHONES:
                    edit.add(ContactPoint(of=person, contact_kind="phone", value=PHONES[name]))
                if name in EMAILS:
                    edit.add(ContactPoint(of=person, contact_kind="email", value=EMAILS[name]))
        yield dossier


def asked(dossier: Dossier, query: str) -> Results:
    with dossier.read() as reader:
        return search(reader, EN, query)


def names(dossier: Dossier, query: str) -> list[str]:
    return [hit.name for hit in asked(dossier, query).hits]


def marked(hit: Hit) -> list[str]:
    return [hit.why[start:end] for start, end in hit.why_spans]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("7172 55", ["Aigul"]),
        ("717255", ["Aigul"]),
        ("+7 (7172) 55-12", ["Aigul"]),
        ("8 7172 55 12 34", ["Aigul"]),
        ("7172 69", ["Office of Lakes"]),
        ("+7 701", ["Bolat"]),
        ("+7701", ["Bolat"]),
        ("8 701 234", ["Bolat"]),
        ("8701 234 56 78 ", ["Bolat"]),
        ("810 41 22 917", ["Carla"]),
        ("0041 22", ["Carla"]),
        ("17 01 7", []),  # an extension is no part of the number
        ("+7 702", []),
        ("71729", []),
        ("unicef.org", ["Aigul"]),
        ("unicef.o", ["Aigul"]),
        ("@un", ["Aigul", "Carla", "Dana"]),
        ("sarwar12@", ["Carla"]),
        ("sarwar12@UN-Women", ["Carla"]),
        ("sarwar1@", []),
        ("nobody@", []),
        ("agency:lakes unicef.org", ["Aigul"]),
        ("kind:organization 7172 69", ["Office of Lakes"]),
        ("☃", ["☃☃ 🙂"]),
        ("☃☃🙂", ["☃☃ 🙂"]),
        ("☃ 🙂", []),
    ],
)
def test_part_of_it_is_enough(dossier: Dossier, typed: str, found: list[str]) -> None:
    assert sorted(names(dossier, typed)) == sorted(found)


def test_why_says_which_and_marks_what_was_typed(dossier: Dossier) -> None:
    (hit,) = asked(dossier, "8 701 2345").hits
    assert hit.why == "phone: +7 701 234 56 78"
    assert marked(hit) == ["7 701 234 5"]
    (hit,) = asked(dossier, "7172 55").hits
    assert marked(hit) == ["7172 55"]
    (hit,) = asked(dossier, "SARWAR12@un").hits
    assert (hit.why, marked(hit)) == ("e-mail: Carla_Sarwar12@un-women.example", ["Sarwar12@un"])


def test_a_number_that_is_corrected_is_found_as_it_is_now(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "a.dossier", clock=clock_at(date(2026, 11, 24))) as dossier:
        with dossier.edit("Fill") as edit:
            person = edit.add(Person())
            edit.add(Name(of=person, text="Aigul", language="en", name_kind="official"))
            phone = edit.add(ContactPoint(of=person, contact_kind="phone", value="+7 701 234 56 78"))
        with dossier.edit("Correct") as edit:
            edit.set(phone, value="+7 705 999 56 78")
        assert names(dossier, "705 999") == ["Aigul"]
        assert names(dossier, "701 234") == []
        with dossier.edit("Delete") as edit:
            edit.delete(phone)
        assert names(dossier, "705 999") == []
