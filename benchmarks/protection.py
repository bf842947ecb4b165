"""What does protection cost? The same people in a plain and in a protected file, the same keystrokes in both.

Each keystroke is answered by the one file and by the other in turn, as in the window; then single edits.
The protected file is made from the plain one where it is not there.

Run: .venv/bin/python -m benchmarks.protection FOLDER [NUMBER ...]
"""

import argparse
import shutil
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.search import QUERIES, ask, the_dossier
from benchmarks.typing import keystrokes, queries
from dossier.model.records import Note
from dossier.store import Dossier, protect

PASSPHRASE = "seven steppe winds"
EDITS = 100


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("numbers", type=int, nargs="*", default=[100_000])
    given = arguments.parse_args()
    for number in given.numbers:
        measure(given.folder, number)


def measure(folder: Path, number: int) -> None:
    """Print what opening, every keystroke and every edit take in both files."""
    print(f"\n{number:,} people, {QUERIES} queries typed letter by letter")
    with the_dossier(folder, number) as dossier:
        path = dossier.path
    secret = folder / f"protected-{number}.dossier"
    if not secret.exists():
        shutil.copy(path, secret)
        print(f"protecting     {timed(lambda: protect(secret, PASSPHRASE)):8.1f} s")
    with Dossier.open(path) as plain, Dossier.open(secret, passphrase=PASSPHRASE) as protected:
        found: dict[str, list[float]] = {"plain": [], "protected": []}
        for at, query in enumerate(keystrokes(queries(QUERIES, number))):
            both = [("plain", plain), ("protected", protected)]
            for name, dossier in both if at % 2 else reversed(both):
                found[name].append(timed(partial(ask, dossier, query)))
        report("keystroke", found)
        report("edit", {"plain": edits(plain), "protected": edits(protected)})
    opened = {
        "plain": [timed(lambda: Dossier.open(path).close()) for _ in range(5)],
        "protected": [timed(lambda: Dossier.open(secret, passphrase=PASSPHRASE).close()) for _ in range(5)],
    }
    report("open", opened)


def edits(dossier: Dossier) -> list[float]:
    """What each of some notes takes to be written; they are taken back."""
    with dossier.read() as reader:
        person = reader.rows("SELECT min(pk) FROM person")[0][0]

    def write() -> None:
        with dossier.edit("Add a note") as edit:
            edit.add(Note(of=person, text="Called at noon about the visit"))

    spent = [timed(write) for _ in range(EDITS)]
    for _ in range(EDITS):
        dossier.undo()
    return spent


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def report(what: str, found: dict[str, list[float]]) -> None:
    """A line for each file: median, 95th and 99th percentile in milliseconds; then the ratios."""
    rows = {name: [at(sorted(spent), part) for part in (0.5, 0.95, 0.99)] for name, spent in found.items()}
    for name, row in rows.items():
        print(f"{what:10} {name:10}" + "".join(f"{1000 * value:9.2f} ms" for value in row))
    ratios = (secret / plain for plain, secret in zip(rows["plain"], rows["protected"], strict=True))
    print(f"{what:10} {'ratio':10}" + "".join(f"{ratio:9.2f}   " for ratio in ratios))


def at(spent: list[float], part: float) -> float:
    return spent[min(len(spent) - 1, int(part * len(spent)))]


if __name__ == "__main__":
    main()
