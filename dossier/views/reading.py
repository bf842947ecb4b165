"""The text of a source as the reader shows it: paragraphs, the passages marked, and what cites each."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dossier.language import Wording
from dossier.model.records import (
    Attestation,
    Citation,
    Coverage,
    Involvement,
    Name,
    Paragraph,
    Participation,
    Passage,
    Person,
    Post,
    Remit,
    Source,
    Statement,
    StatementLink,
    Status,
    Text,
)
from dossier.views.lookup import Lookup
from dossier.views.names import learn_names, post_name, shown_name, source_name, text_of
from dossier.views.subjects import subject_of
from dossier.views.values import Mark, ReaderFact, ReaderParagraph, SourceText

if TYPE_CHECKING:
    from dossier.store import Reader

_MOST, _BEFORE = 120, 20
"""Paragraphs shown at once, and how many of them before the one asked for: a list may have a million rows."""


def source_text(
    reader: "Reader",
    wording: Wording,
    source_pk: int,
    *,
    for_pk: int | None = None,
    passage: int | None = None,
) -> SourceText:
    """A source's paragraphs, with the passages marked that `for_pk` and its parts cite.

    `passage` is the one being shown. Until the original is attached the paragraphs are summaries, and a mark
    spans the whole of one. Raises KeyError where there is no such source.
    """
    lookup = Lookup(reader)
    source = lookup.one(Source, source_pk)
    paragraphs, count = _around(lookup, source_pk, for_pk, passage)
    is_summary = not (paragraphs and all(each.original for each in paragraphs))
    cited = _Cited(lookup, wording, paragraphs)
    marked = cited.passages_for(for_pk) if for_pk is not None else set()
    return SourceText(
        pk=source_pk,
        title=source_name(lookup, wording, source_pk),
        detail=_detail(wording, source, paragraphs, count),
        notice=_notice(wording, source) if is_summary else "",
        is_summary=is_summary,
        can_attach=is_summary and bool(source.sha256),
        paragraphs=tuple(
            _paragraph(lookup, wording, each, cited, marked, passage, is_summary) for each in paragraphs
        ),
    )


def _around(
    lookup: Lookup, source: int, for_pk: int | None, passage: int | None
) -> tuple[Sequence[Paragraph], int]:
    """The paragraphs to be shown, and how many there are: of very many those around what is asked for."""
    count = int(
        lookup.reader.rows("SELECT count(*) FROM paragraph WHERE source = :source", source=source)[0][0]
    )
    if count <= _MOST:
        return sorted(lookup.of(Paragraph, "source", source), key=lambda each: each.number), count
    found = lookup.reader.rows(
        "SELECT number FROM passage JOIN paragraph ON paragraph.pk = passage.paragraph "
        "WHERE passage.pk = :passage AND source = :source UNION ALL "
        "SELECT min(number) FROM citation JOIN passage ON passage.pk = citation.passage "
        "JOIN paragraph ON paragraph.pk = passage.paragraph WHERE citation.of = :for_pk AND source = :source",
        passage=passage,
        for_pk=for_pk,
        source=source,
    )
    wanted = next((number for (number,) in found if number is not None), 0)
    pks = lookup.reader.rows(
        "SELECT pk FROM paragraph WHERE source = :source AND number >= :first ORDER BY number LIMIT :most",
        source=source,
        first=wanted - _BEFORE,
        most=_MOST,
    )
    return lookup.some(Paragraph, [pk for (pk,) in pks]), count


def _paragraph(
    lookup: Lookup,
    wording: Wording,
    paragraph: Paragraph,
    cited: "_Cited",
    marked: set[int],
    active: int | None,
    is_summary: bool,
) -> ReaderParagraph:
    text = text_of(lookup, wording, paragraph.pk, "summary") if is_summary else paragraph.original or ""
    passages = [each for each in cited.passages(paragraph.pk) if each.pk in marked or each.pk == active]
    return ReaderParagraph(
        pk=paragraph.pk,
        number=paragraph.number,
        text=text,
        marks=_marks(text, passages, active, is_summary),
        facts=cited.facts(paragraph.pk),
    )


def _marks(text: str, passages: list[Passage], active: int | None, is_summary: bool) -> tuple[Mark, ...]:
    if not text or not passages:
        return ()
    if is_summary:
        shown = next((each for each in passages if each.pk == active), passages[0])
        return (Mark(0, len(text), shown.pk, shown.pk == active),)
    spans = [each for each in passages if each.start is not None and each.end is not None]
    if not spans:
        return tuple(Mark(0, len(text), each.pk, each.pk == active) for each in passages)
    # Beside the words themselves a whole paragraph shows nothing more; showing it means showing these.
    whole = {each.pk for each in passages if each not in spans}
    marks = [
        Mark(each.start or 0, min(each.end or 0, len(text)), each.pk, each.pk == active or active in whole)
        for each in spans
    ]
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end)))


class _Cited:
    """What cites the paragraphs of one source, read at once."""

    def __init__(self, lookup: Lookup, wording: Wording, paragraphs: Iterable[Paragraph]) -> None:
        self._lookup = lookup
        self._wording = wording
        pks = [each.pk for each in paragraphs]
        lookup.of(Text, "of", *pks)
        passages = lookup.of(Passage, "paragraph", *pks)
        self._citations = lookup.of(Citation, "passage", *(each.pk for each in passages))
        self._citing: dict[int, list[Citation]] = {}
        for each in self._citations:
            self._citing.setdefault(each.passage, []).append(each)
        lookup.learn_records(each.of for each in self._citations)
        self._subjects = {each.of: subject_of(lookup, each.of) for each in self._citations}
        learn_names(lookup, self._subjects.values())

    def passages(self, paragraph: int) -> tuple[Passage, ...]:
        return self._lookup.of(Passage, "paragraph", paragraph)

    def passages_for(self, pk: int) -> set[int]:
        """The passages that a record or its parts cite; a part belongs to both ends of a relation."""
        links = self._lookup.of(StatementLink, "to", pk)
        spoken = {link.statement for link in links if link.role == "speaker"}
        return {
            each.passage
            for each in self._citations
            if pk in self._owners(each.of) or self._subjects[each.of] in spoken
        }

    def facts(self, paragraph: int) -> tuple[ReaderFact, ...]:
        """Each fact once: posts and words first, then who took part in what, then what else is told of."""
        found: dict[ReaderFact, int] = {}
        for passage in self.passages(paragraph):
            for each in self._citing.get(passage.pk, ()):
                if fact := self._fact(each.of):
                    found.setdefault(fact, _place(self._lookup.kind(each.of)))
        # A post names its person already.
        posted = {fact.pk for fact, place in found.items() if place == _place(Post.kind)}
        told = [
            fact for fact, place in found.items() if place != _place(Person.kind) or fact.pk not in posted
        ]
        return tuple(sorted(told, key=lambda fact: found[fact]))

    def _owners(self, pk: int) -> set[int]:
        record = self._lookup.record(pk)
        owners = {pk, self._subjects[pk]}
        for field in ("party", "place", "to", "organization", "person", "initiative", "event"):
            if self._lookup.kind(pk) in _RELATIONS and (other := getattr(record, field, None)):
                owners.add(other)
        return owners

    def _fact(self, pk: int) -> ReaderFact | None:
        """A record that cites, in words, with the record to go to; what is only a name is left out."""
        record, say = self._lookup.record(pk), self._wording.label
        match record:
            case Post():
                return self._made(record.person, say("kind", "post"), self._post(record))
            case Attestation() | Remit():
                post = self._lookup.one(Post, record.post)
                return self._made(post.person, say("kind", "post"), self._post(post))
            case Statement():
                return self._made(pk, say("nature", record.nature), self._name(pk))
            case StatementLink():
                return self._fact(record.statement)
            case Participation():
                text = self._wording.say(
                    "{name}: {what}", name=self._name(record.party), what=self._name(record.event)
                )
                return self._made(record.party, say("kind", "participation"), text)
            case Involvement():
                text = self._wording.say(
                    "{name}: {what}", name=self._name(record.party), what=self._name(record.initiative)
                )
                return self._made(record.initiative, say("involvement_role", record.role), text)
            case Status():
                text = f"{say('status', record.status)}: {self._name(record.initiative)}"
                return self._made(record.initiative, say("kind", "status"), text)
            case Coverage():
                return self._made(
                    record.place, say("kind", self._lookup.shown_kind(record.place)), self._name(record.place)
                )
            case Name() | Text():
                return None
        subject = self._subjects[pk]
        kind = self._lookup.shown_kind(pk) if pk == subject else record.kind
        return self._made(subject, say("kind", kind), self._name(subject))

    def _post(self, post: Post) -> str:
        return f"{self._name(post.person)}, {post_name(self._lookup, self._wording, post)}"

    def _name(self, pk: int) -> str:
        return shown_name(self._lookup, self._wording, pk, short=True)

    def _made(self, pk: int, label: str, text: str) -> ReaderFact:
        return ReaderFact(pk, self._lookup.shown_kind(pk), label, text)


_ORDER = (
    "post", "attestation", "remit", "statement", "statement_link", "participation", "initiative", "status",
    "involvement", "coverage", "event", "person", "organization", "place", "source",
)  # fmt: skip
_RELATIONS = ("post", "involvement", "coverage", "participation", "statement_link", "office")


def _place(kind: str) -> int:
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def _detail(wording: Wording, source: Source, shown: Sequence[Paragraph], total: int) -> str:
    """ "in English · 10 paragraphs", and which of them are shown where not all are."""
    count = wording.count("{n} paragraph", "{n} paragraphs", total)
    if len(shown) < total:
        first, last = (wording.number(shown[at].number) for at in (0, -1))
        count = wording.say("{count}, here {first} to {last}", count=count, first=first, last=last)
    language = wording.label("in_language", source.language) if source.language in ("en", "ru", "kk") else ""
    return " · ".join(part for part in (language, count) if part)


def _notice(wording: Wording, source: Source) -> str:
    if source.source_kind in ("reference", "list"):
        return wording.say("Reference data, described in our words.")
    if source.source_kind == "conversation":
        return wording.say("What was told, in our words.")
    if source.sha256:
        return wording.say(
            "This is a summary in our words. Attach the original to read it here with the passages marked."
        )
    return wording.say("This is a summary in our words.")
