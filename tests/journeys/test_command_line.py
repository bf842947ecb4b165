"""The command line as a user types it: real processes, the seed dossier, and every kind of bad input."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from click.testing import CliRunner

from dossier.cli import cli

DOSSIER = Path(sys.executable).with_name("dossier")
ENVIRONMENT = os.environ | {"SOURCE_DATE_EPOCH": "1795478400", "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}
PEOPLE = {
    "Akan Rakhmetullin",
    "António Guterres",
    "Kassym-Jomart Tokayev",
    "Katarzyna Wawiernia",
    "Madina Dzharbusynova",
    "Rashed Sarwar",
}
REGIONS = ("Abai", "Zhetisu", "Ulytau", "Kyzylorda")
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seed") / "seed.dossier"
    result = subprocess.run([DOSSIER, "new", path], env=ENVIRONMENT, capture_output=True, text=True)
    assert (result.returncode, result.stderr) == (0, "")
    return path


@dataclass(frozen=True)
class ReadOnly:
    """A folder with a dossier in it that nothing run here can write to."""

    folder: Path

    def run(self, *args: str | Path) -> subprocess.CompletedProcess[str]:
        command = [str(DOSSIER), *map(str, args)]
        if os.geteuid() == 0:  # root may write whatever the permissions, unless the mount is read-only
            mount = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
            command = ["unshare", "--mount", "sh", "-c", mount, str(self.folder), *command]
        return subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True)

    def data(self, *args: str | Path) -> Any:
        result = self.run(*args, "--json")
        assert (result.returncode, result.stderr) == (0, "")
        return json.loads(result.stdout)


@pytest.fixture
def read_only(seed: Path, tmp_path: Path) -> Iterator[ReadOnly]:
    folder = tmp_path / "read-only"
    folder.mkdir()
    Path(shutil.copy(seed, folder / "a.dossier")).chmod(0o444)
    folder.chmod(0o555)
    yield ReadOnly(folder)
    folder.chmod(0o755)


def run(*args: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [DOSSIER, *args], env=ENVIRONMENT | environment, capture_output=True, text=True, encoding="utf-8"
    )


def here(*args: str | Path) -> tuple[int, str, str]:
    """The same command within this process, for the many words that need no process of their own."""
    result = CliRunner(env=ENVIRONMENT).invoke(cli, list(map(str, args)))
    return result.exit_code, result.stdout, result.stderr


def data_here(*args: str | Path) -> Any:
    code, out, error = here(*args, "--json")
    assert (code, error) == (0, "")
    return json.loads(out)


def said(*args: str | Path, **environment: str) -> str:
    result = run(*args, **environment)
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout


def data(*args: str | Path) -> Any:
    return json.loads(said(*args, "--json"))


def refused(*args: str | Path, **environment: str) -> str:
    """The sentence with which a command ends that can't be done."""
    result = run(*args, **environment)
    assert (result.returncode, result.stdout) == (1, ""), result.stderr
    assert "Traceback" not in result.stderr
    (sentence,) = result.stderr.splitlines()
    assert sentence.endswith(".")
    return sentence


def pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


# What a desk officer asks


def test_search_by_agency_begins_with_it_and_its_people(seed: Path) -> None:
    hits = data("search", "unicef", "-f", seed)
    assert [hit["kind"] for hit in hits[:2]] == ["organization", "person"]
    assert hits[0]["name"] == "United Nations Children’s Fund"
    assert (hits[1]["name"], hits[1]["post"]) == ("Rashed Sarwar", "Representative in Kazakhstan")
    assert all(set(hit) == {"id", "kind", "name", "post", "organization", "snippet"} for hit in hits)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        (["foreign ministry", "--kind", "person"], "Akan Rakhmetullin"),
        (["foreign", "ministry", "--kind", "person"], "Akan Rakhmetullin"),
        (["Рахметуллин"], "Akan Rakhmetullin"),
        (["Rakhmetulin"], "Akan Rakhmetullin"),
        (["wawier"], "Katarzyna Wawiernia"),
        (["UN Children's Fund", "--kind", "person"], "Rashed Sarwar"),
        (["ЮНИСЕФ", "--kind", "person"], "Rashed Sarwar"),
        (["Toqaev"], "Kassym-Jomart Tokayev"),
        (["Джарбусынова"], "Madina Dzharbusynova"),
        (["Гутерреш"], "António Guterres"),
        (["representative", "--agency", "UNDP", "--kind", "person"], "Katarzyna Wawiernia"),
    ],
)
def test_search_finds_the_person_meant(seed: Path, query: list[str], name: str) -> None:
    assert data_here("search", *query, "-f", seed)[0]["name"] == name


