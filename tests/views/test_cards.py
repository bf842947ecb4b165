"""The card of every kind of record, and that the seed is never told as more than it says."""

import re

import pytest

from dossier.language import LANGUAGES, wording
from dossier.model.dates import parse_date
from dossier.model.records import (
    ContactPoint,
    Coverage,
    Involvement,
    Office,
    Place,
    Remit,
    Statement,
    StatementLink,
    Status,
    Tag,
    Text,
)
from dossier.store import Dossier, Reader
from dossier.views import card, sheet, shown_kind
from dossier.views.values import Card, Run, Sheet
from tests.views.making import TODAY, Maker, block, everything, keys, lines, named, plain

EN = wording("en")
SUBJECTS = ("person", "organization", "initiative", "event", "place", "statement", "source")


def page(reader: Reader, name: str) -> Card:
    return card(reader, EN, TODAY, named(reader, name))


def subjects(reader: Reader) -> list[int]:
    return [pk for kind in SUBJECTS for (pk,) in reader.rows(f"SELECT pk FROM {kind}")]


def test_a_person(reader: Reader) -> None:
    wawiernia = page(reader, "Katarzyna Wawiernia")
    assert (wawiernia.kind, wawiernia.kind_label, wawiernia.name) == (
        "person",
        "Person",
        "Katarzyna Wawiernia",
    )
    assert plain(wawiernia.lead) == (
        "Resident Representative in Kazakhstan, United Nations Development Programme (UNDP)"
    )
    assert wawiernia.as_of == "Information as of 20 June 2024"
    assert keys(wawiernia) == "posts contacts said_did initiatives regions also_there background".split()
    post = block(wawiernia, "posts").lines[0]
    assert plain(post.note).startswith(
        "in post on 20 June 2024; not confirmed since; start and end not stated"
    )
    contacts = block(wawiernia, "contacts")
    assert (contacts.lines, contacts.empty, contacts.action) == (
        (), "None in the dossier: no phone, e-mail or address.", "add_contact",
    )  # fmt: skip
    visit, words = block(wawiernia, "said_did").lines
    assert (visit.when, visit.plain) == ("19 June 2024", "Visit to the UN Plaza, Almaty")
    assert plain(visit.note) == "speaker; also there: Akan Rakhmetullin, Rashed Sarwar, UN"
    assert (words.when, words.plain.startswith("Spoke about")) == ("", True)
    assert [line.plain for line in block(wawiernia, "regions").lines] == [
        "Abai",
        "Zhetisu",
        "Ulytau",
        "Kyzylorda",
    ]
    assert (wawiernia.facts, wawiernia.unsourced) == (len(lines(wawiernia)), 0)


def test_a_term_that_lay_ahead_is_not_told_as_held(reader: Reader) -> None:
    dzharbusynova = page(reader, "Madina Dzharbusynova")
    post = block(dzharbusynova, "posts").lines[0]
    assert plain(post.note) == "term 2025–2028; as reported on 20 June 2024; not confirmed since"
    assert post.state == "stale"


def test_readiness_is_printed_as_offered(reader: Reader) -> None:
    united_nations = page(reader, "United Nations")
    line = next(line for line in block(united_nations, "said").lines if "readiness" in line.plain)
    assert "UN: Offered. " in line.plain
    assert plain(line.note) == "said to Kazakhstan"
    assert not re.search("promise|committed|pledge", everything(united_nations), re.IGNORECASE)


def test_an_organization_shows_its_people_with_their_posts_below_too(reader: Reader) -> None:
    people = block(page(reader, "United Nations"), "people")
    assert [line.plain for line in people.lines] == [
        "António Guterres, Secretary-General",
        "Madina Dzharbusynova, Elected member, CEDAW",
        "Rashed Sarwar, Representative in Kazakhstan, UNICEF",
        "Katarzyna Wawiernia, Resident Representative in Kazakhstan, UNDP",
    ]


def test_an_initiative_says_what_is_stated_of_it(reader: Reader) -> None:
    projects = page(reader, "Joint projects in four regions for socially vulnerable people")
    assert projects.kind_label == "Project"
    assert block(projects, "status").lines[0].plain == (
        "Spoken about on 19 June 2024; not confirmed since 20 June 2024"
    )
    assert [line.plain for line in block(projects, "involved").lines] == [
        "Partner: United Nations Development Programme"
    ]
    assert [line.plain for line in block(projects, "whom_to_ask").lines] == [
        "Katarzyna Wawiernia, Resident Representative in Kazakhstan, UNDP"
    ]


