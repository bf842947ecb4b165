"""What a row of a list covers: one citation of the whole stands for all that was taken from the row.

An import of a million rows can't cite every name, post and phone by itself. It writes what it takes from a
row between the row's passage and a citation of the whole person or organization; so a part whose pk lies
between the two comes from that row, and a part that somebody adds later does not.
"""

from collections.abc import Iterable
from datetime import date

from dossier.model.fields import specs
from dossier.model.records import BY_KIND, Citation, Paragraph, Passage, Source
from dossier.views.lookup import Lookup
from dossier.views.subjects import SUBJECTS

WHOLE = "*"


def wholes_of(lookup: Lookup, pks: Iterable[int]) -> dict[int, int]:
    """The person, organization or other subject that each of these is a part of, read level by level."""
    above = {pk: pk for pk in pks}
    while True:
        lookup.learn_kinds(above.values())
        parts = {pk: part for pk, part in above.items() if lookup.kind(part) not in SUBJECTS}
        if not parts:
            return above
        lookup.learn_records(parts.values())
        above.update((pk, _owner(lookup, part)) for pk, part in parts.items())


def is_of_list(lookup: Lookup, citation: Citation) -> bool:
    """Whether a citation is of a row of a list."""
    paragraph = lookup.one(Paragraph, lookup.one(Passage, citation.passage).paragraph)
    return lookup.one(Source, paragraph.source).source_kind == "list"


def covering(lookup: Lookup, pk: int) -> list[Citation]:
    """The citations of the whole that cover this part of it."""
    whole = wholes_of(lookup, [pk])[pk]
    return [
        each
        for each in lookup.of(Citation, "of", whole)
        if each.field == WHOLE and each.passage < pk < each.pk and is_of_list(lookup, each)
    ]


def first_told(lookup: Lookup, pks: Iterable[int]) -> dict[int, date]:
    """When the oldest document that is cited for each of these records was published."""
    cited = lookup.of(Citation, "of", *pks)
    passages = {each.pk: each.paragraph for each in lookup.some(Passage, [each.passage for each in cited])}
    paragraphs = {each.pk: each.source for each in lookup.some(Paragraph, passages.values())}
    sources = {each.pk: each for each in lookup.some(Source, paragraphs.values())}
    found: dict[int, date] = {}
    for citation in cited:
        source = sources[paragraphs[passages[citation.passage]]]
        told = source.published or source.retrieved
        if source.source_kind != "reference" and told and told.earliest:
            found[citation.of] = min(told.earliest, found.get(citation.of, date.max))
    return found


def _owner(lookup: Lookup, pk: int) -> int:
    kind = lookup.kind(pk)
    owner = next(name for name, spec in specs(BY_KIND[kind]).items() if spec.part)
    return int(getattr(lookup.one(BY_KIND[kind], pk), owner))
