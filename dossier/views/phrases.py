"""What may be said of a post, an initiative or an event on a day: never more than the sources do.

A fact is as old as its source: an article proves a post on its day, not its start and not today, and what was
announced is not known to have happened. Clauses are joined by semicolons, so that each stays whole in every
language.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dossier.language import Wording
from dossier.model.dates import Date
from dossier.views.standings import AHEAD, ATTESTED, OVER, PRESUMED, standing

_YEAR_OF_TRUST = 12
"""Months for which a confirmation counts as recent."""

# What stays true once it has happened, apart from what may have moved on since it was said.
_DONE = ("adopted", "declared", "elected", "closed", "withdrawn")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Worded clauses; `stale` where the newest confirmation is old, or there is none."""

    clauses: tuple[str, ...]
    stale: bool = False

    def __str__(self) -> str:
        return "; ".join(self.clauses)


def is_recent(confirmed: Date | None, today: date) -> bool:
    """Whether a confirmation is younger than 12 months on a day; of a vague date the first day counts."""
    day = confirmed and (confirmed.earliest or confirmed.latest)
    if not day or day > today:
        return False
    return (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day) < _YEAR_OF_TRUST


def word_post(
    wording: Wording, today: date, held: Date | None, attested: Sequence[Date], reported: Date | None
) -> Phrase:
    """How long a post is known to have been held.

    `attested` are the days on which a source shows it as held or confirms it, `reported` is the date of the
    newest source. Only an attestation under 12 months old, and no recorded end, makes it "in post". Of a day
    before the newest attestation no more is said than `standing` allows.
    """
    start, end = held.ends if held else (None, None)
    newest = max(attested, key=_day, default=None)
    if newest is None:
        return _never_attested(wording, today, held, reported)
    if newest.earliest and newest.earliest > today:
        return _on_a_day_before(wording, today, held, attested)
    if has_ended(held, today, reported, newest):
        return Phrase((_was_held(wording, held), wording.say("in post {on}", on=wording.date(newest, "on"))))
    term = _span(wording, held) if end else _no_end(wording, start)
    if is_recent(newest, today):
        on = wording.date(newest, "on")
        return Phrase((wording.say("in post"), wording.say("last confirmed {on}", on=on), term))
    known = wording.say("in post {on}", on=wording.date(newest, "on"))
    return Phrase((known, wording.say("not confirmed since"), term), stale=True)


def has_ended(
    held: Date | None, today: date, reported: Date | None = None, attested: Date | None = None
) -> bool:
    """Whether a post is over: its last day is past, or a source of that month or year tells of the end."""
    end = held.ends[1] if held else None
    if not (end and end.latest and end.earliest):
        return False
    told = bool(reported and reported.latest and reported.latest >= end.earliest)
    seen_since = bool(attested and attested.latest and attested.latest >= end.earliest)
    return end.latest <= today or (end.earliest <= today and told and not seen_since)


def word_status(wording: Wording, today: date, status: str, on: Date | None, reported: Date | None) -> Phrase:
    """One status of an initiative, as the source words it."""
    if reported and reported.earliest and reported.earliest > today:
        reported = None  # who told of it later does not confirm that it still stood
    word = wording.label("status", status).lower()
    if on:
        clause = wording.say("{status} {on}", status=word, on=wording.date(on, "on"))
        if status in _DONE or is_recent(reported or on, today):
            return Phrase((clause,))
        return Phrase((clause, _not_confirmed(wording, reported or on)), stale=True)
    clauses = (word, wording.say("date not stated"))
    if is_recent(reported, today):
        assert reported
        return Phrase((*clauses, wording.say("as reported {on}", on=wording.date(reported, "on"))))
    return Phrase((*clauses, _not_confirmed(wording, reported)) if reported else clauses, stale=True)


