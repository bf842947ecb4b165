"""The frozen values of the timeline: its items, the lanes they lie in, and what has no date."""

from dataclasses import dataclass

from dossier.model.dates import Date


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """An event, statement or source on the timeline; `lanes` are pks of `Lane`, the host's first.

    What is not `dated` has no day of its own: it lies where the event does that it is part of.
    """

    pk: int
    kind: str
    name: str
    date: Date
    when: str
    lanes: tuple[int, ...]
    announced: bool = False
    dated: bool = True


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane of the timeline; pk 0 is the lane of sources."""

    pk: int
    name: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Items sorted by their earliest day, the lanes they lie in, and the events that have no day at all."""

    items: tuple[TimelineItem, ...]
    lanes: tuple[Lane, ...]
    undated: frozenset[int] = frozenset()
