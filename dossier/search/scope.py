"""Where records belong, to filter by and to count: agencies with all below them, and regions.

A person belongs to the agencies of their posts, a statement to who speaks and is spoken to, an event or
initiative to who takes part; each then to everything above that.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from dossier.store import Reader, json_list

_MOST_PAIRS = 1_000
"""An event may have thousands of guests; what their agencies are is counted of the first."""

Of = Literal["agency", "region"]


@dataclass(frozen=True, slots=True)
class _Tree:
    """A kind of record that nests, and of each kind the pairs (pk, what it belongs to directly)."""

    kind: str
    pairs: dict[str, tuple[str, ...]]


_TREES: dict[Of, _Tree] = {
    "agency": _Tree(
        "organization",
        {
            "organization": ("SELECT pk, pk AS unit FROM organization",),
            "person": ("SELECT person AS pk, organization AS unit FROM post",),
            "statement": (
                'SELECT statement AS pk, "to" AS unit FROM statement_link',
                "SELECT link.statement AS pk, post.organization AS unit FROM statement_link AS link "
                "JOIN post ON post.person = link.\"to\" WHERE link.role <> 'about'",
            ),
            "event": (
                "SELECT event AS pk, party AS unit FROM participation",
                "SELECT event AS pk, post.organization AS unit FROM participation "
                "JOIN post ON post.person = participation.party",
            ),
            "initiative": (
                "SELECT initiative AS pk, party AS unit FROM involvement",
                "SELECT initiative AS pk, post.organization AS unit FROM involvement "
                "JOIN post ON post.person = involvement.party",
            ),
        },
    ),
    "region": _Tree(
        "place",
        {
            "region": ("SELECT pk, pk AS unit FROM place",),
            "place": ("SELECT pk, pk AS unit FROM place",),
            "initiative": ("SELECT initiative AS pk, place AS unit FROM coverage",),
            "event": ("SELECT pk, place AS unit FROM event",),
            "statement": (
                "SELECT pk, place AS unit FROM statement",
                "SELECT statement AS pk, \"to\" AS unit FROM statement_link WHERE role = 'about'",
            ),
            "organization": ("SELECT organization AS pk, place AS unit FROM office",),
            "person": (
                "SELECT person AS pk, place AS unit FROM post",
                "SELECT post.person AS pk, remit.place AS unit FROM remit JOIN post ON post.pk = remit.post",
            ),
        },
    ),
}


def organization_and_below(reader: Reader, *pks: int) -> frozenset[int]:
    """The organizations and all that have one of them above them."""
    below_each = reader.remembered(("below each",), lambda: _below_each(reader))
    found, waiting = set(pks), list(pks)
    while waiting:
        further = [pk for pk in below_each.get(waiting.pop(), ()) if pk not in found]
        found.update(further)
        waiting += further
    return frozenset(found)


def belongs_sql(reader: Reader, agencies: Collection[int], kinds: Collection[str]) -> str:
    """A condition that the record `{pk}`, of one of the kinds, belongs to one of the agencies or below it."""
    pairs = [pair for kind in kinds for pair in _TREES["agency"].pairs.get(kind, ())]
    if not pairs:
        return "FALSE"
    below = reader.remembered(
        ("below", frozenset(agencies)), lambda: listed(organization_and_below(reader, *agencies))
    )
    units = " UNION ALL ".join(f"SELECT unit FROM ({pair}) WHERE pk = {{pk}}" for pair in pairs)
    # The limit keeps SQLite from making the list of agencies anew for each of the pairs.
    return f"EXISTS (SELECT 1 FROM ({units} LIMIT -1) WHERE unit IN {below})"


def belonging(reader: Reader, of: Of, by_kind: Mapping[str, Collection[int]]) -> Counter[int]:
    """How many of the records, given by their kinds, belong to each agency or region, or to one below it."""
    keys = {("belongs to", of, pk): (kind, pk) for kind, pks in by_kind.items() for pk in pks}
    known = reader.memory.recalled(keys)
    if len(known) < len(keys):
        missing: dict[str, list[int]] = {}
        for kind, pk in (keys[key] for key in keys if key not in known):
            missing.setdefault(kind, []).append(pk)
        found, is_whole = _belong_to(reader, _TREES[of], missing)
        units = {("belongs to", of, pk): found.get(pk, frozenset()) for pks in missing.values() for pk in pks}
        if is_whole:
            reader.memory.remember(units)
        known |= units
    return Counter(chain.from_iterable(known.values()))


def _belong_to(
    reader: Reader, tree: _Tree, by_kind: Mapping[str, Collection[int]]
) -> tuple[dict[int, frozenset[int]], bool]:
    """What each record belongs to with all above that, and whether nothing was left out as too much."""
    direct: dict[int, set[int]] = {}
    is_whole = True
    for kind, pks in by_kind.items():
        for pair in tree.pairs.get(kind, ()):
            rows = reader.rows(
                f"SELECT pk, unit FROM ({pair}) WHERE unit NOTNULL "
                f"AND pk IN (SELECT value FROM json_each(:pks)) LIMIT {_MOST_PAIRS}",
                pks=json_list(pks),
            )
            is_whole = is_whole and len(rows) < _MOST_PAIRS
            for pk, unit in rows:
                direct.setdefault(pk, set()).add(unit)
    above = reader.remembered(("above", tree.kind), dict[int, frozenset[int]])
    missing = set().union(*direct.values()).difference(above)
    if missing:
        above.update(_above(reader, tree.kind, missing))
    # Most belong to one unit only, and share what is above it.
    return {
        pk: above[next(iter(units))]
        if len(units) == 1
        else frozenset[int]().union(*(above[unit] for unit in units))
        for pk, units in direct.items()
    }, is_whole


def _above(reader: Reader, kind: str, units: Collection[int]) -> dict[int, frozenset[int]]:
    """Each unit with all above it; of places only regions are given. What is no unit of the kind has none."""
    shown = " AND place_kind = 'region'" if kind == "place" else ""
    rows = reader.each_row(
        f"""
        WITH RECURSIVE above(pk, unit) AS (
            SELECT pk, pk FROM {kind} WHERE pk IN {listed(units)}
            UNION SELECT above.pk, {kind}.parent FROM above JOIN {kind} ON {kind}.pk = unit
            WHERE {kind}.parent NOTNULL
        )
        SELECT above.pk, unit FROM above JOIN {kind} ON {kind}.pk = unit{shown}
        """
    )
    found: dict[int, set[int]] = {unit: set() for unit in units}
    for pk, unit in rows:
        found[pk].add(unit)
    return {unit: frozenset(above) for unit, above in found.items()}


def _below_each(reader: Reader) -> dict[int, list[int]]:
    """What lies directly below each organization."""
    below: dict[int, list[int]] = {}
    for pk, parent in reader.each_row("SELECT pk, parent FROM organization WHERE parent NOTNULL"):
        below.setdefault(parent, []).append(pk)
    return below


def listed(pks: Iterable[int]) -> str:
    """Our own integers may stand in a statement, where bound values are limited in number."""
    return f"({','.join(map(str, pks))})"
