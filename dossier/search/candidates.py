"""The first pass: which records the full-text index offers for a query, capped, in no order yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from dossier.search.query import Query
from dossier.search.scope import listed, members_sql
from dossier.store import Reader

CAP = 400
"""Records that one look into the index may offer: ranking reads each, so this bounds the time of a search."""

_MOST_LEADING = 20
"""Where names find more people and organizations than this, what they said and did is not added."""

KINDS = ("person", "organization", "initiative", "event", "region", "place", "statement", "source")
"""The kinds that search gives, in the order of their groups; a region is a place of that kind."""

_RECORD_KINDS = tuple(kind for kind in KINDS if kind != "region")

Tier = Literal["name", "text", "link"]
TIERS: tuple[Tier, ...] = get_args(Tier)
"""How a record was found, best first: by names, posts and agency; by its text; by who took part in it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a search is limited to: SQL conditions on a `{pk}`, which `on` fills with a qualified column."""

    conditions: tuple[str, ...] = ()

    def on(self, pk: str) -> str:
        return " AND ".join(("TRUE", *(condition.format(pk=pk) for condition in self.conditions)))


@dataclass(slots=True)
class Candidates:
    """The tier in which each record was first found. `through` is who led to one found by a link."""

    tiers: dict[int, Tier] = field(default_factory=dict)
    through: dict[int, int] = field(default_factory=dict)

    def offer(self, tier: Tier, pks: Iterable[int]) -> None:
        for pk in pks:
            self.tiers.setdefault(pk, tier)

    def of(self, *tiers: Tier) -> list[int]:
        return [pk for pk, tier in self.tiers.items() if tier in tiers]


def limits(reader: Reader, *, agency: int | None, region: int | None, kind: str | None) -> Limits:
    """The conditions of the filters. `kind` is one of `KINDS`."""
    conditions = []
    if agency is not None:
        conditions.append(f"{{pk}} IN ({members_sql(reader, 'agency', agency)})")
    if region is not None:
        conditions.append(f"{{pk}} IN ({members_sql(reader, 'region', region)})")
    if kind == "region":
        conditions.append("{pk} IN (SELECT pk FROM place WHERE place_kind = 'region')")
    elif kind is not None:
        conditions.append(f"EXISTS (SELECT 1 FROM {kind} WHERE {kind}.pk = {{pk}})")
    return Limits(tuple(conditions))


def gather(reader: Reader, query: Query, limit: Limits) -> Candidates:
    """Records that answer the query: by names, posts and agency; by their text; by who took part in them."""
    found = Candidates()
    if not query.words:
        if not query.text.strip() and limit.conditions:
            found.offer("name", _everything(reader, limit))
        return found
    found.offer("name", _by_name(reader, query, limit))
    found.offer("text", _by_text(reader, query, limit))
    for pk, leading in _by_link(reader, query, limit):
        if pk not in found.tiers:
            found.offer("link", [pk])
            found.through[pk] = leading
    return found


def stands_in_names(reader: Reader, query: Query, limit: Limits) -> list[int]:
    """Records in whose names every word stands whole."""
    return _matching(reader, "name_index", f"names : ({query.as_whole_words})", limit)


def begins_in_names(reader: Reader, query: Query, limit: Limits, most: int = CAP) -> list[int]:
    """Records in whose names every word begins a word."""
    return _matching(reader, "name_index", f"names : ({query.as_beginnings})", limit, most)


def _by_name(reader: Reader, query: Query, limit: Limits) -> list[int]:
    """Whole words of names, then their beginnings, then any column, so that the cap costs the worst."""
    found = dict.fromkeys(stands_in_names(reader, query, limit))
    if len(found) < CAP:
        found |= dict.fromkeys(begins_in_names(reader, query, limit))
    if len(found) < CAP:
        found |= dict.fromkeys(_matching(reader, "name_index", query.as_beginnings, limit))
    return list(found)


def _by_text(reader: Reader, query: Query, limit: Limits) -> Iterator[int]:
    """Notes stand for the record they are on, so the limits are looked at after that."""
    pks = _matching(reader, "text_index", query.as_beginnings, Limits())
    owners = f"""
        SELECT coalesce(post.person, note.of, record.pk) AS shown
        FROM record LEFT JOIN note ON note.pk = record.pk LEFT JOIN post ON post.pk = note.of
        WHERE record.pk IN {listed(pks)}
    """
    rows = reader.rows(
        f"SELECT shown FROM ({owners}) JOIN record ON record.pk = shown "
        f"WHERE record.kind IN {_RECORD_KINDS} AND {limit.on('shown')} ORDER BY shown"
    )
    return (pk for (pk,) in rows)


def _by_link(reader: Reader, query: Query, limit: Limits) -> list[tuple[Any, ...]]:
    """What those found by name said, took part in or are involved in, as (record, who led to it)."""
    parties = Limits(("{pk} IN (SELECT pk FROM person UNION ALL SELECT pk FROM organization)",))
    leading = begins_in_names(reader, query, parties, _MOST_LEADING + 1)
    if len(leading) > _MOST_LEADING:
        return []
    return reader.rows(
        f"""
        SELECT pk, party FROM (
            SELECT statement AS pk, "to" AS party FROM statement_link WHERE role = 'speaker'
            UNION ALL SELECT event, party FROM participation
            UNION ALL SELECT initiative, party FROM involvement
        ) AS linked WHERE party IN {listed(leading)} AND {limit.on("linked.pk")} LIMIT {CAP}
        """
    )


def _everything(reader: Reader, limit: Limits) -> Iterator[int]:
    living = f"deleted = 0 AND kind IN {_RECORD_KINDS}"
    rows = reader.rows(f"SELECT pk FROM record WHERE {living} AND {limit.on('record.pk')} LIMIT {CAP}")
    return (pk for (pk,) in rows)


def _matching(reader: Reader, index: str, expression: str, limit: Limits, most: int = CAP) -> list[int]:
    allowed = limit.on(f"{index}.rowid")
    sql = f"SELECT rowid FROM {index} WHERE {index} MATCH :expression AND {allowed} LIMIT {most}"
    return [pk for (pk,) in reader.rows(sql, expression=expression)]
