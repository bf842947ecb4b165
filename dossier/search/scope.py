"""Where records belong, to filter by and to count: agencies with all below them, and regions.

A person belongs to the agencies of their posts, a statement to who speaks and is spoken to, an event or
initiative to who takes part; each then to everything above that.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from dossier.store import Reader

Of = Literal["agency", "region"]


@dataclass(frozen=True, slots=True)
class _Tree:
    """A kind of record that nests, and the pairs (record, what it belongs to directly)."""

    kind: str
    pairs: str


_TREES: dict[Of, _Tree] = {
    "agency": _Tree(
        "organization",
        """
        SELECT pk, pk AS unit FROM organization
        UNION ALL SELECT person, organization FROM post
        UNION ALL SELECT statement, "to" FROM statement_link
        UNION ALL SELECT link.statement, post.organization
            FROM statement_link AS link JOIN post ON post.person = link."to" WHERE link.role <> 'about'
        UNION ALL SELECT event, party FROM participation
        UNION ALL SELECT event, post.organization
            FROM participation JOIN post ON post.person = participation.party
        UNION ALL SELECT initiative, party FROM involvement
        UNION ALL SELECT initiative, post.organization
            FROM involvement JOIN post ON post.person = involvement.party
        """,
    ),
    "region": _Tree(
        "place",
        """
        SELECT pk, pk AS unit FROM place
        UNION ALL SELECT initiative, place FROM coverage
        UNION ALL SELECT pk, place FROM event
        UNION ALL SELECT pk, place FROM statement
        UNION ALL SELECT statement, "to" FROM statement_link WHERE role = 'about'
        UNION ALL SELECT organization, place FROM office
        UNION ALL SELECT person, place FROM post
        UNION ALL SELECT post.person, remit.place FROM remit JOIN post ON post.pk = remit.post
        """,
    ),
}


def organization_and_below(reader: Reader, pk: int) -> frozenset[int]:
    """The organization and all that have it above them."""
    return _and_below(reader, "organization", pk)


def members_sql(reader: Reader, of: Of, pk: int) -> str:
    """A SELECT of the pks of all records that belong to an agency or region, or to one below it."""
    tree = _TREES[of]
    return f"SELECT pk FROM ({tree.pairs}) WHERE unit IN {listed(_and_below(reader, tree.kind, pk))}"


def belonging(reader: Reader, of: Of, pks: Collection[int]) -> dict[int, frozenset[int]]:
    """The agencies or regions of each record, with all above them; only those that have any."""
    tree = _TREES[of]
    rows = reader.rows(
        f"""
        WITH RECURSIVE belongs(pk, unit) AS (
            SELECT pk, unit FROM ({tree.pairs}) WHERE pk IN {listed(pks)}
            UNION SELECT belongs.pk, {tree.kind}.parent FROM belongs JOIN {tree.kind} ON {tree.kind}.pk = unit
        )
        SELECT belongs.pk, unit FROM belongs JOIN {tree.kind} ON {tree.kind}.pk = unit
        {"WHERE place_kind = 'region'" if of == "region" else ""}
        """
    )
    found: dict[int, set[int]] = {}
    for pk, unit in rows:
        found.setdefault(pk, set()).add(unit)
    return {pk: frozenset(units) for pk, units in found.items()}


def _and_below(reader: Reader, kind: str, pk: int) -> frozenset[int]:
    rows = reader.rows(
        f"WITH RECURSIVE below(pk) AS (SELECT :pk UNION SELECT {kind}.pk FROM {kind} JOIN below "
        f"ON {kind}.parent = below.pk) SELECT pk FROM below",
        pk=pk,
    )
    return frozenset(below for (below,) in rows)


def listed(pks: Collection[int]) -> str:
    """Our own integers may stand in a statement, where bound values are limited in number."""
    return f"({','.join(map(str, pks))})"
