"""How long work tells how far it is, and how it is stopped."""

from collections.abc import Callable
from dataclasses import dataclass


class StoppedError(Exception):
    """The work was asked to stop, and nothing of it stays."""


@dataclass(frozen=True, slots=True)
class Progress:
    """`report` is told the stage (such as `read` or `write`) and how much of it is done, from 0 to 1."""

    report: Callable[[str, float], None] = lambda stage, part: None
    cancelled: Callable[[], bool] = lambda: False

    def at(self, stage: str, part: float) -> None:
        """Say how far it is. Raises StoppedError where the work is to stop."""
        if self.cancelled():
            raise StoppedError
        self.report(stage, min(1.0, part))