def test_an_event_shows_who_took_part_and_what_was_said(reader: Reader) -> None:
    visit = page(reader, "Visit to the UN Plaza, Almaty")
    assert plain(visit.lead) == "19 June 2024, UN Plaza, Almaty"
    roles = [(line.plain.split(",")[0], plain(line.note)) for line in block(visit, "participants").lines]
    assert roles == [
        ("Akan Rakhmetullin", "guest; in post on 20 June 2024; not confirmed since"),
        ("Rashed Sarwar", "speaker; in post on 20 June 2024; not confirmed since"),
        ("Katarzyna Wawiernia", "speaker; in post on 20 June 2024; not confirmed since"),
        ("United Nations", "participant"),
    ]
    assert len(block(visit, "initiatives").lines) == 7


def test_an_announced_event_is_not_told_as_past(reader: Reader) -> None:
    summit = page(reader, "SCO summit, Astana")
    assert plain(summit.lead) == (
        "Astana – announced for 3–4 July 2024; as reported on 20 June 2024; "
        "whether it took place is not in the dossier"
    )
    trip = block(summit, "events").lines[0]
    assert trip.when == "not dated"
    assert "announced; date not stated" in plain(trip.note)


def test_what_has_no_date_does_not_take_that_of_the_line_above(reader: Reader) -> None:
    article = reader.rows("SELECT pk FROM source WHERE source_kind = 'article'")[0][0]
    said = block(card(reader, EN, TODAY, article), "said")
    assert [line.when for line in said.lines if line.when] == ["19 June 2024", "not dated"]
    assert said.lines[-1].when == "not dated"
    assert said.lines[-1].plain.startswith("Press service: Reported that the visit came before")


def test_a_region_names_who_spoke_about_it_and_nobody_as_answering_for_it(reader: Reader) -> None:
    kyzylorda = page(reader, "Kyzylorda")
    assert (kyzylorda.kind, kyzylorda.kind_label) == ("region", "Region, Kazakhstan, KZ-43")
    assert [(line.when, line.plain) for line in block(kyzylorda, "facts").lines] == [
        ("ISO code", "KZ-43"), ("Former code", "KZ-KZY"), ("Lies in", "Kazakhstan"),
    ]  # fmt: skip
    spoken = block(kyzylorda, "said").lines[0]
    assert spoken.plain.startswith("Katarzyna Wawiernia: Spoke about joint projects")


def test_a_statement_says_who_when_where_and_about_what(reader: Reader) -> None:
    pk = reader.rows("SELECT of FROM text WHERE text LIKE 'Outlined projects%'")[0][0]
    outlined = card(reader, EN, TODAY, pk)
    assert (outlined.kind, outlined.kind_label) == ("statement", "Described")
    assert plain(outlined.lead) == "Rashed Sarwar, 19 June 2024"
    assert [(line.when, line.plain) for line in block(outlined, "facts").lines] == [
        ("When", "19 June 2024"),
        ("At", "Visit to the UN Plaza, Almaty"),
        ("About", "Projects that empower children"),
    ]


def test_a_source_says_what_is_not_known_of_it(reader: Reader) -> None:
    pk = reader.rows("SELECT pk FROM source WHERE source_kind = 'article'")[0][0]
    article = card(reader, EN, TODAY, pk)
    assert article.name == "News article, Astana, 20 June 2024"
    known = {line.when: line.plain for line in block(article, "facts").lines}
    assert (known["Publisher"], known["Author"], known["Dateline"]) == ("not stated", "not stated", "Astana")
    assert len(block(article, "people").lines) == 6
    assert len(block(article, "initiatives").lines) == 7


def test_the_card_of_a_part_is_that_of_its_record(reader: Reader) -> None:
    person = named(reader, "Rashed Sarwar")
    post = reader.rows("SELECT pk FROM post WHERE person = :pk", pk=person)[0][0]
    assert card(reader, EN, TODAY, post) == card(reader, EN, TODAY, person)


def test_there_is_no_card_of_no_record(reader: Reader) -> None:
    with pytest.raises(KeyError):
        card(reader, EN, TODAY, 999_999)


# What must never be read on any page of the seed on 24 November 2026.
CURRENT = (
    r"\b(current|currently|ongoing|active|under way|in progress|incumbent|is responsible|responsible for)\b"
)
OWN_WORDS = "work done at the time"
"""The UN representatives' own, of their work on the day of the visit."""


@pytest.mark.parametrize("make", [card, sheet])
def test_no_page_of_the_seed_calls_anything_current(reader: Reader, make: object) -> None:
    for pk in subjects(reader):
        words = everything(make(reader, EN, TODAY, pk)).replace(OWN_WORDS, "")  # type: ignore[operator]
        assert not re.search(CURRENT, words, re.IGNORECASE), words
        assert "in post;" not in words


