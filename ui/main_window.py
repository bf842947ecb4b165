"""The window, which is painted before what fills it is imported: `interior` makes that and connects it."""

from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QMessageBox

from dossier.model.errors import DossierError, FileGoneError
from ui.first_paint import paint_frame, place_of_organizations

if TYPE_CHECKING:
    from dossier.language import Wording
    from ui.actions import Actions
    from ui.arranging import Arranging
    from ui.commands import Commands
    from ui.connecting import Connecting
    from ui.contacts import Contacts
    from ui.display import Display
    from ui.entering import Entering
    from ui.exporting import Exporting
    from ui.finding import Finding
    from ui.first_steps import FirstSteps
    from ui.layout import Docks
    from ui.opened import Opened
    from ui.others import Others
    from ui.panes.card import CardPane
    from ui.panes.connections.pane import ConnectionsPane
    from ui.panes.initiatives import InitiativesPane
    from ui.panes.organizations import OrganizationsPane
    from ui.panes.pane import Pane
    from ui.panes.reader import ReaderPane
    from ui.panes.regions import RegionsPane
    from ui.panes.sheet import SheetPane
    from ui.panes.timeline import TimelinePane
    from ui.panes.tree_model import Branches
    from ui.saving import Saving
    from ui.search.panel import SearchPanel
    from ui.seeing import Seeing
    from ui.session import Session
    from ui.settings import Settings
    from ui.sheets import Sheets
    from ui.status import StatusLine
    from ui.style.theme import Theme
    from ui.tool_bar import ToolBar
    from ui.training import TrainingBar
    from ui.workers import Workers

