"""The connections pane: who and what the selected record is connected with, as a list and as a picture."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from dossier.views.connection_values import Connection, Connections, Paths
from resources.tokens import SPACE
from ui.panes.connections.canvas import GraphCanvas
from ui.panes.connections.listed import ConnectionList
from ui.panes.connections.picture import picture_of, picture_of_paths
from ui.panes.elided import Elided
from ui.panes.pane import OrEmpty, Pane
from ui.style import Theme, set_icon

if TYPE_CHECKING:
    from dossier.language import Wording


_CAPTIONS = 2


class ConnectionsPane(Pane):
    """Shows `Connections`, or the `Paths` between two; whoever hears `steps_wanted` finds them anew."""

    steps_wanted = Signal(bool)  # two steps, or one
    pair_wanted = Signal(object)  # the record whose paths to the selected one are asked for; None asks which
    pair_left = Signal()
    cite_chosen = Signal(object)

    def __init__(self, theme: Theme, wording: "Wording", parent: QWidget | None = None) -> None:
        super().__init__("connections", wording.say("Connections"), theme, wording, parent)
        say = wording.say
        self._found: Connections | None = None
        self._paths: Paths | None = None
        self._is_due = False  # to be filled anew once it is seen
        self.list = ConnectionList(self.marks, theme, wording)
        self.graph = GraphCanvas(self.marks, theme, wording)
        self._captions = tuple(Elided("", "second") for _ in range(_CAPTIONS))
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.list)
        self._split.addWidget(self._drawn())
        self._split.setSizes([520, 480])
        self._content = OrEmpty(self._split)
        self.body.addWidget(self._content)
        self.leave = QPushButton(say("All connections"))
        set_icon(self.leave, "back", "text", theme)
        self.leave.setObjectName("all_connections")
        self.leave.hide()
        self.add_control(self.leave)
        self.further = self.add_button("plus", say("Two steps"), checkable=True)
        self.pair = self.add_button("link", say("How are these two connected…").rstrip("…"))
        self.leave.clicked.connect(self.pair_left)
        self.further.toggled.connect(self.steps_wanted)
        self.pair.clicked.connect(lambda: self.pair_wanted.emit(None))
        for part in (self.list, self.graph):
            part.chosen.connect(self.selected)
            part.focused.connect(self.focused)
            part.paired.connect(self.pair_wanted)
        self.list.cite_chosen.connect(self.cite_chosen)
        self.graph.pointed.connect(self._point)
        self.show_connections(None)

    def show_connections(self, found: Connections | None, *, grown: bool = False) -> None:
        """Show what a record is connected with; None says that nothing is selected."""
        self._found, self._paths = found, None
        self.leave.hide()
        self.further.show()
        self.further.setEnabled(found is not None)
        self.pair.setEnabled(found is not None)
        self._fill(grown=grown)

    def show_paths(self, found: Paths) -> None:
        """Show how two records are connected."""
        self._paths = found
        self.leave.show()
        self.further.hide()
        say = self.wording.say
        self.set_count(say("{one} – {other}", one=found.start.label, other=found.end.label))
        if found.none:
            self._content.show_note(found.none)
            return
        self.list.show_paths(found)
        self._content.show_content()
        self.graph.show_picture(picture_of_paths(found))
        self._point(())

    @property
    def shows_paths(self) -> bool:
        return self._paths is not None

    @property
    def empty_note(self) -> str:
        """The sentence that stands there instead of connections, "" where there are any."""
        return self._content.note_shown

    @property
    def caption(self) -> str:
        """What the lines mean at which one points, or how many did not find room."""
        return "\n".join(line.text() for line in self._captions if line.text())

    def show_marks(self) -> None:
        self.list.show_marks()
        self.graph.show_marks()

    def show_only(self) -> None:
        self._is_due = not self.isVisible()
        if self._paths is None and not self._is_due:
            self._fill(grown=False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_due:
            self.show_only()

    def _fill(self, *, grown: bool) -> None:
        say, found = self.wording.say, self._found
        entries = tuple(entry for entry in found.entries if self._shows(entry)) if found else ()
        near = sum(entry.via is None for entry in entries)
        self.set_count(self.wording.number(near) if entries else "")
        if found is None:
            self._content.show_note(say("Select anything to see whom and what it is connected with."))
        elif not entries:
            hidden = found.entries and say("No connection is among what is shown.")
            self._content.show_note(hidden or say("No connection is recorded."))
        else:
            self.list.show_connections(found, entries)
            self._content.show_content()
            self.graph.show_picture(picture_of(found, entries), grown=grown)
            self._point(())

    def _shows(self, entry: Connection) -> bool:
        """Whether a connection is among what alone is shown, and dated in the period that is."""
        period = self.marks.period
        first, last = (str(period.earliest or ""), str(period.latest or "9999")) if period else ("", "")
        dated = period is None or any(first <= way.day <= last for way in entry.ways if way.day)
        return dated and self.marks.shows(entry.pk)

    def _drawn(self) -> QWidget:
        drawn = QWidget()
        column = QVBoxLayout(drawn)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.graph, 1)
        lines = QVBoxLayout()
        lines.setContentsMargins(SPACE.pane_padding, SPACE.grid, SPACE.pane_padding, SPACE.grid * 2)
        lines.setSpacing(0)
        for line in self._captions:
            line.setFixedHeight(self.theme.line("second"))  # the same with and without words
            lines.addWidget(line)
        column.addLayout(lines)
        return drawn

    def _point(self, words: tuple[str, ...]) -> None:
        """Say below the picture what the lines mean at which one points; of many ways how many there are."""
        shown = words if len(words) <= _CAPTIONS else words[: _CAPTIONS - 1]
        if more := len(words) - len(shown):
            shown = (*shown, self.wording.count("and {n} more", "and {n} more", more))
        said = shown or (self.wording.say("Point at a name or a line to see how."), self._left_out())
        for number, line in enumerate(self._captions):
            line.setText(said[number] if number < len(said) else "")

    def _left_out(self) -> str:
        left, wording = self.graph.left_out, self.wording
        more = wording.count("+{n} more in the list", "+{n} more in the list", left) if left else ""
        moves = wording.say("drag to see the rest of the picture") if self.graph.can_move else ""
        return "; ".join(part for part in (more, moves) if part)
