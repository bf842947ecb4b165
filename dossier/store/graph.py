"""Which field of which kind points at which kind, read off the model once."""

from dataclasses import dataclass
from functools import cache

from dossier.model.fields import FieldType, specs
from dossier.model.records import RECORD_CLASSES


@dataclass(frozen=True, slots=True)
class Pointer:
    """The field `field` of records of `kind` points at other records; a `part` goes when its target goes.

    One that `nests` ties records of one kind: these must not run in a circle.
    """

    kind: str
    field: str
    part: bool
    targets: tuple[str, ...]
    nests: bool


POINTERS = tuple(
    Pointer(record_class.kind, name, spec.part, spec.targets, spec.targets == (record_class.kind,))
    for record_class in RECORD_CLASSES
    for name, spec in specs(record_class).items()
    if spec.type is FieldType.REFERENCE
)


@cache
def pointers_at(kind: str) -> tuple[Pointer, ...]:
    """Every field that may point at a record of that kind."""
    return tuple(pointer for pointer in POINTERS if not pointer.targets or kind in pointer.targets)


@cache
def pointers_from(kind: str) -> tuple[Pointer, ...]:
    """The fields of a kind that point elsewhere."""
    return tuple(pointer for pointer in POINTERS if pointer.kind == kind)
