"""Numbers, and what is wrong with the sources of a line: none, disagreeing ones, unchecked translations."""

from dossier.language import wording
from dossier.model.dates import parse_date
from dossier.model.records import Citation, ContactPoint, Note, Person, Post, Text
from dossier.views import card, sheet
from tests.views.making import TODAY, Maker, block, plain

EN, RU = wording("en"), wording("ru")


def test_a_paragraph_has_one_number_however_often_it_is_cited(maker: Maker) -> None:
    person = maker.person("Aigerim Sample")
    agency = maker.organization("Agency")
    maker.post(person, agency, "Head", "2024-06-20")
    with maker.dossier.read() as reader:
        page = card(reader, EN, TODAY, person)
    assert block(page, "posts").lines[0].cites == (1,)
    assert [(line.number, line.head, line.text) for line in page.sources] == [
        (1, "News article, 20 June 2024", "paragraph 1")
    ]


def test_a_post_nobody_cited_is_marked_and_counted(maker: Maker) -> None:
    person = maker.person("Aigerim Sample")
    maker.add(Post(person=person, organization=maker.organization("Agency")))
    with maker.dossier.read() as reader:
        page = card(reader, EN, TODAY, person)
    line = block(page, "posts").lines[0]
    assert (line.state, line.cites) == ("unsourced", ())
    assert plain(line.note).endswith("no source")
    assert page.unsourced == 1


def test_the_source_of_the_person_is_no_source_of_the_post(maker: Maker) -> None:
    person = maker.person("Aigerim Sample")
    maker.cite(person, "*")
    post = maker.add(
        Post(person=person, organization=maker.organization("Agency"), held=parse_date("2020/.."))
    )
    maker.cite(post, "organization")
    with maker.dossier.read() as reader:
        page = card(reader, EN, TODAY, person)
    # The organization is cited, the days are not.
    assert block(page, "posts").lines[0].state == "unsourced"


def test_disagreeing_sources_are_shown_with_both_values(maker: Maker) -> None:
    person = maker.person("Aigerim Sample")
    post = maker.post(person, maker.organization("Agency"), "Deputy Minister", "2024-06-20")
    maker.cite(post, "title", stated="Deputy Minister")
    maker.cite(post, "title", stated="First Deputy Minister of Education", passage=maker.source("2024-05-01"))
    maker.cite(post, "title", stated="Vice Minister", passage=maker.source("2024-04-01"))
    with maker.dossier.read() as reader:
        line = block(card(reader, EN, TODAY, person), "posts").lines[0]
    assert line.state == "conflict"
    assert "“Deputy Minister” (1); “First Deputy Minister of Education” (2); “Vice Minister” (3)" in plain(
        line.note
    )


def test_a_fuller_wording_of_the_same_is_no_conflict(maker: Maker) -> None:
    person = maker.person("Aigerim Sample")
    post = maker.post(person, maker.organization("Agency"), "Deputy Minister", "2024-06-20")
    maker.cite(post, "title", stated="Deputy  minister")
    maker.cite(post, "title", stated="the Deputy Minister of Education", passage=maker.source("2024-05-01"))
    maker.cite(post, "title", stated="заместитель министра", basis="translation")
    with maker.dossier.read() as reader:
        assert block(card(reader, EN, TODAY, person), "posts").lines[0].state == "stale"


def test_an_unchecked_translation_says_so_where_it_is_shown(maker: Maker) -> None:
    initiative = maker.initiative("Projects that empower children")
    aim = maker.add(Text(of=initiative, field="aim", language="en", text="To empower children"))
    other = maker.add(
        Text(of=initiative, field="aim", language="ru", text="Поддержка детей", translated=True)
    )
    for text in (aim, other):
        maker.cite(text, "text")
    with maker.dossier.read() as reader:
        english, russian = (
            block(card(reader, each, TODAY, initiative), "what_it_is").lines[0] for each in (EN, RU)
        )
    assert english.state == ""
    assert (russian.state, plain(russian.note)) == ("unchecked", RU.say("translation, not checked"))
    assert "Поддержка детей" in russian.plain


