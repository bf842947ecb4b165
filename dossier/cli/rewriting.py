"""The commands that take back the newest change and bring it back; to undo much is asked about first."""

import sys
from typing import TYPE_CHECKING

import click

from dossier.cli.commands import cli
from dossier.cli.group import Failure
from dossier.cli.printing import echo, print_json
from dossier.cli.writing import Writing, writing

if TYPE_CHECKING:
    from dossier.store import Change


@cli.command()
@click.option("--yes", is_flag=True, help="Undo without asking, be it ever so much.")
@writing
def undo(work: Writing, yes: bool) -> None:
    """Take back the newest change, by a change of its own: a second undo takes back the one before it.

    A change that touched many records, as an import or the seed, is asked about first.
    """
    undone = work.dossier.undoable()
    if undone.is_large and not yes and not _agreed(work, undone):
        return
    change = work.dossier.undo(undone.pk)
    if work.as_json:
        print_json({"change": change.id, "undone": undone.id, "label": undone.label})
    else:
        say = work.wording.say
        echo(say("Undone: {label}.", label=work.wording.change(undone.label)))


@cli.command()
@writing
def redo(work: Writing) -> None:
    """Bring back what was undone last, as long as nothing was changed since."""
    change = work.dossier.redo()
    label = change.label.removeprefix("Redo: ")
    if work.as_json:
        print_json({"change": change.id, "label": label})
    else:
        say = work.wording.say
        echo(say("Done again: {label}.", label=work.wording.change(label)))


def _agreed(work: Writing, change: "Change") -> bool:
    wording = work.wording
    label, number = wording.change(change.label), wording.number(change.size)
    if not sys.stdin.isatty():
        raise Failure(
            wording.say(
                "“{label}” touched {n} records, and nobody can be asked here; undo it with --yes.",
                label=label,
                n=number,
            )
        )
    question = wording.say("Undo “{label}”? It touched {n} records.", label=label, n=number)
    return click.confirm(question, err=True)
