"""The dossier file: one way in (an edit), one way out (a reader), undo, history, check and migrations.

What edits need is imported when first used: the window reads and shows before it writes.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dossier.store.dossier import Dossier
from dossier.store.reader import Reader, json_list

if TYPE_CHECKING:
    from dossier.store.changes import Change
    from dossier.store.edit import Edit
    from dossier.store.protecting import change_passphrase, protect

_HOMES = {"Change": "changes", "Edit": "edit", "change_passphrase": "protecting", "protect": "protecting"}

__all__ = ["Change", "Dossier", "Edit", "Reader", "change_passphrase", "json_list", "protect"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
