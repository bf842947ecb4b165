"""The columns of each kind's table, as they follow from its fields."""

from collections.abc import Iterator
from functools import cache

from dossier.model.fields import FieldType, specs
from dossier.model.records import BY_KIND


def date_columns(name: str) -> tuple[str, str, str]:
    """The columns of a date field: EDTF text, earliest and latest day (ISO 8601)."""
    return name, f"{name}_earliest", f"{name}_latest"


@cache
def columns_of(kind: str) -> tuple[str, ...]:
    """All columns of the table of a kind, `pk` first."""
    return ("pk", *_columns(kind))


def _columns(kind: str) -> Iterator[str]:
    for name, spec in specs(BY_KIND[kind]).items():
        yield from date_columns(name) if spec.type is FieldType.DATE else (name,)
