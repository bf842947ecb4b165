"""The timeline pane: the painted timeline, and the same items as a list, which a screen reader can read."""

import gc
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from dossier.model.dates import Date
from dossier.views.timeline_values import Timeline, TimelineItem
from ui.panes.choice import Choice
from ui.panes.delegates import Row
from ui.panes.initiatives import counted
from ui.panes.pane import OrEmpty, Pane
from ui.panes.rows import RowsModel, RowsView
from ui.panes.timeline.canvas import TimelineCanvas
from ui.panes.timeline.day_bar import DayBar
from ui.panes.timeline.items import Arranged, Span
from ui.panes.timeline.listed import Heading, listed, number_of
from ui.style import Theme

if TYPE_CHECKING:
    from dossier.language import Wording

_VERY_MANY = 10_000

Revealed = tuple[int | None, float | None, frozenset[int] | None, str]  # what came into sight by itself
Place = tuple[Span, Revealed]


class TimelinePane(Pane):
    """Shows a `Timeline` as of a day, which the timeline calls today.

    A period keeps the list, and the way of the arrow keys, to what lies in it; the picture dims the rest.
    """

    period_chosen = Signal(object)  # Date: what alone is to be shown
    period_moved = Signal(object)  # the same, while it goes on being changed
    lanes_chosen = Signal(str)
    day_chosen = Signal(object)  # date: the day whose state is to be shown
    day_moved = Signal(object)  # the same, while it goes on being changed
    day_dropped = Signal()

    def __init__(
        self,
        theme: Theme,
        wording: "Wording",
        parent: QWidget | None = None,
        *,
        lanes_by: str = "organization",
    ) -> None:
        super().__init__("timeline", wording.say("Timeline"), theme, wording, parent)
        self._whole = Arranged(Timeline((), ()), date.min)
        self._number = 0
        self._had_day = False
        self._lanes: dict[int, str] = {}
        self._fresh = True
        self._revealed: Revealed = (None, None, None, "")
        self._place: Place | None = None
        self.canvas = TimelineCanvas(self.marks, theme, wording)
        self._model = RowsModel(self._row, self.describe, self)
        self.list = RowsView(self._model, self.marks, theme)
        self.list.setAccessibleName(wording.say("Timeline as a list"))
        self.canvas.period_chosen.connect(self.period_chosen)
        self.canvas.period_moved.connect(self.period_moved)
        for view in (self.canvas, self.list):
            view.chosen.connect(self.selected)
            view.focused.connect(self.focused)
        self._views = QStackedWidget()
        self._views.addWidget(self.canvas)
        self._views.addWidget(self.list)
        self._content = OrEmpty(self._views)
        self._content.note.wanted.connect(self.wanted)
        self.day_bar = DayBar(theme, wording, self)
        self.day_bar.chosen.connect(self.day_chosen)
        self.day_bar.moved.connect(self.day_moved)
        self.day_bar.dropped.connect(self._drop_day)
        self.body.addWidget(self.day_bar)
        self.body.addWidget(self._content)
        self.lanes_by = lanes_by
        self.lanes = Choice(self.add_button("lanes", wording.say("Lanes")), theme)
        self.lanes.offer(
            {
                "organization": wording.say("By organization"),
                "kind": wording.say("By kind"),
                "region": wording.say("By region"),
            },
            lanes_by,
        )
        self.lanes.chosen.connect(self._choose_lanes)
        self.as_of = self.add_button("clock", wording.say("Show the state on a day"), checkable=True)
        self.as_of.clicked.connect(lambda checked: self.ask_for_day() if checked else self._drop_day())
        self.as_list = self.add_button("list", wording.say("Show as a list"), checkable=True)
        self.as_list.toggled.connect(self._views.setCurrentIndex)
        self.canvas.list_wanted.connect(self._list_from)
        self._period = ""
        self.canvas.period_shown.connect(self._show_period)
        self.as_list.toggled.connect(self._say_what_shows)
        self.show_only()

    def show_timeline(self, timeline: Timeline, today: date) -> None:
        """Other items; the first time, or after none, the busiest days come into sight."""
        self.show_arranged(Arranged(timeline, today))

    def show_arranged(self, whole: Arranged) -> None:
        """The same, of items that have been put in order already."""
        self._fresh = self._fresh or not self._whole.items
        self._whole = whole
        self.show_only()
        if self._place and whole.items:
            days, self._revealed = self._place
            self.canvas.show_days(days)
            self._place = None
        self._fresh = False
        if len(whole.items) > _VERY_MANY:
            gc.freeze()  # to look through them all for cycles holds up a frame for a third of a second

    @property
    def place(self) -> Place | None:
        """The days in sight, for another pane of the same dossier to begin at; None where it has no items."""
        if not self._whole.items:
            return self._place
        scale = self.canvas.view.scale
        return (scale.start, scale.end), self._revealed

    def begin_at(self, place: Place | None) -> None:
        """Show these days when the items come, not the busiest."""
        self._place = place

    @property
    def whole(self) -> Arranged:
        """All the items, in order."""
        return self._whole

    def ask_for_day(self) -> None:
        """Let a day be typed or drawn, beginning with the one that is shown."""
        self.as_of.setChecked(True)
        self.day_bar.appear(True)
        self.day_bar.take_focus()

    def show_day(self, day: date | None, today: date) -> None:
        """The day whose state the window shows, on its bar; None is today's, and hides the bar."""
        first, last = (date(year, 1, 1) for year in self._whole.decades())
        self.day_bar.show_day(day or today, today, first, last)
        if day is None and self._had_day:
            self.day_bar.appear(False)
        elif day is not None:
            self.day_bar.appear(True)
        self._had_day = day is not None
        self.as_of.setChecked(self.day_bar.isVisibleTo(self))

    def _list_from(self, pk: int) -> None:
        """Show the list, at an item."""
        self.as_list.setChecked(True)
        place = self._model.position(pk)
        if place is not None:
            self.list.setCurrentIndex(self._model.index(place, 0))
            self.list.scrollTo(self._model.index(place, 0), self.list.ScrollHint.PositionAtTop)
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose_lanes(self, by: str) -> None:
        self.lanes_by = by
        self.lanes_chosen.emit(by)

    def _drop_day(self) -> None:
        self.day_bar.appear(False)
        self.as_of.setChecked(False)
        self.day_dropped.emit()

    @property
    def empty_note(self) -> str:
        """The sentence that stands there instead of items, "" where there are any."""
        return self._content.note_shown

    def show_marks(self) -> None:
        """Marks anew; what is chosen comes into sight when it is another, or lies on another day."""
        arranged, marks = self.canvas.view.arranged, self.marks
        chosen = arranged.position.get(marks.selected) if marks.selected is not None else None
        day = None if chosen is None else arranged.starts[chosen]
        revealed = marks.selected, day, marks.only, self.lanes_by
        self.canvas.show_marks(reveal=bool(arranged.items) and revealed != self._revealed)
        if arranged.items:
            self._revealed = revealed
        self.list.show_marks()

    def show_only(self) -> None:
        only, whole = self.marks.only, self._whole
        days = (date.fromordinal(day) for day in (whole.today, whole.now))
        arranged = whole if only is None else Arranged(whole.timeline, next(days), only, now=next(days))
        self.canvas.show_items(arranged, fresh=self._fresh)
        self._lanes = {lane.pk: lane.name for lane in arranged.lanes}
        shown = listed(arranged, self.canvas.view.walk, self.canvas.tenses)
        self._model.show(shown)
        self._number = number_of(shown)
        self._say_what_shows()
        if arranged.items:
            self._content.show_content()
            self.show_marks()
        elif whole.items:
            self._content.show_note(self.wording.say("Nothing with a date is related."))
        else:
            say = self.wording.say
            self._content.show_note(
                say("Nothing has a date yet. Add an event, or a source."),
                (("add_event", say("Add an event…")), ("add_source", say("Add a source…"))),
            )

    def _show_period(self, period: Date) -> None:
        self._period = self.wording.date(period)
        self._say_what_shows()

    def _say_what_shows(self) -> None:
        """Beside the title: the days in sight, or how many lines the list has."""
        undated = self._whole.timeline.undated if self.marks.period else frozenset()
        hidden = sum(self.marks.only is None or pk in self.marks.only for pk in undated)
        in_list = counted(self.wording, self._number, hidden)
        self.set_count(in_list if self.as_list.isChecked() else self._period)

    def _row(self, value: TimelineItem | Heading) -> Row:
        if isinstance(value, Heading):
            return Row(0, "", value.text)
        lanes = self.wording.list_of(self._lanes[lane] for lane in value.lanes)
        return Row(value.pk, value.kind, value.name, detail=f"{value.when} · {lanes}")
