"""What ties two records directly: one post, part, statement or place.

Each way of being tied is written once and read in both directions, so whatever is tied to A has A tied to it.
Of what hangs on a hub (a country has everybody) a number is read for each way, and it is told that there is
more.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from dossier.store.reader import json_list

if TYPE_CHECKING:
    from dossier.store import Reader

MOST = 5_000
"""Ties of one way that are read at once."""

_ATTESTED = "(SELECT max(on_earliest) FROM attestation WHERE attestation.post = post.pk)"
_STATED = "(SELECT max(on_earliest) FROM status WHERE status.initiative = {of}.initiative)"
_DATED = "date_earliest"
_SAID = "SELECT {one} AS a, {other} AS b, statement.pk AS fact, statement.on_earliest AS day FROM statement"
_SPEAKER = "JOIN statement_link AS speaker ON speaker.statement = statement.pk AND speaker.role = 'speaker'"
_OTHER = "JOIN statement_link AS other ON other.statement = statement.pk AND other.role = '{role}'"
_WORDS = 'speaker."to"', 'other."to"'


def _said(one: str, other: str, *joins: str) -> str:
    return " ".join((_SAID.format(one=one, other=other), *joins))


_PARTIES = ("person", "organization")
_TOPICS = (*_PARTIES, "initiative", "event", "place")


@dataclass(frozen=True, slots=True)
class _Kind:
    """A way of being tied: which kinds of records it ties, and in SQL (a, b, fact, day) which ones."""

    a: tuple[str, ...]
    b: tuple[str, ...]
    sql: str


def _pairs(a: str, b: str, table: str, day: str = "NULL") -> str:
    return f"SELECT {a} AS a, {b} AS b, {table}.pk AS fact, {day} AS day FROM {table}"


_TIES = {
    "post": _Kind(("person",), ("organization",), _pairs("person", "organization", "post", _ATTESTED)),
    "remit": _Kind(
        ("person",),
        ("place",),
        _pairs("post.person", "remit.place", "remit", _ATTESTED) + " JOIN post ON post.pk = remit.post",
    ),
    "participation": _Kind(
        _PARTIES,
        ("event",),
        _pairs("party", "event", "participation", "event.date_earliest")
        + " JOIN event ON event.pk = participation.event",
    ),
    "involvement": _Kind(
        _PARTIES,
        ("initiative",),
        _pairs("party", "initiative", "involvement", _STATED.format(of="involvement")),
    ),
    "about": _Kind(_PARTIES, _TOPICS, _said(*_WORDS, _SPEAKER, _OTHER.format(role="about"))),
    "addressee": _Kind(_PARTIES, _PARTIES, _said(*_WORDS, _SPEAKER, _OTHER.format(role="addressee"))),
    "together": _Kind(
        _PARTIES,
        _PARTIES,
        _said(*_WORDS, _SPEAKER, _OTHER.format(role="speaker"), 'WHERE speaker."to" < other."to"'),
    ),
    "said_at": _Kind(
        ("event",), _TOPICS, _said("statement.event", 'other."to"', _OTHER.format(role="about"))
    ),
    "event_initiative": _Kind(("event",), ("initiative",), _pairs("pk", "initiative", "event", _DATED)),
    "event_part_of": _Kind(("event",), ("event",), _pairs("pk", "part_of", "event", _DATED)),
    "part_of": _Kind(("organization",), ("organization",), _pairs("pk", "parent", "organization")),
    "coverage": _Kind(
        ("initiative",),
        ("place",),
        _pairs("initiative", "place", "coverage", _STATED.format(of="coverage")),
    ),
    "event_place": _Kind(("event",), ("place",), _pairs("pk", "place", "event", _DATED)),
    "said_in": _Kind(_PARTIES, ("place",), _said('speaker."to"', "statement.place", _SPEAKER)),
    "office": _Kind(("organization",), ("place",), _pairs("organization", "place", "office")),
    "place_in": _Kind(
        ("place",), ("place",), _pairs("pk", "parent", "place") + " WHERE place_kind = 'building'"
    ),
    "post_place": _Kind(("person",), ("place",), _pairs("person", "place", "post", _ATTESTED)),
    "country": _Kind(("organization",), ("place",), _pairs("pk", "country", "organization")),
}
WAYS = tuple(_TIES)
"""The ways of being tied directly, from what people do to where things merely are."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One record (`fact`) that ties `near` to `far`; `day` is the first day of its date, "" for none.

    `to` is the end that the fact points at: the event of a part in it, the topic of a statement.
    """

    near: int
    far: int
    way: str
    fact: int
    day: str
    to: int


def ties(
    reader: "Reader",
    pks: Iterable[int],
    ways: Iterable[str] = WAYS,
    *,
    most: int = MOST,
    cut: Callable[[str], object] = lambda way: None,
) -> Iterator[Tie]:
    """The ties of some records; `cut` is called for each way that has more than `most`."""
    by_kind: dict[str, list[int]] = {}
    for pk, kind in reader.kinds(pks).items():
        by_kind.setdefault(kind, []).append(pk)
    for way in ways:
        kinds = _TIES[way]
        for near, far, ends in (("a", "b", kinds.a), ("b", "a", kinds.b)):
            here = [pk for kind in ends for pk in by_kind.get(kind, ())]
            if not here:
                continue
            rows = reader.rows(_question(way, near, far), pks=json_list(here), most=most + 1)
            if len(rows) > most:
                cut(way)
            for one, other, fact, day in islice(rows, most):
                yield Tie(one, other, way, fact, day or "", other if far == "b" else one)


@cache
def _question(way: str, near: str, far: str) -> str:
    return (
        f"SELECT {near}, {far}, fact, day FROM ({_TIES[way].sql}) "
        f"WHERE {near} IN (SELECT value FROM json_each(:pks)) AND {far} IS NOT NULL AND a <> b LIMIT :most"
    )
