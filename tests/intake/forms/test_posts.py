"""“Replaced by …” and “confirm”: who holds a post now, who held it until when, and how fresh that is."""

from collections.abc import Callable
from datetime import date

import pytest

from dossier.intake.forms import (
    Confirmation,
    Entry,
    FieldError,
    Named,
    NamesakesError,
    NewPerson,
    Origin,
    Replacement,
    write,
)
from dossier.language import wording
from dossier.model.dates import parse_date
from dossier.model.errors import DossierError
from dossier.model.records import Attestation, Citation, ContactPoint, Name, Person, Post, Text
from dossier.search import resolve, search
from dossier.store import Dossier
from dossier.views import card, organization_children, sheet
from dossier.views.values import Card, Sheet

EN, RU = wording("en"), wording("ru")
CALL = Origin("phone call with Ann Lee", "24 November 2026")


def pk_of(dossier: Dossier, name: str, kind: str | None = None) -> int:
    with dossier.read() as reader:
        return resolve(reader, name, kind=kind)


def post_of(dossier: Dossier, name: str) -> int:
    with dossier.read() as reader:
        (post,) = reader.find(Post, person=resolve(reader, name))
    return post.pk


def replace(dossier: Dossier, **changed: object) -> int:
    values = {
        "post": post_of(dossier, "Akan Rakhmetullin"),
        "holder": Named("Aigerim Bekova"),
        "title": "",
        "on": "1 November 2026",
        "origin": CALL,
    }
    return write(dossier, EN, Replacement(**(values | changed))).pk  # type: ignore[arg-type]


def words(shown: Card | Sheet) -> str:
    blocks = shown.blocks
    lines = [line for block in blocks for line in block.lines]
    said = ["".join(run.text for run in shown.lead)]
    said += ["".join(run.text for run in (*line.runs, *line.note)) for line in lines]
    return "\n".join(said)


def _today(dossier: Dossier) -> date:
    return dossier.clock().date()


def card_of(dossier: Dossier, pk: int) -> str:
    with dossier.read() as reader:
        return words(card(reader, EN, _today(dossier), pk))


def sheet_of(dossier: Dossier, pk: int) -> str:
    with dossier.read() as reader:
        return words(sheet(reader, EN, _today(dossier), pk))


def test_the_new_holder_has_the_post_in_every_language_and_is_in_post(seeded: Dossier) -> None:
    new = replace(seeded)
    with seeded.read() as reader:
        (post,) = reader.find(Post, person=new)
        titles = {text.language: (text.text, text.translated) for text in reader.find(Text, of=post.pk)}
    assert str(post.held) == "2026-11-01/.."
    assert titles["en"] == ("First Deputy Foreign Minister", False)
    assert titles["ru"] == ("Первый заместитель министра иностранных дел", True)
    assert "in post; last confirmed on 24 November 2026; from 1 November 2026" in card_of(seeded, new)
    assert "First Deputy Foreign Minister" in sheet_of(seeded, new)


def test_what_the_new_holder_rests_on_is_the_new_source_in_every_language(seeded: Dossier) -> None:
    new = replace(seeded)
    for language in (EN, RU, wording("kk")):
        with seeded.read() as reader:
            shown = card(reader, language, _today(seeded), new)
        (line,) = [line for block in shown.blocks if block.key == "posts" for line in block.lines]
        cited = [each.head for each in shown.sources if each.number in line.cites]
        assert cited == [f"phone call with Ann Lee, {language.date(parse_date('2026-11-24'))}"]


def test_who_held_it_before_is_found_and_marked_until(seeded: Dossier) -> None:
    old = pk_of(seeded, "Akan Rakhmetullin")
    replace(seeded)
    shown = card_of(seeded, old)
    assert "First Deputy Foreign Minister (until 1 November 2026)" in shown
    assert "until 1 November 2026; start not stated; in post on 20 June 2024" in shown
    assert "(until 1 November 2026)" in sheet_of(seeded, old)
    ministry = pk_of(seeded, "Ministry of Foreign Affairs")
    with seeded.read() as reader:
        (hit, *_) = search(reader, EN, "rakhmetullin").hits
        rows = {row.name: row.detail for row in organization_children(reader, EN, _today(seeded), ministry)}
        russian = search(reader, RU, "рахметуллин").hits[0].detail
    assert (hit.pk, hit.post) == (old, "First Deputy Foreign Minister")
    assert hit.detail.startswith("First Deputy Foreign Minister (until 1 November 2026), Ministry")
    assert "до 1 ноября 2026" in russian
    assert rows["Akan Rakhmetullin"] == "until 1 November 2026, First Deputy Foreign Minister"
    assert list(rows)[:2] == ["Aigerim Bekova", "Akan Rakhmetullin"]
    assert rows["Aigerim Bekova"].startswith("First Deputy Foreign Minister, from 1 Nov")


