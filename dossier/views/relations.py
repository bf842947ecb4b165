"""How records hang together, found once for every block: posts, statements, initiatives, events, places."""

from collections.abc import Iterable
from typing import TypeVar

from dossier.model.dates import Date
from dossier.model.records import (
    Attestation,
    Citation,
    ContactPoint,
    Coverage,
    Event,
    Initiative,
    Involvement,
    Organization,
    Participation,
    Place,
    Post,
    Record,
    Remit,
    Statement,
    StatementLink,
    Text,
)
from dossier.store import json_list
from dossier.views.covering import first_told
from dossier.views.lookup import Lookup

R = TypeVar("R", bound=Record)

WEIGHTY = ("announced", "asked", "offered", "committed")
"""Natures that bind or open something; what merely was said, its own verb tells."""

_MOST_ENDED = 20
_ROLE_ORDER = ("host", "guest", "speaker", "participant", "subject")


def below(lookup: Lookup, *organizations: int) -> tuple[int, ...]:
    """The organizations and everything under them, parents first."""
    found = list(dict.fromkeys(organizations))
    level = found
    while level:
        level = [child.pk for child in lookup.of(Organization, "parent", *level) if child.pk not in found]
        found += level
    return tuple(found)


def above(lookup: Lookup, *organizations: int) -> tuple[int, ...]:
    """The organizations over some others, nearest first; the others are not among them."""
    found: list[int] = []
    level = list(organizations)
    while level:
        parents = (each.parent for each in lookup.some(Organization, level))
        level = [pk for pk in dict.fromkeys(parents) if pk and pk not in found and pk not in organizations]
        found += level
    return tuple(found)


def posts_of(lookup: Lookup, *people: int) -> tuple[Post, ...]:
    """The posts of people, the one known of latest first."""
    return by_newest(lookup, lookup.of(Post, "person", *people))


def posts_at(lookup: Lookup, *organizations: int) -> tuple[Post, ...]:
    """The posts at organizations, in the order of the organizations."""
    return lookup.of(Post, "organization", *organizations)


def predecessors(lookup: Lookup, posts: Iterable[Post]) -> dict[int, Post]:
    """By posts, the one at the same organization that ended on the day they began, where that can be told."""
    found: dict[int, Post] = {}
    for post in posts:
        start = post.held.ends[0] if post.held else None
        if not (start and start.latest):
            continue
        rows = lookup.reader.rows(
            "SELECT pk FROM post WHERE organization = :organization AND held_latest = :day "
            "AND person <> :person LIMIT :most",
            organization=post.organization,
            day=start.latest.isoformat(),
            person=post.person,
            most=_MOST_ENDED,
        )
        ended = lookup.some(Post, [pk for (pk,) in rows])
        if len(ended) > 1:
            titles = _titles(lookup, post)
            ended = tuple(each for each in ended if titles & _titles(lookup, each))
        if len(ended) == 1:
            found[post.pk] = ended[0]
    return found


def _titles(lookup: Lookup, post: Post) -> set[str]:
    return {text.text for text in lookup.of(Text, "of", post.pk) if text.field == "title"}


def by_newest(lookup: Lookup, posts: Iterable[Post]) -> tuple[Post, ...]:
    posts = tuple(posts)
    lookup.of(Attestation, "post", *(post.pk for post in posts))
    lookup.of(Citation, "of", *(post.pk for post in posts))
    return tuple(sorted(posts, key=lambda post: _known_until(lookup, post), reverse=True))


def attested(lookup: Lookup, post: Post) -> tuple[Date, ...]:
    """The days on which a source shows a post as held, or somebody confirmed it."""
    days = [each.on for each in lookup.of(Attestation, "post", post.pk)]
    days += [each.confirmed for each in lookup.of(Citation, "of", post.pk)]
    return tuple(day for day in days if day)


def remits(lookup: Lookup, *posts: int) -> tuple[Remit, ...]:
    return lookup.of(Remit, "post", *posts)


