"""The `dossier` command: the commands of the core, and those that show a window; only these import Qt."""

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli import cli, open_dossier, own_path, settings_of
from dossier.cli.passphrase import given_passphrase
from dossier.cli.settings import common_options
from dossier.model.errors import DossierError

if TYPE_CHECKING:
    from dossier.model.clock import Clock
    from dossier.store import Dossier


@cli.command("open")
@click.argument("file", required=False)
@common_options
@click.pass_context
def open_window(context: click.Context, file: str | None) -> None:
    """Open FILE in the window; your own dossier when it is left out."""
    _need_display()
    from ui.app import run_window
    from ui.settings import default_path

    settings = settings_of(context)

    passphrase = given_passphrase()

    def open_first(clock: "Clock", typed: str | None = None) -> "Dossier":
        return open_dossier(file, clock, passphrase=passphrase if typed is None else typed)

    offer = own_path().name if file is None and not own_path().exists() and passphrase is None else ""
    context.exit(run_window(default_path(), settings.clock, settings.asked_language, open_first, offer))


@cli.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--docs", "for_docs", is_flag=True, help="Only the pictures that the docs show.")
@common_options
@click.pass_context
def demo(context: click.Context, folder: Path, for_docs: bool) -> None:
    """Put pictures of the window and one sheet of every kind into FOLDER, from the seed dossier."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Qt swallows an exception in a slot, so Ctrl+C ends the process itself.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from ui.demo import make_demo

    for path in make_demo(folder, settings_of(context).clock, for_docs=for_docs):
        click.echo(path)


def main() -> None:
    """Run the command line; a first word that is no command is a file to open."""
    cli.default = open_window.name
    cli(prog_name="dossier")


def _need_display() -> None:
    """Qt ends the process where it finds no display, so this is asked first."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in named):
        raise DossierError(
            "There is no display here, so no window can open; dossier demo DIR makes pictures of it instead."
        )


if __name__ == "__main__":
    main()