def word_event(
    wording: Wording, today: date, when: Date | None, announced: bool, reported: Date | None
) -> Phrase:
    """When an event was, or was to be: what a source only foretold is not told as a fact."""
    foretold = announced or lies_ahead(when, reported)
    if not foretold:
        told = wording.date(when) if when else wording.say("date not stated")
        to_come = bool(when and when.earliest and when.earliest > today)
        return Phrase((told, wording.say("still to come"))) if to_come else Phrase((told,))
    if announced:
        first = (
            wording.say("announced for {date}", date=wording.date(when)) if when else wording.say("announced")
        )
    else:
        assert when
        first = wording.date(when)
    clauses = [first] if when else [first, wording.say("date not stated")]
    if reported:
        clauses.append(wording.say("as reported {on}", on=wording.date(reported, "on")))
    begun = bool(when and when.earliest and when.earliest <= today) or not (
        when or is_recent(reported, today)
    )
    if begun:
        clauses.append(_whether(wording, when))
    return Phrase(tuple(clauses), stale=begun)


def _whether(wording: Wording, when: Date | None) -> str:
    """That nothing is known of what followed: a year or a term begins, anything shorter takes place."""
    if when and when.precision == "year":
        return wording.say("whether it began is not in the dossier")
    return wording.say("whether it took place is not in the dossier")


def _on_a_day_before(wording: Wording, today: date, held: Date | None, attested: Sequence[Date]) -> Phrase:
    """A post on a day before the newest attestation: by those around it, or by the recorded interval."""
    known = standing(today, held, attested)
    days = [wording.date(on, "on") for on in sorted(attested, key=_day) if on.earliest]
    before = [on for on in attested if on.earliest and on.earliest <= today]
    first_after = days[len(before)]
    if known == OVER:
        assert held
        return Phrase((_was_held(wording, held), wording.say("in post {on}", on=first_after)))
    if known == ATTESTED:
        return Phrase((wording.say("in post on this day"), *([_span(wording, held)] if held else [])))
    if known == AHEAD:
        assert held
        return Phrase((wording.say("not yet in post"), _span(wording, held)), stale=True)
    if before:
        around = wording.say("in post {on} and {later}", on=days[len(before) - 1], later=first_after)
        return Phrase((wording.say("presumed"), around), stale=True)
    if known == PRESUMED:
        assert held
        return Phrase((wording.say("presumed"), _span(wording, held)), stale=True)
    later = wording.say("attested only later: in post {on}", on=first_after)
    return Phrase((wording.say("not known for this day"), later), stale=True)


def _never_attested(wording: Wording, today: date, held: Date | None, reported: Date | None) -> Phrase:
    """A post that no source shows as held on a day: a term that lay ahead, or one that was over."""
    clauses = [_span(wording, held)] if held else []
    over = bool(held and held.latest and reported and reported.earliest and held.latest < reported.earliest)
    if reported and not over:
        clauses.append(wording.say("as reported {on}", on=wording.date(reported, "on")))
    stale = not over and not is_recent(reported, today)
    if stale and reported:
        clauses.append(wording.say("not confirmed since"))
    if not held:
        clauses.append(wording.say("start and end not stated"))
    return Phrase(tuple(clauses), stale)


def _span(wording: Wording, held: Date | None) -> str:
    """The interval of a post in words; what is open of it is said."""
    assert held
    start, end = held.ends
    if start and end:
        return wording.say("term {dates}", dates=wording.date(held))
    if start:
        return _no_end(wording, start)
    return wording.say("{until}; start not stated", until=wording.date(held, "until"))


def _was_held(wording: Wording, held: Date | None) -> str:
    """From when until when a post that is over was held."""
    assert held
    start, end = held.ends
    if not (start and end):
        return _span(wording, held)
    return f"{wording.date(start, 'from')} {wording.date(end, 'until')}"


def _no_end(wording: Wording, start: Date | None) -> str:
    if start is None:
        return wording.say("start and end not stated")
    return wording.say("{from_date}; end not stated", from_date=wording.date(start, "from"))


def _not_confirmed(wording: Wording, reported: Date) -> str:
    return wording.say("not confirmed {since}", since=wording.date(reported, "since"))


def lies_ahead(when: Date | None, reported: Date | None) -> bool:
    """Whether an event began after the newest source that tells of it."""
    return bool(when and when.earliest and reported and reported.latest and when.earliest > reported.latest)


def _day(value: Date) -> date:
    return value.latest or value.earliest or date.min
