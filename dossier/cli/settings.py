"""What holds for a whole run of the program: its clock and its language, and the options that say so."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from dossier.language import LANGUAGES, Wording, wording
from dossier.model.clock import Clock, clock_at, system_clock

KINDS = ("person", "organization", "initiative", "event", "region", "place", "source", "statement")

F = TypeVar("F", bound=Callable[..., Any])


@dataclass
class Settings:
    """The clock that all of a run goes by, and what was asked for: a language, a file with the passphrase."""

    clock: Clock = system_clock
    asked_language: str | None = None
    passphrase_file: str | None = None
    typed: dict[Path, str] = field(default_factory=dict, repr=False)
    """The passphrases that were typed in this run."""

    @property
    def today(self) -> date:
        return self.clock().date()

    @property
    def language(self) -> str:
        """The language asked for, else the system's where the program speaks it, else English."""
        return self.asked_language or _system_language()

    def wording(self, *, stable: bool = False) -> Wording:
        """How to word what is printed; `stable` for data, which does not go by the system's language."""
        return wording(self.asked_language or "en" if stable else self.language)


def settings_of(context: click.Context) -> Settings:
    """The settings of this run, shared by a command and its group."""
    return context.ensure_object(Settings)


def common_options(command: F) -> F:
    """The options that may stand before or after the name of a command."""
    as_of = click.option(
        "--as-of",
        metavar="DAY",
        expose_value=False,
        is_eager=True,
        callback=_set_clock,
        help="Take this day (2026-11-24) for today.",
    )
    language = click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        expose_value=False,
        is_eager=True,
        callback=_set_language,
        help="The language of what is printed.",
    )
    passphrase = click.option(
        "--passphrase-file",
        metavar="FILE",
        expose_value=False,
        is_eager=True,
        callback=_set_passphrase_file,
        help="Take the first line of FILE for the passphrase of a protected dossier.",
    )
    return as_of(language(passphrase(command)))


file_option = click.option(
    "-f", "--file", metavar="FILE", help="The dossier to use; your own when this is left out."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print data (JSON) instead of text.")
kind_option = click.option("--kind", type=click.Choice(KINDS), help="Only records of this kind.")


def _set_clock(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is None:
        return
    try:
        settings_of(context).clock = clock_at(date.fromisoformat(value))
    except ValueError:
        raise click.BadParameter(f"“{value}” is not a day; write it as 2026-11-24.") from None


def _set_language(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        settings_of(context).asked_language = value


def _set_passphrase_file(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        settings_of(context).passphrase_file = value


def _system_language() -> str:
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            code = value.split(":")[0].split("_")[0].split(".")[0].lower()
            return code if code in LANGUAGES else "en"
    return "en"
