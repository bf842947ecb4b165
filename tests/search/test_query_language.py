"""What narrows a query down: phrases, fields, dashes; what they ask in vain is said."""

from functools import partial

import pytest

from dossier.language import wording
from dossier.search import search
from dossier.search.passes import Looking
from dossier.search.query import Field, parse
from dossier.store import Reader
from dossier.views.values import Results
from tests.search.conftest import World


def find(reader: Reader, query: str) -> Results:
    return search(reader, wording("en"), query)


def keys(world: World, results: Results) -> list[str]:
    return [world.key(hit.pk) for hit in results.hits]


def test_a_query_is_words_phrases_fields_and_what_is_excluded() -> None:
    query = parse('akan "foreign minister" -driver agency:"un children" kind:person regio:x')
    assert query.words == ("akan", "regio", "x")
    assert query.phrases == (("foreign", "minister"),)
    assert query.excluded == ("driver",)
    assert [(field.name, field.value) for field in query.fields] == [
        ("agency", "un children"),
        ("kind", "person"),
    ]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("agency:und", Field("agency", "und", 7, 10)),
        ('region:"alm', Field("region", "alm", 8, 11)),
        ("kind:", Field("kind", "", 5, 5)),
        ("агентство:проон", Field("agency", "проон", 10, 15)),
        ("өңір:абай", Field("region", "абай", 5, 9)),
    ],
)
def test_a_field_may_be_typed_half_and_in_other_languages(text: str, field: Field) -> None:
    assert parse(text).fields == (field,)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('"deputy foreign"', ["akan"]),
        ('"foreign deputy"', []),
        ('"akan rakhm', ["akan"]),
        ("akan -driver kind:person", ["akan", "postless"]),
        ("akan -sarwarov -abenov kind:person", ["akan"]),
        ("agency:undp kind:person", ["wawiernia", "namesake"]),
        ("agency:un representative kind:person", ["sarwar", "wawiernia"]),
        ("agency:und driver", ["namesake"]),
        ("post:minister", ["akan"]),
        ("post:represent wawiernia", ["wawiernia"]),
        ("has:note", ["postless"]),
        ("kind:initiative", ["projects"]),
        ("вид:событие", ["visit"]),
        ("topic:vulnerable", ["undp", "projects"]),
        ("topic:steppe kind:person", ["akan"]),
        ("before:2024 kind:person", []),
        ("after:2024-05 kind:event", ["visit"]),
        ("after:2024-05 akan kind:person", ["akan", "namesake"]),
        ("city:almaty", ["visit", "almaty", "plaza"]),
    ],
)
def test_what_a_query_finds(world: World, reader: Reader, query: str, expected: list[str]) -> None:
    assert keys(world, find(reader, query)) == expected


@pytest.mark.parametrize(
    ("query", "remark"),
    [
        ("agency:xyz akan", "No agency is called “xyz”."),
        ("region:atlantis", "No region or city is called “atlantis”."),
        ("kind:ship", "There is no kind “ship”."),
        ("has:boat", "Nothing has “boat”."),
        ("post:admiral", "No post is called “admiral”."),
        ("before:soon", "“soon” is not a date."),
        ("before:2024-13", "“2024-13” is not a date."),
    ],
)
def test_what_is_asked_in_vain_is_said(reader: Reader, query: str, remark: str) -> None:
    results = find(reader, query)
    assert (results.hits, results.remarks) == ((), (remark,))


def test_two_kinds_at_once_find_nothing_and_that_is_said(reader: Reader) -> None:
    said = "Nothing is both “Person” and “Region”; ask for one kind."
    in_query = find(reader, "kind:person kind:region")
    beside = search(reader, wording("en"), "kind:person", kind="region")
    assert (in_query.hits, in_query.remarks) == ((), (said,))
    assert (beside.hits, beside.total, beside.remarks) == ((), 0, (said,))


def test_facets_count_kinds_within_what_the_query_asks(reader: Reader) -> None:
    people = find(reader, "kind:person").total
    assert people
    for kind in (None, "person", "organization"):
        results = search(reader, wording("en"), "kind:person", kind=kind)
        counts = [(facet.value, facet.count) for facet in results.facets if facet.of == "kind"]
        assert counts == [("person", people)]


def test_an_excluded_word_alone_leaves_everything_else(world: World, reader: Reader) -> None:
    everything = keys(world, search(reader, wording("en"), "-tokayev", limit=200))
    assert {"akan", "sarwar", "undp"} <= set(everything)
    assert "tokayev" not in everything
    assert keys(world, find(reader, "-")) == keys(world, find(reader, "- --")) == []


