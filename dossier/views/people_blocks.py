"""Blocks about people: the posts they hold, who is where, whom to ask and how to reach them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dossier.model.dates import Date
from dossier.model.records import Attestation, ContactPoint, Event, Name, Participation, Post, Text
from dossier.views import relations as rel
from dossier.views.blocks import block
from dossier.views.citing import Fact
from dossier.views.draft import Draft, Medium, as_runs, joined
from dossier.views.phrases import is_recent
from dossier.views.posts import is_over, post_facts, post_phrase, with_standing
from dossier.views.values import Block, Line, Run

_MOST_PEOPLE: dict[Medium, int] = {"card": 60, "sheet": 12}
_FIRST_PEOPLE: dict[Medium, int] = {"card": 40, "sheet": 6}
"""Of more people than the most, how many stand on a page."""

_AT_A_TIME = 200

_PRIORITY_AMONG_MANY = 4


def posts(draft: Draft, person: int) -> Block:
    """The posts of a person, each with how long it is known to have been held."""
    found = rel.posts_of(draft.lookup, person)
    _learn_posts(draft, found)
    return block(draft, "posts", [_post_line(draft, post) for post in found])


def people(draft: Draft, organization: int, posts: Sequence[int]) -> Block:
    """The people with posts at an organization and below it: the first of them, and how many more there are.

    Those who have left come last. All of a ministry, which are thousands, are a list of its own
    (`contact_lists`).
    """
    shown = _still_held_first(draft, posts, people_shown(draft, len(posts)))
    _learn_posts(draft, shown)
    lines = [_holder_line(draft, post, organization) for post in shown]
    if (more := len(posts) - len(shown)) > 0:
        lines.append(Line(as_runs([draft.wording.count("and {n} more post", "and {n} more posts", more)])))
    return block(draft, "people", lines)


def _still_held_first(draft: Draft, posts: Sequence[int], most: int) -> list[Post]:
    """The first posts, those that are over last; of thousands no more are read than it takes."""
    held: list[Post] = []
    over: list[Post] = []
    for start in range(0, len(posts), _AT_A_TIME):
        some = draft.lookup.some(Post, posts[start : start + _AT_A_TIME])
        _learn_posts(draft, [post for post in some if post.held and post.held.ends[1]])
        for post in some:
            (over if is_over(draft, post) else held).append(post)
        if len(held) >= most:
            break
    return [*held, *over][:most]


def people_shown(draft: Draft, number: int) -> int:
    """Of so many people of an organization, how many stand on its page; where all would fit, all."""
    return number if number <= _MOST_PEOPLE[draft.medium] else _FIRST_PEOPLE[draft.medium]


def also_there(draft: Draft, person: int, events: Iterable[int]) -> Block:
    """Who else took part in what a person took part in."""
    parts = [part for part in rel.participants(draft.lookup, *events) if part.party != person]
    return block(draft, "also_there", _participant_lines(draft, parts, with_role=False))


def participants(draft: Draft, event: int) -> Block:
    """Who takes part in an event, in which role."""
    return block(
        draft,
        "participants",
        _participant_lines(draft, rel.participants(draft.lookup, event), with_role=True),
    )


def whom_to_ask(draft: Draft, people: Iterable[int]) -> Block:
    """People who can tell more, with the post they are known by."""
    asked = tuple(dict.fromkeys(people))
    draft.learn(asked)
    known = rel.posts_of(draft.lookup, *asked)
    _learn_posts(draft, known)
    latest = {post.person: post for post in reversed(known)}
    lines = [
        _holder_line(draft, latest[pk])
        if pk in latest
        else draft.line([draft.link(pk, bold=True)], [(pk, "")])
        for pk in asked
    ]
    return block(draft, "whom_to_ask", lines)


def contacts(draft: Draft, *parties: int) -> Block:
    """How to reach a party, or several: then each line says whom; on a sheet each has one line."""
    found = [point for point in rel.contacts_of(draft.lookup, *parties) if not _is_page(point)]
    by_party = {party: [point for point in found if point.of == party] for party in parties}
    reached = {party: points for party, points in by_party.items() if points}
    if draft.medium == "sheet" and len(reached) > 1:
        # Among many to be reached what was said matters more than the last of them.
        lines = [_party_contacts_line(draft, party, points) for party, points in reached.items()]
        return replace(block(draft, "contacts", lines), priority=_PRIORITY_AMONG_MANY)
    lines = [_contact_line(draft, point, named=point.of != parties[0]) for point in found]
    return block(draft, "contacts", lines)


def links(draft: Draft, party: int) -> Block:
    """The web pages of a party."""
    found = rel.contacts_of(draft.lookup, party)
    return block(
        draft, "links", [_contact_line(draft, point, named=False) for point in found if _is_page(point)]
    )


def other_names(draft: Draft, pk: int) -> tuple[Line, ...]:
    """Every other name, and what kind of name in which language it is."""
    shown = draft.name(pk)
    names = [name for name in draft.lookup.of(Name, "of", pk) if name.text != shown]
    draft.sources.learn(name.pk for name in names)
    return tuple(
        draft.line(
            [name.text], [(name.pk, "")], notes=[name_note(draft, name), *draft.derivation((name.pk, ""))]
        )
        for name in names
    )


def name_note(draft: Draft, name: Name) -> str:
    kind = draft.wording.label("name_kind", name.name_kind)
    language = name.language.split("-")[0]
    if language not in ("en", "ru", "kk"):
        return kind
    spoken = draft.wording.label("language", language)
    return draft.wording.say(
        "{kind}, {language}", kind=kind, language=spoken.lower() if draft.wording.code != "en" else spoken
    )


def post_runs(draft: Draft, post: Post, *, bold: bool = False) -> tuple[Run, ...]:
    """The title and, as a link, the organization: “Representative in Kazakhstan, … Fund (UNICEF)”.

    On a sheet its short name does, since the full one stands above.
    """
    title = draft.text(post.pk, "title")
    short = draft.medium == "sheet"
    organization = (
        (draft.link(post.organization, short=True),) if short else draft.organization(post.organization)
    )
    return joined([(Run(title.text, bold=bold),), organization]) if title else organization


def _learn_posts(draft: Draft, posts: Iterable[Post]) -> None:
    """Read at once what the lines of posts need."""
    found = tuple(posts)
    pks = [post.pk for post in found]
    draft.learn(pks, [post.person for post in found], [post.organization for post in found])
    days = draft.lookup.of(Attestation, "post", *pks)
    draft.sources.learn(each.pk for each in (*days, *rel.remits(draft.lookup, *pks)))


def _post_line(draft: Draft, post: Post) -> Line:
    facts, texts = post_facts(draft, post)
    phrase = post_phrase(draft, post)
    notes: list[tuple[Run, ...] | str] = [str(phrase), *_remit(draft, post)]
    if before := rel.predecessors(draft.lookup, [post]).get(post.pk):
        notes.append((Run(draft.wording.say("before: ")), draft.link(before.person)))
    facts += [(remit.pk, "") for remit in rel.remits(draft.lookup, post.pk)]
    line = draft.line(post_runs(draft, post, bold=True), facts, texts=texts, notes=notes, stale=phrase.stale)
    return with_standing(draft, line, post)


def _remit(draft: Draft, post: Post) -> list[tuple[Run, ...] | str]:
    """The places and topics a post answers for, where a source says so."""
    places = [remit.place for remit in rel.remits(draft.lookup, post.pk)]
    topics = draft.text(post.pk, "remit")
    worded: list[tuple[Run, ...] | str] = []
    if places:
        worded.append((Run(draft.wording.say("covers: ")), *draft.links(places)))
    if topics:
        worded.append(draft.wording.say("topics: {topics}", topics=topics.text))
    return worded


def _holder_line(draft: Draft, post: Post, organization: int | None = None) -> Line:
    """A person with their post; its organization is named unless it is the one of the block."""
    facts, texts = post_facts(draft, post)
    phrase = post_phrase(draft, post)
    groups = [(draft.link(post.person, bold=True),), *((Run(text.text),) for text in texts)]
    if post.organization != organization:
        groups.append((draft.link(post.organization, short=True),))
    line = draft.line(joined(groups), facts, texts=texts, notes=[str(phrase)], stale=phrase.stale)
    return with_standing(draft, line, post)


def _participant_lines(draft: Draft, parts: Iterable[Participation], *, with_role: bool) -> list[Line]:
    parts = tuple(parts)
    draft.learn([part.party for part in parts], [part.pk for part in parts])
    several = len({part.event for part in parts}) > 1
    known = rel.posts_of(
        draft.lookup, *(part.party for part in parts if draft.lookup.kind(part.party) == "person")
    )
    _learn_posts(draft, known)
    latest = {post.person: post for post in reversed(known)}
    return [_participant_line(draft, part, latest.get(part.party), with_role, several) for part in parts]


def _participant_line(
    draft: Draft, part: Participation, post: Post | None, with_role: bool, with_event: bool
) -> Line:
    groups = [(draft.link(part.party, bold=True),)]
    facts: list[Fact] = [(part.pk, "")]
    texts: list[Text] = []
    notes: list[tuple[Run, ...] | str] = []
    stale = False
    if post:
        known, texts = post_facts(draft, post)
        facts += known
        groups += [*((Run(text.text),) for text in texts), (draft.link(post.organization, short=True),)]
        phrase = post_phrase(draft, post)
        stale = phrase.stale
    if with_role:
        notes.append(draft.wording.label("participation_role", part.role).lower())
    if with_event:
        event = draft.lookup.one(Event, part.event)
        notes.append((draft.link(event.pk, short=True),))
    if post:
        # How it was held before and until when stands on the person's own page.
        notes.append("; ".join(phrase.clauses[:2]))
    return draft.line(joined(groups), facts, texts=texts, notes=notes, stale=stale)


def _party_contacts_line(draft: Draft, party: int, points: list[ContactPoint]) -> Line:
    """All ways to reach one of several, as old as the oldest of them."""
    wording = draft.wording
    runs = joined([(Run(point.value, bold=True),) for point in points])
    days = sorted((point.confirmed for point in points if point.confirmed), key=_first_day)
    if len(days) < len(points):
        note = wording.say("day of confirmation not stated")
    elif days[0] == days[-1]:
        note = wording.say("confirmed {on}", on=wording.date(days[0], "on"))
    else:
        note = wording.say("the oldest confirmed {on}", on=wording.date(days[0], "on"))
    stale = not all(is_recent(point.confirmed, draft.today) for point in points)
    facts = [(point.pk, "") for point in points]
    return draft.line([draft.link(party, short=True), Run(": "), *runs], facts, notes=[note], stale=stale)


def _first_day(value: Date) -> str:
    return str(value.earliest or value.latest or "")


def _contact_line(draft: Draft, point: ContactPoint, *, named: bool) -> Line:
    wording = draft.wording
    label = wording.label("contact_kind", point.contact_kind)
    runs = [Run(f"{label}: "), Run(point.value, bold=True)]
    if named:
        runs = [draft.link(point.of, short=True), Run(", "), *runs]
    if point.confirmed:
        note = wording.say("confirmed {on}", on=wording.date(point.confirmed, "on"))
    else:
        note = wording.say("day of confirmation not stated")
    notes = [point.label, note] if point.label else [note]
    stale = not is_recent(point.confirmed, draft.today)
    return draft.line(runs, [(point.pk, "")], notes=notes, stale=stale)


def _is_page(point: ContactPoint) -> bool:
    return point.contact_kind == "web"
