"""How long work tells how far it is, and how it is stopped."""

import time
from collections.abc import Callable
from dataclasses import dataclass

Report = Callable[[str, float], None]


class StoppedError(Exception):
    """The work was asked to stop, and nothing of it stays."""


@dataclass(frozen=True, slots=True)
class Progress:
    """`report` is told the stage (such as `read` or `write`) and how much of it is done, from 0 to 1."""

    report: Report = lambda stage, part: None
    cancelled: Callable[[], bool] = lambda: False

    def at(self, stage: str, part: float) -> None:
        """Say how far it is. Raises StoppedError where the work is to stop."""
        if self.cancelled():
            raise StoppedError
        self.report(stage, min(1.0, part))


def seldom(report: Report, *, seconds: float, always: str = "") -> Report:
    """A report that passes on at most one word in so many seconds, but every one of the stage `always`."""
    last = 0.0

    def pass_on(stage: str, part: float) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last > seconds or stage == always:
            last = now
            report(stage, part)

    return pass_on
