"""Hits as they are shown: name, post and agency, the text in which a record was found, and why it matched."""

from collections.abc import Sequence

from dossier.language import Wording
from dossier.model.folding import spans
from dossier.model.records import (
    ContactPoint,
    Involvement,
    Note,
    Paragraph,
    Participation,
    Post,
    StatementLink,
    Text,
)
from dossier.search.candidates import Found
from dossier.search.contacts import contact_meant
from dossier.search.lines import Line, lines
from dossier.search.query import Query
from dossier.search.reasons import (
    excerpt_around,
    hidden_of,
    link,
    meant_words,
    other_words,
    slipped,
    text_of,
    unseen,
)
from dossier.search.relations import relation_words
from dossier.store import Reader
from dossier.views.lookup import Lookup
from dossier.views.values import Hit


def hits(
    reader: Reader, wording: Wording, query: Query, found: Sequence[Found], *, several_places: bool = False
) -> tuple[Hit, ...]:
    """The hits in the order in which they were found; with `several_places`, each says which is meant."""
    return _Hits(reader, wording, query, found, several_places).made()


class _Hits:
    """The hits of one search. What they need is read at once: each question to the file costs something."""

    def __init__(
        self, reader: Reader, wording: Wording, query: Query, found: Sequence[Found], several_places: bool
    ) -> None:
        self._reader, self._wording, self._query, self._found = reader, wording, query, found
        self._several_places = several_places
        self._lookup = Lookup(reader)

    def made(self) -> tuple[Hit, ...]:
        shown = lines(self._lookup, self._wording, {item.pk: item.kind for item in self._found})
        self._learn()
        return tuple(self._hit(item, shown[item.pk]) for item in self._found)

    def _learn(self) -> None:
        """Read what shows why records were found by something else than their names."""
        lookup = self._lookup
        in_text = [item.pk for item in self._found if item.tier == "text"]
        posts = lookup.of(Post, "person", *in_text)
        lookup.of(Note, "of", *in_text, *(post.pk for post in posts))
        lookup.learn_kinds(in_text)
        paragraphs = lookup.of(Paragraph, "source", *in_text)
        lookup.of(Text, "of", *in_text, *(paragraph.pk for paragraph in paragraphs))
        lookup.of(ContactPoint, "of", *(item.pk for item in self._found if item.tier == "contact"))
        linked = [item.pk for item in self._found if item.tier == "link"]
        lookup.of(StatementLink, "statement", *linked)
        lookup.of(Participation, "event", *linked)
        lookup.of(Involvement, "initiative", *linked)

    def _hit(self, item: Found, line: Line) -> Hit:
        reached = self._reached(item)
        snippet, why = self._matched(item, line) if reached is None else (None, reached[0])
        detail = line.detail or ("" if why else snippet or "")
        answered = (item.query or self._query).shown
        if item.query and not item.keyboard:
            answered = (*answered, *slipped(detail, self._query))
        why = why or (snippet or "" if line.detail else "")
        if item.relation:
            why = " · ".join(part for part in (self._relation(item), why) if part)
        called = line.agency[1] if line.agency else line.acronym
        if snippet is None and spans(called, answered):
            snippet = called
        return Hit(
            pk=item.pk,
            id=line.id,
            kind=item.kind,
            name=line.name,
            post=line.post,
            organization=line.agency[0] if line.agency else None,
            snippet=snippet,
            label=line.label,
            detail=detail,
            why=why,
            when=line.when,
            spans=spans(line.label, answered),
            detail_spans=spans(detail, answered),
            why_spans=spans(why, answered) if reached is None else _last(why, *reached),
        )

    def _reached(self, item: Found) -> tuple[str, str, tuple[int, int]] | None:
        """The line that names the phone or e-mail which was typed, that itself, and where in it."""
        points = self._lookup.of(ContactPoint, "of", item.pk) if item.tier == "contact" else ()
        meant = contact_meant(self._query, points)
        if meant is None:
            return None
        point, stretch = meant
        label = self._wording.label("contact_kind", point.contact_kind)
        return self._wording.say("{role}: {name}", role=label.lower(), name=point.value), point.value, stretch

    def _relation(self, item: Found) -> str:
        named = self._several_places
        return relation_words(self._reader, self._wording, item.kind, item.relation, item.place, named=named)

    def _matched(self, item: Found, line: Line) -> tuple[str | None, str]:
        """The snippet and the line that says why, as far as what is shown anyway does not show it."""
        lookup, wording, query = self._lookup, self._wording, self._query
        if item.keyboard:
            return None, wording.say("keyboard: {words}", words=item.keyboard)
        if item.query:
            return None, meant_words(line.hidden, item.query, typed=query.text)
        if item.tier == "link":
            assert item.through is not None
            led = link(lookup, wording, item.pk, item.through)
            kind = lookup.kind(item.through)
            hidden = () if spans(led, query.shown) else hidden_of(lookup, item.through, kind)
            other = other_words(hidden, wording, unseen(query, (led,)))
            return None, f"{led} · {other.reason}" if other else led
        if item.tier == "text":
            text = text_of(lookup, wording, query, item.pk)
            is_shown = text.startswith(line.label.removesuffix("…")) and spans(line.label, query.shown)
            return (None if not text or is_shown else excerpt_around(text, query)), ""
        missed = unseen(query, (line.label, line.detail))
        if not missed:
            return None, ""
        other = other_words(line.hidden, wording, missed)
        if other is None:
            return None, meant_words(line.hidden, query, typed=query.text)
        return other.text, other.reason


def _last(line: str, words: str, value: str, stretch: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """A stretch of a value where that stands last in a line."""
    start = line.rindex(value)
    return ((start + stretch[0], start + stretch[1]),)
