"""How far long work is, on a terminal, in one line that is written over."""

import sys

import click

from dossier.language import Wording
from dossier.language.labels import N_
from dossier.model.progress import Progress, seldom

_STAGES = {"read": N_("reading"), "match": N_("comparing"), "write": N_("writing"), "finish": N_("indexing")}
_SECONDS_BETWEEN = 0.2


def terminal_progress(wording: Wording) -> Progress:
    """Tells how far work is where somebody sits before a terminal."""
    if not sys.stderr.isatty():
        return Progress()

    def report(stage: str, part: float) -> None:
        click.echo(f"\r{wording.say(_STAGES[stage])} {part:4.0%}\033[K\r", nl=False, err=True)

    return Progress(seldom(report, seconds=_SECONDS_BETWEEN))
