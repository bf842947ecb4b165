"""The parts of a card below its name: a headed block of facts in its layout, and the list of sources."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dossier.language import Wording
from dossier.views.values import Block, Card, Line, SourceLine
from resources.tokens import SPACE
from ui.panes.delegates import SIGNS
from ui.panes.fact_text import FactText
from ui.panes.filling import Filling
from ui.panes.flow import Flow
from ui.style import Theme, kind_icon, kind_token, pixmap, set_icon
from ui.style.theme import Role

_NAMES = 3
_FEW, _FACTS = 12, 20
"""Facts that a long block begins with, and how many come at a time: each is some widgets."""
_SOURCES = 60
_HEAD, _LINE, _NOTE = 40, 20, 16
"""Pixels of a heading, of a fact and of the words beneath it, each at least."""
_STATES = {"stale": ("clock", "stale"), "conflict": ("warning", "conflict")}
_BLOCK_ICONS = {"contacts": "phone", "notes": "note"}


def lead_text(card: Card, theme: Theme, wording: Wording, role: Role = "lead") -> FactText:
    """Post and agency under the name."""
    text = FactText(theme, role)
    for run in card.lead:
        text.add_run(run)
    text.add_cites(card.lead_cites, wording)
    return text


def names_of(card: Card, theme: Theme, wording: Wording, *, all_names: bool = False) -> QVBoxLayout:
    """The other names of a record, each with what it is and its language; of many the first few."""
    column = QVBoxLayout()
    column.setContentsMargins(0, SPACE.grid, 0, 0)
    column.setSpacing(0)
    shown = card.other_names if all_names else card.other_names[:_NAMES]
    for line in shown:
        name = FactText(theme, "second")
        for run in line.runs:
            name.add_run(run)
        name.add_cites(line.cites, wording)
        for run in line.note:
            name.add(f"  {run.text}", token="muted")
        column.addWidget(name)
    left = len(card.other_names) - len(shown)
    if left:
        more = FactText(theme, "second")
        more.add(wording.count("{n} more name", "{n} more names", left), href="do:all_names")
        column.addWidget(more)
    return column


class CardBlock(Filling):
    """One headed block of facts, made by `begin`; of very many the first few, and more when asked for."""

    record_chosen = Signal(object)
    grown = Signal(object)  # the FactText that was added

    def __init__(self, block: Block, theme: Theme, wording: Wording, actions: Mapping[str, str]) -> None:
        super().__init__()
        self.setObjectName(f"block_{block.key}")
        self._theme = theme
        self._wording = wording
        self._block = block
        self._more: QPushButton | None = None
        self._column = _headed(self, block.title)
        if not block.lines and block.empty:
            self._column.addWidget(self._empty(block, actions))

    def begin(self) -> Iterator[int]:
        """Add the facts it begins with, one after the other; gives how high each is at least."""
        lines = self._block.lines
        yield _HEAD
        yield from self._add(0, _FEW if len(lines) > _FACTS else _FACTS)

    def fill(self) -> None:
        """Add all that it begins with."""
        for _ in self.begin():
            pass

    def _add(self, start: int, count: int) -> Iterator[int]:
        lines = self._block.lines[start : start + count]
        if self._block.layout in ("tags", "map"):
            self._add_tags(lines)
            yield _LINE
        else:
            for line in lines:
                self._add_fact(line, self._block.layout)
                yield _LINE + _NOTE * bool(line.note)
        self._offer_more(start + len(lines))

    def _add_more(self, start: int) -> None:
        for _ in self._add(start, _FACTS):
            pass

    def _add_fact(self, line: Line, layout: str) -> None:
        fact = self._fact(line, layout)
        self._column.addWidget(fact)
        self.grown.emit(fact)

    def _offer_more(self, shown: int) -> None:
        had_focus = bool(self._more and self._more.hasFocus())
        if self._more:
            self._more.deleteLater()
            self._more = None
        left = len(self._block.lines) - shown
        if left:
            self._more = QPushButton(self._wording.count("{n} more", "{n} more", left))
            self._more.setProperty("look", "link")
            self._more.setObjectName("more_facts")
            self._more.clicked.connect(lambda: self._add_more(shown))
            self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
            if had_focus:
                self._more.setFocus(Qt.FocusReason.TabFocusReason)

    def _fact(self, line: Line, layout: str) -> FactText:
        is_dated = layout == "dated"
        fact = FactText(self._theme, beside=line.when if is_dated else None)
        fact.setContentsMargins(0, 0, 0, SPACE.grid)
        if layout == "bullets":
            fact.add("• ", token="muted")
        for run in line.runs:
            fact.add_run(run)
        fact.add_cites(line.cites, self._wording)
        if line.state == "unsourced":
            fact.add_number(0, "")
        if line.when and not is_dated:
            fact.begin_paragraph("second", "muted")
            fact.add(line.when)
        if line.note:
            sign = SIGNS.get(line.standing) or _STATES.get(line.state)
            fact.begin_paragraph("second", sign[1] if sign else "muted", sign)
            for run in line.note:
                fact.add_run(run)
        return fact

    def _add_tags(self, lines: Sequence[Line]) -> None:
        flow = Flow()
        for line in lines:
            link = next((run for run in line.runs if run.pk is not None), None)
            if link is None or link.pk is None:
                self._add_fact(line, "list")
                continue
            tag = QPushButton(line.plain)
            set_icon(tag, kind_icon(link.kind), kind_token(link.kind), self._theme, gap=1)
            tag.setProperty("look", "tag")
            tag.setAutoDefault(False)
            tag.setProperty("pk", link.pk)
            tag.clicked.connect(lambda _=False, pk=link.pk: self.record_chosen.emit(pk))
            flow.add(tag)
        if not flow.is_empty:
            self._column.addWidget(flow)

    def _empty(self, block: Block, actions: Mapping[str, str]) -> QWidget:
        box = QWidget()
        box.setProperty("look", "empty")
        row = QHBoxLayout(box)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(10)
        if block.key in _BLOCK_ICONS:
            picture = QLabel()
            drawn = pixmap(_BLOCK_ICONS[block.key], "muted", self._theme, self.devicePixelRatioF())
            picture.setPixmap(drawn)
            row.addWidget(picture)
        text = FactText(self._theme, token="muted")
        text.add(block.empty)
        if block.action in actions:
            text.add(" ")
            text.add(actions[block.action].rstrip("…"), href=f"do:{block.action}")
        row.addWidget(text, 1)
        return box


class CardSources(Filling):
    """The numbered passages that the numbers of the card point to; the first of very many."""

    grown = Signal(object)  # the FactText that was added

    def __init__(self, sources: Sequence[SourceLine], title: str, theme: Theme, wording: Wording) -> None:
        super().__init__()
        self.setObjectName("block_sources")
        self._sources = sources
        self._theme = theme
        self._wording = wording
        self._column = _headed(self, title)

    def begin(self) -> Iterator[int]:
        """Add one passage after the other; gives how high each is at least."""
        yield _HEAD
        for line in self._sources[:_SOURCES]:
            text = FactText(self._theme)
            text.add_number(
                line.number, f"cite:{line.number}", self._wording.say("source {n}", n=line.number)
            )
            text.add("  ")
            text.add(line.head, href=f"record:{line.source}")
            text.add(", ", token="muted")
            text.add(line.text, href=f"passage:{line.passage}", token="muted")
            self._column.addWidget(text)
            self.grown.emit(text)
            yield _LINE


def _headed(block: QWidget, title: str) -> QVBoxLayout:
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 18, 0, 0)
    column.setSpacing(0)
    head = QLabel(title)
    head.setProperty("look", "section")
    head.setWordWrap(True)
    rule = QFrame()
    rule.setProperty("look", "rule")
    rule.setFixedHeight(1)
    column.addWidget(head)
    column.addSpacing(SPACE.grid)
    column.addWidget(rule)
    column.addSpacing(7)
    return column
