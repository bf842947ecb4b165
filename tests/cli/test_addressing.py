"""How a person is addressed, from the command line: added, not overwritten unasked, corrected, undone."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_keeping import data, refused, run, said
from tests.cli.test_keeping import file as file
from tests.cli.test_keeping import seed as seed

ADD = ("add", "form-of-address", "Akan Rakhmetullin")
TOLD = ("--source", "told by the protocol")


def shown(file: Path) -> list[dict[str, Any]]:
    found = data("show", "Akan Rakhmetullin", "-f", file)["forms_of_address"]
    assert isinstance(found, list)
    return found


def test_a_form_of_address_is_added_corrected_and_undone(file: Path) -> None:
    added = data(
        *ADD, "--spoken", "Your Excellency", "--written", "H.E. Mr Akan Rakhmetullin", *TOLD, "-f", file
    )
    assert (added["label"], added["record"]["name"]) == ("Enter the form of address", "Akan Rakhmetullin")
    said(*ADD, "--spoken", "Ваше Превосходительство", *TOLD, "-f", file)
    said(*ADD, "--spoken", "Жоғары мәртебелім", *TOLD, "-f", file)
    said(*ADD, "--written", "Министру", "--in", "kk", *TOLD, "-f", file)
    assert [(each["form"], each["language"]) for each in shown(file)] == [
        ("spoken", "en"), ("written", "en"), ("spoken", "ru"), ("spoken", "kk"), ("written", "kk"),
    ]  # fmt: skip
    sentence = refused(*ADD, "--spoken", "Minister", *TOLD, "-f", file)
    assert sentence.startswith("Akan Rakhmetullin is addressed as “Your Excellency” already (in English)")
    said(*ADD, "--spoken", "Minister", "--correct", *TOLD, "-f", file)
    said(*ADD, "--written", "", "--in", "kk", "--correct", *TOLD, "-f", file)
    words = said("show", "Akan Rakhmetullin", "-f", file)
    assert "Spoken: Minister" in words
    assert "in Russian: Ваше Превосходительство; in Kazakh: Жоғары мәртебелім" in words
    assert "no source" not in words
    assert len(shown(file)) == 4
    for _ in range(6):
        assert data("undo", "-f", file)["label"] == "Enter the form of address"
    assert shown(file) == []


def test_it_goes_into_csv_and_vcard(file: Path) -> None:
    said(*ADD, "--spoken", "Your Excellency", *TOLD, "-f", file)
    table = said("contacts", "Ministry of Foreign Affairs", "--format", "csv", "-f", file)
    assert table.splitlines()[0].endswith("form_of_address_spoken,form_of_address_written")
    assert "Your Excellency" in table
    card = said("contacts", "Ministry of Foreign Affairs", "--format", "vcard", "-f", file)
    assert "NOTE;X-DERIVED=TRUE:Form of address (spoken): Your Excellency" in card


@pytest.mark.parametrize("args", [(), ("--spoken", ""), ("--spoken", "", "--correct")])
def test_what_is_written_wrongly_ends_with_two(file: Path, args: tuple[str, ...]) -> None:
    code, _, error = run(*ADD, *args, *TOLD, "-f", file)
    assert code == 2
    assert "Traceback" not in error


def test_an_agency_has_none(file: Path) -> None:
    assert "UNICEF" in refused("add", "form-of-address", "UNICEF", "--spoken", "Sirs", *TOLD, "-f", file)
