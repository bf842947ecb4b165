"""What a search is limited to: terms that the index holds, and conditions for what it does not."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dossier.search.scope import belongs_sql, listed
from dossier.store import Reader, terms

KINDS = terms.KINDS
"""The kinds that search gives, in the order of their groups; a region is a place of that kind."""

_BY_TERMS = ("person", "organization")


@dataclass(frozen=True, slots=True)
class Part:
    """Entries of a range of rowids, with what must hold of them: terms, and SQL conditions on a `{pk}`."""

    first: int
    last: int
    terms: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()

    def on(self, pk: str) -> str:
        return " AND ".join(("TRUE", *(condition.format(pk=pk) for condition in self.conditions)))


@dataclass(frozen=True, slots=True)
class Limits:
    """What a search is limited to.

    `terms` must stand in the entries; `agencies` are organizations to one of which a record belongs, by
    terms for people and organizations, by SQL for the rest; `conditions` are SQL on a `{pk}`; a record is
    `among` those, unless None; `kinds` are some that follow each other.
    """

    kind: str | None = None
    terms: tuple[str, ...] = ()
    agencies: tuple[tuple[int, ...], ...] = ()
    conditions: tuple[str, ...] = ()
    among: frozenset[int] | None = None
    kinds: tuple[str, ...] = KINDS

    def with_terms(self, *added: str) -> "Limits":
        return replace(self, terms=(*self.terms, *added))

    def parts(self, reader: Reader) -> Iterator[Part]:
        """The ranges to look through, in the order of their entries."""
        kinds = (self.kind,) if self.kind else self.kinds
        conditions = self.conditions
        if self.among is not None:
            conditions = (*conditions, f"{{pk}} IN {listed(self.among)}")
        if not self.agencies:
            yield Part(*_range(kinds), self.terms, conditions)
            return
        by_terms = tuple(kind for kind in kinds if kind in _BY_TERMS)
        if by_terms:
            belonging = (" OR ".join(f'"{terms.at(pk)}"' for pk in choice) for choice in self.agencies)
            yield Part(*_range(by_terms), (*self.terms, *belonging), conditions)
        by_sql = tuple(kind for kind in kinds if kind not in _BY_TERMS)
        if by_sql:
            belong = (belongs_sql(reader, choice, by_sql) for choice in self.agencies)
            yield Part(*_range(by_sql), self.terms, (*conditions, *belong))


def _range(kinds: tuple[str, ...]) -> tuple[int, int]:
    """The rowids of entries of kinds that follow each other."""
    return terms.entries_of(kinds[0])[0], terms.entries_of(kinds[-1])[1]
