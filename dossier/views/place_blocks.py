"""Blocks about where: what a place is, what goes on there, where organizations sit, and how bodies nest."""

from dossier.model.records import Event, FormerCode, Office, Organization, Place, Post, Remit
from dossier.views import relations as rel
from dossier.views.blocks import block
from dossier.views.draft import Draft
from dossier.views.said_blocks import event_list
from dossier.views.values import Block, Line, Run

_MOST_BELOW = 24
"""Bodies under an organization that its page names; the tree shows them all."""


def place_facts(draft: Draft, pk: int) -> Block:
    """Code, former codes and what the place lies in."""
    wording, place = draft.wording, draft.lookup.one(Place, pk)
    lines = []
    if place.code:
        label = wording.say("ISO code")
        lines.append(draft.line([place.code], [(pk, "code")], when=label))
    for former in draft.lookup.of(FormerCode, "place", pk):
        held = [wording.date(former.held)] if former.held else []
        lines.append(
            draft.line([former.code], [(former.pk, "")], when=wording.say("Former code"), notes=held)
        )
    if place.existed:
        when = wording.say("Exists as a unit of its own")
        lines.append(draft.line([wording.date(place.existed)], [(pk, "existed")], when=when))
    if place.parent:
        lines.append(draft.line([draft.link(place.parent)], [(pk, "parent")], when=wording.say("Lies in")))
    return block(draft, "facts", lines)


def events_there(draft: Draft, pk: int) -> Block:
    """Events at a place or in what lies in it."""
    inside = (
        (pk,)
        if draft.lookup.one(Place, pk).place_kind in ("country", "area")
        else rel.places_in(draft.lookup, pk)
    )
    return event_list(draft, [event.pk for event in draft.lookup.of(Event, "place", *inside)])


def organizations_there(draft: Draft, pk: int) -> Block:
    """Organizations with an office in a place."""
    offices = draft.lookup.of(Office, "place", *rel.places_in(draft.lookup, pk))
    draft.learn([office.organization for office in offices])
    lines = [draft.line(draft.organization(each.organization), [(each.pk, "")]) for each in offices]
    return block(draft, "offices", lines)


def offices(draft: Draft, organization: int) -> Block:
    """Where an organization sits."""
    found = draft.lookup.of(Office, "organization", organization)
    return block(draft, "offices", [draft.line([draft.link(each.place)], [(each.pk, "")]) for each in found])


def structure(draft: Draft, organization: int) -> Block:
    """What an organization is part of, and what is part of it."""
    own = draft.lookup.one(Organization, organization)
    lines: list[Line] = []
    if own.parent:
        runs = [Run(draft.wording.say("Part of ")), *draft.organization(own.parent)]
        lines.append(draft.line(runs, [(organization, "parent")]))
    found = draft.lookup.of(Organization, "parent", organization)
    draft.learn([child.pk for child in found])
    children = sorted(
        found,
        key=lambda child: draft.wording.sort_key(draft.name(child.pk, short=True)),
    )
    if children:
        named = [child.pk for child in children[:_MOST_BELOW]]
        left = len(children) - len(named)
        more = [Run(draft.wording.count(" and {n} more", " and {n} more", left))] if left else []
        runs = [Run(draft.wording.say("Below it: ")), *draft.links(named, short=True), *more]
        lines.append(draft.line(runs, [(pk, "parent") for pk in named]))
    return block(draft, "structure", lines)


def answering_for(draft: Draft, place: int) -> tuple[int, ...]:
    """The people who answer for a place, as far as a source says so."""
    posts = [remit.post for remit in draft.lookup.of(Remit, "place", place)]
    return tuple(dict.fromkeys(post.person for post in draft.lookup.some(Post, posts)))
