"""The tree of organizations with the people who hold posts in each, read branch by branch as it is opened."""

from datetime import date
from typing import TYPE_CHECKING

from dossier.language import Wording
from dossier.model.records import Organization, Person, Post
from dossier.views import relations as rel
from dossier.views.draft import Draft
from dossier.views.lookup import Lookup
from dossier.views.names import acronym_of, brief_name, learn_names, shown_name, text_of
from dossier.views.people_blocks import is_over, post_until
from dossier.views.values import TreeRow

if TYPE_CHECKING:
    from dossier.store import Reader


def organization_children(
    reader: "Reader", wording: Wording, today: date, pk: int | None
) -> tuple[TreeRow, ...]:
    """The rows below an organization: its people, former ones last, then the organizations under it.

    None asks for the roots: the organizations under no other one, then people with no post.
    """
    draft = Draft(reader, wording, today)
    if pk is not None:
        posts = rel.posts_at(draft.lookup, pk)
        return (
            *_people(draft, posts, pk),
            *_organizations(draft, draft.lookup.of(Organization, "parent", pk)),
        )
    roots = reader.find(Organization, parent=None)
    idle = [pk for (pk,) in reader.rows("SELECT pk FROM person WHERE pk NOT IN (SELECT person FROM post)")]
    return (*_organizations(draft, roots), *_unposted(draft, idle))


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
    parents = {each.parent for each in draft.lookup.of(Organization, "parent", *pks)}
    parents |= {post.organization for post in draft.lookup.of(Post, "organization", *pks)}
    rows = [_organization(draft, each, each.pk in parents) for each in found]
    # By what a row begins with: the acronym stands before the name.
    return sorted(rows, key=lambda row: draft.wording.sort_key(row.acronym or row.name))


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


def _people(draft: Draft, posts: tuple[Post, ...], organization: int) -> list[TreeRow]:
    learn_names(draft.lookup, [*(post.person for post in posts), *(post.pk for post in posts)])
    titles: dict[int, dict[str, None]] = {}
    for post in posts:
        titles.setdefault(post.person, {})[_title(draft, post)] = None
    rows = [_person(draft, pk, ", ".join(filter(None, found)), organization) for pk, found in titles.items()]
    there = {post.person for post in posts if not is_over(draft, post)}
    return sorted(rows, key=lambda row: (row.pk not in there, draft.wording.sort_key(row.name)))


def _title(draft: Draft, post: Post) -> str:
    """The title, with the term where one is recorded; of a post that is over, first of all until when."""
    title = text_of(draft.lookup, draft.wording, post.pk, "title")
    if until := post_until(draft, post):
        return ", ".join(part for part in (until, title) if part)
    term = draft.wording.date(post.held, "short") if post.held else ""
    return ", ".join(part for part in (title, term) if part)


def _unposted(draft: Draft, people: list[int]) -> list[TreeRow]:
    learn_names(draft.lookup, people)
    rows = [_person(draft, pk, "", None) for pk in people]
    return sorted(rows, key=lambda row: draft.wording.sort_key(row.name))


def _person(draft: Draft, pk: int, detail: str, parent: int | None) -> TreeRow:
    name = shown_name(draft.lookup, draft.wording, pk)
    return TreeRow(pk=pk, kind=Person.kind, name=name, detail=detail, parent=parent)
