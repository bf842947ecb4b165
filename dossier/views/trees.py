"""The tree of organizations with the people who hold posts in each, read branch by branch as it is opened."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from dossier.language import Wording
from dossier.model.dates import Date
from dossier.model.records import Attestation, Citation, Organization, Person, Post
from dossier.store import json_list
from dossier.views import relations as rel
from dossier.views.brief_posts import BriefPost, brief_posts, names_of_people
from dossier.views.draft import Draft
from dossier.views.lookup import Lookup
from dossier.views.names import acronym_of, brief_name, learn_names
from dossier.views.periods import organizations_within, people_within, posts_within
from dossier.views.posts import is_over, post_standing, post_until
from dossier.views.standings import AHEAD, ATTESTED, PRESUMED, STANDINGS, UNKNOWN
from dossier.views.values import TreeRow

if TYPE_CHECKING:
    from dossier.store import Reader


_TOLD = (ATTESTED, PRESUMED, UNKNOWN, AHEAD)  # of what is over, until when says enough
_AT = "SELECT pk FROM post WHERE organization = :pk"
_IDLE = "SELECT pk FROM person WHERE pk NOT IN (SELECT person FROM post)"


def organization_children(
    reader: "Reader",
    wording: Wording,
    today: date,
    pk: int | None,
    *,
    unposted: bool = True,
    period: Date | None = None,
    standing: bool = False,
) -> tuple[TreeRow, ...]:
    """The rows below an organization: its people, former ones last, then the organizations under it.

    None asks for the roots: the organizations under no other one, then people with no post. For these all
    people have to be looked through; without `unposted` they are left out. With a `period` only what lies in
    it is there; with `standing` each person tells how surely they held their post on that day.
    """
    draft = Draft(reader, wording, today, standing=standing)
    below = reader.find(Organization, parent=pk)
    if period:
        there = organizations_within(reader, period)
        below = tuple(each for each in below if each.pk in there)
    if pk is not None:
        posts = [post for (post,) in reader.rows(_AT, pk=pk)]
        if period:
            held = posts_within(reader, period, pk)
            posts = [post for post in posts if post in held]
        return (*_people(draft, posts, pk), *_organizations(draft, below))
    idle = [pk for (pk,) in reader.rows(_IDLE)] if unposted else []
    if period:
        idle = sorted(people_within(reader, period, idle))
    return (*_organizations(draft, below), *_unposted(draft, idle))


def has_unposted(reader: "Reader") -> bool:
    """Whether there is anybody with no post."""
    return bool(reader.rows(f"{_IDLE} LIMIT 1"))


def tree_around(
    reader: "Reader", wording: Wording, today: date, pks: Iterable[int], *, standing: bool = False
) -> dict[int | None, tuple[TreeRow, ...]]:
    """Some organizations and people with what holds them: the rows under each, and under None the roots.

    A person stands at the organization they were known of last.
    """
    draft = Draft(reader, wording, today, standing=standing)
    kinds = reader.kinds(pks)
    people = [pk for pk, kind in kinds.items() if kind == Person.kind]
    newest: dict[int, Post] = {}
    for post in rel.posts_of(draft.lookup, *people):
        newest.setdefault(post.person, post)
    places = {pk for pk, kind in kinds.items() if kind == Organization.kind}
    places |= {post.organization for post in newest.values()}
    found = draft.lookup.some(Organization, [*places, *rel.above(draft.lookup, *sorted(places))])
    branches: dict[int | None, list[TreeRow]] = {None: []}
    for post in newest.values():
        branches.setdefault(post.organization, [])
    for pk, rows in branches.items():
        posts = [post.pk for post in newest.values() if post.organization == pk]
        rows += _people(draft, posts, pk) if pk else []
    for row in _organizations(draft, found):
        branches.setdefault(row.parent, []).append(row)
    branches[None] += _unposted(draft, [pk for pk in people if pk not in newest])
    return {pk: tuple(rows) for pk, rows in branches.items()}


def tree_path(reader: "Reader", pk: int) -> tuple[int, ...]:
    """The chain of rows from a root down to an organization or a person; () for anything else."""
    lookup = Lookup(reader)
    kind = lookup.kind(pk)
    if kind == "organization":
        return (*reversed(rel.above(lookup, pk)), pk)
    if kind != "person":
        return ()
    employers = rel.employers(lookup, pk)
    return (*reversed(rel.above(lookup, employers[0])), employers[0], pk) if employers else (pk,)


def _organizations(draft: Draft, found: tuple[Organization, ...]) -> list[TreeRow]:
    pks = [each.pk for each in found]
    learn_names(draft.lookup, pks)
    parents = _holding(draft, pks)
    rows = [_organization(draft, each, each.pk in parents) for each in found]
    # By what a row begins with: the acronym stands before the name.
    return sorted(rows, key=lambda row: draft.wording.sort_key(row.acronym or row.name))


def _holding(draft: Draft, pks: list[int]) -> set[int]:
    """Those with anything under them; there may be a million posts, of which one each is enough."""
    given = "SELECT value FROM json_each(:pks)"
    sql = f"SELECT value FROM ({given}) WHERE EXISTS (SELECT 1 FROM {{}} WHERE {{}} = value)"
    reader, listed = draft.lookup.reader, json_list(pks)
    found = reader.rows(sql.format("organization", "parent"), pks=listed)
    found += reader.rows(sql.format("post", "organization"), pks=listed)
    return {pk for (pk,) in found}


def _organization(draft: Draft, record: Organization, has_children: bool) -> TreeRow:
    name = brief_name(draft.lookup, draft.wording, record.pk)
    acronym = acronym_of(draft.lookup, draft.wording, record.pk)
    return TreeRow(
        pk=record.pk,
        kind="organization",
        name=name,
        acronym="" if acronym == name else acronym,
        has_children=has_children,
        parent=record.parent,
    )


def _people(draft: Draft, posts: Sequence[int], organization: int) -> list[TreeRow]:
    reader, wording = draft.lookup.reader, draft.wording
    brief = brief_posts(reader, wording, posts)
    whole = _learn_times(draft, brief)
    held: dict[int, list[BriefPost]] = {}
    for post in brief:
        held.setdefault(post.person, []).append(post)
    names = names_of_people(reader, wording, held)

    def order(post: BriefPost) -> int:
        if draft.standing:
            return STANDINGS.index(post_standing(draft, whole[post.pk]))
        return post.pk in whole and is_over(draft, whole[post.pk])

    rows = []
    for person, own in held.items():
        own.sort(key=order)
        titles = dict.fromkeys(_title(draft, post, whole.get(post.pk)) for post in own)
        surest = post_standing(draft, whole[own[0].pk]) if draft.standing else ""
        detail = ", ".join(filter(None, titles))
        row = _person(draft, person, names[person], detail, organization, surest)
        rows.append((order(own[0]), wording.sort_key(row.name), row))
    return [row for _, _, row in sorted(rows, key=lambda found: found[:2])]


def _learn_times(draft: Draft, posts: list[BriefPost]) -> dict[int, Post]:
    """The posts of which all is read, with their days: those that may be over, or all where that is told."""
    pks = [post.pk for post in posts if draft.standing or (post.held and post.held.ends[1])]
    lookup = draft.lookup
    lookup.of(Attestation, "post", *pks)
    lookup.of(Citation, "of", *pks)
    return {post.pk: post for post in lookup.some(Post, pks)}


def _title(draft: Draft, post: BriefPost, whole: Post | None) -> str:
    """The title, with the term where one is recorded; of a post that is over, first of all until when."""
    if whole and (until := post_until(draft, whole)):
        return ", ".join(part for part in (until, post.title) if part)
    term = draft.wording.date(post.held, "short") if post.held else ""
    return ", ".join(part for part in (post.title, term) if part)


def _unposted(draft: Draft, people: list[int]) -> list[TreeRow]:
    names = names_of_people(draft.lookup.reader, draft.wording, people)
    rows = [_person(draft, pk, name, "", None, "") for pk, name in names.items()]
    return sorted(rows, key=lambda row: draft.wording.sort_key(row.name))


def _person(draft: Draft, pk: int, name: str, detail: str, parent: int | None, standing: str) -> TreeRow:
    """With how surely they held the post, in words before it, so that nobody has to know the signs."""
    words = draft.wording.label("standing", standing).lower() if standing in _TOLD else ""
    detail = " · ".join(part for part in (words, detail) if part)
    return TreeRow(pk=pk, kind=Person.kind, name=name, detail=detail, parent=parent, standing=standing)
