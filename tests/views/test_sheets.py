"""The sheet: same facts as the card, in the order of a brief, with all words of its frame."""

from datetime import date

import pytest

from dossier.language import LANGUAGES, wording
from dossier.model.records import Statement, StatementLink, Text
from dossier.store import Reader
from dossier.views import card, sheet
from dossier.views.values import Sheet
from tests.views.making import TODAY, Maker, block, everything, keys, named, plain

EN = wording("en")
FRAME = set("dossier sources page nothing_left_out left_out left_out_one unprintable date about fact".split())


def page(reader: Reader, name: str) -> Sheet:
    return sheet(reader, EN, TODAY, named(reader, name))


def test_the_head_of_a_person(reader: Reader) -> None:
    made = page(reader, "Katarzyna Wawiernia")
    assert plain(made.lead) == (
        "Resident Representative in Kazakhstan\nUnited Nations Development Programme (UNDP)"
    )
    assert [run.bold for run in made.lead if "United" in run.text] == [True]
    assert (made.as_of, made.printed) == ("Information as of 20 June 2024", "Printed on 24 November 2026")
    assert made.gist
    assert made.gist.plain.startswith("Spoke about joint projects in four regions (Abai, Zhetisu, Ulytau, ")
    assert plain(made.gist.note) == "19 June 2024, Visit to the UN Plaza, Almaty"
    assert made.gist.cites == (1,)


def test_of_a_day_before_its_source_the_head_names_no_post_as_held(reader: Reader) -> None:
    person, day = named(reader, "Katarzyna Wawiernia"), date(2022, 3, 1)
    title = "Resident Representative in Kazakhstan (not known for this day)"
    agency = "United Nations Development Programme (UNDP)"
    assert plain(sheet(reader, EN, day, person).lead) == f"{title}\n{agency}"
    assert plain(card(reader, EN, day, person, standing=True).lead) == f"{title}, {agency}"
    since = card(reader, EN, date(2025, 3, 1), person, standing=True)
    assert plain(since.lead) == f"Resident Representative in Kazakhstan (presumed), {agency}"
    attested = card(reader, EN, date(2024, 6, 20), person, standing=True)
    assert plain(attested.lead) == f"Resident Representative in Kazakhstan, {agency}"


def test_a_statement_that_is_the_gist_stands_nowhere_else(reader: Reader) -> None:
    for name in ("Katarzyna Wawiernia", "UNICEF", "Visit to the UN Plaza, Almaty", "United Nations"):
        made = page(reader, name)
        assert made.gist
        words = made.gist.plain.split(": ")[-1].split("Offered. ")[-1]
        assert not any(words in line.plain for each in made.blocks for line in each.lines)
    shown = card(reader, EN, TODAY, named(reader, "Katarzyna Wawiernia"))
    assert "Spoke about joint projects" in everything(shown)


def test_the_order_of_a_brief_and_what_goes_first_when_space_is_short(reader: Reader) -> None:
    made = page(reader, "Katarzyna Wawiernia")
    assert keys(made) == "said_did initiatives map posts contacts also_there background".split()
    priorities = {each.key: each.priority for each in made.blocks}
    assert max(priorities, key=lambda key: priorities[key]) == "background"
    assert {each.key for each in made.blocks if each.side} == {
        "posts",
        "contacts",
        "also_there",
        "background",
    }


def test_a_map_holds_the_codes_and_the_frame_their_names(reader: Reader) -> None:
    made = page(reader, "Katarzyna Wawiernia")
    shown = block(made, "map")
    assert shown.codes == ("KZ-10", "KZ-33", "KZ-62", "KZ-43")
    assert shown.lines[0].plain == "Abai, Zhetisu, Ulytau, Kyzylorda"
    assert {code: made.labels[code] for code in ("KZ-10", "KZ-71", "KZ-75")} == {
        "KZ-10": "Abai", "KZ-71": "Astana", "KZ-75": "Almaty",
    }  # fmt: skip


