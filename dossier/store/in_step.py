"""Whether the search index belongs to the records as they are: asked whenever a file is opened."""

from typing import TYPE_CHECKING

from dossier.model.folding import FOLDING

if TYPE_CHECKING:
    from dossier.store.reader import Reader


def is_in_step(reader: "Reader") -> bool:
    state = dict(reader.rows("SELECT key, value FROM setting"))
    newest = reader.rows("SELECT coalesce(max(pk), 0) FROM change")[0][0]
    return state.get("indexed_change") == str(newest) and state.get("folding") == str(FOLDING)
