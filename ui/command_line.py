"""The command line: the commands of the core, and those that show a window; only these import Qt."""

import os
import signal
from pathlib import Path

import click

from dossier.cli import cli, settings_of
from dossier.cli.passphrase import given_passphrase
from dossier.cli.settings import common_options


@cli.command("open")
@click.argument("file", required=False)
@common_options
@click.pass_context
def open_window(context: click.Context, file: str | None) -> None:
    """Open FILE in the window; your own dossier when it is left out."""
    from ui.starting import open_window as run_window

    settings = settings_of(context)
    context.exit(run_window(file, settings.clock, settings.asked_language, given_passphrase()))


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


def run() -> None:
    """Run the command line; a first word that is no command is a file to open."""
    cli.default = open_window.name
    cli(prog_name="dossier")
