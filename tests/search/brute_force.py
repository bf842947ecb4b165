"""The order of hits once more, by reading all and comparing each word with each: slow, plainly right."""

from collections import defaultdict
from dataclasses import dataclass, field

from dossier.model.folding import key, plain, prefixes, split, tokens
from dossier.store import Reader

EXACT, LAST_BEGUN, BEGUN, FOLDED, LAST_FOLDED_BEGUN, FOLDED_BEGUN, NOT = range(7)
KINDS = ("person", "organization", "initiative", "event", "region", "place")


@dataclass
class Candidate:
    """What a record can be found by, and its place among those that match alike."""

    kind: str = ""
    seen: int = 0
    typed: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    wholes: set[str] = field(default_factory=set)
    posts: set[str] = field(default_factory=set)
    agencies: set[str] = field(default_factory=set)


class BruteForce:
    """Everything of a dossier that search finds by name, post and agency."""

    def __init__(self, reader: Reader) -> None:
        self.records: dict[int, Candidate] = defaultdict(Candidate)
        kinds = reader.rows(
            "SELECT record.pk, ifnull(nullif(place_kind, 'city'), record.kind) FROM record "
            "LEFT JOIN place USING (pk) WHERE deleted = 0"
        )
        for pk, kind in kinds:
            if kind in KINDS:
                self.records[pk].kind = kind
        names = "SELECT of, text FROM name UNION ALL SELECT of, text FROM text WHERE field LIKE '%title'"
        for pk, text in reader.rows(names):
            if pk in self.records:
                record = self.records[pk]
                record.typed.update(map(plain, split(text)))
                record.names.update(tokens(text))
                record.wholes.add(" ".join(sorted(map(key, split(text)))))
        posts = "SELECT person, text FROM post JOIN text ON text.of = post.pk WHERE field = 'title'"
        for pk, text in reader.rows(posts):
            self.records[pk].posts.update(tokens(text))
        agencies = "SELECT person, text FROM post JOIN name ON name.of = organization"
        for pk, text in reader.rows(agencies):
            self.records[pk].agencies.update(tokens(text))
        self._see(reader)

    def top(self, query: str, most: int = 50) -> list[int]:
        """The first hits for words, all of which must be found."""
        words = [(plain(word), key(word), prefixes(word)) for word in dict.fromkeys(split(query))]
        half = not query[-1:].isspace()
        whole = " ".join(sorted(word[1] for word in words))
        found = []
        for pk, record in self.records.items():
            match = _match(record, words, half)
            if match:
                level, reach = match
                place = (KINDS.index(record.kind), -record.seen, pk)
                found.append(((*_order(level, reach, whole in record.wholes), *place), pk))
        return [pk for _, pk in sorted(found)[:most]]

    def _see(self, reader: Reader) -> None:
        """The newest day of each, with a year more for who is in a post."""
        days = (
            "SELECT person, max(julianday(on_latest)) FROM post JOIN attestation ON post = post.pk "
            "GROUP BY 1",
            "SELECT party, max(julianday(date_latest)) FROM participation "
            "JOIN event ON event.pk = event GROUP BY 1",
            "SELECT pk, julianday(date_latest) FROM event",
        )
        for sql in days:
            for pk, day in reader.rows(sql):
                if day:
                    self.records[pk].seen = max(self.records[pk].seen, int(day - 2415019.5))
        for (pk,) in reader.rows("SELECT DISTINCT person FROM post WHERE held_latest IS NULL"):
            self.records[pk].seen += 365


def _order(level: int, reach: int, whole: bool) -> tuple[int, int, int]:
    """Whole names first, those spelt alike before those spelt otherwise."""
    return not whole, level if not whole else (level, reach) != (EXACT, 0), 0 if whole else reach


def _match(
    record: Candidate, words: list[tuple[str, str, tuple[str, ...]]], half: bool
) -> tuple[int, int] | None:
    """The best level that all words reach, and how far they must reach for it."""
    for level in range(NOT):
        for reach in range(3):
            if all(_reaches(record, word, level, reach, half and word is words[-1]) for word in words):
                return level, reach
    return None


def _reaches(
    record: Candidate, word: tuple[str, str, tuple[str, ...]], level: int, reach: int, last: bool
) -> bool:
    typed, folded, beginnings = word
    if level == LAST_BEGUN:
        level = BEGUN if last else EXACT
    if level == LAST_FOLDED_BEGUN:
        level = FOLDED_BEGUN if last else FOLDED
    if level == EXACT and typed in record.typed:
        return True
    if level in (BEGUN, FOLDED) and any(name.startswith(typed) for name in record.typed):
        return True
    if level == FOLDED and folded in record.names:
        return True
    if level == FOLDED_BEGUN and any(name.startswith(beginnings) for name in record.names):
        return True
    for place in (record.posts, record.agencies)[:reach]:
        if folded in place or (level > EXACT and any(other.startswith(beginnings) for other in place)):
            return True
    return False
