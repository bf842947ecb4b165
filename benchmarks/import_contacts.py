"""What does importing a list cost? Time as a ratio to a bare script in the same run, and peak memory.

The bare script takes the finished rows and index entries from a file, folds every name, title and note, and
writes all of it, table by table, with the same driver, tables, cache and durability, into an empty file; it
reads no list, compares and checks nothing.

Run: .venv/bin/python -m benchmarks.import_contacts [ROWS]
"""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.arguments import given
from benchmarks.contact_lists import write_list
from dossier.intake.contacts import Group, plan_contacts, write_contacts
from dossier.model.folding import tokens
from dossier.store import Dossier
from dossier.store.engine import make_engine
from dossier.store.index import Index
from dossier.store.tables import metadata

SIDE = {"name_index": "rowid, terms", "text_index": "rowid, terms"}
BESIDE = ("index_entry", "vocabulary", "slip")
BATCH = 20_000


def ours(source: Path, target: Path) -> None:
    """Plan and write; prints seconds and the peak of memory in MB."""
    with Dossier.create(target) as dossier:
        start, used = time.perf_counter(), time.process_time()
        plan = plan_contacts(dossier, source)
        planned = time.perf_counter() - start
        people = plan.count(Group.NEW)
        write_contacts(dossier, plan, {})
        spent, cpu = time.perf_counter() - start, time.process_time() - used
        again = 0.0
        if people <= 30_000:
            start = time.perf_counter()
            plan = plan_contacts(dossier, source)
            assert plan.count(Group.SAME) == len(plan.groups)
            assert write_contacts(dossier, plan, {}) is None
            again = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        json.dumps(
            {"planned": planned, "spent": spent, "cpu": cpu, "again": again, "people": people, "peak": peak}
        )
    )


def set_aside(target: Path) -> None:
    """Keep the index entries beside the records, since the index holds no texts to read back."""
    engine = make_engine(target)
    with engine.connect() as connection, connection.begin():
        for table, columns in SIDE.items():
            connection.exec_driver_sql(f"CREATE TABLE side_{table} ({columns.replace('rowid', 'pk')})")

        def keep(sql: str, rows: list[Any]) -> None:
            if any(f"INTO {table}" in sql for table in SIDE):
                sql = sql.replace("INTO ", "INTO side_").replace("rowid", "pk")
            if rows:
                connection.exec_driver_sql(sql, rows)

        index = Index(connection)
        index._many = keep  # type: ignore[method-assign]
        index.rebuild()
    engine.dispose()


def fold(table: str, batch: list[Any]) -> None:
    """Make the keys of what a table holds, each text once in a batch, as a script for its index would."""
    if table in ("name", "text", "note"):
        place = {"name": 2, "text": 4, "note": 2}[table]
        for text in {row[place] for row in batch}:
            tokens(text)


def bare(full: Path, target: Path) -> None:
    Dossier.create(target).close()
    given: Any = make_engine(full).raw_connection().driver_connection
    taken: Any = make_engine(target).raw_connection().driver_connection
    for pragma in ("foreign_keys = OFF", "ignore_check_constraints = ON", "cache_size = -64000"):
        taken.execute(f"PRAGMA {pragma}")
    tables = {table.name: table.name for table in metadata.sorted_tables if table.name != "setting"}
    tables |= {f"side_{name}": f"{name}({columns})" for name, columns in SIDE.items()}
    tables |= {name: name for name in BESIDE}
    start, used = time.perf_counter(), time.process_time()
    taken.execute("BEGIN IMMEDIATE")
    for name, into in tables.items():
        rows = given.execute(f"SELECT * FROM {name}")
        while batch := rows.fetchmany(BATCH):
            fold(name, batch)
            taken.executemany(f"INSERT INTO {into} VALUES ({', '.join('?' * len(batch[0]))})", batch)
    taken.execute("COMMIT")
    print(json.dumps({"spent": time.perf_counter() - start, "cpu": time.process_time() - used}))


def run(*arguments: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.import_contacts", *arguments], stdout=subprocess.PIPE, check=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    count = given(__doc__, rows=100_000).rows
    with TemporaryDirectory() as folder:
        source, full, empty = (
            str(Path(folder) / name) for name in ("list.csv", "full.dossier", "bare.dossier")
        )
        write_list(Path(source), count)
        mine = run("ours", source, full)
        size = Path(full).stat().st_size / 1e6
        set_aside(Path(full))
        base = run("bare", full, empty)
    each, people = mine["spent"] / count * 1e6, int(mine["people"])
    print(f"{count} rows, {people} people, {size:.0f} MB: {mine['spent']:.1f} s ({each:.0f} µs a row),")
    print(f"of which {mine['planned']:.1f} s before the lock is taken;")
    print(f"{mine['spent'] / base['spent']:.2f}x a bare script of {base['spent']:.1f} s", end=" ")
    print(
        f"({mine['cpu'] / base['cpu']:.2f}x its processor time, {mine['cpu']:.0f} s to {base['cpu']:.0f} s);"
    )
    print(f"peak memory {mine['peak']:.0f} MB", end="")
    print(f"; the same list again {mine['again']:.1f} s, nothing written" if mine["again"] else "")


if __name__ == "__main__":
    if sys.argv[1:2] == ["ours"]:
        ours(Path(sys.argv[2]), Path(sys.argv[3]))
    elif sys.argv[1:2] == ["bare"]:
        bare(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        main()
