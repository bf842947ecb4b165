"""The sheet: same facts as the card, in the order of a brief, with all words of its frame."""

import pytest

from dossier.language import LANGUAGES, wording
from dossier.model.records import Statement, StatementLink, Text
from dossier.store import Reader
from dossier.views import card, sheet
from dossier.views.values import Sheet
from tests.views.making import TODAY, Maker, block, everything, keys, named, plain

EN = wording("en")
FRAME = {"dossier", "sources", "page", "nothing_left_out", "left_out", "unprintable"}


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
    assert made.gist.plain == "Spoke about: Joint projects in four regions for socially vulnerable people"
    assert made.gist.cites == (1,)


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
    ("name", "gist"),
    [
        ("Rashed Sarwar", "Spoke about: Projects that empower children"),
        (
            "Akan Rakhmetullin",
            "Spoke about: National strategies and the SDGs, Resolution on education for peace and tolerance, "
            "Year of Volunteers, 2026 and 2 more",
        ),
        (
            "Kassym-Jomart Tokayev",
            "Akan Rakhmetullin: Stressed the weight President Tokayev gives to sustainable development, with "
            "national strategies and programmes tied to the SDGs and the 2030 Agenda.",
        ),
        (
            "Madina Dzharbusynova",
            "Candidate in: Election to the Committee on the Elimination of Discrimination against Women "
            "for 2025–2028; elected; date not stated; not confirmed since 20 June 2024",
        ),
        (
            "UNICEF",
            "Partner in: Projects that empower children; described; date not stated; "
            "not confirmed since 20 June 2024",
        ),
        (
            "Kyzylorda",
            "One of 4 places named for: Joint projects in four regions for socially vulnerable people",
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


def test_everybody_at_an_event_is_heard_before_anybody_twice(reader: Reader) -> None:
    made = page(reader, "Visit to the UN Plaza, Almaty")
    heard = [line.plain.split(":")[0] for line in block(made, "said").lines]
    assert heard[:5] == [
        "Akan Rakhmetullin",
        "Akan Rakhmetullin, UN",
        "UN",
        "Rashed Sarwar",
        "Katarzyna Wawiernia",
    ]
    assert "Offered" in block(made, "said").lines[2].plain
    assert len(block(made, "topics").lines) == 7
    assert made.gist
    assert made.gist.plain.startswith("UN: Offered. ")


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
