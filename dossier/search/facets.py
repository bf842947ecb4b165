"""What the hits can be narrowed by, with how many each filter would keep: kinds, agencies, regions."""

from collections import Counter
from collections.abc import Collection, Iterator

from dossier.language import Wording
from dossier.search.limits import KINDS
from dossier.search.scope import Of, belonging
from dossier.store import Reader
from dossier.views.lookup import Lookup
from dossier.views.names import learn_names, shown_name
from dossier.views.values import Facet

_MOST = 12
"""Agencies and regions listed, those with most hits; the rest is found by typing."""


def facets(
    reader: Reader, wording: Wording, kinds: Collection[str], pks: Collection[int]
) -> tuple[Facet, ...]:
    """Facets for hits given by their kinds (before a filter by kind) and pks (after it)."""
    lookup = Lookup(reader)
    return (
        *_kinds(wording, kinds),
        *_units(lookup, wording, "agency", pks),
        *_units(lookup, wording, "region", pks),
    )


def _kinds(wording: Wording, kinds: Collection[str]) -> Iterator[Facet]:
    counts = Counter(kinds)
    for kind in KINDS:
        if counts[kind]:
            yield Facet("kind", kind, wording.label("kinds", kind), counts[kind])


def _units(lookup: Lookup, wording: Wording, of: Of, pks: Collection[int]) -> Iterator[Facet]:
    """An agency counts what belongs to it and to all below it."""
    counts = Counter(unit for units in belonging(lookup.reader, of, pks).values() for unit in units)
    learn_names(lookup, counts)
    named = {unit: shown_name(lookup, wording, unit, short=True) for unit in counts}
    ordered = sorted(counts, key=lambda unit: (-counts[unit], wording.sort_key(named[unit])))
    for unit in ordered[:_MOST]:
        yield Facet(of, lookup.record(unit).id, named[unit], counts[unit], unit)
