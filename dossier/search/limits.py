"""What a search is limited to: terms that the index holds, and conditions for what it does not."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dossier.search.scope import listed, members_sql
from dossier.store import Reader, terms

KINDS = terms.KINDS
"""The kinds that search gives, in the order of their groups; a region is a place of that kind."""

_BY_TERMS = ("person", "organization")
_LAST = terms.entries_of(KINDS[-1])[1]


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
    `among` those, unless None.
    """

    kind: str | None = None
    terms: tuple[str, ...] = ()
    agencies: tuple[tuple[int, ...], ...] = ()
    conditions: tuple[str, ...] = ()
    among: frozenset[int] | None = None

    @property
    def are_none(self) -> bool:
        """Whether there is no other limit than a kind."""
        return self == Limits(self.kind)

    def with_terms(self, *added: str) -> "Limits":
        return replace(self, terms=(*self.terms, *added))

    def parts(self, reader: Reader) -> Iterator[Part]:
        """The ranges to look through, in the order of their entries."""
        conditions = self.conditions
        if self.among is not None:
            conditions = (*conditions, f"{{pk}} IN {listed(self.among)}")
        if not self.agencies:
            first, last = terms.entries_of(self.kind) if self.kind else (0, _LAST)
            yield Part(first, last, self.terms, conditions)
            return
        if self.kind is None or self.kind in _BY_TERMS:
            first = terms.entries_of(self.kind or _BY_TERMS[0])[0]
            last = terms.entries_of(self.kind or _BY_TERMS[-1])[1]
            belonging = tuple(" OR ".join(f'"{terms.at(pk)}"' for pk in choice) for choice in self.agencies)
            yield Part(first, last, (*self.terms, *belonging), conditions)
        if self.kind not in _BY_TERMS:
            first = terms.entries_of(KINDS[len(_BY_TERMS)])[0]
            first, last = terms.entries_of(self.kind) if self.kind else (first, _LAST)
            belong = tuple(
                " OR ".join(f"{{pk}} IN ({members_sql(reader, 'agency', pk)})" for pk in choice)
                for choice in self.agencies
            )
            yield Part(first, last, self.terms, (*conditions, *(f"({each})" for each in belong)))
