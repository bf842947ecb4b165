"""“dossier check” of a damaged file: a list of what is damaged, and a new file with what can be read."""

from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import cli
from dossier.intake.seed import load_seed
from dossier.store import Dossier
from dossier.store.driver import connect
from tests.damaging import zero_leaf, zero_table


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Dossier.create(tmp_path / "a.dossier", fill=load_seed).close()
    return tmp_path / "a.dossier"


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


def test_what_is_damaged_is_listed_with_what_to_do(path: Path) -> None:
    zero_table(path, "initiative")
    for options in ((), ("--deep",)):
        result = run("check", *options, "-f", path)
        assert result.exit_code == 1
        first, table, advice = result.stderr.splitlines()
        assert first == f"{path} is not sound:"
        assert table.startswith("The table of “initiative” is damaged: ")
        assert f"“dossier check --repair -f {path}”" in advice


def test_repair_saves_what_can_be_read(path: Path) -> None:
    zero_leaf(path, "citation")
    result = run("check", "--repair", "-f", path)
    assert result.exit_code == 1
    saved = path.with_name("a-saved.dossier")
    assert f"What can be read is saved in {saved}; records lost: " in result.stderr
    assert run("check", "--deep", "-f", saved).exit_code == 0
    again = run("check", "--repair", "-f", path)
    assert again.stderr == f"{saved} exists already and is left as it is; choose another name.\n"


def test_a_file_whose_tables_are_not_even_listed(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(100)
        file.write(bytes(3996))
    result = run("check", "-f", path)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "restore it from a copy" in result.stderr


def test_a_sound_file_is_sound(path: Path) -> None:
    assert run("check", "--deep", "--repair", "-f", path).output == f"{path} is sound.\n"


@pytest.mark.parametrize(
    ("language", "damaged", "dangling"),
    [
        ("ru", "Таблица «initiative» повреждена: ", "Ссылок, которые ведут в никуда: 1; "),
        ("kk", "«initiative» кестесі бүлінген: ", "Ешқайда апармайтын сілтемелер: 1; "),
    ],
)
def test_what_is_wrong_is_said_in_the_readers_language(
    path: Path, language: str, damaged: str, dangling: str
) -> None:
    with closing(connect(path, "mode=rw", None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("UPDATE post SET place = 999999 WHERE pk = (SELECT min(pk) FROM post)")
    assert run("check", "--lang", language, "-f", path).stderr.splitlines()[1].startswith(dangling)
    zero_table(path, "initiative")
    table, advice = run("check", "--lang", language, "-f", path).stderr.splitlines()[1:]
    assert table.startswith(damaged)
    assert f"«dossier check --repair -f {path}»" in advice
