"""The commands that add what somebody told or wrote: a person with a post, a contact, a note."""

import click

from dossier.cli.commands import cli
from dossier.cli.group import Failure
from dossier.cli.writing import Writing, another_option, date_option, needed_source_option, writing
from dossier.language import N_

_CONTACT_KINDS = ("phone", "email", "address", "web")


@cli.group()
def add() -> None:
    """Add a person with a post, a contact, a form of address or a note, each as one Change."""


@add.command("person")
@click.argument("name")
@click.option("--post", metavar="TITLE", default="", help="The title of the post they hold.")
@click.option("--organization", metavar="NAME", default="", help="Where; it is added if it is not there.")
@click.option("--since", metavar="DATE", default="", help="Since when they have held it, where it is known.")
@click.option("--to", metavar="ID", help="Give the post to this person, who is in the dossier already.")
@another_option
@needed_source_option
@date_option
@writing
def add_person(
    work: Writing,
    name: str,
    post: str,
    organization: str,
    since: str,
    to: str | None,
    another: bool,
    source: str,
    on: str,
) -> None:
    """Add the person called NAME, with the post they hold."""
    from dossier.intake.forms import Named, NewPerson

    if to and another:
        raise click.UsageError("--to and --another exclude each other.")
    known = work.find(to, "person") if to else None
    origin = work.origin(source, on)
    work.write(
        NewPerson(Named(name, known), post, Named(organization), since, origin, another),
        N_("give the post to one listed below by --to ID, or add somebody else by --another."),
    )


@add.command("contact")
@click.argument("name")
@click.argument("value")
@click.option(
    "--kind", type=click.Choice(_CONTACT_KINDS), help="What VALUE is; else it is told from how it looks."
)
@click.option("--label", metavar="TEXT", default="", help="Such as office, mobile, assistant.")
@needed_source_option
@date_option
@writing
def add_contact(
    work: Writing, name: str, value: str, kind: str | None, label: str, source: str, on: str
) -> None:
    """Add VALUE, a phone, e-mail, address or web page, to the person or organization called NAME."""
    from dossier.intake.forms import NewContact, contact_kind_of

    of, kind = work.find(name), kind or contact_kind_of(value)
    if kind is None:
        raise Failure(
            work.wording.say(
                "“{value}” looks like no phone, e-mail, page or address; say what it is with --kind.",
                value=value,
            )
        )
    work.write(NewContact(of, kind, value, label, work.origin(source, on)))


@add.command("note")
@click.argument("name")
@click.argument("text")
@click.option("--call", "who", metavar="WHO", help="It is from a call with WHO.")
@date_option
@click.option("--marking", metavar="MARK", default="", help="How it may be handled, such as TLP:AMBER.")
@writing
def add_note(work: Writing, name: str, text: str, who: str | None, on: str, marking: str) -> None:
    """Add a note TEXT to the record called NAME."""
    from dossier.intake.forms import CallNote, Named, OwnNote

    if on and not who:
        raise click.UsageError("--on is the day of a call; say with whom by --call.")
    of = work.find(name)
    if who:
        work.write(CallNote(of, Named(who), on or str(work.today), text, marking))
    else:
        work.write(OwnNote(of, text, marking))
