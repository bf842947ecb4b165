"""The chosen hit in short, at the right of the search panel: names, contacts and first facts of its card."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dossier.language import Wording
from dossier.language.isolating import isolated
from dossier.views.values import SHEET_KINDS, Block, Card, Line
from resources.tokens import SPACE
from ui.panes.card_blocks import CardBlock, lead_text, names_of
from ui.panes.fact_text import FactText
from ui.style import Theme, icon, kind_icon, kind_token, pixmap, set_icon

_WIDTH = 276
_PADDING = 20
_LINES = 3


class Preview(QWidget):
    """A card cut down to what tells whether it is the one that was looked for; its buttons stay in sight."""

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
        self.setProperty("look", "preview")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._scroll = QScrollArea()
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setProperty("look", "card")
        self.sheet_button = QPushButton(wording.say("Make sheet"))
        self.sheet_button.clicked.connect(lambda: self._card and self.sheet_wanted.emit(self._card.pk))
        self._only = QToolButton()
        self._only.clicked.connect(lambda: self._card and self.focused.emit(self._card.pk))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        self._foot = self._buttons()
        column.addWidget(self._foot)
        self.show_card(None)

    @property
    def card(self) -> Card | None:
        return self._card

    def show_card(self, card: Card | None) -> None:
        self._card = card
        self._foot.setVisible(card is not None)
        has_sheet = card is not None and card.kind in SHEET_KINDS
        self.sheet_button.setEnabled(has_sheet)
        self.sheet_button.setToolTip(
            "" if has_sheet else self._wording.say("There is no sheet of this, only of what it is about.")
        )
        content = QWidget()
        content.setProperty("look", "card")
        column = QVBoxLayout(content)
        column.setContentsMargins(_PADDING, 16, _PADDING, _PADDING)
        column.setSpacing(0)
        if card:
            self._fill(column, card)
        column.addStretch(1)
        self._scroll.setWidget(content)
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
        name = QLabel(isolated(card.name))
        name.setWordWrap(True)
        name.setProperty("look", "preview-name")
        column.addSpacing(6)
        column.addWidget(name)
        column.addWidget(lead_text(replace(card, lead_cites=()), self._theme, self._wording, "row"))
        bare = tuple(replace(line, cites=(), note=()) for line in card.other_names)
        if bare:
            column.addLayout(names_of(replace(card, other_names=bare[:_LINES]), self._theme, self._wording))
        for block in in_short(card):
            shown = CardBlock(block, self._theme, self._wording, self._actions)
            shown.record_chosen.connect(self.followed)
            shown.fill()
            column.addWidget(shown)

    def _buttons(self) -> QWidget:
        foot = QWidget()
        foot.setProperty("look", "card-foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(_PADDING, 10, _PADDING, 10)
        row.setSpacing(8)
        set_icon(self.sheet_button, "sheet", "text", self._theme)
        self.sheet_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        related = self._wording.say("Show only related")
        self._only.setProperty("look", "outlined")
        self._only.setIcon(icon("filter", "text", self._theme))
        self._only.setIconSize(QSize(SPACE.icon, SPACE.icon))
        self._only.setToolTip(related)
        self._only.setAccessibleName(related)
        self._only.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(self.sheet_button)
        row.addWidget(self._only)
        return foot

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
