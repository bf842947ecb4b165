"""Words with up to two slips in them: which words of the dossier may be meant, and how far each is off.

A slip is a letter too many, one missing, a wrong one, or two the other way round. Short words allow none,
longer ones one, long ones two. Candidates come from an index of shortened words, so no list is read through.
"""

from dossier.search.query import Word
from dossier.store import Reader, terms

_ONE_FROM, _BEGUN_FROM, _TWO_FROM, _LONGEST = 4, 5, 7, 24
_MOST_WORDS = 200
_MOST_COMPARED = 3_000
_LETTERS = "abdefghijklmnoprstuvz"


def allowed(key: str) -> int:
    """How many slips a word may have, by the length of its key; what is no word of letters has none."""
    if not _ONE_FROM <= len(key) <= _LONGEST or not key.isalpha():
        return 0
    return 1 if len(key) < _TWO_FROM else 2


def near_words(reader: Reader, word: Word, *, half: bool) -> dict[str, int]:
    """The terms that may be meant, with how many slips they are off; `half`: the word may be a beginning.

    Those two slips off are asked for only where there is none nearer.
    """
    key = word.key
    half = half and len(key) >= _BEGUN_FROM
    found: dict[str, int] = {}
    for most in range(1, allowed(key) + 1):
        found = found or _within(reader, key, most, half=half)
    if half and len(key) < _TWO_FROM:
        found |= {term: 1 for term in _begun(reader, key) if term not in found}
    nearest = sorted(found, key=lambda term: (found[term], len(term), term))[:_MOST_WORDS]
    return {term: found[term] for term in nearest}


def _within(reader: Reader, key: str, most: int, *, half: bool) -> dict[str, int]:
    shorts = ",".join(map(str, terms.shortened(key, most)))
    letters, distances = set(key), Distances(key)
    longest = 99 if half else len(key) + most
    rows = reader.each_row(
        f"SELECT DISTINCT term FROM slip JOIN vocabulary ON vocabulary.pk = word WHERE short IN ({shorts}) "
        f"AND length(term) BETWEEN {len(key) - most + 1} AND {longest + 1} LIMIT {_MOST_COMPARED}"
    )
    found = {}
    for (term,) in rows:
        if len(letters.difference(term)) <= most:
            off = distances.to(term[1:], half=half)
            if 0 < off <= most:
                found[term] = off
    return found


def _begun(reader: Reader, key: str) -> list[str]:
    """Terms of names that begin with a key one slip off; the first of each beginning."""
    values = ",".join(f"('{terms.NAME}{variant}')" for variant in _variants(key))
    rows = reader.each_row(
        f"WITH variant(begun) AS (VALUES {values}) SELECT term FROM variant JOIN vocabulary "
        f"ON term >= begun AND term < begun || '{{' LIMIT {_MOST_WORDS}"
    )
    return [term for (term,) in rows]


def _variants(key: str) -> set[str]:
    """All that is one slip off a key."""
    parts = [(key[:at], key[at:]) for at in range(len(key) + 1)]
    missing = {before + after[1:] for before, after in parts if after}
    swapped = {before + after[1] + after[0] + after[2:] for before, after in parts if len(after) > 1}
    wrong = {before + letter + after[1:] for before, after in parts if after for letter in _LETTERS}
    added = {before + letter + after for before, after in parts for letter in _LETTERS}
    return (missing | swapped | wrong | added) - {key}


class Distances:
    """How many slips other words are off a word: a letter more, less or another, or two swapped.

    It keeps a column of the table of distances in the bits of a number (H. Hyyrö, 2003, after G. Myers),
    which is some five times as fast here as a table.
    """

    def __init__(self, word: str) -> None:
        self._all = (1 << len(word)) - 1
        self._last = 1 << (len(word) - 1)
        self._length = len(word)
        self._places: dict[str, int] = {}
        for place, letter in enumerate(word):
            self._places[letter] = self._places.get(letter, 0) | 1 << place

    def to(self, other: str, *, half: bool = False) -> int:
        """The distance of the whole other word; `half`: of whichever beginning of it is nearest."""
        more, fewer, before, diagonal = self._all, 0, 0, 0
        off = nearest = self._length
        for letter in other:
            here = self._places.get(letter, 0)
            swapped = ((~diagonal & here) << 1) & before
            diagonal = (((here & more) + more) ^ more) | here | fewer | swapped
            right, wrong = fewer | ~(diagonal | more), diagonal & more
            if right & self._last:
                off += 1
            elif wrong & self._last:
                off -= 1
            nearest = min(nearest, off)
            right, wrong = (right << 1) | 1, wrong << 1
            more, fewer, before = (
                (wrong | ~(diagonal | right)) & self._all,
                right & diagonal & self._all,
                here,
            )
        return nearest if half else off
