"""The order of hits by brute force among a million: all terms compared with each word, no record twice.

`tests/search/brute_force.py` compares every record with every word, which is plainly right and takes hours
among a million. This compares every different word that there is, and joins who has them; a test holds that
it gives the same.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator

from dossier.model.folding import key, plain, prefixes, split, tokens
from dossier.store import Reader
from tests.search.brute_force import (
    BEGUN,
    EXACT,
    FOLDED,
    FOLDED_BEGUN,
    KINDS,
    LAST_BEGUN,
    LAST_FOLDED_BEGUN,
    NOT,
)

_DAYS = (
    "SELECT person, max(julianday(on_latest)) FROM post JOIN attestation ON post = post.pk GROUP BY 1",
    "SELECT party, max(julianday(date_latest)) FROM participation JOIN event ON event.pk = event GROUP BY 1",
    "SELECT pk, julianday(date_latest) FROM event",
)
_DAY_ZERO = 2415019.5
_YEAR = 365

Terms = dict[str, "array[int]"]


class Agreeing:
    """Everything that search finds by name, post and agency, by its words."""

    def __init__(self, reader: Reader) -> None:
        self._kinds: dict[int, int] = {}
        self._seen: dict[int, int] = defaultdict(int)
        self._typed, self._keys, self._wholes = _terms(), _terms(), _terms()
        self._posts, self._agencies = _terms(), _terms()
        self._read_kinds(reader)
        self._read_names(reader)
        self._read_posts(reader)
        self._read_days(reader)

    def top(self, query: str, most: int = 50) -> list[int]:
        """The first hits for words, all of which must be found."""
        words = [self._word(word) for word in dict.fromkeys(split(query))]
        half = not query[-1:].isspace()
        wholes = set(
            self._wholes.get(" ".join(sorted(key(word) for word in dict.fromkeys(split(query)))), ())
        )
        found: list[tuple[tuple[int, ...], int]] = []
        known: set[int] = set()
        for level in range(NOT):
            for reach in range(3):
                if len(known - wholes) >= most and wholes <= known:
                    break
                needed = [_needed(level, half and word is words[-1]) for word in words]
                some = [_reached(word, need, reach) for word, need in zip(words, needed, strict=True)]
                matching = set.intersection(*sorted(some, key=len)) - known if some else set()
                known |= matching
                found += ((self._place(pk, level, reach, pk in wholes), pk) for pk in matching)
        return [pk for _, pk in sorted(found)[:most]]

    def _place(self, pk: int, level: int, reach: int, whole: bool) -> tuple[int, ...]:
        order = (0, (level, reach) != (EXACT, 0), 0) if whole else (1, level, reach)
        return (*order, self._kinds[pk], -self._seen[pk], pk)

    def _word(self, word: str) -> "_Word":
        """Who has a word, in each manner."""
        typed, folded, beginnings = plain(word), key(word), prefixes(word)
        posts, agencies = (
            (_having(place, folded), _beginning(place, beginnings)) for place in (self._posts, self._agencies)
        )
        return _Word(
            _having(self._typed, typed),
            _beginning(self._typed, (typed,)),
            _having(self._keys, folded),
            _beginning(self._keys, beginnings),
            (posts, agencies),
        )

    def _read_kinds(self, reader: Reader) -> None:
        rows = reader.each_row(
            "SELECT record.pk, ifnull(nullif(place_kind, 'city'), record.kind) FROM record "
            "LEFT JOIN place USING (pk) WHERE deleted = 0 "
            "AND record.kind IN ('person', 'organization', 'initiative', 'event', 'place')"
        )
        self._kinds = {pk: KINDS.index(kind) for pk, kind in rows if kind in KINDS}

    def _read_names(self, reader: Reader) -> None:
        names = "SELECT of, text FROM name UNION ALL SELECT of, text FROM text WHERE field LIKE '%title'"
        for pk, text in reader.each_row(names):
            if pk in self._kinds:
                _add(self._typed, map(plain, split(text)), pk)
                _add(self._keys, tokens(text), pk)
                _add(self._wholes, [" ".join(sorted(map(key, split(text))))], pk)

    def _read_posts(self, reader: Reader) -> None:
        titles = "SELECT text, person FROM post JOIN text ON text.of = post.pk WHERE field = 'title'"
        _add_shared(self._posts, reader.each_row(titles))
        names = defaultdict[int, set[str]](set)
        for unit, text in reader.each_row(
            "SELECT of, text FROM name JOIN organization ON organization.pk = of"
        ):
            names[unit].update(tokens(text))
        for person, unit in reader.each_row("SELECT person, organization FROM post"):
            _add(self._agencies, names[unit], person)

    def _read_days(self, reader: Reader) -> None:
        for sql in _DAYS:
            for pk, day in reader.each_row(sql):
                if day:
                    self._seen[pk] = max(self._seen[pk], int(day - _DAY_ZERO))
        for (pk,) in reader.each_row("SELECT DISTINCT person FROM post WHERE held_latest IS NULL"):
            self._seen[pk] += _YEAR


class _Word:
    """Who has a typed word in their names, posts or agencies, and how."""

    def __init__(
        self,
        exact: set[int],
        begun: set[int],
        folded: set[int],
        folded_begun: set[int],
        elsewhere: tuple[tuple[set[int], set[int]], ...],
    ) -> None:
        self.named = {EXACT: exact, BEGUN: begun, FOLDED: begun | folded, FOLDED_BEGUN: folded_begun}
        self.elsewhere = elsewhere


def _needed(level: int, last: bool) -> int:
    if level == LAST_BEGUN:
        return BEGUN if last else EXACT
    if level == LAST_FOLDED_BEGUN:
        return FOLDED_BEGUN if last else FOLDED
    return level


def _reached(word: _Word, level: int, reach: int) -> set[int]:
    """Who has a word at a level or better, as far as one reaches."""
    found = set(word.named[level])
    for whole, begun in word.elsewhere[:reach]:
        found |= whole if level == EXACT else whole | begun
    return found


def _terms() -> Terms:
    return defaultdict(lambda: array("q"))


def _add(terms: Terms, found: Iterable[str], pk: int) -> None:
    for each in found:
        terms[each].append(pk)


def _add_shared(terms: Terms, rows: Iterator[tuple[str, int]]) -> None:
    for text, pk in rows:
        _add(terms, tokens(text), pk)


def _having(terms: Terms, word: str) -> set[int]:
    return set(terms.get(word, ()))


def _beginning(terms: Terms, beginnings: tuple[str, ...]) -> set[int]:
    found: set[int] = set()
    for each, pks in terms.items():
        if each.startswith(beginnings):
            found.update(pks)
    return found
