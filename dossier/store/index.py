"""Upkeep of the search index: which records an edit makes stale, and what the index holds of each."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, insert, text

from dossier.model.fields import specs
from dossier.model.folding import FOLDING, tokens
from dossier.model.records import BY_KIND
from dossier.store.fresh import Fresh
from dossier.store.reader import Reader, json_list
from dossier.store.rows import Row
from dossier.store.tables import setting

_OWNER = {"name": "of", "text": "of", "post": "person", "paragraph": "source"}
_NAMED = ("person", "organization", "place", "initiative", "event")
_WORDED = ("initiative", "event", "statement", "source", "note")
_INDEXED = frozenset(_NAMED + _WORDED)
_TOUCHING = _INDEXED | _OWNER.keys()
_BATCH = 2_000
_PKS = "(SELECT value FROM json_each(:pks))"

_NAMES = (
    "SELECT of, text FROM name WHERE of IN {pks} UNION ALL "
    "SELECT of, text FROM text WHERE of IN {pks} AND field IN ('title', 'short_title')"
)
_POSTS = (
    "SELECT post.person, text.text FROM post JOIN text ON text.of = post.pk AND text.field = 'title' "
    "WHERE post.person IN {pks}"
)
_AGENCY = (
    "SELECT post.person, name.text FROM post JOIN name ON name.of = post.organization "
    "WHERE post.person IN {pks}"
)
# The rows of a list are not words of its own: they would make the list a hit for everybody who stands in it.
_WORDS = (
    "SELECT of, text FROM text WHERE of IN {pks} "
    "AND field IN ('aim', 'beneficiaries', 'statement', 'summary') UNION ALL "
    "SELECT pk, text FROM note WHERE pk IN {pks} UNION ALL "
    "SELECT pk, title FROM source WHERE pk IN {pks} AND title IS NOT NULL UNION ALL "
    "SELECT source, original FROM paragraph JOIN source ON source.pk = source "
    "WHERE source IN {pks} AND original IS NOT NULL AND source_kind <> 'list' UNION ALL "
    "SELECT paragraph.source, text.text FROM paragraph JOIN text ON text.of = paragraph.pk "
    "WHERE paragraph.source IN {pks}"
)

_ADD_NAMES = "INSERT INTO name_index(rowid, names, posts, agency) VALUES (?, ?, ?, ?)"
_ADD_WORDS = "INSERT INTO text_index(rowid, text) VALUES (?, ?)"


def owner_column(kind: str) -> str:
    """The column that names the record in whose index entry a record of this kind shows."""
    return _OWNER.get(kind, "pk")


class Index:
    """The index within one transaction: `note` what was touched, then `update` once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._reader = Reader(connection)
        self._stale: set[int] = set()
        self._fresh = Fresh(self._reader)

    def added(self, pk: int, kind: str, values: tuple[Any, ...]) -> None:
        """Remember a new record, of which the values of its fields are given in their order."""
        if kind in _TOUCHING and not self._fresh.take(pk, kind, values):
            self.note(kind, pk, dict(zip(specs(BY_KIND[kind]), values, strict=True)))

    def write_added(self) -> None:
        """Write the entries of new records that are in their tables by now."""
        names, words = self._fresh.entries()
        self._many(_ADD_NAMES, names)
        self._many(_ADD_WORDS, words)

    def note(self, kind: str, pk: int, row: Row) -> None:
        """Remember that a record was touched; `row` holds at least its owner column, old or new."""
        if kind in _INDEXED:
            self._stale.add(pk)
        if kind in _OWNER:
            self._stale.add(row[_OWNER[kind]])
        if kind == "name":
            self._fresh.forget_agency(row["of"])

    def update(self) -> None:
        """Bring the entries of everything noted in step."""
        stale = sorted(self._resolved())
        for start in range(0, len(stale), _BATCH):
            self._write(stale[start : start + _BATCH])
        self._stale.clear()

    def rebuild(self) -> None:
        """Make the whole index anew."""
        self._connection.exec_driver_sql("INSERT INTO name_index(name_index) VALUES ('delete-all')")
        self._connection.exec_driver_sql("INSERT INTO text_index(text_index) VALUES ('delete-all')")
        kinds = ", ".join(f"'{kind}'" for kind in _INDEXED)
        pks = self._reader.rows(f"SELECT pk FROM record WHERE deleted = 0 AND kind IN ({kinds})")
        self._stale = {pk for (pk,) in pks}
        self.update()
        newest = self._reader.rows("SELECT coalesce(max(pk), 0) FROM change")[0][0]
        self.mark(newest)

    def mark(self, change_pk: int) -> None:
        """Write down how far the index has come, and by which folding."""
        put = insert(setting).prefix_with("OR REPLACE")
        state = {"indexed_change": str(change_pk), "folding": str(FOLDING)}
        self._connection.execute(put, [{"key": key, "value": value} for key, value in state.items()])

    def is_in_step(self) -> bool:
        state = dict(self._reader.rows("SELECT key, value FROM setting"))
        newest = self._reader.rows("SELECT coalesce(max(pk), 0) FROM change")[0][0]
        return state.get("indexed_change") == str(newest) and state.get("folding") == str(FOLDING)

    def _resolved(self) -> set[int]:
        """What was noted, posts and paragraphs turned into their owners, and people of a touched agency."""
        kinds = self._reader.kinds(self._stale)
        found = {pk for pk in self._stale if kinds.get(pk, "person") in _INDEXED}
        by_kind: dict[str, list[int]] = {}
        for pk, kind in kinds.items():
            by_kind.setdefault(kind, []).append(pk)
        found |= self._owners("SELECT person FROM post WHERE pk IN {pks}", by_kind.get("post", []))
        found |= self._owners(
            "SELECT source FROM paragraph WHERE pk IN {pks}",
            by_kind.get("paragraph", []),
        )
        found |= self._owners(
            "SELECT person FROM post WHERE organization IN {pks}",
            by_kind.get("organization", []),
        )
        return found

    def _owners(self, sql: str, pks: list[int]) -> set[int]:
        return {
            owner
            for start in range(0, len(pks), _BATCH)
            for (owner,) in self._rows(sql, pks[start : start + _BATCH])
        }

    def _write(self, pks: list[int]) -> None:
        rowids = [(pk,) for pk in pks]
        for table in ("name_index", "text_index"):
            self._many(f"DELETE FROM {table} WHERE rowid = ?", rowids)
        names, posts, agency = (self._folded(sql, pks) for sql in (_NAMES, _POSTS, _AGENCY))
        entries = [(pk, names[pk], posts.get(pk, ""), agency.get(pk, "")) for pk in names]
        self._many(_ADD_NAMES, entries)
        words = self._folded(_WORDS, pks)
        self._many(_ADD_WORDS, list(words.items()))

    def _folded(self, sql: str, pks: list[int]) -> dict[int, str]:
        found: dict[int, dict[str, None]] = {}
        for pk, words in self._rows(sql, pks):
            found.setdefault(pk, {}).update(dict.fromkeys(tokens(words)))
        return {pk: " ".join(words) for pk, words in found.items()}

    def _rows(self, sql: str, pks: Iterable[int]) -> Iterator[Any]:
        yield from self._connection.execute(text(sql.replace("{pks}", _PKS)), {"pks": json_list(pks)})

    def _many(self, sql: str, rows: list[Any]) -> None:
        if rows:
            self._connection.exec_driver_sql(sql, rows)
