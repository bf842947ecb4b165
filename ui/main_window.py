"""The window: it makes the panes, lays them out and connects them; no pane knows another."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMainWindow, QMessageBox, QWidget

from dossier.language import Wording
from dossier.model.errors import DossierError, FileGoneError
from dossier.views.values import TreeRow
from ui.actions import Actions
from ui.commands import Commands
from ui.contacts import Contacts
from ui.display import Display
from ui.editing import refusal
from ui.entering import Entering
from ui.finding import Finding
from ui.layout import Docks
from ui.opened import Opened
from ui.panes.card import CardPane
from ui.panes.initiatives import InitiativesPane
from ui.panes.organizations import OrganizationsPane
from ui.panes.pane import Pane
from ui.panes.reader import ReaderPane
from ui.panes.regions import RegionsPane
from ui.panes.sheet import SheetPane
from ui.panes.timeline import TimelinePane
from ui.saving import Saving
from ui.search.panel import SearchPanel
from ui.session import Session
from ui.settings import Settings
from ui.sheets import Sheets
from ui.status import StatusLine
from ui.style import Theme
from ui.tool_bar import ToolBar
from ui.training import TrainingBar
from ui.workers import Workers

_SMALLEST = (880, 560)
_FIRST_SIZE = (1440, 900)
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

    def __init__(self, theme: Theme, wording: Wording, settings: Settings, session: Session) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("Dossier")
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_FIRST_SIZE)
        self.settings = settings
        self.session = session
        self.workers = Workers(self)
        self.theme = theme
        self.wording = wording
        self._was_painted = False
        self._is_wired = False
        self.doable = Actions(self, theme, wording)
        self.tool_bar = ToolBar(theme, wording, self.doable)
        self.training = TrainingBar(wording)
        self.status = StatusLine(theme, wording)
        self._make_panes(theme, wording)
        self.search_panel = SearchPanel(self.tool_bar.search, theme, wording, self.doable.texts(), self)
        self.sheets = Sheets(self.sheet, self.workers, wording, self)
        self._lay_out()
        self.display = Display(self)
        self.entering = Entering(self)
        self.contacts = Contacts(self, wording)
        self.commands = Commands(self, wording)
        self.finding = Finding(self)
        self.saving = Saving(self)
        self._wire()

    def show_dossier(self, opened: Opened, place: str = "") -> None:
        """Show a dossier, at the record whose id is `place` where it has one."""
        dossier = opened.dossier
        self.setWindowTitle(f"{dossier.path.name} – Dossier")
        self.status.show_file(dossier.path, read_only=dossier.read_only, is_protected=dossier.is_protected)
        self.display.show_dossier(opened, place)
        self.finding.show_dossier(opened)
        if dossier.shared_by:
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
        self.report(str(error))

    def note_failure(self, error: DossierError) -> None:
        """Let the status line say it when nothing more is saved."""
        if isinstance(error, FileGoneError):
            self.status.warn(self.wording.say("The file is gone"))

    def keep(self) -> None:
        """Remember where the panes are and what is selected."""
        self.settings.keep_bytes("geometry", self.saveGeometry())
        self.settings.keep_bytes("panes", self.docks.save())
        contents = self.display.contents
        if contents is not None:
            pk = self.session.step.selected
            with suppress(DossierError):  # a file that can't be read any more; the place before stays
                place = contents.id_of(pk) if pk is not None else ""
                self.settings.keep_place(Path(contents.dossier.path), place)
        self.settings.save()

    def _make_panes(self, theme: Theme, wording: Wording) -> None:
        self.organizations = OrganizationsPane(theme, wording, self._below, self._path)
        self.timeline = TimelinePane(theme, wording)
        self.regions = RegionsPane(theme, wording)
        self.initiatives = InitiativesPane(theme, wording)
        self.reader = ReaderPane(theme, wording)
        self.card = CardPane(theme, wording, self.doable.texts())
        self.sheet = SheetPane(theme, wording)
        self.panes: tuple[Pane, ...] = (
            self.organizations, self.timeline, self.regions, self.initiatives, self.reader,
        )  # fmt: skip

    def _lay_out(self) -> None:
        self.addToolBar(self.tool_bar)
        self.addToolBarBreak()
        self.addToolBar(self.training)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setStatusBar(self.status)
        centre = QWidget()
        centre.setMaximumSize(0, 0)
        centre.hide()
        self.setCentralWidget(centre)
        say = self.wording.say
        self.docks = Docks(
            self,
            {
                "organizations": (say("Organizations"), self.organizations, self.organizations.header),
                "timeline": (say("Timeline"), self.timeline, self.timeline.header),
                "regions": (say("Regions"), self.regions, self.regions.header),
                "initiatives": (say("Initiatives"), self.initiatives, self.initiatives.header),
                "source": (say("Source"), self.reader, self.reader.header),
                "card": (say("Card"), self.card, None),
                "sheet": (say("Sheet"), self.sheet, None),
            },
        )
        self.restoreGeometry(self.settings.bytes_of("geometry"))
        if not self.docks.restore(self.settings.bytes_of("panes")):
            self.docks.arrange()
        self.tool_bar.set_menu(self.doable.menu(self, {"view": self.docks.toggles}))

    def _wire(self) -> None:
        linked: tuple[Pane | CardPane, ...] = (*self.panes, self.card)
        for pane in linked:
            pane.selected.connect(self.session.select)
            pane.focused.connect(self.session.show_only)
        for empty in self.panes:
            empty.wanted.connect(lambda name: self.doable[name].trigger())
        self.card.cite_chosen.connect(self.display.show_passage)
        self.card.action.connect(self.commands.run)
        self.reader.passage_chosen.connect(self.card.show_passage)
        self.reader.attach_requested.connect(self.commands.attach)
        self.tool_bar.language_chosen.connect(self.language_chosen)
        self.docks["sheet"].visibilityChanged.connect(self.sheets.come_into_sight)
        self.sheet.save_requested.connect(self.doable["save_sheet"].trigger)
        self.sheet.print_requested.connect(self.doable["print_sheet"].trigger)
        self.sheets.said.connect(self.status.say)
        self.sheets.refused.connect(self.report)
        self.workers.failed.connect(self.report_failure)
        self.workers.labels_changed.connect(self._show_work)
        self.status.cancelled.connect(self._cancel_work)
        self.doable.connect(self.commands.slots())
        self._is_wired = True

    def _below(self, pk: int | None) -> Sequence[TreeRow]:
        return self.display.below(pk) if self._is_wired else ()

    def _path(self, pk: int) -> Sequence[int]:
        return self.display.path(pk) if self._is_wired else ()

    def _show_work(self) -> None:
        busy = self.workers.busy
        self.status.show_work(busy[-1].label if busy else "")

    def _cancel_work(self) -> None:
        for job in self.workers.busy:
            self.workers.cancel(job.name)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
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
        elif event.key() == Qt.Key.Key_Escape and self.session.step.only is not None:
            self.session.show_all()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep()
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
