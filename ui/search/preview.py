"""The chosen hit in short, at the right of the search panel: names, contacts and first facts of its card."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from dossier.language import Wording
from dossier.views.values import SHEET_KINDS, Block, Card, Line
from ui.panes.card_blocks import CardBlock, lead_text, names_of
from ui.panes.fact_text import FactText
from ui.style import Theme, kind_icon, kind_token, pixmap, set_icon

_WIDTH = 276
_PADDING = 20
_LINES = 3


class Preview(QScrollArea):
    """A card cut down to what tells whether it is the one that was looked for."""

    followed = Signal(object)  # pk of a record named in it
    focused = Signal(object)
    sheet_wanted = Signal(object)
    action = Signal(str, object)

    def __init__(self, theme: Theme, wording: Wording, actions: Mapping[str, str]) -> None:
        super().__init__()
        self._theme = theme
        self._wording = wording
        self._actions = actions
        self._card: Card | None = None
        self.setAccessibleName(wording.say("The chosen hit in short"))
        self.setFixedWidth(_WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setProperty("look", "card")
        self.show_card(None)

    @property
    def card(self) -> Card | None:
        return self._card

    def show_card(self, card: Card | None) -> None:
        self._card = card
        content = QWidget()
        content.setProperty("look", "card")
        column = QVBoxLayout(content)
        column.setContentsMargins(_PADDING, 16, _PADDING, _PADDING)
        column.setSpacing(0)
        if card:
            self._fill(column, card)
        column.addStretch(1)
        self.setWidget(content)
        for text in content.findChildren(FactText):
            text.activated.connect(self._follow)

    def _fill(self, column: QVBoxLayout, card: Card) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        picture = QLabel()
        token = kind_token(card.kind)
        picture.setPixmap(pixmap(kind_icon(card.kind), token, self._theme, self.devicePixelRatioF()))
        kind = QLabel(card.kind_label)
        kind.setProperty("look", f"kind-{token}")
        row.addWidget(picture)
        row.addWidget(kind, 1)
        column.addLayout(row)
        name = QLabel(card.name)
        name.setWordWrap(True)
        name.setProperty("look", "preview-name")
        column.addSpacing(6)
        column.addWidget(name)
        column.addWidget(lead_text(replace(card, lead_cites=()), self._theme, "row"))
        bare = tuple(replace(line, cites=(), note=()) for line in card.other_names)
        if bare:
            column.addLayout(names_of(replace(card, other_names=bare[:_LINES]), self._theme, self._wording))
        for block in in_short(card):
            shown = CardBlock(block, self._theme, self._actions)
            shown.record_chosen.connect(self.followed)
            column.addWidget(shown)
        column.addSpacing(20)
        column.addLayout(self._buttons(card))

    def _buttons(self, card: Card) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        sheet = QPushButton(self._wording.say("Make sheet"))
        set_icon(sheet, "sheet", "text", self._theme)
        sheet.setEnabled(card.kind in SHEET_KINDS)
        sheet.clicked.connect(lambda: self.sheet_wanted.emit(card.pk))
        only = QPushButton(self._wording.say("Only related"))
        set_icon(only, "filter", "text", self._theme)
        only.setToolTip(self._wording.say("Show only related"))
        only.clicked.connect(lambda: self.focused.emit(card.pk))
        row.addWidget(sheet)
        row.addWidget(only)
        row.addStretch(1)
        return row

    def _follow(self, href: str) -> None:
        what, _, value = href.partition(":")
        if what == "record":
            self.followed.emit(int(value))
        elif what == "do" and self._card:
            self.action.emit(value, self._card.pk)


def in_short(card: Card) -> tuple[Block, ...]:
    """Contacts, then what was said and done; without numbers, as no sources stand beside them."""
    contacts = [block for block in card.blocks if block.key == "contacts"]
    facts = [block for block in card.blocks if block.key not in ("contacts", "posts") and block.lines]
    return tuple(
        replace(block, layout="list" if block.layout == "dated" else block.layout, lines=_bare(block))
        for block in (*contacts, *facts[:1])
        if block.lines or block.empty
    )


def _bare(block: Block) -> tuple[Line, ...]:
    return tuple(replace(line, cites=()) for line in block.lines[:_LINES])
