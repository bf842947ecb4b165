"""The marks of the days above, as laid out: for one item, for several that lie too near, or for a crowd."""

from dataclasses import dataclass, field

from ui.panes.timeline.emphasis import Emphasis

CELL = 14.0  # a point takes so many pixels; two that are nearer stand as one mark with a count
THROUGH = 2.0  # how high the line is of what goes on all over the view
FRAME = 12.0  # from the middle of a marked point to its frame


@dataclass(slots=True)
class Mark:
    """A mark in a row: the item it stands for, how many it stands for, and its place.

    `lane` and `lanes` tell bars apart that overlap in a row: they share its height, and where they are too
    many for it, one `is_busy` bar stands for them all.
    """

    item: int
    row: int
    x0: float
    x1: float
    is_point: bool
    is_host: bool
    members: list[int] = field(default_factory=list)
    lane: int = 0
    lanes: int = 1
    is_busy: bool = False

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass(slots=True)
class Column:
    """A cell of a crowded row, with how many items start there, and whether one of them is related."""

    row: int
    x: float
    count: int
    is_related: bool


@dataclass(frozen=True, slots=True)
class Through:
    """A line along the foot of a row for an item that takes more than two widths of the view."""

    item: int
    row: int
    turn: int  # from the foot upwards


def reach(mark: Mark, emphasis: Emphasis) -> tuple[float, float]:
    """From where to where a mark is drawn, its frame included."""
    if not emphasis.in_row or emphasis.rank(mark.item) not in (0, 2):
        return mark.x0, mark.x1
    if mark.is_point:
        return mark.middle - FRAME, mark.middle + FRAME
    return mark.x0 - 4, mark.x1 + 4
