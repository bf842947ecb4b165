"""What is found for a query: by names, posts and agencies; by text; by who took part."""

from dataclasses import dataclass
from typing import Literal, get_args

from dossier.search.comparing import compared
from dossier.search.contacts import by_contact
from dossier.search.expressions import SLIP
from dossier.search.limits import Limits
from dossier.search.passes import CAP, Looking, Match
from dossier.search.phrases import holding_phrases
from dossier.search.query import Query
from dossier.search.scope import listed
from dossier.store import terms

_MOST_LEADING = 20
"""Where names find more people and organizations than this, what they said and did is not added."""

_FEW = 20
"""So many records are sooner compared with the query than asked for in each manner of matching."""

Tier = Literal["name", "text", "contact", "link"]
TIERS: tuple[Tier, ...] = get_args(Tier)
"""How a record was found, best first: by names, posts and agency; by its text; by its phone or e-mail; by who
took part in it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A record found, and how: `query` is what it answers, where that is not the query as it was typed.

    `through` is who led to one found by a link; `keyboard` is what the typed letters are on another layout;
    `relation` is how it belongs to the `place` that was asked for.
    """

    entry: int
    tier: Tier
    through: int | None = None
    query: Query | None = None
    keyboard: str = ""
    relation: str = ""
    place: int = 0

    @property
    def pk(self) -> int:
        return terms.pk_of(self.entry)

    @property
    def kind(self) -> str:
        return terms.kind_of(self.entry)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was found, best first, as far as `enough`; `more`: there is more, and `others` are some of it."""

    best: list[Found]
    others: list[int]
    more: bool

    @property
    def entries(self) -> list[int]:
        """Everything known to answer, for counting."""
        return list(dict.fromkeys((*(item.entry for item in self.best), *self.others)))


def gather(looking: Looking, query: Query, enough: int) -> Gathered:
    """The best `enough` records that answer a query, and up to `CAP` in whatever order to count among."""
    if query.is_empty:
        return _of_signs(looking, query) or _everything(looking, query)
    if query.phrases:
        return _with_phrases(looking, query)
    others = looking.anything_named(query, CAP)
    best = [_named(match) for match in best_named(looking, query, others, enough)]
    if len(others) == CAP:
        return Gathered(best, others, True)
    known = set(others)
    further = [Found(entry, "text") for entry in looking.by_text(query, CAP) if entry not in known]
    known.update(item.entry for item in further)
    reached = [Found(entry, "contact") for entry in by_contact(looking, query, CAP) if entry not in known]
    known.update(item.entry for item in reached)
    further += reached
    further += [
        Found(entry, "link", through=leading)
        for entry, leading in _by_link(looking, query)
        if entry not in known
    ]
    if len(others) <= enough:
        return Gathered([*best, *further], [], len(further) >= CAP)
    return Gathered(best, [*others, *(item.entry for item in further)], len(further) >= CAP)


def best_named(looking: Looking, query: Query, named: list[int], enough: int) -> list[Match]:
    """The best by name, where the first that match in whatever manner are known."""
    if len(named) <= _FEW:
        return compared(looking.reader, query, named)
    return looking.by_name(query, enough)


def _named(match: Match) -> Found:
    return Found(match.entry, "name")


def _of_signs(looking: Looking, query: Query) -> Gathered | None:
    """Names that have no letter are compared as they stand."""
    expression = looking.expressions.begun(terms.signs(query.bare)) if query.bare else None
    if expression is None:
        return None
    entries = looking.left(query, list(looking.entries("name_index", expression, most=CAP)))
    return Gathered([Found(entry, "name") for entry in entries], [], len(entries) >= CAP)


def _everything(looking: Looking, query: Query) -> Gathered:
    """All that the limits and the excluded words leave, where there are any; nothing for no query at all."""
    asks = query.fields or query.excluded if query.text.strip() else looking.limits != Limits()
    if not asks:
        return Gathered([], [], False)
    entries = looking.everything(CAP)
    best = [Found(entry, "name") for entry in looking.left(query, entries)]
    return Gathered(best, [], len(entries) >= CAP)


def _with_phrases(looking: Looking, query: Query) -> Gathered:
    """Candidates hold the words of the phrases somewhere; only their texts say whether in this order."""
    named = {match.entry: _named(match) for match in looking.by_name(query, CAP)}
    worded = looking.by_text(query, CAP)
    holding = holding_phrases(looking.reader, query, [*named, *worded])
    found = [item for entry, item in named.items() if entry in holding]
    found += [Found(entry, "text") for entry in worded if entry in holding and entry not in named]
    return Gathered(found, [], len(named) >= CAP or len(worded) >= CAP)


def _by_link(looking: Looking, query: Query) -> list[tuple[int, int]]:
    """What those found by name said, took part in or are involved in, and what takes place in or is about
    the places found so, as (entry, who or which place led to it)."""
    parties = listed(_leading(looking, query, ("person", "organization")))
    places = listed(_leading(looking, query, ("region", "place")))
    linked = looking.reader.rows(
        f"""
        SELECT entry, party FROM (
            SELECT statement AS pk, "to" AS party FROM statement_link
            WHERE role = 'speaker' AND "to" IN {parties}
            UNION ALL SELECT event, party FROM participation WHERE party IN {parties}
            UNION ALL SELECT initiative, party FROM involvement WHERE party IN {parties}
            UNION ALL SELECT initiative, place FROM coverage WHERE place IN {places}
            UNION ALL SELECT pk, place FROM event WHERE place IN {places}
            UNION ALL SELECT statement, "to" FROM statement_link WHERE role = 'about' AND "to" IN {places}
        ) JOIN index_entry USING (pk) ORDER BY entry LIMIT {CAP}
        """
    )
    allowed = looking.within([entry for entry, _ in linked])
    return [(entry, party) for entry, party in linked if entry in allowed]


def _leading(looking: Looking, query: Query, kinds: tuple[str, ...]) -> list[int]:
    """The records of some kinds that are found by name; none where there are many."""
    among = Looking(looking.reader, Limits(kinds=kinds), looking.cancelled)
    expression = among.expressions.names(query, SLIP - 1)
    found = list(among.entries("name_index", expression, most=_MOST_LEADING + 1)) if expression else []
    return [terms.pk_of(entry) for entry in found] if len(found) <= _MOST_LEADING else []
