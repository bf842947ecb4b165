"""The picture of the timeline: one widget that paints what is in sight and says where the keyboard is."""

from collections.abc import Hashable
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from dossier.model.dates import Date, day, parse_date
from dossier.views.timeline_values import TimelineItem
from ui.panes.accessible import Part, parts_changed
from ui.panes.drawn import Drawn
from ui.panes.kept import KeptParts
from ui.panes.pane import Marks
from ui.panes.timeline.bands import AXIS, OVERVIEW
from ui.panes.timeline.days import DaysPainter
from ui.panes.timeline.drawing import Brushwork
from ui.panes.timeline.items import Arranged, Span
from ui.panes.timeline.listed import Tenses
from ui.panes.timeline.overview import OverviewPainter
from ui.panes.timeline.view import TimelineView
from ui.style import Theme

if TYPE_CHECKING:
    from dossier.language import Wording

_IN_DAYS = 1000  # a longer period is told in years
_MOST_WORDS = 500  # dates and numbers remembered as they are written
_MOST_READ = 300  # of the items in sight: more are not gone through one by one


class PaintedTimeline(Drawn):
    """Days above, years below, as `view` has them; `TimelineCanvas` adds what mouse and keys do."""

    chosen = Signal(object)
    period_shown = Signal(object)  # Date: the days that were painted, where they are others than before

    def __init__(self, marks: Marks, theme: Theme, wording: "Wording", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wording = wording
        self._brush = Brushwork(theme)
        self._words = lru_cache(_MOST_WORDS)(self._worded)
        self.view = TimelineView(marks, self._brush, lru_cache(_MOST_WORDS)(wording.number))
        self.tenses = Tenses(wording)
        self._hovered_lane: int | None = None
        self._on_lens = False
        self._period = ""
        self._kept = KeptParts()
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar.valueChanged.connect(self._scroll)
        self.setAccessibleName(wording.say("Timeline"))

    def show_items(self, arranged: Arranged, *, fresh: bool) -> None:
        self.view.show(arranged, fresh=fresh)
        self._settle()

    def show_marks(self, *, reveal: bool = True) -> None:
        """Paint the marks anew, and let what was chosen, or something related, come into sight."""
        self.view.changed()
        if reveal:
            self.view.reveal_marks()
        if self.view.marks.selected in self.view.arranged.position:
            self.view.current = self.view.marks.selected
        self.view.changed()
        self._settle()

    def show_days(self, days: Span) -> None:
        self.view.move_to(self.view.scale.showing(*days))
        self.update()

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Magnify around a pixel, or around the keyboard's place, or the middle."""
        scale, here = self.view.scale, self.view.current_position
        if at is None:
            at = scale.left + scale.width / 2
            if here is not None and scale.left < scale.x(self.view.arranged.starts[here]) < scale.right:
                at = scale.x(self.view.arranged.starts[here])
        self.view.move_to(scale.zoomed(factor, at))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, AXIS + 4 * 25 + OVERVIEW)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, AXIS + 2 * 25 + OVERVIEW)

    def spoken(self, item: TimelineItem) -> str:
        """An item in one sentence, for screen readers and tooltips."""
        rows = self.view.arranged.row
        lanes = self._wording.list_of(self.view.arranged.lanes[rows[lane]].name for lane in item.lanes)
        arranged = self.view.arranged
        tense = self.tenses.of(arranged, arranged.position[item.pk])
        ahead = "" if tense == self.tenses.past else tense.lower()
        return ", ".join(part for part in (item.name, item.when, lanes, ahead) if part)

    def parts(self) -> list[Part]:
        """The items in sight and the one where the keyboard is, for screen readers; the list has them all."""
        view = self.view
        places: dict[int, QRectF] = {}
        for mark in view.placed.marks:
            box = QRectF(mark.x0, view.bands.top(mark.row), mark.x1 - mark.x0, view.bands.lane_height)
            for position in mark.members or [mark.item]:
                if len(places) < _MOST_READ and (mark.is_host or position not in places):
                    places[position] = box
        for stretch in view.stretches[:_MOST_READ]:
            high = view.bands.overview.adjusted(stretch.x0, 0, stretch.x1 - view.bands.overview.right(), 0)
            places.setdefault(stretch.item, high)
        if view.current_position is not None:
            places.setdefault(view.current_position, view.bands.overview)
        return [
            Part(
                item.pk,
                self.spoken(item),
                places[position].toAlignedRect(),
                view.marks.describe(item.pk, self._wording),
                selected=view.marks.is_selected(item.pk),
            )
            for position in sorted(places)
            if (item := view.arranged.items[position])
        ]

    def current_part(self) -> int | None:
        return self.view.current

    def press_part(self, key: Hashable) -> None:
        self.chosen.emit(key)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view = self.view
        painter.fillRect(self.rect(), self._theme.color("surface"))
        ring = view.current_position if self.shows_ring else None
        days = DaysPainter(self._brush, view)
        days.ground(painter)
        days.axis(painter, self._words, self._day_word)
        days.lanes(painter, self._hovered_lane, self._kept)
        days.today(painter)
        days.content(painter, view.placed, ring)
        years = OverviewPainter(self._brush, view.bands, view.overview, view.arranged, view.marks)
        self._years(painter, years, ring)
        if self.shows_ring and ring is None:
            self._brush.ring(painter, self.rect().toRectF().adjusted(1, 1, -1, -1))
        painter.end()
        self._tell_period()

    def _years(self, painter: QPainter, years: OverviewPainter, ring: int | None) -> None:
        """The years with the lens between what lies under it and what over it."""
        view, kept, area = self.view, self._kept, self.view.bands.overview
        cells, placed, shown = view.cells, view.stretches, (view.arranged, view.marks.selected)
        kept.lay(
            painter, "years", (*shown, cells), area, lambda inner: years.ground(inner, cells, self._words)
        )
        years.band(painter, view.band)
        years.lens(painter, view.lens, self._on_lens)
        kept.lay(
            painter, "stretches", (*shown, placed, ring), area,
            lambda inner: years.content(inner, placed, self._words, ring),
        )  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.view.resize(self.width(), self.height())
        self._settle()

    def _tell_period(self) -> None:
        first, last = (date.fromordinal(int(day)) for day in (self.view.scale.start, self.view.scale.end))
        in_days = (last - first).days < _IN_DAYS
        period = f"{first}/{last}" if in_days else f"{first.year:04}/{last.year:04}"
        if period != self._period:
            self._period = period
            self.period_shown.emit(parse_date(period))

    @property
    def _day_word(self) -> str:
        """What stands over the line that parts past and future: today, or the day that is shown instead."""
        arranged = self.view.arranged
        if arranged.today == arranged.now:
            return self._wording.say("today")
        return self._wording.date(day(date.fromordinal(arranged.today)), "short")

    def _worded(self, date: Date, style: str) -> str:
        return self._wording.date(date, "short" if style == "short" else "long")

    def _scroll(self, value: int) -> None:
        self.view.scroll(value)
        self.update()

    def _settle(self) -> None:
        """After a change: the scroll bar, what a screen reader is told, and the picture."""
        bands = self.view.bands
        self._bar.setVisible(bands.most_scrolled > 0)
        self._bar.setGeometry(bands.width - 10, AXIS + 1, 10, int(bands.days.height()))
        self._bar.setSingleStep(bands.lane_height)
        self._bar.setPageStep(int(bands.days.height()))
        self._bar.setRange(0, bands.most_scrolled)
        self._bar.setValue(bands.scrolled)
        parts_changed(self)
        self.update()