def staff(lookup: Lookup, *organizations: int) -> tuple[tuple[int, int], ...]:
    """Post and person of all who hold posts at organizations, in the order of the organizations.

    Of a ministry these are tens of thousands: their records are read only of those who are shown.
    """
    place = {pk: number for number, pk in enumerate(organizations)}
    rows = lookup.reader.rows(
        "SELECT organization, pk, person FROM post WHERE organization IN (SELECT value FROM json_each(:pks))",
        pks=json_list(organizations),
    )
    rows.sort(key=lambda row: (place[row[0]], row[1]))
    return tuple((post, person) for _, post, person in rows)


def acts_of(lookup: Lookup, record_class: type[R], field: str, *organizations: int) -> tuple[R, ...]:
    """The records whose `field` is one of the organizations or else, in their order, who holds a post there.

    Few of the people of a ministry ever act: the file is asked for what there is, not for each of them.
    """
    rows = lookup.reader.rows(
        "SELECT act.pk, 0, actor.key, 0 FROM json_each(:pks) AS actor "
        f'JOIN "{record_class.kind}" AS act ON act."{field}" = actor.value '
        "UNION ALL SELECT act.pk, 1, actor.key, post.pk FROM json_each(:pks) AS actor "
        "JOIN post ON post.organization = actor.value "
        f'JOIN "{record_class.kind}" AS act ON act."{field}" = post.person',
        pks=json_list(organizations),
    )
    rows.sort(key=lambda row: (row[1:], row[0]))
    return lookup.some(record_class, [row[0] for row in rows])


def employers(lookup: Lookup, *people: int) -> tuple[int, ...]:
    return tuple(dict.fromkeys(post.organization for post in posts_of(lookup, *people)))


def statements_by(lookup: Lookup, *parties: int) -> tuple[Statement, ...]:
    """What people or organizations said, newest first."""
    return _statements(lookup, lookup.of(StatementLink, "to", *parties), "speaker")


def statements_for(lookup: Lookup, *organizations: int) -> tuple[Statement, ...]:
    """What organizations and the people with posts there said, newest first."""
    return _statements(lookup, acts_of(lookup, StatementLink, "to", *organizations), "speaker")


def statements_about(lookup: Lookup, *pks: int) -> tuple[Statement, ...]:
    """What was said about, or to, some records, newest first."""
    return _statements(lookup, lookup.of(StatementLink, "to", *pks), "about", "addressee")


def statements_at(lookup: Lookup, *events: int) -> tuple[Statement, ...]:
    """What was said at events, in the order it is told in."""
    found = _by_then(lookup, lookup.of(Statement, "event", *events))
    lookup.of(StatementLink, "statement", *(each.pk for each in found))
    return found


def by_speaker(lookup: Lookup, statements: Iterable[Statement]) -> tuple[tuple[Statement, ...], ...]:
    """Statements of the same speakers together; what was offered or promised before what was talked about."""
    groups: dict[tuple[int, ...], list[Statement]] = {}
    for each in statements:
        groups.setdefault(speakers(lookup, each.pk), []).append(each)
    sorted_groups = [tuple(sorted(group, key=_lightness)) for group in groups.values()]
    return tuple(sorted(sorted_groups, key=lambda group: _lightness(group[0])))


def weightiest(statements: Iterable[Statement]) -> Statement | None:
    """The first statement that offers, asks, announces or promises; else the first of all."""
    return next(iter(sorted(statements, key=_lightness)), None)


def speakers(lookup: Lookup, statement: int) -> tuple[int, ...]:
    return tuple(link.to for link in links_of(lookup, statement, "speaker"))


def _lightness(statement: Statement) -> bool:
    return statement.nature not in WEIGHTY


def links_of(lookup: Lookup, statement: int, role: str) -> tuple[StatementLink, ...]:
    return tuple(link for link in lookup.of(StatementLink, "statement", statement) if link.role == role)


