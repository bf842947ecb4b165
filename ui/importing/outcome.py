"""What an import came to, in words."""

from collections.abc import Iterable, Iterator
from itertools import islice

from dossier.intake.contacts import Group, Plan
from dossier.intake.contacts.preview import worded
from dossier.intake.contacts.remarks import Remark
from dossier.language import Wording
from ui.importing.decisions import Decisions
from ui.importing.result_page import ResultPage

_MOST_TOLD = 1_000


def result_page(wording: Wording, plan: Plan, decisions: Decisions, *, is_written: bool) -> ResultPage:
    """The page that tells what was done and what stayed out."""
    title = (
        wording.say("The list is imported, as one change.")
        if is_written
        else wording.say("Nothing in the list is new; nothing was changed.")
    )
    done = list(_done(wording, plan, decisions)) if is_written else []
    told = {
        wording.say("What stayed out"): list(_left(wording, plan, decisions)),
        wording.say("What went in, but not just as it stands"): list(_remarked(wording, plan)),
    }
    return ResultPage(title, done, told)


def _done(wording: Wording, plan: Plan, decisions: Decisions) -> Iterator[str]:
    count = wording.count
    if new := plan.count(Group.NEW):
        yield count("{n} new person.", "{n} new people.", new)
    if changed := plan.count(Group.CHANGED):
        yield count(
            "{n} person of the dossier with something new.",
            "{n} people of the dossier with something new.",
            changed,
        )
    if same := plan.count(Group.SAME):
        yield count(
            "{n} person of the dossier of whom nothing is new.",
            "{n} people of the dossier of whom nothing is new.",
            same,
        )
    if decisions.taken:
        yield count("{n} ambiguous row as decided.", "{n} ambiguous rows as decided.", decisions.taken)

    if plan.gone:
        yield count(
            "{n} person of the last list of this origin is not in this one; nothing was done about that.",
            "{n} people of the last list of this origin are not in this one; nothing was done about that.",
            len(plan.gone),
        )


def _left(wording: Wording, plan: Plan, decisions: Decisions) -> Iterator[str]:
    if out := plan.count(Group.AMBIGUOUS) - decisions.taken:
        yield wording.count("{n} ambiguous row.", "{n} ambiguous rows.", out)
    yield from _first(wording, plan.bad)
    if (more := len(plan.bad) - _MOST_TOLD) > 0:
        yield wording.count("{n} more unreadable row.", "{n} more unreadable rows.", more)


def _remarked(wording: Wording, plan: Plan) -> Iterator[str]:
    yield from _first(wording, plan.remarks)
    if (more := len(plan.remarks) - _MOST_TOLD) > 0:
        yield wording.count("{n} more remark.", "{n} more remarks.", more)


def _first(wording: Wording, remarks: Iterable[Remark]) -> Iterator[str]:
    for line in islice(worded(wording, remarks), _MOST_TOLD):
        yield wording.say("row {row}: {reason}", row=line.row, reason=line.reason)
