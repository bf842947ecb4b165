"""The command line: every command but those that open a window, which `ui` adds to the same group.

All is imported when first used: the window needs no command, only to know which dossier is the user's own.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dossier.cli.commands import cli
    from dossier.cli.group import CommandGroup
    from dossier.cli.own import open_dossier, own_path
    from dossier.cli.settings import Settings, settings_of

_HOMES = {
    "CommandGroup": "group",
    "Settings": "settings",
    "cli": "commands",
    "open_dossier": "own",
    "own_path": "own",
    "settings_of": "settings",
}
_MORE_COMMANDS = (
    "adding", "addressing", "connect", "contacts", "exporting", "import_contacts", "keeping", "rewriting",
    "sheets",
)  # fmt: skip

__all__ = ["CommandGroup", "Settings", "cli", "open_dossier", "own_path", "settings_of"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    if name == "cli":
        for module in _MORE_COMMANDS:  # these give the group their commands
            import_module(f"{__name__}.{module}")
    return found
