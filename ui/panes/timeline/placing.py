"""Lays out the days above: which items are in sight, and as which marks, however many there are."""

from dataclasses import dataclass

from ui.panes.timeline.emphasis import Emphasis
from ui.panes.timeline.items import Arranged, Span
from ui.panes.timeline.labels import Label, Measure, Number, labels
from ui.panes.timeline.marks import CELL, Column, Mark, Through
from ui.panes.timeline.row import Row, Rows
from ui.panes.timeline.scale import Scale


@dataclass(frozen=True, slots=True)
class Placed:
    """The rows of the days above, which reach beyond `sight`, and what of them is in sight."""

    rows: list[Row]
    labels: list[Label]
    sight: Span

    @property
    def marks(self) -> list[Mark]:
        left, right = self.sight
        return [mark for row in self.rows for mark in row.marks if left < mark.x1 and mark.x0 < right]

    @property
    def through(self) -> list[Through]:
        return [line for row in self.rows for line in row.through]

    @property
    def columns(self) -> list[Column]:
        left, right, half = *self.sight, CELL / 2
        found = (column for row in self.rows if row.crowd for column in row.crowd.columns)
        return [column for column in found if left < column.x + half and column.x - half < right]


def place(
    arranged: Arranged,
    scale: Scale,
    in_sight: range,
    emphasis: Emphasis,
    measure: Measure,
    rows: Rows | None = None,
    number: Number = str,
) -> Placed:
    """Lay out the rows in sight. What takes more than two widths of the view is a line along a row's foot.

    `rows` is what is known from an earlier frame of the same zoom.
    """
    laid = (rows or Rows(arranged, scale, emphasis)).laid(scale, in_sight)
    return Placed(laid, labels(arranged, scale, laid, emphasis, measure, number), (scale.left, scale.right))
