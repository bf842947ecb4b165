"""Blocks of what was said and done: statements with their events and dates, and what lies behind them."""

from collections.abc import Iterable
from dataclasses import replace

from dossier.model.dates import Date
from dossier.model.records import Event, Participation, Statement, StatementLink
from dossier.views import relations as rel
from dossier.views.blocks import block
from dossier.views.citing import Fact
from dossier.views.draft import Draft
from dossier.views.phrases import Phrase, lies_ahead, word_event
from dossier.views.values import Block, Line, Run


def said_and_did(draft: Draft, person: int) -> Block:
    """What a person took part in and said there, the newest first."""
    statements = rel.statements_by(draft.lookup, person)
    parts = [part for part in rel.participations_of(draft.lookup, person) if happened(draft, part)]
    beside = rel.participants(draft.lookup, *(part.event for part in parts))
    _learn(draft, statements, [*(part.event for part in parts), *(part.party for part in beside)])
    draft.sources.learn(part.pk for part in beside)
    groups: list[tuple[str, list[Line]]] = []
    for part in parts:
        event = draft.lookup.one(Event, part.event)
        there = [statement for statement in statements if statement.event == event.pk]
        lines = [_part_line(draft, part, event)]
        for rank, (each, _) in enumerate(_in_order(draft, there)):
            dated = each.on != event.date
            lines.append(statement_line(draft, each, party=person, dated=dated, rank=rank))
        groups.append((_day(event.date), lines))
    attended = {part.event for part in parts}
    apart = [statement for statement in statements if statement.event not in attended]
    for rank, (each, _) in enumerate(_in_order(draft, apart)):
        groups.append((_day(each.on), [statement_line(draft, each, party=person, rank=rank)]))
    groups.sort(key=lambda group: group[0], reverse=True)
    return block(draft, "said_did", [line for _, lines in groups for line in lines])


def said(
    draft: Draft, statements: Iterable[Statement], key: str = "said", *, at: Event | None = None
) -> Block:
    """Statements with who speaks, and when unless that is the day of `at`; the newest first.

    On a sheet a speaker is named once for all that they said on a day.
    """
    found = sorted(dict.fromkeys(statements), key=lambda each: _day(each.on), reverse=True)
    _learn(draft, found, ())
    if draft.medium == "card":
        before: list[Date | None] = [Date("", None, None), *(each.on for each in found)]
        lines = [
            statement_line(draft, each, dated=each.on != last)
            for each, last in zip(found, before, strict=False)
        ]
        return block(draft, key, lines)
    dated = not at or any(each.on != at.date for each in found)
    lines = []
    for each, rank in _in_order(draft, found):
        lines.append(statement_line(draft, each, named=not rank, dated=dated, rank=rank))
    made = block(draft, key, lines)
    return made if dated else replace(made, layout="list")


def _in_order(draft: Draft, statements: Iterable[Statement]) -> list[tuple[Statement, int]]:
    """Statements as they are read, each with its turn among those of its speakers on that day.

    What stands above all blocks is left out, on a sheet the weighty go first.
    """
    left = [each for each in statements if each.pk not in draft.told]
    if draft.medium == "card":
        return [(each, 0) for each in left]
    days = dict.fromkeys(each.on for each in left)
    return [
        (each, turn)
        for day in days
        for group in rel.by_speaker(draft.lookup, [each for each in left if each.on == day])
        for turn, each in enumerate(group)
    ]


def events(draft: Draft, parts: Iterable[Participation]) -> Block:
    """Events that people or organizations have a part in, the newest first."""
    return event_list(draft, [part.event for part in parts], parts)


def event_list(draft: Draft, pks: Iterable[int], parts: Iterable[Participation] = ()) -> Block:
    """Events with how sure they are, the newest first."""
    found = draft.lookup.some(Event, dict.fromkeys(pks))
    backing: dict[int, list[int]] = {}
    for part in parts:
        backing.setdefault(part.event, []).append(part.pk)
    draft.learn(
        [event.pk for event in found],
        [event.place for event in found if event.place],
        facts=[pk for some in backing.values() for pk in some],
    )
    ordered = sorted(found, key=lambda event: _day(event.date), reverse=True)
    return block(draft, "events", [_event_line(draft, event, backing.get(event.pk, [])) for event in ordered])


def background(
    draft: Draft,
    organizations: Iterable[int],
    events: Iterable[int],
    told: Iterable[Statement],
    *,
    ties: bool,
) -> Block:
    """What the organizations above said at the same events, and with `ties` their relations over years.

    `told` are the statements that stand elsewhere on the page.
    """
    over = rel.above(draft.lookup, *organizations)
    voices, seen = {*over, *organizations}, set(told)
    statements = [
        each
        for each in rel.statements_at(draft.lookup, *events)
        if each not in seen
        and voices.intersection(link.to for link in rel.links_of(draft.lookup, each.pk, "speaker"))
    ]
    _learn(draft, statements, ())
    lines = [
        statement_line(draft, each, dated=False, rank=rank) for each, rank in _in_order(draft, statements)
    ]
    spans = [part for part in rel.participations_of(draft.lookup, *over) if ties and _is_span(draft, part)]
    return block(draft, "background", [*lines, *(_span_line(draft, part) for part in spans)])


