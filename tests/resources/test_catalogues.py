"""Every text a user reads stands in the Russian and the Kazakh catalogue, whole and with its placeholders."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po

from resources.locale.messages import LANGUAGES, Message, messages, messages_of

FOLDER = Path(__file__).parents[2] / "resources" / "locale"
PLACEHOLDER = re.compile(r"\{\w*\}")
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]+")
# What is written in Latin letters in every language: formats, keys, options of the command line, addresses.
AS_TYPED = re.compile(
    r"--[a-z-]+|\S*@\S*|https?://\S*|\*\.\w+|\b(?:Ctrl|Shift|Alt)\+\w+|`[^`]*`|\bdossier [a-z]+"
    r"|\.(?:xlsx?|pdf|docx|md)\b"
    r"|SOURCE_DATE_EPOCH|\(name, organization, post, phone, email\)|\b[A-Z]=name|new, same, skip"
    r"|resources/map/README\.md|projection\.parallels|\bunit\b"
)
NAMES = set(
    "CSV JSON Excel PDF Word Markdown vCard iCalendar FollowTheMoney TLP ISO UTF ID id schema properties "
    "Enter Esc F1 de tr Source Sans Adobe SIL Open Font License Dossier LibreOffice SHA DIR".split()
)
MIXED = re.compile(r"\w*[A-Za-z]\w*[Ѐ-ӿ]\w*|\w*[Ѐ-ӿ]\w*[A-Za-z]\w*")


def catalogue(code: str) -> Catalog:
    return read_po(BytesIO((FOLDER / code / "LC_MESSAGES" / "dossier.po").read_bytes()), locale=code)


def strings(code: str) -> Iterator[tuple[str, list[str]]]:
    """English and its translations; of a plural, the plural and all its forms."""
    for entry in catalogue(code):
        if entry.id:
            english = entry.id[1] if isinstance(entry.id, tuple) else entry.id
            yield english, list(entry.string) if isinstance(entry.string, tuple | list) else [entry.string]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_text_of_the_program_is_there_and_nothing_else(code: str) -> None:
    held = {(entry.id, entry.context or "") for entry in catalogue(code) if entry.id}
    wanted = {(message.id, message.context) for message in messages()}
    advice = "run python -m resources.locale.messages and translate what it adds"
    assert sorted(map(str, wanted - held)) == [], advice
    assert sorted(map(str, held - wanted)) == [], advice


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_left_untranslated_or_doubtful(code: str) -> None:
    assert [english for english, texts in strings(code) if not all(texts)] == []
    assert [entry.id for entry in catalogue(code) if entry.fuzzy] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_plurals_have_all_forms_of_the_language(code: str) -> None:
    forms = {"ru": 3, "kk": 1}[code]
    plurals = [entry for entry in catalogue(code) if isinstance(entry.id, tuple)]
    assert plurals
    assert [entry.id for entry in plurals if len(entry.string) != forms] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_placeholders_and_outer_space_are_kept(code: str) -> None:
    for english, texts in strings(code):
        for text in texts:
            assert sorted(PLACEHOLDER.findall(text)) == sorted(PLACEHOLDER.findall(english)), english
            assert text[: len(text) - len(text.lstrip())] == english[: len(english) - len(english.lstrip())]
            assert text[len(text.rstrip()) :] == english[len(english.rstrip()) :], english


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_word_mixes_alphabets(code: str) -> None:
    """A Latin i among Kazakh letters looks right and is found by no search."""
    assert [word for _, texts in strings(code) for text in texts for word in MIXED.findall(text)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_word_is_left_in_latin_letters(code: str) -> None:
    """A word of English would stand out in the window; what is written so everywhere is in NAMES."""
    left = {
        word: text
        for _, texts in strings(code)
        for text in texts
        for word in LATIN.findall(AS_TYPED.sub(" ", PLACEHOLDER.sub(" ", text)))
        if word not in NAMES
    }
    assert left == {}


def test_kazakh_says_that_a_native_reader_has_to_check_it() -> None:
    assert "CHECKED BY A NATIVE READER" in catalogue("kk").header_comment


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('w.say("a")', [Message("a")]),
        ('w.say("a" "b", x=1)', [Message("ab")]),
        ("f\"{w.say('a')}\"", [Message("a")]),
        ('w.count("{n} a", "{n} b", 3)', [Message("{n} a", many="{n} b")]),
        ('"text".count("a")', []),
        ('w.about("verb", "a")', [Message("a", context="verb")]),
        ('X = N_("a")', [Message("a")]),
        (
            'X = (N_("{n} a"), N_("{n} b"))',
            [Message("{n} a", many="{n} b"), Message("{n} a"), Message("{n} b")],
        ),
        ('X = (N_("a"), N_("b"))', [Message("a"), Message("b")]),
        ('w.say("a" if x else "b")', [Message("a"), Message("b")]),
        ('def f():\n say = w.count\n say("{n} a", "{n} b", 1)', [Message("{n} a", many="{n} b")]),
        ('def f():\n x, say = 1, w.label\n say("kind", "post")\ndef g():\n say("a")', [Message("a")]),
        ("w.say(text)", []),
    ],
)
def test_texts_are_found_in_code(code: str, found: list[Message]) -> None:
    assert list(messages_of(code)) == found
