"""Keeps every pane showing where the session stands, and anew what a change touched."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dossier.views.values import Card, TreeRow
from ui.contents import Contents, Lists
from ui.opened import Opened

if TYPE_CHECKING:
    from dossier.store.changes import Change
    from ui.main_window import MainWindow

_MANY = 500  # records: a change that touched more is shown by asking for everything anew
_TREE_KINDS = frozenset(("organization", "person", "post", "name", "text", "attestation"))
_LIST_KINDS = frozenset(
    "organization person name text initiative status involvement coverage event participation statement "
    "statement_link place source office".split()
)
_NEED_SELECTION = tuple(
    "show_only save_sheet print_sheet copy_name add_note add_contact edit_contact add_name edit_name".split()
)


class Display(QObject):
    """The panes of one window and the dossier they show."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.contents: Contents | None = None
        self.source: int | None = None
        window.session.moved.connect(self.show_step)
        for name in (*_NEED_SELECTION, "back", "forward", "show_all"):
            window.doable[name].setEnabled(False)

    def show_dossier(self, opened: Opened, place: str) -> None:
        """Show a dossier, at the record whose id is `place` where it has one."""
        window = self._window
        self.contents = contents = Contents(opened.dossier, window.wording)
        opened.changed.connect(self._refresh)
        window.organizations.reload()
        self._load_lists()
        pk = contents.pk_of(place) if place else None
        if pk is not None and window.session.step.selected is None:
            window.session.begin_at(pk)
        else:
            self.show_step()

    def children(self, pk: int | None) -> Sequence[TreeRow]:
        """What stands under a row of the organizations pane."""
        return self.contents.children(pk) if self.contents is not None else ()

    def path(self, pk: int) -> Sequence[int]:
        """The rows that lead to a record in the organizations pane."""
        return self.contents.path(pk) if self.contents is not None else ()

    def show_step(self) -> None:
        """Bring every pane to where the session stands."""
        contents, window, step = self.contents, self._window, self._window.session.step
        if contents is None:
            return
        pk = step.selected
        card = contents.card(pk) if pk is not None else None
        related = contents.related(pk) if pk is not None else frozenset()
        only = contents.related(step.only) | {step.only} if step.only is not None else None
        for pane in window.panes:
            if pane.marks.only != only:
                pane.restrict(only)
            pane.mark(pk, related)
        window.card.show_card(card)
        window.tool_bar.show_chip(contents.name(step.only) if step.only is not None else None)
        window.status.show_related(card.name if card else "", contents.counts_of(related - {pk}))
        self._show_source(contents, card)
        window.sheets.show(contents, pk)
        self._enable(has_selection=pk is not None)

    def show_passage(self, passage: int) -> None:
        """Let the reader show a passage, and the card mark its number."""
        if self.contents is not None:
            source = self.contents.source_of_passage(passage)
            self._read(self.contents, source, self._window.session.step.selected, passage)
            self._window.docks.raise_pane("source")

    def _show_source(self, contents: Contents, card: Card | None) -> None:
        """What the card rests on first, with its passage marked; the record itself when it is a source."""
        if card is not None and card.kind == "source":
            self._read(contents, card.pk, None, None)
        elif card is not None and card.sources:
            first = card.sources[0]
            self._read(contents, first.source, card.pk, first.passage)
        else:
            source = contents.first_source()
            if source is not None:
                self._read(contents, source, None, None)

    def _read(self, contents: Contents, source: int, for_pk: int | None, passage: int | None) -> None:
        self.source = source
        self._window.reader.show_source(contents.source(source, for_pk=for_pk, passage=passage))
        self._window.card.show_passage(passage)

    def _enable(self, *, has_selection: bool) -> None:
        doable, session = self._window.doable, self._window.session
        for name in _NEED_SELECTION:
            doable[name].setEnabled(has_selection)
        doable["show_all"].setEnabled(session.step.only is not None)
        doable["back"].setEnabled(session.can_go_back)
        doable["forward"].setEnabled(session.can_go_forward)

    def _load_lists(self) -> None:
        contents = self.contents
        if contents is not None:
            self._window.workers.start("lists", lambda job: contents.lists(), self._show_lists)

    def _show_lists(self, lists: Lists) -> None:
        window = self._window
        if self.contents is not None:
            window.initiatives.show_rows(lists.initiatives)
            window.regions.show_regions(lists.regions)
            window.timeline.show_timeline(lists.timeline, self.contents.today)
            window.status.show_counts(lists.counts)

    def _refresh(self, change: "Change") -> None:
        contents = self.contents
        if contents is None:
            return
        touched = change.touched
        kinds = contents.kinds_of(touched) if len(touched) < _MANY else _TREE_KINDS | _LIST_KINDS
        if kinds & _TREE_KINDS:
            self._window.organizations.reload()
        if kinds & _LIST_KINDS:
            self._load_lists()
        if not self._window.session.forget(contents.is_gone):
            self.show_step()
