"""The training dossier: everything can be seen in it, and nothing of it can be taken for real."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pypdfium2
import pytest

from dossier.export.contact_csv import contact_csv
from dossier.export.contact_pages import render_contacts
from dossier.export.pdf import render_pdf
from dossier.export.vcard import vcards
from dossier.intake.seed import load_seed, training_seed
from dossier.language import LANGUAGES, wording
from dossier.model.records import (
    NATURES,
    ContactPoint,
    Event,
    Initiative,
    Name,
    Note,
    Organization,
    Person,
    Source,
    Statement,
    Status,
    Text,
)
from dossier.search import resolve, search
from dossier.store import Dossier, Reader
from dossier.views import (
    agency_contacts,
    card,
    contact_words,
    record_json,
    regions,
    sheet,
    training_mark,
)
from tests.export.read_pdf import page_count
from tests.views.making import TODAY, block, plain

EN = wording("en")


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    with Dossier.create(tmp_path_factory.mktemp("training") / "training.dossier") as opened:
        load_seed(opened, training_seed())
        yield opened


@pytest.fixture
def training(dossier: Dossier) -> Iterator[Reader]:
    with dossier.read() as reader:
        yield reader


def hits(reader: Reader, query: str) -> dict[str, str]:
    """The first hits by name, and the place for which they were found."""
    return {hit.name: hit.why for hit in search(reader, EN, query, limit=60).hits}


def test_it_holds_a_few_hundred_people_and_loads_as_one_change(dossier: Dossier, training: Reader) -> None:
    assert 300 <= training.count(Person) <= 500
    assert len(dossier.history()) == 1
    assert dossier.check(deep=True) == ()


def test_nothing_in_it_leads_to_anybody_real(training: Reader) -> None:
    for source in training.all(Source):
        assert source.fictional or source.source_kind == "reference", source
    forms = {
        "phone": r"\+7 700 000 \d\d \d\d",
        "email": r"[a-z0-9.-]+@[a-z]+\.example\.org",
        "web": r"https://[a-z]+\.example\.org",
        "address": r"\d+ Example Street, Astana",
    }
    for point in training.all(ContactPoint):
        assert re.fullmatch(forms[point.contact_kind], point.value), point


def test_each_file_says_in_its_first_line_that_it_is_invented() -> None:
    for file in files("seeds").joinpath("training").iterdir():
        if file.name.endswith(".toml"):
            assert file.read_text(encoding="utf-8").startswith("# TRAINING – fictional"), file.name


def test_no_word_mixes_alphabets(training: Reader) -> None:
    words = [word for text in training.all(Text) for word in re.findall(r"\w+", text.text)]
    words += [word for name in training.all(Name) for word in re.findall(r"\w+", name.text)]
    mixed = re.compile(r"(?=.*[A-Za-z])(?=.*[Ѐ-ӿ])")
    assert [word for word in words if mixed.match(word)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_kind_of_sheet_is_marked_and_one_page(training: Reader, code: str) -> None:
    mark = training_mark(training, wording(code))
    assert mark
    assert mark != (code != "en" and training_mark(training, EN))
    pks = [training.all(kind)[0].pk for kind in (Person, Organization, Initiative, Event)]
    pks.append(regions(training, EN)[0].pk)
    made = [sheet(training, wording(code), TODAY, pk) for pk in pks]
    assert {each.marking for each in made} == {mark}
    assert sheet(training, wording(code), TODAY, pks[0], marking="TLP:RED").marking == f"{mark} · TLP:RED"
    assert page_count(render_pdf(made)) == len(made)
    assert card(training, wording(code), TODAY, pks[1]).marking.startswith(mark)


def test_contacts_are_marked_in_every_format(training: Reader) -> None:
    mark = training_mark(training, EN)
    fund = agency_contacts(training, EN, TODAY, resolve(training, "Lantern Fund"), below=True)
    assert len(fund.contacts) == 2
    cards = vcards(fund.contacts).decode().split("END:VCARD")[:-1]
    assert all(re.search(f"^NOTE[^:]*:{mark}", card, re.MULTILINE) for card in cards)
    rows = list(csv.DictReader(contact_csv(fund).decode("utf-8-sig").splitlines()))
    assert {row["notes"] for row in rows} == {mark}
    assert mark in contact_words(fund.contacts[0])
    everybody = resolve(training, "Ministry of Rivers and Winds")
    pages = render_contacts(agency_contacts(training, EN, TODAY, everybody, below=True))
    document = pypdfium2.PdfDocument(pages)
    assert len(document) > 3
    assert all(page.get_textpage().get_text_bounded().count(mark.upper()) == 2 for page in document)


def test_the_article_has_no_such_mark(reader: Reader) -> None:
    assert training_mark(reader, EN) == ""
    assert not any(source.fictional for source in reader.all(Source))
    assert sheet(reader, EN, TODAY, reader.all(Person)[0].pk).marking == ""
    contacts = agency_contacts(reader, EN, TODAY, resolve(reader, "UNICEF"), below=True)
    assert contacts.marking == ""
    assert "notes" not in contact_csv(contacts).decode()


def test_sources_say_that_they_are_invented(training: Reader) -> None:
    person = resolve(training, "Linnea Kvist")
    assert "“Quiet water, open wells”, The Steppe Courier, 15 October 2026 (fictional)" in {
        each["source"] for each in record_json(training, person)["citations"]
    }


def test_a_region_is_found_for_each_of_the_four_reasons(training: Reader) -> None:
    found = hits(training, "region:kyzylorda")
    assert set(found.values()) >= {"covers it", "is located there"}
    reasons = Counter(
        hit.why
        for region in ("kyzylorda", "zhetisu", "abai")
        for hit in search(training, EN, f"region:{region}", limit=200).hits
    )
    assert {"covers it", "is located there", "takes part in an initiative there"} <= set(reasons)
    assert any(reason.startswith("spoke about") for reason in reasons), reasons


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("has:phone minister", "Aspan Zhelkanatov"),
        ("before:2025 kind:event", "Meeting on lanterns, no. 2"),
        ("after:2026 kind:event summit", "Kite Summit, Astana"),
        ("post:minister", "Vera Oblakova"),
        ("Kairakova", "Zarina Samalova"),
        ("мөлдір", "Moldir Bulakova"),
        ("jelqanatov", "Aspan Zhelkanatov"),
        ('agency:"quiet seas" representative', "Linnea Kvist"),
        ("topic:wells kind:statement", "Clear Wells is to reach Abai and Ulytau in 2027."),
    ],
)
def test_every_way_to_ask_finds_something(training: Reader, query: str, expected: str) -> None:
    assert expected in hits(training, query)


def test_conflicts_former_holders_and_old_facts_can_be_seen(training: Reader) -> None:
    minister = block(card(training, EN, TODAY, resolve(training, "Aspan Zhelkanatov")), "posts")
    assert (minister.lines[0].state, minister.lines[0].plain[:8]) == ("conflict", "Minister")
    assert "sources differ" in plain(minister.lines[0].note)
    former = block(card(training, EN, TODAY, resolve(training, "Ruslan Tikhov")), "posts").lines[0]
    assert "until June 2025" in plain(former.note)
    head = card(training, EN, TODAY, resolve(training, "Tikhon Rechkin"))
    assert "stale" in {line.state for line in block(head, "posts").lines}
    assert "stale" in {line.state for line in block(head, "contacts").lines}
    assert {note.marking for note in training.all(Note)} >= {"TLP:RED", "TLP:AMBER", "TLP:GREEN", None}


def test_every_word_for_a_statement_and_most_for_a_status_occur(training: Reader) -> None:
    assert {each.nature for each in training.all(Statement)} == set(NATURES)
    statuses = {each.status for each in training.all(Status)}
    assert statuses >= {"announced", "proposed", "adopted", "opened", "closed", "withdrawn", "elected"}


def test_the_page_of_a_great_body_shows_the_first_of_its_people_and_how_many_more(training: Reader) -> None:
    ministry = resolve(training, "Ministry of Rivers and Winds")
    shown = block(card(training, EN, TODAY, ministry), "people").lines
    assert (len(shown), shown[0].plain) == (41, "Aspan Zhelkanatov, Minister")
    assert shown[-1].plain == "and 257 more posts"
    page = sheet(training, EN, TODAY, ministry)
    assert [len(block(page, key).lines) for key in ("people", "contacts")] == [7, 4]
    assert block(page, "people").lines[-1].plain == "and 291 more posts"


def test_sources_that_differ_are_told_by_date_on_a_sheet_which_counts_them_anew(training: Reader) -> None:
    minister = resolve(training, "Aspan Zhelkanatov")
    told = plain(block(sheet(training, EN, TODAY, minister), "posts").lines[0].note)
    assert "since February 2023” (15 October 2026); “in office since March 2023” (1 September 2026)" in told
    shown = plain(block(card(training, EN, TODAY, minister), "posts").lines[0].note)
    assert "since February 2023” (1); “in office since March 2023” (2)" in shown


def test_what_was_said_at_a_meeting_goes_before_the_contacts_of_all_who_came(training: Reader) -> None:
    meeting = sheet(training, EN, TODAY, resolve(training, "Round table on quiet water"))
    assert block(meeting, "contacts").priority > block(meeting, "said").priority
    document = pypdfium2.PdfDocument(render_pdf([meeting]))
    assert "What was said" in document[0].get_textpage().get_text_bounded()


def test_two_people_of_one_name_stay_two(training: Reader) -> None:
    names = training.find(Name, text="Nurlan Aitbek")
    assert len({name.of for name in names}) == 2


def test_undoing_it_leaves_nothing(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "a.dossier") as opened:
        load_seed(opened, training_seed())
        opened.undo()
        with opened.read() as reader:
            assert reader.count(Person) == 0
            assert training_mark(reader, EN) == ""
