"""Connects the search panel with the dossier: a keystroke asks anew, and only the newest answer is shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from dossier.views.values import Results
from ui.search.panel import Request

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Finding(QObject):
    """The search of one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._panel = panel = window.search_panel
        panel.requested.connect(self._search)
        panel.preview_wanted.connect(self._preview)
        panel.opened.connect(self._open)
        panel.focused.connect(self._show_only)
        panel.sheet_wanted.connect(lambda pk: window.commands.run("save_sheet", pk))
        panel.action.connect(window.commands.run)
        panel.closed.connect(window.display.offer_selected_sheet)

    def leave(self) -> None:
        """Close the panel and give the focus to the card."""
        if self._panel.isVisible():
            self._panel.close_panel()
        self._window.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _search(self, request: Request) -> None:
        contents = self._window.display.contents
        if contents is not None:
            self._window.workers.start("search", lambda job: contents.search(request, job), self._show)

    def _show(self, results: Results) -> None:
        if self._panel.isVisible():
            self._panel.show_results(results)

    def _preview(self, pk: int | None) -> None:
        self._window.display.offer_sheet(self._panel.chosen_hit)
        contents = self._window.display.contents
        if contents is not None and pk is not None:
            self._window.workers.start("preview", lambda job: contents.card(pk), self._panel.show_preview)

    def _open(self, pk: int) -> None:
        self.leave()
        self._window.session.select(pk)

    def _show_only(self, pk: int) -> None:
        self.leave()
        self._window.session.show_only(pk)
