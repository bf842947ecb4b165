"""The dossier as FollowTheMoney, a line of JSON for each entity (docs/ftm.md says what becomes what).

Ids are those of the records. What was read of records is dropped after some hundred, so that a dossier of any
size goes out in little memory; places and documents come last, when it is known which of them are needed.
"""

import json
from collections.abc import Iterator, Sequence

from dossier.export.ftm_entities import Some
from dossier.export.ftm_values import Entity, Needed
from dossier.export.scope import Scope
from dossier.model.records import Place
from dossier.views.fiction import training_mark
from dossier.views.lookup import Lookup

_AT_ONCE = 300
_KINDS = ("organization", "person", "initiative", "event", "statement")


def ftm_lines(scope: Scope) -> Iterator[bytes]:
    """The entities as lines of JSON."""
    for entity in _Outgoing(scope).entities():
        yield json.dumps(entity, ensure_ascii=False, separators=(",", ":")).encode(errors="replace") + b"\n"


class _Outgoing:
    """What goes out: of an agency what belongs to it, with the places and sources that this needs."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._pks = {kind: sorted(scope.pks(kind)) for kind in _KINDS}
        is_training = bool(training_mark(scope.reader, scope.wording))
        self._needed = Needed({pk for pks in self._pks.values() for pk in pks}, is_training)

    def entities(self) -> Iterator[Entity]:
        for kind in _KINDS:
            yield from self._all(kind, self._pks[kind])
        if self._scope.agency is None:
            self._needed.places.update(self._scope.pks("place"))
            self._needed.sources.update(self._scope.pks("source"))
        else:
            self._add_places_above()
        yield from self._all("place", sorted(self._needed.places))
        yield from self._all("source", sorted(self._needed.sources))

    def _all(self, kind: str, pks: Sequence[int]) -> Iterator[Entity]:
        for start in range(0, len(pks), _AT_ONCE):
            self._scope.progress.at("write", start / len(pks))
            part = pks[start : start + _AT_ONCE]
            some = Some(self._needed, Lookup(self._scope.reader), part)
            for pk in part:
                yield from some.entities(kind, pk)

    def _add_places_above(self) -> None:
        lookup, places = Lookup(self._scope.reader), self._needed.places
        waiting = sorted(places)
        while waiting:
            above = {place.parent for place in lookup.some(Place, waiting) if place.parent}
            waiting = sorted(above - places)
            places.update(above)
