"""Checking a file from the command line, also one that is too damaged to be worked with."""

from pathlib import Path

from dossier.cli.own import open_dossier
from dossier.model.clock import Clock
from dossier.store import Dossier


def examine(file: str | None, clock: Clock, *, deep: bool, repair: bool) -> tuple[Path, tuple[str, ...]]:
    """The path, and what is wrong with the file, in sentences; `repair` mends or saves what it can first."""
    with open_dossier(file, clock, as_it_is=True) as dossier:
        if damaged := dossier.damage(deep=deep):
            return dossier.path, (*damaged, _saved(dossier) if repair else _advice(dossier))
    with open_dossier(file, clock) as dossier:
        if repair:
            dossier.rebuild_index()
        return dossier.path, dossier.check(deep=deep)


def _advice(dossier: Dossier) -> str:
    return (
        "Restore it from a copy, or save what can still be read with "
        f"“dossier check --repair -f {dossier.path}”."
    )


def _saved(dossier: Dossier) -> str:
    path = dossier.path.with_name(f"{dossier.path.stem}-saved.dossier")
    lost = dossier.salvage(path)
    what = ", ".join(f"{number} of kind {kind}" for kind, number in lost.items()) or "nothing"
    return f"What can be read is saved in {path}; records lost: {what}. The damaged file is left as it was."
