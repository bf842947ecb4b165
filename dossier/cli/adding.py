"""The commands that add what somebody told or wrote: a person with a post, a contact, a note."""

import click

from dossier.cli.commands import cli
from dossier.cli.group import Failure
from dossier.cli.naming import resolve_name
from dossier.cli.own import open_dossier
from dossier.cli.settings import common_options, file_option, json_option, settings_of
from dossier.cli.writing import date_option, needed_source_option, print_written

_CONTACT_KINDS = ("phone", "email", "address", "web")


@cli.group()
def add() -> None:
    """Add a person with a post, a contact or a note, each one Change that “dossier undo” takes back."""


@add.command("person")
@click.argument("name")
@click.option("--post", metavar="TITLE", default="", help="The title of the post they hold.")
@click.option("--organization", metavar="NAME", default="", help="Where; it is added if it is not there.")
@click.option("--since", metavar="DATE", default="", help="Since when they have held it, where it is known.")
@click.option("--to", metavar="ID", help="Give the post to this person, who is in the dossier already.")
@click.option("--another", is_flag=True, help="Add somebody else than the people of that name.")
@needed_source_option
@date_option
@json_option
@file_option
@common_options
@click.pass_context
def add_person(
    context: click.Context,
    name: str,
    post: str,
    organization: str,
    since: str,
    to: str | None,
    another: bool,
    source: str,
    on: str,
    as_json: bool,
    file: str | None,
) -> None:
    """Add the person called NAME, with the post they hold."""
    from dossier.intake.forms import Named, NamesakesError, NewPerson, Origin, write

    if to and another:
        raise click.UsageError("--to and --another exclude each other.")
    settings = settings_of(context)
    wording = settings.wording()
    with open_dossier(file, settings.clock) as dossier:
        origin = Origin(source, on or str(settings.today))
        with dossier.read() as reader:
            known = resolve_name(reader, wording, to, "person") if to else None
        person = NewPerson(Named(name, known), post, Named(organization), since, origin, another)
        try:
            written = write(dossier, wording, person)
        except NamesakesError as error:
            raise Failure(
                f"“{name}” is in the dossier already; give the post to one listed below by --to ID, or add "
                "somebody else by --another.",
                [
                    "  ".join(part for part in (one.id, one.name, one.detail) if part)
                    for one in error.namesakes
                ],
            ) from None
        print_written(dossier, wording, written, as_json=as_json)


@add.command("contact")
@click.argument("name")
@click.argument("value")
@click.option(
    "--kind", type=click.Choice(_CONTACT_KINDS), help="What VALUE is; else it is told from how it looks."
)
@click.option("--label", metavar="TEXT", default="", help="Such as office, mobile, assistant.")
@needed_source_option
@date_option
@json_option
@file_option
@common_options
@click.pass_context
def add_contact(
    context: click.Context,
    name: str,
    value: str,
    kind: str | None,
    label: str,
    source: str,
    on: str,
    as_json: bool,
    file: str | None,
) -> None:
    """Add VALUE, a phone, e-mail, address or web page, to the person or organization called NAME."""
    from dossier.intake.forms import NewContact, Origin, contact_kind_of, write

    settings = settings_of(context)
    wording = settings.wording()
    with open_dossier(file, settings.clock) as dossier:
        with dossier.read() as reader:
            of = resolve_name(reader, wording, name)
        origin = Origin(source, on or str(settings.today))
        contact = NewContact(of, kind or contact_kind_of(value), value, label, origin)
        print_written(dossier, wording, write(dossier, wording, contact), as_json=as_json)


@add.command("note")
@click.argument("name")
@click.argument("text")
@click.option("--call", "who", metavar="WHO", help="It is from a call with WHO.")
@date_option
@click.option("--marking", metavar="MARK", default="", help="How it may be handled, such as TLP:AMBER.")
@json_option
@file_option
@common_options
@click.pass_context
def add_note(
    context: click.Context,
    name: str,
    text: str,
    who: str | None,
    on: str,
    marking: str,
    as_json: bool,
    file: str | None,
) -> None:
    """Add a note TEXT to the record called NAME."""
    from dossier.intake.forms import CallNote, Named, OwnNote, write

    if on and not who:
        raise click.UsageError("--on is the day of a call; say with whom by --call.")
    settings = settings_of(context)
    wording = settings.wording()
    with open_dossier(file, settings.clock) as dossier:
        with dossier.read() as reader:
            of = resolve_name(reader, wording, name)
        day = on or str(settings.today)
        note = CallNote(of, Named(who), day, text, marking) if who else OwnNote(of, text, marking)
        print_written(dossier, wording, write(dossier, wording, note), as_json=as_json)
