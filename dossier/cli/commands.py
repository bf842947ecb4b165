"""The commands. What they need is imported when they run, so that the window does not wait for it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.group import CommandGroup, Failure, QueryCommand
from dossier.cli.naming import resolve_name
from dossier.cli.own import new_dossier, open_dossier
from dossier.cli.passphrase import new_passphrase, passphrase_for
from dossier.cli.printing import echo
from dossier.cli.settings import (
    KINDS,
    common_options,
    file_option,
    json_option,
    kind_option,
    settings_of,
)

if TYPE_CHECKING:
    from dossier.views.values import Results


@click.group(
    cls=CommandGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@common_options
@click.version_option(package_name="dossier", message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context) -> None:
    """A desk officer's dossier: people, posts, agencies, initiatives and events, each fact with its source.

    A first word that is a command is the command; any other is a FILE to open in the window.
    """
    settings_of(context)
    if context.invoked_subcommand is None:
        window = cli.commands.get(cli.default or "")
        if window:
            context.invoke(window)
        else:
            echo(context.get_help())


@cli.command()
@click.argument("file")
@click.option("--empty", is_flag=True, help="Leave it empty instead of filling it from the seed.")
@click.option("--training", is_flag=True, help="Fill it with invented people to try everything on.")
@click.option("--from", "folder", metavar="FOLDER", help="Fill it from a seed of your own.")
@click.option("--protect", "protected", is_flag=True, help="Encrypt it with a passphrase.")
@common_options
@click.pass_context
def new(
    context: click.Context, file: str, empty: bool, training: bool, folder: str | None, protected: bool
) -> None:
    """Make a new dossier FILE, filled from the seed. A file that is there is never overwritten."""
    if empty + training + bool(folder) > 1:
        raise click.UsageError("Give one of --empty, --training and --from.")
    settings = settings_of(context)
    path, seed = Path(file), Path(folder) if folder else None
    passphrase = new_passphrase(path, settings.passphrase_file) if protected else None
    wording, clock = settings.wording(), settings.clock
    if new_dossier(path, clock, passphrase=passphrase, empty=empty, training=training, seed=seed):
        from dossier.views.leftover import unfinished_words

        echo(unfinished_words(wording, path), err=True)
    echo(wording.say("{path} is made.", path=file))


@cli.command()
@click.argument("file")
@click.option("--change", is_flag=True, help="Give a protected dossier another passphrase.")
@click.option(
    "--new-passphrase-file", "new_file", metavar="FILE", help="With --change: the first line is the new one."
)
@common_options
@click.pass_context
def protect(context: click.Context, file: str, change: bool, new_file: str | None) -> None:
    """Encrypt the dossier FILE with a passphrase; nobody may have it open meanwhile.

    Whoever loses the passphrase loses the dossier. Earlier copies and backups of it stay as they are.
    """
    from dossier.store import change_passphrase
    from dossier.store import protect as protect_file
    from dossier.store.files import is_protected

    if new_file and not change:
        raise click.UsageError("--new-passphrase-file goes with --change.")
    settings, path = settings_of(context), Path(file)
    say = settings.wording().say
    if change:
        if not is_protected(path):
            raise Failure(say("{path} is not protected; protect it first, without --change.", path=path))
        change_passphrase(path, passphrase_for(path), new_passphrase(path, new_file))
        echo(say("{path} has another passphrase; copies and backups keep the one before.", path=path))
        return
    if is_protected(path):
        raise Failure(say("{path} is protected already; --change gives it another passphrase.", path=path))
    protect_file(path, new_passphrase(path, settings.passphrase_file))
    echo(say("{path} is protected. Without the passphrase nobody can open it, nor can you.", path=path))
    echo(say("Copies and backups made before, and traces on the disk, are not; delete what you can."))


@cli.command(cls=QueryCommand)
@click.argument("query", nargs=-1)
@click.option(
    "--stdin", "from_input", is_flag=True, help="Answer each line of standard input with a line of JSON."
)
@click.option("--agency", metavar="NAME", help="Only what belongs to this organization or one below it.")
@kind_option
@click.option(
    "--limit", metavar="N", type=click.IntRange(min=1), default=20, help="The most hits to print (20)."
)
@json_option
@file_option
@common_options
@click.pass_context
def search(
    context: click.Context,
    query: tuple[str, ...],
    agency: str | None,
    kind: str | None,
    limit: int,
    as_json: bool,
    file: str | None,
    from_input: bool,
) -> None:
    """Find people, agencies and the rest by QUERY: words of names, posts and agencies in any order.

    Spellings in English, Russian and Kazakh find each other. Words may be typed half. "exact phrase", -word,
    agency:, region:, city:, topic:, kind:, post:, before:, after: and has: narrow it down.
    """
    from dossier.cli.found import answer_lines, print_hits
    from dossier.search import search as find
    from dossier.views import training_mark

    if from_input == bool(query) or (from_input and not as_json):
        raise click.UsageError("Give a QUERY, or --stdin with --json and no query.")
    settings = settings_of(context)
    wording = settings.wording(stable=as_json)
    with open_dossier(file, settings.clock) as dossier:
        with dossier.read() as reader:
            of = resolve_name(reader, wording, agency, "organization") if agency is not None else None
            mark = training_mark(reader, wording)

        def ask(text: str) -> "Results":
            with dossier.read() as reader:
                return find(reader, wording, text, agency=of, kind=kind, limit=limit)

        if from_input:
            answer_lines(sys.stdin.buffer, ask, click.echo)
        else:
            if mark and not as_json:
                echo(mark)
            print_hits(ask(" ".join(query)), wording, as_json=as_json)


@cli.command()
@click.argument("name")
@kind_option
@json_option
@file_option
@common_options
@click.pass_context
def show(context: click.Context, name: str, kind: str | None, as_json: bool, file: str | None) -> None:
    """Print all that is known of the record called NAME (any of its names, or an id)."""
    from dossier.cli.card_text import print_card
    from dossier.cli.printing import print_json
    from dossier.views import card, record_json

    settings = settings_of(context)
    with open_dossier(file, settings.clock) as dossier, dossier.read() as reader:
        pk = resolve_name(reader, settings.wording(), name, kind)
        if as_json:
            print_json(record_json(reader, pk))
        else:
            print_card(card(reader, settings.wording(), settings.today, pk), settings.wording())


@cli.command("list")
@click.argument("kind", type=click.Choice(KINDS), metavar="KIND")
@click.option("--all", "everything", is_flag=True, help="With region: all of the first level, cities too.")
@json_option
@file_option
@common_options
@click.pass_context
def list_records(
    context: click.Context, kind: str, everything: bool, as_json: bool, file: str | None
) -> None:
    """Print every record of a KIND.

    A region is listed when there is something to show of it; --all lists the twenty of Kazakhstan, of which
    Astana, Almaty and Shymkent are cities (kind place) and not regions.
    """
    from dossier.cli.listing import print_records, records_of
    from dossier.views import training_mark

    settings = settings_of(context)
    with open_dossier(file, settings.clock) as dossier, dossier.read() as reader:
        wording = settings.wording(stable=as_json)
        pks = records_of(reader, wording, kind, everything=everything)
        if not as_json and (mark := training_mark(reader, wording)):
            echo(mark)
        print_records(reader, wording, settings.today, pks, as_json=as_json)


@cli.command()
@click.option("--deep", is_flag=True, help="Read every page and row, which takes a while for a large file.")
@click.option(
    "--repair",
    is_flag=True,
    help="Make the search index anew first; save what can be read of a damaged file to a new one.",
)
@file_option
@common_options
@click.pass_context
def check(context: click.Context, deep: bool, repair: bool, file: str | None) -> None:
    """Say whether the dossier is sound. The exit code is 1 where it is not."""
    from dossier.cli.checking import examine

    settings = settings_of(context)
    say = settings.wording().say
    path, problems = examine(file, settings.clock, settings.wording(), deep=deep, repair=repair)
    if problems:
        raise Failure(say("{path} is not sound:", path=path), problems)
    echo(say("{path} is sound.", path=path))
