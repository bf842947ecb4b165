"""Labels, sentences, numbers and the choice of a name, in each language."""

import ast
import re
from importlib.resources import files
from pathlib import Path

import pytest

import dossier
import ui
from dossier.language import LANGUAGES, Wording, wording
from dossier.language.catalogue import catalogue, compiled
from dossier.language.labels import LABELS
from dossier.model.errors import DossierError
from dossier.model.fields import specs
from dossier.model.records import RECORD_CLASSES, Name, Text

# Where a field's words stand in the table of labels.
TABLES = {
    ("involvement", "role"): "involvement_role",
    ("participation", "role"): "participation_role",
    ("statement_link", "role"): "statement_role",
}


def test_a_wording_is_one_value_for_each_language() -> None:
    assert wording("ru") is wording("ru")
    assert wording("kk") == Wording("kk")


def test_an_unknown_language_is_refused_in_one_sentence() -> None:
    with pytest.raises(DossierError, match=r"no language “de” .* en, ru, kk"):
        wording("de")


def test_every_closed_choice_of_the_model_has_a_word() -> None:
    missing = [
        (record_class.kind, name, word)
        for record_class in RECORD_CLASSES
        for name, spec in specs(record_class).items()
        for word in spec.choices
        if word not in LABELS[TABLES.get((record_class.kind, name), name)]
    ]
    assert missing == []


def test_every_kind_has_a_word() -> None:
    assert {record_class.kind for record_class in RECORD_CLASSES} <= LABELS["kind"].keys()


def test_a_word_that_is_not_a_choice_is_a_bug() -> None:
    with pytest.raises(KeyError):
        wording("en").label("nature", "promised")


def test_a_name_that_ends_in_a_full_stop_ends_the_sentence_too() -> None:
    english, russian = wording("en"), wording("ru")
    assert english.say("Nothing is related to {name}.", name="Bekova A.") == "Nothing is related to Bekova A."
    assert english.say("Nothing is related to {name}.", name="Bekova") == "Nothing is related to Bekova."
    assert english.say("Done: {label}. Ctrl+Z undoes it.", label="A. B.") == "Done: A. B. Ctrl+Z undoes it."
    assert russian.say("Shown: {region}.", region="2024 г.").endswith("2024 г.")
    assert english.say("{name} has {value} already; confirm it instead.", name="Lee A.", value="1.") == (
        "Lee A. has 1. already; confirm it instead."
    )
    assert english.say("Shown: {region}.", region="and so on …") == "Shown: and so on …"


def test_english_is_what_is_written_in_the_code() -> None:
    english = wording("en")
    assert english.say("Information as of {date}", date="20 June 2024") == "Information as of 20 June 2024"
    assert english.label("nature", "offered") == "Offered"
    assert [english.count("{n} event", "{n} events", n) for n in (1, 2, 1200)] == [
        "1 event",
        "2 events",
        "1,200 events",
    ]


PO = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
"(n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "Printed {on}"
msgstr "Распечатано {on}"

msgid "{n} event"
msgid_plural "{n} events"
msgstr[0] "{n} событие"
msgstr[1] "{n} события"
msgstr[2] "{n} событий"

msgctxt "verb"
msgid "Open"
msgstr "Открыть"
""".encode()


def test_a_catalogue_is_read_from_its_source() -> None:
    read = compiled(PO, "ru")
    assert read.gettext("Printed {on}") == "Распечатано {on}"
    assert [read.ngettext("{n} event", "{n} events", n) for n in (1, 3, 5)] == [
        "{n} событие", "{n} события", "{n} событий",
    ]  # fmt: skip
    assert read.pgettext("verb", "Open") == "Открыть"
    assert read.gettext("Open") == "Open"


def test_a_missing_catalogue_shows_english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("resources.path", lambda *parts: tmp_path.joinpath(*parts))
    assert catalogue.__wrapped__("kk").gettext("Posts") == "Posts"


@pytest.mark.parametrize("code", ["ru", "kk"])
def test_the_catalogue_in_use_is_the_file_of_the_language(code: str) -> None:
    file = files("resources").joinpath("locale", code, "LC_MESSAGES", "dossier.po")
    assert wording(code).say("Posts") == compiled(file.read_bytes(), code).gettext("Posts") != "Posts"


def test_numbers_and_lists_follow_the_language() -> None:
    assert wording("en").number(12345) == "12,345"
    assert wording("ru").number(12345).replace("\xa0", " ") == "12 345"
    assert wording("en").list_of(["a", "b", "c"]) == "a, b and c"
    assert wording("ru").list_of(["а", "б"]) == "а и б"
    assert [wording("en").list_of(items) for items in ([], ["a"])] == ["", "a"]


def name(pk: int, text: str, language: str, kind: str) -> Name:
    return Name(pk=pk, of=1, text=text, language=language, name_kind=kind)


TOKAYEV = [
    name(1, "Kassym-Jomart Tokayev", "en", "official"),
    name(2, "Tokaev", "en", "alias"),
    name(3, "Токаев", "ru", "transliteration"),
    name(4, "Toqaev", "kk-Latn", "transliteration"),
    name(5, "Тоқаев", "kk-Cyrl", "transliteration"),
]


@pytest.mark.parametrize(("code", "pk"), [("en", 1), ("ru", 3), ("kk", 5)])
def test_a_name_is_shown_in_the_language_asked_for(code: str, pk: int) -> None:
    best = wording(code).pick(TOKAYEV)
    assert best is not None
    assert best.pk == pk


@pytest.mark.parametrize("code", LANGUAGES)
def test_else_in_the_own_spelling(code: str) -> None:
    best = wording(code).pick(
        [name(1, "Vavernya", "de", "transliteration"), name(2, "Wawiernia", "pl", "official")]
    )
    assert best is not None
    assert best.text == "Wawiernia"


def test_an_acronym_or_an_alias_is_the_last_resort() -> None:
    names = [name(1, "ПРООН", "ru", "acronym"), name(2, "UN Development Programme", "en", "official")]
    best = wording("ru").pick(names)
    assert best is not None
    assert best.pk == 2
    assert wording("ru").pick(names[:1]) == names[0]
    assert wording("ru").pick([]) is None


def test_a_text_in_no_fitting_language_is_shown_in_its_original() -> None:
    texts = [
        Text(pk=1, of=1, field="title", language="ru", text="Визит", translated=True),
        Text(pk=2, of=1, field="title", language="en", text="Visit"),
    ]
    best = wording("kk").pick(texts)
    assert best is not None
    assert best.text == "Visit"


def _calls(folder: Path) -> list[ast.Call]:
    trees = (ast.parse(path.read_text("utf-8")) for path in sorted(folder.rglob("*.py")))
    return [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]


@pytest.mark.parametrize("package", [dossier, ui])
def test_every_sentence_gets_the_values_it_names(package: object) -> None:
    """`say("… {date}")` without date=… would only fail when somebody reads it."""
    folder = Path(package.__path__[0])  # type: ignore[attr-defined]
    wrong = []
    for call in _calls(folder):
        method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        text = call.args[0] if call.args else None
        if method != "say" or not isinstance(text, ast.Constant) or not isinstance(text.value, str):
            continue
        wanted = set(re.findall(r"{(\w+)}", text.value))
        given = {keyword.arg for keyword in call.keywords if keyword.arg}
        if wanted != given:
            wrong.append((text.value, sorted(wanted ^ given)))
    assert wrong == []
