"""docs/command-line.md names every command and every option, and none that is not there."""

import re
from pathlib import Path

import click
import pytest

from dossier.cli import cli

PAGE = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")
SECTIONS = {
    match["name"]: match["text"]
    for match in re.finditer(
        r"^## dossier (?P<name>\S+)$(?P<text>.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL
    )
}
COMMON = {"--as-of", "--lang", "--passphrase-file", "--help", "-h"}
NAMES = sorted(cli.commands.keys() - {"open", "demo"})  # these two are added to the group by ui


def test_every_command_has_a_section() -> None:
    assert set(SECTIONS) == {*NAMES, "FILE", "demo"}


@pytest.mark.parametrize("name", NAMES)
def test_a_section_names_the_options_of_its_command(name: str) -> None:
    command = cli.commands[name]
    commands = command.commands.values() if isinstance(command, click.Group) else [command]
    options = {
        option
        for each in commands
        for param in each.params
        if isinstance(param, click.Option)
        for option in param.opts
    }
    rows = re.findall(r"^\| (`-.*?) \|", SECTIONS[name], re.MULTILINE)
    documented = set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", " ".join(rows)))
    assert documented == options - COMMON


def test_the_common_options_are_named_once() -> None:
    head = PAGE.split("\n## ")[0]
    assert set(re.findall(r"--?[a-z][\w-]*", head)) >= COMMON


@pytest.mark.parametrize("name", NAMES)
def test_every_command_says_what_it_is_for(name: str) -> None:
    assert cli.commands[name].help
