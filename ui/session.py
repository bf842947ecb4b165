"""Where the user is in the dossier: what is selected, what alone is shown, and the way back and forward."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

_LONGEST_WAY = 500


@dataclass(frozen=True, slots=True)
class Step:
    """A point of the way: the selected record, and the one to whose related records the panes are kept."""

    selected: int | None = None
    only: int | None = None


class Session(QObject):
    """The way as a browser keeps it: a step leads on, and what lay ahead is dropped."""

    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._way = [Step()]
        self._at = 0

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
        self._go_to(replace(self.step, selected=pk))

    def show_only(self, pk: int) -> None:
        """Choose a record and show only what is related to it."""
        self._go_to(Step(pk, pk))

    def show_all(self) -> None:
        self._go_to(replace(self.step, only=None))

    def back(self) -> None:
        if self.can_go_back:
            self._at -= 1
            self.moved.emit()

    def forward(self) -> None:
        if self.can_go_forward:
            self._at += 1
            self.moved.emit()

    def begin_at(self, pk: int) -> None:
        """Start the way at a record: there is nothing to go back to."""
        self._way, self._at = [Step(pk)], 0
        self.moved.emit()

    def forget(self, is_gone: Callable[[int], bool]) -> bool:
        """Take records that are no more (an undone or deleted one) out of the whole way; says if it moved."""
        kept: list[Step] = []
        at = 0
        for index, step in enumerate(self._way):
            alive = Step(_alive(step.selected, is_gone), _alive(step.only, is_gone))
            if not kept or kept[-1] != alive:
                kept.append(alive)
            if index == self._at:
                at = len(kept) - 1
        if kept == self._way:
            return False
        self._way, self._at = kept, at
        self.moved.emit()
        return True

    def _go_to(self, step: Step) -> None:
        if step == self.step:
            return
        self._way[self._at + 1 :] = [step]
        self._way = self._way[-_LONGEST_WAY:]
        self._at = len(self._way) - 1
        self.moved.emit()


def _alive(pk: int | None, is_gone: Callable[[int], bool]) -> int | None:
    return None if pk is None or is_gone(pk) else pk
