"""The search itself: a query and its filters to the best hits and what they can be narrowed by."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import product

from dossier.language import Wording
from dossier.search.candidates import Found, Gathered, best_named, gather
from dossier.search.expressions import Expressions, term
from dossier.search.facets import facets
from dossier.search.fields import Asked, asked
from dossier.search.guesses import FEW, guesses
from dossier.search.hits import hits
from dossier.search.limits import KINDS, Limits
from dossier.search.passes import CAP, MOST_EXAMINED, Looking
from dossier.search.query import Query, parse
from dossier.search.relations import nobody_covers
from dossier.store import Reader, terms
from dossier.store.driver import DatabaseError
from dossier.views.values import Results

_COUNTED = 100
"""Of more records than are counted anyway, agencies and regions are those of the first few."""


_FEW_EXAMINED = 200
"""Entries looked at for the hits of other kinds, which only come beside the best."""


def _never() -> bool:
    return False


def search(
    reader: Reader,
    wording: Wording,
    query: str,
    *,
    agency: int | None = None,
    region: int | None = None,
    kind: str | None = None,
    limit: int = 20,
    each: int = 0,
    cancelled: Callable[[], bool] = _never,
) -> Results:
    """The best `limit` hits for what was typed, and the best `each` of every kind after them.

    Every word must be found, in any order: among names, posts and agencies of one record, or in one text; the
    language of queries is told in docs/search.md. `agency` (an organization) and `region` (a place) stand for
    all below them too; `kind` is one of `KINDS`. No text is an error; an empty one lists what the filters
    leave. Where `cancelled` turns true the answer is empty, since nobody waits for it: what the database does
    is broken off.
    """
    if kind is not None and kind not in KINDS:
        raise ValueError(f"{kind} is not a kind that search gives")
    nothing = Results(query, (), (), 0)
    try:
        with reader.interruptible(cancelled), _without_pauses():
            typed = parse(query)
            wanted = asked(reader, wording, typed, agency=agency, region=region, kind=kind)
            found = _Finding(reader, wording, typed, wanted, cancelled).results(limit, each)
    except DatabaseError:
        if cancelled():
            return nothing
        raise
    return nothing if cancelled() else found


@contextmanager
def _without_pauses() -> Iterator[None]:
    """Leave the collection of cycles for later: a full one takes longer than a frame."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class _Finding:
    """One search under way."""

    def __init__(
        self, reader: Reader, wording: Wording, query: Query, wanted: Asked, cancelled: Callable[[], bool]
    ) -> None:
        self.reader, self.wording, self.query, self.wanted = reader, wording, query, wanted
        self._cancelled = cancelled
        self._expressions = Expressions(reader)
        self._looks: list[Looking] = []

    def results(self, limit: int, each: int) -> Results:
        if self.wanted.impossible:
            return Results(self.query.text, (), (), 0, remarks=self.wanted.remarks)
        if self.wanted.is_apart:
            others = [terms.kind_of(entry) for entry in self._of_all_kinds([])]
            counts = facets(self.reader, self.wording, others, ())
            return Results(self.query.text, (), counts, 0, remarks=self.wanted.remarks)
        found = self._gather(self.wanted.limits, limit)
        counted = found.entries
        shown = found.best[:limit]
        if each and found.more and not self.wanted.places and not self.wanted.limits.kind:
            shown += self._of_other_kinds(shown, each)
        kinds = [terms.kind_of(entry) for entry in self._of_all_kinds(counted)]
        remarks = self.wanted.remarks
        if any(looking.is_cut for looking in self._looks) and len(shown) < limit:
            remarks = (*remarks, self._only_the_first())
        if self.wanted.places and self.wanted.limits.kind in (None, "person"):
            remarks = (*remarks, *nobody_covers(self.reader, self.wording, self.wanted.places))
        return Results(
            self.query.text,
            hits(
                self.reader, self.wording, self.query, shown, several_places=len(self.wanted.places or ()) > 1
            ),
            ()
            if self._cancelled()
            else facets(self.reader, self.wording, kinds, counted[:_COUNTED] if found.more else counted),
            len(counted),
            more=found.more,
            remarks=remarks,
        )

    def _gather(self, limits: Limits, enough: int) -> Gathered:
        """What answers within the limits; by how it belongs to the places first, where any are asked for."""
        if self.wanted.places is None:
            looking = self._looking(limits)
            return self._guessing(looking, enough, gather(looking, self.query, enough))
        best, others, more = dict[int, Found](), list[int](), False
        related = list(product(terms.RELATIONS, self.wanted.places))
        for relation, place in related:
            found = gather(self._looking(limits, (relation, place)), self.query, enough)
            for item in found.best:
                best.setdefault(item.entry, replace(item, relation=relation, place=place))
            others += found.others
            more = more or found.more
        everywhere = self._looking(limits, *related)
        known = Gathered(list(best.values()), others, more)
        guessed = self._guessing(everywhere, enough, known).best[len(best) :]
        return replace(known, best=[*known.best, *(self._related(item, limits, related) for item in guessed)])

    def _looking(self, limits: Limits, *related: tuple[str, int]) -> Looking:
        """Looks for what belongs to places in one of some ways."""
        mark = " OR ".join(term(terms.belongs(*each)) for each in related)
        limits = limits.with_terms(mark) if related else limits
        looking = Looking(self.reader, limits, self._cancelled, self._expressions)
        self._looks.append(looking)
        return looking

    def _only_the_first(self) -> str:
        return self.wording.say(
            "Only the first {n} were looked through for this; another word or filter finds more.",
            n=self.wording.number(MOST_EXAMINED),
        )

    def _related(self, item: Found, limits: Limits, related: list[tuple[str, int]]) -> Found:
        """What was found, with the first way in which it belongs to one of the places."""
        for relation, place in related:
            if self._looking(limits, (relation, place)).within([item.entry]):
                return replace(item, relation=relation, place=place)
        return item

    def _guessing(self, looking: Looking, enough: int, found: Gathered) -> Gathered:
        """What was found, and what may be meant where that is little."""
        if (
            not self.query.words
            or looking.limits.conditions
            or len(found.best) >= (FEW if len(self.query.words) == 1 else 1)
        ):
            return found
        guessed = guesses(looking, self.query, {item.entry for item in found.best}, enough)
        return replace(found, best=[*found.best, *guessed])

    def _of_other_kinds(self, shown: list[Found], each: int) -> Iterator[Found]:
        """The best by name of the kinds of which too few are shown; kinds with few records share one look."""
        looks = {KINDS[:1]: each, KINDS[1:2]: each, KINDS[2:]: each * 3}
        have, known = Counter(item.kind for item in shown), {item.entry for item in shown}
        for kinds, enough in looks.items():
            if all(have[kind] >= each for kind in kinds):
                continue
            limits = replace(self.wanted.limits, kinds=kinds)
            looking = Looking(self.reader, limits, self._cancelled, self._expressions, _FEW_EXAMINED)
            first = looking.anything_named(self.query, enough)
            for match in best_named(looking, self.query, first, enough):
                kind = terms.kind_of(match.entry)
                if have[kind] < each and match.entry not in known:
                    have[kind] += 1
                    yield Found(match.entry, "name")

    def _of_all_kinds(self, counted: list[int]) -> list[int]:
        """What a filter by kind would find with another kind, of those that the query leaves open."""
        if self.wanted.limits.kind == self.wanted.kind:
            return counted
        return self._gather(replace(self.wanted.limits, kind=self.wanted.kind), CAP).entries