def test_the_map_of_a_region_shows_it_strong_and_its_companions_light(reader: Reader) -> None:
    made = page(reader, "Abai")
    shown = block(made, "map")
    assert (shown.codes, shown.also) == (("KZ-10",), ("KZ-33", "KZ-62", "KZ-43"))
    assert plain(shown.lines[0].note) == (
        "Strong: Abai. Light: Zhetisu, Ulytau and Kyzylorda, the other regions of the same initiatives."
    )
    assert made.other_names == "область Абай · Абай облысы"


def test_map_names_go_without_the_word_for_region(reader: Reader) -> None:
    pk = named(reader, "Kyzylorda")
    assert sheet(reader, wording("kk"), TODAY, pk).labels["KZ-43"] == "Қызылорда"
    assert sheet(reader, wording("ru"), TODAY, pk).labels["KZ-10"] == "Абай"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_frame_is_worded_and_leaves_numbers_to_the_layout(reader: Reader, code: str) -> None:
    labels = sheet(reader, wording(code), TODAY, named(reader, "UNICEF"), marking="TLP:CLEAR").labels
    assert set(labels) == FRAME
    assert "{page}" in labels["page"]
    assert "{pages}" in labels["page"]
    assert "{count}" in labels["left_out"]
    assert "{count}" in labels["unprintable"]


def test_a_marking_is_taken_over(reader: Reader) -> None:
    made = sheet(reader, EN, TODAY, named(reader, "UNICEF"), marking="TLP:CLEAR")
    assert (made.marking, made.language) == ("TLP:CLEAR", "en")


@pytest.mark.parametrize(
    ("code", "copy", "words"),
    [("en", (3, None), "Copy 3"), ("en", (3, 5), "Copy 3 of 5"), ("ru", (3, 5), "Экз. № 3 из 5")],
)
def test_a_copy_says_its_number(reader: Reader, code: str, copy: tuple[int, int | None], words: str) -> None:
    made = sheet(reader, wording(code), TODAY, named(reader, "UNICEF"), copy=copy)
    assert made.copy == words
    assert page(reader, "UNICEF").copy == ""


def test_what_a_map_shows_is_told_in_words(reader: Reader) -> None:
    whole = page(reader, "Katarzyna Wawiernia").labels["map"]
    assert whole == "Map of the regions. Shown: Abai, Zhetisu, Ulytau and Kyzylorda."
    region = page(reader, "Abai").labels["map"]
    assert region == "Map of the regions. Shown strong: Abai; light: Zhetisu, Ulytau and Kyzylorda."


@pytest.mark.parametrize(
    ("name", "gist"),
    [
        (
            "Rashed Sarwar",
            "Outlined projects that empower children, carried out closely together with government bodies, "
            "business and civil society.",
        ),
        (
            "Akan Rakhmetullin",
            "Spoke about: National strategies and the SDGs, Resolution on education for peace and tolerance, "
            "Year of Volunteers, 2026 and 2 more",
        ),
        (
            "Kassym-Jomart Tokayev",
            "Akan Rakhmetullin: Stressed the weight President Tokayev gave to sustainable development, and "
            "the linking of national strategies and programmes to the SDGs and the 2030 Agenda.",
        ),
        (
            "Madina Dzharbusynova",
            "Akan Rakhmetullin: Noted that Madina Dzharbusynova was elected to CEDAW for 2025–2028.",
        ),
        (
            "UNICEF",
            "Rashed Sarwar: Outlined projects that empower children, carried out closely together with "
            "government bodies, business and civil society.",
        ),
        (
            "United Nations General Assembly",
            "Akan Rakhmetullin: Noted that the UN General Assembly declared 2026 the International Year of "
            "Volunteers for Sustainable Development.",
        ),
        (
            "Kyzylorda",
            "One of 4 places named for the initiative: Joint projects in four regions for socially "
            "vulnerable people",
        ),
    ],
)
def test_the_gist_is_made_of_records_with_their_numbers(reader: Reader, name: str, gist: str) -> None:
    made = page(reader, name)
    assert made.gist
    assert made.gist.plain == gist
    assert made.gist.cites


def test_what_was_offered_is_the_gist_before_what_was_discussed(reader: Reader) -> None:
    made = page(reader, "United Nations")
    assert made.gist
    assert made.gist.plain.startswith("Offered. Through its representatives, expressed readiness")


