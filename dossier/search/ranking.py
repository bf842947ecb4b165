"""The second pass: the order of what was found, by how it matches; the index's own order plays no part.

Records found by name come before those found in their text, and those before what is only linked to a name.
By name: exact beats beginning beats folded; names before posts before agencies; a whole name first; then by
kind, people in posts (the newest attested first) and the alphabet.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from dossier.model.folding import key, plain, split, tokens
from dossier.search.candidates import KINDS, TIERS, Candidates, Tier
from dossier.search.query import Query, Word
from dossier.search.scope import listed
from dossier.store import Reader

EXACT, BEGINNING, FOLDED, FOLDED_BEGINNING = range(4)
_NO_MATCH = 9

Order = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A record found: its place in the order, smaller first, and how it was found."""

    order: Order
    pk: int
    kind: str
    tier: Tier
    through: int | None = None


@dataclass(frozen=True, slots=True)
class _Texts:
    """What a record is found by, in the order in which it counts."""

    names: list[str]
    posts: list[str]
    agencies: list[str]


def manner(word: Word, text: str) -> int:
    """How a word is found in a text: `EXACT`, `BEGINNING`, `FOLDED`, `FOLDED_BEGINNING`, more for not."""
    best = _NO_MATCH
    for plainly, folded in _words(text):
        if plainly.startswith(word.plain):
            best = min(best, EXACT if plainly == word.plain else BEGINNING)
        elif folded.startswith(word.beginnings):
            best = min(best, FOLDED if folded == word.key else FOLDED_BEGINNING)
    if best == _NO_MATCH and any(token.startswith(word.beginnings) for token in tokens(text)):
        best = FOLDED_BEGINNING
    return best


def rank(reader: Reader, query: Query, candidates: Candidates) -> list[Found]:
    """Everything found, best first."""
    kinds = _kinds(reader, candidates.tiers)
    texts = _texts(reader, candidates.tiers, [pk for pk in candidates.of("name") if kinds[pk] == "person"])
    posts, seen = _with_posts(reader, candidates.tiers), _last_seen(reader, candidates.tiers)
    found = []
    for pk, tier in candidates.tiers.items():
        kind = kinds[pk]
        match = _match(query, texts[pk]) if tier == "name" else (0, 0, 0, 0)
        last_resort = (
            KINDS.index(kind),
            kind == "person" and pk not in posts,
            -seen.get(pk, 0),
            plain(next(iter(texts[pk].names), "")),
            pk,
        )
        order = (TIERS.index(tier), *match, *last_resort)
        found.append(Found(order, pk, kind, tier, candidates.through.get(pk)))
    return sorted(found, key=lambda item: item.order)


def _match(query: Query, texts: _Texts) -> Order:
    """How all words together match: the worst of them, whether they are a whole name, where they stand."""
    fields = (texts.names, texts.posts, texts.agencies)
    best = [
        min((manner(word, text), place) for place, field in enumerate(fields) for text in (*field, ""))
        for word in query.looked_for
    ]
    if not best:
        return 0, 0, 0, 0
    typed = [word.plain for word in query.looked_for]
    whole = any([plainly for plainly, _ in _words(text)] == typed for text in texts.names)
    worst = max(how for how, _ in best)
    return worst, not whole, max(place for _, place in best), sum(how + place for how, place in best)


@lru_cache(maxsize=1 << 14)
def _words(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a text, each plain and folded."""
    return tuple((plain(word), key(word)) for word in split(text))


def _kinds(reader: Reader, pks: Collection[int]) -> dict[int, str]:
    rows = reader.rows(
        "SELECT record.pk, CASE WHEN place_kind = 'region' THEN 'region' ELSE record.kind END "
        f"FROM record LEFT JOIN place ON place.pk = record.pk WHERE record.pk IN {listed(pks)}"
    )
    return dict(rows)


def _texts(reader: Reader, pks: Collection[int], people: Collection[int]) -> dict[int, _Texts]:
    gathered: dict[int, _Texts] = {pk: _Texts([], [], []) for pk in pks}
    named = reader.rows(
        f"SELECT of, text FROM name WHERE of IN {listed(pks)} UNION ALL SELECT of, text FROM text "
        f"WHERE field IN ('title', 'short_title', 'statement') AND of IN {listed(pks)}"
    )
    for pk, text in named:
        gathered[pk].names.append(text)
    posts = "FROM post JOIN {0} AS words ON words.of = post.{1} WHERE post.person IN " + listed(people)
    for pk, text in reader.rows("SELECT person, text " + posts.format("text", "pk") + " AND field = 'title'"):
        gathered[pk].posts.append(text)
    for pk, text in reader.rows("SELECT person, text " + posts.format("name", "organization")):
        gathered[pk].agencies.append(text)
    return gathered


def _with_posts(reader: Reader, pks: Collection[int]) -> set[int]:
    return {pk for (pk,) in reader.rows(f"SELECT DISTINCT person FROM post WHERE person IN {listed(pks)}")}


def _last_seen(reader: Reader, pks: Collection[int]) -> dict[int, int]:
    """The newest day known of each record, as a number that grows with it."""
    rows = reader.rows(
        f"""
        SELECT pk, max(day) FROM (
            SELECT person AS pk, on_latest AS day FROM post JOIN attestation ON attestation.post = post.pk
            UNION ALL SELECT party, date_latest FROM participation JOIN event ON event.pk = event
            UNION ALL SELECT pk, date_latest FROM event
            UNION ALL SELECT pk, on_latest FROM statement
            UNION ALL SELECT pk, published_latest FROM source
        ) WHERE pk IN {listed(pks)} AND day IS NOT NULL GROUP BY pk
        """
    )
    return {pk: int(day.replace("-", "")) for pk, day in rows}
