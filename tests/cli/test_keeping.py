"""What is told is written from the command line, one Change each, and taken back again."""

import json
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from dossier.cli import cli
from dossier.intake.seed import load_seed
from dossier.model.clock import clock_at
from dossier.store import Dossier

TODAY = "2026-11-24"
TOLD = ("--source", "phone call with Ann Lee")


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seed") / "seed.dossier"
    Dossier.create(path, clock=clock_at(date(2026, 11, 24)), fill=load_seed).close()
    return path


@pytest.fixture
def file(seed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(seed, tmp_path / "a.dossier"))


def run(*args: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli, ["--as-of", TODAY, "--lang", "en", *map(str, args)])
    return result.exit_code, result.stdout, result.stderr


def said(*args: str | Path) -> str:
    code, out, error = run(*args)
    assert (code, error) == (0, "")
    return out


def data(*args: str | Path) -> Any:
    return json.loads(said(*args, "--json"))


def refused(*args: str | Path) -> str:
    code, out, error = run(*args)
    assert (code, out) == (1, ""), error
    return error


def test_a_person_of_a_known_name_is_added_only_when_that_is_said(file: Path) -> None:
    add = ("add", "person", "Рашед Сарвар", "--post", "Envoy", "--organization", "UNDP", *TOLD, "-f", file)
    before = said("list", "person", "-f", file)
    sentence, listed = refused(*add).splitlines()
    assert sentence.startswith("“Рашед Сарвар” is in the dossier already; give the post to one listed below")
    known, rest = listed.split("  ", 1)
    assert rest == "Rashed Sarwar  Representative in Kazakhstan, UNICEF"
    assert said("list", "person", "-f", file) == before
    assert data(*add, "--to", known)["record"]["id"] == known
    assert data(*add, "--another")["record"]["id"] != known
    assert run(*add, "--another", "--to", known)[0] == 2


def test_a_person_a_contact_and_a_note_are_added_and_undone_one_by_one(file: Path) -> None:
    before = said("list", "person", "-f", file)
    post = ("--post", "Head of Protocol", "--organization", "MFA", "--since", "1 March 2026")
    added = data("add", "person", "Aigerim Bekova", *post, *TOLD, "-f", file)
    assert added["label"] == "Add a person"
    assert (added["record"]["kind"], added["record"]["name"]) == ("person", "Aigerim Bekova")
    said("add", "contact", added["record"]["id"], "+7 7172 72 00 00", "--source", "business card", "-f", file)
    said(
        "add", "note", "Bekova", "Back on Monday.", "--call", "Ann Lee", "--marking", "TLP:AMBER", "-f", file
    )
    said("add", "note", "Bekova", "Prefers Kazakh.", "-f", file)
    shown = said("show", "Aigerim Bekova", "-f", file)
    for words in (
        "Head of Protocol, Ministry of Foreign Affairs",
        "in post; last confirmed on 24 November 2026; from 1 March 2026",
        "Phone: +7 7172 72 00 00",
        "Back on Monday.",
        "TLP:AMBER",
        "Prefers Kazakh.",
        "phone call with Ann Lee, 24 November 2026",
        "“business card”, 24 November 2026",
    ):
        assert words in shown
    assert "no source" not in shown
    undone = [data("undo", "-f", file)["label"] for _ in range(4)]
    assert undone == ["Add a note", "Add a note from a call", "Add a contact", "Add a person"]
    assert said("list", "person", "-f", file) == before


@pytest.mark.parametrize(
    ("typed", "kind", "value"),
    [
        ("+7 (7172) 72-00-00", "phone", "+7 7172 72 00 00"),
        ("8 701 234 56 78 ext 12", "phone", "+7 701 234 56 78 ext. 12"),
        ("a.bekova@example.org", "email", "a.bekova@example.org"),
        ("https://example.org/bekova", "web", "https://example.org/bekova"),
        ("Dinmukhamed Kunaev St 31, Astana", "address", "Dinmukhamed Kunaev St 31, Astana"),
        ("12 Abai Avenue", "address", "12 Abai Avenue"),
        ("Достық көшесі", "address", "Достық көшесі"),
        ("ул. Мира", "address", "ул. Мира"),
        ("UN Plaza, Almaty", "address", "UN Plaza, Almaty"),
    ],
)
def test_what_a_contact_is_is_told_from_how_it_looks(file: Path, typed: str, kind: str, value: str) -> None:
    said("add", "contact", "UNICEF", typed, *TOLD, "-f", file)
    (contact,) = data("show", "UNICEF", "-f", file)["contacts"]
    assert (contact["kind"], contact["value"]) == (kind, value)
    assert said("confirm", "UNICEF", "--contact", typed, "-f", file)


