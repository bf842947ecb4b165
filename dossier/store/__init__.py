"""The dossier file: one way in (an edit), one way out (a reader), undo, history, check and migrations."""

from dossier.store.changes import Change
from dossier.store.dossier import Dossier
from dossier.store.edit import Edit
from dossier.store.protecting import protect
from dossier.store.reader import Reader, json_list

__all__ = ["Change", "Dossier", "Edit", "Reader", "json_list", "protect"]