def spoken_of(lookup: Lookup, statements: Iterable[Statement], kind: str) -> tuple[int, ...]:
    """The records of a kind that statements are about."""
    links = lookup.of(StatementLink, "statement", *(statement.pk for statement in statements))
    pks = [link.to for link in links if link.role == "about"]
    lookup.learn_kinds(pks)
    return tuple(dict.fromkeys(pk for pk in pks if lookup.kind(pk) == kind))


def involvements_of(lookup: Lookup, *parties: int) -> tuple[Involvement, ...]:
    return lookup.of(Involvement, "party", *parties)


def initiatives_by(lookup: Lookup, pks: Iterable[int]) -> tuple[Initiative, ...]:
    return lookup.some(Initiative, pks)


def coverage_of(lookup: Lookup, *initiatives: int) -> tuple[Coverage, ...]:
    return lookup.of(Coverage, "initiative", *initiatives)


def places_in(lookup: Lookup, *places: int) -> tuple[int, ...]:
    """Places with what lies in them, such as a building in a city."""
    found = list(dict.fromkeys(places))
    level = found
    while level:
        level = [child.pk for child in lookup.of(Place, "parent", *level) if child.pk not in found]
        found += level
    return tuple(found)


def participations_of(lookup: Lookup, *parties: int) -> tuple[Participation, ...]:
    """The parts that people or organizations have in events, the newest event first."""
    return _by_event(lookup, lookup.of(Participation, "party", *parties))


def participations_for(lookup: Lookup, *organizations: int) -> tuple[Participation, ...]:
    """The parts that organizations and the people with posts there have in events, the newest event first."""
    return _by_event(lookup, acts_of(lookup, Participation, "party", *organizations))


def _by_event(lookup: Lookup, parts: Iterable[Participation]) -> tuple[Participation, ...]:
    parts = tuple(parts)
    lookup.some(Event, [part.event for part in parts])
    return tuple(sorted(parts, key=lambda part: _first_day(lookup.one(Event, part.event).date), reverse=True))


def participants(lookup: Lookup, *events: int) -> tuple[Participation, ...]:
    """Who takes part in events, the hosts first."""
    parts = lookup.of(Participation, "event", *events)
    return tuple(sorted(parts, key=lambda part: (_ROLE_ORDER.index(part.role), part.pk)))


def contacts_of(lookup: Lookup, *parties: int) -> tuple[ContactPoint, ...]:
    return lookup.of(ContactPoint, "of", *parties)


def _statements(lookup: Lookup, links: Iterable[StatementLink], *roles: str) -> tuple[Statement, ...]:
    pks = [link.statement for link in links if link.role in roles]
    found = sorted(_by_then(lookup, lookup.some(Statement, pks)), key=lambda each: each.pk)
    lookup.of(StatementLink, "statement", *pks)
    return tuple(sorted(found, key=lambda each: _first_day(each.on), reverse=True))


def statements_in(lookup: Lookup, place: int) -> tuple[Statement, ...]:
    """What was said in a place."""
    return _by_then(lookup, lookup.of(Statement, "place", place))


def _by_then(lookup: Lookup, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Those made by the day shown: on a day of their own, else at an event, else told of by then."""
    until = lookup.until
    if until is None:
        return statements
    lookup.some(Event, (each.event for each in statements if not each.on))
    days = {each.pk: each.on or (each.event and lookup.one(Event, each.event).date) for each in statements}
    told = first_told(lookup, [pk for pk, day in days.items() if not day])
    firsts = {pk: day.earliest if day else told.get(pk) for pk, day in days.items()}
    return tuple(each for each in statements if not ((first := firsts[each.pk]) and first > until))


def _known_until(lookup: Lookup, post: Post) -> tuple[str, int]:
    days = [*attested(lookup, post), *([post.held] if post.held else [])]
    until = str(lookup.until or "9999")
    return max((known for day in days if (known := _first_day(day)) <= until), default=""), -post.pk


def _first_day(value: Date | None) -> str:
    return str(value.earliest or value.latest or "") if value else ""
