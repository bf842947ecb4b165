"""The command that writes a whole dossier, or all of an agency, for other programs."""

import click

from dossier.cli.commands import cli
from dossier.cli.naming import resolve_name
from dossier.cli.own import open_dossier
from dossier.cli.printing import echo
from dossier.cli.progress import terminal_progress
from dossier.cli.settings import common_options, file_option, settings_of
from dossier.export.lists import LISTS

FORMS = ("vcard", "ics", "csv", "xlsx", "ftm")


@cli.command()
@click.option("--format", "form", type=click.Choice(FORMS), required=True, help="What to write.")
@click.option("--agency", metavar="NAME", help="Only what belongs to an organization or to one below it.")
@click.option("--kind", type=click.Choice(LISTS), help="With csv: the list to write; people when left out.")
@click.option("-o", "--output", metavar="OUT", required=True, help="The file to write.")
@file_option
@common_options
@click.pass_context
def export(
    context: click.Context, form: str, agency: str | None, kind: str | None, output: str, file: str | None
) -> None:
    """Write the dossier for other programs: contacts, a calendar of its events, tables, entities.

    The file is not encrypted; marked notes stay in the dossier.
    """
    from dossier.export.scope import Scope
    from dossier.export.ways import WAYS
    from dossier.export.ways import export as write

    settings = settings_of(context)
    wording = settings.wording()
    if kind and not WAYS[form].is_of_one_list:
        raise click.UsageError("--kind goes with --format csv; the other formats hold all there is.")
    with open_dossier(file, settings.clock) as dossier, dossier.read() as reader:
        pk = resolve_name(reader, wording, agency, "organization") if agency else None
        scope = Scope(reader, wording, pk, terminal_progress(wording))
        if kind and kind not in scope.kinds:
            raise click.UsageError("Places and sources belong to no agency; leave out --agency.")
        written = write(scope, form, output, settings.clock(), kind or "person")
    echo(wording.count("{path}: {n} record", "{path}: {n} records", written.count, path=output))
    if written.undated:
        echo(
            wording.count(
                "{n} event without a date is left out.",
                "{n} events without a date are left out.",
                written.undated,
            )
        )
