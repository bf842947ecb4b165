"""Records read in batches and kept for the length of one view, so that a page costs few queries."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar, cast

from dossier.model.records import BY_KIND, Place, Record

if TYPE_CHECKING:
    from dossier.store import Reader

R = TypeVar("R", bound=Record)


class Lookup:
    """What one view has read of a snapshot; every record is asked for once.

    `until` is the day whose state is shown: what was said after it had not been said.
    """

    def __init__(self, reader: "Reader", until: date | None = None) -> None:
        self.reader = reader
        self.until = until
        self._found: dict[tuple[type[Record], str], dict[Any, list[Record]]] = {}
        self._kinds: dict[int, str] = {}

    def of(self, record_class: type[R], field: str, *values: Any) -> tuple[R, ...]:
        """The records of a class whose `field` is one of the values, in that order, then by pk."""
        known = self._found.setdefault((record_class, field), {})
        if len(values) == 1 and values[0] in known:
            return tuple(known[values[0]])  # type: ignore[arg-type]
        missing = [value for value in dict.fromkeys(values) if value not in known]
        if missing:
            known.update((value, []) for value in missing)
            for record in self.reader.find(record_class, **{field: missing}):
                known[getattr(record, field)].append(record)
        return tuple(cast(R, record) for value in dict.fromkeys(values) for record in known[value])

    def some(self, record_class: type[R], pks: Iterable[int | None]) -> tuple[R, ...]:
        """The records of a class with these pks; None, and pks of other kinds, are passed over."""
        return self.of(record_class, "pk", *(pk for pk in pks if pk is not None))

    def one(self, record_class: type[R], pk: int) -> R:
        """One record. Raises KeyError where there is none of that class."""
        found = self.some(record_class, [pk])
        if not found:
            raise KeyError(f"no {record_class.kind} {pk}")
        return found[0]

    def record(self, pk: int) -> Record:
        """A record of whatever kind. Raises KeyError where there is none."""
        return self.one(BY_KIND[self.kind(pk)], pk)

    def kind(self, pk: int) -> str:
        """The kind of a record. Raises KeyError where there is none."""
        self.learn_kinds([pk])
        return self._kinds[pk]

    def shown_kind(self, pk: int) -> str:
        """The kind as a user knows it: a place of the first level is a region."""
        kind = self.kind(pk)
        return "region" if kind == "place" and self.one(Place, pk).place_kind == "region" else kind

    def learn_kinds(self, pks: Iterable[int]) -> None:
        """Read the kinds of many records at once."""
        missing = {pk for pk in pks if pk not in self._kinds}
        if missing:
            self._kinds.update(self.reader.kinds(missing))

    def learn_records(self, pks: Iterable[int]) -> None:
        """Read many records of any kinds at once."""
        wanted = set(pks)
        self.learn_kinds(wanted)
        by_kind: dict[str, list[int]] = {}
        for pk in wanted:
            by_kind.setdefault(self._kinds[pk], []).append(pk)
        for kind, some in by_kind.items():
            self.some(BY_KIND[kind], some)
