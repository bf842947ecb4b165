"""Is every query answered, and soon? Random strings in every script, with pieces of the query language.

Run: .venv/bin/python -m benchmarks.fuzz FOLDER [STRINGS [PEOPLE]]; no people means the seed.

Time is the processor's, so that whatever else the machine does is not counted.
"""

import gc
import time
from pathlib import Path
from random import Random

from benchmarks.arguments import given
from benchmarks.search import ask, at, the_dossier
from dossier.intake.seed import load_seed
from dossier.search import get_ready
from dossier.store import Dossier

SLOW = 0.050
_BETWEEN_LOOKS = 100
_SCRIPTS = (
    (0x20, 0x7F), (0x80, 0x250), (0x370, 0x400), (0x400, 0x530), (0x590, 0x700), (0x900, 0x980),
    (0xE00, 0xE80), (0x1100, 0x1200), (0x3040, 0x3100), (0x4E00, 0xA000), (0xAC00, 0xD7A4),
    (0x1F300, 0x1F700), (0x00, 0x20), (0x300, 0x370), (0x2000, 0x2070), (0xD800, 0xE000), (0x10000, 0x110000),
)  # fmt: skip
_PIECES = (
    'agency: region: city: topic: kind: post: before: after: has: -un агентство: person phone 2024 « " ( ) * '
    "AND OR NOT NEAR"
).split()


def main() -> None:
    told = given(__doc__, folder=Path, strings=100_000, people=100_000)
    folder, strings, number = told.folder, told.strings, told.people
    chance, seconds, slow = Random(1), list[float](), list[tuple[float, str]]()
    with the_dossier(folder, number) if number else the_seed(folder) as dossier:
        get_ready()
        ask(dossier, "warm")
        gc.freeze()
        gc.disable()
        for asked in range(strings):
            if asked % _BETWEEN_LOOKS == 0:
                gc.collect(1)  # as the window does between the user's doings
            query = random_query(chance)
            start = time.thread_time()
            ask(dossier, query)
            seconds.append(time.thread_time() - start)
            if seconds[-1] > SLOW:
                slow.append((seconds[-1], query))
    seconds.sort()
    among = f"{number} people" if number else "the seed"
    print(
        f"{strings} strings among {among}: no error; median {at(seconds, 0.5) * 1000:.1f} ms, "
        f"p99 {at(seconds, 0.99) * 1000:.1f} ms, longest {seconds[-1] * 1000:.1f} ms"
    )
    for taken, query in sorted(slow, reverse=True)[:20]:
        print(f"  {taken * 1000:.0f} ms: {query!r}")


def the_seed(folder: Path) -> Dossier:
    path = folder / "seed.dossier"
    return Dossier.open(path) if path.exists() else Dossier.create(path, fill=load_seed)


def random_query(chance: Random) -> str:
    parts = []
    for _ in range(chance.randrange(1, 6)):
        if chance.random() < 0.2:
            parts.append(chance.choice(_PIECES))
        first, last = chance.choice(_SCRIPTS[:5] if chance.random() < 0.5 else _SCRIPTS)
        parts.append("".join(chr(chance.randrange(first, last)) for _ in range(chance.randrange(12))))
        parts.append(" " if chance.random() < 0.6 else "")
    return "".join(parts)


if __name__ == "__main__":
    main()
