"""The frozen values of connections: who a record is connected with and how, and the paths between two."""

from dataclasses import dataclass

from dossier.views.values import Line, SourceLine


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which two records are connected, worded; `through` is the record between them, if any.

    `kind` names the way in code, `day` is its first day (ISO 8601), "" where it has no date.
    """

    line: Line
    kind: str
    day: str = ""
    through: int | None = None


@dataclass(frozen=True, slots=True)
class Connection:
    """A connected record with the ways to it, the closest first; `more` are those that are not shown.

    `detail` is the post by which a person is known. `label` is the name in short, for a picture. What is two
    steps away is connected with `via`, one of those that are one step away.
    """

    pk: int
    kind: str
    name: str
    label: str
    detail: str
    closeness: int
    ways: tuple[Way, ...]
    more: int = 0
    via: int | None = None


@dataclass(frozen=True, slots=True)
class Connections:
    """What a record is connected with, the closest and newest first; `rest` says how many more there are."""

    pk: int
    kind: str
    name: str
    label: str
    entries: tuple[Connection, ...]
    rest: str
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: the record it leads to, and the tie by which it does."""

    pk: int
    kind: str
    name: str
    label: str
    way: Way


@dataclass(frozen=True, slots=True)
class Path:
    """How one record leads to another, step by step."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Paths:
    """The shortest paths between two records; where there are none, `none` says so."""

    start: Connection
    end: Connection
    paths: tuple[Path, ...]
    none: str
    sources: tuple[SourceLine, ...]
