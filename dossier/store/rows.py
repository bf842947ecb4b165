"""Records to rows and back, and the checks that a record passes before it is written."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, TypeVar

from dossier.model.dates import Date
from dossier.model.errors import DossierError
from dossier.model.fields import FieldSpec, FieldType, specs
from dossier.model.records import BY_KIND, Record
from dossier.store.tables import date_columns

R = TypeVar("R", bound=Record)
Row = dict[str, Any]


def to_columns(kind: str, values: Mapping[str, Any]) -> Row:
    """Column values of fields of a record of `kind`. Raises DossierError where a value breaks the model."""
    declared = specs(BY_KIND[kind])
    row: Row = {}
    for name, value in values.items():
        spec = declared[name]
        _check(kind, name, spec, value)
        row.update(_encode(name, spec, value))
    return row


def from_row(record_class: type[R], row: Mapping[Any, Any]) -> R:
    """The record that a row of its table, joined with its `id`, holds."""
    values = {name: decode(row) for name, decode in _decoders(record_class.kind)}
    return record_class(pk=row["pk"], id=row["id"], **values)


def _encode(name: str, spec: FieldSpec, value: Any) -> Row:
    if spec.type is FieldType.DATE:
        days = (value.text, _iso(value.earliest), _iso(value.latest)) if value else (None, None, None)
        return dict(zip(date_columns(name), days, strict=True))
    if spec.type is FieldType.FLAG:
        return {name: int(value)}
    return {name: value}


@cache
def _decoders(kind: str) -> tuple[tuple[str, Callable[[Mapping[Any, Any]], Any]], ...]:
    return tuple((name, _decoder(name, spec)) for name, spec in specs(BY_KIND[kind]).items())


def _decoder(name: str, spec: FieldSpec) -> Callable[[Mapping[Any, Any]], Any]:
    if spec.type is FieldType.DATE:
        text, earliest, latest = date_columns(name)
        return lambda row: Date(row[text], _day(row[earliest]), _day(row[latest])) if row[text] else None
    if spec.type is FieldType.FLAG:
        return lambda row: bool(row[name])
    return lambda row: row[name]


def _check(kind: str, name: str, spec: FieldSpec, value: Any) -> None:
    if value is None or value == "":
        if spec.required or value == "" or spec.type is FieldType.FLAG:
            raise DossierError(
                f"The {name.replace('_', ' ')} of a {kind.replace('_', ' ')} is empty; fill it in."
            )
        return
    if spec.type is FieldType.TEXT:
        if not isinstance(value, str):
            raise TypeError(f"{kind}.{name} takes a text, not {type(value).__name__}")
        if not value.strip() or "\0" in value:
            raise DossierError(
                f"The {name.replace('_', ' ')} of a {kind.replace('_', ' ')} holds no readable text."
            )
        if spec.choices and value not in spec.choices:
            raise DossierError(
                f"“{value}” is not a {name.replace('_', ' ')}; choose {', '.join(spec.choices)}."
            )
    elif spec.type is FieldType.DATE and not isinstance(value, Date):
        raise TypeError(f"{kind}.{name} takes a Date, not {type(value).__name__}")
    elif spec.type in (FieldType.REFERENCE, FieldType.NUMBER) and type(value) is not int:
        raise TypeError(f"{kind}.{name} takes an int, not {type(value).__name__}")


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
