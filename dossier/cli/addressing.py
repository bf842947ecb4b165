"""The command that says how a person is addressed: one more of `dossier add`."""

import click

from dossier.cli.adding import add
from dossier.cli.writing import Writing, date_option, needed_source_option, writing
from dossier.language import LANGUAGES


@add.command("form-of-address")
@click.argument("name")
@click.option("--spoken", metavar="TEXT", help="Face to face, such as “Your Excellency”.")
@click.option("--written", metavar="TEXT", help="On a letter, such as “H.E. Ms Ann Lee”.")
@click.option(
    "--in", "language", type=click.Choice(LANGUAGES), help="Its language; else told by its letters."
)
@click.option("--correct", is_flag=True, help="In place of what is there; an empty TEXT takes it out.")
@needed_source_option
@date_option
@writing
def add_form_of_address(
    work: Writing,
    name: str,
    spoken: str | None,
    written: str | None,
    language: str | None,
    correct: bool,
    source: str,
    on: str,
) -> None:
    """Say how to address the person called NAME, in speech, in writing or both, in one language."""
    from dossier.intake.forms import FormsOfAddress, TypedForm
    from dossier.model.records import FORMS_OF_ADDRESS

    both = zip(FORMS_OF_ADDRESS, (spoken, written), strict=True)
    typed = {field: text for field, text in both if text is not None}
    if not typed:
        raise click.UsageError("Say how, by --spoken, --written or both.")
    if "" in typed.values() and not (correct and language):
        raise click.UsageError("An empty TEXT takes out what is there; say so by --correct and --in.")
    before = None if correct else ""
    forms = tuple(TypedForm(field, language or "", text, before) for field, text in typed.items())
    work.write(FormsOfAddress(work.find(name, "person"), forms, work.origin(source, on)))