@pytest.mark.parametrize(("code", "make"), [("en", card), *((code, sheet) for code in LANGUAGES)])
def test_no_line_of_the_seed_is_without_a_source_or_in_conflict(
    reader: Reader, code: str, make: object
) -> None:
    for pk in subjects(reader):
        made: Card | Sheet = make(reader, wording(code), TODAY, pk)  # type: ignore[operator]
        wrong = [
            (made.name, line.plain, line.state)
            for line in lines(made)
            if line.state in ("unsourced", "conflict")
        ]
        assert wrong == []
        assert {number for line in lines(made) for number in line.cites} <= {
            line.number for line in made.sources
        }
        assert "{" not in everything(made)


def test_every_post_of_the_seed_is_told_by_its_days(reader: Reader) -> None:
    for (person,) in reader.rows("SELECT person FROM post"):
        for line in block(card(reader, EN, TODAY, person), "posts").lines:
            assert re.match(
                "in post on 20 June 2024; not confirmed since|term 2025–2028; as reported", plain(line.note)
            )


def test_every_link_of_a_card_leads_to_a_record_of_the_kind_it_shows(reader: Reader) -> None:
    for pk in subjects(reader):
        made = card(reader, EN, TODAY, pk)
        runs = [run for line in lines(made) for run in (*line.runs, *line.note)] + list(made.lead)
        for run in (run for run in runs if run.pk is not None):
            assert run.kind == shown_kind(reader, run.pk or 0), run


def test_a_page_in_russian_is_in_russian(reader: Reader) -> None:
    made = card(reader, wording("ru"), TODAY, named(reader, "Akan Rakhmetullin"))
    assert made.name == "Акан Рахметуллин"
    assert plain(made.lead).startswith("Первый заместитель министра иностранных дел")
    assert not re.search(r"[A-Za-z]{4,}", block(made, "posts").lines[0].plain)


def test_a_remit_is_told_only_where_it_is_recorded(maker: Maker) -> None:
    person = maker.person("Aigerim Sample")
    place = maker.cited(Place(place_kind="region", code="KZ-10"))
    post = maker.post(person, maker.organization("Agency"), "Head", "2026-10-01")
    with maker.dossier.read() as reader:
        assert "covers" not in everything(card(reader, EN, TODAY, person))
    maker.cited(Remit(post=post, place=place))
    maker.cite(maker.add(Text(of=post, field="remit", language="en", text="schools")), "text")
    with maker.dossier.read() as reader:
        note = plain(block(card(reader, EN, TODAY, person), "posts").lines[0].note)
        asked = block(card(reader, EN, TODAY, place), "whom_to_ask").lines
    assert note == (
        "in post; last confirmed on 1 October 2026; start and end not stated; covers: Place; topics: schools"
    )
    assert [line.plain for line in asked] == ["Aigerim Sample, Head, Agency"]


def test_posts_stand_newest_first_and_the_newest_leads(maker: Maker) -> None:
    person = maker.person("Aigerim Sample")
    agency = maker.organization("Agency")
    maker.post(person, agency, "Head", "2023-01-10")
    maker.post(person, agency, "Adviser", "2024-06-20")
    maker.post(person, agency, "Intern", held="2010/2011")
    with maker.dossier.read() as reader:
        made = card(reader, EN, TODAY, person)
    assert [line.plain.split(",")[0] for line in block(made, "posts").lines] == ["Adviser", "Head", "Intern"]
    assert plain(made.lead) == "Adviser, Agency"


def test_contacts_of_an_organization_take_in_its_people(maker: Maker) -> None:
    agency = maker.organization("Agency")
    person = maker.person("Aigerim Sample")
    maker.post(person, maker.organization("Office", parent=agency), "Head", "2024-06-20")
    maker.cited(ContactPoint(of=person, contact_kind="phone", value="+7 7172 000000"))
    maker.cited(ContactPoint(of=agency, contact_kind="email", value="a@example.org"))
    with maker.dossier.read() as reader:
        found = [line.plain for line in block(card(reader, EN, TODAY, agency), "contacts").lines]
    assert found == ["E-mail: a@example.org", "Aigerim Sample, Phone: +7 7172 000000"]


