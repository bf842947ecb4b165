"""What the hits can be narrowed by, with how many each filter would keep: kinds, agencies, regions."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from dossier.language import Wording
from dossier.search.limits import KINDS
from dossier.search.scope import Of, belonging
from dossier.store import Reader, terms
from dossier.views.lookup import Lookup
from dossier.views.names import learn_names, shown_name
from dossier.views.values import Facet

_MOST = 12
"""Agencies and regions listed, those with most hits; the rest is found by typing."""


def facets(
    reader: Reader, wording: Wording, kinds: Collection[str], entries: Collection[int]
) -> tuple[Facet, ...]:
    """Facets for hits given by their kinds (before a filter by kind) and entries (after it)."""
    lookup = Lookup(reader)
    by_kind: dict[str, list[int]] = {}
    for entry in entries:
        by_kind.setdefault(terms.kind_of(entry), []).append(terms.pk_of(entry))
    return (
        *_kinds(wording, kinds),
        *_units(lookup, wording, "agency", by_kind),
        *_units(lookup, wording, "region", by_kind),
    )


def _kinds(wording: Wording, kinds: Collection[str]) -> Iterator[Facet]:
    counts = Counter(kinds)
    for kind in KINDS:
        if counts[kind]:
            yield Facet("kind", kind, wording.label("kinds", kind), counts[kind])


def _units(
    lookup: Lookup, wording: Wording, of: Of, by_kind: Mapping[str, Collection[int]]
) -> Iterator[Facet]:
    """An agency counts what belongs to it and to all below it."""
    counts = belonging(lookup.reader, of, by_kind)
    most = sorted(counts, key=lambda unit: (-counts[unit], unit))[:_MOST]
    known = lookup.reader.memory.recalled(_key(wording, unit) for unit in most)
    learn_names(lookup, [unit for unit in most if _key(wording, unit) not in known])
    named = {unit: _name(lookup, wording, unit) for unit in most}
    for unit in sorted(most, key=lambda unit: (-counts[unit], wording.sort_key(named[unit][0]))):
        name, unit_id = named[unit]
        yield Facet(of, unit_id, name, counts[unit], unit)


def _key(wording: Wording, unit: int) -> tuple[str, str, int]:
    return "short name", wording.code, unit


def _name(lookup: Lookup, wording: Wording, unit: int) -> tuple[str, str]:
    """The short name and the id of an agency or region."""
    return lookup.reader.remembered(
        _key(wording, unit),
        lambda: (shown_name(lookup, wording, unit, short=True), lookup.record(unit).id),
    )