@pytest.mark.parametrize("on", ["24 November 2026", "November 2026", "2026"])
def test_on_the_day_itself_only_one_of_them_is_in_post(seeded: Dossier, on: str) -> None:
    old = pk_of(seeded, "Akan Rakhmetullin")
    new = replace(seeded, on=on)
    assert "in post; last confirmed on 24 November 2026" in card_of(seeded, new)
    assert "(until " in card_of(seeded, old)
    assert "in post; last" not in card_of(seeded, old)


def test_everything_of_a_replacement_is_cited_and_undone_in_one_step(seeded: Dossier) -> None:
    with seeded.read() as reader:
        before = reader.rows("SELECT pk, held FROM post")
        people = reader.count(Person)
    new = replace(seeded)
    with seeded.read() as reader:
        (post,) = reader.find(Post, person=new)
        parts = [new, post.pk, *(part.pk for part in reader.find(Text, of=post.pk))]
        parts += [part.pk for part in reader.find(Name, of=new)]
        parts += [part.pk for part in reader.find(Attestation, post=post.pk)]
        uncited = [reader.kind(pk) for pk in parts if not reader.find(Citation, of=pk)]
        (ended,) = reader.find(Citation, of=post_of(seeded, "Akan Rakhmetullin"), field="held")
    assert uncited == []
    assert ended.basis == "stated"
    seeded.undo()
    with seeded.read() as reader:
        assert reader.rows("SELECT pk, held FROM post") == before
        assert reader.count(Person) == people


def test_somebody_known_takes_over_under_another_title(seeded: Dossier) -> None:
    known = Named("Rashed Sarwar", pk_of(seeded, "Rashed Sarwar"))
    new = replace(seeded, holder=known, title="Acting First Deputy Minister")
    assert new == pk_of(seeded, "Rashed Sarwar")
    with seeded.read() as reader:
        titles = [
            text.text for post in reader.find(Post, person=new) for text in reader.find(Text, of=post.pk)
        ]
    assert "Acting First Deputy Minister" in titles
    assert "Representative in Kazakhstan" in titles


@pytest.mark.parametrize(
    ("changed", "field", "sentence"),
    [
        ({"holder": Named("")}, "holder", "Write who holds the post now."),
        ({"holder": Named("Акан Рахметуллин")}, "holder", "is in the dossier already."),
        ({"on": "1 May 2030"}, "on", "lies years ahead"),
        ({"on": ""}, "on", "Write since when."),
        ({"on": "soon"}, "on", "is not a date"),
        ({"on": "2025–2026"}, "on", "is a span"),
        ({"on": "1 May 2024"}, "on", "is known to have held the post on 20 June 2024; write a later day."),
        ({"origin": Origin("", "")}, "source", "Say where this is from"),
    ],
)
def test_what_cant_be_is_said(seeded: Dossier, changed: dict[str, object], field: str, sentence: str) -> None:
    with pytest.raises(FieldError, match=sentence) as refusal:
        replace(seeded, **changed)
    assert refusal.value.field == field
    assert len(seeded.history()) == 1


def test_whoever_holds_a_post_does_not_follow_themselves(seeded: Dossier) -> None:
    with pytest.raises(FieldError, match="holds the post already"):
        replace(seeded, holder=Named("Akan Rakhmetullin", pk_of(seeded, "Akan Rakhmetullin")))


def test_a_namesake_takes_over_when_that_is_said(seeded: Dossier) -> None:
    with pytest.raises(NamesakesError) as refusal:
        replace(seeded, holder=Named("Рашед Сарвар"))
    assert [found.pk for found in refusal.value.namesakes] == [pk_of(seeded, "Rashed Sarwar")]
    new = replace(seeded, holder=Named("Рашед Сарвар"), another=True)
    assert new != refusal.value.namesakes[0].pk


