"""Checks tables against their shape with msgspec, and words what is wrong as a sentence with what to do."""

import re
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from dossier.intake.seed.entries import Spot
from dossier.model.plain_values import can_be_seen, unshowable

S = TypeVar("S", bound=msgspec.Struct)

_WHERE = re.compile(r" - at `\$\.?(?P<path>[^`]*)`\Z")
_FIELD = re.compile(r"Object (?P<what>contains unknown|missing required) field `(?P<name>[^`]*)`")
_TYPE = re.compile(r"Expected `(?P<wanted>[^`]*)`, got `(?P<found>[^`]*)`")

_WORDS = {
    "str": "text in quotes",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list [ … ]",
    "object": "a table { … }",
    "date": "a date without quotes",
    "datetime": "a date without quotes",
    "time": "a time without quotes",
    "null": "nothing",
}


def check_shape(table: Mapping[str, Any], struct: type[S], spot: Spot) -> S:
    """The table as a struct. Raises DossierError that names file, line and field."""
    try:
        return msgspec.convert(table, struct)
    except msgspec.ValidationError as error:
        where = _WHERE.search(str(error))
        message = str(error)[: where.start()] if where else str(error)
        steps = _steps(where["path"]) if where else ()
        raise _complaint(message, struct, steps, spot) from None


def filled(text: str, spot: Spot) -> str:
    """The text as it is. Raises DossierError when there is none, or when it holds what nobody can read."""
    if not text.strip():
        raise spot.error("there is nothing in the quotes; write the value or remove the field.")
    if control := unshowable(text):
        raise spot.error(f"this holds the control character {control}, which can't be shown; remove it.")
    if not can_be_seen(text):
        raise spot.error("nothing of this can be seen; write the value or remove the field.")
    return text


def by_language(languages: msgspec.Struct, spot: Spot) -> dict[str, str]:
    """The languages that a text stands in. Raises DossierError when one of them is empty."""
    texts = {code: getattr(languages, code) for code in languages.__struct_fields__}
    return {code: filled(text, spot.of(code)) for code, text in texts.items() if text is not None}


def _steps(path: str) -> tuple[str | int, ...]:
    """`statuses[2].on` as steps into the table."""
    found = re.findall(r"([^.\[\]]+)|\[(\d+)\]", path)
    return tuple(int(number) if number else name for name, number in found)


def _complaint(
    message: str, struct: type[msgspec.Struct], steps: tuple[str | int, ...], spot: Spot
) -> Exception:
    if match := _FIELD.match(message):
        spot = spot.of(*steps, match["name"])
        if match["what"] == "missing required":
            return spot.error(f"this field is missing; add {match['name']} = … to it.")
        known = ", ".join(_fields_at(struct, steps))
        return spot.error(f"there is no field “{match['name']}” here; choose one of {known}.")
    spot = spot.of(*steps)
    if match := _TYPE.match(message):
        wanted = [_WORDS.get(word, word) for word in match["wanted"].split(" | ") if word != "null"]
        found = _WORDS.get(match["found"], match["found"])
        return spot.error(f"{' or '.join(wanted)} is needed here, not {found}.")
    if message.startswith("Invalid enum value"):
        word = message.removeprefix("Invalid enum value ").strip("'\"")
        return spot.error(
            f"“{word}” is not a word for this; choose one of {', '.join(_choices(struct, steps))}."
        )
    return spot.error(f"{message[0].lower()}{message[1:]}.")


def _fields_at(struct: type[msgspec.Struct], steps: tuple[str | int, ...]) -> tuple[str, ...]:
    if not steps:
        return struct.__struct_fields__
    inner = _field_type(struct, str(steps[0]))
    structs = [
        item for item in _members(inner) if isinstance(item, type) and issubclass(item, msgspec.Struct)
    ]
    return structs[0].__struct_fields__ if structs else ()


def _choices(struct: type[msgspec.Struct], steps: tuple[str | int, ...]) -> tuple[str, ...]:
    return tuple(
        word
        for item in _members(_field_type(struct, str(steps[0])))
        for word in _members(item)
        if isinstance(word, str)
    )


def _field_type(struct: type[msgspec.Struct], name: str) -> Any:
    return next(field.type for field in msgspec.structs.fields(struct) if field.name == name)


def _members(annotation: Any) -> tuple[Any, ...]:
    """What a union or a Literal is made of; of anything else, the thing itself."""
    return getattr(annotation, "__args__", (annotation,))
