"""What the window asks of the open dossier: each question is one snapshot, answered with frozen values."""

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING

from dossier.language.isolating import isolated
from dossier.model.errors import DossierError
from dossier.model.markings import KEPT
from dossier.views.connection_values import Connections, Paths
from dossier.views.contact_values import ContactList
from dossier.views.values import SHEET_KINDS, Card, Results, Sheet, SourceLine
from ui.panes.timeline.items import Arranged
from ui.printing_day import printed_on
from ui.recent import Recent
from ui.search.panel import Request
from ui.session import Step
from ui.shown import Chosen, Lists, Proof, Shown
from ui.tree_contents import TreeContents
from ui.workers import Job

if TYPE_CHECKING:
    from dossier.model.records import ContactPoint
    from dossier.search.completing import Completion
    from dossier.store.changes import Change
    from dossier.views.periods import Within

_PINNED = "pinned searches"
_MOST_HITS, _OF_EACH_KIND = 20, 3
_MOST_OF_ONE_KIND = 60
_MOST_CHANGES = 1000
_PART = 500
_MOST_KEPT = 20_000
"""Lines and related records of what was chosen last."""


class Contents(TreeContents):
    """The views of one dossier in one language. Every method may be called in any thread."""

    def seen(self, step: Step) -> "Contents":
        """The same dossier as of the day of a step, and of it what lies in its period."""
        return Contents(self.dossier, self._wording, Step(period=step.period, day=step.day))

    def is_seen(self, step: Step) -> bool:
        """Whether this is what a step shows."""
        return (self._seen.period, self._seen.day) == (step.period, step.day)

    def shown(self, step: Step, loaded: Collection[int] = (), *, around: bool = True) -> Shown:
        """What a step of the session shows. `loaded` are branches of the tree that are there already.

        `around` asks for the tree of what alone is shown.
        """
        with self.dossier.read() as reader:
            recent = reader.remembered(
                ("recent", self._wording.code, self.day, self.is_other_day),
                lambda: Recent(_size, _MOST_KEPT),
            )
        chosen = recent.get((step.selected, step.chosen), lambda: self._chosen(step))
        kept = self.related(*step.kept) | {*step.kept} if step.kept else None
        return Shown(
            chosen=chosen,
            only=kept,
            only_name=self._wording.list_of(isolated(self.name(pk)) for pk in step.kept) or None,
            branches={above: self.children(above) for above in chosen.way[:-1] if above not in loaded},
            around=self.around(kept) if kept is not None and around else None,
            within=self._within(),
        )

    def _chosen(self, step: Step) -> Chosen:
        pk = step.selected
        card = self.card(pk) if pk is not None else None
        related = self.related(*step.chosen)
        return Chosen(
            card=card,
            proof=self.proof(card),
            related=related,
            related_counts=self.counts_of(related - {pk}),
            way=self.path(pk) if pk is not None else (),
            names=tuple(map(self.name, step.chosen)),
        )

    def card(self, pk: int) -> Card:
        from dossier import views

        with self.dossier.read() as reader:
            self._need(reader, pk)
            return views.card(reader, self._wording, self.day, pk, standing=self.is_other_day)

    def related(self, *pks: int) -> frozenset[int]:
        from dossier import views

        with self.dossier.read() as reader:
            return frozenset[int]().union(*(views.related(reader, pk) for pk in pks))

    def _within(self) -> "Within | None":
        from dossier import views

        if not self._seen.period:
            return None
        with self.dossier.read() as reader:
            return views.within(reader, self._seen.period)

    def lists(self, lanes: str, arranged: Arranged | None = None) -> Lists:
        """What the panes show of everything; the items of the timeline where they are not there already."""
        from dossier import views

        with self.dossier.read() as reader:
            return Lists(
                views.initiatives(reader, self._wording, self.day),
                views.regions(reader, self._wording, self.day, all=True),
                arranged.on(self.day)
                if arranged
                else Arranged(views.timeline(reader, self._wording, lanes), self.day, now=self.today),
                views.counts(reader),
                views.training_mark(reader, self._wording),
            )

    def proof(self, card: Card | None) -> Proof | None:
        """What a card rests on first; the record itself when it is a source, the first document for none."""
        if card is not None and card.kind == "source":
            return self.source(card.pk, for_pk=None, passage=None)
        if card is not None and card.sources:
            first = self._documents(card)[0]
            return self.source(first.source, for_pk=card.pk, passage=first.passage)
        source = self._first_source()
        return None if source is None else self.source(source, for_pk=None, passage=None)

    def passage(self, passage: int, for_pk: int | None) -> Proof:
        """The source in which a passage stands, opened there."""
        from dossier.model.records import Paragraph, Passage

        with self.dossier.read() as reader:
            source = reader.get(Paragraph, reader.get(Passage, passage).paragraph).source
        return self.source(source, for_pk=for_pk, passage=passage)

    def source(self, source: int, *, for_pk: int | None, passage: int | None) -> Proof:
        from dossier import views

        with self.dossier.read() as reader:
            text = views.source_text(reader, self._wording, source, for_pk=for_pk, passage=passage)
        return Proof(text, passage)

    def connections(self, pk: int, *, two_steps: bool) -> Connections:
        from dossier import views

        with self.dossier.read() as reader:
            return views.connections_of(reader, self._wording, self.day, pk, two_steps=two_steps)

    def paths(self, start: int, end: int, job: Job) -> Paths:
        from dossier import views

        with self.dossier.read() as reader:
            return views.paths_between(
                reader, self._wording, self.day, start, end, cancelled=job.is_cancelled
            )

    def sheet(self, pk: int) -> Sheet | None:
        """What stands on the sheet; None for a kind that has none."""
        from dossier import views
        from dossier.views.lookup import Lookup

        marking = self.dossier.kept(KEPT) or ""
        with self.dossier.read() as reader:
            if Lookup(reader).shown_kind(pk) not in SHEET_KINDS:
                return None
            sheet = partial(views.sheet, reader, self._wording, self.day, pk, marking=marking)
            return printed_on(self.today, sheet)

    def contact_words(self, pk: int) -> str:
        """The contact of a party as text; of any other record its name."""
        from dossier import views

        with self.dossier.read() as reader:
            self._need(reader, pk)
            contact = views.contact(reader, self._wording, self.today, pk)
            return views.contact_words(contact) if contact else views.name_of(reader, self._wording, pk)

    def agency_of(self, pk: int) -> int | None:
        """The organization itself, or the one at which a person holds the post known of latest."""
        from dossier import views

        with self.dossier.read() as reader:
            return views.agency_of(reader, pk)

    def agency_contacts(self, pk: int, *, below: bool, cancelled: Callable[[], bool]) -> ContactList:
        from dossier import views

        with self.dossier.read() as reader:
            contacts = partial(views.agency_contacts, reader, self._wording, self.day, pk)
            return printed_on(self.today, partial(contacts, below=below, cancelled=cancelled))

    def search(self, request: Request, job: Job) -> Results:
        from dossier.search import search

        with self.dossier.read() as reader:
            return search(
                reader,
                self._wording,
                request.query,
                agency=request.agency,
                region=request.region,
                kind=request.kind,
                limit=_MOST_OF_ONE_KIND if request.kind else _MOST_HITS,
                each=_OF_EACH_KIND,
                cancelled=job.is_cancelled,
            )

    def completions(self, text: str, cursor: int) -> "tuple[Completion, ...]":
        """Ways to go on with a query at the cursor."""
        from dossier.search.completing import completions

        with self.dossier.read() as reader:
            return completions(reader, self._wording, text, cursor)

    def pinned_searches(self) -> tuple[str, ...]:
        kept = self.dossier.kept(_PINNED)
        return tuple(kept.splitlines()) if kept else ()

    def pin_searches(self, queries: Collection[str]) -> None:
        """Keep these searches in the dossier, in place of those pinned before."""
        self.dossier.keep(_PINNED, "\n".join(" ".join(query.split()) for query in queries))

    def counts_of(self, pks: Collection[int]) -> dict[str, int]:
        from dossier import views

        with self.dossier.read() as reader:
            return views.counts_of(reader, pks)

    def named(self, text: str) -> int:
        """The record that is called so. Raises DossierError where none is, or several are."""
        from dossier.search.resolve import called

        with self.dossier.read() as reader:
            found = called(reader, text)
        if len(found) == 1:
            return found[0]
        say = self._wording.say
        if found:
            raise DossierError(say("Several are called “{name}”; choose one of those offered.", name=text))
        raise DossierError(say("Nothing is called “{name}”; choose one of those offered.", name=text))

    def name(self, pk: int) -> str:
        from dossier import views

        with self.dossier.read() as reader:
            return views.name_of(reader, self._wording, pk)

    def kinds_of(self, pks: Collection[int]) -> frozenset[str]:
        """The kinds of records, also of deleted ones."""
        known = sorted(pks)
        found: set[str] = set()
        with self.dossier.read() as reader:
            for start in range(0, len(known), _PART):
                marks = ", ".join(str(pk) for pk in known[start : start + _PART])
                found.update(
                    kind for (kind,) in reader.rows(f"SELECT kind FROM record WHERE pk IN ({marks})")
                )
        return frozenset(found)

    def contact(self, pk: int) -> "ContactPoint":
        from dossier.model.records import ContactPoint

        with self.dossier.read() as reader:
            return reader.get(ContactPoint, pk)

    def history(self) -> "tuple[Change, ...]":
        return self.dossier.history(limit=_MOST_CHANGES)

    def is_gone(self, pk: int) -> bool:
        with self.dossier.read() as reader:
            return not reader.kinds([pk])

    def _documents(self, card: Card) -> list[SourceLine]:
        """The passages of a card, those of documents before those of reference data."""
        from dossier.model.records import Source

        with self.dossier.read() as reader:
            found = reader.find(Source, pk={line.source for line in card.sources})
        reference = {source.pk for source in found if source.source_kind == "reference"}
        return sorted(card.sources, key=lambda line: line.source in reference)

    def _first_source(self) -> int | None:
        """The first document that has paragraphs."""
        with self.dossier.read() as reader:
            rows = reader.rows("SELECT source FROM paragraph ORDER BY pk LIMIT 1")
        return rows[0][0] if rows else None

    def id_of(self, pk: int) -> str:
        with self.dossier.read() as reader:
            return "" if not reader.kinds([pk]) else reader.record(pk).id

    def pk_of(self, record_id: str) -> int | None:
        with self.dossier.read() as reader:
            return reader.pk(record_id)


def _size(chosen: Chosen) -> int:
    """How much of memory something chosen takes, in lines and numbers."""
    lines = sum(len(block.lines) for block in chosen.card.blocks) if chosen.card else 0
    return 1 + lines + len(chosen.related)
