"""The command that says how records are connected: one with all others, or two with each other."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from dossier.cli.card_text import print_sources, text_of_line
from dossier.cli.commands import cli
from dossier.cli.naming import resolve_name
from dossier.cli.own import open_dossier
from dossier.cli.printing import echo, print_json, print_wrapped
from dossier.cli.settings import common_options, file_option, json_option, settings_of
from dossier.language import Wording

if TYPE_CHECKING:
    from dossier.store import Reader
    from dossier.views.connection_values import Connections, Paths, Way
    from dossier.views.values import SourceLine

_INDENT = "  "


@cli.command()
@click.argument("name")
@click.argument("other", required=False)
@json_option
@file_option
@common_options
@click.pass_context
def connect(context: click.Context, name: str, other: str | None, as_json: bool, file: str | None) -> None:
    """Print how the record called NAME is connected with OTHER: the shortest ways, step by step.

    Without OTHER, everybody and everything that NAME is connected with, the closest and newest first.
    """
    from dossier.views import connections_of, paths_between, training_mark

    settings = settings_of(context)
    wording = settings.wording(stable=as_json)
    with open_dossier(file, settings.clock) as dossier, dossier.read() as reader:
        pks = [resolve_name(reader, wording, each) for each in (name, other) if each is not None]
        if not as_json and (mark := training_mark(reader, wording)):
            echo(mark)
        if other is None:
            found = connections_of(reader, wording, settings.today, *pks)
            print_json(_list_data(reader, found)) if as_json else _print_list(found, wording)
        else:
            ways = paths_between(reader, wording, settings.today, *pks)
            print_json(_path_data(reader, ways)) if as_json else _print_paths(ways, wording)


def _print_list(found: "Connections", wording: Wording) -> None:
    click.secho(found.name, bold=True)
    if not found.entries:
        echo(wording.say("No connection is recorded."))
    for entry in found.entries:
        echo()
        click.secho(", ".join(part for part in (entry.name, entry.detail) if part), bold=True)
        for way in entry.ways:
            _print_way(way)
        if entry.more:
            print_wrapped(wording.count("and {n} more", "and {n} more", entry.more), _INDENT, _INDENT)
    if found.rest:
        echo(f"\n{found.rest}")
    print_sources(found.sources, wording)


def _print_paths(found: "Paths", wording: Wording) -> None:
    click.secho(f"{found.start.name} – {found.end.name}", bold=True)
    if found.none:
        echo(found.none)
    for path in found.paths:
        echo()
        echo(found.start.name)
        for step in path.steps:
            _print_way(step.way)
            click.secho(f"→ {step.name}", bold=True)
    print_sources(found.sources, wording)


def _print_way(way: "Way") -> None:
    words = " · ".join(part for part in (way.line.when, text_of_line(way.line)) if part)
    print_wrapped(words, _INDENT, _INDENT * 2)
    note = "".join(run.text for run in way.line.note)
    if note:
        print_wrapped(note, *[_INDENT * 2] * 2)


def _list_data(reader: "Reader", found: "Connections") -> dict[str, Any]:
    return {
        **_record(reader, found.pk, found.kind, found.name),
        "connections": [
            {
                **_record(reader, entry.pk, entry.kind, entry.name),
                "closeness": entry.closeness,
                "ways": [_way(reader, way, found.sources) for way in entry.ways],
            }
            for entry in found.entries
        ],
        "rest": found.rest,
    }


def _path_data(reader: "Reader", found: "Paths") -> dict[str, Any]:
    return {
        "from": _record(reader, found.start.pk, found.start.kind, found.start.name),
        "to": _record(reader, found.end.pk, found.end.kind, found.end.name),
        "paths": [
            [
                {
                    **_way(reader, step.way, found.sources),
                    "to": _record(reader, step.pk, step.kind, step.name),
                }
                for step in path.steps
            ]
            for path in found.paths
        ],
    }


def _record(reader: "Reader", pk: int, kind: str, name: str) -> dict[str, str]:
    return {"id": reader.record(pk).id, "kind": kind, "name": name}


def _way(reader: "Reader", way: "Way", sources: "Sequence[SourceLine]") -> dict[str, Any]:
    through = {} if way.through is None else {"through": reader.record(way.through).id}
    return {
        "way": way.kind,
        "text": way.line.plain,
        "note": "".join(run.text for run in way.line.note),
        "day": way.day or None,
        **through,
        "citations": list(_cited(way.line.cites, sources)),
    }


def _cited(numbers: Iterable[int], sources: "Sequence[SourceLine]") -> "Iterable[str]":
    lines = {line.number: line for line in sources}
    return (f"{lines[number].head}, {lines[number].text}" for number in numbers)
