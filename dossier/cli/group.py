"""The group of all commands: what a first word means, and how an expected failure ends the program."""

import errno
import io
import sys
from collections.abc import Iterator, Sequence
from typing import IO, Any

import click

from dossier.cli.printing import echo
from dossier.cli.settings import settings_of
from dossier.model.errors import DossierError


class Failure(click.ClickException):
    """An expected failure: one sentence on standard error, with what it lists below it, and exit code 1."""

    def __init__(self, sentence: str, listed: Sequence[str] = ()) -> None:
        super().__init__(sentence)
        self.listed = listed

    def show(self, file: IO[Any] | None = None) -> None:
        for line in (self.message, *self.listed):
            echo(line, err=True)


class CommandGroup(click.Group):
    """Runs a command by its name; `default`, once set, names the one that takes any other first word."""

    default: str | None = None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.default and self.get_command(ctx, args[0]) is None:
            return self.default, self.get_command(ctx, self.default), args
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **extra: Any) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                # A terminal that has no Cyrillic shows codes instead of ending the program.
                stream.reconfigure(errors="backslashreplace")
        return super().main(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except DossierError as error:
            raise Failure(settings_of(ctx).wording().error(error)) from error
        except OSError as error:
            # Click knows a closed pipe; a full disk or device behind standard output is the user's to mend.
            if error.errno not in (errno.ENOSPC, errno.EIO, errno.EDQUOT):
                raise
            reason, say = (error.strerror or str(error)).lower(), settings_of(ctx).wording().say
            raise Failure(say("The output can't be written: {reason}.", reason=reason)) from error


class QueryCommand(click.Command):
    """A command whose words may begin with a dash: what is not one of its options belongs to the query."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        known = {
            name: param
            for param in self.get_params(ctx)
            if isinstance(param, click.Option)
            for name in (*param.opts, *param.secondary_opts)
        }
        options, words, rest = list[str](), list[str](), iter(args)
        for arg in rest:
            name, equals, _ = arg.partition("=") if arg.startswith("--") else (arg, "", "")
            if arg == "--":
                words.extend(rest)
            elif option := known.get(name):
                options.append(arg)
                if not option.is_flag and not equals:
                    options.append(_value(ctx, arg, rest))
            else:
                words.append(arg)
        return super().parse_args(ctx, [*options, "--", *words])


def _value(ctx: click.Context, option: str, rest: Iterator[str]) -> str:
    value = next(rest, None)
    if value is None:
        raise click.BadOptionUsage(option, f"Option '{option}' requires an argument.", ctx)
    return value