def test_an_agency_filter_takes_all_below_it(seed: Path) -> None:
    names = {
        hit["name"] for hit in data("search", "represent", "--agency", "UN", "--kind", "person", "-f", seed)
    }
    assert {"Katarzyna Wawiernia", "Rashed Sarwar"} <= names
    assert "Akan Rakhmetullin" not in names


def test_no_hit_is_no_failure(seed: Path) -> None:
    assert said("search", "napoleon", "-f", seed) == "Nothing found for “napoleon”.\n"
    assert data("search", "napoleon", "-f", seed) == []


@pytest.mark.parametrize("query", ['"', "(", "NEAR(", "*", "🙂", "-word", "x" * 10_000, "' OR 1=1", ""])
def test_odd_queries_are_answered(seed: Path, query: str) -> None:
    assert isinstance(data_here("search", "-f", seed, query), list)


def test_what_follows_two_dashes_is_no_option(seed: Path) -> None:
    assert said("search", "-f", seed, "--", "--json") == "Nothing found for “--json”.\n"


def test_limit_and_words_with_dashes(seed: Path) -> None:
    assert len(data("search", "un", "--limit", "3", "-f", seed)) == 3
    assert "Katarzyna Wawiernia" not in {hit["name"] for hit in data("search", "-wawiernia", "-f", seed)}


def test_each_line_of_input_is_answered_with_a_line_of_json(seed: Path) -> None:
    queries = ["wawier", " тоқаев  ", "", "njrftd", "region:kyzylorda kind:person", '"']
    result = subprocess.run(
        [DOSSIER, "search", "--stdin", "--json", "-f", seed],
        env=ENVIRONMENT,
        input="\n".join(queries) + "\n",
        capture_output=True,
        encoding="utf-8",
    )
    assert (result.returncode, result.stderr) == (0, "")
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["query"] for answer in answers] == queries
    assert all(answer["ms"] > 0 for answer in answers)
    first = [answer["hits"][0] if answer["hits"] else None for answer in answers]
    assert [hit and (hit["name"], hit["why"]) for hit in first] == [
        ("Katarzyna Wawiernia", ""),
        ("Kassym-Jomart Tokayev", "≈ Қасым-Жомарт Тоқаев, the Kazakh form of the name"),
        None,
        ("Kassym-Jomart Tokayev", "keyboard: токаев"),
        ("Katarzyna Wawiernia", "spoke about initiatives there"),
        None,
    ]


@pytest.mark.parametrize("words", [["--stdin"], ["--stdin", "--json", "akan"], ["--json"], []])
def test_input_is_answered_in_json_and_without_a_query(seed: Path, words: list[str]) -> None:
    code, out, error = here("search", *words, "-f", seed)
    assert (code, out) == (2, "")
    assert "Give a QUERY, or --stdin with --json and no query." in error


def test_a_region_says_who_covers_it(seed: Path) -> None:
    remark, hit = said("search", "region:kyzylorda", "kind:person", "-f", seed).splitlines()
    assert remark == "Nobody is recorded as covering Kyzylorda."
    assert hit.endswith("spoke about initiatives there")


def test_hits_read_well(seed: Path) -> None:
    first, second, *_ = said("search", "unicef", "-f", seed).splitlines()
    assert first.startswith("Organization  ")
    assert second.startswith("Person        Rashed Sarwar")
    assert "\x1b" not in first + second


