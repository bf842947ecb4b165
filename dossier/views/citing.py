"""Where each fact comes from: its citations as numbers in one list of sources, and what they leave open."""

from collections.abc import Iterable
from dataclasses import dataclass

from dossier.language import Wording
from dossier.model.dates import Date
from dossier.model.records import Citation, Paragraph, Passage, Source, Text
from dossier.views.covering import WHOLE, covering, is_of_list, wholes_of
from dossier.views.lookup import Lookup
from dossier.views.names import excerpt, source_name, text_of
from dossier.views.values import SourceLine

Fact = tuple[int, str]
"""A record and the field of it that is shown; "" for a record that is itself a fact, such as a relation."""


@dataclass(frozen=True, slots=True)
class Support:
    """What stands behind a line: numbers, and what is wrong with it."""

    numbers: tuple[int, ...] = ()
    state: str = ""
    notes: tuple[str, ...] = ()


class Sources:
    """The numbered sources of one page; a paragraph gets its number when it is first cited."""

    def __init__(self, lookup: Lookup, wording: Wording, *, final: bool = True) -> None:
        """Unless the numbers are `final`, no sentence names one: a sheet counts anew what found room."""
        self._lookup = lookup
        self._wording = wording
        self._final = final
        self._numbers: dict[int, int] = {}
        self._passages: dict[int, Passage] = {}
        self._learnt: set[int] = set()
        self._cited: dict[Fact, list[Citation]] = {}

    def learn(self, pks: Iterable[int]) -> None:
        """Read the citations of many records at once, with what they point at."""
        pks = [pk for pk in pks if pk not in self._learnt]
        if not pks:
            return
        self._learnt.update(pks)
        own = self._lookup.of(Citation, "of", *pks)
        cited = {citation.of for citation in own}
        wholes = wholes_of(self._lookup, [pk for pk in pks if pk not in cited])
        citations = [*own, *self._lookup.of(Citation, "of", *wholes.values())]
        passages = self._lookup.some(Passage, [citation.passage for citation in citations])
        paragraphs = self._lookup.some(Paragraph, [passage.paragraph for passage in passages])
        self._lookup.some(Source, [paragraph.source for paragraph in paragraphs])

    def support(self, facts: Iterable[Fact], texts: Iterable[Text] = (), also: Iterable[int] = ()) -> Support:
        """The support of one line: every fact and text of it needs a citation; `also` adds numbers only."""
        facts, texts, also = list(facts), list(texts), list(also)
        self.learn([*(pk for pk, _ in facts), *(pk for text in texts for pk in (text.pk, text.of)), *also])
        each = [self._citations(fact) for fact in facts] + [self._text_citations(text) for text in texts]
        cited = [citation for group in each for citation in group]
        numbers = self._cite([*cited, *self._lookup.of(Citation, "of", *also)])
        state, notes = "", []
        if unchecked := any(map(self._is_unchecked, texts)):
            state, notes = "unchecked", [self._wording.say("translation, not checked")]
        if not all(each):
            state, notes = "unsourced", [self._wording.say("no source"), *notes]
        if disagreement := self._disagreement(cited):
            state, notes = "conflict", [disagreement, *notes[: 1 if unchecked else 0]]
        return Support(numbers, state, tuple(notes))

    def reported(self, facts: Iterable[Fact]) -> Date | None:
        """The date of the newest source of some facts, without numbering anything."""
        facts = list(facts)
        self.learn(pk for pk, _ in facts)
        citations = [citation for fact in facts for citation in self._citations(fact)]
        return self._newest(self._paragraph(each).pk for each in citations)

    def rules(self, fact: Fact) -> tuple[str, ...]:
        """The rules by which a derived value follows from what its sources say."""
        self.learn([fact[0]])
        derived = [each for each in self._citations(fact) if each.basis == "derived"]
        return tuple(rule for each in derived if (rule := self._rule(each)))

    def _rule(self, citation: Citation) -> str:
        """The rule in the language of the page, else as it was written."""
        texts = self._lookup.of(Text, "of", citation.pk)
        spoken = [text.text for text in texts if self._wording.speaks(text.language)]
        return next(iter(spoken), citation.rule or "")

    def newest(self, citations: Iterable[Citation]) -> Date | None:
        """The date of the newest source used, by the lines numbered so far or by some citations."""
        return self._newest([*self._numbers, *(self._paragraph(each).pk for each in citations)])

    def _newest(self, paragraphs: Iterable[int]) -> Date | None:
        """The newest date of documents; reference data tell nothing about how things stand."""
        sources = [self._source(paragraph) for paragraph in paragraphs]
        dates = [
            source.published or source.retrieved for source in sources if source.source_kind != "reference"
        ]
        known = [date for date in dates if date and date.latest]
        return max(known, key=lambda date: str(date.latest), default=None)

    def lines(self, *, detailed: bool = False) -> tuple[SourceLine, ...]:
        """The list of sources in the order of the numbers; `detailed` for those who can't open them."""
        return tuple(self._line(paragraph, number, detailed) for paragraph, number in self._numbers.items())

    def _line(self, pk: int, number: int, detailed: bool) -> SourceLine:
        paragraph = self._lookup.one(Paragraph, pk)
        head = source_name(self._lookup, self._wording, paragraph.source)
        if detailed:
            head = "; ".join((head, *self._details(self._source(pk))))
        return SourceLine(number, paragraph.source, self._passages[pk].pk, head, self._place_in(paragraph))

    def _details(self, source: Source) -> list[str]:
        """The language of a document, and that the publisher of what was published isn't known."""
        if source.source_kind in ("reference", "list", "conversation"):
            return []
        known = source.language if source.language in ("en", "ru", "kk") else ""
        details = [self._wording.label("in_language", known)] if known else []
        lacks = source.source_kind == "article" and not source.publisher
        return [*details, self._wording.say("publisher not stated")] if lacks else details

    def _place_in(self, paragraph: Paragraph) -> str:
        source = self._source(paragraph.pk)
        if source.source_kind == "conversation" or _is_named_alone(source, paragraph):
            return excerpt(text_of(self._lookup, self._wording, paragraph.pk, "summary"))
        if source.source_kind == "list":
            return self._wording.say("row {number}", number=paragraph.number)
        if source.source_kind != "reference":
            return self._wording.say("paragraph {number}", number=paragraph.number)
        # Reference data is found by what an entry is, not by where it stands: its summary up to the colon.
        entry = text_of(self._lookup, self._wording, paragraph.pk, "summary").split(": ")[0].rstrip(".")
        return entry or self._wording.say("entry {number}", number=paragraph.number)

    def _cite(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        found = {self._paragraph(citation).pk: citation for citation in citations}
        for citation in citations:
            self._widen(self._lookup.one(Passage, citation.passage))
        ordered = sorted(found, key=self._order)
        return tuple(sorted(self._numbers.setdefault(pk, len(self._numbers) + 1) for pk in ordered))

    def _widen(self, passage: Passage) -> None:
        """Keep the widest passage cited in a paragraph: the one its number leads to."""
        held = self._passages.get(passage.paragraph)
        if held is None or _width(passage) > _width(held):
            self._passages[passage.paragraph] = passage

    def _order(self, paragraph: int) -> tuple[bool, int, int]:
        record = self._lookup.one(Paragraph, paragraph)
        return self._source(paragraph).source_kind == "reference", record.source, record.number

    def _citations(self, fact: Fact) -> list[Citation]:
        """The citations of a fact; several lines, and how they are worded, rest on the same ones."""
        if fact not in self._cited:
            self._cited[fact] = self._find_citations(fact)
        return self._cited[fact]

    def _find_citations(self, fact: Fact) -> list[Citation]:
        pk, field = fact
        found = self._lookup.of(Citation, "of", pk)
        own = [each for each in found if not field or each.field in (field, WHOLE)]
        if own and not is_of_list(self._lookup, own[0]):
            return own
        return [*own, *covering(self._lookup, pk)]

    def _text_citations(self, text: Text) -> list[Citation]:
        return [*self._citations((text.pk, "")), *self._citations((text.of, text.field))]

    def _is_unchecked(self, text: Text) -> bool:
        return text.translated and not any(
            citation.basis == "translation" and citation.checked for citation in self._text_citations(text)
        )

    def _disagreement(self, citations: list[Citation]) -> str:
        """Two sources that state a field differently, in words; "" where none do."""
        by_field: dict[Fact, dict[str, Citation]] = {}
        for each in citations:
            if each.basis == "stated" and each.stated and each.field != WHOLE:
                by_field.setdefault((each.of, each.field), {}).setdefault(_plain(each.stated), each)
        for values in by_field.values():
            if any(_differ(one, other) for one in values for other in values):
                return self._wording.say("sources differ: {values}", values=self._worded(values.values()))
        return ""

    def _worded(self, citations: Iterable[Citation]) -> str:
        return "; ".join(f"“{each.stated}” ({self._origin(self._paragraph(each).pk)})" for each in citations)

    def _origin(self, paragraph: int) -> str:
        """Where a disagreeing value stands: the number of its source, or the date or name of that."""
        source = self._source(paragraph)
        if self._final:
            return str(self._numbers[paragraph])
        date = source.published or source.retrieved
        return self._wording.date(date) if date else source_name(self._lookup, self._wording, source.pk)

    def _paragraph(self, citation: Citation) -> Paragraph:
        return self._lookup.one(Paragraph, self._lookup.one(Passage, citation.passage).paragraph)

    def _source(self, paragraph: int) -> Source:
        return self._lookup.one(Source, self._lookup.one(Paragraph, paragraph).source)


def _width(passage: Passage) -> float:
    return float("inf") if passage.start is None or passage.end is None else passage.end - passage.start


def _plain(stated: str) -> str:
    return " ".join(stated.casefold().split())


def _differ(one: str, other: str) -> bool:
    """Whether two wordings contradict: one that merely says more than the other does not."""
    return one not in other and other not in one


def _is_named_alone(source: Source, paragraph: Paragraph) -> bool:
    """Whether a document is but a name that was typed, as "business card": it has no paragraphs to count."""
    known = source.publisher or source.language or source.sha256 or paragraph.original
    return source.source_kind == "document" and not known
