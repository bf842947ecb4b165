"""Looks into the index from the best manner of matching to the worst, each time in the order of the entries.

An entry's rowid is its place among what matches alike, so the first entries that a look gives are its best,
and what an earlier look has given is better in any case: a search may stop as soon as it has enough, whatever
the number of records that match, and has lost nothing. bm25 would have to read them all.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from dossier.search.expressions import EXACT, LEVELS, SLIP, Expression, Expressions, all_of, term
from dossier.search.limits import Limits, Part
from dossier.search.query import Query
from dossier.search.scope import listed
from dossier.store import Reader, terms

CAP = 100
"""Records that one look into the index may offer where nothing says when there are enough."""

MOST_EXAMINED = 1_500
"""Entries looked at for conditions that the index knows nothing of."""

_PK = f"(found.entry & {terms.PK_BITS})"

_FIRST_WORDED = terms.entries_of("statement")[0]
"""Statements and sources have no names, so they are among the texts only."""


PLACES = (terms.NAME, terms.POST, terms.AGENCY)
"""Where a word is looked for, nearest first; a look reaches to one of them and takes those before it in."""

_SAME_SPELLING, _OTHER_SPELLING, _SAME_WORDS, _REST = range(4)


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """An entry found, and by which look of those that `look` numbers; the smaller comes first."""

    look: int
    entry: int


def look(level: int, reach: int, *, whole: bool) -> int:
    """The number of a look: by the level at which all words match and how far one must reach for it: names,
    posts, agencies. `whole`: they are a whole name, which comes first in whatever spelling."""
    in_names = level == EXACT and reach == 0
    if whole:
        return _SAME_SPELLING if in_names else _OTHER_SPELLING
    return _SAME_WORDS if in_names else _REST + level * len(PLACES) + reach


@dataclass(slots=True)
class Looking:
    """The looks of one search into one dossier; `shared` are the expressions of other looks of it.

    At most `examined` entries are tried on conditions that the index knows nothing of; `is_cut` turns true
    where more of them would have had to be.
    """

    reader: Reader
    limits: Limits
    cancelled: Callable[[], bool]
    shared: Expressions | None = None
    examined: int = MOST_EXAMINED
    expressions: Expressions = field(init=False)
    is_cut: bool = field(init=False, default=False)
    parts: list[Part] = field(init=False)

    def __post_init__(self) -> None:
        self.expressions = self.shared or Expressions(self.reader)
        self.parts = list(self.limits.parts(self.reader))

    def by_name(self, query: Query, enough: int) -> list[Match]:
        """The best that match among names, posts and agencies, in their order."""
        found: dict[int, Match] = {}
        asked = set[str]()
        for number, expression in self._looks(query):
            if expression is None or expression in asked:
                continue
            asked.add(expression)
            for entry in self.entries("name_index", expression, most=enough + len(found)):
                if entry not in found:
                    found[entry] = Match(number, entry)
                    if len(found) >= enough:
                        return list(found.values())
            if self.cancelled():
                break
        return list(found.values())

    def anything_named(self, query: Query, most: int) -> list[int]:
        """Entries that match among names, posts and agencies in whatever manner, the first ones."""
        expression = self.excluding(query, self.expressions.anywhere(query, LEVELS[SLIP - 1], PLACES))
        return list(self.entries("name_index", expression, most=most)) if expression else []

    def by_text(self, query: Query, most: int) -> list[int]:
        """Entries of records that hold all words in their texts."""
        expression = self.expressions.texts(query)
        without = self.expressions.without(query, (terms.TEXT,))
        if expression and without:
            expression = f"({expression}) NOT {without}"
        return list(self.entries("text_index", expression, most=most)) if expression else []

    def entries(self, index: str, expression: str, *, most: int) -> Iterator[int]:
        """The entries for which an expression holds within the limits, in order."""
        left = most
        for part in self.parts:
            for (entry,) in self._rows(index, expression, part, left):
                left -= 1
                yield entry
            if left <= 0:
                return

    def everything(self, most: int) -> list[int]:
        """The first entries that the limits leave."""
        if self.limits.among is not None:
            sql = f"SELECT entry FROM index_entry WHERE pk IN {listed(self.limits.among)}"
            return sorted(self.within([entry for (entry,) in self.reader.each_row(sql)]))[:most]
        found = list[int]()
        for part in self.parts:
            worded = replace(part, first=max(part.first, _FIRST_WORDED))
            for index, among in (("name_index", part), ("text_index", worded)):
                found += (entry for (entry,) in self._rows(index, "", among, most - len(found)))
        return found

    def left(self, query: Query, entries: Sequence[int]) -> list[int]:
        """Those of the entries whose names, posts, agencies and texts hold nothing that a query excludes."""
        dropped = set[int]()
        for index, places in (("name_index", PLACES), ("text_index", (terms.TEXT,))):
            without = self.expressions.without(query, places)
            if without and entries:
                sql = f"SELECT rowid FROM {index} WHERE {index} MATCH :without AND rowid IN {listed(entries)}"
                dropped |= {entry for (entry,) in self.reader.each_row(sql, without=without)}
        return [entry for entry in entries if entry not in dropped]

    def within(self, entries: Collection[int]) -> set[int]:
        """Those of the entries that lie within the limits."""
        if self.limits == Limits() or not entries:
            return set(entries)
        found = set[int]()
        for part in self.parts:
            for index in ("name_index", "text_index"):
                wanted = " AND ".join(f"({each})" for each in part.terms)
                holds = f"{index} MATCH :wanted AND" if wanted else ""
                look = (
                    f"SELECT rowid AS entry FROM {index} WHERE {holds} "
                    f"rowid IN {listed(entries)} AND rowid BETWEEN :first AND :last"
                )
                sql = f"SELECT entry FROM ({look}) AS found WHERE {part.on(_PK)}"
                rows = self.reader.each_row(sql, wanted=wanted, first=part.first, last=part.last)
                found |= {entry for (entry,) in rows}
        return found

    def _looks(self, query: Query) -> Iterator[tuple[int, Expression]]:
        """The looks with their numbers, best first."""
        words = (*query.looked_for, *query.in_phrases)
        whole = self.excluding(query, term(terms.whole(word.key for word in words)))
        for level in LEVELS[:SLIP]:
            for reach in range(len(PLACES)):
                expression = self.excluding(
                    query, self.expressions.anywhere(query, level, PLACES[: reach + 1])
                )
                if level == EXACT and reach == 0:
                    yield _SAME_SPELLING, all_of((whole, expression))
                    yield _OTHER_SPELLING, whole
                    yield _SAME_WORDS, expression
                else:
                    yield look(level, reach, whole=False), expression

    def excluding(self, query: Query, expression: Expression) -> Expression:
        """An expression without records that hold what a query excludes."""
        without = self.expressions.without(query, PLACES)
        return f"(({expression}) NOT {without})" if expression and without else expression

    def _rows(self, index: str, expression: str, part: Part, most: int) -> Iterator[tuple[int]]:
        """Rows of an index for which an expression holds (an empty one always does) within a part."""
        wanted = " AND ".join(f"({each})" for each in (expression, *part.terms) if each)
        look = (
            f"SELECT rowid AS entry FROM {index} WHERE {f'{index} MATCH :wanted AND' if wanted else ''} "
            "rowid BETWEEN :first AND :last ORDER BY rowid LIMIT :most"
        )
        bound = {"wanted": wanted, "first": part.first, "last": part.last}
        if not part.conditions:
            return self.reader.each_row(look, **bound, most=most)
        rows = self.reader.each_row(
            f"SELECT entry, {part.on(_PK)} FROM ({look}) AS found", **bound, most=self.examined
        )
        return self._examined(rows, most)

    def _examined(self, rows: Iterator[tuple[int, int]], most: int) -> Iterator[tuple[int]]:
        """The entries for which the conditions hold, up to so many."""
        given = examined = 0
        for entry, holds in rows:
            examined += 1
            if holds:
                yield (entry,)
                given += 1
                if given >= most:
                    return
        self.is_cut = self.is_cut or examined >= self.examined
