"""What records are called, in full and in short, and what a source without a title is called."""

import pytest

from dossier.language import wording
from dossier.model.dates import parse_date
from dossier.model.records import Name, Person, Source, Text
from dossier.store import Reader
from dossier.views import name_of, own_name
from dossier.views.lookup import Lookup
from dossier.views.names import acronym_of, excerpt, shown_name
from tests.views.making import Maker, named

EN, RU, KK = wording("en"), wording("ru"), wording("kk")


def test_a_name_in_the_language_else_the_own_spelling(reader: Reader) -> None:
    tokayev, wawiernia = named(reader, "Kassym-Jomart Tokayev"), named(reader, "Katarzyna Wawiernia")
    assert [name_of(reader, each, tokayev) for each in (EN, RU, KK)] == [
        "Kassym-Jomart Tokayev", "Касым-Жомарт Токаев", "Қасым-Жомарт Тоқаев",
    ]  # fmt: skip
    assert {name_of(reader, each, wawiernia) for each in (EN, RU, KK)} == {"Katarzyna Wawiernia"}


def test_the_own_name_does_not_depend_on_the_language(reader: Reader) -> None:
    assert own_name(reader, named(reader, "Детский фонд ООН")) == ("United Nations Children’s Fund")
    assert own_name(reader, named(reader, "Мадина Джарбусынова")) == "Madina Dzharbusynova"


def test_the_own_name_of_somebody_with_none_official_is_any(maker: Maker) -> None:
    person = maker.add(Person())
    maker.add(Name(of=person, text="Аноним", language="ru", name_kind="alias"))
    with maker.dossier.read() as reader:
        assert own_name(reader, person) == "Аноним"


def test_a_short_name_is_an_acronym_of_the_language_else_a_short_form(reader: Reader) -> None:
    lookup, undp = Lookup(reader), named(reader, "UNDP")
    assert [shown_name(lookup, each, undp, short=True) for each in (EN, RU, KK)] == ["UNDP", "ПРООН", "БҰҰДБ"]


def test_a_name_does_not_take_an_acronym_of_another_language(maker: Maker) -> None:
    council = maker.organization("Human Rights Council", acronym="HRC")
    maker.add(Name(of=council, text="Совет по правам человека", language="ru", name_kind="short"))
    with maker.dossier.read() as reader:
        lookup = Lookup(reader)
        assert [shown_name(lookup, each, council, short=True) for each in (EN, RU)] == [
            "HRC",
            "Совет по правам человека",
        ]
        assert [acronym_of(lookup, each, council) for each in (EN, RU, KK)] == ["HRC", "", "HRC"]


def test_a_short_title_in_another_language_does_not_beat_a_full_one_in_this(maker: Maker) -> None:
    initiative = maker.initiative("Joint projects in four regions")
    maker.add(Text(of=initiative, field="short_title", language="ru", text="Совместные проекты"))
    with maker.dossier.read() as reader:
        assert shown_name(Lookup(reader), EN, initiative, short=True) == "Joint projects in four regions"
        assert shown_name(Lookup(reader), RU, initiative, short=True) == "Совместные проекты"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("en", "News article, Astana, 20 June 2024"),
        ("ru", "Новостная статья, Астана, 20 июня 2024 г."),
    ],
)
def test_a_source_without_title_is_called_by_what_is_known(reader: Reader, code: str, name: str) -> None:
    pk = reader.rows("SELECT pk FROM source WHERE source_kind = 'article'")[0][0]
    assert name_of(reader, wording(code), pk).replace("\u202f", " ") == name


def test_a_source_with_title_and_publisher(maker: Maker) -> None:
    source = Source(
        source_kind="article",
        title="A Visit",
        publisher="The Paper",
        dateline="Astana",
        published=parse_date("2024-06"),
    )
    pk = maker.add(source)
    with maker.dossier.read() as reader:
        assert name_of(reader, EN, pk) == "“A Visit”, The Paper, June 2024"


def test_a_part_is_called_by_its_kind_and_a_post_by_title_and_agency(reader: Reader) -> None:
    post = reader.rows("SELECT pk FROM post WHERE person = :pk", pk=named(reader, "Rashed Sarwar"))[0][0]
    assert name_of(reader, EN, post) == "Representative in Kazakhstan, UNICEF"
    citation = reader.rows("SELECT pk FROM citation LIMIT 1")[0][0]
    assert name_of(reader, EN, citation) == "Citation"


def test_an_excerpt_ends_between_words() -> None:
    assert excerpt("short", 10) == "short"
    assert excerpt("one two, three four", 10) == "one two…"
