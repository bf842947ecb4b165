"""The order of few records, by comparing their words with those typed; of many, the index is asked in turn.

What it gives is what `passes` would, without a look into the index for each manner of matching.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from dossier.model.folding import key, plain, split, tokens
from dossier.search.expressions import BEGUN, EXACT, FOLDED, FOLDED_BEGUN, LEVELS, SLIP, level_of
from dossier.search.passes import PLACES, Match, look
from dossier.search.query import Query, Word
from dossier.search.scope import listed
from dossier.store import Reader, terms


@dataclass(slots=True)
class _Texts:
    """What a record is found by: its names, its posts and their agencies."""

    places: tuple[list[str], ...] = field(default_factory=lambda: ([], [], []))


def compared(reader: Reader, query: Query, entries: Collection[int]) -> list[Match]:
    """The entries as matches in their order."""
    texts = _texts(reader, entries)
    return sorted(Match(_look(query, texts[terms.pk_of(entry)].places), entry) for entry in entries)


def _look(query: Query, places: tuple[list[str], ...]) -> int:
    """The number of the first look that would find a record."""
    words = query.looked_for
    reached = [
        [_in_names(word, places[0]), *(_elsewhere(word, place) for place in places[1:])] for word in words
    ]
    whole = _is_whole(query, places[0])
    for level in LEVELS[:SLIP]:
        needed = [level_of(level, last=word is words[-1] and query.half) for word in words]
        for reach in range(len(PLACES)):
            if all(min(at[: reach + 1]) <= need for at, need in zip(reached, needed, strict=True)):
                return look(level, reach, whole=whole)
    return look(FOLDED_BEGUN, len(PLACES) - 1, whole=whole)


def _in_names(word: Word, names: Iterable[str]) -> int:
    best = SLIP
    for name in names:
        forms = _forms(name)
        for typed in forms.typed:
            if typed.startswith(word.plain):
                best = min(best, EXACT if typed == word.plain else BEGUN)
        if best > FOLDED:
            for folded in forms.keys:
                if folded.startswith(word.beginnings):
                    best = min(best, FOLDED if folded == word.key else FOLDED_BEGUN)
    return best


def _elsewhere(word: Word, texts: Iterable[str]) -> int:
    """In posts and agencies only the key of a word counts."""
    best = SLIP
    for text in texts:
        for folded in _forms(text).keys:
            if folded == word.key:
                return EXACT
            if folded.startswith(word.beginnings):
                best = BEGUN
    return best


def _is_whole(query: Query, names: Iterable[str]) -> bool:
    wanted = terms.whole(word.key for word in (*query.looked_for, *query.in_phrases))
    return any(_forms(name).whole == wanted for name in names)


@dataclass(frozen=True, slots=True)
class _Forms:
    typed: tuple[str, ...]
    keys: tuple[str, ...]
    whole: str


@lru_cache(maxsize=1 << 13)
def _forms(text: str) -> _Forms:
    words = split(text)
    return _Forms(tuple(map(plain, words)), tokens(text), terms.whole(map(key, words)))


def _texts(reader: Reader, entries: Collection[int]) -> dict[int, _Texts]:
    found: dict[int, _Texts] = defaultdict(_Texts)
    pks = listed(map(terms.pk_of, entries))
    people = listed(terms.pk_of(entry) for entry in entries if terms.kind_of(entry) == "person")
    titled = listed(
        terms.pk_of(entry) for entry in entries if terms.kind_of(entry) in ("initiative", "event")
    )
    for place, sql in (
        (0, f"SELECT of, text FROM name WHERE of IN {pks}"),
        (0, f"SELECT of, text FROM text WHERE of IN {titled} AND field IN ('title', 'short_title')"),
        (
            1,
            "SELECT person, text FROM post JOIN text ON of = post.pk "
            f"WHERE person IN {people} AND field = 'title'",
        ),
        (2, f"SELECT person, text FROM post JOIN name ON of = organization WHERE person IN {people}"),
    ):
        for pk, text in reader.each_row(sql):
            found[pk].places[place].append(text)
    return found
