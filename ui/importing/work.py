"""What an import does beside the window, in the threads of the workers."""

import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from dossier.intake.contacts import (
    Look,
    Plan,
    Progress,
    Reading,
    StoppedError,
    decide,
    look,
    plan_contacts,
    write_contacts,
)
from dossier.language import Wording
from dossier.model.dates import Date
from dossier.model.progress import seldom
from dossier.store import Change, Dossier
from ui.importing.parts import Part, PartRow, parts_of, read_part
from ui.importing.plan_model import PAGE
from ui.importing.words import LAST_STAGE
from ui.workers import Job

_SECONDS_BETWEEN = 0.1


class Work(QObject):
    """The work of one import; each method may be called in any thread."""

    progressed = Signal(str, float)  # the stage, and how much of it is done

    def __init__(self, dossier: Dossier, path: Path, wording: Wording, parent: QObject) -> None:
        super().__init__(parent)
        self._dossier = dossier
        self._path = path
        self._wording = wording
        self._stop = threading.Event()

    def go(self) -> None:
        """Forget that something was to stop."""
        self._stop.clear()

    def stop(self) -> None:
        """Let what is under way stop, and leave nothing of it."""
        self._stop.set()

    def look(self, reading: Reading | None) -> Look:
        return look(self._path, reading)

    def compare(
        self, reading: Reading, sender: str | None, received: Date, job: Job
    ) -> tuple[Plan, tuple[Part, ...]] | None:
        """What the list would change; None where it was stopped."""
        progress = self._progress(job)
        try:
            plan = plan_contacts(
                self._dossier, self._path, reading, sender=sender, received=received, progress=progress
            )
        except StoppedError:
            return None
        return plan, parts_of(plan)

    def pages(self, plan: Plan, part: Part, numbers: Sequence[int]) -> dict[int, list[PartRow]]:
        return {
            number: read_part(self._dossier, self._wording, plan, part, number * PAGE, (number + 1) * PAGE)
            for number in numbers
        }

    def write(self, plan: Plan, wishes: dict[str, str], job: Job) -> tuple[Change | None, bool]:
        """Write the plan; the change, None where nothing was new, and whether it was stopped instead."""
        try:
            with self._dossier.read() as reader:
                decisions = decide(reader, plan, wishes)
            return write_contacts(self._dossier, plan, decisions, self._progress(job)), False
        except StoppedError:
            return None, True

    def undo(self, change: Change) -> Change:
        return self._dossier.undo(change.pk)

    def _progress(self, job: Job) -> Progress:
        report = seldom(self.progressed.emit, seconds=_SECONDS_BETWEEN, always=LAST_STAGE)
        return Progress(report, lambda: self._stop.is_set() or job.is_cancelled())
