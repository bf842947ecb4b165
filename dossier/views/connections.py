"""The connections of a record: who and what it is connected with, through what, each way with its source."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from dossier.language import Wording
from dossier.views import relations as rel
from dossier.views.connection_values import Connection, Connections, Way
from dossier.views.draft import Draft
from dossier.views.names import full_name, post_name, shown_name
from dossier.views.posts import post_until
from dossier.views.reach import Found, Reach, beyond, reach
from dossier.views.subjects import subject_of
from dossier.views.way_lines import learn_ways, way_line

if TYPE_CHECKING:
    from dossier.store import Reader

MOST = 40
"""Connected records that are shown; of more it is said how many."""

_OF_ONE_WAY = 25
"""Of these at most so many by the same way, as long as others wait: an agency is more than its people."""

_WAYS = 4


def connections_of(
    reader: "Reader", wording: Wording, today: date, pk: int, *, two_steps: bool = False
) -> Connections:
    """What a record is connected with, the closest first and of the equally close the newest.

    With `two_steps` what these are tied to follows, a few of each. A part stands for its record. Raises
    KeyError where there is no such record.
    """
    draft = Draft(reader, wording, today)
    lookup = draft.lookup
    subject = subject_of(lookup, pk)
    found = reach(reader, lookup, subject)
    grouped = by_party(found.found)
    shown = _chosen(grouped, MOST)
    told = {far: grouped[far][:_WAYS] for far in shown}
    after = beyond(reader, shown, {subject, *grouped}) if two_steps else ()
    learn_ways(draft, (*(each for ways in told.values() for each in ways), *after))
    learn_posts(draft, (*shown, *(each.far for each in after)))
    return Connections(
        subject,
        lookup.shown_kind(subject),
        full_name(lookup, wording, subject),
        shown_name(lookup, wording, subject, short=True),
        (
            *(_entry(draft, far, grouped[far], told[far]) for far in shown),
            *(_entry(draft, each.far, [each], [each], each.ties[0].near) for each in after),
        ),
        _rest(wording, len(grouped) - len(shown), found),
        draft.sources.lines(),
    )


def by_party(found: Iterable[Found]) -> dict[int, list[Found]]:
    """The ways to each connected record, each told once for what lies between: in the order they come in."""
    grouped: dict[int, list[Found]] = {}
    for each in found:
        ways = grouped.setdefault(each.far, [])
        if not any(_is_same(each, way) for way in ways):
            ways.append(each)
    return grouped


def learn_posts(draft: Draft, pks: Iterable[int]) -> None:
    """Read at once the posts by which people are known."""
    people = [pk for pk in pks if draft.lookup.kind(pk) == "person"]
    posts = rel.posts_of(draft.lookup, *people)
    draft.learn([pk for post in posts for pk in (post.pk, post.organization)])


def known_as(draft: Draft, pk: int) -> str:
    """The post by which a person is known, and until when where it is over; "" of anything else."""
    posts = rel.posts_of(draft.lookup, pk) if draft.lookup.kind(pk) == "person" else ()
    if not posts:
        return ""
    name, until = post_name(draft.lookup, draft.wording, posts[0]), post_until(draft, posts[0])
    return f"{name} ({until})" if until else name


def entry_of(draft: Draft, pk: int) -> Connection:
    """A record as an entry without ways: an end of a path."""
    return _entry(draft, pk, [], [])


def _is_same(one: Found, other: Found) -> bool:
    return one.through is not None and (one.way, one.through) == (other.way, other.through)


def _chosen(grouped: dict[int, list[Found]], most: int) -> tuple[int, ...]:
    if len(grouped) <= most:
        return tuple(grouped)
    taken: dict[str, int] = {}
    first: list[int] = []
    for far, ways in grouped.items():
        way = ways[0].way
        if taken.setdefault(way, 0) < _OF_ONE_WAY:
            taken[way] += 1
            first.append(far)
    kept = {*first[:most]}
    kept |= set([far for far in grouped if far not in kept][: most - len(kept)])
    return tuple(far for far in grouped if far in kept)


def _entry(
    draft: Draft, far: int, ways: list[Found], told: list[Found], via: int | None = None
) -> Connection:
    lookup = draft.lookup
    return Connection(
        far,
        lookup.shown_kind(far),
        full_name(lookup, draft.wording, far),
        shown_name(lookup, draft.wording, far, short=True),
        known_as(draft, far),
        ways[0].closeness if ways else 0,
        tuple(Way(way_line(draft, each), each.way, each.day, each.through) for each in told),
        len(ways) - len(told),
        via,
    )


def _rest(wording: Wording, more: int, found: Reach) -> str:
    if more <= 0:
        return ""
    if found.is_cut:
        return wording.count("and more than {n} more", "and more than {n} more", more)
    return wording.count("and {n} more", "and {n} more", more)
