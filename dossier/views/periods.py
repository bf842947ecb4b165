"""What lies in a period: the records that something dated of theirs puts there, found by the database.

A date lies in a period where one of the days it can span does: of a month or a year any day counts, an open
end has no limit. What is not dated lies in no period. A post lies where it was held or attested, a person
where a post of theirs does, or where they took part in an event or said something; an organization where its
people or any below it do, or where it acted itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.model.dates import Date
from dossier.store import json_list

if TYPE_CHECKING:
    from dossier.store import Reader

_MANY = 20_000
"""Posts in a period: of fewer the organizations are looked up, of more each organization asks for one."""


def _lies(table: str, field: str) -> str:
    date = f'{table}."{field}'
    return (
        f"({date}\" IS NOT NULL AND ifnull({date}_earliest\", '') <= :last "
        f"AND ifnull({date}_latest\", '9999') >= :first)"
    )


_EVENT, _ON = _lies("event", "date"), _lies("statement", "on")
_HELD, _ATTESTED = _lies("post", "held"), _lies("attestation", "on")
_POSTS = f"SELECT pk FROM post WHERE {_HELD} UNION ALL SELECT post FROM attestation WHERE {_ATTESTED}"
_SHOWN = f"SELECT 1 FROM attestation WHERE attestation.post = post.pk AND {_ATTESTED}"
_IS_THERE = f"({_HELD} OR EXISTS ({_SHOWN}))"
# What was said on a day of its own, or at an event: then when that was.
_SAID = (
    f"SELECT pk FROM statement WHERE {_ON} UNION "
    "SELECT statement.pk FROM event CROSS JOIN statement ON statement.event = event.pk "
    f'WHERE statement."on" IS NULL AND {_EVENT}'
)
_LINKED = (
    f'SELECT link."to" AS pk FROM ({_SAID}) AS said CROSS JOIN statement_link AS link '
    "ON link.statement = said.pk WHERE link.role"
)
_ACTING = (
    "SELECT party AS pk FROM event CROSS JOIN participation ON participation.event = event.pk "
    f"WHERE {_EVENT} UNION {_LINKED} = 'speaker'"
)
_INITIATIVES = (
    f"SELECT pk FROM initiative WHERE {_lies('initiative', 'period')} "
    f"UNION SELECT initiative FROM status WHERE {_lies('status', 'on')} "
    f"UNION SELECT initiative FROM event WHERE initiative IS NOT NULL AND {_EVENT} "
    f"UNION SELECT pk FROM ({_LINKED} = 'about') WHERE pk IN (SELECT pk FROM initiative)"
)
_PLACES = (
    f"SELECT place FROM event WHERE place IS NOT NULL AND {_EVENT} "
    f"UNION SELECT place FROM ({_SAID}) AS said JOIN statement USING (pk) WHERE place IS NOT NULL "
    f"UNION SELECT pk FROM ({_LINKED} = 'about') WHERE pk IN (SELECT pk FROM place) "
    f"UNION SELECT place FROM coverage WHERE initiative IN ({_INITIATIVES})"
)
_UNDATED = (
    "SELECT pk FROM initiative WHERE period IS NULL "
    'AND NOT EXISTS (SELECT 1 FROM status WHERE status.initiative = initiative.pk AND "on" IS NOT NULL) '
    "AND NOT EXISTS (SELECT 1 FROM event WHERE event.initiative = initiative.pk AND date IS NOT NULL) "
    "AND NOT EXISTS (SELECT 1 FROM statement_link AS link JOIN statement ON statement.pk = link.statement "
    "LEFT JOIN event ON event.pk = statement.event WHERE link.\"to\" = initiative.pk AND link.role = 'about' "
    'AND coalesce(statement."on", event.date) IS NOT NULL)'
)
_TOOK_PART = (
    "SELECT 1 FROM participation JOIN event ON event.pk = participation.event "
    f"WHERE participation.party = {{}} AND {_EVENT}"
)
_SPOKE = (
    "SELECT 1 FROM statement_link AS link JOIN statement ON statement.pk = link.statement "
    "LEFT JOIN event ON event.pk = statement.event WHERE link.\"to\" = {} AND link.role = 'speaker' "
    f'AND ({_ON} OR statement."on" IS NULL AND {_EVENT})'
)
_EMPLOYERS = "SELECT DISTINCT organization FROM ({}) AS found CROSS JOIN post ON post.{} = found.pk"


@dataclass(frozen=True, slots=True)
class Within:
    """The initiatives and places in a period, and the initiatives that have no date at all."""

    pks: frozenset[int]
    undated: frozenset[int]


def within(reader: "Reader", period: Date) -> Within:
    """What the lists of initiatives and regions show of a period."""

    def found() -> Within:
        initiatives = _pks(reader, _INITIATIVES, period)
        places = _pks(reader, _climbing("place", _PLACES), period)
        return Within(initiatives | places, _pks(reader, _UNDATED, period))

    return reader.remembered(("within", period.text), found)


def organizations_within(reader: "Reader", period: Date) -> frozenset[int]:
    """The organizations in a period, with those above them."""

    def found() -> frozenset[int]:
        few = len(reader.rows(f"{_POSTS} LIMIT {_MANY}", **_ends(period))) < _MANY
        own = _EMPLOYERS.format(f"SELECT * FROM ({_POSTS} LIMIT {_MANY})", "pk")
        if not few:
            own = (
                "SELECT pk FROM organization WHERE EXISTS "
                f"(SELECT 1 FROM post WHERE post.organization = organization.pk AND {_IS_THERE})"
            )
        acting = f"SELECT pk FROM ({_ACTING}) WHERE pk IN (SELECT pk FROM organization)"
        sql = f"{own} UNION {_EMPLOYERS.format(_ACTING, 'person')} UNION {acting}"
        return _pks(reader, _climbing("organization", sql), period)

    return reader.remembered(("organizations within", period.text), found)


def posts_within(reader: "Reader", period: Date, organization: int) -> frozenset[int]:
    """The posts at an organization that lie in a period, or whose holders acted in it."""
    sql = f"SELECT pk FROM post WHERE organization = :pk AND ({_IS_THERE} OR {_acted('post.person')})"
    return _pks(reader, sql, period, pk=organization)


def parties_within(reader: "Reader", period: Date, pks: Iterable[int]) -> frozenset[int]:
    """Which of some people and organizations lie in a period."""
    given = frozenset(pks)
    return people_within(reader, period, given) | given & organizations_within(reader, period)


def people_within(reader: "Reader", period: Date, pks: Iterable[int]) -> frozenset[int]:
    """Which of some people lie in a period."""
    held = f"SELECT 1 FROM post WHERE post.person = given.value AND {_IS_THERE}"
    sql = (
        "SELECT given.value FROM json_each(:pks) AS given JOIN person ON person.pk = given.value "
        f"WHERE EXISTS ({held}) OR {_acted('given.value')}"
    )
    return _pks(reader, sql, period, pks=json_list(pks))


def _acted(person: str) -> str:
    return f"EXISTS ({_TOOK_PART.format(person)}) OR EXISTS ({_SPOKE.format(person)})"


def _climbing(table: str, sql: str) -> str:
    """What a question finds, with all that is above it."""
    return (
        f"WITH RECURSIVE found(pk) AS (SELECT * FROM ({sql}) UNION SELECT {table}.parent FROM found "
        f"JOIN {table} ON {table}.pk = found.pk WHERE {table}.parent IS NOT NULL) SELECT pk FROM found"
    )


def _pks(reader: "Reader", sql: str, period: Date, **values: object) -> frozenset[int]:
    return frozenset(pk for (pk,) in reader.rows(sql, **_ends(period), **values))


def _ends(period: Date) -> dict[str, str]:
    return {
        "first": str(period.earliest or "0000"),
        "last": str(period.latest or "9999-12-31"),
    }
