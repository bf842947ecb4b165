"""The command that writes briefing sheets, and first says what on them has no source."""

from collections.abc import Iterable
from datetime import date

import click

from dossier.cli.commands import cli
from dossier.cli.group import Failure
from dossier.cli.naming import resolve_name
from dossier.cli.own import open_dossier
from dossier.cli.printing import echo
from dossier.cli.settings import common_options, file_option, settings_of
from dossier.language import Wording
from dossier.model.clock import system_clock
from dossier.views.values import Sheet

_FORMATS = ("pdf", "docx", "md")


@cli.command()
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), help="What to write, where OUT's ending does not tell."
)
@click.option(
    "--marking", "markings", metavar="MARK", multiple=True,
    help="How it may be handled: words of your own, a mark of TLP 2.0, or one of each.",
)  # fmt: skip
@click.option("--copy", "copy", metavar="N", help="The number of this copy, as 3 or 3/5.")
@click.option("-o", "--output", metavar="OUT", required=True, help="The file to write: .pdf, .docx or .md.")
@file_option
@common_options
@click.pass_context
def sheet(
    context: click.Context,
    names: tuple[str, ...],
    form: str | None,
    markings: tuple[str, ...],
    copy: str | None,
    output: str,
    file: str | None,
) -> None:
    """Write a briefing sheet for each NAME (any of a record's names, or an id) to one file.

    In a PDF each has exactly one page; a Word document or Markdown leaves nothing out. A line without a
    source is named before the file is written.
    """
    from dossier.export.sheet_files import format_of, write_sheets
    from dossier.model.markings import KEPT
    from dossier.views import sheet as make_sheet

    settings = settings_of(context)
    wording = settings.wording()
    form = form or format_of(output)
    given, number = _marking(markings, wording), _copy(copy, wording)
    with open_dossier(file, settings.clock) as dossier, dossier.read() as reader:
        pks = [resolve_name(reader, wording, name) for name in names]
        marking = given if markings else dossier.kept(KEPT) or ""

        def made(printed: date | None) -> list[Sheet]:
            return [
                make_sheet(reader, wording, settings.today, pk, marking=marking, copy=number, printed=printed)
                for pk in pks
            ]

        sheets = made(None)
        if any(each.looks_back for each in sheets):  # a day before a source was there is not that of printing
            sheets = made(system_clock().date())
    _tell_unsourced(sheets, wording)
    write_sheets(sheets, output, form)
    echo(wording.count("{path}: {n} sheet", "{path}: {n} sheets", len(pks), path=output))
    for each in sheets:  # a name may have been typed in another spelling, so say whose sheets these are
        echo(f"  {each.name}")


def _marking(markings: Iterable[str], wording: Wording) -> str:
    from dossier.intake.forms.checks import marking_in
    from dossier.model.markings import joined

    return joined(marking_in("marking", each, wording) or "" for each in markings)


def _copy(copy: str | None, wording: Wording) -> tuple[int, int | None] | None:
    from dossier.model.markings import as_copy

    if copy is None:
        return None
    number = as_copy(copy)
    if number is None:
        raise Failure(wording.say("“{text}” is no number of a copy; write it as 3 or 3/5.", text=copy))
    return number


def _tell_unsourced(sheets: Iterable[Sheet], wording: Wording) -> None:
    from dossier.views import unsourced_lines

    for each in sheets:
        found = unsourced_lines(each)
        if found:
            echo(wording.say("Without a source on the sheet of {name}:", name=each.name), err=True)
        for line in found:
            echo(f"  {line}", err=True)