def test_one_person_follows_another(file: Path) -> None:
    new = data(
        "replace", "Akan Rakhmetullin", "Aigerim Bekova", "--post", "First Deputy Foreign Minister",
        "--on", "2026-11-01", *TOLD, "-f", file,
    )  # fmt: skip
    assert new["record"]["name"] == "Aigerim Bekova"
    assert "in post; last confirmed on 24 November 2026; from 1 November 2026" in said(
        "show", "Aigerim Bekova", "-f", file
    )
    assert "(until 1 November 2026)" in said("show", "Akan Rakhmetullin", "-f", file)
    assert "until 1 November 2026" in said("search", "рахметуллин", "--kind", "person", "-f", file)
    assert "Aigerim Bekova" in said("search", "foreign ministry", "--kind", "person", "-f", file)
    assert data("undo", "-f", file)["label"] == "Replace the holder of a post"
    assert "Bekova" not in said("list", "person", "-f", file)


def test_a_namesake_of_the_new_holder_is_asked_about(file: Path) -> None:
    replacement = ("--on", "2026-11-01", *TOLD, "-f", file)
    before = said("list", "person", "-f", file)
    sentence, listed = refused("replace", "Akan Rakhmetullin", "Рашед Сарвар", *replacement).splitlines()
    assert sentence == (
        "“Рашед Сарвар” is in the dossier already; give the id of one listed below instead of the name, or "
        "add somebody else by --another."
    )
    known, rest = listed.split("  ", 1)
    assert rest == "Rashed Sarwar  Representative in Kazakhstan, UNICEF"
    assert said("list", "person", "-f", file) == before
    assert data("replace", "Akan Rakhmetullin", known, *replacement)["record"]["id"] == known
    said("undo", "-f", file)
    other = data("replace", "Akan Rakhmetullin", "Рашед Сарвар", "--another", *replacement)["record"]["id"]
    assert other != known
    listed_twice = refused("replace", "Katarzyna Wawiernia", "Rashed Sarwar", *replacement).splitlines()[1:]
    assert {line.split()[0] for line in listed_twice} == {known, other}


def test_a_change_that_lies_ahead_is_told_as_that(file: Path) -> None:
    replace = ("replace", "Rashed Sarwar", "Aigerim Bekova", *TOLD, "-f", file)
    assert said(*replace, "--on", "1 January 2027").splitlines()[1] == (
        "That lies ahead: Aigerim Bekova holds it from 1 January 2027, Rashed Sarwar until then."
    )
    assert "(until" not in said("list", "person", "-f", file)
    assert "years ahead" in refused(*replace, "--on", "1 Jan 2030")


def test_a_list_of_people_says_until_when_a_post_was_held(file: Path) -> None:
    said("replace", "Rashed Sarwar", "Aigerim Bekova", "--on", "2026-11-01", *TOLD, "-f", file)
    (line,) = (line for line in said("list", "person", "-f", file).splitlines() if "Sarwar" in line)
    assert line.endswith("Representative in Kazakhstan, UNICEF (until 1 November 2026)")


def test_undoing_much_is_asked_about_and_can_be_done_again(file: Path) -> None:
    before = said("list", "person", "-f", file)
    sentence = (
        "“Load the seed dossier” touched 1,... records, and nobody can be asked here; undo it with --yes."
    )
    assert re.fullmatch(sentence, refused("undo", "-f", file).rstrip())
    assert said("list", "person", "-f", file) == before
    assert said("undo", "--yes", "-f", file) == "Undone: Load the seed dossier.\n"
    assert said("list", "person", "-f", file) == "0 in the dossier\n"
    assert "nothing to undo" in refused("undo", "-f", file)
    assert said("redo", "-f", file) == "Done again: Load the seed dossier.\n"
    assert said("list", "person", "-f", file) == before
    assert "nothing to redo" in refused("redo", "-f", file)
    said("add", "note", "UNICEF", "Words", "-f", file)
    said("undo", "-f", file)
    assert data("redo", "-f", file)["label"] == "Add a note"


def test_a_post_is_named_by_its_title_in_any_language_where_there_are_several(file: Path) -> None:
    said("add", "person", "Ann Lee", "--post", "Envoy", "--organization", "UNDP", *TOLD, "-f", file)
    ann = data("show", "Ann Lee", "-f", file)["id"]
    said("replace", "Rashed Sarwar", ann, "--on", "1.11.2026", *TOLD, "-f", file)
    error = refused("replace", "Ann Lee", "Bob Ray", "--on", "2.11.2026", *TOLD, "-f", file)
    assert error.splitlines()[0] == "Name one of these posts by its title, with --post:"
    assert "Envoy" in error.splitlines()
    post = ("--post", "Представитель в Казахстане")
    said("replace", "Ann Lee", "Bob Ray", *post, "--on", "24.11.2026", *TOLD, "-f", file)
    shown = said("show", "Bob Ray", "-f", file)
    assert "Representative in Kazakhstan" in shown
    assert "Envoy" in said("show", "Ann Lee", "-f", file)