def test_lists_hold_what_the_article_says(seed: Path) -> None:
    assert {record["name"] for record in data("list", "person", "-f", seed)} == PEOPLE
    assert len(data_here("list", "initiative", "-f", seed)) == 7
    codes = {record["code"] for record in data_here("list", "region", "-f", seed)}
    assert codes == {"KZ-10", "KZ-33", "KZ-62", "KZ-43"}
    assert len(data_here("list", "region", "--all", "-f", seed)) == 20


@pytest.mark.parametrize(
    "kind", ["person", "organization", "initiative", "event", "region", "source", "statement"]
)
def test_every_record_is_listed_with_id_name_and_citations(seed: Path, kind: str) -> None:
    records = data_here("list", kind, "-f", seed)
    assert records
    for record in records:
        assert record["id"]
        assert record["name"]
        for citation in record["citations"]:
            assert set(citation) >= {"field", "source", "paragraph", "stated", "basis"}
        assert record["citations"] or kind == "source"


def test_names_in_data_do_not_go_by_the_locale(seed: Path) -> None:
    plain = said("list", "organization", "--json", "-f", seed)
    assert said("list", "organization", "--json", "-f", seed, LC_ALL="ru_RU.UTF-8", LANGUAGE="ru") == plain
    found = said("search", "unicef", "--json", "-f", seed)
    assert said("search", "unicef", "--json", "-f", seed, LC_ALL="ru_RU.UTF-8", LANGUAGE="ru") == found


def test_show_says_it_in_the_language_asked_for(seed: Path) -> None:
    english = said("show", "Wawiernia", "-f", seed)
    assert "Katarzyna Wawiernia" in english
    assert "Information as of 20 June 2024" in english
    assert "not confirmed since" in english
    assert "20 июня 2024" in said("--lang", "ru", "show", "Wawiernia", "-f", seed)
    assert "20 июня 2024" in said("show", "Wawiernia", "-f", seed, LC_ALL="ru_RU.UTF-8", LANGUAGE="")


def test_show_as_data_is_the_record_of_the_list(seed: Path) -> None:
    listed = {record["id"]: record for record in data_here("list", "person", "-f", seed)}
    record = data_here("show", "Wawiernia", "-f", seed)
    assert record == listed[record["id"]]
    assert data_here("show", record["id"], "-f", seed) == record


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "Katarzyna Wawiernia",
            ["Resident Representative", "UNDP", *REGIONS],
        ),
        ("UNICEF", ["UNICEF", "Rashed Sarwar"]),
        ("Kyzylorda", ["Kyzylorda", "Wawiernia"]),
        ("Visit to the UN Plaza, Almaty", ["UN Plaza", "Rakhmetullin"]),
    ],
)
def test_a_sheet_is_one_page_with_its_source(seed: Path, tmp_path: Path, name: str, words: list[str]) -> None:
    assert here("sheet", name, "-o", tmp_path / "x.pdf", "-f", seed)[0] == 0
    (page,) = pages(tmp_path / "x.pdf")
    text = " ".join(page.split())
    for word in [*words, "20 June 2024"]:
        assert word in text


def test_each_name_gets_a_page(seed: Path, tmp_path: Path) -> None:
    initiatives = [record["id"] for record in data("list", "initiative", "-f", seed)]
    said("sheet", "Sarwar", *initiatives, "-o", tmp_path / "x.pdf", "-f", seed)
    assert len(pages(tmp_path / "x.pdf")) == 1 + len(initiatives)


def test_the_clock_can_be_set(seed: Path, tmp_path: Path) -> None:
    said("--as-of", "2024-06-21", "sheet", "UNICEF", "-o", tmp_path / "x.pdf", "-f", seed)
    assert "21 June 2024" in pages(tmp_path / "x.pdf")[0]


