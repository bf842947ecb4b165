"""Work that would hold up the window, done beside it: a newer job of a name supersedes the older one."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from dossier.model.errors import DossierError

Result = TypeVar("Result")


@dataclass(eq=False, slots=True)
class Job:
    """One piece of work. `is_cancelled` tells it to stop early; what it gives then is dropped in any case."""

    name: str
    label: str = ""
    _stop: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        self._stop.set()

    def is_cancelled(self) -> bool:
        return self._stop.is_set()


class Workers(QObject):
    """Runs jobs in threads and calls back in the window's thread with what they give.

    An expected error goes to the job's `failed`, else to the signal of that name; a bug is raised here.
    """

    failed = Signal(object)  # DossierError
    labels_changed = Signal()  # which of the labelled (long) jobs are under way
    _ended = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: dict[str, Job] = {}
        self._pools = {
            # PDFium knows one thread only, so all work on sheets queues up in a pool of its own.
            "sheets": ThreadPoolExecutor(1, "sheets"),
            # Edits wait for each other, and for other programs; reading does not wait for them.
            "writing": ThreadPoolExecutor(1, "writing"),
            "reading": ThreadPoolExecutor(2, "reading"),
        }
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        name: str,
        work: Callable[[Job], Result],
        done: Callable[[Result], None],
        *,
        failed: Callable[[DossierError], None] | None = None,
        label: str = "",
        alone: bool = False,
        writes: bool = False,
    ) -> Job:
        """Run `work` unless a newer job of the name comes first; `label` words it while it runs.

        `alone` jobs never run beside each other, nor do those of which one says that it `writes`.
        """
        self.cancel(name)
        job = self._jobs[name] = Job(name, label)
        pool = "sheets" if alone else "writing" if writes else "reading"
        self._pools[pool].submit(self._run, job, work, (done, failed))
        if label:
            self.labels_changed.emit()
        return job

    def cancel(self, name: str) -> None:
        job = self._jobs.pop(name, None)
        if job:
            job.cancel()
            if job.label:
                self.labels_changed.emit()

    @property
    def busy(self) -> tuple[Job, ...]:
        """The labelled jobs under way."""
        return tuple(job for job in self._jobs.values() if job.label)

    @property
    def idle(self) -> bool:
        return not self._jobs

    def stop(self) -> None:
        """Cancel everything and wait until no thread works any more."""
        for name in tuple(self._jobs):
            self.cancel(name)
        for pool in self._pools.values():
            pool.shutdown(cancel_futures=True)

    def _run(self, job: Job, work: Callable[[Job], Any], callbacks: object) -> None:
        if job.is_cancelled():
            return
        outcome: object
        try:
            outcome = work(job)
        except Exception as error:
            outcome = error
        self._ended.emit(job, outcome, callbacks)

    @Slot(object, object, object)
    def _deliver(self, job: Job, outcome: object, callbacks: tuple[Any, Any]) -> None:
        if job.is_cancelled() or self._jobs.get(job.name) is not job:
            return
        self.cancel(job.name)
        done, failed = callbacks
        if isinstance(outcome, DossierError):
            if failed:
                failed(outcome)
            else:
                self.failed.emit(outcome)
        elif isinstance(outcome, Exception):
            raise outcome
        else:
            done(outcome)
