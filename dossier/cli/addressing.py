"""The command that says how a person is addressed: added to `dossier add`."""

import click

from dossier.cli.adding import add
from dossier.cli.naming import resolve_name
from dossier.cli.own import open_dossier
from dossier.cli.settings import common_options, file_option, json_option, settings_of
from dossier.cli.writing import date_option, needed_source_option, print_written
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
@json_option
@file_option
@common_options
@click.pass_context
def add_form_of_address(
    context: click.Context,
    name: str,
    spoken: str | None,
    written: str | None,
    language: str | None,
    correct: bool,
    source: str,
    on: str,
    as_json: bool,
    file: str | None,
) -> None:
    """Say how to address the person called NAME, in speech, in writing or both, in one language."""
    from dossier.intake.forms import FormsOfAddress, Origin, TypedForm, write
    from dossier.model.records import FORMS_OF_ADDRESS

    typed = dict(zip(FORMS_OF_ADDRESS, (spoken, written), strict=True))
    if not any(text is not None for text in typed.values()):
        raise click.UsageError("Say how, by --spoken, --written or both.")
    if "" in typed.values() and not (correct and language):
        raise click.UsageError("An empty TEXT takes out what is there; say so by --correct and --in.")
    settings = settings_of(context)
    wording = settings.wording()
    with open_dossier(file, settings.clock) as dossier:
        with dossier.read() as reader:
            of = resolve_name(reader, wording, name, "person")
        before = None if correct else ""
        forms = tuple(
            TypedForm(field, language or "", text, before)
            for field, text in typed.items()
            if text is not None
        )
        entry = FormsOfAddress(of, forms, Origin(source, on or str(settings.today)))
        print_written(dossier, wording, write(dossier, wording, entry), as_json=as_json)
