"""`dossier import`, as people and scripts use it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dossier.cli import cli

LIST = """Телефонный справочник;;;;
ФИО;Организация;Должность;Телефон;E-mail
Ахметова Айгерим;МИД;Эксперт;8 (701) 234-56-78;aigerim@mfa.kz
Ким Елена;МВД;Советник;;
;МВД;Советник;;
"""
NEWER = """ФИО;Организация;Должность;Телефон;E-mail
Ахметова Айгерим;МИД;Советник;8 (701) 234-56-78;aigerim@mfa.kz
Ким Елена;Минюст;Советник;;
Ли Анна;Минюст;Эксперт;;
"""


class Command:
    """Runs commands on one dossier in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file = str(folder / "a.dossier")
        self.run("new", self._file, "--empty")

    def run(self, *args: str, code: int = 0) -> Result:
        result = CliRunner().invoke(cli, ["--as-of", "2026-11-24", *args])
        assert result.exit_code == code, result.output
        return result

    def take(self, text: str, *args: str, encoding: str = "cp1251", code: int = 0) -> Result:
        path = self.folder / "list.csv"
        path.write_bytes(text.encode(encoding))
        return self.run("import", str(path), "-f", self._file, *args, code=code)

    def data(self, text: str, *args: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.take(text, "--json", *args).stdout)
        return found

    def people(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(
            self.run("list", "person", "--json", "-f", self._file).stdout
        )
        return found


@pytest.fixture
def command(tmp_path: Path) -> Command:
    return Command(tmp_path)


def test_a_dry_run_shows_the_groups_and_writes_nothing(command: Command) -> None:
    shown = command.take(LIST, "--dry-run").stdout
    assert "2  new" in shown
    assert "row 3: Ахметова Айгерим, Эксперт, МИД" in shown
    assert "row 5: no name" in shown
    assert command.people() == []


def test_a_dry_run_as_data_has_four_groups(command: Command) -> None:
    command.take(LIST, "--from", "Protocol", "--received", "2026-01-01")
    data = command.data(NEWER, "--dry-run", "--from", "Protocol")
    assert data["counts"] == {
        "new": 1,
        "same": 0,
        "changed": 1,
        "ambiguous": 1,
        "decided": 0,
        "bad": 0,
        "remarks": 0,
        "gone": 0,
    }
    assert data["columns"] == {
        "ФИО": "name",
        "Организация": "organization",
        "Должность": "post",
        "Телефон": "phone",
        "E-mail": "email",
    }
    assert [row["name"] for row in data["new"]] == ["Ли Анна"]
    (changed,) = data["changed"]
    assert changed["changes"] == [{"field": "post", "old": ["Эксперт"], "new": "Советник"}]
    (ambiguous,) = data["ambiguous"]
    assert (ambiguous["row"], ambiguous["why"]) == (3, "moved")
    assert [(each["name"], each["organization"]) for each in ambiguous["candidates"]] == [
        ("Ким Елена", "МВД")
    ]


def test_an_import_says_what_it_did_and_twice_does_nothing(command: Command) -> None:
    first = command.data(LIST)
    assert first["change"]
    assert first["bad"] == [{"row": 5, "reason": "no name"}]
    assert len(command.people()) == 2
    assert command.data(LIST)["change"] is None
    assert "nothing was changed" in command.take(LIST).stdout
    assert len(command.people()) == 2


def test_what_is_ambiguous_waits_for_a_decision(command: Command) -> None:
    command.take(LIST)
    assert command.data(NEWER)["left_open"] == 1
    assert len(command.people()) == 3
    data = command.data(NEWER, "--decide", "moved=same")
    assert (data["left_open"], bool(data["change"])) == (0, True)
    assert len(command.people()) == 3
    assert command.data(NEWER)["counts"]["same"] == 3


def test_what_is_decided_is_counted_apart_from_what_is_left_open(command: Command) -> None:
    command.take(LIST)
    for args in (("--dry-run",), ()):
        counts = command.data(NEWER, "--decide", "moved=same", *args)["counts"]
        assert (counts["ambiguous"], counts["decided"]) == (0, 1)
    command.run("undo", "-f", str(command.folder / "a.dossier"))
    shown = command.take(NEWER, "--dry-run", "--decide", "3=same").stdout
    assert "1  ambiguous, decided" in shown
    assert "1  ambiguous\n" not in shown
    assert "moved?" not in shown


def test_a_column_that_is_not_there_is_said_at_once_with_those_that_are(command: Command) -> None:
    for column in ("Z", "Name", "9", "0", "Tel"):
        said = command.take(LIST, "--map", f"{column}=name", code=1).stderr
        assert said == (
            f"list.csv has no column “{column}”; it has A “ФИО”, B “Организация”, C “Должность”, "
            "D “Телефон”, E “E-mail”.\n"
        )
    plain = "Ким Елена;МВД\n"
    said = command.take(plain, "--map", "Z=name", code=1).stderr
    assert said == "list.csv has no column “Z”; it has A, B.\n"
    shown = command.take(plain, "--map", "A=name", "--map", "B=organization").stdout
    assert "columns: A → name, B → organization" in shown


def test_a_phone_that_is_cut_off_is_told_with_its_row(command: Command) -> None:
    data = command.data("ФИО;Телефон\nКим Елена;8(7\nЛи Анна;8 701 234 56 78\nАхметова Айгерим;8 (701\n")
    assert data["bad"] == []
    assert [(remark["row"], remark["reason"]) for remark in data["remarks"]] == [
        (2, "“8(7” is not a phone number; the row goes in without it"),
        (4, "“8 (701” is not a phone number; the row goes in without it"),
    ]
    assert {person["name"] for person in command.people()} == {"Ли Анна", "Ким Елена", "Ахметова Айгерим"}


def test_a_region_that_is_not_known_is_told_with_its_row(command: Command) -> None:
    rows = "ФИО;Область\nКим Елена;Абайская\n"
    said = "the dossier knows no place “Абайская”; it goes in as a new region"
    data = command.data(rows, "--dry-run")
    assert data["remarks"] == [{"row": 2, "reason": said}]
    assert data["counts"]["remarks"] == 1
    assert f"row 2: {said}" in command.take(rows, "--dry-run").stdout
    assert f"row 2: {said}" in command.take(rows).stdout


def test_columns_are_mapped_by_hand(command: Command) -> None:
    data = command.data("Кто;Где\nКим Елена;МИД\n", "--map", "Кто=name", "--map", "B=organization")
    assert data["columns"] == {"Кто": "name", "Где": "organization"}
    assert [person["name"] for person in command.people()] == ["Ким Елена"]


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["--map", "name"], 2, "two words with ="),
        (["--received", "yesterday"], 2, "is not a day"),
        (["--decide", "9=new"], 1, "Row 9 is not ambiguous"),
        (["--sheet", "One"], 1, "has no sheets"),
    ],
)
def test_what_is_asked_wrongly_is_said(command: Command, args: list[str], code: int, words: str) -> None:
    assert words in command.take(LIST, *args, code=code).output
    assert command.people() == []


def test_it_speaks_the_languages_of_the_program(command: Command) -> None:
    assert "имя не указано" in command.take(LIST, "--dry-run", "--lang", "ru").stdout
    assert "аты көрсетілмеген" in command.take(LIST, "--dry-run", "--lang", "kk").stdout
