"""Words with up to two slips in them: which words of the dossier may be meant, and how far each is off.

A slip is a letter too many, one missing, a wrong one, or two the other way round. Short words allow none, longer
ones one, long ones two. Candidates come from an index of shortened words, so no list is read through.
"""

from functools import lru_cache
from os.path import commonprefix

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
    """The terms that may be meant, with how many slips they are off; `half`: the word may be a beginning."""
    key, most = word.key, allowed(word.key)
    if not most:
        return {}
    shorts = ",".join(map(str, terms.shortened(key)))
    letters = set(key)
    longest = 99 if half else len(key) + most
    rows = reader.each_row(
        f"SELECT DISTINCT term FROM slip JOIN vocabulary ON vocabulary.pk = word WHERE short IN ({shorts}) "
        f"AND length(term) BETWEEN {len(key) - most + 1} AND {longest + 1} LIMIT {_MOST_COMPARED}"
    )
    found = {}
    for (term,) in rows:
        if len(letters.difference(term)) > most:
            continue
        off = distance(key, term[1:], most, half=half and len(key) >= _BEGUN_FROM)
        if 0 < off <= most:
            found[term] = off
    if half and _BEGUN_FROM <= len(key) < _TWO_FROM:
        found |= {term: 1 for term in _begun(reader, key) if term not in found}
    nearest = sorted(found, key=lambda term: (found[term], len(term), term))[:_MOST_WORDS]
    return {term: found[term] for term in nearest}


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


@lru_cache(maxsize=1 << 14)
def distance(one: str, other: str, most: int, *, half: bool = False) -> int:
    """How many slips make one word of the other, or more than `most`; `half`: or of a beginning of the other.

    It is Damerau's distance without edits between swapped letters, in the band that `most` leaves.
    """
    far = most + 1
    if not half and abs(len(one) - len(other)) > most:
        return far
    # What begins, or ends, alike costs nothing.
    same = len(commonprefix((one, other)))
    one, other = one[same:], other[same:]
    if not half:
        same = len(commonprefix((one[::-1], other[::-1])))
        one, other = one[: len(one) - same], other[: len(other) - same]
    if not one:
        return 0 if half else len(other)
    before, last = [far] * (len(other) + 1), [min(place, far) for place in range(len(other) + 1)]
    for at, letter in enumerate(one, 1):
        row = [far] * (len(other) + 1)
        row[0] = min(at, far)
        for place in range(max(1, at - most), min(len(other), at + most) + 1):
            compared = other[place - 1]
            cost = last[place - 1]
            if letter != compared:
                cost = 1 + min(cost, last[place], row[place - 1])
                if at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == compared:
                    cost = min(cost, before[place - 2] + 1)
            row[place] = cost
        if min(row) > most:
            return far
        before, last = last, row
    return min(last) if half else last[-1]
