"""Where a command has the passphrase of a dossier from: a file named for it, or the terminal."""

import sys
from pathlib import Path

import click

from dossier.cli.settings import settings_of
from dossier.model.errors import DossierError

_MOST = 4096  # bytes; nothing longer is a passphrase


def passphrase_for(path: Path) -> str:
    """The passphrase of a protected dossier, asked for once. Raises DossierError where nobody can be."""
    typed = settings_of(click.get_current_context()).typed
    if path not in typed:
        typed[path] = given_passphrase() or _asked(path, f"Passphrase of {path.name}", confirm=False)
    return typed[path]


def new_passphrase(path: Path, file: str | None) -> str:
    """A passphrase for a dossier that is to be protected: what a file holds, else typed twice."""
    return _from_file(file) if file else _asked(path, f"New passphrase of {path.name}", confirm=True)


def given_passphrase() -> str | None:
    """What the file named with --passphrase-file holds; None where none was named."""
    context = click.get_current_context(
        silent=True
    )  # none in the threads of the window, which asks by itself
    file = settings_of(context).passphrase_file if context else None
    return _from_file(file) if file else None


def _from_file(file: str) -> str:
    try:
        with Path(file).open("rb") as opened:
            first = opened.read(_MOST).decode("utf-8-sig").partition("\n")[0].removesuffix("\r")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DossierError(
            "The passphrase can't be read from {file} ({reason}).", file=file, reason=reason
        ) from None
    except UnicodeDecodeError:
        raise DossierError(
            "{file} is not UTF-8 text; its first line has to be the passphrase.", file=file
        ) from None
    if not first:
        raise DossierError("The first line of {file} is empty; it has to be the passphrase.", file=file)
    return first


def _asked(path: Path, question: str, *, confirm: bool) -> str:
    if not sys.stdin.isatty():
        raise DossierError(
            "{path} needs a passphrase, and nobody can be asked for it here; name a file with it "
            "(--passphrase-file).",
            path=path,
        )
    return str(click.prompt(question, hide_input=True, confirmation_prompt=confirm, err=True))
