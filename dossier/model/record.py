"""What every kind of record has: a pk within the file, an id beyond it."""

from dataclasses import dataclass
from typing import ClassVar

PARTIES = ("person", "organization")
"""The kinds that take part in things, and that one can reach."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Anything with an id, citations and a history. `pk` and `id` are given by the store on writing."""

    kind: ClassVar[str]
    pk: int = 0
    id: str = ""
