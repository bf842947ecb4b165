"""New files made from an open one: a whole copy, and what can be read of a damaged one."""

from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from dossier.store.driver import connector
from dossier.store.engine import bulk, make_engine
from dossier.store.index import Index
from dossier.store.keys import Key
from dossier.store.layout import lay_out
from dossier.store.salvage import salvage


def lay_out_file(part: Path, key: Key | None) -> None:
    """Fill an empty file with the tables of a dossier."""
    engine = make_engine(part, key=key)
    lay_out(engine)
    engine.dispose()


def copy_into(part: Path, source: Any, key: Key | None) -> None:
    """Fill an empty file with all that is in an open dossier, protected by the same key.

    `source` is a connection of the driver's: one that is open already reads even a file that is gone.
    """
    copy = connector(part, key=key)()
    source.backup(copy, pages=-1)  # in one step: a stepwise backup never ends beside a writer
    copy.close()


def salvage_into(part: Path, source: Engine, key: Key | None) -> dict[str, int]:
    """Fill an empty file with what can be read of a damaged dossier; gives how many of each kind are lost."""
    engine = make_engine(part, key=key)
    lay_out(engine)
    with source.connect() as reading, engine.connect() as writing, bulk(writing), writing.begin():
        lost = salvage(reading, writing)
        Index(writing).rebuild()
    engine.dispose()
    return lost