def test_a_checked_translation_is_not_marked(maker: Maker) -> None:
    initiative = maker.initiative("Projects that empower children")
    aim = maker.add(Text(of=initiative, field="aim", language="ru", text="Поддержка детей", translated=True))
    maker.add(
        Citation(
            of=aim, field="text", passage=maker.passage, basis="translation", translator="A. S.", checked=True
        )
    )
    with maker.dossier.read() as reader:
        assert block(card(reader, RU, TODAY, initiative), "what_it_is").lines[0].state == ""


def test_a_sheet_says_unchecked_once_at_its_head(maker: Maker) -> None:
    initiative = maker.initiative("Projects")
    for field, text in (("summary", "Проекты."), ("aim", "Поддержка детей"), ("beneficiaries", "Дети")):
        maker.cite(
            maker.add(Text(of=initiative, field=field, language="ru", text=text, translated=True)), "text"
        )
    with maker.dossier.read() as reader:
        made = sheet(reader, RU, TODAY, initiative)
    lines = block(made, "what_it_is").lines
    assert made.remark == "переводы не выверены"
    assert [line.state for line in lines] == ["unchecked"] * 2
    assert [plain(line.note) for line in (*lines, made.gist) if line] == ["", "", ""]


def test_a_text_in_no_fitting_language_is_shown_in_its_own(maker: Maker) -> None:
    initiative = maker.initiative("Projects that empower children")
    with maker.dossier.read() as reader:
        assert card(reader, wording("kk"), TODAY, initiative).name == "Projects that empower children"


def test_information_is_as_of_the_newest_document_used_never_reference_data(maker: Maker) -> None:
    person = maker.person("Aigerim Sample")
    maker.cite(person, passage=maker.source("2025-02-01", "reference"))
    with maker.dossier.read() as reader:
        assert card(reader, EN, TODAY, person).as_of == "Information as of 20 June 2024"
    post = maker.post(person, maker.organization("Agency"), "Head", "2024-06-20")
    maker.cite(post, "title", passage=maker.source(None, retrieved="2024-09-01"))
    with maker.dossier.read() as reader:
        page = sheet(reader, EN, TODAY, person)
    assert (page.as_of, page.printed) == ("Information as of 1 September 2024", "Printed on 24 November 2026")


def test_without_a_document_there_is_no_as_of(maker: Maker) -> None:
    person = maker.add(Person())
    maker.cite(person, passage=maker.source("2025-02-01", "reference"))
    with maker.dossier.read() as reader:
        assert card(reader, EN, TODAY, person).as_of == "No dated source"


def test_an_old_contact_is_stale_and_an_undated_one_says_so(maker: Maker) -> None:
    person = maker.person("Aigerim Sample")
    old = ContactPoint(
        of=person, contact_kind="phone", value="+7 7172 000000", confirmed=parse_date("2024-06-20")
    )
    maker.cited(old)
    maker.cited(ContactPoint(of=person, contact_kind="email", value="a@example.org"))
    maker.cited(ContactPoint(of=person, contact_kind="web", value="https://example.org"))
    with maker.dossier.read() as reader:
        page = card(reader, EN, TODAY, person)
    phone, email = block(page, "contacts").lines
    assert (phone.plain, plain(phone.note), phone.state) == (
        "Phone: +7 7172 000000", "confirmed on 20 June 2024", "stale",
    )  # fmt: skip
    assert plain(email.note) == "day of confirmation not stated"
    assert [line.plain for line in block(page, "links").lines] == ["Web page: https://example.org"]


def test_a_note_needs_no_source_and_stays_off_the_sheet(maker: Maker) -> None:
    person = maker.person("Aigerim Sample")
    maker.add(Note(of=person, text="Prefers mornings", marking="TLP:AMBER"))
    with maker.dossier.read() as reader:
        page, printed = card(reader, EN, TODAY, person), sheet(reader, EN, TODAY, person)
    assert block(page, "notes").lines[0].plain == "Prefers mornings"
    assert (page.unsourced, page.marking) == (0, "TLP:AMBER")
    assert "notes" not in [each.key for each in printed.blocks]
