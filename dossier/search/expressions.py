"""Words as the expressions that the full-text index takes. No text of a user gets into one but as a term.

Terms are letters and digits of folded words, each in quotes, so that none is taken for a word of FTS5's own
language (AND, NEAR).
"""

from collections.abc import Iterable, Sequence

from dossier.search.query import Query, Word, as_word
from dossier.store import Reader, terms

EXACT, LAST_BEGUN, BEGUN, FOLDED, LAST_FOLDED_BEGUN, FOLDED_BEGUN, SLIP = LEVELS = range(7)
"""How the worst of the words matches, best first: written so; the last one typed half; any typed half; the
same after folding; half after folding, the last one or any; with slips."""

_LISTED_LETTERS = {terms.TEXT: 3, terms.EMAIL: 3}
_MOST_LISTED_LETTERS = 4
"""How many letters of a word the index has lists for, in texts and elsewhere."""

_MOST_TERMS = 256
_LAST = "\U0010ffff"

_NOTHING = '"0"'
"""A term that no record has: those of the index begin with a letter that says what they are."""

Expression = str | None
"""What MATCH takes, or None where no record can match."""


class Expressions:
    """Makes expressions for one search, and remembers what the vocabulary has for the beginnings in it."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._terms: dict[str, Expression] = {}

    def names(self, query: Query, level: int) -> Expression:
        """For records in whose names all words match at a level or better."""
        return self.anywhere(query, level, (terms.NAME,))

    def anywhere(self, query: Query, level: int, places: Sequence[str]) -> Expression:
        """For records in which every word matches at a level or better, in one of the places."""
        words = query.looked_for
        parts = [
            self.anywhere_of(word, level_of(level, last=word is words[-1] and query.half), places)
            for word in _rarest_first(words)
        ]
        # A phrase is meant as it is written; only what follows its last word is open.
        phrased = (
            self.anywhere_of(as_word(word), BEGUN if word is phrase[-1] else EXACT, places)
            for phrase in query.phrases
            for word in phrase
        )
        return all_of((*parts, *phrased))

    def anywhere_of(self, word: Word, level: int, places: Sequence[str]) -> Expression:
        """For records in which one word matches at a level or better, in one of the places."""
        return any_of(self._at(word, level, place) for place in places)

    def texts(self, query: Query) -> Expression:
        """For records in one of whose texts every word begins some word; one letter must be the word."""
        parts = (
            any_of(self._begun_in_text(beginning) for beginning in word.beginnings)
            for word in _rarest_first(query.looked_for)
        )
        return all_of((*parts, *(self.known(terms.TEXT + word.key) for word in query.in_phrases)))

    def _begun_in_text(self, beginning: str) -> Expression:
        found = terms.TEXT + beginning
        return self.begun(found) if len(beginning) > 1 else self.known(found)

    def without(self, query: Query, places: Sequence[str]) -> Expression:
        """For records that hold a word which the query excludes."""
        if not query.excluded:
            return None
        words = Query("", query.excluded).looked_for
        return any_of(term(place + word.key) for word in words for place in places)

    def _at(self, word: Word, level: int, place: str) -> Expression:
        if place == terms.NAME:
            return self._in_name(word, level)
        if level == EXACT:
            return self.known(place + word.key)
        return self._any_begun(place, word.beginnings)

    def _in_name(self, word: Word, level: int) -> Expression:
        typed = terms.typed(word.typed)
        if level == EXACT:
            return self.known(typed)
        if level == BEGUN:
            return self.begun(typed)
        if level == FOLDED:
            return any_of((self.begun(typed), self.known(terms.NAME + word.key)))
        return self._any_begun(terms.NAME, word.beginnings)

    def _any_begun(self, mark: str, beginnings: Iterable[str]) -> Expression:
        return any_of(self.begun(mark + beginning) for beginning in beginnings)

    def known(self, text: str) -> Expression:
        """For a term, if there is such a one; else the index would go through the rest for nothing."""
        if text not in self._terms:
            rows = self._reader.rows("SELECT 1 FROM vocabulary WHERE term = :text", text=text)
            self._terms[text] = term(text) if rows else None
        return self._terms[text]

    def begun(self, beginning: str) -> Expression:
        """For terms that begin so. FTS5 has lists for short beginnings; it would gather one for a long one
        by reading every record that has it, so the terms themselves are asked for where they are few."""
        key = f"{beginning}*"
        if key not in self._terms:
            short = len(beginning) <= 1 + _LISTED_LETTERS.get(beginning[0], _MOST_LISTED_LETTERS)
            found = self.terms_begun(beginning, 1 if short else _MOST_TERMS + 1)
            listed = bool(found) and not short and len(found) <= _MOST_TERMS
            self._terms[key] = any_of(map(term, found)) if listed or not found else f"{term(beginning)}*"
        return self._terms[key]

    def terms_begun(self, beginning: str, most: int) -> list[str]:
        rows = self._reader.each_row(
            "SELECT term FROM vocabulary WHERE term >= :first AND term < :last LIMIT :most",
            first=beginning,
            last=beginning + _LAST,
            most=most,
        )
        return [found for (found,) in rows]


def _rarest_first(words: Sequence[Word]) -> list[Word]:
    """Words of few letters last: the fewer there are, the more words begin so."""
    return sorted(words, key=lambda word: -min(len(word.key), _MOST_LISTED_LETTERS))


def level_of(level: int, *, last: bool) -> int:
    """The level that one word must reach for all to reach a level."""
    if level == LAST_BEGUN:
        return BEGUN if last else EXACT
    if level == LAST_FOLDED_BEGUN:
        return FOLDED_BEGUN if last else FOLDED
    return level


def term(text: str) -> str:
    return f'"{text}"'


def any_of(parts: Iterable[Expression]) -> Expression:
    found = list(dict.fromkeys(part for part in parts if part))
    return f"({' OR '.join(found)})" if len(found) > 1 else found[0] if found else None


def all_of(parts: Iterable[Expression]) -> Expression:
    """None where one of the parts is None: what it stands for has no record.

    The first two are asked together, then what both have is looked up in the third, and so on: FTS5 would
    look each record of the first up in all others, and in a list of most records that is slow.
    """
    found = list(dict.fromkeys(parts))
    known = [part for part in found if part]
    if len(known) < len(found) or not known:
        return None
    first, *others = known
    for number, part in enumerate(others):
        # FTS5 makes one flat AND of nested ones, but for what stands in a NOT.
        first = f"(({first}) NOT {_NOTHING}) AND {part}" if number else f"{first} AND {part}"
    return first
