"""`dossier import` of a file of FollowTheMoney: what it would do, or what it did."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dossier.cli.printing import echo, print_json, print_wrapped
from dossier.language import Wording

if TYPE_CHECKING:
    from dossier.intake.ftm import FtmPlan
    from dossier.model.progress import Progress
    from dossier.store import Dossier

_MOST_SHOWN = 20


def import_ftm(
    dossier: "Dossier", wording: Wording, path: Path, progress: "Progress", *, dry_run: bool, as_json: bool
) -> None:
    """Plan the import of a file, carry it out unless `dry_run`, and print what came of it."""
    from dossier.intake.ftm import plan_ftm, write_ftm

    plan = plan_ftm(dossier, path)
    change = None if dry_run else write_ftm(dossier, plan, progress)
    if as_json:
        print_json(_data(plan) | ({} if dry_run else {"change": change.id if change else None}))
        return
    _print(wording, plan)
    if not dry_run:
        say = wording.say
        echo(
            say("Imported as one change; undo takes all of it back.")
            if change
            else say("Nothing in the file is new; nothing was changed.")
        )


def _data(plan: "FtmPlan") -> dict[str, Any]:
    return {
        "file": plan.title,
        "new": dict(plan.counts),
        "same": dict(plan.same),
        "changed": [
            {"kind": each.kind, "name": each.name, "adds": [_part(part) for part in each.parts]}
            for each in plan.changed
        ],
        "citations": len(plan.told),
        "left_out": dict(plan.left_out),
        "deleted": plan.deleted,
    }


def _part(part: Any) -> dict[str, str]:
    return {"kind": part.kind, "value": part.key}


def _print(wording: Wording, plan: "FtmPlan") -> None:
    say, number = wording.say, wording.number
    click.secho(plan.title, bold=True)
    for title, counts in ((say("new"), plan.counts), (say("known, nothing new"), plan.same)):
        kinds = (f"{wording.label('kind', kind)}: {number(n)}" for kind, n in counts.items())
        print_wrapped(f"{title} ({number(counts.total())}): {', '.join(kinds)}", "  ", "    ")
    print_wrapped(f"{say('known, with something new')}: {number(len(plan.changed))}", "  ", "    ")
    for each in plan.changed[:_MOST_SHOWN]:
        adds = ", ".join(f"{wording.label('kind', part.kind)}: {part.key}" for part in each.parts)
        print_wrapped(f"{each.name}: {adds}", "    ", "      ")
    if len(plan.changed) > _MOST_SHOWN:
        echo("    " + say("and {n} more, which --json shows", n=number(len(plan.changed) - _MOST_SHOWN)))
    print_wrapped(f"{wording.label('kind', 'citation')}: {number(len(plan.told))}", "  ", "    ")
    if plan.left_out:
        left = ", ".join(f"{schema}: {number(n)}" for schema, n in sorted(plan.left_out.items()))
        print_wrapped(say("not taken in: {what}", what=left), "  ", "    ")
    if plan.deleted:
        told = wording.count(
            "{n} record was deleted here and stays so; undo the deletion first to have it back.",
            "{n} records were deleted here and stay so; undo the deletion first to have them back.",
            plan.deleted,
        )
        print_wrapped(told, "  ", "    ")
