"""Blocks of the pages of statements and sources: their details, and what a source tells of."""

from collections.abc import Iterable

from dossier.model.records import Citation, Paragraph, Passage, Source, Statement
from dossier.views import relations as rel
from dossier.views.blocks import block
from dossier.views.draft import Draft
from dossier.views.names import dateline_of
from dossier.views.said_blocks import statement_line
from dossier.views.subjects import subject_of
from dossier.views.values import Block, Line, Run


def words(draft: Draft, statement: Statement) -> Block:
    """The statement itself, with to whom."""
    return block(draft, "words", [statement_line(draft, statement, dated=False)])


def statement_details(draft: Draft, statement: Statement) -> Block:
    """Where, when and about what something was said."""
    wording, pk = draft.wording, statement.pk
    lines = [
        draft.line(
            [wording.date(statement.on) if statement.on else wording.say("not dated")],
            [(pk, "on")] if statement.on else [],
            when=wording.say("When"),
        )
    ]
    for field, label in (("event", wording.say("At")), ("place", wording.say("Where"))):
        target = getattr(statement, field)
        if target:
            lines.append(draft.line([draft.link(target)], [(pk, field)], when=label))
    about = rel.links_of(draft.lookup, pk, "about")
    if about:
        runs, also = draft.links([link.to for link in about]), [link.pk for link in about]
        lines.append(draft.line(runs, [(pk, "")], also=also, when=wording.say("About")))
    return block(draft, "facts", lines)


def source_details(draft: Draft, pk: int) -> Block:
    """What is known of a document; what is not is said, since a blank looks like an oversight."""
    wording, source = draft.wording, draft.lookup.one(Source, pk)
    told = source.source_kind == "conversation"  # of which nobody expects a publisher
    known = {
        wording.label("field", "title"): source.title,
        wording.say("Publisher"): source.publisher,
        wording.say("Author"): source.author,
        wording.say("Dateline"): dateline_of(draft.lookup, wording, source),
        wording.say("Published"): wording.date(source.published) if source.published else None,
        wording.say("Web address"): source.url,
        wording.say("Retrieved"): wording.date(source.retrieved) if source.retrieved else None,
    }
    return block(
        draft,
        "facts",
        [
            Line((Run(value or wording.say("not stated")),), when=label)
            for label, value in known.items()
            if value or not told
        ],
    )


def cited(draft: Draft, key: str, pks: Iterable[int]) -> Block:
    """Records of one kind that a source tells of."""
    found = tuple(pks)
    draft.learn(found)
    return block(draft, key, [draft.line([draft.link(pk)], [(pk, "")]) for pk in found])


def cited_by(draft: Draft, source: int) -> dict[str, tuple[int, ...]]:
    """The records that cite a source, or whose parts do, by kind."""
    lookup = draft.lookup
    paragraphs = lookup.of(Paragraph, "source", source)
    passages = lookup.of(Passage, "paragraph", *(each.pk for each in paragraphs))
    citations = lookup.of(Citation, "passage", *(each.pk for each in passages))
    lookup.learn_records(each.of for each in citations)
    found: dict[str, dict[int, None]] = {}
    for pk in dict.fromkeys(each.of for each in citations):
        subject = subject_of(lookup, pk)
        found.setdefault(lookup.kind(subject), {})[subject] = None
    return {kind: tuple(pks) for kind, pks in found.items()}
