"""What every pane is: a head with title and controls, a body, what is marked in it, and its signals."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dossier.model.dates import Date
from resources.tokens import SPACE
from ui.panes.elided import Elided, Title
from ui.style import Theme, icon

if TYPE_CHECKING:
    from dossier.language import Wording


@dataclass(slots=True)
class Marks:
    """What of a pane is marked: the record the user chose, those related to it, and what alone is shown.

    `only` is None where everything shows, `period` where what is dated any time does; `within` are the
    records that lie in the period, `undated` those that can't. One object is shared by a pane and what paints
    in it.
    """

    selected: int | None = None
    also: tuple[int, ...] = ()  # chosen with it
    related: frozenset[int] = frozenset()
    only: frozenset[int] | None = None
    period: Date | None = None
    within: frozenset[int] | None = None
    undated: frozenset[int] = frozenset()

    def is_selected(self, pk: int | None) -> bool:
        return pk is not None and (pk == self.selected or pk in self.also)

    def shows(self, pk: int | None) -> bool:
        """Whether a record is among those that alone are shown."""
        return (self.only is None or pk in self.only) and (self.within is None or pk in self.within)

    def describe(self, pk: int | None, wording: "Wording") -> str:
        """How a record is marked, in words: what amber and blue say to those who see them."""
        if pk is None:
            return ""
        if self.is_selected(pk):
            return wording.say("selected")
        return wording.say("related to the selection") if pk in self.related else ""


class Pane(QWidget):
    """The base of all panes, each made for one theme and one language: a change of either makes new panes."""

    selected = Signal(object)  # pk of what was clicked or entered; an object, as a pk may have 64 bits
    added = Signal(object)  # pk of what is to be chosen with what is selected, or let go again
    focused = Signal(object)  # pk of what alone, with what is related to it, is to be shown
    wanted = Signal(str)  # name of a command that an empty pane offers

    def __init__(
        self, name: str, title: str, theme: Theme, wording: "Wording", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setAutoFillBackground(True)
        self.theme = theme
        self.wording = wording
        self.marks = Marks()
        self.funnel: QToolButton | None = None
        self.header = QWidget(self)
        self.header.setProperty("look", "header")
        self.header.setFixedHeight(SPACE.pane_header)
        self._title = Title(title)
        self._count = Elided("", "count")
        self._controls = QHBoxLayout()
        self._controls.setSpacing(0)
        self._head = head = QHBoxLayout(self.header)
        head.setContentsMargins(SPACE.pane_padding, 0, SPACE.grid * 2, 0)
        head.setSpacing(SPACE.icon_gap)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addLayout(self._controls)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(self.body, 1)

    def mark(self, selected: int | None, related: frozenset[int], also: tuple[int, ...] = ()) -> None:
        """Mark what the user chose (`also` with it) and what is related; what is hidden comes into sight."""
        self.marks.selected, self.marks.related, self.marks.also = selected, related, also
        if self.funnel:
            self.funnel.setEnabled(selected is not None)
        self.show_marks()

    def restrict(self, related: frozenset[int] | None) -> None:
        """Show only these records; None shows everything again."""
        self.marks.only = related
        self.show_only()

    def keep_to(
        self,
        period: Date | None,
        within: frozenset[int] | None = None,
        undated: frozenset[int] = frozenset(),
    ) -> None:
        """Show only what lies in a period; None shows what lies any time, or has no date, again.

        Panes whose rows say when they are need to be told nothing more.
        """
        self.marks.period, self.marks.within, self.marks.undated = period, within, undated
        self.show_only()

    def show_marks(self) -> None:
        """Paint anew after `mark`: each pane's own."""

    def show_only(self) -> None:
        """Filter anew after `restrict` and `keep_to`: each pane's own."""

    def describe(self, pk: int) -> str:
        """How a record is marked, in words."""
        return self.marks.describe(pk, self.wording)

    def say_instead(self, text: str) -> None:
        """Say this wherever there is nothing to show: it isn’t true that nothing is there; "" ends it."""
        for content in self.findChildren(OrEmpty):
            content.say_instead(text)

    def set_title(self, title: str) -> None:
        self._title.setText(title)

    def set_count(self, text: str) -> None:
        """The muted words beside the title."""
        self._count.setText(text)

    @property
    def count(self) -> str:
        return self._count.text()

    def add_sign(self, sign: QWidget) -> None:
        """A picture before the title."""
        self._head.insertWidget(0, sign)

    def add_control(self, control: QWidget) -> None:
        """A control at the right of the head, after those already there."""
        self._controls.addWidget(control)

    def add_funnel(self) -> None:
        """A button that asks to show only what is related to the user's choice."""
        self.funnel = self.add_button("filter", self.wording.say("Show only related"))
        self.funnel.setEnabled(False)
        self.funnel.clicked.connect(lambda: self.focused.emit(self.marks.selected))

    def add_button(self, name: str, text: str, *, checkable: bool = False) -> QToolButton:
        """A button with an icon alone in the head; `text` is its tooltip and what a screen reader says."""
        button = icon_button(self.theme, name, text)
        button.setCheckable(checkable)
        self.add_control(button)
        return button


