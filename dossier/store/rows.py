"""Records to rows and back, and the checks that a record passes before it is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from dossier.model.dates import Date
from dossier.model.errors import DossierError
from dossier.model.fields import FieldSpec, FieldType, specs
from dossier.model.records import BY_KIND, Record
from dossier.store.columns import date_columns

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


def values_of(record: Record) -> tuple[Any, ...]:
    """The values of a record's fields in their order."""
    return _writer(record.kind).values(record)


def to_row(kind: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
    """The columns of a new record but its pk, in the order of its table; raises as `to_columns` does.

    `values` are those of all fields in their order.
    """
    writer = _writer(kind)
    for value, is_plain in zip(values, writer.plain, strict=True):
        if not is_plain(value):
            _check_all(kind, writer, values)
            break
    if not writer.dates:
        return values
    row = list(values)
    for place in writer.dates:
        row[place : place + 1] = _days(row[place])
    return tuple(row)


def from_row(record_class: type[R], row: Row) -> R:
    """The record that a row of its table, joined with its `id`, holds. The row is used up."""
    for decode in _decoders(record_class.kind):
        decode(row)
    return record_class(**row)


def _encode(name: str, spec: FieldSpec, value: Any) -> Row:
    if spec.type is FieldType.DATE:
        return dict(zip(date_columns(name), _days(value), strict=True))
    if spec.type is FieldType.FLAG:
        return {name: int(value)}
    return {name: value}


@dataclass(frozen=True, slots=True)
class _Writer:
    """How new records of a class become rows; most values pass a short test and need no longer one.

    `dates` are the places of dates, last first, as each becomes three columns.
    """

    values: Callable[[Any], tuple[Any, ...]]
    declared: tuple[tuple[str, FieldSpec], ...]
    plain: tuple[Callable[[Any], Any], ...]
    dates: tuple[int, ...]


@cache
def _writer(kind: str) -> _Writer:
    declared = tuple(specs(BY_KIND[kind]).items())
    names = [name for name, _ in declared]
    values: Callable[[Any], tuple[Any, ...]]
    if len(names) > 1:
        values = attrgetter(*names)
    else:
        values = lambda record: tuple(getattr(record, name) for name in names)  # noqa: E731
    dates = [place for place, (_, spec) in enumerate(declared) if spec.type is FieldType.DATE]
    return _Writer(values, declared, tuple(_is_plain(spec) for _, spec in declared), tuple(reversed(dates)))


def _check_all(kind: str, writer: _Writer, values: tuple[Any, ...]) -> None:
    for (name, spec), value in zip(writer.declared, values, strict=True):
        _check(kind, name, spec, value)


def _is_plain(spec: FieldSpec) -> Callable[[Any], Any]:
    """A quick test that a value needs no further check; one that fails it may still be right."""
    match spec.type:
        case FieldType.TEXT if spec.choices:
            return frozenset(spec.choices if spec.required else (*spec.choices, None)).__contains__
        case FieldType.TEXT if spec.required:
            return lambda value: type(value) is str and value.strip() and "\0" not in value
        case FieldType.TEXT:
            return lambda value: value is None or (type(value) is str and value.strip() and "\0" not in value)
        case FieldType.DATE:
            return lambda value: value is None or type(value) is Date
        case FieldType.FLAG:
            return lambda value: value is False or value is True
        case _ if spec.required:
            return lambda value: type(value) is int
        case _:
            return lambda value: value is None or type(value) is int


@cache
def _decoders(kind: str) -> tuple[Callable[[Row], None], ...]:
    """What replaces the columns of a row that do not stand for a field as they are."""
    return tuple(
        _date_decoder(name) if spec.type is FieldType.DATE else _flag_decoder(name)
        for name, spec in specs(BY_KIND[kind]).items()
        if spec.type in (FieldType.DATE, FieldType.FLAG)
    )


def _date_decoder(name: str) -> Callable[[Row], None]:
    text, earliest, latest = date_columns(name)

    def decode(row: Row) -> None:
        said, first, last = row.pop(text), row.pop(earliest), row.pop(latest)
        row[name] = Date(said, _day(first), _day(last)) if said else None

    return decode


def _flag_decoder(name: str) -> Callable[[Row], None]:
    def decode(row: Row) -> None:
        row[name] = bool(row[name])

    return decode


def _check(kind: str, name: str, spec: FieldSpec, value: Any) -> None:
    if value is None or value == "":
        if spec.required or value == "" or spec.type is FieldType.FLAG:
            raise DossierError(
                "The {field} of a {kind} is empty; fill it in.",
                field=name.replace("_", " "),
                kind=kind.replace("_", " "),
            )
        return
    if spec.type is FieldType.TEXT:
        if not isinstance(value, str):
            raise TypeError(f"{kind}.{name} takes a text, not {type(value).__name__}")
        if not value.strip() or "\0" in value:
            raise DossierError(
                "The {field} of a {kind} holds no readable text.",
                field=name.replace("_", " "),
                kind=kind.replace("_", " "),
            )
        if spec.choices and value not in spec.choices:
            raise DossierError(
                "“{value}” is not a {field}; choose {choices}.",
                value=value,
                field=name.replace("_", " "),
                choices=", ".join(spec.choices),
            )
    elif spec.type is FieldType.DATE and not isinstance(value, Date):
        raise TypeError(f"{kind}.{name} takes a Date, not {type(value).__name__}")
    elif spec.type in (FieldType.REFERENCE, FieldType.NUMBER) and type(value) is not int:
        raise TypeError(f"{kind}.{name} takes an int, not {type(value).__name__}")


def _days(value: Date | None) -> tuple[str | None, str | None, str | None]:
    if value is None:
        return None, None, None
    text, first, last = value.text, value.earliest, value.latest
    if first is last and first:
        # One and the same day: most dates of an import are the day it was received on.
        iso = first.isoformat()
        return text, iso, iso
    return text, _iso(first), _iso(last)


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
