"""How a person is addressed: in the language asked for, else in another that is named; never made up."""

from collections.abc import Iterator

import pytest

from dossier.language import wording
from dossier.model.records import FORMS_OF_ADDRESS, Text
from dossier.store import Dossier
from dossier.views import card, contact, contact_words, record_json, sheet
from tests.views.making import TODAY, Maker, block, keys, plain

SPOKEN, WRITTEN = FORMS_OF_ADDRESS
EN, RU, KK = map(wording, ("en", "ru", "kk"))


@pytest.fixture
def maker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Maker]:
    with Dossier.create(tmp_path_factory.mktemp("addressing") / "a.dossier") as dossier:
        yield Maker(dossier)


@pytest.fixture
def ann(maker: Maker) -> int:
    """Somebody with both forms in English, the spoken one in Russian too."""
    pk, protocol = maker.person("Ann Lee"), maker.source("2026-10-30", "document")
    for field, language, text in (
        (SPOKEN, "en", "Your Excellency"),
        (SPOKEN, "ru", "Ваше Превосходительство"),
        (WRITTEN, "en", "H.E. Ms Ann Lee"),
    ):
        maker.cite(
            maker.add(Text(of=pk, field=field, language=language, text=text)), "text", passage=protocol
        )
    return pk


def copied(maker: Maker, language: str, pk: int) -> list[str]:
    with maker.dossier.read() as reader:
        found = contact(reader, wording(language), TODAY, pk)
        assert found
        return contact_words(found).splitlines()


@pytest.mark.parametrize(
    ("language", "spoken", "written"),
    [
        ("en", "Form of address (spoken): Your Excellency", "Form of address (written): H.E. Ms Ann Lee"),
        (
            "ru",
            "Форма обращения (устная): Ваше Превосходительство",
            "Форма обращения (письменная, на английском языке): H.E. Ms Ann Lee",
        ),
        (
            "kk",
            "Қарату үлгісі (ауызша, ағылшын тілінде): Your Excellency",
            "Қарату үлгісі (жазбаша, ағылшын тілінде): H.E. Ms Ann Lee",
        ),
    ],
)
def test_a_contact_has_it_in_the_language_or_says_in_which(
    maker: Maker, ann: int, language: str, spoken: str, written: str
) -> None:
    assert copied(maker, language, ann) == ["Ann Lee", spoken, written]


def test_where_none_is_recorded_there_is_no_line_and_no_block(maker: Maker) -> None:
    bob = maker.person("Bob Hill")
    assert copied(maker, "en", bob) == ["Bob Hill"]
    with maker.dossier.read() as reader:
        assert "form_of_address" not in keys(card(reader, EN, TODAY, bob))
        assert record_json(reader, bob)["forms_of_address"] == []


def test_a_card_has_all_languages_each_with_its_own_source(maker: Maker, ann: int) -> None:
    with maker.dossier.read() as reader:
        page = card(reader, RU, TODAY, ann)
    spoken, written = block(page, "form_of_address").lines
    assert (spoken.plain, plain(spoken.note)) == (
        "Устно: Ваше Превосходительство",
        "на английском языке: Your Excellency",
    )
    assert (written.plain, plain(written.note)) == ("Письменно, на английском языке: H.E. Ms Ann Lee", "")
    # The article that tells of the person says nothing of how to address her.
    (number,) = spoken.cites
    assert next(line.head for line in page.sources if line.number == number).startswith(
        "Документ, 30 октября"
    )
    assert {line.state for line in (spoken, written)} == {""}


def test_a_sheet_has_it_in_its_language_alone(maker: Maker, ann: int) -> None:
    with maker.dossier.read() as reader:
        lines = block(sheet(reader, EN, TODAY, ann), "form_of_address").lines
    assert [(line.plain, line.note) for line in lines] == [
        ("Spoken: Your Excellency", ()),
        ("Written: H.E. Ms Ann Lee", ()),
    ]


def test_what_nobody_gave_a_source_for_says_so(maker: Maker) -> None:
    bob = maker.person("Bob Hill")
    maker.add(Text(of=bob, field=SPOKEN, language="fr", text="Monsieur"))
    with maker.dossier.read() as reader:
        (line,) = block(card(reader, KK, TODAY, bob), "form_of_address").lines
    assert (line.plain, line.state) == ("Ауызша, fr: Monsieur", "unsourced")


def test_data_names_form_and_language_and_cites_each(maker: Maker, ann: int) -> None:
    with maker.dossier.read() as reader:
        data = record_json(reader, ann)
    assert data["forms_of_address"][0] == {"form": "spoken", "language": "en", "text": "Your Excellency"}
    assert [each["form"] for each in data["forms_of_address"]] == ["spoken", "spoken", "written"]
    cited = [each["field"] for each in data["citations"]]
    assert (cited.count(SPOKEN), cited.count(WRITTEN)) == (2, 1)
