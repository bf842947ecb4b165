"""Connects the search panel with the dossier: a keystroke asks anew, and only the newest answer is shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from dossier.views.values import Results
from ui.actions import orders
from ui.contents import Contents
from ui.search.panel import Request
from ui.workers import Job

if TYPE_CHECKING:
    from dossier.search.completing import Completion
    from ui.main_window import MainWindow
    from ui.opened import Opened

_MOST_RECENT = 8


class Finding(QObject):
    """The search of one window. Recent searches are kept in memory, pinned ones in the dossier."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._opened: Opened | None = None
        self._pinned: tuple[str, ...] = ()
        self._panel = panel = window.search_panel
        self._field = field = window.tool_bar.search
        panel.orders = lambda: orders(window.doable)
        panel.requested.connect(self._search)
        panel.preview_wanted.connect(self._preview)
        panel.opened.connect(self._open)
        panel.focused.connect(self._show_only)
        panel.sheet_wanted.connect(lambda pk: window.commands.run("save_sheet", pk))
        panel.action.connect(window.commands.run)
        panel.ordered.connect(lambda name: window.doable[name].trigger())
        panel.closed.connect(window.display.offer_commands)
        field.typed.connect(self._typed)
        field.started.connect(self._offer_past)
        field.pin_toggled.connect(self._toggle_pin)

    def show_dossier(self, opened: "Opened") -> None:
        """Search another dossier from now on."""
        self._opened = opened
        opened.changed.connect(self._ask_again)
        contents = self._window.display.contents
        if contents is not None:
            self._window.workers.start("pinned", lambda job: contents.pinned_searches(), self._show_pinned)

    def leave(self) -> None:
        """Close the panel and give the focus to the card."""
        if self._panel.isVisible():
            self._remember(self._panel.query)
            self._panel.close_panel()
        self._window.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_again(self) -> None:
        """What is found may be called otherwise now, or be gone."""
        if self._panel.isVisible() and not self._panel.is_commanding and self._panel.query:
            self._search(self._panel.request)

    def _search(self, request: Request) -> None:
        contents = self._window.display.contents
        if contents is not None:
            self._window.workers.start("search", lambda job: contents.search(request, job), self._show)
        self._field.show_pin(self._is_pinned)

    def _show(self, results: Results) -> None:
        if self._panel.isVisible() and not self._panel.is_commanding:
            self._panel.show_results(results)

    def _typed(self, text: str) -> None:
        contents, panel = self._window.display.contents, self._panel
        self._field.show_pin(self._is_pinned)
        if contents is None or not text.strip() or panel.is_commanding:
            self._window.workers.cancel("search")
            self._window.workers.cancel("completing")
        else:
            self._complete(contents, text, self._field.cursor_at)

    def _complete(self, contents: Contents, text: str, cursor: int) -> None:
        def show(found: "tuple[Completion, ...]") -> None:
            if self._field.text == text and self._panel.isVisible():
                self._panel.middle.suggestions.show_completions(found)

        self._window.workers.start("completing", lambda job: contents.completions(text, cursor), show)

    @property
    def _is_pinned(self) -> bool | None:
        """Whether what is asked is pinned; None where it can't be."""
        opened = self._opened
        if opened is None or opened.dossier.read_only or self._panel.is_commanding:
            return None
        return self._panel.query in self._pinned

    def _offer_past(self) -> None:
        self._window.workers.start("ready", _get_ready, lambda _: None)
        self._panel.show_past(self._pinned, self._opened.recent if self._opened else ())

    def _remember(self, query: str) -> None:
        if self._opened is not None and query and not self._panel.is_commanding:
            others = (other for other in self._opened.recent if other != query)
            self._opened.recent = (query, *others)[:_MOST_RECENT]

    def _toggle_pin(self) -> None:
        contents, query = self._window.display.contents, self._panel.query
        if contents is None or not query or self._is_pinned is None:
            return
        others = tuple(other for other in self._pinned if other != query)
        pinned = others if self._is_pinned else (*others, query)
        self._show_pinned(pinned)
        self._window.workers.start("pin", lambda job: contents.pin_searches(pinned), lambda _: None)

    def _show_pinned(self, pinned: tuple[str, ...]) -> None:
        self._pinned = pinned
        self._field.show_pin(self._is_pinned)

    def _preview(self, pk: int | None) -> None:
        self._window.display.offer_commands()
        contents = self._window.display.contents
        if contents is not None and pk is not None:
            self._window.workers.start("preview", lambda job: contents.card(pk), self._panel.show_preview)

    def _open(self, pk: int) -> None:
        self.leave()
        self._window.session.select(pk)

    def _show_only(self, pk: int) -> None:
        self.leave()
        self._window.session.show_only(pk)


def _get_ready(job: Job) -> None:
    from dossier.search import get_ready

    get_ready()
