"""The one line that says why a record matters: made of its own records, with their numbers and verbs."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dossier.model.records import Coverage, Event, Involvement, Statement, StatementLink
from dossier.views import relations as rel
from dossier.views.draft import Draft, joined
from dossier.views.initiative_blocks import describing
from dossier.views.posts import is_over
from dossier.views.said_blocks import event_facts, event_phrase, statement_facts, statement_line
from dossier.views.values import Line, Run

_MOST_NAMED = 3
_LONGEST = 400
"""Letters of a statement that surely finds room above the blocks, so that none of them repeats it."""


def gist(draft: Draft, pk: int) -> Line | None:
    """The line, or None where the records carry none: a statement where one says it, never a mere status."""
    lookup = draft.lookup
    match lookup.kind(pk):
        case "person":
            said = rel.statements_by(lookup, pk)
            own = _own_words(draft, pk, said) or _told(draft, pk)
            return own or _part(draft, pk) or _event_of(draft, pk) or _succession(draft, pk)
        case "organization":
            said = rel.statements_for(lookup, *rel.below(lookup, pk))
            own = _own_words(draft, pk, said, topics=False)
            part = _part(draft, pk)
            # Who says much is known by what they do; of whom only others tell, by that.
            if own or (part and said):
                return own or part
            return _people(draft, pk) or _told(draft, pk) or part or _event_of(draft, pk)
        case "initiative":
            return _summary(draft, pk) or _told(draft, pk)
        case "event":
            return _weightiest(draft, pk) or _talked_about(draft, pk) or _told(draft, pk)
        case "place":
            return _named_place(draft, pk) or _told(draft, pk)
    return None


def _own_words(
    draft: Draft, party: int, statements: Sequence[Statement], *, topics: bool = True
) -> Line | None:
    """What was said by a party, or for it: what was offered or promised, or else the only statement.

    Where there are several, with `topics`, what they are about.
    """
    first = rel.weightiest(statements)
    if first and (first.nature in rel.WEIGHTY or len(statements) == 1):
        return _statement(draft, first, party)
    if not (first and topics):
        return None
    lead = (Run(draft.wording.say("Spoke about: ")),)
    return _initiatives_in(draft, statements, lead) or _statement(draft, first, party)


def _statement(draft: Draft, statement: Statement, page: int) -> Line:
    """A statement as the gist of a page, with when and where it was said, and stands nowhere else on it."""
    text = draft.text(statement.pk, "statement")
    if text and len(text.text) <= _LONGEST:
        draft.told.add(statement.pk)
    speaks = page in rel.speakers(draft.lookup, statement.pk)
    line = statement_line(draft, statement, party=page if speaks else None, dated=False)
    where: list[tuple[Run, ...]] = []
    if statement.event != page:
        where += [(Run(draft.wording.date(statement.on)),)] if statement.on else []
        where += [(draft.link(statement.event),)] if statement.event else []
    return replace(line, note=joined([note for note in (joined(where), line.note) if note], "; "))


def _people(draft: Draft, organization: int) -> Line | None:
    """What the people of an organization spoke about."""
    whole = rel.below(draft.lookup, organization)
    links = rel.acts_of(draft.lookup, StatementLink, "to", *whole)
    for person in dict.fromkeys(link.to for link in links):
        statements = rel.statements_by(draft.lookup, person)
        lead = (draft.link(person, bold=True), Run(": "), Run(draft.wording.say("Spoke about: ")))
        line = _initiatives_in(draft, statements, lead)
        if line:
            return line
    return None


def _weightiest(draft: Draft, event: int) -> Line | None:
    """What was offered, asked, announced or promised at an event; the only statement where there is one."""
    statements = rel.statements_at(draft.lookup, event)
    first = rel.weightiest(statements)
    if first and (first.nature in rel.WEIGHTY or len(statements) == 1):
        return _statement(draft, first, event)
    return None


def _talked_about(draft: Draft, event: int) -> Line | None:
    lead = (Run(draft.wording.say("Talked about there: ")),)
    return _initiatives_in(draft, rel.statements_at(draft.lookup, event), lead)


def _initiatives_in(draft: Draft, statements: Iterable[Statement], lead: tuple[Run, ...]) -> Line | None:
    """The initiatives that statements are about, the first few by name."""
    statements = tuple(statements)
    about = rel.spoken_of(draft.lookup, statements, "initiative")
    if not about:
        return None
    named, left = about[:_MOST_NAMED], len(about) - _MOST_NAMED
    more = (Run(draft.wording.count(" and {n} more", " and {n} more", left)),) if left > 0 else ()
    telling = [
        each for each in statements if set(named) & set(rel.spoken_of(draft.lookup, [each], "initiative"))
    ]
    facts = [fact for each in telling for fact in statement_facts(each)]
    titles = [draft.text(pk, "title") for pk in named]
    return draft.line([*lead, *draft.links(named, short=len(about) > 1), *more], facts, texts=titles)


def _part(draft: Draft, party: int) -> Line | None:
    """The initiatives a party has a part in, by role."""
    parts = rel.involvements_of(draft.lookup, party)
    if not parts:
        return None
    groups = [_role(draft, role, parts) for role in dict.fromkeys(part.role for part in parts)]
    return draft.line(joined(groups, "; "), [(part.pk, "") for part in parts])


def _role(draft: Draft, role: str, parts: tuple[Involvement, ...]) -> tuple[Run, ...]:
    label = draft.wording.label("part_in", role)
    return Run(f"{label}: "), *draft.links([part.initiative for part in parts if part.role == role])


def _event_of(draft: Draft, party: int) -> Line | None:
    parts = rel.participations_of(draft.lookup, party)
    return _event(draft, parts[0].event) if parts else None


def _succession(draft: Draft, person: int) -> Line | None:
    """Since when somebody holds a post, and who did before; None where that isn't known."""
    for post in rel.posts_of(draft.lookup, person):
        before = rel.predecessors(draft.lookup, [post]).get(post.pk)
        start = post.held.ends[0] if post.held else None
        if before and start and not is_over(draft, post):
            since = draft.wording.date(start, "since")
            words = draft.wording.say("In this post {since}; before: ", since=since)
            return draft.line([words, draft.link(before.person)], [(post.pk, "held"), (before.pk, "held")])
    return None


