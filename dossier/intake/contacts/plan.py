"""What an import would do, row by row, before anything is written."""

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from dossier.intake.contacts.agencies import Agencies
from dossier.intake.contacts.blocks import Blocks
from dossier.intake.contacts.columns import Layout
from dossier.intake.contacts.entries import Entry
from dossier.intake.contacts.matching import Doubt
from dossier.intake.contacts.places import Places
from dossier.intake.contacts.remarks import Remark, Remarks
from dossier.model.dates import Date


class Group(IntEnum):
    """What becomes of a row: a person is added, confirmed, gets something new, or may be somebody known."""

    NEW = 0
    SAME = 1
    CHANGED = 2
    AMBIGUOUS = 3
    OPEN = 4


class Doubtful(NamedTuple):
    """Why a row is ambiguous, and whom it may mean, likeliest first."""

    why: Doubt
    candidates: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """The list as a source: `sender` is from whom it is, where that was said."""

    title: str
    sha256: str
    received: Date
    sender: str | None
    known: int | None
    """The pk of the source where the very same list was imported before."""
    previous: int | None
    """The pk of the newest earlier list of the same origin."""


@dataclass(slots=True)
class Plan:
    """The rows with their groups; `bad` are those that do not go in, `remarks` tell of those that do.

    `targets` holds whom a row speaks of: 0 for somebody new, a pk, or -(place + 1) of a row before it.
    `change` is the newest change of the dossier that the plan was made on.
    """

    origin: Origin
    layout: Layout
    blocks: Blocks
    agencies: Agencies
    places: Places
    change: int
    format: str
    groups: bytearray = field(default_factory=bytearray)
    targets: "array[int]" = field(default_factory=lambda: array("q"))
    doubts: dict[int, Doubtful] = field(default_factory=dict)
    bad: list[Remark] = field(default_factory=list)
    remarks: Remarks = field(default_factory=Remarks)
    gone: "array[int]" = field(default_factory=lambda: array("q"))

    def count(self, group: Group) -> int:
        return self.groups.count(group)

    def where(self, group: Group) -> "array[int]":
        """Where the rows of a group stand, in their order."""
        return array("I", (found.start() for found in re.finditer(re.escape(bytes([group])), self.groups)))

    def entries(self, group: Group) -> Iterator[tuple[int, list[tuple[int, Entry]]]]:
        """The rows of a group block by block: where a block begins, and the rows with their places."""
        for start, block in self.blocks.where(lambda start, stop: group in self.groups[start:stop]):
            yield (
                start,
                [
                    (start + number, entry)
                    for number, entry in enumerate(block)
                    if self.groups[start + number] == group
                ],
            )
