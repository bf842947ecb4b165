"""The list of connections, and of the steps of a path: each name a link, each way with its sources."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from dossier.language.isolating import in_order, isolated
from dossier.views.connection_values import Connection, Connections, Paths, Step, Way
from dossier.views.values import SourceLine
from resources.tokens import SPACE
from ui.panes.card_head import fitting
from ui.panes.fact_text import FactText
from ui.panes.pane import Marks
from ui.style import Theme, kind_icon, kind_token, pixmap

if TYPE_CHECKING:
    from dossier.language import Wording

_FIRST, _NEXT = 12, 20
"""Entries that a long list begins with, and how many come at a time: each is some widgets."""
_BAR = 14


class ConnectionList(QScrollArea):
    """Shows entries from the closest on; of very many more when they are asked for."""

    chosen = Signal(object)
    focused = Signal(object)
    paired = Signal(object)  # Ctrl: how is this one connected with what is selected
    cite_chosen = Signal(object)  # pk of the passage behind a number

    def __init__(self, marks: Marks, theme: Theme, wording: "Wording") -> None:
        super().__init__()
        self._marks = marks
        self._theme = theme
        self._wording = wording
        self._sources: dict[int, int] = {}
        self._more: QPushButton | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(wording.say("Connections as a list"))
        self._column = self._anew()

    @property
    def entries(self) -> tuple["Entry", ...]:
        """The entries from top to bottom."""
        return tuple(self._content.findChildren(Entry))

    @property
    def texts(self) -> tuple[FactText, ...]:
        return tuple(self._content.findChildren(FactText))

    def show_connections(self, found: Connections, entries: Sequence[Connection]) -> None:
        """Those of the connections that are to be seen; `found` knows their sources, and the rest."""
        self._begin(found.sources)
        near = [entry for entry in entries if entry.via is None]
        far = [entry for entry in entries if entry.via is not None]
        heads = {far[0].pk: self._wording.say("Two steps away")} if far else {}
        self._add_some([*near, *far], 0, heads, found.rest)

    def show_paths(self, found: Paths) -> None:
        """The paths between two, one below the other, step by step."""
        self._begin(found.sources)
        for number, path in enumerate(found.paths, 1):
            if len(found.paths) > 1:
                self._add_head(self._wording.say("Way {number}", number=number))
            self._add(Entry(found.start, self._theme, self._wording))
            for step in path.steps:
                self._add(Entry(step, self._theme, self._wording))
        self._column.addStretch(1)

    def show_marks(self) -> None:
        for entry in self.entries:
            entry.update()

    def _begin(self, sources: Iterable[SourceLine]) -> None:
        self._sources = {line.number: line.passage for line in sources}
        self._column = self._anew()

    def _anew(self) -> QVBoxLayout:
        self._more = None
        content = QWidget()
        content.setProperty("look", "list")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, SPACE.grid * 2)
        column.setSpacing(0)
        self._content = content
        self.setWidget(content)
        return column

    def _add_some(self, entries: Sequence[Connection], start: int, heads: dict[int, str], rest: str) -> None:
        had_focus = bool(self._more and self._more.hasFocus())
        if self._more:
            self._more.hide()
            self._more.deleteLater()
            self._more = None
            self._column.takeAt(self._column.count() - 1)  # the stretch at the end
        stop = start + (_NEXT if start else _FIRST)
        for entry in entries[start:stop]:
            if entry.pk in heads:
                self._add_head(heads[entry.pk])
            self._add(Entry(entry, self._theme, self._wording))
        left = len(entries) - stop
        if left > 0:
            words = self._wording.count("{n} more", "{n} more", left)
            self._more = _link(words, lambda: self._add_some(entries, stop, heads, rest))
            self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
            if had_focus:
                self._more.setFocus(Qt.FocusReason.TabFocusReason)
        elif rest:
            self._add_head(rest)
        self._column.addStretch(1)

    def _add(self, entry: "Entry") -> None:
        entry.marks = self._marks
        entry.paired.connect(self.paired)
        for text in entry.findChildren(FactText):
            text.activated.connect(self._follow)
            text.focused.connect(lambda href: self._follow(href, only=True))
        self._column.addWidget(entry)

    def _add_head(self, words: str) -> None:
        head = QLabel(words)
        head.setProperty("look", "section")
        head.setContentsMargins(_BAR, SPACE.grid * 2, _BAR, SPACE.grid)
        self._column.addWidget(head)

    def _follow(self, href: str, *, only: bool = False) -> None:
        what, _, value = href.partition(":")
        if what == "record":
            (self.focused if only else self.chosen).emit(int(value))
        elif what == "cite" and int(value) in self._sources:
            self.cite_chosen.emit(self._sources[int(value)])


class Entry(QWidget):
    """A connected record and the ways to it, or a step of a path: marked as rows of lists are."""

    paired = Signal(object)

    def __init__(self, value: Connection | Step, theme: Theme, wording: "Wording") -> None:
        super().__init__()
        self.pk = value.pk
        self.marks = Marks()
        self._theme = theme
        self._wording = wording
        row = QHBoxLayout(self)
        row.setContentsMargins(_BAR, SPACE.grid + 2, SPACE.grid * 3, SPACE.grid + 3)
        row.setSpacing(SPACE.grid * 2)
        sign = QLabel()
        sign.setPixmap(pixmap(kind_icon(value.kind), kind_token(value.kind), theme, self.devicePixelRatioF()))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        row.addLayout(column, 1)
        self.name = _Name(theme)
        self.name.add(isolated(fitting(value.name)), href=f"record:{value.pk}", bold=True)
        self.name.paired.connect(lambda: self.paired.emit(self.pk))
        if isinstance(value, Connection):
            if value.detail:
                self.name.add(f"  {in_order(fitting(value.detail))}", token="muted")
            column.addWidget(self.name)
            ways: Sequence[Way] = value.ways
        else:
            ways = (value.way,)
        for way in ways:
            column.addWidget(self._way(way))
            if words := self._beneath(way):
                column.addWidget(words)
        if isinstance(value, Step):
            column.addWidget(self.name)
        elif value.more:
            rest = FactText(theme, "second", "muted")
            rest.add(wording.count("and {n} more", "and {n} more", value.more))
            column.addWidget(rest)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Here nearly all are related: their bar says so, their ground would drown the words."""
        theme, bar, ground = self._theme, "", "surface"
        if self.marks.is_selected(self.pk):
            ground, bar = "selection", "selection_bar"
        elif self.pk in self.marks.related:
            bar = "related_bar"
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color(ground))
        if bar:
            painter.fillRect(0, 0, theme.tokens.bar_width, self.height(), theme.color(bar))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("border"))
        painter.end()

    def _way(self, way: Way) -> FactText:
        text = FactText(self._theme, "second")
        for run in way.line.runs:
            text.add_run(replace(run, text=fitting(run.text)))
        text.add_cites(way.line.cites, self._wording)
        if way.line.state == "unsourced":
            text.add_number(0, "")
        return text

    def _beneath(self, way: Way) -> FactText | None:
        if not (way.line.when or way.line.note):
            return None
        text = FactText(self._theme, "second", "stale" if way.line.state == "stale" else "muted")
        text.add(way.line.when)
        if way.line.when and way.line.note:
            text.add("; ")
        for run in way.line.note:
            text.add_run(replace(run, text=fitting(run.text)))
        return text


class _Name(FactText):
    """The name of a record; Ctrl with a click or Space asks how it is connected with what is selected."""

    paired = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.paired.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.paired.emit()
        else:
            super().keyPressEvent(event)


def _link(words: str, do: Callable[[], None]) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("look", "link")
    button.setObjectName("more_connections")
    button.clicked.connect(lambda _=False: do())
    return button