def test_what_stands_as_the_gist_of_an_initiative_is_not_said_twice(reader: Reader) -> None:
    made = page(reader, "Joint projects for vulnerable people")
    assert made.gist
    assert made.gist.plain == "Support, above all, for people who are socially vulnerable"
    assert [line.plain for line in block(made, "what_it_is").lines] == [
        "For whom: Socially vulnerable people, people with special needs among them"
    ]


def test_everybody_at_an_event_is_named_once_and_heard_before_anybody_twice(reader: Reader) -> None:
    made = page(reader, "Visit to the UN Plaza, Almaty")
    said = block(made, "said")
    named_ones = ["Akan Rakhmetullin", "Akan Rakhmetullin, UN", "UN", "Rashed Sarwar", "Katarzyna Wawiernia"]
    first = [line for line in said.lines if line.rank == 0]
    assert [line.plain.split(": ")[0] for line in first] == named_ones
    assert not any(run.bold for line in said.lines if line.rank for run in line.runs)
    assert [line.rank for line in said.lines[:7]] == list(range(7))
    # The day stands in the head already, and what was spoken about in these words.
    assert (said.layout, {line.when for line in said.lines}) == ("list", {""})
    assert "topics" not in keys(made)
    assert made.gist
    assert made.gist.plain.startswith("UN: Offered. ")


def test_what_was_offered_comes_first(maker: Maker) -> None:
    event = maker.event("Meeting", "2024-06-20")
    speakers = [maker.person("A. One"), maker.person("B. Two")]
    for number, (nature, speaker) in enumerate(
        [("said", 0), ("described", 1), ("announced", 1), ("asked", 0), ("offered", 1)]
    ):
        statement = maker.cited(Statement(nature=nature, event=event))
        words = Text(of=statement, field="statement", language="en", text=f"Number {number}.")
        maker.cite(maker.add(words), "text")
        maker.add(StatementLink(statement=statement, to=speakers[speaker], role="speaker"))
    with maker.dossier.read() as reader:
        made = sheet(reader, EN, TODAY, event)
    assert made.gist
    assert made.gist.plain == "B. Two: Announced. Number 2."
    assert [(line.plain, line.rank) for line in block(made, "said").lines] == [
        ("A. One: Asked. Number 3.", 0),
        ("Number 0.", 1),
        ("B. Two: Offered. Number 4.", 0),
        ("Number 1.", 1),
    ]


def test_what_goes_for_most_lines_of_a_block_is_said_once(reader: Reader) -> None:
    made = page(reader, "United Nations")
    people = block(made, "people")
    assert people.note == (
        "Unless said otherwise: in post on 20 June 2024; not confirmed since; start and end not stated"
    )
    assert [plain(line.note) for line in people.lines].count("") == 3
    assert "term 2025–2028" in "".join(plain(line.note) for line in people.lines)
    listed = block(made, "initiatives")
    assert listed.note == "not confirmed since 20 June 2024"
    assert plain(listed.lines[0].note) == "adopted by: UNGA; declared; date not stated"
    # On the page of one it stays with the line.
    assert "not confirmed since" in plain(block(page(reader, "UNICEF"), "people").lines[0].note)


def test_the_sources_of_a_sheet_say_what_a_reader_cannot_look_up(reader: Reader) -> None:
    heads = {line.head for line in page(reader, "UNICEF").sources}
    assert heads == {
        "News article, Astana, 20 June 2024; in English; publisher not stated",
        "Reference data",
    }
    assert {line.head for line in card(reader, EN, TODAY, named(reader, "UNICEF")).sources} == {
        "News article, Astana, 20 June 2024",
        "Reference data",
    }


def test_a_ministry_speaks_through_its_people(reader: Reader) -> None:
    made = page(reader, "Ministry of Foreign Affairs")
    assert made.gist
    assert made.gist.plain.startswith("Akan Rakhmetullin: Spoke about: ")