@pytest.mark.parametrize("on", ["1 November 2026", "November 2026"])
def test_a_post_that_was_handed_over_is_not_handed_over_again(seeded: Dossier, on: str) -> None:
    replace(seeded, on=on)
    with pytest.raises(FieldError, match="held the post only until"):
        replace(seeded, post=post_of(seeded, "Akan Rakhmetullin"), on="20 November 2026")


def confirm(dossier: Dossier, name: str, **values: object) -> int:
    of = pk_of(dossier, name)
    posts = (post_of(dossier, name),)
    entry = {"of": of, "posts": posts, "contacts": (), "on": "24.11.2026"} | values
    return write(dossier, EN, Confirmation(**entry)).pk  # type: ignore[arg-type]


@pytest.mark.parametrize("source", ["", "phone call with her office"])
def test_a_confirmed_post_reads_in_post_again(seeded: Dossier, source: str) -> None:
    pk = pk_of(seeded, "Katarzyna Wawiernia")
    assert "not confirmed since" in card_of(seeded, pk)
    confirm(seeded, "Katarzyna Wawiernia", source=source)
    assert "in post; last confirmed on 24 November 2026" in card_of(seeded, pk)
    assert "in post; last confirmed on 24 November 2026" in sheet_of(seeded, pk)
    with seeded.read() as reader:
        told = "phone call with her office" in str(card(reader, EN, _today(seeded), pk).sources)
    assert told == bool(source)
    seeded.undo()
    assert "in post; last" not in card_of(seeded, pk)


def test_an_older_confirmation_does_not_take_the_newer_one_back(seeded: Dossier) -> None:
    confirm(seeded, "Katarzyna Wawiernia")
    confirm(seeded, "Katarzyna Wawiernia", on="1 March 2026")
    assert "last confirmed on 24 November 2026" in card_of(seeded, pk_of(seeded, "Katarzyna Wawiernia"))


def test_a_contact_is_confirmed(seeded: Dossier) -> None:
    pk = pk_of(seeded, "Katarzyna Wawiernia")
    with seeded.edit("Add a contact") as edit:
        contact = edit.add(
            ContactPoint(of=pk, contact_kind="phone", value="+7 727 1", confirmed=parse_date("2020"))
        )
    confirm(seeded, "Katarzyna Wawiernia", posts=(), contacts=(contact,))
    assert "confirmed on 24 November 2026" in card_of(seeded, pk)


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"posts": ()}, "what", "Choose what was confirmed."),
        ({"on": "25.11.2026"}, "on", "lies ahead"),
        ({"on": ""}, "on", "Write the date"),
    ],
)
def test_what_cant_be_confirmed_is_said(
    seeded: Dossier, values: dict[str, object], field: str, sentence: str
) -> None:
    with pytest.raises(FieldError, match=sentence) as refusal:
        confirm(seeded, "Katarzyna Wawiernia", **values)
    assert refusal.value.field == field


def test_a_post_of_which_nothing_says_where_it_is_from_needs_a_source(empty: Dossier) -> None:
    entry: Entry = NewPerson(Named("Ann Lee"), "Envoy", Named("UN"), "", CALL)
    pk = write(empty, EN, entry).pk
    with empty.edit("Take the sources away") as edit:
        for citation in edit.reader.all(Citation):
            edit.delete(citation.pk)
    with pytest.raises(FieldError, match="write who confirmed it"):
        confirm(empty, "Ann Lee")
    confirm(empty, "Ann Lee", source="told by Ann Lee")
    assert "in post; last confirmed on 24 November 2026" in card_of(empty, pk)


def test_a_row_of_a_list_is_confirmed(empty: Dossier, write_list: Callable[[Dossier], None]) -> None:
    write_list(empty)
    pk = pk_of(empty, "Ann Lee")
    assert "not confirmed since" in card_of(empty, pk)
    confirm(empty, "Ann Lee")
    assert "in post; last confirmed on 24 November 2026" in card_of(empty, pk)
    with pytest.raises(DossierError):
        confirm(empty, "Ann Lee", on="2030")
