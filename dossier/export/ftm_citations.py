"""What facts rest on, in FollowTheMoney: `proof`, Mention and Documentation.

`proof` names the documents of an entity, a Mention a party in each of them, and a Documentation stands for a
citation, with its paragraph, the value as stated, and the basis.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from dossier.model.ftm import Properties, put_date, said
from dossier.model.records import PARTIES, Citation, Name, Paragraph, Passage, Record
from dossier.views.lookup import Lookup
from dossier.views.names import Own


@dataclass(frozen=True, slots=True)
class Cited:
    """A record that may be cited, the subject it belongs to, the entity that stands for that, and by what the
    record is known among the parts of it ("" for the subject itself).
    """

    record: Record
    subject: int
    entity: str
    key: str


@dataclass(slots=True)
class Documented:
    """What documents an entity."""

    entity: str
    proofs: set[str] = field(default_factory=set)
    entities: list[dict[str, Any]] = field(default_factory=list)


def documentation(
    lookup: Lookup, cited: Sequence[Cited], id_of: Callable[[int], str], sources: set[int]
) -> list[Documented]:
    """What documents entities, by the citations of their records; adds to the `sources` that are needed."""
    by_record = {each.record.pk: each for each in cited}
    citations = lookup.of(Citation, "of", *by_record)
    passages = lookup.some(Passage, [citation.passage for citation in citations])
    lookup.some(Paragraph, [passage.paragraph for passage in passages])
    found: dict[str, Documented] = {}
    mentions: dict[tuple[int, int], list[str]] = {}
    for citation in citations:
        each = by_record[citation.of]
        paragraph = lookup.one(Paragraph, lookup.one(Passage, citation.passage).paragraph)
        sources.add(paragraph.source)
        document = id_of(paragraph.source)
        documented = found.setdefault(each.entity, Documented(each.entity))
        if document != each.entity:  # a source may be cited for what it says of itself
            documented.proofs.add(document)
        documented.entities.append(_documentation(each, citation, paragraph, document))
        if lookup.kind(each.subject) in PARTIES:
            names = mentions.setdefault((each.subject, paragraph.source), [])
            if isinstance(each.record, Name):
                names.append(citation.stated or each.record.text)
    own = Own(lookup)
    for (party, source), names in mentions.items():
        entity = id_of(party)
        properties = {
            "document": [id_of(source)],
            "resolved": [entity],
            "name": list(dict.fromkeys(names)) or [own.name(party)],
        }
        mention = {"id": f"mention-{id_of(source)}-{entity}", "schema": "Mention", "properties": properties}
        found[entity].entities.append(mention)
    return list(found.values())


def _documentation(each: Cited, citation: Citation, paragraph: Paragraph, document: str) -> dict[str, Any]:
    told = [said("paragraph", str(paragraph.number)), said("basis", citation.basis)]
    if each.key:
        told.insert(0, said("of", each.key))
    words = (("rule", citation.rule), ("translator", citation.translator))
    told.extend(said(word, value) for word, value in words if value)
    properties: Properties = {
        "entity": [each.entity],
        "document": [document],
        "role": [citation.field if not each.key else f"{each.record.kind}.{citation.field}"],
        "description": [*told, *(["checked"] if citation.checked else [])],
    }
    if citation.stated:
        properties["summary"] = [citation.stated]
    put_date(properties, "confirmed", citation.confirmed, day="date", spans=False)
    return {"id": citation.id, "schema": "Documentation", "properties": properties}
