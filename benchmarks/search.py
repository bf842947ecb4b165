"""How long does a keystroke take among so many people? Dossier, tantivy, plain FTS5 with bm25, and LIKE.

Types 200 queries letter by letter, the same people and letters for each. Dossier answers as in the window:
a snapshot, hits with posts, agencies and reasons, facets, counts. The others give the stored names of the
best fifty; the two slow ones answer a sample of the keystrokes. The files are made where they are not there.

Run: .venv/bin/python -m benchmarks.search FOLDER [NUMBER ...] [--agree KEYSTROKES]
"""

import argparse
import gc
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.agreeing import Agreeing
from benchmarks.people import agencies, fill, people
from benchmarks.typing import keystrokes, queries
from dossier.language import wording
from dossier.search import get_ready, search
from dossier.store import Dossier

QUERIES, HITS = 200, 50
SAMPLE = 40
"""Keystrokes for what takes about a second each."""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("numbers", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    arguments.add_argument(
        "--agree", type=int, default=0, help="compare so many keystrokes with a brute force"
    )
    given = arguments.parse_args()
    for number in given.numbers:
        print(f"\n{number:,} people, {QUERIES} queries typed letter by letter")
        measure(given.folder, number)
        if given.agree:
            agree(given.folder, number, given.agree)


def measure(folder: Path, number: int) -> None:
    """Print a line for each engine: keystrokes, median, 95th and 99th percentile, ratio of the last one."""
    typed = list(keystrokes(queries(QUERIES, number)))
    few = Random(1).sample(typed, min(SAMPLE, len(typed)))
    with the_dossier(folder, number) as dossier:
        get_ready()  # as the window does when the panel opens
        ours = timed(lambda query: ask(dossier, query), typed)
    report("Dossier", ours, ours)
    tantivy = tantivy_engine(folder, number)
    if tantivy is None:
        print("tantivy is not installed, so it is left out; “pip install tantivy” brings it.")
    else:
        report("tantivy, fuzzy prefix", timed(tantivy, typed), ours)
    plain = plain_tables(folder, number)
    report(f"FTS5, bm25 ({len(few)})", timed(lambda query: by_bm25(plain, query), few), ours)
    report(f"LIKE ({len(few)})", timed(lambda query: by_like(plain, query), few), ours)


def ask(dossier: Dossier, query: str) -> object:
    """What the window asks at each keystroke."""
    with dossier.read() as reader:
        return search(reader, wording("en"), query, limit=20, each=3)


def timed(answer: Callable[[str], object], typed: Sequence[str]) -> list[float]:
    """Seconds of each keystroke, sorted, after some to warm up."""
    for query in typed[:50]:
        answer(query)
    gc.collect()
    gc.freeze()  # as the window does once its lists are there
    gc.disable()  # it looks for cycles between the user's doings
    seconds = []
    for query in typed:
        start = time.perf_counter()
        answer(query)
        seconds.append(time.perf_counter() - start)
    gc.enable()
    return sorted(seconds)


def report(name: str, seconds: list[float], ours: list[float]) -> None:
    middle, most, nearly_all = (at(seconds, share) * 1000 for share in (0.5, 0.95, 0.99))
    ratio = at(ours, 0.99) * 1000 / nearly_all
    print(
        f"{name:24} median {middle:8.2f}  p95 {most:8.2f}  p99 {nearly_all:8.2f} ms   "
        f"Dossier’s p99 is {ratio:.2f}x"
    )


def at(seconds: list[float], share: float) -> float:
    return seconds[min(len(seconds) - 1, int(len(seconds) * share))]


def agree(folder: Path, number: int, count: int) -> None:
    """Print at how many keystrokes the first fifty are those of a brute force."""
    typed = Random(2).sample(list(keystrokes(queries(QUERIES, number))), count)
    same, compared = 0, 0
    with the_dossier(folder, number) as dossier, dossier.read() as reader:
        everything = Agreeing(reader)
        for query in typed:
            expected = everything.top(query, HITS)
            if expected:
                hits = search(reader, wording("en"), query, limit=HITS).hits
                compared += 1
                same += [hit.pk for hit in hits][: len(expected)] == expected
    print(f"top {HITS} as by brute force at {same} of {compared} keystrokes ({same / compared:.1%})")


def the_dossier(folder: Path, number: int) -> Dossier:
    path = folder / f"people-{number}.dossier"
    return Dossier.open(path) if path.exists() else Dossier.create(path, fill=lambda made: fill(made, number))


def documents(number: int) -> Any:
    """Each person as (names, post, agency, note)."""
    units = agencies(max(40, min(8_000, number // 100)))
    for person in people(number, len(units)):
        agency = " ".join(text for text, *_ in units[person.agency].names)
        yield " ".join(text for text, *_ in person.names), " ".join(person.title), agency, person.note


def tantivy_engine(folder: Path, number: int) -> Callable[[str], object] | None:
    """Every word fuzzily, as a beginning, in any field; more slips for longer words."""
    try:
        import tantivy
    except ImportError:
        return None
    fields = ("names", "post", "agency", "note")
    builder = tantivy.SchemaBuilder()
    for field in fields:
        builder.add_text_field(field, stored=field == "names")
    schema = builder.build()
    path = folder / f"tantivy-{number}"
    is_new = not path.exists()
    path.mkdir(exist_ok=True)
    index = tantivy.Index(schema, path=str(path))
    if is_new:
        writer = index.writer(heap_size=200_000_000, num_threads=1)
        for values in documents(number):
            writer.add_document(tantivy.Document(**dict(zip(fields, values, strict=True))))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
    searcher = index.searcher()

    def word_query(word: str) -> Any:
        slips = 0 if len(word) < 4 else 1 if len(word) < 8 else 2
        anywhere = [
            (
                tantivy.Occur.Should,
                tantivy.Query.fuzzy_term_query(schema, field, word, distance=slips, prefix=True),
            )
            for field in fields
        ]
        return tantivy.Occur.Must, tantivy.Query.boolean_query(anywhere)

    def answer(query: str) -> object:
        words = [word_query(word) for word in query.lower().split()]
        found = searcher.search(tantivy.Query.boolean_query(words), limit=HITS, count=False)
        return [searcher.doc(address)["names"] for _, address in found.hits]

    return answer


def plain_tables(folder: Path, number: int) -> sqlite3.Connection:
    path = folder / f"plain-{number}.db"
    is_new = not path.exists()
    connection = sqlite3.connect(path)
    if is_new:
        connection.execute("CREATE TABLE person (names, post, agency, note, everything)")
        rows = ((*each, " ".join(each).lower()) for each in documents(number))
        connection.executemany("INSERT INTO person VALUES (?, ?, ?, ?, ?)", rows)
        connection.execute(
            "CREATE VIRTUAL TABLE found USING fts5(names, post, agency, note, content='person', "
            "prefix='1 2 3')"
        )
        connection.execute("INSERT INTO found(found) VALUES ('rebuild')")
        connection.commit()
    return connection


def by_bm25(connection: sqlite3.Connection, query: str) -> object:
    words = " AND ".join('"' + word.replace('"', '""') + '"*' for word in query.split())
    sql = f"SELECT names FROM found WHERE found MATCH ? ORDER BY rank LIMIT {HITS}"
    return connection.execute(sql, (words,)).fetchall() if words else []


def by_like(connection: sqlite3.Connection, query: str) -> object:
    words = query.lower().split()
    conditions = " AND ".join("everything LIKE ?" for _ in words) or "FALSE"
    sql = f"SELECT names FROM person WHERE {conditions} LIMIT {HITS}"
    return connection.execute(sql, [f"%{word}%" for word in words]).fetchall()


if __name__ == "__main__":
    main()
