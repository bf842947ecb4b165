"""The kinds of records, by the vocabulary of the design; relations are records too.

Adding a field is one line in one of these modules: table, constraints, undo, checks and exchange follow.
References hold a `pk`, local to the file; texts that may stand in several languages are `Text` records.
"""

from dossier.model.activities import (
    NATURES,
    Coverage,
    Event,
    Initiative,
    Involvement,
    Participation,
    Statement,
    StatementLink,
    Status,
)
from dossier.model.entities import (
    FORMS_OF_ADDRESS,
    Attestation,
    ContactPoint,
    FormerCode,
    Name,
    Office,
    Organization,
    Person,
    Place,
    Post,
    Remit,
    Text,
)
from dossier.model.evidence import BASES, Citation, Note, Paragraph, Passage, Source, Tag
from dossier.model.record import PARTIES, Record

RECORD_CLASSES: tuple[type[Record], ...] = (
    Person, Organization, Office, Place, FormerCode, Name, Text, Post, Attestation, Remit, Initiative, Status,
    Involvement, Coverage, Event, Participation, Statement, StatementLink, ContactPoint, Note, Tag, Source,
    Paragraph, Passage, Citation,
)  # fmt: skip
BY_KIND: dict[str, type[Record]] = {record_class.kind: record_class for record_class in RECORD_CLASSES}

__all__ = [
    "BASES",
    "BY_KIND",
    "FORMS_OF_ADDRESS",
    "NATURES",
    "PARTIES",
    "RECORD_CLASSES",
    "Attestation",
    "Citation",
    "ContactPoint",
    "Coverage",
    "Event",
    "FormerCode",
    "Initiative",
    "Involvement",
    "Name",
    "Note",
    "Office",
    "Organization",
    "Paragraph",
    "Participation",
    "Passage",
    "Person",
    "Place",
    "Post",
    "Record",
    "Remit",
    "Source",
    "Statement",
    "StatementLink",
    "Status",
    "Tag",
    "Text",
]
