"""How a hit belongs to the place that was asked for, in words."""

from collections.abc import Iterator

from dossier.language import N_, Wording
from dossier.search.expressions import term
from dossier.store import Reader, terms
from dossier.views.names import name_of

_PARTIES = {
    "covers": N_("covers it"),
    "located": N_("is located there"),
    "takes_part": N_("takes part in an initiative there"),
    "spoke": N_("spoke about initiatives there"),
}
_OTHERS = {
    ("initiative", "covers"): N_("takes place there"),
    ("event", "located"): N_("takes place there"),
    ("statement", "located"): N_("said there"),
    ("statement", "spoke"): N_("is about initiatives there"),
}


def relation_words(
    reader: Reader, wording: Wording, kind: str, relation: str, place: int, *, named: bool
) -> str:
    """How a record belongs to a place; `named` says to which. "" for the place itself."""
    if kind in ("region", "place"):
        return ""
    words = wording.say(_OTHERS.get((kind, relation), _PARTIES[relation]))
    return f"{words}: {name_of(reader, wording, place)}" if named else words


def nobody_covers(reader: Reader, wording: Wording, places: tuple[int, ...]) -> Iterator[str]:
    """A sentence for each of the places for which no person is recorded to answer."""
    first, last = terms.entries_of("person")
    for place in places:
        rows = reader.rows(
            "SELECT 1 FROM name_index WHERE name_index MATCH :mark "
            "AND rowid BETWEEN :first AND :last LIMIT 1",
            mark=term(terms.belongs("covers", place)),
            first=first,
            last=last,
        )
        if not rows:
            yield wording.say(
                "Nobody is recorded as covering {place}.", place=name_of(reader, wording, place)
            )
