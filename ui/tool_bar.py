"""The bar at the top: menu, way back and forward, search, what alone is shown, language, and the sheet."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from dossier.language import LANGUAGES, Wording
from dossier.model.dates import Date
from dossier.model.dates import day as dated
from resources.tokens import SPACE
from ui.actions import Actions
from ui.panes.speaking import announce
from ui.search.field import SearchField
from ui.style import Theme, icon, set_icon

_CHIP_WIDTH, _READABLE, _LEAST_ROOM = 260, 72, 22
_GAPS = 72  # pixels of the bar between its parts and at its ends


class ToolBar(QToolBar):
    """Fixed at the top of the window."""

    language_chosen = Signal(str)
    only_dropped = Signal()
    period_dropped = Signal()
    day_dropped = Signal()

    def __init__(self, theme: Theme, wording: Wording, actions: Actions) -> None:
        super().__init__(wording.say("Tool bar"))
        self.setObjectName("tool_bar")
        self.setMovable(False)
        self.setFloatable(False)
        self.setFixedHeight(SPACE.tool_bar)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setProperty("look", "tool-bar")
        self._theme = theme
        self._wording = wording
        self._words: dict[QPushButton, tuple[str, str]] = {}  # of each chip, and what a click on it does
        self.menu_button = _icon_button("menu", wording.say("Menu"), theme)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.search = SearchField(theme, wording)
        self.chip, self.period_chip = self._chip("chip"), self._chip("period_chip")
        self.chip.clicked.connect(self.only_dropped)
        self.period_chip.clicked.connect(self.period_dropped)
        self.day_chip = self._chip("day_chip")
        self.day_chip.clicked.connect(self.day_dropped)
        content = QWidget()
        self._row = row = QHBoxLayout(content)
        row.setContentsMargins(SPACE.pane_padding, 0, SPACE.pane_padding, 0)
        row.setSpacing(8)
        row.addWidget(self.menu_button)
        for name in ("back", "forward"):
            button = _icon_button(name, actions[name].text(), theme)
            button.setDefaultAction(actions[name])
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self.search, 4)
        row.addWidget(self.chip)
        row.addWidget(self.period_chip)
        row.addWidget(self.day_chip)
        row.addStretch(1)
        row.addWidget(_workspaces(actions))
        row.addSpacing(8)
        row.addWidget(self._languages(wording.code))
        row.addSpacing(8)
        self.sheet_button = self._sheet_button(actions)
        row.addWidget(self.sheet_button)
        content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.addWidget(content)

    def set_menu(self, menu: QMenu) -> None:
        self.menu_button.setMenu(menu)

    def show_chip(self, name: str | None) -> None:
        """Say to what the panes are restricted; None hides the chip."""
        words = "" if name is None else self._wording.say("only: {name}", name=name)
        self._tell(self.chip, words, self._wording.say("Show everything again"))

    def show_period(self, period: Date | None) -> None:
        """Say to which days the panes are kept; None hides the chip."""
        words = "" if period is None else self._wording.date(period, "short")
        self._tell(self.period_chip, words, self._wording.say("Show what is dated otherwise, too"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_chips()

    def show_day(self, day: date | None) -> None:
        """Say as of which day the state is shown; None, today, hides the chip."""
        words = "" if day is None else self._wording.say("as of {day}", day=self._short(day))
        self._tell(self.day_chip, words, self._wording.say("Show today again"))

    def _short(self, day: date) -> str:
        return self._wording.date(dated(day), "short")

    def _tell(self, chip: QPushButton, words: str, tip: str) -> None:
        """Word a chip, and what a click on it does; "" hides it."""
        if words != self._words.get(chip, ("", ""))[0]:
            announce(chip, words)
        chip.setVisible(bool(words))
        chip.setAccessibleName(f"{words}. {tip}")
        self._words[chip] = words, tip
        self._fit_chips()

    def _fit_chips(self) -> None:
        """Cut the words of the chips to the room that the rest of the bar leaves them."""
        shown = {chip: told for chip, told in self._words.items() if told[0]}
        if not shown:
            self._tighten(False)
            return
        self._tighten(False)
        if self._room_of_chip(len(shown)) < _READABLE:
            self._tighten(True)
        room = max(self._room_of_chip(len(shown)), _LEAST_ROOM)
        for chip, (words, tip) in shown.items():
            cut = QFontMetrics(chip.font()).elidedText(
                words, Qt.TextElideMode.ElideRight, max(room, _LEAST_ROOM)
            )
            chip.setText(f"{cut} ")  # an en space before the cross
            chip.setToolTip(tip if cut == words else f"{words}\n{tip}")

    def _room_of_chip(self, chips: int) -> int:
        """What the rest of the bar leaves for the words of each of some chips."""
        items = (self._row.itemAt(at) for at in range(self._row.count()))
        widgets = (item.widget() for item in items if item)
        rest = [each for each in widgets if each and each not in self._words]
        taken = sum(max(each.minimumSizeHint().width(), each.minimumWidth()) + 8 for each in rest) + _GAPS
        return min((self.width() - taken) // chips, _CHIP_WIDTH) - SPACE.icon - 40

    def _tighten(self, is_tight: bool) -> None:
        """Let the search field and the button of the sheet, which has a sign, give way to the chips."""
        self.search.tighten(is_tight)
        self.sheet_button.setText("" if is_tight else self._wording.say("Make sheet"))

    def _chip(self, name: str) -> QPushButton:
        chip = QPushButton()
        chip.setObjectName(name)
        chip.setProperty("look", "chip")
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the words
        set_icon(chip, "close", "muted", self._theme, gap=0)
        chip.hide()
        return chip

    def _languages(self, current: str) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        group = QButtonGroup(box)
        for code in LANGUAGES:
            button = QToolButton()
            button.setObjectName(f"language_{code}")
            button.setText(code.upper())
            button.setAccessibleName(f"{code.upper()}, {self._wording.label('language', code)}")
            button.setToolTip(self._wording.label("language", code))
            button.setProperty("look", "segment")
            button.setCheckable(True)
            button.setChecked(code == current)
            group.addButton(button)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, code=code: self.language_chosen.emit(code))
            row.addWidget(button)
        return box

    def _sheet_button(self, actions: Actions) -> QPushButton:
        button = QPushButton(self._wording.say("Make sheet"))
        button.setObjectName("make_sheet")
        button.setAccessibleName(button.text())
        button.setProperty("look", "primary")
        set_icon(button, "sheet", "on_accent", self._theme)
        action = actions["save_sheet"]

        def follow() -> None:
            button.setEnabled(action.isEnabled())
            button.setToolTip(action.toolTip())

        action.changed.connect(follow)
        button.clicked.connect(action.trigger)
        follow()
        return button


def _workspaces(actions: Actions) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    for name in ("workspace_browse", "workspace_brief"):
        button = QToolButton()
        button.setDefaultAction(actions[name])
        button.setObjectName(name)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setProperty("look", "segment")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(button)
    return box


def _icon_button(name: str, text: str, theme: Theme) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setProperty("look", "icon")
    button.setIcon(icon(name, "text", theme))
    button.setIconSize(QSize(SPACE.icon, SPACE.icon))
    button.setAccessibleName(text)
    button.setToolTip(text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
