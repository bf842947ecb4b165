"""The card: everything known of one record, in the order in which it is read."""

from datetime import date
from typing import TYPE_CHECKING

from dossier.language import Wording
from dossier.model.records import Citation, Note, Tag
from dossier.views.blocks import block
from dossier.views.draft import Draft, as_runs
from dossier.views.fiction import marked
from dossier.views.heads import as_of, head
from dossier.views.names import full_name
from dossier.views.pages import blocks_for
from dossier.views.people_blocks import other_names
from dossier.views.subjects import subject_of
from dossier.views.values import Block, Card, Line, Run

if TYPE_CHECKING:
    from dossier.store import Reader

_NOT_FACTS = ("notes", "tags")


def card(reader: "Reader", wording: Wording, today: date, pk: int, *, standing: bool = False) -> Card:
    """The card of a record; of a part, such as a post, that of the record it belongs to.

    `today` is the day whose state is told; with `standing` posts tell how surely they were held then.
    Raises KeyError where there is no such record.
    """
    draft = Draft(reader, wording, today, standing=standing)
    subject = subject_of(draft.lookup, pk)
    draft.learn([subject])
    top = head(draft, subject)
    names = other_names(draft, subject)
    notes = draft.lookup.of(Note, "of", subject)
    blocks = [*blocks_for(draft, subject), *_remarks(draft, subject, notes)]
    told = (line for each in blocks if each.key not in _NOT_FACTS for line in each.lines)
    facts = [*names, *(line for line in told if line.cites or line.state)]
    return Card(
        pk=subject,
        id=draft.lookup.record(subject).id,
        kind=draft.lookup.shown_kind(subject),
        kind_label=top.kind_label,
        name=full_name(draft.lookup, wording, subject),
        lead=top.line.runs,
        lead_cites=top.line.cites,
        other_names=names,
        blocks=tuple(blocks),
        sources=draft.sources.lines(),
        as_of=as_of(draft, subject),
        facts=len(facts),
        unsourced=sum(line.state == "unsourced" for line in facts),
        marking=marked(reader, wording, next((note.marking for note in notes if note.marking), "")),
    )


def _remarks(draft: Draft, pk: int, notes: tuple[Note, ...]) -> list[Block]:
    """What the user wrote on the record; these are no facts, so they need no source."""
    remarks = [_note(draft, each) for each in notes]
    tags = [Line((Run(each.label),)) for each in draft.lookup.of(Tag, "of", pk)]
    return [each for each in (block(draft, "notes", remarks), block(draft, "tags", tags)) if each.lines]


def _note(draft: Draft, note: Note) -> Line:
    """A note with its marking, and the number of the talk it is from."""
    marking = [note.marking] if note.marking else []
    if draft.lookup.of(Citation, "of", note.pk):
        return draft.line([note.text], [(note.pk, "")], notes=marking)
    return Line((Run(note.text),), note=as_runs(marking))
