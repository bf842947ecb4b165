"""The card of the selected record: all that the dossier knows of it; each name a link, each fact numbered."""

from collections.abc import Iterator, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dossier.language import Wording
from dossier.language.isolating import isolated
from dossier.views.values import SHEET_KINDS, Card
from resources.tokens import SPACE
from ui.panes.card_blocks import CardBlock, CardSources, lead_text, names_of
from ui.panes.card_foot import CardFoot
from ui.panes.card_head import LONGEST_NAME, CardAlso, fitting
from ui.panes.elided import Elided
from ui.panes.fact_text import FactText
from ui.panes.filling import Filling
from ui.panes.flow import Flow
from ui.panes.pane import EmptyNote
from ui.style import Theme, icon, kind_icon, kind_token, pixmap, set_icon

_AT_ONCE = 500
"""Pixels of a card that are made in one step, besides what is in sight: the window answers in between."""
_HEAD = 120
"""Pixels that name, buttons and the like take at least."""
_LATER = 50
"""Milliseconds until what lies below what is in sight is made, and between its steps: nobody waits for it."""
_LONG_MARKING = 24  # letters, from which on it takes several lines
_ADDED = ("add_note", "add_call_note", "add_contact", "add_name")
_KEPT = ("replace", "confirm", "form_of_address", "edit_contact", "edit_name")
_OF_SHEET = ("save_sheet", "print_sheet")


