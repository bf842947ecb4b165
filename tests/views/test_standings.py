"""How surely a post was held on a day: the table of cases, and what card, tree and sheet say of them."""

from datetime import date

import pytest

from dossier.language import wording
from dossier.model.dates import parse_date
from dossier.model.records import (
    Attestation,
    Event,
    Initiative,
    Organization,
    Person,
    Place,
    Post,
    Statement,
    StatementLink,
    Status,
)
from dossier.views import agency_contacts, card, initiatives, organization_children, regions, sheet
from dossier.views.phrases import word_post
from dossier.views.standings import standing
from tests.views.making import Maker

EN = wording("en")
DAY = date(2024, 6, 19)

CASES = [
    # held, attested, how surely on 19 June 2024, what is said
    ("", "2024-06-19", "attested", "in post"),
    ("", "2024-06", "presumed", "in post"),
    ("", "2024-06-18", "presumed", "in post"),
    ("", "2024-06-20", "unknown", "not known for this day; attested only later: in post on 20 June 2024"),
    ("", "2023-01-10 2025-02-01", "presumed", "presumed; in post on 10 January 2023 and on 1 February 2025"),
    ("", "2014-06-19", "presumed", "in post on 19 June 2014; not confirmed since"),
    ("", "2014-06-18", "unknown", "in post on 18 June 2014; not confirmed since"),
    ("", "2004-02-29 2013", "unknown", "in post in 2013; not confirmed since"),
    ("", "2004-06-18 2024-06-20", "presumed", "presumed; in post on 18 June 2004 and on 20 June 2024"),
    ("2014-06-18/..", "", "unknown", ""),
    ("2000/..", "2015-01-01", "presumed", ""),
    ("../2028", "2004-01-01", "presumed", ""),
    ("", "", "unknown", ""),
    ("2020/2028", "", "attested", ""),
    ("2020/2028", "2025-02-01", "attested", "in post on this day; term 2020–2028"),
    ("2024/2028", "2025-02-01", "presumed", "presumed; term 2024–2028"),
    ("2020/..", "2025-02-01", "presumed", "presumed; from 2020; end not stated"),
    ("2020/..", "", "presumed", ""),
    ("../2028", "", "unknown", ""),
    ("../2023", "2025-02-01", "over", "until 2023; start not stated; in post on 1 February 2025"),
    ("2019/2023", "2020-01-01", "over", "from 2019 until 2023; in post on 1 January 2020"),
    ("2024-07-01/..", "2025-02-01", "ahead", "not yet in post; from 1 July 2024; end not stated"),
    ("2020/2024-06-19", "2020-01-01", "over", "from 2020 until 19 June 2024; in post on 1 January 2020"),
    ("2020/2024-06", "2020-01-01", "presumed", "in post on 1 January 2020; not confirmed since"),
]


@pytest.mark.parametrize(("held", "attested", "expected", "words"), CASES)
def test_how_surely_a_post_was_held(held: str, attested: str, expected: str, words: str) -> None:
    interval = parse_date(held) if held else None
    days = [parse_date(day) for day in attested.split()]
    assert standing(DAY, interval, days) == expected
    if words:
        assert str(word_post(EN, DAY, interval, days, None)).startswith(words)


def _post(maker: Maker, name: str, held: str, *attested: str) -> tuple[int, int]:
    with maker.dossier.edit("Add") as edit:
        organization = edit.add(Organization(organization_kind="unit"))
        person = edit.add(Person())
        post = edit.add(
            Post(person=person, organization=organization, held=parse_date(held) if held else None)
        )
        for day in attested:
            edit.add(Attestation(post=post, on=parse_date(day)))
    return person, organization


def test_card_and_tree_tell_it_only_of_another_day(maker: Maker) -> None:
    person, organization = _post(maker, "Ann", "", "2024-06-20")
    with maker.dossier.read() as reader:
        for told, day, known in (
            (True, DAY, "unknown"),
            (True, date(2024, 6, 20), "attested"),
            (True, date(2024, 7, 1), "presumed"),
            (True, date(2034, 6, 21), "unknown"),
            (False, DAY, ""),
        ):
            row = organization_children(reader, EN, day, organization, standing=told)[0]
            shown = card(reader, EN, day, person, standing=told)
            line = next(block for block in shown.blocks if block.key == "posts").lines[0]
            assert (row.standing, line.standing) == (known, known)
        assert row.detail == ""
        words = "".join(run.text for run in line.note)
        assert words.startswith("not known for this day; attested only later: in post on 20 June 2024")


