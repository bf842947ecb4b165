"""The words of one way in which two records are connected: never more than its source says.

A way is named by what is there ("Same event", "Spoke about"), not by what may follow from it: nobody works
with anybody because both were guests.
"""

from collections.abc import Callable, Iterable

from dossier.model.dates import Date
from dossier.model.records import (
    Attestation,
    Event,
    Involvement,
    Participation,
    Post,
    Remit,
    Statement,
    Status,
)
from dossier.views import relations as rel
from dossier.views.citing import Fact
from dossier.views.draft import Draft, Notes, joined
from dossier.views.initiative_blocks import latest_status, status_facts, status_phrase
from dossier.views.posts import post_facts, post_phrase
from dossier.views.reach import Found
from dossier.views.said_blocks import event_facts, event_phrase, statement_facts
from dossier.views.ties import Tie
from dossier.views.values import Line, Run

_Parts = tuple[list[Fact], list[Notes | str]]
_STRUCTURE = {"part_of": "parent", "country": "country", "place_in": "parent"}


def learn_ways(draft: Draft, found: Iterable[Found]) -> None:
    """Read at once what the words of many ways need."""
    lookup = draft.lookup
    ties = [tie for each in found for tie in each.ties]
    facts = [tie.fact for tie in ties]
    lookup.learn_kinds(facts)
    lookup.learn_records(facts)
    by_kind = {kind: [pk for pk in facts if lookup.kind(pk) == kind] for kind in ("post", "remit")}
    posts = [*by_kind["post"], *(remit.post for remit in lookup.some(Remit, by_kind["remit"]))]
    days = lookup.of(Attestation, "post", *posts)
    initiatives = [tie.to for tie in ties if tie.way in ("involvement", "about")]
    statuses = lookup.of(Status, "initiative", *initiatives)
    speakers = [pk for tie in ties if lookup.kind(tie.fact) == "statement" for pk in _speakers(draft, tie)]
    ends = [pk for tie in ties for pk in (tie.near, tie.far)]
    draft.learn(ends, speakers, posts, facts, facts=[each.pk for each in (*days, *statuses)])


def way_line(draft: Draft, found: Found) -> Line:
    """One way as a line with its date and its numbers."""
    if len(found.ties) == 1:
        return tie_line(draft, found.ties[0])
    one, other = found.ties
    between = one.far
    facts, notes = _common(draft, between)
    # What its people do is told of them; else each of the two has something to do with what lies between.
    ends = (between, between) if found.way == "its_people" else (one.near, other.far)
    for tie, end in zip(found.ties, ends, strict=True):
        side_facts, words = _side(draft, tie, end)
        facts += side_facts
        if words:
            notes.append(_named(draft, tie, end, words) if end != between else words)
    runs = [Run(draft.wording.label("way", found.way) + ": "), draft.link(between, short=True)]
    return draft.line(runs, facts, when=_newest_date(draft, found.ties), notes=notes)


def tie_line(draft: Draft, tie: Tie) -> Line:
    """A tie as a line: what kind of tie, to what, and what is known of it."""
    facts, notes, target, when = _TELLERS[draft.lookup.kind(tie.fact)](draft, tie)
    return draft.line([Run(_label(draft, tie) + ": "), *target], facts, when=when, notes=notes)


def _label(draft: Draft, tie: Tie) -> str:
    if tie.way == "involvement":
        return draft.wording.label("part_in", draft.lookup.one(Involvement, tie.fact).role)
    return draft.wording.label("way", tie.way)


_Told = tuple[list[Fact], list[Notes | str], tuple[Run, ...], str]


def _post(draft: Draft, tie: Tie) -> _Told:
    post = draft.lookup.one(Post, tie.fact)
    facts, texts = post_facts(draft, post)
    title = (Run(texts[0].text),) if texts else ()
    short = draft.link(post.organization, short=True)
    target = title if title and tie.way == "post" else joined([group for group in (title, (short,)) if group])
    return facts, [str(post_phrase(draft, post))], target, ""


def _remit(draft: Draft, tie: Tie) -> _Told:
    remit = draft.lookup.one(Remit, tie.fact)
    facts, notes, target, when = _post(draft, Tie(tie.near, tie.far, "remit", remit.post, tie.day, tie.to))
    return [*facts, (remit.pk, "")], notes, target, when


def _participation(draft: Draft, tie: Tie) -> _Told:
    part = draft.lookup.one(Participation, tie.fact)
    event = draft.lookup.one(Event, part.event)
    role = Run(draft.wording.label("participation_role", part.role).lower())
    return [(part.pk, ""), *event_facts(event)], _foretold(draft, event), (role,), _date(draft, event.date)


def _involvement(draft: Draft, tie: Tie) -> _Told:
    part = draft.lookup.one(Involvement, tie.fact)
    facts, notes = _became(draft, part.initiative)
    notes = [*notes, *draft.derivation((part.pk, ""))]
    return [(part.pk, ""), *facts], notes, (draft.link(part.initiative, short=True),), ""


