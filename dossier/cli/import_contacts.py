"""The command that takes in a list of contacts."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.commands import cli
from dossier.cli.import_ftm import import_ftm
from dossier.cli.own import open_dossier
from dossier.cli.progress import terminal_progress
from dossier.cli.settings import common_options, file_option, json_option, settings_of
from dossier.language import Wording

if TYPE_CHECKING:
    from dossier.intake.contacts import Plan
    from dossier.store import Dossier


@cli.command("import")
@click.argument("path", metavar="LIST")
@click.option("--dry-run", is_flag=True, help="Only show what would be done, in groups.")
@click.option(
    "--map",
    "mapping",
    metavar="COLUMN=FIELD",
    multiple=True,
    help="Take a column (its header, letter or number) for a field; - leaves it out. May be given again.",
)
@click.option("--sheet", metavar="NAME", help="The sheet of the workbook.")
@click.option("--from", "sender", metavar="WHOM", help="From whom the list is.")
@click.option("--received", metavar="DAY", help="The day it was received (2026-11-24); today when left out.")
@click.option(
    "--decide",
    "wishes",
    metavar="ROW=WHAT",
    multiple=True,
    help="Of an ambiguous row (its number, a reason as moved, or all): new, same, skip, a person's id.",
)
@json_option
@file_option
@common_options
@click.pass_context
def import_list(
    context: click.Context,
    path: str,
    dry_run: bool,
    mapping: tuple[str, ...],
    sheet: str | None,
    sender: str | None,
    received: str | None,
    wishes: tuple[str, ...],
    as_json: bool,
    file: str | None,
) -> None:
    """Take in a LIST of contacts (CSV, Excel workbook, vCards), or a file of FollowTheMoney.

    Who is new goes in, what is new is added; nothing is overwritten, and nothing ambiguous goes in without
    --decide. The whole is one change.
    """
    from dossier.intake.contacts import Reading, plan_contacts
    from dossier.intake.ftm import is_ftm
    from dossier.model.dates import day

    settings = settings_of(context)
    wording = settings.wording(stable=as_json)
    fields, decided = _pairs(mapping, "--map"), _pairs(wishes, "--decide")
    on = day(_day(received)) if received else None
    with open_dossier(file, settings.clock) as dossier:
        if is_ftm(Path(path)):
            if mapping or sheet or sender or received or wishes:
                raise click.UsageError("A file of FollowTheMoney takes --dry-run and --json only.")
            progress = terminal_progress(settings.wording())
            import_ftm(dossier, wording, Path(path), progress, dry_run=dry_run, as_json=as_json)
            return
        plan = plan_contacts(
            dossier,
            Path(path),
            Reading(sheet=sheet, fields=fields),
            sender=sender,
            received=on,
            progress=terminal_progress(settings.wording()),
        )
        if dry_run:
            _show(dossier, wording, plan, decided, as_json=as_json)
        else:
            _write(dossier, wording, plan, decided, as_json=as_json)


def _show(
    dossier: "Dossier", wording: Wording, plan: "Plan", wishes: Mapping[str, str], *, as_json: bool
) -> None:
    from dossier.cli.contacts_text import print_plan, print_plan_data
    from dossier.intake.contacts import decide

    with dossier.read() as reader:
        decisions = decide(reader, plan, wishes)
        if as_json:
            print_plan_data(reader, wording, plan, decisions)
        else:
            print_plan(reader, wording, plan, decisions)


def _write(
    dossier: "Dossier", wording: Wording, plan: "Plan", wishes: Mapping[str, str], *, as_json: bool
) -> None:
    from dossier.cli.contacts_text import Outcome, print_leftovers, print_outcome, print_plan_data
    from dossier.intake.contacts import Group, decide, write_contacts

    with dossier.read() as reader:
        decisions = decide(reader, plan, wishes)
    change = write_contacts(dossier, plan, decisions, terminal_progress(wording))
    outcome = Outcome(change.id if change else None, plan.count(Group.AMBIGUOUS) - len(decisions))
    with dossier.read() as reader:
        if as_json:
            print_plan_data(reader, wording, plan, decisions, outcome)
        else:
            print_outcome(wording, plan, decisions, outcome)
            print_leftovers(reader, wording, plan)


def _pairs(given: tuple[str, ...], option: str) -> dict[str, str]:
    pairs = {}
    for text in given:
        left, equals, right = text.rpartition("=")
        if not equals or not left.strip() or not right.strip():
            raise click.BadParameter(f"“{text}” has to be two words with = between them.", param_hint=option)
        pairs[left.strip()] = right.strip()
    return pairs


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(
            f"“{text}” is not a day; write it as 2026-11-24.", param_hint="--received"
        ) from None
