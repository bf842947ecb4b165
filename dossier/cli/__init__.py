"""The command line: every command but those that open a window, which `ui` adds to the same group."""

from dossier.cli import adding as adding  # these give the group their commands
from dossier.cli import contacts as contacts
from dossier.cli import import_contacts as import_contacts
from dossier.cli import keeping as keeping
from dossier.cli.commands import cli
from dossier.cli.group import CommandGroup
from dossier.cli.own import open_dossier, own_path
from dossier.cli.settings import Settings, settings_of

__all__ = ["CommandGroup", "Settings", "cli", "open_dossier", "own_path", "settings_of"]
