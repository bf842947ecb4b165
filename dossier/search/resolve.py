"""A name or an id to the one record it means, for commands; a doubt is said, never guessed away."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from uuid import UUID

from dossier.language import wording
from dossier.model.errors import AmbiguousNameError, UnknownNameError
from dossier.model.folding import key, split, words
from dossier.search.candidates import (
    Candidates,
    Limits,
    begins_in_names,
    limits,
    stands_in_names,
)
from dossier.search.query import parse
from dossier.search.ranking import rank
from dossier.search.scope import listed
from dossier.store import Reader
from dossier.views.names import name_of

_NEAR = 0.7
"""How alike, of 1, the words of a name must be on average to offer it as the one that was meant."""

_MOST_NEAREST = 3
_MOST_READ = 20_000


def resolve(reader: Reader, text: str, *, kind: str | None = None) -> int:
    """The pk of the record that an id or a name means; `kind` is one of `KINDS`, or None for any.

    An id wins; then records one of whose own names, acronyms, aliases or titles is the same after folding;
    then those in whose names every word begins a word. Raises AmbiguousNameError where the first of these to
    find any finds several, and UnknownNameError, with the nearest, where none does.
    """
    by_id = _by_id(reader, text)
    if by_id is not None:
        return by_id
    limit = limits(reader, agency=None, region=None, kind=kind)
    found = (
        _same_name(reader, text, limit) or _same_source(reader, text, limit) or _begun(reader, text, limit)
    )
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousNameError(
            f"“{text}” fits {len(found)} records; give the id of the one you mean.",
            _best_first(reader, text, found),
        )
    nearest = _nearest(reader, text, limit)
    hint = "the nearest names are listed below" if nearest else "“dossier list” shows what there is"
    raise UnknownNameError(f"Nothing in the dossier is called “{text}”; {hint}.", nearest)


def _by_id(reader: Reader, text: str) -> int | None:
    try:
        return reader.pk(str(UUID(text.strip())))
    except ValueError:
        return None


def _same_name(reader: Reader, text: str, limit: Limits) -> list[int]:
    """Records with a name of just these words; their order is free, as family names stand first or last."""
    wanted = sorted(words(text))
    offered = stands_in_names(reader, parse(text), limit) if wanted else []
    return list(dict.fromkeys(pk for pk, name in _names(reader, offered) if sorted(words(name)) == wanted))


def _same_source(reader: Reader, text: str, limit: Limits) -> list[int]:
    """Sources are called by their kind, place and day where they have no title, so no index holds that."""
    wanted, english = words(text), wording("en")
    pks = [
        pk for (pk,) in reader.rows(f"SELECT pk FROM source WHERE {limit.on('source.pk')} LIMIT {_MOST_READ}")
    ]
    return [pk for pk in pks if wanted and words(name_of(reader, english, pk)) == wanted]


def _begun(reader: Reader, text: str, limit: Limits) -> list[int]:
    query = parse(text)
    return begins_in_names(reader, query, limit) if query.words else []


def _best_first(reader: Reader, text: str, pks: Iterable[int]) -> list[int]:
    candidates = Candidates()
    candidates.offer("name", pks)
    return [item.pk for item in rank(reader, parse(text), candidates)]


def _nearest(reader: Reader, text: str, limit: Limits) -> list[int]:
    """Records whose names come close, the closest first."""
    typed = [key(word) for word in split(text)]
    if not typed:
        return []
    pks = [
        pk
        for (pk,) in reader.rows(
            f"SELECT rowid FROM name_index WHERE {limit.on('name_index.rowid')} LIMIT {_MOST_READ}"
        )
    ]
    likeness: dict[int, float] = {}
    for pk, name in _names(reader, pks):
        likeness[pk] = max(likeness.get(pk, 0), _likeness(typed, words(name)))
    close = [pk for pk in likeness if likeness[pk] >= _NEAR]
    return sorted(close, key=lambda pk: (-likeness[pk], pk))[:_MOST_NEAREST]


def _likeness(typed: Iterable[str], name: Iterable[str]) -> float:
    """How near each typed word comes to some word of the name, on average."""
    best = [max((_ratio(word, other) for other in name), default=0.0) for word in typed]
    return sum(best) / len(best)


def _ratio(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _NEAR and matcher.quick_ratio() >= _NEAR else 0.0


def _names(reader: Reader, pks: Iterable[int]) -> list[tuple[int, str]]:
    wanted = listed(tuple(pks))
    rows = reader.rows(
        f"SELECT of, text FROM name WHERE of IN {wanted} UNION ALL "
        f"SELECT of, text FROM text WHERE of IN {wanted} AND field IN ('title', 'short_title')"
    )
    return [(pk, name) for pk, name in rows]