_SMALLEST = (880, 560)
_FIRST_SIZE = (1440, 900)
_HEAVY = (
    "dossier.language", "dossier.views.values", "ui.tool_bar", "ui.search.panel",
    "dossier.views.timeline_values", "ui.panes.timeline", "ui.panes.regions", "ui.contents", "ui.contacts",
    "ui.commands", "ui.interior",
)  # fmt: skip
"""What takes long to import, apart, so that no step takes long."""
_PRESS = QEvent.Type.MouseButtonPress
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MainWindow(QMainWindow):
    """One window on one dossier, in one theme and language; a change of either makes a new window."""

    language_chosen = Signal(str)
    colours_chosen = Signal(str)
    open_wanted = Signal(object)  # Path
    new_wanted = Signal(object)  # Path
    training_wanted = Signal(object)  # Path
    protect_wanted = Signal()
    painted = Signal()  # once, after the first paint
    closed = Signal()

    wording: "Wording"
    workers: "Workers"
    doable: "Actions"
    tool_bar: "ToolBar"
    training: "TrainingBar"
    status: "StatusLine"
    organizations: "OrganizationsPane"
    timeline: "TimelinePane"
    regions: "RegionsPane"
    initiatives: "InitiativesPane"
    reader: "ReaderPane"
    card: "CardPane"
    sheet: "SheetPane"
    connections: "ConnectionsPane"
    panes: "tuple[Pane, ...]"
    search_panel: "SearchPanel"
    sheets: "Sheets"
    connecting: "Connecting"
    docks: "Docks"
    arranging: "Arranging"
    display: "Display"
    entering: "Entering"
    exporting: "Exporting"
    contacts: "Contacts"
    seeing: "Seeing"
    commands: "Commands"
    finding: "Finding"
    others: "Others"
    first_steps: "FirstSteps"
    saving: "Saving"

    def __init__(self, theme: "Theme", settings: "Settings", session: "Session") -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("Dossier")
        self.setMinimumSize(*_SMALLEST)
        self.resize(QSize(*_FIRST_SIZE).boundedTo(self.screen().availableSize()))
        self.restoreGeometry(settings.bytes_of("geometry"))
        self.theme = theme
        self.settings = settings
        self.session = session
        self.is_filled = False
        self._was_painted = False

    def fill(self, wording: "Wording") -> Iterator[None]:
        """Make all that is in the window, in steps between which it can answer.

        After the first step there are `workers`, and the organizations stand where they will lie, so that the
        first rows need not wait for the rest.
        """
        from ui.panes.organizations import OrganizationsPane
        from ui.workers import Workers

        self.wording = wording
        self.workers = Workers(self)
        self.organizations = OrganizationsPane(self.theme, wording, self)
        self.organizations.say_instead(wording.say("Opening the dossier …"))
        self.organizations.setGeometry(place_of_organizations(self))
        self.organizations.show()
        yield
        for name in _HEAVY:
            import_module(name)
            yield
        from ui.interior import fill

        yield from fill(self)
        self.is_filled = True
        self.show_work()
        QTimer.singleShot(0, self.docks.window_resized)  # the bars have their heights by then

    def show_dossier(self, opened: "Opened", place: str = "", branches: "Branches | None" = None) -> None:
        """Show a dossier, at the record whose id is `place` where it has one."""
        dossier = opened.dossier
        self.setWindowTitle(f"{dossier.path.name} – Dossier")
        self.status.show_file(dossier.path, read_only=dossier.read_only, is_protected=dossier.is_protected)
        self.display.show_dossier(opened, place, branches)
        self.finding.show_dossier(opened)
        self.others.show_dossier(opened)
        if dossier.had_leftover or dossier.had_unfinished:
            from dossier.views.leftover import leftover_words

            self.status.say(leftover_words(self.wording, dossier))
        if dossier.shared_by:
            from ui.editing import refusal

            self.commands.copying.offer(refusal(dossier, self.wording))

    def report(self, sentence: str) -> None:
        """Show an expected failure: one sentence, over the window."""
        box = QMessageBox(QMessageBox.Icon.Warning, "Dossier", sentence, parent=self)
        box.setObjectName("report")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.open()

    def report_failure(self, error: DossierError) -> None:
        """Show an expected failure, and let the status line not say what is no longer true."""
        self.note_failure(error)
        self.report(self.wording.error(error))

    def note_failure(self, error: DossierError) -> None:
        """Let the status line say it when nothing more is saved."""
        if isinstance(error, FileGoneError):
            self.status.warn(self.wording.say("The file is gone"))

    def keep(self) -> None:
        """Remember where the panes are and what is selected."""
        if not self.is_filled:
            return
        self.settings.keep_bytes("geometry", self.saveGeometry())
        self.arranging.keep()
        contents = self.display.contents
        if contents is not None:
            pk = self.session.step.selected
            with suppress(DossierError):  # a file that can't be read any more; the place before stays
                place = contents.id_of(pk) if pk is not None else ""
                self.settings.keep_place(Path(contents.dossier.path), place)
        self.settings.save()

    def show_work(self) -> None:
        busy = self.workers.busy
        self.status.show_work(busy[-1].label if busy else "")

    def cancel_work(self) -> None:
        for job in self.workers.busy:
            self.workers.cancel(job.name)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.is_filled:
            super().paintEvent(event)
        else:
            paint_frame(self, self.theme)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_filled:
            self.docks.window_resized()
            if self.search_panel.isVisible():
                self.search_panel.place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A native window gets every press before the widget under the pointer, which may keep it to itself.
        if event.type() == _PRESS and isinstance(event, QMouseEvent):
            return self._navigate(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What gets here was refused by what has the focus; a button, for one, knows Space alone.
        focused, plain = (
            QApplication.focusWidget(),
            not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() in _ENTER and plain and isinstance(focused, QAbstractButton):
            focused.animateClick()
        elif event.key() == Qt.Key.Key_Escape and self.session.step.is_restricted:
            self.session.show_all()
        elif event.key() == Qt.Key.Key_Escape and self.session.step.day is not None:
            self.session.show_day(None)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        if self.is_filled:
            from ui.tab_order import go_on

            if go_on(self, self.docks, following=following):
                return True
        return super().focusNextPrevChild(following)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep()
        if "workers" in self.__dict__:
            self.workers.stop()
        super().closeEvent(event)
        self.closed.emit()

    def _navigate(self, event: QMouseEvent) -> bool:
        if event.button() == Qt.MouseButton.BackButton:
            self.session.back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.session.forward()
        else:
            return False
        return True
