"""A query is completed as one types: names of fields, and what the dossier has for their values."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.language import wording
from dossier.search import search
from dossier.search.completing import completions
from dossier.store import Reader
from tests.search.conftest import World


def completed(reader: Reader, typed: str, language: str = "en") -> list[str]:
    """The texts that would stand in the field; `|` is the cursor, else it is at the end."""
    text, bar, rest = typed.partition("|")
    found = completions(reader, wording(language), text + rest, len(text) if bar else len(typed))
    return [(text + rest)[: each.start] + each.text + (text + rest)[each.end :] for each in found]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ag", "agency:"),
        ("sarwar ki", "sarwar kind:"),
        ("агент", "агентство:"),
        ("ұй", "ұйым:"),
        ("agency:unic", "agency:UNICEF "),
        ("agency:юни", "agency:UNICEF "),
        ('agency:"foreign mi', 'agency:"Ministry of Foreign Affairs" '),
        ("region:kyz", "region:Kyzylorda "),
        ("city:alm", "city:Almaty "),
        ("kind:per", "kind:person "),
        ("post:resid", 'post:"Resident Representative" '),
        ("has:ph", "has:phone "),
        ("agency:unic| sarwar", "agency:UNICEF sarwar"),
    ],
)
def test_what_is_typed_is_completed(world: World, reader: Reader, typed: str, first: str) -> None:
    assert completed(reader, typed)[0] == first


def test_values_are_in_the_language_of_the_window(reader: Reader) -> None:
    assert completed(reader, "вид:чел", "ru") == ["вид:человек "]
    assert completed(reader, "has:тел", "ru") == ["has:телефон "]


def test_with_no_value_yet_the_first_ones_are_offered(reader: Reader) -> None:
    assert len(completed(reader, "kind:")) > 3
    assert any("UNICEF" in each for each in completed(reader, "agency:"))


@pytest.mark.parametrize(
    "typed", ["", "a", "sarwar", "agen|cy", "kind:person ", "before:20", "x:y", "agency:zzz"]
)
def test_nothing_is_offered_where_nothing_fits(reader: Reader, typed: str) -> None:
    assert completed(reader, typed) == []


@pytest.mark.parametrize(
    "typed", ["kind:person", "kind:people", "has:phone", "agency:UNICEF", "city:almaty", "вид:person"]
)
def test_nothing_is_offered_of_what_is_typed_whole(reader: Reader, typed: str) -> None:
    assert completed(reader, typed) == []


@pytest.mark.parametrize("typed", ["agency:u", "region:k", "kind:", "post:r", "has:"])
def test_every_completion_is_understood(world: World, reader: Reader, typed: str) -> None:
    for query in completed(reader, typed):
        remarks = search(reader, wording("en"), query).remarks
        assert not any("called" in remark or "no kind" in remark or "has" in remark for remark in remarks), (
            query
        )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=30), st.integers(0, 30))
def test_no_text_is_an_error(reader: Reader, text: str, cursor: int) -> None:
    completions(reader, wording("en"), text, min(cursor, len(text)))
    for field in ("agency:", 'region:"', "post:", "topic:", "kind:", "has:"):
        completions(reader, wording("kk"), field + text, len(field + text))
