"""What a first word means, what belongs to a query, and how failures end."""

import click
import pytest
from click.testing import CliRunner

from dossier.cli import CommandGroup, settings_of
from dossier.cli.group import Failure, QueryCommand
from dossier.cli.settings import KINDS, common_options
from dossier.model.errors import DossierError
from dossier.search.limits import KINDS as SEARCHED_KINDS


@pytest.fixture
def group() -> CommandGroup:
    @click.group(cls=CommandGroup, invoke_without_command=True)
    @common_options
    @click.pass_context
    def group(context: click.Context) -> None:
        settings_of(context)

    @group.command()
    @click.argument("file", required=False)
    def window(file: str | None) -> None:
        click.echo(f"window {file}")

    @group.command()
    @common_options
    @click.pass_context
    def today(context: click.Context) -> None:
        click.echo(f"{settings_of(context).today} {settings_of(context).language}")

    @group.command()
    def fail() -> None:
        raise DossierError("It can't be done; do something else.")

    @group.command()
    def listed() -> None:
        raise Failure("Two fit.", ["one", "other"])

    @group.command(cls=QueryCommand)
    @click.argument("query", nargs=-1)
    @click.option("-f", "--file")
    @click.option("--json", "as_json", is_flag=True)
    def find(query: tuple[str, ...], file: str | None, as_json: bool) -> None:
        click.echo(repr((query, file, as_json)))

    return group


def run(group: CommandGroup, *args: str, **environment: str) -> tuple[int, str, str]:
    result = CliRunner(env=environment).invoke(group, args)
    return result.exit_code, result.stdout, result.stderr


def test_a_first_word_that_is_a_command_is_the_command(group: CommandGroup) -> None:
    group.default = "window"
    assert run(group, "today", "--as-of", "2026-11-24")[1] == "2026-11-24 en\n"
    assert run(group, "./today")[1] == "window ./today\n"
    assert run(group, "a.dossier")[1] == "window a.dossier\n"


def test_without_a_default_an_unknown_word_is_wrong_use(group: CommandGroup) -> None:
    assert run(group, "a.dossier")[0] == 2


def test_common_options_stand_before_or_after_the_command(group: CommandGroup) -> None:
    expected = (0, "2024-06-20 kk\n", "")
    assert run(group, "--as-of", "2024-06-20", "--lang", "kk", "today") == expected
    assert run(group, "today", "--as-of", "2024-06-20", "--lang", "kk") == expected
    assert run(group, "--lang", "kk", "today", "--as-of", "2024-06-20") == expected


def test_a_day_that_is_none_is_wrong_use(group: CommandGroup) -> None:
    code, _, error = run(group, "today", "--as-of", "yesterday")
    assert code == 2
    assert "“yesterday” is not a day" in error


@pytest.mark.parametrize(
    ("language", "spoken"),
    [("ru_RU.UTF-8", "ru"), ("kk", "kk"), ("de_DE", "en"), ("C.UTF-8", "en"), ("", "en")],
)
def test_the_language_is_the_systems_where_the_program_speaks_it(
    group: CommandGroup, language: str, spoken: str
) -> None:
    code, out, _ = run(group, "today", "--as-of", "2026-01-01", LANGUAGE=language, LC_ALL=language, LANG="")
    assert (code, out) == (0, f"2026-01-01 {spoken}\n")


def test_an_expected_failure_is_one_sentence_and_exit_1(group: CommandGroup) -> None:
    assert run(group, "fail") == (1, "", "It can't be done; do something else.\n")
    assert run(group, "listed") == (1, "", "Two fit.\none\nother\n")


@pytest.mark.parametrize(
    ("args", "query", "file", "as_json"),
    [
        (["unicef"], ("unicef",), None, False),
        (["-fund", "--x", "-"], ("-fund", "--x", "-"), None, False),
        (["-word", "--json", "a", "-f", "b.dossier"], ("-word", "a"), "b.dossier", True),
        (["--file=b.dossier", "a"], ("a",), "b.dossier", False),
        (["a", "--", "--json"], ("a", "--json"), None, False),
        (["--", "-f", "x"], ("-f", "x"), None, False),
    ],
)
def test_what_is_no_option_belongs_to_the_query(
    group: CommandGroup, args: list[str], query: tuple[str, ...], file: str | None, as_json: bool
) -> None:
    assert run(group, "find", *args) == (0, f"{(query, file, as_json)!r}\n", "")


def test_an_option_without_its_value_is_wrong_use(group: CommandGroup) -> None:
    assert run(group, "find", "a", "-f")[0] == 2


def test_the_kinds_are_those_that_search_gives() -> None:
    assert set(KINDS) == set(SEARCHED_KINDS)
