"""What does an edit cost? A small edit and a bulk of records, as ratios to bare SQLite in the same run.

Run: .venv/bin/python -m benchmarks.edits [PEOPLE]
"""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.arguments import given
from dossier.model.records import Name, Organization, Person, Post, Text
from dossier.store import Dossier
from dossier.store.engine import make_engine

EDITS = 200


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def driver(path: Path) -> Any:
    """A bare connection with the same durability: WAL, synchronous=FULL."""
    connection: Any = make_engine(path).raw_connection().driver_connection
    connection.execute("PRAGMA journal_mode = WAL")
    return connection


def small(folder: Path) -> tuple[float, float]:
    """Median seconds of one edit that renames a person, and of one bare UPDATE with its commit."""
    with Dossier.create(folder / "small.dossier") as dossier:
        with dossier.edit("Add") as edit:
            person = edit.add(Person())
            name = edit.add(Name(of=person, text="Aigerim Sample", language="en", name_kind="official"))

        def rename(number: int) -> None:
            with dossier.edit("Rename") as edit:
                edit.set(name, text=f"Aigerim Sample {number}")

        ours = median(timed(partial(rename, number)) for number in range(EDITS))
    (folder / "bare").touch()
    bare = driver(folder / "bare")
    bare.execute("CREATE TABLE name (pk INTEGER PRIMARY KEY, text TEXT)")
    bare.execute("INSERT INTO name VALUES (1, 'Aigerim Sample')")
    update = "UPDATE name SET text = ? WHERE pk = 1"
    base = median(timed(partial(bare.execute, update, (f"Sample {number}",))) for number in range(EDITS))
    return ours, base


def bulk(folder: Path, people: int) -> tuple[float, float, float]:
    """Seconds of one edit that adds people with a name, a post and its title; its undo; and bare inserts."""
    with Dossier.create(folder / "bulk.dossier") as dossier:

        def add() -> None:
            with dossier.edit("Add people") as edit:
                organization = edit.add(Organization(organization_kind="ministry"))
                for number in range(people):
                    person = edit.add(Person())
                    edit.add(
                        Name(of=person, text=f"Aigerim Sample {number}", language="en", name_kind="official")
                    )
                    post = edit.add(Post(person=person, organization=organization))
                    edit.add(Text(of=post, field="title", language="en", text="Head of Division"))

        ours = timed(add)
        undo = timed(dossier.undo)
    (folder / "bare2").touch()
    bare = driver(folder / "bare2")
    bare.execute("CREATE TABLE name (pk INTEGER PRIMARY KEY, text TEXT)")

    def insert() -> None:
        bare.execute("BEGIN")
        bare.executemany("INSERT INTO name(text) VALUES (?)", ((f"Sample {n}",) for n in range(people * 4)))
        bare.execute("COMMIT")

    return ours, undo, timed(insert)


def main() -> None:
    people = given(__doc__, people=20_000).people
    with TemporaryDirectory() as folder:
        ours, base = small(Path(folder))
        print(
            f"one small edit: {ours * 1000:.2f} ms, {ours / base:.1f}x a bare commit of {base * 1000:.2f} ms"
        )
        ours, undo, base = bulk(Path(folder), people)
        each = ours / people * 1e6
        print(
            f"{people} people in one edit: {ours:.1f} s ({each:.0f} µs each), {ours / base:.1f}x bare inserts"
        )
        print(f"its undo: {undo:.1f} s, {undo / ours:.2f}x the edit")


if __name__ == "__main__":
    main()
