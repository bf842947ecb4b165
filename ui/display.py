"""Keeps every pane showing where the session stands, and anew what a change touched."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from dossier.language.isolating import isolated
from dossier.model.dates import Date
from dossier.model.errors import DamagedError, DossierError
from dossier.views.values import SHEET_KINDS, Card, Hit
from ui.contents import Contents
from ui.opened import Opened
from ui.panes.tree_model import Branches
from ui.shown import Lists, Proof, Shown
from ui.workers import Job

if TYPE_CHECKING:
    from dossier.store.changes import Change
    from dossier.views.periods import Within
    from ui.main_window import MainWindow
    from ui.panes.timeline.items import Arranged

Result = TypeVar("Result")
_OTHER = (-1,)  # no record: what the tree shows is not what it is to show
_MANY = 500  # records: a change that touched more is shown by asking for everything anew
_TREE_KINDS = frozenset(("organization", "person", "post", "name", "text", "attestation"))
_LIST_KINDS = frozenset(
    "organization person name text initiative status involvement coverage event participation statement "
    "statement_link place source office".split()
)
_NEED_RECORD = tuple(
    "connect show_only copy_name add_note add_call_note add_contact edit_contact add_name edit_name replace "
    "confirm form_of_address".split()
)


class Display(QObject):
    """The panes of one window and the dossier they show."""

    begun = Signal()  # the tree is there, and the focus in it

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.contents: Contents | None = None
        self.source: int | None = None
        self._is_unreadable = False
        self._card: Card | None = None
        self._kept: tuple[int, ...] = ()  # to what the tree was kept last
        self._day: date | None = None  # as of which the lists are
        window.session.moved.connect(self.show_step)
        window.organizations.branch_wanted.connect(self._load_branch)
        window.timeline.lanes_chosen.connect(lambda: self._load_lists())
        for name in ("back", "forward", "show_all", "show_today"):
            window.doable[name].setEnabled(False)
        self.offer_commands()
        for pane in window.panes:
            pane.say_instead(window.wording.say("Opening the dossier …"))

    def show_dossier(self, opened: Opened, place: str, branches: Branches | None) -> None:
        """Show a dossier, at the record whose id is `place` where it has one."""
        window = self._window
        step = window.session.step
        self.contents = contents = Contents(opened.dossier, window.wording).seen(step)
        self._day = step.day
        window.tool_bar.show_day(step.day)
        window.status.show_day(step.day)
        window.regions.show_day(step.day)
        opened.changed.connect(self._refresh)
        for pane in window.panes:
            pane.say_instead("")
        if step.period or step.day:
            branches = None  # they are all there are today
        self._start(
            "tree", lambda job: (branches or contents.tree(), contents.pk_of(place)), self._show_first
        )
        if branches is not None:
            self._start("unposted", lambda job: contents.has_unposted(), self._show_unposted)

    def _show_first(self, found: tuple[Branches, int | None]) -> None:
        """The tree comes before anything else is asked for: it is where one begins."""
        branches, pk = found
        session = self._window.session
        self._window.organizations.show_tree(branches)
        if not self._window.tool_bar.search.line.hasFocus():
            self._window.organizations.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        self._load_lists()
        if pk is not None and session.step.selected is None:
            session.begin_at(pk)
        else:
            self.show_step()
        self.begun.emit()

    def _show_unposted(self, there_are_any: bool) -> None:
        if there_are_any:
            self._load_tree()

    def show_step(self) -> None:
        """Bring every pane to where the session stands."""
        contents, step = self.contents, self._window.session.step
        if contents is None:
            return
        if not contents.is_seen(step):
            other_day = step.day != self._day
            self.contents = contents = contents.seen(step)
            self._kept, self._day = _OTHER, step.day  # so that the tree is asked for anew
            self._window.tool_bar.show_day(step.day)
            self._window.status.show_day(step.day)
            self._window.regions.show_day(step.day)
            if other_day:
                self._load_lists(self._window.timeline.whole)
        loaded, around = self._window.organizations.loaded, step.kept != self._kept
        self._start("step", lambda job: contents.shown(step, loaded, around=around), self._show)

    def show_passage(self, passage: int) -> None:
        """Let the reader show a passage, and the card mark its number."""
        contents, pk = self.contents, self._window.session.step.selected
        if contents is not None:
            self._start("proof", lambda job: contents.passage(passage, pk), self._show_proof)
            self._window.docks.raise_pane("source")

    def offer_commands(self) -> None:
        """Let be done what can be done with the chosen hit of the search, else with what is selected."""
        window, panel = self._window, self._window.search_panel
        searches = panel.isVisible() and not panel.is_commanding
        of = panel.chosen_hit if searches else self._card
        for name in _NEED_RECORD:
            window.doable[name].setEnabled(of is not None)
        self._offer_sheet(of)

    def _offer_sheet(self, of: Card | Hit | None) -> None:
        """Let the sheet of a record be made, or say why there is none."""
        say, why_not = self._window.wording.say, ""
        if of is None:
            why_not = say("Select a person, organization, initiative, region or event to see its sheet.")
        elif of.kind not in SHEET_KINDS:
            why_not = say("There is no sheet of “{name}”, only of what it is about.", name=of.name)
        self._window.doable.allow(("save_sheet", "print_sheet"), why_not)

    def _show(self, shown: Shown) -> None:
        contents, window, step = self.contents, self._window, self._window.session.step
        pk, chosen = step.selected, shown.chosen
        if contents is None:
            return
        self._show_tree_of(shown)
        self._keep_to(step.period, shown.within)
        for pane in window.panes:
            if pane.marks.only != shown.only:
                pane.restrict(shown.only)
            pane.mark(pk, chosen.related, step.chosen[1:])
        window.card.show_card(chosen.card, chosen.names[1:])
        window.tool_bar.show_chip(shown.only_name)
        window.tool_bar.show_period(step.period)
        window.status.show_related(window.wording.list_of(map(isolated, chosen.names)), chosen.related_counts)
        window.sheets.show(contents, pk)
        window.connecting.show(contents, pk)
        self._card = chosen.card
        self._enable_ways()
        self.offer_commands()
        window.workers.cancel("proof")  # of what was selected before
        self._show_proof(chosen.proof)

    def _show_tree_of(self, shown: Shown) -> None:
        """The tree needs its rows where other panes only filter theirs."""
        organizations = self._window.organizations
        if shown.only is not None and shown.around is not None:
            organizations.restrict_to(shown.only, shown.around)
        elif shown.only is None and self._kept:
            self._load_tree()
        self._kept = self._window.session.step.kept
        organizations.lead_to(shown.chosen.way, shown.branches)

    def _keep_to(self, period: Date | None, within: "Within | None") -> None:
        """Let every pane show only what lies in a period; the tree has been asked for anew."""
        window = self._window
        for pane in window.panes:
            lists = within if pane in (window.initiatives, window.regions) else None
            kept = (period, lists.pks, lists.undated) if lists else (period, None, frozenset[int]())
            if kept != (pane.marks.period, pane.marks.within, pane.marks.undated):
                pane.keep_to(*kept)

    def _load_tree(self) -> None:
        contents, organizations = self.contents, self._window.organizations
        if contents is not None:
            opened = organizations.opened
            self._start("tree", lambda job: contents.tree(opened), organizations.show_tree)

    def _load_branch(self, pk: int) -> None:
        contents = self.contents
        if contents is not None:
            show = lambda branches: self._window.organizations.show_branch(pk, branches)  # noqa: E731
            self._start(f"branch {pk}", lambda job: {pk: contents.children(pk)}, show)

    def _show_proof(self, proof: Proof | None) -> None:
        self.source = proof.text.pk if proof else None
        self._window.reader.show_source(proof.text if proof else None)
        self._window.card.show_passage(proof.passage if proof else None)

    def _enable_ways(self) -> None:
        doable, session = self._window.doable, self._window.session
        doable["show_all"].setEnabled(session.step.is_restricted)
        doable["show_today"].setEnabled(session.step.day is not None)
        doable["back"].setEnabled(session.can_go_back)
        doable["forward"].setEnabled(session.can_go_forward)

    def _load_lists(self, arranged: "Arranged | None" = None) -> None:
        """Ask for the lists; the items of the timeline only where they are not there, `arranged`, already."""
        contents = self.contents
        if contents is not None:
            lanes = self._window.timeline.lanes_by
            self._start("lists", lambda job: contents.lists(lanes, arranged), self._show_lists)

    def _show_lists(self, lists: Lists) -> None:
        window = self._window
        if self.contents is not None:
            window.initiatives.show_rows(lists.initiatives)
            window.regions.show_regions(lists.regions)
            window.timeline.show_arranged(lists.timeline)
            window.timeline.show_day(window.session.step.day, self.contents.today)
            window.status.show_counts(lists.counts)
            window.training.show_mark(lists.training_mark)

    def _refresh(self, change: "Change") -> None:
        contents = self.contents
        if contents is None:
            return
        if not self._window.session.forget(lambda pk: self._read(lambda: contents.is_gone(pk), True)):
            self.show_step()
        else:
            self._unmark()
        kinds = _TREE_KINDS | _LIST_KINDS
        if len(change.inserted) + len(change.altered) < _MANY:
            kinds = self._read(lambda: contents.kinds_of(change.touched), kinds)
        if kinds & _TREE_KINDS and self._window.session.step.only is None:
            self._load_tree()
        elif kinds & _TREE_KINDS:
            self._kept = _OTHER  # so that the tree is asked for anew
            self.show_step()
        if kinds & _LIST_KINDS:
            self._load_lists()

    def _start(self, name: str, work: Callable[[Job], Result], done: Callable[[Result], None]) -> None:
        self._window.workers.start(name, work, done, failed=self._cannot_read)

    def _read(self, read: Callable[[], Result], otherwise: Result) -> Result:
        """What is read at once, for a pane that can't wait."""
        try:
            return read()
        except DossierError as error:
            self._cannot_read(error)
            return otherwise

    def _cannot_read(self, error: DossierError) -> None:
        """Say once what keeps the dossier from being read, and let no pane say that nothing is there."""
        if self._is_unreadable:
            return
        self._is_unreadable = True
        say, window = self._window.wording.say, self._window
        for pane in window.panes:
            pane.say_instead(say("Can't be read."))
        window.status.warn(say("Damaged") if isinstance(error, DamagedError) else say("Can't be read."))
        window.report(self._window.wording.error(error))

    def _unmark(self) -> None:
        """Let no pane hold on to a record that is no more, until what stands instead is known."""
        step = self._window.session.step
        for pane in self._window.panes:
            pane.mark(step.selected, frozenset())
            if step.only is None and pane.marks.only is not None:
                pane.restrict(None)
