"""A name or an id to the one record it means, for commands; a doubt is said, never guessed away."""

from uuid import UUID

from dossier.language import wording
from dossier.model.errors import AmbiguousNameError, UnknownNameError
from dossier.model.folding import split, words
from dossier.search.expressions import all_of, term
from dossier.search.guesses import guesses
from dossier.search.limits import Limits
from dossier.search.passes import CAP, Looking
from dossier.search.query import Query
from dossier.store import Reader, terms
from dossier.views.names import name_of

_MOST_NEAREST = 3
_MOST_READ = 20_000
_MOST_WORDS = 30


def resolve(reader: Reader, text: str, *, kind: str | None = None) -> int:
    """The pk of the record that an id or a name means; `kind` is one of `KINDS`, or None for any.

    An id wins; then records one of whose own names, acronyms, aliases or titles is the same after folding;
    then those in whose names every word begins a word. Raises AmbiguousNameError where the first of these to
    find any finds several, and UnknownNameError, with the nearest, where none does.
    """
    by_id = _by_id(reader, text)
    if by_id is not None:
        return by_id
    looking = Looking(reader, Limits(kind), lambda: False)
    query = Query(text, split(text)[:_MOST_WORDS])
    found = _same_name(looking, text) or _same_source(looking, text) or _begun(looking, query)
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousNameError(
            "“{text}” fits {n} records; give the id of the one you mean.",
            _best_first(looking, query, found),
            text=text,
            n=len(found),
        )
    nearest = [item.pk for item in guesses(looking, query, (), _MOST_NEAREST)]
    if nearest:
        raise UnknownNameError(
            "Nothing in the dossier is called “{text}”; the nearest names are listed below.",
            nearest,
            text=text,
        )
    raise UnknownNameError(
        "Nothing in the dossier is called “{text}”; “dossier list” shows what there is.", text=text
    )


def called(reader: Reader, text: str, *, kind: str | None = None) -> tuple[int, ...]:
    """All records that an id means, or whose own name, acronym or alias is the same after folding."""
    by_id = _by_id(reader, text)
    if by_id is not None:
        return (by_id,)
    return tuple(_same_name(Looking(reader, Limits(kind), lambda: False), text))


def _by_id(reader: Reader, text: str) -> int | None:
    try:
        return reader.pk(str(UUID(text.strip())))
    except ValueError:
        return None


def _same_name(looking: Looking, text: str) -> list[int]:
    """Records with a name of just these words; their order is free, as family names stand first or last."""
    wanted = words(text)
    return _named(looking, term(terms.whole(wanted))) if wanted else []


def _same_source(looking: Looking, text: str) -> list[int]:
    """Sources are called by their kind, place and day where they have no title, so no index holds that."""
    if looking.limits.kind not in (None, "source"):
        return []
    wanted, english = words(text), wording("en")
    rows = looking.reader.rows(f"SELECT pk FROM source LIMIT {_MOST_READ}")
    return [pk for (pk,) in rows if wanted and words(name_of(looking.reader, english, pk)) == wanted]


def _begun(looking: Looking, query: Query) -> list[int]:
    """A command takes a name for typed in full but for its end, so UNICEP is not the half of UNICEPH."""
    begun = (looking.expressions.begun(terms.NAME + word.key) for word in query.looked_for)
    expression = all_of(begun)
    return _named(looking, expression) if expression else []


def _named(looking: Looking, expression: str) -> list[int]:
    return [terms.pk_of(entry) for entry in looking.entries("name_index", expression, most=CAP)]


def _best_first(looking: Looking, query: Query, pks: list[int]) -> list[int]:
    ranked = [terms.pk_of(match.entry) for match in looking.by_name(query, CAP)]
    return [pk for pk in ranked if pk in pks] + [pk for pk in pks if pk not in ranked]
