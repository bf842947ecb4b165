"""What `dossier search` prints: hits as a table for people, as a list of objects for programs."""

from dataclasses import asdict

import click

from dossier.cli.printing import print_json, print_table
from dossier.language import Wording
from dossier.views.values import Hit, Results

_FIELDS = ("id", "kind", "name", "post", "organization", "snippet")


def print_hits(results: Results, wording: Wording, *, as_json: bool) -> None:
    """Print the hits, best first."""
    if as_json:
        print_json(
            [{name: value for name, value in asdict(hit).items() if name in _FIELDS} for hit in results.hits]
        )
    elif results.hits:
        print_table([_row(hit, wording) for hit in results.hits])
        left = results.total - len(results.hits)
        if left:
            click.echo(wording.say("and {n} more, which --limit shows", n=wording.number(left)))
    else:
        click.echo(wording.say("Nothing found for “{query}”.", query=results.query))


def _row(hit: Hit, wording: Wording) -> tuple[str, str, str]:
    said = ", ".join(part for part in (hit.post, hit.organization, hit.when) if part)
    # The reason names the form that was found, so the snippet would say it twice.
    reason = hit.why or hit.snippet or ""
    return wording.label("kind", hit.kind), hit.name, " · ".join(part for part in (said, reason) if part)
