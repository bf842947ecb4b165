"""How a person is addressed is written as a source gives it, and nothing is overwritten unseen."""

import pytest

from dossier.intake.forms import FieldError, FormsOfAddress, Origin, TypedForm, write
from dossier.language import wording
from dossier.model.records import FORMS_OF_ADDRESS, Citation, Source, Text
from dossier.search import resolve, search
from dossier.store import Dossier

SPOKEN, WRITTEN = FORMS_OF_ADDRESS
EN, KK = wording("en"), wording("kk")
TOLD = Origin("told by the protocol", "24 November 2026")
NEWER = Origin("told by Ann Lee", "24 November 2026")


@pytest.fixture
def person(seeded: Dossier) -> int:
    with seeded.read() as reader:
        return resolve(reader, "Akan Rakhmetullin")


def say(dossier: Dossier, of: int, *forms: TypedForm, origin: Origin = TOLD) -> None:
    write(dossier, EN, FormsOfAddress(of, forms, origin))


def forms(dossier: Dossier, of: int) -> dict[tuple[str, str], str]:
    with dossier.read() as reader:
        texts = reader.find(Text, of=of, field=FORMS_OF_ADDRESS)
    return {(text.field, text.language): text.text for text in texts}


def sources_of(dossier: Dossier, of: int) -> list[tuple[str | None, str | None]]:
    """What each citation of the forms of address states, and the source of it."""
    with dossier.read() as reader:
        return [
            (stated, title)
            for text in reader.find(Text, of=of, field=FORMS_OF_ADDRESS)
            for citation in reader.find(Citation, of=text.pk)
            for stated, title in reader.rows(
                "SELECT :stated, title FROM passage JOIN paragraph ON paragraph.pk = passage.paragraph "
                "JOIN source ON source.pk = paragraph.source WHERE passage.pk = :passage",
                stated=citation.stated,
                passage=citation.passage,
            )
        ]


def test_all_languages_are_one_change_each_cited(seeded: Dossier, person: int) -> None:
    say(
        seeded,
        person,
        TypedForm(SPOKEN, "en", " Your  Excellency "),
        TypedForm(SPOKEN, "kk", "Жоғары мәртебелім"),
        TypedForm(WRITTEN, "", "Господину А. Рахметуллину"),
        TypedForm(WRITTEN, "en", ""),
    )
    assert forms(seeded, person) == {
        (SPOKEN, "en"): "Your Excellency",
        (SPOKEN, "kk"): "Жоғары мәртебелім",
        (WRITTEN, "ru"): "Господину А. Рахметуллину",
    }
    assert {title for _, title in sources_of(seeded, person)} == {"told by the protocol"}
    with seeded.read() as reader:
        assert not any(text.translated for text in reader.find(Text, of=person, field=FORMS_OF_ADDRESS))
        assert "Akan Rakhmetullin" not in [hit.name for hit in search(reader, EN, "excellency").hits]
    assert seeded.check(deep=True) == ()
    seeded.undo()
    assert forms(seeded, person) == {}


def test_a_correction_is_cited_anew_and_what_was_there_comes_back_by_undo(
    seeded: Dossier, person: int
) -> None:
    say(seeded, person, TypedForm(SPOKEN, "en", "Your Excellency"), TypedForm(WRITTEN, "en", "H.E."))
    corrected = TypedForm(SPOKEN, "en", "Ambassador", "Your Excellency")
    say(seeded, person, corrected, TypedForm(WRITTEN, "en", "H.E.", "H.E."), origin=NEWER)
    assert sources_of(seeded, person) == [("Ambassador", "told by Ann Lee"), ("H.E.", "told by the protocol")]
    seeded.undo()
    assert forms(seeded, person)[SPOKEN, "en"] == "Your Excellency"
    assert {title for _, title in sources_of(seeded, person)} == {"told by the protocol"}


def test_what_is_emptied_is_taken_out_and_needs_no_source(seeded: Dossier, person: int) -> None:
    say(seeded, person, TypedForm(SPOKEN, "en", "Your Excellency"), TypedForm(SPOKEN, "ru", "Господин"))
    with seeded.read() as reader:
        before = reader.count(Source)
    say(seeded, person, TypedForm(SPOKEN, "en", "", "Your Excellency"), origin=Origin(""))
    assert forms(seeded, person) == {(SPOKEN, "ru"): "Господин"}
    with seeded.read() as reader:
        assert reader.count(Source) == before


def test_what_one_has_not_seen_is_not_overwritten(seeded: Dossier, person: int) -> None:
    say(seeded, person, TypedForm(SPOKEN, "en", "Your Excellency"))
    for text in ("Ambassador", ""):
        with pytest.raises(FieldError, match="is addressed as “Your Excellency” already") as refused:
            say(seeded, person, TypedForm(SPOKEN, "en", text, "Minister"))
        assert refused.value.field == f"{SPOKEN} en"
    assert forms(seeded, person) == {(SPOKEN, "en"): "Your Excellency"}
    say(seeded, person, TypedForm(SPOKEN, "en", "Ambassador", None))
    assert forms(seeded, person) == {(SPOKEN, "en"): "Ambassador"}


def test_what_was_left_as_it_was_stays_as_somebody_else_has_made_it_since(
    seeded: Dossier, person: int
) -> None:
    say(seeded, person, TypedForm(SPOKEN, "en", "Ambassador"), TypedForm(WRITTEN, "en", "H.E."))
    seen = TypedForm(SPOKEN, "en", "Your Excellency", "Your Excellency"), TypedForm(WRITTEN, "en", "")
    say(seeded, person, *seen, TypedForm(SPOKEN, "ru", "Господин посол"))
    assert list(forms(seeded, person).values()) == ["Ambassador", "H.E.", "Господин посол"]


def test_kazakh_is_one_language_in_either_script(seeded: Dossier, person: int) -> None:
    with seeded.edit("Say how") as edit:
        edit.add(Text(of=person, field=SPOKEN, language="kk-Latn", text="Joğary märtebelim"))
    say(seeded, person, TypedForm(SPOKEN, "kk", "Жоғары мәртебелім", "Joğary märtebelim"))
    assert list(forms(seeded, person).values()) == ["Жоғары мәртебелім"]


@pytest.mark.parametrize(
    ("text", "origin", "field", "sentence"),
    [
        ("", TOLD, f"{SPOKEN} en", "Nothing new is written here"),
        ("–", TOLD, f"{SPOKEN} en", "“–” is no form of address"),
        ("Your\x07 Excellency", TOLD, f"{SPOKEN} en", "This holds the character U+0007"),
        ("Your Excellency", Origin(""), "source", "Say where this is from"),
    ],
)
def test_what_cant_be_taken_is_said_beside_its_field(
    seeded: Dossier, person: int, text: str, origin: Origin, field: str, sentence: str
) -> None:
    with pytest.raises(FieldError, match=sentence.replace("+", r"\+")) as refused:
        say(seeded, person, TypedForm(SPOKEN, "en", text), origin=origin)
    assert refused.value.field == field
    assert forms(seeded, person) == {}


def test_only_people_are_addressed(seeded: Dossier) -> None:
    with seeded.read() as reader:
        unicef = resolve(reader, "UNICEF")
    with pytest.raises(FieldError, match="Only people have a form of address"):
        say(seeded, unicef, TypedForm(SPOKEN, "en", "Your Excellency"))
