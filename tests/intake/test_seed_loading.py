"""A seed becomes records: parts, texts in languages, citations with their basis, all in one Change."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.intake.seed import load_seed
from dossier.model.records import (
    BY_KIND,
    Attestation,
    Citation,
    ContactPoint,
    FormerCode,
    Initiative,
    Name,
    Note,
    Office,
    Passage,
    Person,
    Post,
    Remit,
    StatementLink,
    Tag,
    Text,
)
from dossier.store import Dossier
from tests.intake.conftest import GOOD

Write = Callable[..., Path]


@pytest.fixture
def loaded(write_seed: Write, dossier: Dossier) -> Dossier:
    load_seed(dossier, write_seed(notes=GOOD))
    return dossier


def test_loading_is_one_change_that_undo_takes_back(loaded: Dossier) -> None:
    assert [change.label for change in loaded.history()] == ["Load the seed dossier"]
    assert loaded.check(deep=True) == ()
    loaded.undo()
    with loaded.read() as reader:
        assert {kind: reader.count(record_class) for kind, record_class in BY_KIND.items()} == dict.fromkeys(
            BY_KIND, 0
        )


def test_change_is_given_back(write_seed: Write, dossier: Dossier) -> None:
    change = load_seed(dossier, write_seed(notes=GOOD))
    assert change == dossier.history()[0]


def test_original_and_translation(loaded: Dossier) -> None:
    with loaded.read() as reader:
        (initiative,) = reader.all(Initiative)
        texts = reader.find(Text, of=initiative.pk, field="title")
        assert [(text.language, text.text, text.translated) for text in texts] == [
            ("en", "A well", False),
            ("ru", "Колодец", True),
        ]
        bases = [reader.find(Citation, of=text.pk) for text in texts]
    assert [[item.basis for item in citations] for citations in bases] == [["stated"], ["translation"]]
    assert (bases[1][0].translator, bases[1][0].checked) == ("Dossier seed", False)
    assert bases[0][0].passage == bases[1][0].passage


def test_derived_value_keeps_its_rule_and_what_was_stated(loaded: Dossier) -> None:
    with loaded.read() as reader:
        (initiative,) = reader.all(Initiative)
        assert str(initiative.period) == "1992~/2024"
        (citation,) = reader.find(Citation, of=initiative.pk, field="period")
    assert (citation.basis, citation.stated, citation.rule) == ("derived", "32 years", "2024 − 32")


def test_name_stands_as_written_and_translated_name_says_so(loaded: Dossier) -> None:
    with loaded.read() as reader:
        names = {name.text: reader.find(Citation, of=name.pk)[0] for name in reader.all(Name)}
    assert (names["Ann Diggory"].basis, names["Ann Diggory"].stated) == ("stated", "Ann Diggory")
    assert (names["Суд"].basis, names["Суд"].stated) == ("translation", None)


def test_spans_of_one_paragraph_share_a_passage_when_equal(loaded: Dossier) -> None:
    with loaded.read() as reader:
        spans = [(passage.start, passage.end) for passage in reader.all(Passage)]
    assert len(spans) == len(set(spans))
    assert (None, None) in spans
    assert (0, 11) in spans


def test_links_of_a_statement_are_cited_like_its_words(loaded: Dossier) -> None:
    with loaded.read() as reader:
        links = reader.all(StatementLink)
        assert [link.role for link in links] == ["speaker", "about", "about"]
        kinds = {reader.kind(link.to) for link in links}
        cited = {reader.find(Citation, of=link.pk)[0].passage for link in links}
        passages = [reader.get(Passage, pk) for pk in cited]
    assert kinds == {"person", "initiative", "place"}
    assert [(passage.start, passage.end) for passage in passages] == [(0, 20)]


def test_reference_data_gives_the_basis_reference(write_seed: Write, dossier: Dossier) -> None:
    load_seed(dossier, write_seed(notes=GOOD.replace('kind = "document"', 'kind = "reference"')))
    with dossier.read() as reader:
        (person,) = reader.all(Person)
        assert reader.find(Citation, of=person.pk)[0].basis == "reference"


def test_every_part_a_seed_may_hold(write_seed: Write, dossier: Dossier) -> None:
    text = GOOD.replace(
        "attested = ",
        """\
place = "village"
remits = [{ place = "village", cite = "letter 1" }]
attested = """,
    ).replace(
        "[person.diggory]\n",
        """\
[person.diggory]
contacts = [{ kind = "phone", value = "112", label = "desk", confirmed = "2024-05", cite = "letter 1" }]
notes = [{ text = "Prefers mornings", marking = "TLP:GREEN" }]
tags = [{ label = "water" }]
""",
    )
    text = text.replace(
        'kind = "ngo"',
        'kind = "ngo"\ncountry = "village"\noffices = [{ place = "village", cite = "letter 1" }]',
    ).replace(
        'kind = "city"', 'kind = "city"\nformer_codes = [{ code = "X", held = "../2022", cite = "letter 1" }]'
    )
    load_seed(dossier, write_seed(notes=text))
    kinds = (ContactPoint, Note, Tag, Office, FormerCode, Remit, Attestation, Post)
    with dossier.read() as reader:
        assert [reader.count(kind) for kind in kinds] == [1] * len(kinds)
        assert reader.all(ContactPoint)[0].contact_kind == "phone"
        assert reader.all(Note)[0].marking == "TLP:GREEN"


def test_a_form_of_address_needs_no_english_and_is_no_translation(
    write_seed: Write, dossier: Dossier
) -> None:
    address = (
        'form_of_address_spoken.ru = "Госпожа председатель"\nform_of_address_written.kk = "Төрағаға"\n'
        'cite."*" = "letter 1"\ncite.form_of_address_spoken = "letter 1"\n\n[[person.diggory.posts]]'
    )
    load_seed(
        dossier, write_seed(notes=GOOD.replace('cite = "letter 1"\n\n[[person.diggory.posts]]', address))
    )
    with dossier.read() as reader:
        (person,) = reader.all(Person)
        texts = reader.find(Text, of=person.pk)
        cited = [reader.find(Citation, of=text.pk)[0] for text in texts]
    assert [(text.field, text.language, text.translated) for text in texts] == [
        ("form_of_address_spoken", "ru", False),
        ("form_of_address_written", "kk", False),
    ]
    assert [(each.basis, each.stated) for each in cited] == [
        ("stated", "Госпожа председатель"),
        ("stated", "Төрағаға"),
    ]


def test_files_may_name_each_other_in_any_order(write_seed: Write, dossier: Dossier) -> None:
    source, rest = GOOD.split("[place.village]")
    load_seed(dossier, write_seed(a="[place.village]" + rest, z=source))
    with dossier.read() as reader:
        assert reader.count(Person) == 1