def _event(draft: Draft, pk: int) -> Line:
    event = draft.lookup.one(Event, pk)
    phrase = event_phrase(draft, event)
    title = draft.text(pk, "title")
    return draft.line(
        [draft.link(pk), Run(f": {phrase}")], event_facts(event), texts=[title], stale=phrase.stale
    )


def _summary(draft: Draft, initiative: int) -> Line | None:
    texts = describing(draft, initiative)
    return draft.line([texts[0].text], [], texts=texts[:1]) if texts else None


def _named_place(draft: Draft, pk: int) -> Line | None:
    """Which initiatives are for the place, and for how many places they are."""
    initiatives = tuple(dict.fromkeys(each.initiative for each in draft.lookup.of(Coverage, "place", pk)))
    if not initiatives:
        return None
    coverage = rel.coverage_of(draft.lookup, *initiatives)
    count = len({each.place for each in coverage})
    if len(initiatives) > 1 or count == 1:
        lead = draft.wording.say("Named for: ")
    else:
        lead = draft.wording.count(
            "One of {n} place named for the initiative: ",
            "One of {n} places named for the initiative: ",
            count,
        )
    runs = [Run(lead), *draft.links(initiatives)]
    return draft.line(runs, [(each.pk, "") for each in coverage if each.place == pk])


def _told(draft: Draft, pk: int) -> Line | None:
    """What others said about the record, or to it."""
    first = rel.weightiest(rel.statements_about(draft.lookup, pk))
    return _statement(draft, first, pk) if first else None