def test_a_record_of_which_nothing_is_known_has_no_gist(maker: Maker) -> None:
    person, organization, event = maker.person("A. One"), maker.organization("Agency"), maker.event("Meeting")
    with maker.dossier.read() as reader:
        for pk in (person, organization, event, maker.initiative("Center")):
            with maker.dossier.read() as fresh:
                assert sheet(fresh, EN, TODAY, pk).gist is None
        assert "None in the dossier" in everything(sheet(reader, EN, TODAY, person))


def test_somebody_only_announced_somewhere(maker: Maker) -> None:
    person = maker.person("A. One")
    event = maker.event("Trip", "2024-07-03", announced=True)
    maker.takes_part(person, event, "guest")
    with maker.dossier.read() as reader:
        made = sheet(reader, EN, TODAY, person)
    assert "said_did" not in keys(made)
    assert made.gist
    assert made.gist.plain == (
        "Trip: announced for 3 July 2024; as reported on 20 June 2024; "
        "whether it took place is not in the dossier"
    )


def test_background_tells_what_the_bodies_above_said_at_the_same_event_once(maker: Maker) -> None:
    above = maker.organization("Nations")
    agency = maker.organization("Agency", parent=above)
    person = maker.person("A. One")
    maker.post(person, agency, "Head", "2024-06-20")
    event = maker.event("Meeting", "2024-06-20")
    maker.takes_part(person, event, "speaker")
    for words, speakers in (
        ("Offered help.", [above]),
        ("Agreed on it.", [above, person]),
        ("Left early.", []),
    ):
        statement = maker.cited(Statement(nature="said", event=event))
        maker.cite(maker.add(Text(of=statement, field="statement", language="en", text=words)), "text")
        for speaker in speakers:
            maker.add(StatementLink(statement=statement, to=speaker, role="speaker"))
    with maker.dossier.read() as reader:
        made, shown = sheet(reader, EN, TODAY, person), card(reader, EN, TODAY, person)
    assert [line.plain for line in block(made, "background").lines] == ["Nations: Offered help."]
    # On the card the way to a statement is its nature; a sheet spares the line.
    assert plain(block(shown, "background").lines[0].note) == "said"
    assert block(made, "background").lines[0].note == ()


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_old_is_marked_old_in_every_language(reader: Reader, code: str) -> None:
    """A translation nobody checked is said in words; it hides no clock."""
    for make in (sheet, card):
        made = make(reader, wording(code), TODAY, named(reader, "Katarzyna Wawiernia"))
        for key in ("posts", "initiatives"):
            assert {line.state for line in block(made, key).lines} == {"stale"}
        (post,) = block(made, "posts").lines
        assert wording(code).say("not confirmed since") in plain(post.note)
        if code != "en":
            on_sheet = isinstance(made, Sheet)
            said = made.remark if on_sheet else plain(post.note)  # type: ignore[union-attr]
            words = "translations not checked" if on_sheet else "translation, not checked"
            assert wording(code).say(words) in said


def test_rules_of_derivation_are_told_in_the_language_of_the_page(reader: Reader) -> None:
    for code, words in (
        ("en", "derived: its Representative presents"),
        ("ru", "выведено: представитель рассказывает"),
        ("kk", "өкілі бірлесіп"),
    ):
        made = sheet(reader, wording(code), TODAY, named(reader, "Projects that empower children"))
        assert words in plain(block(made, "involved").lines[0].note)


def test_a_page_about_a_person_is_a_biographical_note(reader: Reader) -> None:
    assert page(reader, "Katarzyna Wawiernia").kind_label == "Biographical note"
    assert page(reader, "UNICEF").kind_label == "UN agency"
    assert (
        plain(page(reader, "Cooperation between Kazakhstan and the UN: 32 years").lead) == "About 1992–2024"
    )


def test_posts_of_those_who_were_there_are_as_old_as_their_source(reader: Reader) -> None:
    for name, key in (("Visit to the UN Plaza, Almaty", "participants"), ("Rashed Sarwar", "also_there")):
        made = block(page(reader, name), key)
        assert made.note == "People: in post on 20 June 2024; not confirmed since"
    roles = block(page(reader, "Cooperation between Kazakhstan and the UN: 32 years"), "participants")
    assert (roles.note, [plain(line.note) for line in roles.lines]) == ("", ["participant", "participant"])
