"""What fills the window: it makes the panes, lays them out and connects them; no pane knows another."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

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
from ui.others import Others
from ui.panes.accessible import let_painted_be_read
from ui.panes.card import CardPane
from ui.panes.connections.pane import ConnectionsPane
from ui.panes.initiatives import InitiativesPane
from ui.panes.pane import Pane
from ui.panes.reader import ReaderPane
from ui.panes.regions import RegionsPane
from ui.panes.sheet import SheetPane
from ui.panes.timeline import TimelinePane
from ui.saving import Saving
from ui.search.panel import SearchPanel
from ui.seeing import Seeing
from ui.sheets import Sheets
from ui.status import StatusLine
from ui.tool_bar import ToolBar
from ui.training import TrainingBar

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def fill(window: "MainWindow") -> Iterator[None]:
    """Make everything in a window, in steps between which it can answer."""
    theme, wording = window.theme, window.wording
    let_painted_be_read()
    window.doable = Actions(window, theme, wording)
    yield
    window.tool_bar = ToolBar(theme, wording, window.doable)
    window.training = TrainingBar(wording)
    window.status = StatusLine(theme, wording)
    yield
    yield from _make_panes(window)
    window.search_panel = SearchPanel(window.tool_bar.search, theme, wording, window.doable.texts(), window)
    window.sheets = Sheets(window.sheet, window.workers, wording, window)
    window.connecting = Connecting(window)
    yield
    _lay_out(window)
    yield
    window.display = Display(window)
    window.entering = Entering(window)
    window.contacts = Contacts(window, wording)
    window.exporting = Exporting(window, wording)
    window.first_steps = FirstSteps(window)
    window.seeing = Seeing(window, wording)
    window.commands = Commands(window, wording)
    window.finding = Finding(window)
    window.others = Others(window)
    window.saving = Saving(window)
    _connect(window)


def _make_panes(window: "MainWindow") -> Iterator[None]:
    theme, wording = window.theme, window.wording
    settings = window.settings
    window.timeline = TimelinePane(theme, wording, lanes_by=settings.lanes)
    yield
    window.regions = RegionsPane(theme, wording, shade=settings.shade, country=settings.country)
    window.initiatives = InitiativesPane(theme, wording)
    yield
    window.reader = ReaderPane(theme, wording)
    window.card = CardPane(theme, wording, window.doable.texts())
    window.sheet = SheetPane(theme, wording)
    window.connections = ConnectionsPane(theme, wording)
    window.panes = (
        window.organizations, window.timeline, window.regions, window.initiatives, window.reader,
        window.connections,
    )  # fmt: skip


def _lay_out(window: "MainWindow") -> None:
    window.addToolBar(window.tool_bar)
    window.addToolBarBreak()
    window.addToolBar(window.training)
    window.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    window.setStatusBar(window.status)
    centre = QWidget()
    centre.setMaximumSize(0, 0)
    centre.hide()
    window.setCentralWidget(centre)
    say = window.wording.say
    window.docks = Docks(
        window,
        {
            "organizations": (say("Organizations"), window.organizations, window.organizations.header),
            "timeline": (say("Timeline"), window.timeline, window.timeline.header),
            "regions": (say("Regions"), window.regions, window.regions.header),
            "initiatives": (say("Initiatives"), window.initiatives, window.initiatives.header),
            "source": (say("Source"), window.reader, window.reader.header),
            "card": (say("Card"), window.card, None),
            "connections": (say("Connections"), window.connections, window.connections.header),
            "sheet": (say("Sheet"), window.sheet, None),
        },
    )
    window.arranging = Arranging(window.docks, window.settings, window)
    window.arranging.begin()
    window.doable[f"workspace_{window.docks.workspace.name}"].setChecked(True)
    window.tool_bar.set_menu(window.doable.menu(window, {"view": window.docks.toggles}))


def _connect(window: "MainWindow") -> None:
    linked: tuple[Pane | CardPane, ...] = (*window.panes, window.card)
    for pane in linked:
        pane.selected.connect(window.session.select)
        pane.focused.connect(window.session.show_only)
    window.regions.added.connect(window.session.add)
    for empty in window.panes:
        empty.wanted.connect(lambda name: window.doable[name].trigger())
    window.regions.shade_chosen.connect(lambda by: setattr(window.settings, "shade", by))
    window.regions.country_chosen.connect(lambda code: setattr(window.settings, "country", code))
    window.card.cite_chosen.connect(window.display.show_passage)
    window.card.action.connect(window.commands.run)
    window.reader.passage_chosen.connect(window.card.show_passage)
    window.reader.attach_requested.connect(window.commands.attach)
    window.tool_bar.language_chosen.connect(window.language_chosen)
    window.tool_bar.only_dropped.connect(window.session.show_unrelated)
    window.tool_bar.period_dropped.connect(lambda: window.session.show_period(None))
    window.tool_bar.day_dropped.connect(lambda: window.session.show_day(None))
    window.timeline.day_chosen.connect(window.session.show_day)
    window.timeline.day_moved.connect(lambda day: window.session.show_day(day, goes_on=True))
    window.timeline.day_bar.room_wanted.connect(window.docks.make_room)
    window.timeline.day_dropped.connect(lambda: window.session.show_day(None))
    window.timeline.lanes_chosen.connect(lambda by: setattr(window.settings, "lanes", by))
    window.timeline.period_chosen.connect(window.session.show_period)
    window.timeline.period_moved.connect(lambda period: window.session.show_period(period, goes_on=True))
    window.docks["connections"].visibilityChanged.connect(window.connecting.come_into_sight)
    window.connections.cite_chosen.connect(window.display.show_passage)
    window.connections.pair_wanted.connect(window.connecting.pair)
    window.docks["sheet"].visibilityChanged.connect(window.sheets.come_into_sight)
    window.sheet.save_requested.connect(window.doable["save_sheet"].trigger)
    window.sheet.print_requested.connect(window.doable["print_sheet"].trigger)
    window.sheets.said.connect(window.status.say)
    window.sheets.refused.connect(window.report)
    window.workers.failed.connect(window.report_failure)
    window.workers.labels_changed.connect(window.show_work)
    window.status.cancelled.connect(window.cancel_work)
    window.doable.connect(window.commands.slots())
