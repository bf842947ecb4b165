"""How a record's fields are declared: each carries what store, checks and exchange need to know."""

from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cache
from typing import Any


class FieldType(StrEnum):
    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    DECIMAL = "decimal"
    FLAG = "flag"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """What is known of a field besides its name.

    `choices` closes a text to a list of words; `targets` are the kinds a reference may point at (empty: any);
    a `part` reference makes its record a part of the target, which goes when the target goes.
    """

    type: FieldType
    required: bool = False
    choices: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    part: bool = False


def _field(spec: FieldSpec, default: Any) -> Any:
    metadata = {"spec": spec}
    return field(metadata=metadata) if spec.required else field(default=default, metadata=metadata)


def text(*, required: bool = False) -> Any:
    return _field(FieldSpec(FieldType.TEXT, required), None)


def choice(*words: str, required: bool = True) -> Any:
    return _field(FieldSpec(FieldType.TEXT, required, choices=words), None)


def edtf() -> Any:
    return _field(FieldSpec(FieldType.DATE), None)


def number(*, required: bool = False) -> Any:
    return _field(FieldSpec(FieldType.NUMBER, required), None)


def decimal() -> Any:
    return _field(FieldSpec(FieldType.DECIMAL), None)


def flag() -> Any:
    return _field(FieldSpec(FieldType.FLAG), False)


def reference(*targets: str, required: bool = False) -> Any:
    return _field(FieldSpec(FieldType.REFERENCE, required, targets=targets), None)


def part_of(*targets: str) -> Any:
    return _field(FieldSpec(FieldType.REFERENCE, True, targets=targets, part=True), None)


def specs(record_class: Any) -> dict[str, FieldSpec]:
    """The declared fields of a record class by name, in order; `pk` and `id` are not among them."""
    return _specs(record_class)


@cache
def _specs(record_class: Any) -> dict[str, FieldSpec]:
    return {item.name: item.metadata["spec"] for item in fields(record_class) if "spec" in item.metadata}
