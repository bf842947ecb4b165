"""`dossier connect`: one record with all others, or two with each other, as text and as data."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import cli


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("connect") / "a.dossier"
    assert CliRunner().invoke(cli, ["new", str(path)]).exit_code == 0
    return path


def run(seed: Path, *arguments: str) -> str:
    result = CliRunner().invoke(cli, ["connect", *arguments, "-f", str(seed), "--lang", "en"])
    assert result.exit_code == 0, result.output
    return result.output


def test_two_records_are_connected_step_by_step(seed: Path) -> None:
    assert run(seed, "Wawiernia", "Рахметуллин").splitlines()[:7] == [
        "Katarzyna Wawiernia – Akan Rakhmetullin",
        "",
        "Katarzyna Wawiernia",
        "  19 June 2024 · Part in the event: speaker [1, 2]",
        "→ Visit to the UN Plaza, Almaty",
        "  19 June 2024 · Part in the event: guest [1]",
        "→ Akan Rakhmetullin",
    ]


def test_the_data_has_the_steps_with_their_citations(seed: Path) -> None:
    data = json.loads(run(seed, "Wawiernia", "Rakhmetullin", "--json"))
    (path,) = data["paths"]
    assert [step["way"] for step in path] == ["participation", "participation"]
    assert path[-1]["to"]["id"] == data["to"]["id"]
    assert all(step["citations"] and step["day"] == "2024-06-19" for step in path)


def test_one_record_is_listed_with_all_it_is_connected_with(seed: Path) -> None:
    lines = run(seed, "Kyzylorda").splitlines()
    assert lines[0] == "Kyzylorda"
    assert "Katarzyna Wawiernia, Resident Representative in Kazakhstan, UNDP" in lines
    data = json.loads(run(seed, "Kyzylorda", "--json"))
    assert [each["closeness"] for each in data["connections"]] == [1, 1, 1, 5]


def test_a_name_that_fits_none_is_told(seed: Path) -> None:
    result = CliRunner().invoke(cli, ["connect", "Wawiernia", "Qqqqqq", "-f", str(seed)])
    assert result.exit_code == 1
