"""The record a user knows, for any part of it: a post belongs to its person, a passage to its source."""

from dossier.model.fields import specs
from dossier.model.records import BY_KIND
from dossier.views.lookup import Lookup

SUBJECTS = ("person", "organization", "initiative", "event", "place", "statement", "source")


def subject_of(lookup: Lookup, pk: int) -> int:
    """The record whose card tells of this one. Raises KeyError where there is no record."""
    kind = lookup.kind(pk)
    while kind not in SUBJECTS:
        record = lookup.one(BY_KIND[kind], pk)
        owner = next(name for name, spec in specs(BY_KIND[kind]).items() if spec.part)
        pk = getattr(record, owner)
        kind = lookup.kind(pk)
    return pk
