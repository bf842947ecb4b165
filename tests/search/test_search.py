"""What is typed finds who is meant: order, filters, facets, marks and reasons; no input is an error."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dossier.language import wording
from dossier.search import organization_and_below, search
from dossier.store import Reader
from dossier.views.values import Hit, Results
from tests.search.conftest import World


def find(world: World, reader: Reader, query: str, *, limit: int = 20, **filters: str) -> Results:
    pks = {name: world[key] if name != "kind" else key for name, key in filters.items()}
    return search(reader, wording("en"), query, limit=limit, **pks)  # type: ignore[arg-type]


def keys(world: World, results: Results) -> list[str]:
    return [world.key(hit.pk) for hit in results.hits]


def hit(world: World, results: Results, key: str) -> Hit:
    return next(hit for hit in results.hits if hit.pk == world[key])


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("wawier", "wawiernia"),
        ("Вавьерня", "wawiernia"),
        ("Тоқаев", "tokayev"),
        ("Токаев", "tokayev"),
        ("Toqaev", "tokayev"),
        ("tokayev kassym", "tokayev"),
        ("Kassymjomart", "tokayev"),
        ("Rakhmetulin", "akan"),
        ("рахмет ак", "akan"),
        ("Сарвар", "sarwar"),
        ("children's fund", "unicef"),
        ("UN Childrens Fund", "unicef"),
        ("юнисеф", "unicef"),
        ("foreign ministry", "ministry"),
        ("kyzylorda", "oblast"),
        ("Қызылорда", "oblast"),
        ("совместные", "projects"),
        ("- kyzylorda", "oblast"),
    ],
)
def test_what_is_typed_finds_it_first(world: World, reader: Reader, query: str, expected: str) -> None:
    assert keys(world, find(world, reader, query))[0] == expected


@pytest.mark.parametrize("length", range(1, len("Rakhmetullin") + 1))
def test_every_keystroke_keeps_the_name_found(world: World, reader: Reader, length: int) -> None:
    for name in ("Rakhmetullin", "Рахметуллин"):
        assert "akan" in keys(world, find(world, reader, name[:length]))


def test_people_are_found_by_their_agency(world: World, reader: Reader) -> None:
    assert keys(world, find(world, reader, "unicef"))[:2] == ["unicef", "sarwar"]
    assert keys(world, find(world, reader, "foreign ministry", kind="person")) == ["akan"]
    found = hit(world, find(world, reader, "unicef"), "sarwar")
    assert (found.post, found.organization) == ("Representative", "UN Children’s Fund")
    assert found.detail == "Representative, UN Children’s Fund (UNICEF)"


def test_words_may_stand_in_name_post_and_agency(world: World, reader: Reader) -> None:
    assert keys(world, find(world, reader, "undp katarzyna resident")) == ["wawiernia"]
    assert keys(world, find(world, reader, "undp rashed")) == []


def test_exact_comes_before_beginning_and_both_before_folded(world: World, reader: Reader) -> None:
    assert keys(world, find(world, reader, "sarwar", kind="person")) == ["sarwar", "namesake"]
    assert keys(world, find(world, reader, "сарвар", kind="person")) == ["sarwar", "namesake"]
    found = keys(world, find(world, reader, "un"))
    assert found.index("un") < found.index("wawiernia")
    assert found.index("un") < found.index("undp")


def test_people_in_posts_come_before_those_without(world: World, reader: Reader) -> None:
    assert keys(world, find(world, reader, "akan", kind="person")) == ["akan", "namesake", "postless"]


def test_texts_come_after_names_and_what_is_linked_last(world: World, reader: Reader) -> None:
    found = keys(world, find(world, reader, "visit"))
    assert found == ["visit", "article"]
    assert keys(world, find(world, reader, "рахметуллин")) == ["akan", "visit", "said"]


def test_an_agency_takes_all_below_it(world: World, reader: Reader) -> None:
    people = keys(world, find(world, reader, "", agency="un", kind="person"))
    assert set(people) == {"sarwar", "wawiernia", "namesake"}
    assert keys(world, find(world, reader, "representative", agency="undp")) == ["wawiernia"]
    assert keys(world, find(world, reader, "representative", agency="ministry")) == []
    below = organization_and_below(reader, world["un"])
    assert below == {world["un"], world["unicef"], world["undp"]}


def test_an_agency_takes_what_its_people_and_those_below_it_did(world: World, reader: Reader) -> None:
    def done(agency: str) -> set[str]:
        found = keys(world, find(world, reader, "", agency=agency))
        return set(found) & {"visit", "said", "projects", "article"}

    assert done("un") == done("undp") == {"projects"}
    assert done("kazakhstan") == done("ministry") == {"visit", "said"}
    assert done("unicef") == set()


def test_a_region_takes_what_takes_place_in_it(world: World, reader: Reader) -> None:
    assert keys(world, find(world, reader, "", region="oblast")) == ["projects", "oblast", "undp"]
    assert set(keys(world, find(world, reader, "visit", region="almaty"))) == {"visit"}


def test_regions_are_places_of_a_kind(world: World, reader: Reader) -> None:
    assert keys(world, find(world, reader, "kyzylorda", kind="region")) == ["oblast"]
    assert keys(world, find(world, reader, "almaty", kind="region")) == []
    assert keys(world, find(world, reader, "almaty", kind="place")) == ["almaty", "plaza"]
    assert find(world, reader, "kyzylorda").hits[0].kind == "region"


def test_facets_count_what_each_filter_would_keep(world: World, reader: Reader) -> None:
    results = find(world, reader, "representative", kind="person")
    assert results.total == len(results.hits) == 2
    counts = {(facet.of, facet.label): facet.count for facet in results.facets}
    assert counts == {
        ("kind", "People"): 2,
        ("agency", "UN"): 2,
        ("agency", "UNDP"): 1,
        ("agency", "UNICEF"): 1,
    }
    facet = next(facet for facet in results.facets if facet.label == "UNDP")
    assert facet.pk == world["undp"]
    assert facet.value == reader.record(world["undp"]).id
    kinds = {
        facet.value: facet.count for facet in find(world, reader, "kyzylorda").facets if facet.of == "kind"
    }
    assert kinds == {"region": 1, "initiative": 1}


def test_a_filter_by_kind_leaves_the_counts_of_the_others(world: World, reader: Reader) -> None:
    results = find(world, reader, "unicef", kind="organization")
    assert keys(world, results) == ["unicef"]
    assert {facet.value: facet.count for facet in results.facets if facet.of == "kind"} == {
        "person": 1,
        "organization": 1,
    }


def test_limit_cuts_the_hits_but_not_the_total(world: World, reader: Reader) -> None:
    results = find(world, reader, "akan", kind="person", limit=1)
    assert (len(results.hits), results.total) == (1, 3)


def marked(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_a_form_in_another_script_says_why_it_matched(world: World, reader: Reader) -> None:
    found = hit(world, find(world, reader, "рахмет"), "akan")
    assert marked(found.name, found.spans) == ["Rakhmet"]
    assert found.why == "≈ Акан Рахметуллин, the Russian form of the name"
    assert marked(found.why, found.why_spans) == ["Рахмет"]


def test_an_acronym_is_shown_and_one_of_another_language_says_why(world: World, reader: Reader) -> None:
    shown = hit(world, find(world, reader, "unicef"), "unicef")
    assert (shown.name, shown.label, shown.why) == (
        "UN Children’s Fund",
        "UN Children’s Fund (UNICEF)",
        "",
    )
    assert marked(shown.label, shown.spans) == ["UNICEF"]
    assert shown.snippet == "UNICEF"
    results = find(world, reader, "юнисеф")
    assert hit(world, results, "unicef").why == "≈ ЮНИСЕФ, the acronym"
    found = hit(world, results, "sarwar")
    assert found.why == "≈ ЮНИСЕФ, a name of the agency"
    assert marked(found.why, found.why_spans) == ["ЮНИСЕФ"]


def test_what_the_name_shows_needs_no_reason(world: World, reader: Reader) -> None:
    found = hit(world, find(world, reader, "rakhmet"), "akan")
    assert (found.why, found.snippet) == ("", None)
    assert hit(world, find(world, reader, "resident wawiernia"), "wawiernia").why == ""


def test_a_text_is_shown_around_what_was_found(world: World, reader: Reader) -> None:
    snippet = find(world, reader, "glaciers").hits[0].snippet
    assert snippet is not None
    assert snippet.startswith("… ")
    assert snippet.endswith(" …")
    assert "guest spoke of glaciers" in snippet
    assert len(snippet) < 200
    fair = find(world, reader, "harvest").hits[0]
    assert (fair.pk, fair.snippet) == (world["postless"], "Met at the harvest fair.")


def test_what_is_linked_names_who_led_to_it(world: World, reader: Reader) -> None:
    results = find(world, reader, "rakhmetullin")
    assert hit(world, results, "visit").why == "Guest: Akan Rakhmetullin"
    assert hit(world, results, "said").why == "Speaker: Akan Rakhmetullin"
    assert hit(world, results, "said").when == "19 Jun 2024"
    assert marked(hit(world, results, "said").why, hit(world, results, "said").why_spans) == ["Rakhmetullin"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("unicef", ["UNICEF"]),
        ("UN Children's Fund", ["UN", "Children’s", "Fund", "UN"]),
        ("гтшсуа", ["UNICEF"]),  # unicef on the Russian layout
        ("chidren fund", ["Children’s", "Fund"]),
        ("represent", ["Represent"]),
    ],
)
def test_post_and_agency_are_marked_as_the_name_is(
    world: World, reader: Reader, query: str, expected: list[str]
) -> None:
    found = hit(world, find(world, reader, query), "sarwar")
    assert found.detail == "Representative, UN Children’s Fund (UNICEF)"
    assert marked(found.detail, found.detail_spans) == expected


def test_what_was_found_in_a_text_is_marked_in_it(world: World, reader: Reader) -> None:
    found = find(world, reader, "glaciers").hits[0]
    assert marked(found.detail, found.detail_spans) == ["glaciers"]
    noted = find(world, reader, "harvest").hits[0]
    assert "harvest" in marked(noted.detail, noted.detail_spans) + marked(noted.why, noted.why_spans)


def test_a_place_leads_to_what_takes_place_there(world: World, reader: Reader) -> None:
    results = find(world, reader, "kyzylorda")
    assert keys(world, results) == ["oblast", "projects"]
    found = hit(world, results, "projects")
    assert found.why == "Region: Kyzylorda"
    assert marked(found.why, found.why_spans) == ["Kyzylorda"]


ODD = [
    '"',
    "(",
    "NEAR(a b)",
    "a* OR b",
    "names:akan",
    "^",
    "''",
    "🙂",
    "\0",
    "a\0b",
    "*",
    "-",
    "AND",
    "x" * 10_000,
]


@pytest.mark.parametrize("query", [*ODD, "akan " * 2_000, "о'нил", "中国", "\ud800"])
def test_no_input_is_an_error(world: World, reader: Reader, query: str) -> None:
    results = find(world, reader, query)
    assert results.query == query
    assert len(results.hits) <= results.total


def test_quotes_and_signs_are_gaps_between_words(world: World, reader: Reader) -> None:
    plain = keys(world, find(world, reader, "akan rakhmetullin"))
    assert keys(world, find(world, reader, '"Akan" (Rakhmetullin*)')) == plain
    assert keys(world, find(world, reader, "***")) == []
    assert keys(world, find(world, reader, "")) == []


def test_a_query_of_signs_does_not_list_a_whole_agency(world: World, reader: Reader) -> None:
    assert keys(world, find(world, reader, "***", agency="un")) == []


def test_nobody_waits_for_a_cancelled_search(world: World, reader: Reader) -> None:
    assert search(reader, wording("en"), "akan", cancelled=lambda: True).hits == ()


def test_an_unknown_kind_is_a_bug(world: World, reader: Reader) -> None:
    with pytest.raises(ValueError, match="ship"):
        search(reader, wording("en"), "akan", kind="ship")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=40))
@example("NOT akan")
def test_random_input_is_no_error(world: World, reader: Reader, query: str) -> None:
    results = find(world, reader, query)
    for hit in results.hits:
        for text, spans in (
            (hit.label, hit.spans),
            (hit.detail, hit.detail_spans),
            (hit.why, hit.why_spans),
        ):
            assert all(0 <= start < end <= len(text) for start, end in spans)
