"""What `dossier import` prints: the groups of a plan as text for people, whole as data for programs."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

import click

from dossier.cli.printing import echo, print_wrapped
from dossier.intake.contacts.columns import letters
from dossier.intake.contacts.plan import Group, Plan
from dossier.intake.contacts.preview import (
    KnownPerson,
    PreviewRow,
    counts,
    gone,
    preview_rows,
    word_doubt,
    worded,
)
from dossier.language import Wording
from dossier.language.labels import N_
from dossier.store import Reader

_MOST_SHOWN = 20
_COUNTS = (
    ("new", N_("new")),
    ("same", N_("known, nothing new")),
    ("changed", N_("known, with something new")),
    ("ambiguous", N_("ambiguous")),
    ("decided", N_("ambiguous, decided")),
    ("bad", N_("not readable")),
    ("remarks", N_("remarks on rows that go in")),
    ("gone", N_("gone? in the last list of this origin, not in this one")),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a plan came to: the id of its Change, none where nothing was written, and what was left open."""

    change: str | None
    left_open: int


def print_plan(reader: Reader, wording: Wording, plan: Plan, decisions: Mapping[int, int]) -> None:
    """Print what would be done."""
    found = _print_head(wording, plan, decisions)
    for group in (Group.NEW, Group.CHANGED, Group.AMBIGUOUS):
        name = group.name.lower()
        rows = _open_rows(reader, plan, group, decisions)
        _print_some(wording, dict(_COUNTS)[name], found[name], _worded(wording, rows))
    print_leftovers(reader, wording, plan)


def _open_rows(
    reader: Reader, plan: Plan, group: Group, decisions: Mapping[int, int]
) -> Iterator[PreviewRow]:
    """The rows of a group of which nothing was decided."""
    rows = preview_rows(reader, plan, group)
    return (row for place, row in zip(plan.where(group), rows, strict=True) if place not in decisions)


def print_leftovers(reader: Reader, wording: Wording, plan: Plan) -> None:
    """Print the rows that do not go in, what is to be known of others, and who is no longer in the list."""
    names = dict(_COUNTS)
    for key, remarks in (("bad", plan.bad), ("remarks", plan.remarks)):
        lines = (
            wording.say("row {row}: {reason}", row=line.row, reason=line.reason)
            for line in worded(wording, remarks)
        )
        _print_some(wording, names[key], len(remarks), lines)
    _print_some(wording, names["gone"], len(plan.gone), map(_person, gone(reader, plan)))


def print_outcome(wording: Wording, plan: Plan, decisions: Mapping[int, int], outcome: Outcome) -> None:
    """Print what was done."""
    _print_head(wording, plan, decisions)
    if outcome.change is None:
        echo(wording.say("Nothing in the list is new; nothing was changed."))
    else:
        echo(wording.say("Imported as one change; undo takes all of it back."))
    if outcome.left_open:
        echo(
            wording.count(
                "{n} ambiguous row was left out; --dry-run shows it, --decide settles it.",
                "{n} ambiguous rows were left out; --dry-run shows them, --decide settles them.",
                outcome.left_open,
            )
        )


def print_plan_data(
    reader: Reader,
    wording: Wording,
    plan: Plan,
    decisions: Mapping[int, int],
    outcome: Outcome | None = None,
) -> None:
    """Print the plan as JSON, row by row; once it is carried out, without what has gone in."""
    groups: dict[str, Iterable[Any]] = {
        group.name.lower(): map(_row_data, _open_rows(reader, plan, group, decisions))
        for group in (Group.NEW, Group.SAME, Group.CHANGED, Group.AMBIGUOUS)
        if outcome is None or group == Group.AMBIGUOUS
    }
    groups["bad"] = map(asdict, worded(wording, plan.bad))
    groups["remarks"] = map(asdict, worded(wording, plan.remarks))
    groups["gone"] = map(asdict, gone(reader, plan))
    head: dict[str, Any] = {
        "file": plan.origin.title,
        "format": plan.format,
        "from": plan.origin.sender,
        "received": plan.origin.received.text,
        "columns": {
            column.header or str(column.position + 1): column.field for column in plan.layout.columns
        },
        "ignored": list(plan.layout.ignored),
        "counts": counts(plan, len(decisions)),
    }
    if outcome is not None:
        head |= {"change": outcome.change, "left_open": outcome.left_open}
    parts = [f" {_json(key)}: {_json(value)}" for key, value in head.items()]
    click.echo("{\n" + ",\n".join(parts), nl=False)
    for key, rows in groups.items():
        click.echo(f",\n {_json(key)}: [", nl=False)
        for number, row in enumerate(rows):
            click.echo(f"{',' if number else ''}\n  {_json(row)}", nl=False)
        click.echo("]", nl=False)
    click.echo("\n}")


def _print_head(wording: Wording, plan: Plan, decisions: Mapping[int, int]) -> dict[str, int]:
    """Print what list it is and how many rows are in each group; gives these counts."""
    click.secho(plan.origin.title, bold=True)
    columns = ((column.header or letters(column.position), column.field) for column in plan.layout.columns)
    taken = ", ".join(f"{name} → {field}" for name, field in columns)
    if taken:
        print_wrapped(wording.say("columns: {columns}", columns=taken), "  ", "    ")
    if plan.layout.ignored:
        ignored = ", ".join(plan.layout.ignored)
        print_wrapped(wording.say("left out: {columns}", columns=ignored), "  ", "    ")
    found = counts(plan, len(decisions))
    for key, label in _COUNTS:
        if found[key] or key == "new":
            echo(f"  {wording.number(found[key]):>9}  {wording.say(label)}")
    return found


def _print_some(wording: Wording, title: str, count: int, lines: Iterable[str]) -> None:
    if not count:
        return
    echo()
    click.secho(wording.say(title), bold=True)
    for line in islice(lines, _MOST_SHOWN):
        print_wrapped(line, "  ", "      ")
    if count > _MOST_SHOWN:
        left = wording.number(count - _MOST_SHOWN)
        echo("  " + wording.say("and {n} more, which --json shows", n=left))


def _worded(wording: Wording, rows: Iterable[PreviewRow]) -> Iterator[str]:
    for row in rows:
        who = ", ".join(part for part in (row.name, row.post, row.organization) if part)
        line = wording.say("row {row}: {reason}", row=row.row, reason=who)
        changes = [f"{each.field}: {' / '.join(each.old) or '–'} → {each.new}" for each in row.changes]
        if row.why:
            changes.append(f"{row.why}: {word_doubt(wording, row.why)}")
        changes += [_person(each) for each in row.candidates]
        yield " · ".join([line, *changes])


def _person(person: KnownPerson) -> str:
    said = ", ".join(part for part in (person.name, person.post, person.organization) if part)
    return f"{said} ({person.id})"


def _row_data(row: PreviewRow) -> dict[str, Any]:
    """Without what says nothing of a row of this group, and without the row as it stands."""
    return {key: value for key, value in asdict(row).items() if key != "text" and value not in (None, ())}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