def test_a_region_says_how_what_is_found_belongs_to_it(world: World, reader: Reader) -> None:
    results = find(reader, "region:kyzylorda")
    assert [(world.key(hit.pk), hit.why) for hit in results.hits] == [
        ("projects", "takes place there"),
        ("oblast", ""),
        ("undp", "takes part in an initiative there"),
    ]
    assert results.remarks == ("Nobody is recorded as covering Kyzylorda.",)


def test_a_word_for_region_or_city_says_which_is_meant(world: World, reader: Reader) -> None:
    oblast = keys(world, find(reader, 'region:"kyzylorda oblast"'))
    assert oblast == keys(world, find(reader, "region:kyzylorda"))
    assert keys(world, find(reader, 'region:"almaty oblast"')) == []
    assert "almaty" in keys(world, find(reader, "region:almaty"))
    assert find(reader, "city:kyzylorda").remarks == ("No region or city is called “kyzylorda”.",)


@pytest.mark.parametrize(
    ("typed", "meant", "why"),
    [
        ("Rakhmetulln", "akan", "≈ Rakhmetullin"),
        ("Rakhmetulin", "akan", "≈ Rakhmetullin"),
        ("Рахметулин", "akan", "≈ Рахметуллин"),
        ("Рахемтуллин", "akan", "≈ Рахметуллин"),
        ("Tokyaev", "tokayev", "≈ Tokayev"),
        ("Таказв Касым", "tokayev", "≈ Қасым Тоқаев"),
        ("Wawirenia", "wawiernia", "≈ Wawiernia"),
        ("Токаев Касым-Жомарт Кемелевич", "tokayev", "≈ Қасым Жомарт Тоқаев"),
        ("njrftd", "tokayev", "keyboard: токаев"),
        ("hf[vtnekkby", "akan", "keyboard: рахметуллин"),
        ("кфлрьуегддшт", "akan", "keyboard: rakhmetullin"),
        ("nj0ftd", "tokayev", "keyboard: тоқаев"),
    ],
)
def test_slips_and_keyboards_are_thought_of(
    world: World, reader: Reader, typed: str, meant: str, why: str
) -> None:
    results = find(reader, typed)
    assert (world.key(results.hits[0].pk), results.hits[0].why) == (meant, why)


def test_short_words_have_no_slips_and_enough_hits_no_guesses(world: World, reader: Reader) -> None:
    assert find(reader, "aka").hits
    assert keys(world, find(reader, "akn")) == []
    assert all("≈ A" not in hit.why for hit in find(reader, "akan").hits)


@pytest.mark.parametrize("asked", ["agency:undp", "post:representative", "kind:person"])
def test_a_word_is_excluded_where_only_fields_are_asked(world: World, reader: Reader, asked: str) -> None:
    assert "wawiernia" in keys(world, find(reader, asked))
    assert "wawiernia" not in keys(world, find(reader, f"{asked} -wawiernia"))
    assert keys(world, find(reader, f"{asked} -nobody")) == keys(world, find(reader, asked))


def test_a_layout_whose_keys_fold_to_next_to_nothing_is_not_guessed(world: World, reader: Reader) -> None:
    """“ccca” is “ka” after folding, which begins Katarzyna, Kazakhstan and much else."""
    assert keys(world, find(reader, "ka"))
    assert keys(world, find(reader, "юссса")) == keys(world, find(reader, "юсссф")) == []


def test_an_older_query_is_broken_off_within_the_database(reader: Reader) -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 1

    with reader.interruptible(lambda: False):
        assert search(reader, wording("en"), "akan", cancelled=cancelled).hits == ()
    assert len(find(reader, "akan").hits) > 0


def test_where_not_all_could_be_looked_through_that_is_said(
    world: World, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def remarks(query: str) -> tuple[str, ...]:
        return search(reader, wording("en"), query).remarks

    assert remarks("before:2025") == ()
    monkeypatch.setattr("dossier.search.finding.Looking", partial(Looking, examined=2))
    said = "Only the first 1,500 were looked through for this; another word or filter finds more."
    assert remarks("before:1900") == (said,)
    assert remarks("akan") == ()


def test_slips_are_thought_of_within_a_place_too(world: World, reader: Reader) -> None:
    found = search(reader, wording("en"), "region:kyzylorda joimt projects").hits
    assert [world.key(hit.pk) for hit in found] == ["projects"]
    assert found[0].why.startswith("takes place there")
