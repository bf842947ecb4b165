"""The import as a whole: one page after the other, and beside the window the work that they ask for."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dossier.intake.contacts import Look, Plan, Reading
from dossier.intake.contacts.days import read_day
from dossier.intake.contacts.looking import taking
from dossier.intake.contacts.reasons import BadRowError
from dossier.language import Wording
from dossier.model.dates import Date, parse_date
from dossier.model.errors import DossierError
from dossier.store import Change, Dossier
from ui.importing.dialog import ImportDialog
from ui.importing.look_page import LookPage
from ui.importing.outcome import result_page
from ui.importing.parts import Part
from ui.importing.preview_page import PreviewPage
from ui.importing.result_page import ResultPage
from ui.importing.work import Work
from ui.style import Theme
from ui.workers import Workers

_JOBS = ("import look", "import", "import page")


class Importing(QObject):
    """One import, from the first look to its undoing."""

    def __init__(
        self, dossier: Dossier, path: Path, theme: Theme, wording: Wording, workers: Workers, window: QWidget
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._wording = wording
        self._workers = workers
        self._plan: Plan | None = None
        self._change: Change | None = None
        self._work = Work(dossier, path, wording, self)
        self.dialog = ImportDialog(path, wording, window)
        self.look_page = LookPage(theme, wording, dossier.clock().date())
        self.preview: PreviewPage | None = None
        self.look_page.reading_wanted.connect(self._look)
        self.look_page.fields_chosen.connect(self._take_fields)
        self.look_page.edited.connect(self._judge)
        self.dialog.next_wanted.connect(self._go_on)
        self.dialog.back_wanted.connect(self._go_back)
        self.dialog.stop_wanted.connect(self._stop)
        self.dialog.finished.connect(self._end)
        self._work.progressed.connect(self.dialog.show_stage)

    def start(self) -> None:
        """Open the dialog and look at the list."""
        self.dialog.open()
        self.dialog.show_work(self._wording.say("Looking at the list …"))
        self._look(None)

    def _look(self, reading: Reading | None) -> None:
        self._workers.start(
            "import look", lambda job: self._work.look(reading), self._looked, failed=self._unreadable
        )

    def _looked(self, look: Look) -> None:
        is_first = self.look_page.look is None
        self.look_page.show_look(look)
        self._show_look()
        if is_first:
            self.look_page.origin.setFocus()

    def _unreadable(self, error: DossierError) -> None:
        """Say what is wrong; where there is nothing to look at yet, that is all there is to see."""
        if self.look_page.look is None:
            self._show_end(self._wording.error(error))
        else:
            self.dialog.allow(False)
            self.dialog.tell(self._wording.error(error), wrong=True)

    def _take_fields(self, positions: dict[int, str]) -> None:
        if self.look_page.look is not None:
            self.look_page.show_look(taking(self.look_page.look, positions))
            self._judge()

    def _show_look(self) -> None:
        self.dialog.show_page(self.look_page, forward=self._wording.say("Compare with the dossier"))
        self._judge()

    def _judge(self) -> None:
        """Say what hinders the list from being compared, if anything does."""
        look = self.look_page.look
        if look is None:
            return
        problem = look.problem.worded(self._wording) if look.problem else ""
        if not problem and self._received() is None:
            problem = self._wording.say(
                "The day on which the list was received is no date; write it as 2026-11-24."
            )
        self.dialog.tell(problem, wrong=True)
        self.dialog.allow(not problem)

    def _received(self) -> Date | None:
        try:
            return parse_date(read_day(self.look_page.received.text()))
        except BadRowError:
            return None

    def _go_on(self) -> None:
        if self.dialog.pages.currentWidget() is self.look_page:
            self._compare()
        else:
            self._write()

    def _go_back(self) -> None:
        if self._change is not None:
            self._undo(self._change)
        else:
            self._show_look()

    def _stop(self) -> None:
        """Stop the work; a look that is not wanted any more is simply dropped."""
        self._work.stop()
        if self.look_page.look is None:
            self._workers.cancel("import look")
            self.dialog.done(ImportDialog.DialogCode.Rejected)

    def _compare(self) -> None:
        look, received = self.look_page.look, self._received()
        if look is None or received is None:
            return
        sender = self.look_page.origin.text().strip() or None
        self._work.go()
        self.dialog.show_work(self._wording.say("Reading the list …"))
        compare = partial(self._work.compare, look.reading, sender, received)
        self._workers.start("import", compare, self._compared, failed=self._refused)

    def _compared(self, found: tuple[Plan, Sequence[Part]] | None) -> None:
        if found is None:
            self._show_look()
            return
        self._plan, parts = found
        if self.preview is not None:
            self.preview.deleteLater()
        self.preview = PreviewPage(self._theme, self._wording, parts)
        self.preview.page_wanted.connect(self._read_pages)
        self.preview.decisions_changed.connect(self._count_open)
        self._show_preview()
        self.preview.rows.setFocus()

    def _show_preview(self) -> None:
        if self.preview is not None:
            say = self._wording.say
            self.dialog.show_page(self.preview, forward=say("Import"), back=say("Back"))
            self._count_open()

    def _count_open(self) -> None:
        undecided = self.preview.decisions.undecided if self.preview is not None else 0
        words = self._wording.count(
            "{n} ambiguous row is not decided; it stays out.",
            "{n} ambiguous rows are not decided; they stay out.",
            undecided,
        )
        self.dialog.tell(words if undecided else "")

    def _read_pages(self, part: Part, numbers: Sequence[int]) -> None:
        plan, preview = self._plan, self.preview
        if plan is not None and preview is not None:
            self._workers.start(
                "import page",
                lambda job: self._work.pages(plan, part, numbers),
                lambda pages: preview.put(part, pages),
            )

    def _write(self) -> None:
        plan, preview, say = self._plan, self.preview, self._wording.say
        if plan is None or preview is None:
            return
        wishes = preview.decisions.wishes()
        self._work.go()
        self.dialog.show_work(say("Writing …"), say("Cancelling leaves nothing of it behind."))
        write = partial(self._work.write, plan, wishes)
        self._workers.start("import", write, self._written, failed=self._refused)

    def _written(self, outcome: tuple[Change | None, bool]) -> None:
        plan, preview, say = self._plan, self.preview, self._wording.say
        self._change, stopped = outcome
        if stopped:
            self._show_preview()
            self.dialog.tell(say("Stopped; nothing was written."))
        elif plan is not None and preview is not None:
            page = result_page(self._wording, plan, preview.decisions, is_written=self._change is not None)
            self.dialog.show_end(page, also=say("Undo the import") if self._change is not None else "")

    def _undo(self, change: Change) -> None:
        self._change = None
        self.dialog.show_work(self._wording.say("Undoing …"), can_stop=False)
        self._workers.start(
            "import",
            lambda job: self._work.undo(change),
            lambda _: self._show_end(self._wording.say("The import is undone; nothing of it is left.")),
            failed=lambda error: self._show_end(self._wording.error(error)),
        )

    def _show_end(self, sentence: str) -> None:
        self.dialog.show_end(ResultPage(sentence, (), {}))

    def _refused(self, error: DossierError) -> None:
        """Go back to where one came from, and say why."""
        if self._plan is None:
            self._show_look()
        else:
            self._show_preview()
        self.dialog.tell(self._wording.error(error), wrong=True)

    def _end(self) -> None:
        for name in _JOBS:
            self._workers.cancel(name)
        self._plan = None
        self.dialog.deleteLater()
        self.deleteLater()