def icon_button(theme: Theme, name: str, text: str, parent: QWidget | None = None) -> QToolButton:
    """A 28 px button that shows an icon and says `text`."""
    button = QToolButton(parent)
    button.setProperty("look", "small-icon")
    button.setObjectName(name)
    button.setIcon(icon(name, "muted", theme))
    button.setIconSize(QSize(SPACE.icon, SPACE.icon))
    button.setToolTip(text)
    button.setAccessibleName(text)
    return button


class Rule(QWidget):
    """A hairline between two parts of a pane, upright unless it is laid down."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lie(down=False)

    def lie(self, *, down: bool) -> None:
        self.setFixedSize(16777215 if down else 1, 1 if down else 16777215)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("border"))
        painter.end()


class EmptyNote(QWidget):
    """The sentence that stands where a pane has nothing to show, in a dashed box at its top.

    Below it are links to the commands that would fill the pane.
    """

    wanted = Signal(str)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QWidget(self)
        box.setProperty("look", "empty")
        self._text = QLabel(text, box)
        self._text.setWordWrap(True)
        inner = QVBoxLayout(box)
        inner.setContentsMargins(SPACE.grid * 3, SPACE.grid * 2, SPACE.grid * 3, SPACE.grid * 2)
        inner.addWidget(self._text)
        self._links = QVBoxLayout()
        self._links.setSpacing(SPACE.grid)
        inner.addLayout(self._links)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SPACE.pane_padding, SPACE.grid * 3, SPACE.pane_padding, SPACE.grid * 3)
        outer.addWidget(box)
        outer.addStretch(1)

    def say(self, text: str, commands: Sequence[tuple[str, str]] = ()) -> None:
        """Show a sentence, and the commands to offer: their names and words."""
        self._text.setText(text)
        for link in self.links:
            self._links.removeWidget(link)
            link.hide()
            link.deleteLater()
        for name, words in commands:
            link = QPushButton(words)
            link.setProperty("look", "link")
            link.setObjectName(name)
            link.setCursor(Qt.CursorShape.PointingHandCursor)
            link.clicked.connect(lambda _=False, name=name: self.wanted.emit(name))
            self._links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def links(self) -> tuple[QPushButton, ...]:
        items = (self._links.itemAt(at) for at in range(self._links.count()))
        widgets = (item.widget() for item in items if item)
        return tuple(widget for widget in widgets if isinstance(widget, QPushButton))

    @property
    def text(self) -> str:
        return self._text.text()


class OrEmpty(QWidget):
    """A widget, or an `EmptyNote` in its place while there is nothing to show."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = EmptyNote("", self)
        self._instead = ""
        self._stack = QStackedLayout(self)
        self._stack.addWidget(content)
        self._stack.addWidget(self.note)

    def show_content(self) -> None:
        self._stack.setCurrentIndex(0)

    def show_note(self, text: str, commands: Sequence[tuple[str, str]] = ()) -> None:
        said = self._instead or text
        if self.note_shown != said:
            self.note.say(said, () if self._instead else commands)
        self._stack.setCurrentIndex(1)

    def say_instead(self, text: str) -> None:
        """Say this wherever there is nothing to show, whatever is asked to be said, until "" ends it."""
        self._instead = text
        if text:
            self.note.say(text)

    @property
    def note_shown(self) -> str:
        """The sentence while it stands there, "" while there is something to show."""
        return self.note.text if self._stack.currentIndex() == 1 else ""
