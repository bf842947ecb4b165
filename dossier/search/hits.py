"""Hits as they are shown: name, post and agency, the text in which a record was found, and why it matched."""

from collections.abc import Sequence

from dossier.language import Wording
from dossier.model.dates import Date
from dossier.model.folding import spans
from dossier.model.records import (
    Event,
    Initiative,
    Involvement,
    Note,
    Paragraph,
    Participation,
    Post,
    Source,
    Statement,
    StatementLink,
    Text,
)
from dossier.search.candidates import Found
from dossier.search.query import Query
from dossier.search.reasons import excerpt_around, link, meant_words, other_words, text_of
from dossier.search.relations import relation_words
from dossier.store import Reader
from dossier.views.lookup import Lookup
from dossier.views.names import full_name, learn_names
from dossier.views.names import text_of as worded
from dossier.views.relations import by_newest
from dossier.views.values import Hit


def hits(
    reader: Reader, wording: Wording, query: Query, found: Sequence[Found], *, several_places: bool = False
) -> tuple[Hit, ...]:
    """The hits in the order in which they were found; with `several_places`, each says which it belongs to."""
    lookup = Lookup(reader)
    _learn(lookup, found)
    return tuple(_hit(lookup, wording, query, item, several_places) for item in found)


def _learn(lookup: Lookup, found: Sequence[Found]) -> None:
    """Read at once what the hits need: asked for one by one, each would cost a query."""
    pks = [item.pk for item in found]
    posts = lookup.of(Post, "person", *pks)
    learn_names(lookup, [*pks, *(pk for post in posts for pk in (post.pk, post.organization))])
    by_newest(lookup, posts)
    in_text = [item.pk for item in found if item.tier == "text"]
    lookup.of(Note, "of", *in_text, *(post.pk for post in posts))
    paragraphs = lookup.of(Paragraph, "source", *in_text)
    lookup.of(Text, "of", *pks, *(paragraph.pk for paragraph in paragraphs))
    linked = [item.pk for item in found if item.tier == "link"]
    lookup.of(StatementLink, "statement", *linked)
    lookup.of(Participation, "event", *linked)
    lookup.of(Involvement, "initiative", *linked)


def _hit(lookup: Lookup, wording: Wording, query: Query, item: Found, several_places: bool) -> Hit:
    name = full_name(lookup, wording, item.pk)
    post, organization = _post(lookup, wording, item.pk) if item.kind == "person" else (None, None)
    answered = item.query or query
    snippet, why = _reason(lookup, wording, query, item, (name, post or "", organization or ""))
    if item.relation:
        reader, relation = lookup.reader, item.relation
        how = relation_words(reader, wording, item.kind, relation, item.place, named=several_places)
        why = " · ".join(part for part in (how, why) if part)
    return Hit(
        pk=item.pk,
        id=lookup.record(item.pk).id,
        kind=item.kind,
        name=name,
        post=post,
        organization=organization,
        snippet=snippet,
        when=_when(lookup, wording, item.pk),
        spans=spans(name, answered.shown),
        why=why,
        why_spans=spans(why, answered.shown),
    )


def _reason(
    lookup: Lookup, wording: Wording, query: Query, item: Found, shown: Sequence[str]
) -> tuple[str | None, str]:
    """The snippet and the line that says why, as far as what is shown anyway does not show it."""
    if item.keyboard:
        return None, wording.say("keyboard: {words}", words=item.keyboard)
    if item.query:
        return None, meant_words(lookup, item.query, item.pk, typed=query.text)
    if item.tier == "link":
        assert item.through is not None
        return None, link(lookup, wording, item.pk, item.through)
    if item.tier == "text":
        text = text_of(lookup, wording, query, item.pk)
        return (None if not text or text in shown else excerpt_around(text, query)), ""
    other = other_words(lookup, wording, query, item.pk, shown)
    return (other.text, other.reason) if other else (None, "")


def _post(lookup: Lookup, wording: Wording, person: int) -> tuple[str | None, str | None]:
    """Title and agency of the post that was attested last."""
    newest = next(iter(by_newest(lookup, lookup.of(Post, "person", person))), None)
    if newest is None:
        return None, None
    title = worded(lookup, wording, newest.pk, "title")
    return title or None, full_name(lookup, wording, newest.organization)


def _when(lookup: Lookup, wording: Wording, pk: int) -> str:
    record = lookup.record(pk)
    date: Date | None = None
    match record:
        case Event():
            date = record.date
        case Statement():
            date = record.on
        case Initiative():
            date = record.period
        case Source():
            date = record.published
    return wording.date(date, "short") if date else ""
