"""The reader: a source with the passages that support a fact, and the facts each paragraph supports."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from dossier.views.values import SourceText
from resources.tokens import SPACE
from ui.panes.elided import Elided
from ui.panes.pane import OrEmpty, Pane, Rule
from ui.panes.reader_facts import FactsList
from ui.panes.reader_text import SourceTextView
from ui.panes.speaking import say_of
from ui.style import Theme, icon, pixmap

if TYPE_CHECKING:
    from dossier.language import Wording

_FACTS = 220, 375  # the least and the most room for the facts beside the text
_NARROW = 560  # below it the facts stand under the text
_FACTS_SHARE = 0.36  # of the height they have there


class ReaderPane(Pane):
    """Shows a `SourceText`. A click on a passage, or previous and next, make it the active one and say so."""

    passage_chosen = Signal(object)
    attach_requested = Signal(object)

    def __init__(self, theme: Theme, wording: "Wording", parent: QWidget | None = None) -> None:
        super().__init__("reader", wording.say("Source"), theme, wording, parent)
        self._source: SourceText | None = None
        self._passage: int | None = None
        self._paragraph: int | None = None  # its place
        self._sign = QLabel()
        self._sign.setPixmap(pixmap("source", "source", theme, self.devicePixelRatioF()))
        self.add_sign(self._sign)
        self._counter = Elided("", "count")
        self._counter.setContentsMargins(0, 0, SPACE.icon_gap, 0)
        self.add_control(self._counter)
        self.previous = self.add_button("back", wording.say("Previous passage"))
        self.next = self.add_button("forward", wording.say("Next passage"))
        self.previous.clicked.connect(lambda: self._step(-1))
        self.next.clicked.connect(lambda: self._step(1))
        self.text = SourceTextView(theme)
        self.text.setAccessibleName(wording.say("Text of the source"))
        self.text.passage_clicked.connect(self._choose)
        self.text.paragraph_clicked.connect(self._show_facts)
        self.facts = FactsList(theme, wording)
        self.facts.chosen.connect(self.selected)
        self.facts.focused.connect(self.focused)
        self._notice = QWidget()
        self._notice_text = Elided("", "second")
        self.attach = QPushButton(icon("attach", "text", theme), wording.say("Attach original…"))
        self.attach.clicked.connect(self._request_original)
        self._lay_out()
        self.show_source(None)

    def show_source(self, source: SourceText | None) -> None:
        """None where nothing is cited: the pane then says how to come to a source."""
        self._source = source
        self.set_title(source.title if source else self.wording.say("Source"))
        self.set_count(source.detail if source else "")
        self._notice.setVisible(bool(source and source.notice))
        self._notice_text.setText(source.notice if source else "")
        self.attach.setVisible(bool(source and source.can_attach))
        self.text.show_text(source)
        marks = [mark for paragraph in source.paragraphs for mark in paragraph.marks] if source else []
        active = next((mark.passage for mark in marks if mark.active), None)
        self._passage = active
        self._show_facts(self._place_of(active) if active is not None else 0)
        self._count_passages()
        if source:
            self._content.show_content()
        else:
            self._content.show_note(
                self.wording.say("Choose the number beside a fact to read the passage that supports it.")
            )

    @property
    def notice(self) -> str:
        """What is said above the text, "" for an original."""
        return self._notice_text.text()

    @property
    def counter(self) -> str:
        """Which of how many passages is the active one, in words."""
        return self._counter.text()

    @property
    def empty_note(self) -> str:
        """The sentence that stands there instead of a source, "" where there is one."""
        return self._content.note_shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._halves.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._rule.lie(down=narrow)
        self.facts.setMaximumWidth(16777215 if narrow else self._facts_width())
        self.facts.setMinimumWidth(0 if narrow else self._facts_width())
        self.facts.setMaximumHeight(round(self.height() * _FACTS_SHARE) if narrow else 16777215)
        self._notice_text.setWordWrap(not narrow)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 160)

    @property
    def passages(self) -> list[int]:
        """The passages marked, in the order of the text."""
        found: dict[int, None] = {}
        for paragraph in self._source.paragraphs if self._source else ():
            for mark in sorted(paragraph.marks, key=lambda mark: mark.start):
                found[mark.passage] = None
        return list(found)

    def _lay_out(self) -> None:
        self._notice_text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        strip = QHBoxLayout(self._notice)
        strip.setContentsMargins(SPACE.pane_padding, SPACE.grid * 2, SPACE.pane_padding, SPACE.grid * 2)
        strip.setSpacing(SPACE.icon_gap)
        strip.addWidget(self._notice_text, 1)
        strip.addWidget(self.attach)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notice)
        column.addWidget(self.text, 1)
        whole = QWidget()
        self._rule = Rule(self.theme)
        self._halves = QHBoxLayout(whole)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._halves.addWidget(page, 1)
        self._halves.addWidget(self._rule)
        self._halves.addWidget(self.facts)
        self._content = OrEmpty(whole)
        self.body.addWidget(self._content)

    def _facts_width(self) -> int:
        return round(min(max(self.width() * 0.37, _FACTS[0]), _FACTS[1]))

    def _place_of(self, passage: int) -> int:
        paragraphs = self._source.paragraphs if self._source else ()
        return next(
            place
            for place, paragraph in enumerate(paragraphs)
            if any(mark.passage == passage for mark in paragraph.marks)
        )

    def _show_facts(self, place: int) -> None:
        paragraphs = self._source.paragraphs if self._source else ()
        self.facts.show_paragraph(paragraphs[place] if place < len(paragraphs) else None)

    def _choose(self, passage: int) -> None:
        if passage != self._passage:
            self._passage = passage
            self.text.activate(passage)
            self._count_passages()
        self._show_facts(self._place_of(passage))
        self.passage_chosen.emit(passage)

    def _step(self, by: int) -> None:
        self._choose(self.passages[self._here + by])

    @property
    def _here(self) -> int:
        """The active passage's place among all, or that before the first."""
        return self.passages.index(self._passage) if self._passage in self.passages else -1

    def _count_passages(self) -> None:
        passages, here = self.passages, self._here
        words = ""
        if here >= 0:
            words = self.wording.say("Passage {n} of {m}", n=here + 1, m=len(passages))
        elif passages:
            words = self.wording.count("{n} passage", "{n} passages", len(passages))
        self._counter.setText(words)
        for button, enabled in ((self.previous, here > 0), (self.next, here + 1 < len(passages))):
            button.setEnabled(enabled)
            button.setVisible(bool(passages))
        say_of(self.text, words)

    def _request_original(self) -> None:
        if self._source:
            self.attach_requested.emit(self._source.pk)
