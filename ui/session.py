"""Where the user is in the dossier: what is selected, what alone is shown, as of when; and the way there."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from dossier.model.dates import Date

_LONGEST_WAY = 500


@dataclass(frozen=True, slots=True)
class Step:
    """A point of the way: the selected record, and to what the panes are kept.

    `only` is the record whose related records alone show, `period` the days in which alone something is
    dated, `day` the day whose state is shown; None shows everything, and today. `also` are further records
    (regions) that were chosen with `only`, or where that is None with `selected`.
    """

    selected: int | None = None
    only: int | None = None
    period: "Date | None" = None
    day: date | None = None
    also: tuple[int, ...] = ()

    @property
    def chosen(self) -> tuple[int, ...]:
        """What is selected, and what was chosen with it."""
        if self.selected is None:
            return ()
        return (self.selected, *self.also) if self.only in (None, self.selected) else (self.selected,)

    @property
    def kept(self) -> tuple[int, ...]:
        """The records to whose related ones the panes are kept, none where everything shows."""
        return () if self.only is None else (self.only, *self.also)

    @property
    def is_restricted(self) -> bool:
        return self.only is not None or self.period is not None


class Session(QObject):
    """The way as a browser keeps it: a step leads on, and what lay ahead is dropped."""

    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._way = [Step()]
        self._at = 0
        self._moving = ""  # what goes on being changed, as one step: "period" or "day"

    @property
    def step(self) -> Step:
        return self._way[self._at]

    @property
    def can_go_back(self) -> bool:
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        return self._at + 1 < len(self._way)

    def select(self, pk: int) -> None:
        """Choose a record; what alone is shown stays."""
        self._go_to(replace(self.step, selected=pk, also=self.step.kept[1:]))

    def add(self, pk: int) -> None:
        """Choose a record with those that are chosen, or let it go again."""
        step = self.step
        many = step.kept or step.chosen
        many = tuple(each for each in many if each != pk) if pk in many else (*many, pk)
        first, also = (many[0] if many else None), many[1:]
        if step.only is None:
            self._go_to(replace(step, selected=first, also=also))
        else:
            self._go_to(replace(step, only=first, also=also))

    def show_only(self, pk: int) -> None:
        """Choose a record and show only what is related to it, or to what was chosen with it."""
        chosen = self.step.chosen
        also = chosen[1:] if pk == self.step.selected else ()
        self._go_to(replace(self.step, selected=pk, only=pk, also=also))

    def show_period(self, period: "Date | None", *, goes_on: bool = False) -> None:
        """Show only what is dated in some days; None shows what is dated otherwise, too.

        `goes_on`: a period that is being changed bit by bit is one step.
        """
        self._go_to(replace(self.step, period=period), "period" if goes_on else "")

    def show_day(self, day: date | None, *, goes_on: bool = False) -> None:
        """Show the state on a day; None shows today's."""
        self._go_to(replace(self.step, day=day), "day" if goes_on else "")

    def show_unrelated(self) -> None:
        """Show what is not related, too."""
        self._go_to(replace(self.step, only=None, also=self.step.chosen[1:]))

    def show_all(self) -> None:
        """Show everything, as of the same day."""
        self._go_to(replace(self.step, only=None, period=None, also=self.step.chosen[1:]))

    def back(self) -> None:
        if self.can_go_back:
            self._at -= 1
            self._move()

    def forward(self) -> None:
        if self.can_go_forward:
            self._at += 1
            self._move()

    def begin_at(self, pk: int) -> None:
        """Start the way at a record: there is nothing to go back to."""
        self._way, self._at = [Step(pk)], 0
        self._move()

    def forget(self, is_gone: Callable[[int], bool]) -> bool:
        """Take records that are no more (an undone or deleted one) out of the whole way; says if it moved.

        In place of a selected one stands what was selected before it.
        """
        kept: list[Step] = []
        at = 0
        for index, step in enumerate(self._way):
            selected, only = _alive(step.selected, is_gone), _alive(step.only, is_gone)
            if step.selected is not None and selected is None and kept:
                selected = kept[-1].selected
            also = tuple(pk for pk in step.also if not is_gone(pk))
            alive = replace(step, selected=selected, only=only, also=also)
            if not kept or kept[-1] != alive:
                kept.append(alive)
            if index == self._at:
                at = len(kept) - 1
        if kept == self._way:
            return False
        self._way, self._at = kept, at
        self._move()
        return True

    def _go_to(self, step: Step, moving: str = "") -> None:
        if step == self.step:
            return
        here = self._at if moving and moving == self._moving else self._at + 1
        self._way[here:] = [step]
        self._way = self._way[-_LONGEST_WAY:]
        self._at = len(self._way) - 1
        self._move(moving)

    def _move(self, moving: str = "") -> None:
        self._moving = moving
        self.moved.emit()


def _alive(pk: int | None, is_gone: Callable[[int], bool]) -> int | None:
    return None if pk is None or is_gone(pk) else pk