def test_a_day_before_the_source_is_shown_not_that_of_printing(seed: Path, tmp_path: Path) -> None:
    now = "1793059200"  # 27 October 2026
    path = tmp_path / "x.pdf"
    said("--as-of", "2022-03-01", "sheet", "Wawiernia", "-o", path, "-f", seed, SOURCE_DATE_EPOCH=now)
    text = " ".join(pages(tmp_path / "x.pdf")[0].split())
    assert "State on 1 March 2022 · Information as of 20 June 2024" in text
    assert "Printed on 27 October 2026" in text
    said("--as-of", "2026-11-24", "sheet", "Wawiernia", "-o", tmp_path / "x.pdf", "-f", seed)
    text = " ".join(pages(tmp_path / "x.pdf")[0].split())
    assert "Printed on 24 November 2026" in text
    assert "State on" not in text


def test_check_says_that_the_seed_is_sound(seed: Path) -> None:
    assert said("check", "--deep", "--repair", "-f", seed) == f"{seed} is sound.\n"


# Files: new, one's own, and on a read-only place


def test_new_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "a.dossier"
    path.write_text("precious")
    assert "exists already" in refused("new", path)
    assert path.read_text() == "precious"
    assert os.listdir(tmp_path) == ["a.dossier"]


def test_an_empty_dossier_lists_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.dossier"
    said("new", path, "--empty")
    for kind in ("person", "organization", "region", "source"):
        assert data_here("list", kind, "-f", path) == []
    assert data_here("search", "unicef", "-f", path) == []
    assert os.listdir(tmp_path) == ["a.dossier"]


def test_new_takes_a_seed_of_ones_own(tmp_path: Path) -> None:
    seed = tmp_path / "seed"
    shutil.copytree(Path(str(files("seeds"))) / "kazakhstan-un", seed)
    people = seed / "people.toml"
    people.write_text(people.read_text("utf-8").replace("Akan Rakhmetullin", "Akan Example"), "utf-8")
    said("new", tmp_path / "a.dossier", "--from", seed)
    assert "Akan Example" in said("list", "person", "-f", tmp_path / "a.dossier")
    people.write_text("[person.x]\nage = 3\n", "utf-8")
    assert "people.toml" in refused("new", tmp_path / "b.dossier", "--from", seed)
    assert not (tmp_path / "b.dossier").exists()
    assert run("new", tmp_path / "b.dossier", "--from", seed, "--empty").returncode == 2


def test_a_training_dossier_is_marked_wherever_it_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "training.dossier"
    said("new", path, "--training")
    assert run("new", tmp_path / "b.dossier", "--training", "--empty").returncode == 2
    assert "TRAINING – fictional" in said("show", "Aspan Zhelkanatov", "-f", path)
    assert "УЧЕБНОЕ – вымысел" in said(
        "show", "Aspan Zhelkanatov", "-f", path, LANGUAGE="ru", LC_ALL="ru_RU.UTF-8"
    )
    for words in (("search", "minister"), ("list", "person"), ("contacts", "Lantern Fund")):
        assert "TRAINING – fictional" in said(*words, "-f", path)
    said("sheet", "Aspan Zhelkanatov", "-o", tmp_path / "x.pdf", "-f", path)
    pages = subprocess.run(["pdftotext", tmp_path / "x.pdf", "-"], capture_output=True, text=True, check=True)
    assert pages.stdout.count("TRAINING – FICTIONAL") == 2


def test_without_a_file_it_is_the_users_own(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "LOCALAPPDATA": str(tmp_path)}
    assert "Rashed Sarwar" in said("search", "unicef", **home)
    (made,) = tmp_path.rglob("my.dossier")
    before = made.stat().st_ino
    assert "Rashed Sarwar" in said("list", "person", **home)
    assert made.stat().st_ino == before


def test_a_read_only_place_can_be_read_from(tmp_path: Path, read_only: ReadOnly) -> None:
    path = read_only.folder / "a.dossier"
    assert read_only.data("search", "unicef", "-f", path)[1]["name"] == "Rashed Sarwar"
    assert len(read_only.data("list", "person", "-f", path)) == 6
    assert read_only.run("sheet", "UNICEF", "-o", tmp_path / "x.pdf", "-f", path).returncode == 0
    assert len(pages(tmp_path / "x.pdf")) == 1
    assert os.listdir(read_only.folder) == ["a.dossier"]


