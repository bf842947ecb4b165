"""Upkeep of the search index: which records an edit makes stale, and new entries for them."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import Any

from sqlalchemy import Connection, insert

from dossier.model.fields import specs
from dossier.model.folding import FOLDING
from dossier.model.records import BY_KIND
from dossier.store.engine import driver_of
from dossier.store.entries import WORDED, Entries, Entry
from dossier.store.fresh import Fresh
from dossier.store.reader import Reader, json_list
from dossier.store.rows import Row
from dossier.store.tables import setting
from dossier.store.terms import RELATIONS, at, belongs, is_word, pk_of, shortened

_OWNER = {
    "name": "of",
    "text": "of",
    "note": "of",
    "contact_point": "of",
    "post": "person",
    "attestation": "post",
    "office": "organization",
    "remit": "post",
    "coverage": "initiative",
    "involvement": "party",
    "participation": "party",
    "statement_link": "to",
    "paragraph": "source",
}
_INDEXED = frozenset(WORDED)
_TOUCHING = _INDEXED | _OWNER.keys()
_NESTED = ("organization", "place")
_UNITS = (*_NESTED, "office")
_Row = tuple[int, int, str | None, str | None]
"""A record, the rowid of its entry, and the terms of its names and of its texts."""

_BATCH = 10_000
"""Entries written at once. FTS5 writes out what it holds whenever a rowid is not greater than the last."""

_MOST_LEARNT = 200_000
"""Words of an edit that are known to be in the vocabulary already."""

_MANY = 100_000
"""An edit of more records than this leaves so many parts of an index that merging them pays at once."""

# Who has words or marks of a stale record in their own entry.
_DEPENDENTS = {
    "post": "SELECT person FROM post WHERE pk IN ({pks})",
    "paragraph": "SELECT source FROM paragraph WHERE pk IN ({pks})",
    "organization": "SELECT person FROM post WHERE organization IN ({pks})",
    "event": "SELECT party FROM participation WHERE event IN ({pks})",
    "statement": 'SELECT "to" FROM statement_link WHERE statement IN ({pks})',
    "initiative": "SELECT party FROM involvement WHERE initiative IN ({pks}) UNION "
    'SELECT other."to" FROM statement_link AS topic JOIN statement_link AS other USING (statement) '
    'WHERE topic."to" IN ({pks}) UNION SELECT statement FROM statement_link WHERE "to" IN ({pks})',
}


def owner_column(kind: str) -> str:
    """The column that names the record in whose index entry a record of this kind shows."""
    return _OWNER.get(kind, "pk")


def touches_index(kind: str) -> bool:
    """Whether a record of this kind shows in any index entry."""
    return kind in _TOUCHING


def worth_noting(kind: str, pks: range) -> str:
    """Which of a range of records have to be noted when all go: those whose entry, or owner's, stays behind.

    A condition in SQL; the pks are our own integers, so they may stand in it.
    """
    within = f"BETWEEN {pks.start} AND {pks.stop - 1}"
    column = owner_column(kind)
    stays = "" if column == "pk" or kind == "statement_link" else f' AND "{column}" NOT {within}'
    return f"pk {within}{stays}"


class Index:
    """The index within one transaction: `note` what was touched, then `update` once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._reader = Reader(driver_of(connection))
        self._stale: set[int] = set()
        self._nested: set[int] = set()
        self._fresh = Fresh(self._reader)
        self._ready: list[_Row] = []
        self._learnt: set[str] = set()
        # New organizations and places that have not changed since somebody's entry had to do with them.
        self._unused: set[int] = set()
        self._written = 0

    def added(self, pk: int, kind: str, values: tuple[Any, ...]) -> None:
        """Remember a new record, of which the values of its fields are given in their order."""
        if kind not in _TOUCHING or self._fresh.take(pk, kind, values):
            return
        row = dict(zip(specs(BY_KIND[kind]), values, strict=True))
        owner = row.get(_OWNER.get(kind, ""))
        if kind in _NESTED:
            # Nothing can belong to it yet.
            self._stale.add(pk)
            self._unused.add(pk)
        elif owner in self._unused and not self._fresh.knows(owner):
            self._stale.add(owner)
        else:
            self.note(kind, pk, row)

    def write_added(self) -> None:
        """Make the entries of new records, which are in their tables now; write them once they are many."""
        self._ready += map(_row, self._fresh.entries())
        if len(self._ready) >= _BATCH:
            self._write_ready()

    def note(self, kind: str, pk: int, row: Row) -> None:
        """Remember that a record was touched; `row` holds at least its owner column, old or new."""
        if kind in _INDEXED:
            self._stale.add(pk)
        if kind in _OWNER:
            self._stale.add(row[_OWNER[kind]])
        if kind == "statement_link":
            self._stale.add(row.get("statement") or self._statement_of(pk))
        if kind in _NESTED:
            self._nested.add(pk)
        if kind in _UNITS:
            self._fresh.forget_units()
            self._unused.clear()
        elif kind == "name":
            self._fresh.forget_unit(row["of"])
            self._unused.discard(row["of"])

    def update(self) -> None:
        """Bring the entries of everything noted in step."""
        self._write_ready()
        self._write_all(self._resolved())

    def rebuild(self) -> None:
        """Make the whole index anew."""
        for statement in (
            "INSERT INTO name_index(name_index) VALUES ('delete-all')",
            "INSERT INTO text_index(text_index) VALUES ('delete-all')",
            "DELETE FROM index_entry",
            "DELETE FROM vocabulary",
            "DELETE FROM slip",
        ):
            self._connection.exec_driver_sql(statement)
        kinds = ", ".join(f"'{kind}'" for kind in _INDEXED)
        pks = self._reader.each_row(f"SELECT pk FROM record WHERE deleted = 0 AND kind IN ({kinds})")
        self._write_all({pk for (pk,) in pks})
        newest = self._reader.rows("SELECT coalesce(max(pk), 0) FROM change")[0][0]
        self.mark(newest)

    def mark(self, change_pk: int) -> None:
        """Write down how far the index has come, and by which folding."""
        put = insert(setting).prefix_with("OR REPLACE")
        state = {"indexed_change": str(change_pk), "folding": str(FOLDING)}
        self._connection.execute(put, [{"key": key, "value": value} for key, value in state.items()])

    def _resolved(self) -> set[int]:
        """The records whose entries what was noted makes stale."""
        stale = self._stale | self._marked_by(self._nested)
        kinds = self._reader.kinds(stale)
        found = {pk for pk in stale if kinds.get(pk, "person") in _INDEXED}
        for kind, sql in _DEPENDENTS.items():
            touched = [pk for pk in stale if kinds.get(pk) == kind and pk not in self._unused]
            found |= set(self._owners(sql, touched))
        self._stale, self._nested, self._unused = set(), set(), set()
        return found

    def _marked_by(self, units: set[int]) -> set[int]:
        """What belongs to organizations and places by its marks: when these move, it moves with them."""
        found = set[int]()
        for unit in units:
            marks = (at(unit), *(belongs(relation, unit) for relation in RELATIONS))
            expression = " OR ".join(f'"{mark}"' for mark in marks)
            for table in ("name_index", "text_index"):
                sql = f"SELECT rowid FROM {table} WHERE {table} MATCH :expression"
                found |= {pk_of(entry) for (entry,) in self._reader.each_row(sql, expression=expression)}
        return found

    def _statement_of(self, link: int) -> int:
        return int(
            self._reader.rows("SELECT statement FROM statement_link WHERE pk = :link", link=link)[0][0]
        )

    def _owners(self, sql: str, pks: Collection[int]) -> Iterator[int]:
        wanted = list(pks)
        for start in range(0, len(wanted), _BATCH):
            part = ",".join(map(str, wanted[start : start + _BATCH]))
            yield from (owner for (owner,) in self._reader.each_row(sql.replace("{pks}", part)))

    def _write_all(self, stale: set[int]) -> None:
        ordered = sorted(stale)
        entries = Entries(self._reader)
        for start in range(0, len(ordered), _BATCH):
            part = ordered[start : start + _BATCH]
            self._remove(part)
            self._insert([_row(entry) for entry in entries.of(self._reader.kinds(part))])
        self._merge(len(ordered))

    def _write_ready(self) -> None:
        """New records have no older entry."""
        self._written += len(self._ready)
        self._insert(self._ready)
        self._ready = []

    def _merge(self, more: int) -> None:
        self._written += more
        if self._written > _MANY:
            for table in ("name_index", "text_index"):
                self._connection.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES ('optimize')")
        self._written = 0

    def _remove(self, pks: list[int]) -> None:
        listed = json_list(pks)
        among = "WHERE pk IN (SELECT value FROM json_each(:pks))"
        old = self._reader.rows(f"SELECT entry FROM index_entry {among} ORDER BY entry", pks=listed)
        for table in ("name_index", "text_index"):
            self._many(f"DELETE FROM {table} WHERE rowid = ?", old)
        if old:
            self._connection.exec_driver_sql(f"DELETE FROM index_entry {among}", {"pks": listed})

    def _insert(self, rows: list[_Row]) -> None:
        rows.sort(key=lambda row: row[1])
        names = [(rowid, named) for _, rowid, named, _ in rows if named is not None]
        words = [(rowid, worded) for _, rowid, _, worded in rows if worded is not None]
        self._many("INSERT INTO name_index(rowid, terms) VALUES (?, ?)", names)
        self._many("INSERT INTO text_index(rowid, terms) VALUES (?, ?)", words)
        self._many(
            "INSERT INTO index_entry(pk, entry) VALUES (?, ?)", [(pk, rowid) for pk, rowid, *_ in rows]
        )
        self._learn(chain.from_iterable(text.split() for _, text in chain(names, words)))

    def _learn(self, found: Iterable[str]) -> None:
        """Words stay in the vocabulary when their last record goes; they find nothing, and seldom happen."""
        new = set(found) - self._learnt
        if len(self._learnt) + len(new) > _MOST_LEARNT:
            self._learnt.clear()
        self._learnt |= new
        last = self._reader.rows("SELECT coalesce(max(pk), 0) FROM vocabulary")[0][0]
        known = sorted(filter(is_word, new))
        self._many("INSERT OR IGNORE INTO vocabulary(term) VALUES (?)", [(term,) for term in known])
        added = self._reader.each_row(
            "SELECT pk, substr(term, 2) FROM vocabulary "
            "WHERE pk > :last AND substr(term, 1, 1) IN ('n', 'p', 'a')",
            last=last,
        )
        slips = {(short, pk) for pk, word in added if word.isalpha() for short in shortened(word)}
        self._many("INSERT OR IGNORE INTO slip(short, word) VALUES (?, ?)", sorted(slips))

    def _many(self, sql: str, rows: list[Any]) -> None:
        if rows:
            self._connection.exec_driver_sql(sql, rows)


def _row(entry: Entry) -> _Row:
    names, words = (None if found is None else " ".join(found) for found in (entry.names, entry.words))
    return entry.pk, entry.rowid, names, words
