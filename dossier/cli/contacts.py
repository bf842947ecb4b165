"""The command that lists the contacts of an agency, for reading and for other programs."""

import io
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

import click

from dossier.cli.commands import cli
from dossier.cli.naming import resolve_name
from dossier.cli.own import open_dossier
from dossier.cli.printing import echo, print_table
from dossier.cli.settings import common_options, file_option, settings_of
from dossier.language import Wording

if TYPE_CHECKING:
    from dossier.views.contact_values import Contact, ContactList


@cli.command()
@click.argument("organization")
@click.option("--below", is_flag=True, help="Also those of all organizations below it.")
@click.option(
    "--format", "form", type=click.Choice(("table", "csv", "vcard")), default="table", help="What to write."
)
@click.option("-o", "--output", metavar="OUT", help="The file to write instead of standard output.")
@file_option
@common_options
@click.pass_context
def contacts(
    context: click.Context, organization: str, below: bool, form: str, output: str | None, file: str | None
) -> None:
    """List who holds a post at an ORGANIZATION and how to reach them.

    Posts that are over are left out; how long each is known to have been held is said.
    """
    from dossier.views import agency_contacts

    settings = settings_of(context)
    wording = settings.wording()
    with open_dossier(file, settings.clock) as dossier, dossier.read() as reader:
        pk = resolve_name(reader, wording, organization, "organization")
        found = agency_contacts(reader, wording, settings.today, pk, below=below)
    data = _written(found, form, wording)
    if output is None:
        click.echo(data, nl=False)
        return
    from dossier.export.files import write_atomically

    write_atomically(output, data)
    n = len(found.contacts)
    echo(wording.count("{path}: {n} contact", "{path}: {n} contacts", n, path=output))


def _written(found: "ContactList", form: str, wording: Wording) -> bytes:
    if form == "csv":
        from dossier.export.contact_csv import contact_csv

        return contact_csv(found)
    if form == "vcard":
        from dossier.export.vcard import vcards

        return vcards(found.contacts)
    text = io.StringIO()
    with redirect_stdout(text):
        echo(" · ".join(part for part in (found.name, found.lead, found.as_of, found.marking) if part))
        print_table([_row(contact) for contact in found.contacts])
        if not found.contacts:
            echo(wording.say("Nobody is recorded here yet."))
    return text.getvalue().encode()


def _row(contact: "Contact") -> tuple[str, str, str]:
    if contact.kind == "organization":
        post = ""
    else:
        post = ", ".join(part for part in (contact.title, contact.acronym or contact.organization) if part)
    reach = [value for _, value, _ in contact.points]
    return contact.name, post, " · ".join(part for part in (*reach, contact.status) if part)