def _statement(draft: Draft, tie: Tie) -> _Told:
    statement = draft.lookup.one(Statement, tie.fact)
    nature = draft.wording.label("nature", statement.nature).lower()
    words = draft.link(statement.pk)
    if tie.way == "together":
        return statement_facts(statement), [nature], (words,), _date(draft, statement.on)
    speakers = draft.links([pk for pk in _speakers(draft, tie) if pk != tie.to], short=True)
    target = (draft.link(tie.to, short=True), Run(" – "), words)
    return statement_facts(statement), [(Run(f"{nature}: "), *speakers)], target, _date(draft, statement.on)


def _event(draft: Draft, tie: Tie) -> _Told:
    event = draft.lookup.one(Event, tie.fact)
    facts = [*event_facts(event), (event.pk, "part_of" if tie.way == "event_part_of" else "")]
    return facts, _foretold(draft, event), (draft.link(tie.to, short=True),), _date(draft, event.date)


def _coverage(draft: Draft, tie: Tie) -> _Told:
    initiative = tie.near if tie.to == tie.far else tie.far
    facts, notes = _became(draft, initiative)
    return [(tie.fact, ""), *facts], notes, (draft.link(tie.to),), ""


def _structure(draft: Draft, tie: Tie) -> _Told:
    return [(tie.fact, _STRUCTURE[tie.way])], [], (draft.link(tie.to, short=True),), ""


def _office(draft: Draft, tie: Tie) -> _Told:
    return [(tie.fact, "")], [], (draft.link(tie.to),), ""


_TELLERS: dict[str, Callable[[Draft, Tie], _Told]] = {
    "post": _post,
    "remit": _remit,
    "participation": _participation,
    "involvement": _involvement,
    "statement": _statement,
    "event": _event,
    "coverage": _coverage,
    "organization": _structure,
    "place": _structure,
    "office": _office,
}


def _common(draft: Draft, between: int) -> _Parts:
    """What is known of the event that two have in common: whether it was only announced."""
    if draft.lookup.kind(between) != "event":
        return [], []
    event = draft.lookup.one(Event, between)
    return event_facts(event), _foretold(draft, event)


def _became(draft: Draft, initiative: int) -> _Parts:
    """What became of an initiative, as stated last."""
    status = latest_status(draft, initiative)
    return (status_facts(status), [str(status_phrase(draft, status))]) if status else ([], [])


def _side(draft: Draft, tie: Tie, end: int) -> tuple[list[Fact], tuple[Run, ...]]:
    """What one of two has to do with what lies between them, in a few words."""
    kind, say = draft.lookup.kind(tie.fact), draft.wording.say
    if kind == "post":
        post = draft.lookup.one(Post, tie.fact)
        facts, texts = post_facts(draft, post)
        if end == post.organization:
            return facts, ()
        title = [(Run(text.text),) for text in texts]
        return facts, joined([*title, (Run(post_phrase(draft, post).clauses[0]),)])
    if kind == "statement":
        statement = draft.lookup.one(Statement, tie.fact)
        spoke = (Run(say("spoke about it"), statement.pk, "statement"),)
        return statement_facts(statement), spoke if end != tie.to else ()
    if kind == "participation":
        part = draft.lookup.one(Participation, tie.fact)
        facts = [(part.pk, ""), *event_facts(draft.lookup.one(Event, part.event))]
        role = draft.wording.label("participation_role", part.role).lower()
        return facts, (Run(role),) if end != part.event else ()
    if kind == "involvement":
        role = draft.wording.label("involvement_role", draft.lookup.one(Involvement, tie.fact).role)
        return [(tie.fact, "")], (Run(role.lower()),)
    return [(tie.fact, "")], ()


def _named(draft: Draft, tie: Tie, end: int, words: tuple[Run, ...]) -> tuple[Run, ...]:
    """Words on one of two with its name; a role in an initiative is worded to stand before that."""
    name = draft.link(end, short=True)
    return (*words, Run(": "), name) if tie.way == "involvement" else (name, Run(": "), *words)


def _newest_date(draft: Draft, ties: Iterable[Tie]) -> str:
    """The date of the event that two have in common, or of the newest word on an initiative."""
    days = [_day_of(draft, tie) for tie in ties]
    known = [day for day in days if day]
    return _date(draft, max(known, key=lambda day: str(day.earliest or day.latest or ""), default=None))


def _day_of(draft: Draft, tie: Tie) -> Date | None:
    match draft.lookup.record(tie.fact):
        case Participation(event=event):
            return draft.lookup.one(Event, event).date
        case Statement(on=day):
            return day
    return None


def _foretold(draft: Draft, event: Event) -> list[Notes | str]:
    """That an event was only announced; what has been needs no more than its date."""
    phrase = event_phrase(draft, event)
    plain = event.date is not None and len(phrase.clauses) == 1
    return [] if plain else [str(phrase)]


def _speakers(draft: Draft, tie: Tie) -> tuple[int, ...]:
    return rel.speakers(draft.lookup, tie.fact)


def _date(draft: Draft, value: Date | None) -> str:
    return draft.wording.date(value) if value else ""