def statement_line(
    draft: Draft,
    statement: Statement,
    *,
    party: int | None = None,
    dated: bool = True,
    named: bool = True,
    rank: int = 0,
) -> Line:
    """One statement. On the page of `party` it isn't named; `dated` unless its date already stands above.

    `named` unless its speakers stand above, too.
    """
    text = draft.text(statement.pk, "statement")
    speakers = rel.links_of(draft.lookup, statement.pk, "speaker")
    others = [link.to for link in speakers if link.to != party]
    runs: list[Run] = []
    if party is None and others and named:
        runs += [*draft.links(others, short=True), Run(": ")]
        runs = [Run(run.text, run.pk, run.kind, bold=True) for run in runs]
    if statement.nature in rel.WEIGHTY:
        label = draft.wording.label("nature", statement.nature)
        runs += [Run(label, statement.pk, "statement", bold=True), Run(". ", bold=True)]
    runs.append(Run(text.text) if text else draft.link(statement.pk))
    notes: list[tuple[Run, ...] | str] = []
    if draft.medium == "card" and statement.nature not in rel.WEIGHTY:
        # The way to the statement itself: whole sentences as links are hard to read.
        notes.append(
            (Run(draft.wording.label("nature", statement.nature).lower(), statement.pk, "statement"),)
        )
    if party is not None and others:
        notes.append((Run(draft.wording.say("together with ")), *draft.links(others, short=True)))
    to = [link.to for link in rel.links_of(draft.lookup, statement.pk, "addressee")]
    if to:
        notes.append((Run(draft.wording.say("said to ")), *draft.links(to, short=True)))
    when = _date_column(draft, statement.on) if dated else ""
    also = [link.pk for link in speakers]
    return draft.line(
        runs, statement_facts(statement), texts=[text], also=also, when=when, notes=notes, rank=rank
    )


def statement_facts(statement: Statement) -> list[Fact]:
    return [(statement.pk, ""), *([(statement.pk, "on")] if statement.on else [])]


def event_facts(event: Event) -> list[Fact]:
    return [(event.pk, ""), *([(event.pk, "date")] if event.date else [])]


def event_phrase(draft: Draft, event: Event) -> Phrase:
    """When an event was or was to be, as far as the sources carry."""
    reported = draft.sources.reported(event_facts(event))
    return word_event(draft.wording, draft.today, event.date, event.announced, reported)


def happened(draft: Draft, part: Participation) -> bool:
    """Whether a part in an event is something the party did, by a source from after its beginning."""
    event = draft.lookup.one(Event, part.event)
    if event.announced or part.role == "subject":
        return False
    if event.date and event.date.earliest and event.date.earliest > draft.today:
        return False
    return not lies_ahead(event.date, draft.sources.reported(event_facts(event)))


def _part_line(draft: Draft, part: Participation, event: Event) -> Line:
    wording = draft.wording
    others = [each.party for each in rel.participants(draft.lookup, event.pk) if each.party != part.party]
    notes: list[tuple[Run, ...] | str] = [wording.label("participation_role", part.role).lower()]
    if others and draft.medium == "card":  # a sheet has a block for them
        notes.append((Run(wording.say("also there: ")), *draft.links(others, short=True)))
    facts = [(part.pk, ""), *event_facts(event)]
    runs = [draft.link(event.pk, bold=True)]
    when = _date_column(draft, event.date)
    return draft.line(runs, facts, texts=[draft.text(event.pk, "title")], when=when, notes=notes)


def _event_line(draft: Draft, event: Event, parts: list[int]) -> Line:
    phrase = event_phrase(draft, event)
    facts = [*((pk, "") for pk in parts), *event_facts(event)]
    runs = [draft.link(event.pk, bold=True)]
    if event.place:
        runs += [Run(", "), draft.link(event.place)] if draft.name(event.place) not in runs[0].text else []
    # A plain date already stands in the column; what more there is to say stands beneath.
    plain = event.date and phrase.clauses[0] == draft.wording.date(event.date)
    worded = "; ".join(phrase.clauses[1:] if plain else phrase.clauses)
    notes: list[tuple[Run, ...] | str] = [worded] if worded else []
    notes += _derivation(draft, event)
    if event.part_of:
        notes.append((Run(draft.wording.say("part of ")), draft.link(event.part_of, short=True)))
        facts.append((event.pk, "part_of"))
    title = draft.text(event.pk, "title")
    when = _date_column(draft, event.date)
    return draft.line(runs, facts, texts=[title], when=when, notes=notes, stale=phrase.stale)


def _derivation(draft: Draft, event: Event) -> list[str]:
    """By which rule a vague date follows, so that nobody takes it for a stated one."""
    if not (event.date and event.date.is_circa):
        return []
    return draft.derivation((event.pk, "date"))


def _span_line(draft: Draft, part: Participation) -> Line:
    event = draft.lookup.one(Event, part.event)
    phrase = event_phrase(draft, event)
    title = draft.text(event.pk, "title")
    runs = [draft.link(event.pk), Run(f" ({phrase})")]
    return draft.line(
        runs, event_facts(event), texts=[title], notes=_derivation(draft, event), stale=phrase.stale
    )


def _is_span(draft: Draft, part: Participation) -> bool:
    event = draft.lookup.one(Event, part.event)
    return event.event_kind == "relations" and happened(draft, part)


def _learn(draft: Draft, statements: Iterable[Statement], events: Iterable[int]) -> None:
    statements = tuple(statements)
    links = draft.lookup.of(StatementLink, "statement", *(each.pk for each in statements))
    draft.learn([each.pk for each in statements], events, [link.to for link in links])
    draft.sources.learn(link.pk for link in links)


def _date_column(draft: Draft, value: Date | None) -> str:
    return draft.wording.date(value) if value else draft.wording.say("not dated")


def _day(value: Date | None) -> str:
    return str(value.earliest or value.latest or "") if value else ""