def test_what_would_write_to_a_read_only_place_says_so(read_only: ReadOnly) -> None:
    path = read_only.folder / "a.dossier"
    out = read_only.folder / "x.pdf"
    for args in (
        ("new", read_only.folder / "b.dossier"),
        ("sheet", "UNICEF", "-o", out, "-f", path),
        ("check", "--repair", "-f", path),
    ):
        result = read_only.run(*args)
        assert (result.returncode, result.stdout) == (1, "")
        (sentence,) = result.stderr.splitlines()
        assert "can't be" in sentence
        assert str(read_only.folder) in sentence
    assert os.listdir(read_only.folder) == ["a.dossier"]


@pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere there is always a display, and a window would open"
)
@pytest.mark.parametrize("args", [[], ["./search"], ["a.dossier"], ["open", "a.dossier"]])
def test_a_first_word_that_is_no_command_opens_the_window(args: list[str]) -> None:
    environment = {name: value for name, value in ENVIRONMENT.items() if name != "QT_QPA_PLATFORM"}
    result = subprocess.run([DOSSIER, *args], env=environment, capture_output=True, text=True)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("There is no display here")


# Bad input: one sentence, exit 1, and an output file that was there stays


def text_file(path: Path) -> None:
    path.write_text("Dear colleague, " * 20)


def empty_file(path: Path) -> None:
    path.touch()


def folder(path: Path) -> None:
    path.mkdir()


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE person (name)")
    connection.close()


def newer_dossier(path: Path) -> None:
    said("new", path, "--empty")
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 1000")
    connection.close()


def cut_short(path: Path) -> None:
    said("new", path)
    path.write_bytes(path.read_bytes()[:20_000])


def nothing(path: Path) -> None:
    assert not path.exists()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (text_file, "not a dossier"),
        (empty_file, "is empty"),
        (folder, "is a folder"),
        (other_database, "another program"),
        (newer_dossier, "newer Dossier"),
        (nothing, "There is no file"),
        (cut_short, "cut short"),
    ],
)
def test_a_file_that_is_no_dossier_is_refused(
    tmp_path: Path, make: Callable[[Path], None], words: str
) -> None:
    path, out = tmp_path / "a.dossier", tmp_path / "x.pdf"
    make(path)
    out.write_text("an older sheet")
    sentence = refused("sheet", "UN", "-o", out, "-f", path)
    assert words in sentence
    assert str(path) in sentence
    for command in (("search", "un"), ("show", "UN"), ("list", "person")):
        assert here(*command, "-f", path) == (1, "", sentence + "\n")
    checked = refused("check", "-f", path)  # says further what is damaged
    assert words in checked
    assert str(path) in checked
    assert out.read_text() == "an older sheet"