def test_posts_and_contacts_are_confirmed(file: Path) -> None:
    assert "not confirmed since" in said("show", "Rashed Sarwar", "-f", file)
    assert data("confirm", "Rashed Sarwar", "-f", file)["label"] == "Confirm"
    assert "in post; last confirmed on 24 November 2026" in said("show", "Rashed Sarwar", "-f", file)
    said("add", "contact", "UNICEF", "+7 7172 72 00 00", *TOLD, "--on", "2020-05-05", "-f", file)
    said("confirm", "UNICEF", "--contact", "+77172720000", "--on", "20.11.2026", "-f", file)
    assert "confirmed on 20 November 2026" in said("show", "UNICEF", "-f", file)


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("add", "person", " ", *TOLD), "Write the person's name."),
        (("add", "person", "Ann", "--post", "Envoy", *TOLD), "Write at which organization the post is."),
        (("add", "person", "Ann", "--source", " "), "Say where this is from"),
        (("add", "person", "Ann", *TOLD, "--on", "tomorrow"), "“tomorrow” is not a date"),
        (("add", "contact", "Nobody Known", "+7 727 1234567", *TOLD), "Nothing in the dossier is called"),
        (("add", "contact", "UNICEF", "a b", "--kind", "email", *TOLD), "“a b” is no e-mail address"),
        (("add", "contact", "Visit to the UN Plaza, Almaty", "+7 727 1234567", *TOLD), "contact point"),
        (
            ("add", "contact", "UNICEF", "not a thing", *TOLD),
            "“not a thing” looks like no phone",
        ),
        (("add", "contact", "UNICEF", "8(7", *TOLD), "“8(7” is no phone number"),
        (("add", "note", "UNICEF", " "), "The note is empty"),
        (("add", "note", "UNICEF", "Words", "--marking", "TLP:AMBR"), "“TLP:AMBR” is no mark of TLP 2.0"),
        (("add", "note", "UNICEF", "Words", "--marking", " "), "A marking is words of one line"),
        (("add", "note", "UNICEF", "Words", "--marking", "a" * 61), "at most 60 letters"),
        (("replace", "Rashed Sarwar", "Ann", "--on", "2020", *TOLD), "is known to have held the post"),
        (("replace", "UNICEF", "Ann", "--on", "2026", *TOLD), "UNICEF"),
        (("confirm", "UNICEF"), "has no post here to confirm"),
        (("confirm", "Rashed Sarwar", "--post", "Cook"), "Name one of these posts by its title"),
        (("confirm", "Rashed Sarwar", "--contact", "+7"), "There is no contact “+7” here"),
        (("confirm", "Rashed Sarwar", "--on", "2030"), "lies ahead"),
    ],
)
def test_what_cant_be_done_is_said_in_a_sentence_and_changes_nothing(
    file: Path, args: tuple[str, ...], sentence: str
) -> None:
    before = file.read_bytes()
    assert sentence in refused(*args, "-f", file)
    with Dossier.open(file) as dossier:
        assert len(dossier.history()) == 1
    assert len(file.read_bytes()) == len(before)


@pytest.mark.parametrize(
    "args",
    [
        ("add",),
        ("add", "person", "Ann"),
        ("add", "contact", "UNICEF", *TOLD),
        ("add", "note", "UNICEF", "Words", "--on", "2026"),
        ("replace", "Ann", "Bob", *TOLD),
        ("confirm",),
    ],
)
def test_what_is_written_wrongly_ends_with_two(file: Path, args: tuple[str, ...]) -> None:
    code, _, error = run(*args, *(("-f", str(file)) if len(args) > 1 else ()))
    assert code == 2
    assert "Traceback" not in error


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("ru", "В досье ничто не называется «Nobody Known»"), ("kk", "Досьеде «Nobody Known» деп аталатын")],
)
def test_what_the_core_refuses_is_said_in_the_language_asked_for(
    file: Path, language: str, sentence: str
) -> None:
    code, _, error = run("--lang", language, "show", "Nobody Known", "-f", file)
    assert code == 1
    assert error.startswith(sentence)
    code, _, error = run("--lang", language, "show", "Nobody Known", "-f", file.with_name("none.dossier"))
    assert code == 1
    assert "none.dossier" in error
    assert "There is no" not in error
