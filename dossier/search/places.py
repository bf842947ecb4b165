"""The regions and cities that a name means, with or without the word region, oblast or city."""

from dossier.model.folding import key, split
from dossier.search.expressions import FOLDED_BEGUN, Expressions
from dossier.search.query import Query
from dossier.search.scope import listed
from dossier.store import Reader, terms

_REGION = frozenset(map(key, "region oblast oblys oblysy область обл облыс облысы province".split()))
_CITY = frozenset(map(key, "city город г қала қаласы қ qala".split()))
_MOST = 60


def meant_by(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a name without those for region and city, and the kinds of place that these leave."""
    words = split(name)
    said = {key(word) for word in words}
    typed = tuple(word for word in words if key(word) not in _REGION | _CITY)
    if not typed:
        return words, ("region", "city")
    return typed, ("city",) if said & _CITY else ("region",) if said & _REGION else ("region", "city")


def key_of(name: str) -> tuple[str, ...]:
    """The same for all ways to write a name with or without the words for region and city."""
    return tuple(sorted(key(word) for word in meant_by(name)[0]))


def places_called(reader: Reader, name: str, *, city: bool) -> tuple[int, ...]:
    """Regions and cities of that name (only cities: `city`), else those of a name that begins so.

    A word for region or city says which of the two is meant; without one both are: Almaty is a city and,
    apart from it, a region.
    """
    typed, kinds = meant_by(name)
    kinds = ("city",) if city else kinds
    expression = Expressions(reader).names(Query("", typed), FOLDED_BEGUN)
    if expression is None:
        return ()
    first, last = terms.entries_of("region")[0], terms.entries_of("place")[1]
    rows = reader.rows(
        "SELECT pk, place_kind FROM place WHERE pk IN "
        f"(SELECT {terms.PK_OF_ENTRY} FROM name_index WHERE name_index MATCH :expression "
        f"AND rowid BETWEEN :first AND :last LIMIT {_MOST})",
        expression=expression,
        first=first,
        last=last,
    )
    found = [pk for pk, kind in rows if kind in kinds]
    names = reader.rows(f"SELECT of, text FROM name WHERE of IN {listed(found)}")
    called = {pk for pk, text in names if key_of(text) == key_of(name)}
    return tuple(pk for pk in found if pk in called) or tuple(found)
