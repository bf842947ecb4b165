"""The connections of what is selected, found beside the window and only while their pane is in sight."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dossier.views.connection_values import Connections
from ui import form_contents
from ui.contents import Contents
from ui.dialogs.pairing import PairForm
from ui.dialogs.record_line import Offer
from ui.panes.connections.painted import Request
from ui.workers import Job

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.panes.connections.placing import Placed


class Connecting(QObject):
    """Fills the pane with the connections of the selection, or with the paths between it and another."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._pane = pane = window.connections
        self._workers = window.workers
        self._contents: Contents | None = None
        self._wanted: int | None = None
        self._is_fresh = True
        self._in_sight = False
        pane.steps_wanted.connect(lambda: self._find(grown=self._pane.further.isChecked()))
        pane.pair_left.connect(lambda: self._find(grown=False))
        pane.graph.places_wanted.connect(self._place)

    def show(self, contents: Contents | None, pk: int | None) -> None:
        """Follow the selection, or what changed of it."""
        if pk != self._wanted:
            self._pane.further.setChecked(False)
        self._contents, self._wanted, self._is_fresh = contents, pk, False
        self._update()

    def come_into_sight(self, visible: bool) -> None:
        """Say whether the pane can be seen: one behind another's tab can't."""
        self._in_sight = visible
        self._update()

    def pair(self, other: int | None) -> None:
        """Find how the selected record and another are connected; None asks for the other one."""
        contents, pk = self._contents, self._wanted
        if pk is None or contents is None:
            return
        if other is None:
            self.ask(pk)
            return
        self._is_fresh = True
        self._window.docks.raise_pane("connections")
        self._workers.start("connections", lambda job: contents.paths(pk, other, job), self._pane.show_paths)

    def ask(self, pk: int) -> None:
        """Ask for the record whose connection with this one is to be found."""
        contents, window = self._window.display.contents, self._window
        if contents is None:
            return

        def open_form(name: str) -> None:
            form = PairForm(name, window.wording, window)
            form.line.asked.connect(lambda text: self._offer(contents, form, text))
            form.submitted.connect(lambda: self._take(contents, form))
            form.finished.connect(form.deleteLater)
            form.open()

        self._workers.start("subject", lambda job: contents.name(pk), open_form)

    def _offer(self, contents: Contents, form: PairForm, text: str) -> None:
        dossier, wording, line = contents.dossier, self._window.wording, form.line

        def show(found: tuple[tuple[Offer, ...], bool]) -> None:
            offers, known = found
            line.offer(text, offers, known=known)

        self._workers.start(
            "offers", lambda job: form_contents.offers(dossier, wording, line.kind, text, job), show
        )

    def _take(self, contents: Contents, form: PairForm) -> None:
        """The record that was named, or why none is meant."""
        text, chosen = form.named

        def show(other: int) -> None:
            form.accept()
            self.pair(other)

        def work(job: Job) -> int:
            return contents.named(text) if chosen is None else chosen

        self._workers.start("pair", work, show, failed=form.complain)

    def _update(self) -> None:
        if not self._is_fresh and self._in_sight:
            self._find(grown=False)

    def _find(self, *, grown: bool) -> None:
        self._is_fresh = True
        contents, pk, two = self._contents, self._wanted, self._pane.further.isChecked()
        if contents is None or pk is None:
            self._workers.cancel("connections")
            self._pane.show_connections(None)
            return

        def show(found: Connections) -> None:
            self._pane.show_connections(found, grown=grown)

        self._workers.start("connections", lambda job: contents.connections(pk, two_steps=two), show)

    def _place(self, request: Request) -> None:
        def work(job: Job) -> "Placed":
            from ui.panes.connections.placing import place

            return place(request.picture, request.sizes, request.room, request.before)

        self._workers.start("places", work, self._pane.graph.show_places)
