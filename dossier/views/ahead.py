"""Reads what a page will ask for before its blocks do: a long page costs no more queries than a short one."""

from collections.abc import Iterable

from dossier.model.records import (
    Attestation,
    Involvement,
    Participation,
    Record,
    Statement,
    StatementLink,
    Status,
)
from dossier.views import relations as rel
from dossier.views.draft import Draft


def read_ahead(
    draft: Draft,
    *,
    statements: Iterable[Statement],
    events: Iterable[int],
    initiatives: Iterable[int],
    attended: Iterable[int] = (),
) -> None:
    """Read the relations, names, posts and citations around statements, events and initiatives.

    Of the events that are `attended` the page says who else was there; of any other, only what it was.
    """
    lookup = draft.lookup
    events, initiatives, said = tuple(events), tuple(initiatives), [each.pk for each in statements]
    links = lookup.of(StatementLink, "statement", *said)
    parts = lookup.of(Participation, "event", *attended)
    roles = lookup.of(Involvement, "initiative", *initiatives)
    coverage = rel.coverage_of(lookup, *initiatives)
    statuses = lookup.of(Status, "initiative", *initiatives)
    parties = {*(link.to for link in links), *(part.party for part in parts), *(role.party for role in roles)}
    lookup.learn_kinds(parties)
    posts = rel.posts_of(lookup, *(pk for pk in parties if lookup.kind(pk) == "person"))
    days = lookup.of(Attestation, "post", *(post.pk for post in posts))
    relations: tuple[Record, ...] = (*links, *parts, *roles, *coverage, *statuses, *days)
    draft.learn(
        said,
        events,
        initiatives,
        parties,
        (pk for post in posts for pk in (post.pk, post.organization)),
        (each.place for each in coverage),
        facts=(relation.pk for relation in relations),
    )