class CardPane(QWidget):
    """Shows one Card. `actions` words the commands that stand on a card, by the names that `action` emits."""

    selected = Signal(object)
    focused = Signal(object)
    cite_chosen = Signal(object)  # pk of the passage behind a number
    action = Signal(str, object)  # name of a command, pk of the card's record

    def __init__(
        self, theme: Theme, wording: Wording, actions: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(wording.say("Card"))
        self._theme = theme
        self._wording = wording
        self._actions = actions
        self._card: Card | None = None
        self._passage: int | None = None
        self._number: int | None = None
        self._all_names = False
        self._parts: Iterator[int] = iter(())
        self._growing = QTimer(self, interval=_LATER)
        self._growing.timeout.connect(self._go_on)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._foot = CardFoot(theme, wording)
        self._foot.history.clicked.connect(lambda: self._emit_action("history"))
        self._also = CardAlso(wording)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._also)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(
            EmptyNote(wording.say("Nothing is selected. Choose a person, organization or event anywhere."))
        )
        self._stack.addWidget(full)
        for widget in (self, full, self._scroll):
            widget.setProperty("look", "card")
            widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    @property
    def card(self) -> Card | None:
        return self._card

    @property
    def texts(self) -> tuple[FactText, ...]:
        """The texts of the card from top to bottom, for tests and for reading it aloud."""
        self._finish()
        return self._made

    def show_card(self, card: Card | None, also: tuple[str, ...] = ()) -> None:
        """Show a card in the place of the one before; None says that nothing is selected.

        `also` are the names of what is chosen with it.
        """
        self._also.show_names(also)
        if card is None or card != self._card:
            self._show(card)

    def _show(self, card: Card | None) -> None:
        same = self._card is not None and card is not None and card.pk == self._card.pk
        height = self._scroll.verticalScrollBar().value() if same else 0
        had_focus = self._scroll.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._card = card
        self._growing.stop()
        self._all_names = self._all_names and same
        self._stack.setCurrentIndex(0 if card is None else 1)
        if card is None:
            self._scroll.setWidget(QWidget())
            return
        content = self._content(card)
        if height:
            self._finish()  # it stays where it was read
        content.resize(self._scroll.viewport().size())  # else it is laid out once more, as wide as its words
        self._scroll.setWidget(content)
        self._foot.show_card(card)
        self.show_passage(self._passage)
        self._scroll.verticalScrollBar().setValue(height)
        if had_focus:
            first = next((text for text in self._made if text.links), None)
            if first:
                first.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def _made(self) -> tuple[FactText, ...]:
        content = self._scroll.widget()
        return tuple(content.findChildren(FactText)) if content else ()

    def show_passage(self, passage: int | None) -> None:
        """Mark the number whose passage the reader shows now."""
        self._passage = passage
        sources = self._card.sources if self._card else ()
        self._number = next((line.number for line in sources if line.passage == passage), None)
        for text in self._made:
            text.show_number(self._number)

    def _take(self, text: FactText) -> None:
        text.activated.connect(self._follow)
        text.focused.connect(lambda href: self._follow(href, only=True))
        text.show_number(self._number)

    def _content(self, card: Card) -> QWidget:
        content = Filling()
        content.setProperty("look", "card")
        column = QVBoxLayout(content)
        padding = SPACE.card_padding
        column.setContentsMargins(padding, 20, padding, padding)
        column.setSpacing(0)
        column.addLayout(self._kind_row(card))
        name = QLabel(isolated(fitting(card.name)))
        name.setToolTip(isolated(card.name) if len(card.name) > LONGEST_NAME else "")
        name.setProperty("look", "name")
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        name.setObjectName("name")
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addSpacing(2)
        column.addWidget(name)
        if card.lead or card.lead_cites:
            column.addWidget(lead_text(card, self._theme, self._wording))
        if card.other_names:
            column.addLayout(names_of(card, self._theme, self._wording, all_names=self._all_names))
        column.addSpacing(12)
        column.addWidget(self._buttons(card))
        column.addStretch(1)
        for text in content.findChildren(FactText):
            self._take(text)
        self._parts = self._below_head(card, column)
        if self._grow(max(self._scroll.viewport().height(), _AT_ONCE)):
            self._growing.start()
        return content

    def _below_head(self, card: Card, column: QVBoxLayout) -> Iterator[int]:
        """Add one part of the card after the other; gives how high each is at least."""
        yield _HEAD
        for block in card.blocks:
            if block.lines or block.empty or block.codes:
                shown = CardBlock(block, self._theme, self._wording, self._actions)
                shown.record_chosen.connect(self.selected)
                yield from self._add(column, shown)
        if card.sources:
            say = self._wording.say
            yield from self._add(
                column, CardSources(card.sources, say("Sources"), self._theme, self._wording)
            )

    def _add(self, column: QVBoxLayout, part: CardBlock | CardSources) -> Iterator[int]:
        column.insertWidget(column.count() - 1, part)
        for text in part.findChildren(FactText):
            self._take(text)
        part.grown.connect(self._take)
        yield from part.begin()

    def _finish(self) -> None:
        while self._growing.isActive():
            self._go_on()

    def _go_on(self) -> None:
        if not self._grow():
            self._growing.stop()

    def _grow(self, height: int = _AT_ONCE) -> bool:
        """Make as much more of the card as fits into one step; says whether more may come."""
        made = 0
        for part in self._parts:
            made += part
            if made >= height:
                return True
        return False

    def _kind_row(self, card: Card) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.icon_gap)
        token = kind_token(card.kind)
        picture = QLabel()
        picture.setPixmap(pixmap(kind_icon(card.kind), token, self._theme, self.devicePixelRatioF()))
        row.addWidget(picture)
        row.addWidget(Elided(card.kind_label, f"kind-{token}"), 1)
        if card.marking:
            mark = QLabel(card.marking)
            mark.setObjectName("marking")
            mark.setProperty("look", "marking")
            mark.setProperty("tlp", card.marking)
            mark.setWordWrap(len(card.marking) > _LONG_MARKING)
            row.addWidget(mark, int(mark.wordWrap()))
        return row

    def _buttons(self, card: Card) -> Flow:
        row = Flow(SPACE.grid * 2)
        only = _button(self._wording.say("Show only related"), "filter", self._theme)
        only.setObjectName("show_only")
        only.clicked.connect(lambda: self.focused.emit(card.pk))
        row.add(only)
        edits = [name for name in _ADDED if name in self._actions]
        if edits:
            add = _button(self._wording.about("verb", "Add"), "plus", self._theme)
            add.setObjectName("add")
            add.setMenu(self._menu(add, [*edits, *_KEPT], card.kind))
            row.add(add)
        more = QToolButton()
        more.setObjectName("more")
        more.setProperty("look", "outlined")
        more.setIcon(icon("more", "text", self._theme))
        more.setToolTip(self._wording.say("More"))
        more.setAccessibleName(self._wording.say("More"))
        more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(self._menu(more, [*_OF_SHEET, "connect", "copy_name", "history"], card.kind))
        row.add(more)
        return row

    def _menu(self, button: QWidget, names: list[str], kind: str) -> QMenu:
        """A menu of commands, which goes with its button."""
        menu = QMenu(button)
        for name in names:
            if name in self._actions:
                action = menu.addAction(self._actions[name], partial(self._emit_action, name))
                action.setEnabled(name not in _OF_SHEET or kind in SHEET_KINDS)
        return menu

    def _follow(self, href: str, *, only: bool = False) -> None:
        what, _, value = href.partition(":")
        if what == "record":
            (self.focused if only else self.selected).emit(int(value))
        elif what == "cite":
            sources = self._card.sources if self._card else ()
            for line in sources:
                if line.number == int(value):
                    self.cite_chosen.emit(line.passage)
        elif what == "passage":
            self.cite_chosen.emit(int(value))
        elif value == "all_names":
            self._all_names = True
            self._show(self._card)
        elif what == "do":
            self._emit_action(value)

    def _emit_action(self, name: str) -> None:
        if self._card:
            self.action.emit(name, self._card.pk)


def _button(text: str, picture: str, theme: Theme) -> QPushButton:
    button = QPushButton(text)
    set_icon(button, picture, "text", theme)
    button.setAutoDefault(False)
    return button
