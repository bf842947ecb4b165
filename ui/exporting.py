"""The dossier, or all of an agency, written for other programs from the window; it can be stopped."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dossier.language import Wording
from dossier.model.errors import DossierError
from dossier.model.progress import Progress, StoppedError, seldom
from ui.choosing import FileChooser
from ui.dialogs.exporting import FORMS, ExportForm
from ui.sheets import file_name
from ui.workers import Job

if TYPE_CHECKING:
    from dossier.export.ways import Written
    from dossier.store import Dossier
    from ui.main_window import MainWindow

_JOB = "export"
_SECONDS_BETWEEN = 0.1
_SHARE_OF_READING = 0.2
"""How much of the bar is for the names, which are read and sorted before anything is written."""


class Exporting(QObject):
    """The exports of one window. The choice of a file is an attribute, so that a test can make it."""

    _progressed = Signal(float)

    def __init__(self, window: "MainWindow", wording: Wording) -> None:
        super().__init__(window)
        self._window = window
        self._wording = wording
        self._files = FileChooser(wording, window)
        self.choose_file: Callable[[str, str, str], Path | None] = self._ask_for_file

    def start(self) -> None:
        """Ask what is to be exported; of an agency where one, or one of its people, is selected."""
        contents, selected = self._window.display.contents, self._window.session.step.selected
        if contents is None:
            return

        def work(job: Job) -> tuple[int | None, str]:
            agency = contents.agency_of(selected) if selected is not None else None
            return agency, contents.name(agency) if agency is not None else ""

        self._window.workers.start("agency", work, partial(self._ask, contents.dossier))

    def _ask(self, dossier: "Dossier", agency: tuple[int | None, str]) -> None:
        pk, name = agency
        form = ExportForm(name, self._wording, self._window)
        form.submitted.connect(partial(self._export, form, dossier, pk, name))
        form.finished.connect(lambda _: self._window.workers.cancel(_JOB))
        form.finished.connect(form.deleteLater)
        self._progressed.connect(form.show_part)
        form.open()

    def _export(self, form: ExportForm, dossier: "Dossier", agency: int | None, name: str) -> None:
        from dossier.export.ways import WAYS, export

        way, kind = form.form, form.kind
        only = agency if form.is_of_agency else None
        title = file_name(name if only is not None else dossier.path.stem)
        path = self.choose_file(title, FORMS[way], WAYS[way].suffix)
        if path is None:
            form.ask_again()
            return

        def work(job: Job) -> "Written | None":
            from dossier.export.scope import Scope

            with dossier.read() as reader:
                scope = Scope(reader, self._wording, only, self._progress(job))
                try:
                    return export(scope, way, path, dossier.clock(), kind)
                except StoppedError:
                    return None

        def failed(error: DossierError) -> None:
            form.ask_again()
            form.complain(error)

        form.show_part(0)
        self._window.workers.start(_JOB, work, partial(self._written, form, path), failed=failed)

    def _written(self, form: ExportForm, path: Path, written: "Written | None") -> None:
        form.accept()
        if written is None:
            return
        words = [
            self._wording.count(
                "{n} record is exported to {path}.", "{n} records are exported to {path}.", written.count,
                path=path,
            )
        ]  # fmt: skip
        if written.undated:
            words.append(
                self._wording.count(
                    "{n} event without a date is left out.",
                    "{n} events without a date are left out.",
                    written.undated,
                )
            )
        self._window.status.say(" ".join(words))

    def _progress(self, job: Job) -> Progress:
        def report(stage: str, part: float) -> None:
            share = _SHARE_OF_READING
            self._progressed.emit(part * share if stage == "read" else share + part * (1 - share))

        return Progress(seldom(report, seconds=_SECONDS_BETWEEN), job.is_cancelled)

    def _ask_for_file(self, name: str, kind: str, suffix: str) -> Path | None:
        kinds = f"{self._wording.say(kind)} (*.{suffix})"
        return self._files.make(self._wording.say("Export"), kinds, suffix, f"{name}.{suffix}", over=True)