def test_a_dated_status_and_a_second_one(maker: Maker) -> None:
    initiative = maker.initiative("Center")
    maker.cited(Status(initiative=initiative, status="proposed", on=parse_date("2023-05-01")))
    maker.cited(Status(initiative=initiative, status="adopted", on=parse_date("2024-06-01")))
    with maker.dossier.read() as reader:
        made = card(reader, EN, TODAY, initiative)
    assert [line.plain for line in block(made, "status").lines] == [
        "Adopted on 1 June 2024", "Proposed on 1 May 2023; not confirmed since 20 June 2024",
    ]  # fmt: skip


def test_a_statement_to_somebody_with_somebody(maker: Maker) -> None:
    first, second, third = (maker.person(name) for name in ("A. One", "B. Two", "C. Three"))
    statement = maker.statement("Asked for help.", first, second, nature="asked", on="2024-06-01")
    maker.add(StatementLink(statement=statement, to=third, role="addressee"))
    with maker.dossier.read() as reader:
        own = block(card(reader, EN, TODAY, first), "said_did").lines[0]
        heard = block(card(reader, EN, TODAY, third), "told").lines[0]
    assert (own.when, own.plain, plain(own.note)) == (
        "1 June 2024", "Asked. Asked for help.", "together with B. Two; said to C. Three",
    )  # fmt: skip
    assert heard.plain == "A. One, B. Two: Asked. Asked for help."
    assert Run("Asked", statement, "statement", bold=True) in heard.runs


def test_offices_tags_and_structure_of_an_organization(maker: Maker) -> None:
    parent = maker.organization("United Nations", acronym="UN")
    agency = maker.organization("Agency", parent=parent)
    place = maker.cited(Place(place_kind="city"))
    maker.cited(Office(organization=agency, place=place))
    maker.add(Tag(of=agency, label="priority"))
    with maker.dossier.read() as reader:
        made, above = card(reader, EN, TODAY, agency), card(reader, EN, TODAY, parent)
    assert plain(made.lead) == "Part of United Nations (UN)"
    assert [line.plain for line in block(made, "tags").lines] == ["priority"]
    assert block(made, "offices").lines[0].runs[0].pk == place
    assert [line.plain for line in block(above, "structure").lines] == ["Below it: Agency"]


def test_of_very_many_bodies_the_first_are_named_and_the_rest_counted(maker: Maker) -> None:
    ministry = maker.organization("Ministry")
    for number in range(30):
        maker.organization(f"Committee {number:02}", parent=ministry)
    with maker.dossier.read() as reader:
        (line,) = block(card(reader, EN, TODAY, ministry), "structure").lines
    assert line.plain.startswith("Below it: Committee 00, Committee 01")
    assert line.plain.endswith("Committee 23 and 6 more")
    assert len(line.cites) == 1


def test_a_page_costs_no_more_queries_when_there_are_more_people(
    maker: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    agency = maker.organization("Agency")

    def finds_for(count: int) -> int:
        for number in range(count):
            maker.post(maker.person(f"Person {count} {number}"), agency, "Head", "2024-06-20")
        calls: list[object] = []
        with maker.dossier.read() as reader:
            plain_find = Reader.find

            def counted(self: Reader, *arguments: object, **values: object) -> object:
                calls.append(arguments)
                return plain_find(self, *arguments, **values)  # type: ignore[arg-type]

            monkeypatch.setattr(Reader, "find", counted)
            card(reader, EN, TODAY, agency)
            monkeypatch.setattr(Reader, "find", plain_find)
        return len(calls)

    few = finds_for(3)
    assert finds_for(9) <= few


def test_a_place_on_the_map_and_coverage(maker: Maker) -> None:
    initiative = maker.initiative("Center")
    agency = maker.organization("Agency")
    maker.cited(Involvement(initiative=initiative, party=agency, role="implementer"))
    place = maker.cited(Place(place_kind="city", code="KZ-75"))
    maker.cited(Coverage(initiative=initiative, place=place))
    statement = maker.cited(Statement(nature="said", place=place))
    with maker.dossier.read() as reader:
        made = sheet(reader, EN, TODAY, place)
        assert statement in {run.pk for line in block(made, "said").lines for run in line.runs}
    assert block(made, "map").codes == ("KZ-75",)
    assert [plain(line.note) for line in block(made, "initiatives").lines] == ["implemented by: Agency"]


def test_the_seed_is_only_read(seed: Dossier) -> None:
    assert len(seed.history()) == 1


def test_a_form_of_a_name_that_nobody_has_seen_says_how_it_was_made(reader: Reader) -> None:
    notes = [plain(line.note) for line in page(reader, "Madina Dzharbusynova").other_names]
    assert notes == [
        "Transliteration, Russian",
        "Transliteration, Kazakh; derived: the Russian spelling; not seen in a Kazakh text, not checked",
    ]
