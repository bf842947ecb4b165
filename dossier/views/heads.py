"""The head of a page: what kind of thing it is, its post and agency or its day and place, and as of when."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from dossier.model.records import (
    Citation,
    Event,
    Initiative,
    Involvement,
    Organization,
    Paragraph,
    Place,
    Source,
    Statement,
)
from dossier.views import relations as rel
from dossier.views.draft import Draft, as_runs, joined
from dossier.views.initiative_blocks import latest_status, status_facts, status_phrase
from dossier.views.posts import post_doubt, post_facts
from dossier.views.said_blocks import event_facts, event_phrase, statement_facts
from dossier.views.values import Line, Run


@dataclass(frozen=True, slots=True)
class Head:
    """What stands under the name, with its numbers."""

    kind_label: str
    line: Line


def head(draft: Draft, pk: int, *, between: str = ", ") -> Head:
    """The head of any page; `between` parts post and agency (a line break on a sheet)."""
    kind = draft.lookup.kind(pk)
    if kind == "person":
        return Head(draft.wording.label("kind", kind), _post(draft, pk, between))
    made = _HEADS[kind](draft, pk)
    return replace(made, line=replace(made.line, runs=_capital(made.line.runs)))


def _capital(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """What stands under the name begins with a capital, unless it is a link."""
    if not runs or runs[0].pk:
        return runs
    return (replace(runs[0], text=runs[0].text[:1].upper() + runs[0].text[1:]), *runs[1:])


def as_of(draft: Draft, pk: int) -> str:
    """How fresh the page of a record is: the date of the newest source used, not the day it is looked at."""
    newest = draft.sources.newest(draft.lookup.of(Citation, "of", pk))
    if not newest:
        return draft.wording.say("No dated source")
    return draft.wording.say("Information as of {date}", date=draft.wording.date(newest, "of"))


def _post(draft: Draft, person: int, between: str) -> Line:
    posts = rel.posts_of(draft.lookup, person)
    if not posts:
        return Line(())
    post = posts[0]
    draft.learn([post.pk, post.organization])
    facts, texts = post_facts(draft, post)
    organization = draft.organization(post.organization)
    if "\n" in between:
        organization = tuple(Run(run.text, run.pk, run.kind, bold=True) for run in organization)
    doubt = post_doubt(draft, post)
    title = [(Run(f"{text.text} ({doubt})" if doubt else text.text),) for text in texts]
    if doubt and not title:
        organization = (*organization, Run(f" ({doubt})"))
    return draft.line(joined([*title, organization], between), facts, texts=texts)


def _organization(draft: Draft, pk: int) -> Head:
    record = draft.lookup.one(Organization, pk)
    label = draft.wording.label("organization_kind", record.organization_kind)
    if not record.parent:
        return Head(label, Line(()))
    runs = [Run(draft.wording.say("Part of ")), *draft.organization(record.parent)]
    return Head(label, draft.line(runs, [(pk, "parent")]))


def _initiative(draft: Draft, pk: int) -> Head:
    record = draft.lookup.one(Initiative, pk)
    label = draft.wording.label("initiative_kind", record.initiative_kind)
    parts = draft.lookup.of(Involvement, "initiative", pk)
    runs = draft.links([part.party for part in parts])
    facts = [(part.pk, "") for part in parts]
    if status := latest_status(draft, pk):
        phrase = str(status_phrase(draft, status))
        runs = joined([group for group in (runs, (Run(phrase),)) if group], " – ")
        facts += status_facts(status)
    return Head(label, draft.line(runs, facts) if runs else Line(()))


def _event(draft: Draft, pk: int) -> Head:
    event = draft.lookup.one(Event, pk)
    phrase = event_phrase(draft, event)
    when, facts = (Run(str(phrase)),), event_facts(event)
    runs: tuple[Run, ...] = when
    if event.place:
        where = place_runs(draft, event.place)
        # A plain date goes before the place; what must be said about it, behind.
        runs = joined([when, where]) if len(phrase.clauses) == 1 else joined([where, when], " – ")
        facts.append((pk, "place"))
    return Head(
        draft.wording.label("event_kind", event.event_kind), draft.line(runs, facts, stale=phrase.stale)
    )


def _place(draft: Draft, pk: int) -> Head:
    place = draft.lookup.one(Place, pk)
    label = draft.wording.label("place_kind", place.place_kind)
    parts = [label, draft.name(place.parent) if place.parent else "", place.code or ""]
    return Head(", ".join(part for part in parts if part), Line(()))


def _statement(draft: Draft, pk: int) -> Head:
    statement = draft.lookup.one(Statement, pk)
    speakers = [link.to for link in rel.links_of(draft.lookup, pk, "speaker")]
    groups = [draft.links(speakers)] if speakers else []
    if statement.on:
        groups.append((Run(draft.wording.date(statement.on)),))
    line = draft.line(joined(groups), statement_facts(statement)) if groups else Line(())
    return Head(draft.wording.label("nature", statement.nature), line)


def _source(draft: Draft, pk: int) -> Head:
    source = draft.lookup.one(Source, pk)
    return Head(
        draft.wording.label("source_kind", source.source_kind), Line(as_runs([source_detail(draft, source)]))
    )


def source_detail(draft: Draft, source: Source) -> str:
    """ "in English, 10 paragraphs"."""
    wording = draft.wording
    count = len(draft.lookup.of(Paragraph, "source", source.pk))
    paragraphs = wording.count("{n} paragraph", "{n} paragraphs", count)
    if source.language not in ("en", "ru", "kk"):
        return paragraphs
    return f"{wording.label('in_language', source.language)}, {paragraphs}"


def place_runs(draft: Draft, pk: int) -> tuple[Run, ...]:
    """A place with what it lies in, as far as that says more: “UN Plaza, Almaty”."""
    place = draft.lookup.one(Place, pk)
    if place.place_kind == "building" and place.parent:
        return draft.links([pk, place.parent])
    return (draft.link(pk),)


_HEADS: dict[str, Callable[[Draft, int], Head]] = {
    "organization": _organization,
    "initiative": _initiative,
    "event": _event,
    "place": _place,
    "statement": _statement,
    "source": _source,
}