def test_a_misspelt_name_brings_the_nearest(seed: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    out.write_text("an older sheet")
    for command in (("sheet", "UNICEF", "Katarzina Wavernja", "-o", out), ("show", "Katarzina Wavernja")):
        result = run(*command, "-f", seed)
        assert (result.returncode, result.stdout) == (1, "")
        sentence, nearest, *_ = result.stderr.splitlines()
        assert sentence.startswith("Nothing in the dossier is called “Katarzina Wavernja”")
        assert "Person  Katarzyna Wawiernia" in nearest
    assert out.read_text() == "an older sheet"


def test_a_name_that_fits_several_lists_them(seed: Path) -> None:
    result = run("show", "Kazakh", "-f", seed)
    assert (result.returncode, result.stdout) == (1, "")
    sentence, *candidates = result.stderr.splitlines()
    assert f"fits {len(candidates)} records" in sentence
    one = candidates[0].split()[0]
    assert data("show", one, "-f", seed)["id"] == one


def test_an_unknown_agency_is_said(seed: Path) -> None:
    assert run("search", "a", "--agency", "Qwertz", "-f", seed).returncode == 1


@pytest.mark.parametrize("out", ["missing/x.pdf", "."])
def test_a_sheet_that_can_not_be_written_says_so(
    seed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str
) -> None:
    monkeypatch.chdir(tmp_path)
    refused("sheet", "UNICEF", "-o", out, "-f", seed)
    assert os.listdir(tmp_path) == []


def test_a_malformed_seed_names_file_line_and_field(tmp_path: Path) -> None:
    for package in ("dossier", "ui", "resources", "seeds"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    people = tmp_path / "seeds/kazakhstan-un/people.toml"
    people.write_text(people.read_text(encoding="utf-8").replace("names =", "nmaes =", 1), encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-c", "from dossier.cli import cli; cli()", "new", "a.dossier"],
        cwd=tmp_path,
        env=ENVIRONMENT | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert (result.returncode, result.stdout) == (1, "")
    (sentence,) = result.stderr.splitlines()
    assert "people.toml" in sentence
    assert "nmaes" in sentence
    assert "line" in sentence
    assert not list(tmp_path.glob("*.dossier*"))


def test_a_clock_that_is_none_is_said(seed: Path) -> None:
    assert "SOURCE_DATE_EPOCH" in refused("show", "UNICEF", "-f", seed, SOURCE_DATE_EPOCH="soon")


@pytest.mark.parametrize(
    "args",
    [
        ["list"],
        ["list", "ship"],
        ["search"],
        ["search", "a", "--limit", "none"],
        ["search", "a", "--kind", "ship"],
        ["sheet", "UNICEF"],
        ["new"],
        ["show", "--jsn", "UNICEF"],
        ["--nonsense"],
    ],
)
def test_wrong_use_exits_with_2(args: list[str]) -> None:
    code, out, error = here(*args)
    assert (code, out) == (2, "")
    assert error.startswith("Usage: ")


def test_a_reader_that_goes_away_is_no_failure(seed: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    result = subprocess.run(
        [DOSSIER, "list", "statement", "--json", "-f", seed],
        env=ENVIRONMENT,
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
    )
    os.close(writer)
    assert result.stderr == ""


def test_a_terminal_without_cyrillic_shows_codes(seed: Path) -> None:
    command = [DOSSIER, "search", "рахмет", "--kind", "person", "-f", seed]
    environment = ENVIRONMENT | {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    text = subprocess.run(command, env=environment, capture_output=True, check=True).stdout
    assert b"\\u0420\\u0430\\u0445\\u043c\\u0435\\u0442" in text
    listed = subprocess.run([*command, "--json"], env=environment, capture_output=True, check=True).stdout
    assert json.loads(listed)[0]["snippet"] == "Акан Рахметуллин"


def test_a_name_of_bytes_that_are_no_text(seed: Path) -> None:
    result = subprocess.run(
        [DOSSIER, "show", b"\xff\xfe", "-f", os.fsencode(seed)], env=ENVIRONMENT, capture_output=True
    )
    assert result.returncode == 1
    assert b"Traceback" not in result.stderr


def test_an_output_that_is_full_ends_in_a_sentence(seed: Path) -> None:
    with open("/dev/full", "w") as full:
        result = subprocess.run(
            [DOSSIER, "list", "person", "-f", seed],
            env=ENVIRONMENT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert result.returncode == 1
    assert result.stderr.splitlines() == ["The output can't be written: no space left on device."]


def test_a_sheet_is_never_written_over_the_dossier_it_comes_from(seed: Path, tmp_path: Path) -> None:
    dossier = tmp_path / "a.dossier"
    shutil.copy(seed, dossier)
    before = dossier.read_bytes()
    assert "belongs to a dossier" in refused(
        "sheet", "UNICEF", "--format", "pdf", "-o", dossier, "-f", dossier
    )
    assert dossier.read_bytes() == before
