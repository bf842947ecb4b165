"""A file of FollowTheMoney entities: a line of JSON for each, or a list of them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from dossier.model.errors import DossierError
from dossier.store.held import refuse_held

_START = 4096


class Entity(NamedTuple):
    """An entity as it stands in the file."""

    id: str
    schema: str
    properties: Mapping[str, Sequence[str]]

    def all(self, name: str) -> Sequence[str]:
        return self.properties.get(name, ())

    def first(self, name: str) -> str:
        return next(iter(self.all(name)), "")


def is_ftm(path: Path) -> bool:
    """Whether a file may hold entities: by its name, or by how it begins."""
    if path.name.lower().endswith((".json", ".jsonl", ".ndjson", ".ijson")):
        return True
    try:
        refuse_held(path)
        with path.open("rb") as file:
            return file.read(_START).removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"
    except OSError:
        return False


def read_entities(path: Path) -> tuple[list[Entity], str]:
    """The entities of a file, and its hash. Raises DossierError, with the line, for what is none."""
    refuse_held(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DossierError(
            "{path} can't be read ({reason}); choose another file.", path=path, reason=reason
        ) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DossierError("{path} is not UTF-8; export it anew as JSON lines.", path=path) from None
    found = [_entity(path, line, value) for line, value in _values(path, text)]
    if not found:
        raise DossierError("{path} is empty; choose another file.", path=path)
    return found, sha256(data).hexdigest()


def _values(path: Path, text: str) -> Iterator[tuple[int, Any]]:
    """Each value of the file with its line."""
    if text.lstrip()[:1] == "[":
        values = _parsed(path, 1, text)
        yield from ((number, value) for number, value in enumerate(values, 1))
        return
    for line, words in enumerate(text.split("\n"), 1):
        if words.strip():
            yield line, _parsed(path, line, words)


def _parsed(path: Path, line: int, text: str) -> Any:
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        raise DossierError(
            "Line {line} of {path} is not JSON; export it anew as JSON lines, an entity on each.",
            line=line,
            path=path,
        ) from None


def _entity(path: Path, line: int, value: Any) -> Entity:
    match value:
        case {"id": str(id), "schema": str(schema), "properties": dict(properties)} if id.strip():
            if all(isinstance(values, list) for values in properties.values()):
                plain = {name: [_plain(each) for each in values] for name, values in properties.items()}
                return Entity(id, schema, {name: [v for v in each if v] for name, each in plain.items()})
    raise DossierError(
        "Line {line} of {path} is no entity of FollowTheMoney: it takes an id, a schema, and properties "
        "that are lists.",
        line=line,
        path=path,
    )


def _plain(value: Any) -> str:
    """A value as text; an entity that stands within another by its id."""
    if isinstance(value, dict):
        value = value.get("id", "")
    return str(value).replace("\0", "").strip() if isinstance(value, str | int | float) else ""
