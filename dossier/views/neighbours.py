"""What is marked when a record is selected: everything one step away through the relations of the model.

Each relation is written once, as pairs, and read in both directions; so what A marks, marks A.
"""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from dossier.model.fields import specs
from dossier.model.records import RECORD_CLASSES
from dossier.views.lookup import Lookup
from dossier.views.subjects import SUBJECTS, subject_of

if TYPE_CHECKING:
    from dossier.store import Reader

_SHOWN = (*SUBJECTS, "passage")

_DIRECT = (
    "SELECT person AS a, organization AS b FROM post",
    "SELECT person AS a, place AS b FROM post",
    "SELECT post.person AS a, remit.place AS b FROM remit JOIN post ON post.pk = remit.post",
    "SELECT pk AS a, parent AS b FROM organization",
    "SELECT pk AS a, country AS b FROM organization",
    "SELECT organization AS a, place AS b FROM office",
    "SELECT party AS a, initiative AS b FROM involvement",
    "SELECT initiative AS a, place AS b FROM coverage",
    "SELECT party AS a, event AS b FROM participation",
    "SELECT pk AS a, place AS b FROM event",
    "SELECT pk AS a, initiative AS b FROM event",
    "SELECT pk AS a, part_of AS b FROM event",
    'SELECT statement AS a, "to" AS b FROM statement_link',
    "SELECT pk AS a, event AS b FROM statement",
    "SELECT pk AS a, place AS b FROM statement",
    "SELECT pk AS a, parent AS b FROM place WHERE place_kind = 'building'",
)
_SPOKEN = (
    "FROM statement_link AS speaker JOIN statement_link AS topic "
    "ON topic.statement = speaker.statement AND speaker.role = 'speaker' AND topic.role = 'about'"
)
# Through one relation more, where a user would say that the two belong together.
_THROUGH = (
    # Who took part in what is done in a place, or spoke about it.
    "SELECT involvement.party AS a, coverage.place AS b FROM involvement "
    "JOIN coverage ON coverage.initiative = involvement.initiative",
    f'SELECT speaker."to" AS a, topic."to" AS b {_SPOKEN}',
    f'SELECT speaker."to" AS a, coverage.place AS b {_SPOKEN} '
    'JOIN coverage ON coverage.initiative = topic."to"',
    "SELECT topic.statement AS a, coverage.place AS b FROM statement_link AS topic "
    "JOIN coverage ON coverage.initiative = topic.\"to\" WHERE topic.role = 'about'",
    # An organization acts through its people.
    "SELECT post.organization AS a, part.event AS b FROM post "
    "JOIN participation AS part ON part.party = post.person",
    "SELECT post.organization AS a, link.statement AS b FROM post "
    "JOIN statement_link AS link ON link.\"to\" = post.person AND link.role = 'speaker'",
    f'SELECT post.organization AS a, initiative.pk AS b {_SPOKEN} JOIN post ON post.person = speaker."to" '
    'JOIN initiative ON initiative.pk = topic."to"',
    # An event and what was spoken about there, with the regions of that; the city of the building it was in.
    "SELECT statement.event AS a, initiative.pk AS b FROM statement "
    "JOIN statement_link AS topic ON topic.statement = statement.pk AND topic.role = 'about' "
    'JOIN initiative ON initiative.pk = topic."to"',
    "SELECT statement.event AS a, coverage.place AS b FROM statement "
    "JOIN statement_link AS topic ON topic.statement = statement.pk AND topic.role = 'about' "
    'JOIN coverage ON coverage.initiative = topic."to"',
    "SELECT event.pk AS a, place.parent AS b FROM event "
    "JOIN place ON place.pk = event.place AND place.place_kind = 'building'",
)


def related(reader: "Reader", pk: int) -> frozenset[int]:
    """The records and passages that belong with a record, both ways: b in related(a) means a in related(b).

    A part stands for the record it belongs to. Raises KeyError where there is no such record.
    """
    lookup = Lookup(reader)
    subject = pk if lookup.kind(pk) == "passage" else subject_of(lookup, pk)
    found = {row[0] for row in reader.rows(_question(), pk=subject)} - {subject, None}
    return frozenset(pk for pk, kind in reader.kinds(found).items() if kind in _SHOWN)


@cache
def _question() -> str:
    pairs = (*_DIRECT, *_THROUGH, *_cited())
    forth = (f"SELECT b FROM ({pair}) WHERE a = :pk" for pair in pairs)
    back = (f"SELECT a FROM ({pair}) WHERE b = :pk" for pair in pairs)
    return " UNION ".join((*forth, *back))


def _cited() -> Iterator[str]:
    """Records and the passages and sources of their own citations, and of their parts'."""
    for owner, citing, tables in _owners():
        cited = f"{tables} JOIN citation ON citation.of = {citing}"
        yield f"SELECT {owner} AS a, citation.passage AS b FROM {cited}"
        document = (
            "JOIN passage ON passage.pk = citation.passage JOIN paragraph ON paragraph.pk = passage.paragraph"
        )
        yield f"SELECT {owner} AS a, paragraph.source AS b FROM {cited} {document}"


def _owners() -> Iterator[tuple[str, str, str]]:
    """(owner, the record that cites, the tables they come from)."""
    yield "record.pk", "record.pk", "record"
    for kind, field in _part_fields():
        yield f'"{kind}"."{field}"', f'"{kind}".pk', f'"{kind}"'
    for part, field in (("attestation", "post"), ("remit", "post"), ("text", "of")):
        for end in ("person", "organization"):
            yield f"post.{end}", f'"{part}".pk', f'"{part}" JOIN post ON post.pk = "{part}"."{field}"'
    # Who speaks is cited where the statement is.
    yield 'statement_link."to"', "statement_link.statement", "statement_link"


def _part_fields() -> Iterator[tuple[str, str]]:
    for record_class in RECORD_CLASSES:
        if record_class.kind in ("paragraph", "passage", "citation"):
            continue
        for name, spec in specs(record_class).items():
            if spec.part:
                yield record_class.kind, name
