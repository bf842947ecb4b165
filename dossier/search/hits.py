"""Hits as they are shown: name, post and agency, the text in which a record was found, and why it matched."""

from collections.abc import Sequence
from itertools import groupby

from dossier.language import Wording
from dossier.model.dates import Date
from dossier.model.folding import spans
from dossier.model.records import (
    ContactPoint,
    Event,
    Initiative,
    Involvement,
    Name,
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
from dossier.search.contacts import contact_meant
from dossier.search.query import Query
from dossier.search.reasons import excerpt_around, link, meant_words, other_words, slipped, text_of, unseen
from dossier.search.relations import relation_words
from dossier.search.scope import listed
from dossier.store import Reader
from dossier.views.lookup import Lookup
from dossier.views.names import acronym_of, learn_names, shown_name, with_acronym
from dossier.views.names import text_of as worded
from dossier.views.relations import by_newest
from dossier.views.values import Hit


def hits(
    reader: Reader, wording: Wording, query: Query, found: Sequence[Found], *, several_places: bool = False
) -> tuple[Hit, ...]:
    """The hits in the order in which they were found; with `several_places`, each says which is meant."""
    return _Hits(reader, wording, query, found, several_places).made()


class _Hits:
    """The hits of one search. What they need is read at once, since each query costs something."""

    def __init__(
        self, reader: Reader, wording: Wording, query: Query, found: Sequence[Found], several_places: bool
    ) -> None:
        self._reader, self._wording, self._query, self._found = reader, wording, query, found
        self._several_places = several_places
        self._lookup = Lookup(reader)
        self._ids: dict[int, str] = {}

    def made(self) -> tuple[Hit, ...]:
        self._learn()
        return tuple(self._hit(item) for item in self._found)

    def _learn(self) -> None:
        lookup, pks = self._lookup, [item.pk for item in self._found]
        self._ids = dict(self._reader.each_row(f"SELECT pk, id FROM record WHERE pk IN {listed(pks)}"))
        people = [item.pk for item in self._found if item.kind == "person"]
        posts = lookup.of(Post, "person", *pks)
        # Which post is the newest needs more reading, so it is asked only where there are several.
        several = [
            post
            for _, held in groupby(posts, lambda post: post.person)
            if len(group := [*held]) > 1
            for post in group
        ]
        by_newest(lookup, several)
        organizations = {post.organization for post in posts}
        new = [pk for pk in organizations if not self._reader.remembers(self._key(pk))]
        lookup.learn_kinds([*pks, *new])
        lookup.of(Name, "of", *people, *new)
        learn_names(lookup, [item.pk for item in self._found if item.kind != "person"])
        others = (item.pk for item in self._found if item.kind != "person")
        lookup.of(Text, "of", *others, *(post.pk for post in posts))
        in_text = [item.pk for item in self._found if item.tier == "text"]
        lookup.of(Note, "of", *in_text, *(post.pk for post in posts if in_text))
        paragraphs = lookup.of(Paragraph, "source", *in_text)
        lookup.of(Text, "of", *(paragraph.pk for paragraph in paragraphs))
        lookup.of(ContactPoint, "of", *(item.pk for item in self._found if item.tier == "contact"))
        linked = [item.pk for item in self._found if item.tier == "link"]
        lookup.of(StatementLink, "statement", *linked)
        lookup.of(Participation, "event", *linked)
        lookup.of(Involvement, "initiative", *linked)

    def _hit(self, item: Found) -> Hit:
        pk, kind = item.pk, item.kind
        name, acronym = self._names(pk, kind)
        post, agency, until = self._post(pk) if kind == "person" else (None, None, "")
        # Data has a statement whole, a line only its beginning.
        label = (
            shown_name(self._lookup, self._wording, pk)
            if kind == "statement"
            else with_acronym(name, acronym)
        )
        title = f"{post or ''} ({until})".strip() if until else post
        posts = ", ".join(part for part in (title, agency and with_acronym(*agency)) if part)
        reached = self._reached(item)
        snippet, why = self._matched(item, (label, posts)) if reached is None else (None, reached[0])
        detail = posts or ("" if why else snippet or "")
        answered = (item.query or self._query).shown
        if item.query and not item.keyboard:
            answered = (*answered, *slipped(detail, self._query))
        why = why or (snippet or "" if posts else "")
        if item.relation:
            why = " · ".join(part for part in (self._relation(item), why) if part)
        if snippet is None and spans(agency[1] if agency else acronym, answered):
            snippet = agency[1] if agency else acronym
        return Hit(
            pk=pk,
            id=self._ids[pk],
            kind=kind,
            name=name,
            post=post,
            organization=agency[0] if agency else None,
            snippet=snippet,
            label=label,
            detail=detail,
            why=why,
            when="" if kind in ("person", "organization", "place", "region") else self._when(pk),
            spans=spans(label, answered),
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

    def _names(self, pk: int, kind: str) -> tuple[str, str]:
        """What a record is called, and its acronym where it has one."""
        lookup, wording = self._lookup, self._wording
        if kind == "statement":
            return worded(lookup, wording, pk, "statement"), ""
        best = wording.pick(lookup.of(Name, "of", pk)) if kind == "person" else None
        return (best.text, "") if best else self._name_and_acronym(pk)

    def _post(self, person: int) -> tuple[str | None, tuple[str, str] | None, str]:
        """Title, agency with its acronym, and until when, of the post that was attested last."""
        posts = self._lookup.of(Post, "person", person)
        if len(posts) > 1:
            posts = by_newest(self._lookup, posts)
        if not posts:
            return None, None, ""
        title = worded(self._lookup, self._wording, posts[0].pk, "title")
        held = posts[0].held
        until = self._wording.date(held, "until") if held and held.ends[1] else ""
        return title or None, self._agency(posts[0].organization), until

    def _key(self, organization: int) -> tuple[str, str, int]:
        return "name and acronym", self._wording.code, organization

    def _agency(self, organization: int) -> tuple[str, str]:
        return self._reader.remembered(self._key(organization), lambda: self._name_and_acronym(organization))

    def _name_and_acronym(self, pk: int) -> tuple[str, str]:
        lookup, wording = self._lookup, self._wording
        return shown_name(lookup, wording, pk), acronym_of(lookup, wording, pk)

    def _relation(self, item: Found) -> str:
        named = self._several_places
        return relation_words(self._reader, self._wording, item.kind, item.relation, item.place, named=named)

    def _matched(self, item: Found, shown: Sequence[str]) -> tuple[str | None, str]:
        """The snippet and the line that says why, as far as what is shown anyway does not show it."""
        lookup, wording, query = self._lookup, self._wording, self._query
        if item.keyboard:
            return None, wording.say("keyboard: {words}", words=item.keyboard)
        if item.query:
            return None, meant_words(lookup, item.query, item.pk, typed=query.text)
        if item.tier == "link":
            assert item.through is not None
            led = link(lookup, wording, item.pk, item.through)
            other = (
                None if spans(led, query.shown) else other_words(lookup, wording, query, item.through, (led,))
            )
            return None, f"{led} · {other.reason}" if other else led
        if item.tier == "text":
            text = text_of(lookup, wording, query, item.pk)
            is_shown = text.startswith(shown[0].removesuffix("…")) and spans(shown[0], query.shown)
            return (None if not text or is_shown else excerpt_around(text, query)), ""
        if not unseen(query, shown):
            return None, ""
        other = other_words(lookup, wording, query, item.pk, shown)
        if other is None:
            return None, meant_words(lookup, query, item.pk, typed=query.text)
        return other.text, other.reason

    def _when(self, pk: int) -> str:
        record = self._lookup.record(pk)
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
        return self._wording.date(date, "short") if date else ""


def _last(line: str, words: str, value: str, stretch: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """A stretch of a value where that stands last in a line."""
    start = line.rindex(value)
    return ((start + stretch[0], start + stretch[1]),)
