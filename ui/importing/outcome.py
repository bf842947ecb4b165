"""What an import came to, in words."""

from collections.abc import Iterator
from itertools import islice

from dossier.intake.contacts import Group, Plan
from dossier.intake.contacts.preview import bad_lines
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
    return ResultPage(wording, title, done, list(_left(wording, plan, decisions)))


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
    for line in islice(bad_lines(wording, plan), _MOST_TOLD):
        yield wording.say("row {row}: {reason}", row=line.row, reason=line.reason)
    if (more := len(plan.bad) - _MOST_TOLD) > 0:
        yield wording.count("{n} more unreadable row.", "{n} more unreadable rows.", more)
