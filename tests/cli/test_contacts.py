"""`dossier contacts`: who is at an agency, in the forms that people and other programs take."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import cli
from tests.export.read_vcard import of, read_vcards

LIST = """name,name_ru,organization,parent,post,since,phone,email,address,region
Aigerim Akhmetova,Айгерим Ахметова,Protocol Department,Ministry of Water,Expert,2024-02,8 (701) 234-56-78,\
a@water.example,"1 River St, Astana",
Elena Kim,,Ministry of Water,,Adviser,,,"=e@water.example",,
Omar Li,,Ministry of Fire,,Adviser,,,,,
"""


def run(*args: str | Path, code: int = 0) -> Result:
    result = CliRunner().invoke(cli, ["--as-of", "2026-11-24", *map(str, args)])
    assert result.exit_code == code, result.output
    return result


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path, contacts = tmp_path / "a.dossier", tmp_path / "list.csv"
    contacts.write_text(LIST, encoding="utf-8")
    run("new", path, "--empty")
    run("import", contacts, "-f", path)
    return path


def test_the_table_names_posts_and_ways_to_reach(dossier: Path) -> None:
    alone = run("contacts", "Ministry of Water", "-f", dossier).stdout
    assert "Elena Kim" in alone
    assert "Aigerim" not in alone
    everyone = run("contacts", "Ministry of Water", "--below", "-f", dossier).stdout
    assert "Aigerim Akhmetova" in everyone
    assert "+7 701 234 56 78" in everyone
    assert "Omar" not in everyone
    assert everyone.startswith("Ministry of Water · with all below it · ")


def test_a_list_of_a_day_before_its_sources_says_which(dossier: Path) -> None:
    result = CliRunner().invoke(
        cli, ["contacts", "Ministry of Water", "--as-of", "2024-03-01", "--lang", "en", "-f", str(dossier)]
    )
    head = result.stdout.splitlines()[0]
    assert head == "Ministry of Water · State on 1 March 2024 · Information as of 24 November 2026"


def test_vcards_hold_the_unit_and_its_organization(dossier: Path, tmp_path: Path) -> None:
    out = tmp_path / "water.vcf"
    said = run(
        "contacts", "Ministry of Water", "--below", "--format", "vcard", "-o", out, "-f", dossier
    ).stdout
    assert said == f"{out}: 2 contacts\n"
    cards = {of(card, "FN")[0].text: card for card in read_vcards(out.read_bytes())}
    assert set(cards) == {"Aigerim Akhmetova", "Elena Kim"}
    aigerim = cards["Aigerim Akhmetova"]
    assert [name.parameters.get("LANGUAGE") for name in of(aigerim, "FN")] == ["en", "ru"]
    assert of(aigerim, "TEL")[0].value == "tel:+77012345678"


def test_what_is_exported_is_taken_in_as_the_same(dossier: Path, tmp_path: Path) -> None:
    out = tmp_path / "water.csv"
    for language in ("en", "ru"):
        run(
            "contacts",
            "Ministry of Water",
            "--below",
            "--format",
            "csv",
            "-o",
            out,
            "-f",
            dossier,
            "--lang",
            language,
        )
        taken = json.loads(run("import", out, "--dry-run", "--json", "-f", dossier).stdout)
        assert taken["counts"] == {
            "new": 0,
            "same": 2,
            "changed": 0,
            "ambiguous": 0,
            "bad": 0,
            "remarks": 0,
            "gone": 0,
            "decided": 0,
        }


def test_an_agency_without_contacts_says_so_and_an_unknown_one_fails(dossier: Path, tmp_path: Path) -> None:
    run("new", tmp_path / "seed.dossier")
    said = run("contacts", "SCO", "-f", tmp_path / "seed.dossier").stdout
    assert "Nobody is recorded here yet." in said
    failed = run("contacts", "Ministry of Air", "-f", dossier, code=1)
    assert "Nothing in the dossier is called “Ministry of Air”" in failed.stderr


def test_a_file_that_can_not_be_written_stays_as_it_was(dossier: Path) -> None:
    before = dossier.read_bytes()
    run("contacts", "Ministry of Water", "--format", "csv", "-o", dossier, "-f", dossier, code=1)
    assert dossier.read_bytes() == before
