"""A seed once read: entries that still name each other by slug, and the spot in a file each came from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dossier.intake.seed.lines import Path
from dossier.model.errors import DossierError
from dossier.model.records import Record

_LONGEST = 1000
"""Letters of a message."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a seed file, for a message that names file, line and field."""

    file: str
    lines: Mapping[Path, int]
    path: Path = ()

    def of(self, *more: str | int) -> "Spot":
        return Spot(self.file, self.lines, (*self.path, *more))

    @property
    def line(self) -> int:
        path = self.path
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def error(self, sentence: str) -> DossierError:
        """The error to raise: positions in lists count from 1, as a person does."""
        words = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in self.path)
        message = f"{self.file}, line {self.line}, {''.join(words).removeprefix('.')}: {sentence}"
        return DossierError(in_one_line(message))


def in_one_line(text: str) -> str:
    """A message quotes what stands in the file: keys and values may run over lines, and on and on."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST // 2]} … {shown[-_LONGEST // 2 :]}"


@dataclass(frozen=True, slots=True)
class Citing:
    """A citation of one field: where it points, the value as stated there and its basis ("" for not said).

    `rule` is by language, empty where there is none.
    """

    field: str
    source: str
    paragraph: int
    start: int | None
    end: int | None
    stated: str | None
    basis: str
    rule: Mapping[str, str]
    spot: Spot


@dataclass(frozen=True, slots=True)
class Entry:
    """A record to be: its plain values (references as slugs), texts by language, citations and parts.

    `owner` is the field that points back at the record it is a part of ("" for a record of its own).
    """

    record_class: type[Record]
    slug: str
    owner: str
    spot: Spot
    values: Mapping[str, Any]
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    citations: tuple[Citing, ...] = ()
    parts: tuple["Entry", ...] = ()

    @property
    def kind(self) -> str:
        return self.record_class.kind

    @property
    def source_slug(self) -> str:
        """The source that a paragraph belongs to, by the place it stands at."""
        return str(self.spot.path[1])

    def walk(self) -> Iterator["Entry"]:
        """The entry and all its parts."""
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True, slots=True)
class Seed:
    """A whole seed, checked, its records in an order in which each comes after those it points at."""

    entries: tuple[Entry, ...]

    def walk(self) -> Iterator[Entry]:
        for entry in self.entries:
            yield from entry.walk()