def test_the_surest_stand_first(maker: Maker) -> None:
    with maker.dossier.edit("Add") as edit:
        unit = edit.add(Organization(organization_kind="unit"))
        wanted = {}
        for days in ("2024-06-20", "2024-06-19", "2024-01-01", "2025/..", "2020/2022"):
            person = edit.add(Person())
            held = parse_date(days) if "/" in days else None
            post = edit.add(Post(person=person, organization=unit, held=held))
            if not held:
                edit.add(Attestation(post=post, on=parse_date(days)))
            wanted[days] = person
    with maker.dossier.read() as reader:
        rows = organization_children(reader, EN, DAY, unit, standing=True)
    assert [row.standing for row in rows] == ["attested", "presumed", "unknown", "ahead", "over"]
    order = ["2024-06-19", "2024-01-01", "2024-06-20", "2025/..", "2020/2022"]
    assert [row.pk for row in rows] == [wanted[days] for days in order]
    assert rows[0].detail == "attested on this day"


def test_what_was_said_and_stated_later_is_not_there_yet(maker: Maker) -> None:
    with maker.dossier.edit("Add") as edit:
        speaker = edit.add(Person())
        project = edit.add(Initiative(initiative_kind="project"))
        edit.add(Status(initiative=project, status="proposed", on=parse_date("2023-05")))
        edit.add(Status(initiative=project, status="opened", on=parse_date("2024-09-01")))
        event = edit.add(Event(event_kind="meeting", date=parse_date("2024-08-01")))
        for on, at in (("2024-05-01", None), ("2024-07-01", None), (None, event)):
            said = edit.add(Statement(nature="said", on=parse_date(on) if on else None, event=at))
            edit.add(StatementLink(statement=said, to=speaker, role="speaker"))
            edit.add(StatementLink(statement=said, to=project, role="about"))
    with maker.dossier.read() as reader:
        for day, said_by_then, status in (
            (date(2024, 4, 1), 0, "proposed in May 2023"),
            (DAY, 1, "proposed in May 2023"),
            (date(2024, 7, 2), 2, "proposed in May 2023"),
            (date(2024, 9, 2), 3, "opened on 1 September 2024"),
            (date(2023, 4, 1), 0, ""),
        ):
            blocks = {block.key: block for block in card(reader, EN, day, project).blocks}
            assert len(blocks["said"].lines if "said" in blocks else ()) == said_by_then
            assert initiatives(reader, EN, day)[0].detail.startswith(status)


def test_a_region_says_when_it_was_none(maker: Maker) -> None:
    with maker.dossier.edit("Add") as edit:
        edit.add(Place(place_kind="region", code="KZ-10", existed=parse_date("2022-06-08/..")))
    with maker.dossier.read() as reader:
        before, since, unasked = (
            regions(reader, EN, day, all=True)[0].absent for day in (date(2022, 6, 7), date(2022, 6, 8), None)
        )
    assert before == "no unit of its own then: exists from 8 June 2022"
    assert (since, unasked) == ("", "")


def test_a_sheet_of_another_day_says_so(maker: Maker) -> None:
    person, _ = _post(maker, "Ann", "", "2024-06-20")
    with maker.dossier.read() as reader:
        other = sheet(reader, EN, date(2024, 7, 1), person, printed=date(2026, 11, 24))
        today = sheet(reader, EN, date(2026, 11, 24), person)
    assert other.as_of == f"State on 1 July 2024 · {today.as_of}"
    assert other.printed == today.printed == "Printed on 24 November 2026"


def test_what_has_no_day_is_not_there_before_a_source_tells_of_it(maker: Maker) -> None:
    speaker = maker.person("Ann")
    said = maker.cited(Statement(nature="said"))
    with maker.dossier.edit("Add") as edit:
        edit.add(StatementLink(statement=said, to=speaker, role="speaker"))
    with maker.dossier.read() as reader:
        for day, is_there in ((DAY, False), (date(2024, 6, 20), True), (date(2026, 1, 1), True)):
            shown = [block.key for block in card(reader, EN, day, speaker).blocks if block.lines]
            assert ("said_did" in shown) == is_there, shown


def test_a_list_of_contacts_of_another_day_says_so(maker: Maker) -> None:
    _, agency = _post(maker, "Ann", "", "2024-06-20")
    with maker.dossier.read() as reader:
        other = agency_contacts(reader, EN, date(2022, 3, 1), agency, below=False, printed=date(2026, 11, 24))
        today = agency_contacts(reader, EN, date(2026, 11, 24), agency, below=False)
    assert other.as_of == f"State on 1 March 2022 · {today.as_of}"
    assert other.printed == today.printed == "Printed on 24 November 2026"
