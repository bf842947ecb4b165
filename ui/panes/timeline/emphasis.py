"""What of the timeline must be seen before all else: the user's choice, the keyboard's place, the related."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from ui.panes.timeline.items import Arranged


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Positions that must be seen: what the user chose, where the keyboard is, and what is related."""

    selected: int | None = None
    current: int | None = None
    related: frozenset[int] = frozenset()
    in_row: dict[int, list[int]] = field(default_factory=dict)  # all of them, in order

    @classmethod
    def of(
        cls, arranged: Arranged, selected: int | None, current: int | None, related: frozenset[int]
    ) -> "Emphasis":
        """From records; those that aren't on the timeline have no position."""
        made = cls(
            None if selected is None else arranged.position.get(selected),
            None if current is None else arranged.position.get(current),
            frozenset(arranged.position[pk] for pk in related if pk in arranged.position),
        )
        for position in sorted(made.related.union(made.own)):
            for row in arranged.rows(position):
                made.in_row.setdefault(row, []).append(position)
        return made

    @property
    def own(self) -> list[int]:
        """What the user chose and where the keyboard is."""
        return [position for position in (self.selected, self.current) if position is not None]

    def rank(self, position: int) -> int:
        if position == self.selected:
            return 0
        if position == self.current:
            return 1
        return 2 if position in self.related else 3

    def any_between(self, row: int, first: int, last: int) -> bool:
        """Whether a row has one whose position is from `first` to `last`."""
        places = self.in_row.get(row, [])
        return bisect_left(places, first) < bisect_right(places, last)
