"""Checking a file from the command line, also one that is too damaged to be worked with."""

from pathlib import Path

from dossier.cli.own import open_dossier
from dossier.language import Wording
from dossier.model.clock import Clock
from dossier.store import Dossier


def examine(
    file: str | None, clock: Clock, wording: Wording, *, deep: bool, repair: bool
) -> tuple[Path, tuple[str, ...]]:
    """The path, and what is wrong with the file, in sentences; `repair` mends or saves what it can first."""
    with open_dossier(file, clock, as_it_is=True) as dossier:
        if damaged := dossier.damage(deep=deep, words=wording):
            return dossier.path, (*damaged, (_saved if repair else _advice)(dossier, wording))
    with open_dossier(file, clock) as dossier:
        if repair:
            dossier.rebuild_index()
        return dossier.path, dossier.check(deep=deep, words=wording)


def _advice(dossier: Dossier, wording: Wording) -> str:
    return wording.say(
        "Restore it from a copy, or save what can still be read with “dossier check --repair -f {path}”.",
        path=dossier.path,
    )


def _saved(dossier: Dossier, wording: Wording) -> str:
    path = dossier.path.with_name(f"{dossier.path.stem}-saved.dossier")
    lost = dossier.salvage(path)
    say = wording.say
    what = ", ".join(say("{n} of kind {kind}", n=number, kind=kind) for kind, number in lost.items())
    return say(
        "What can be read is saved in {path}; records lost: {lost}. The damaged file is left as it was.",
        path=path,
        lost=what or say("nothing"),
    )
