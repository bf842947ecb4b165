"""The bar at the top: menu, way back and forward, search, what alone is shown, language, and the sheet."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
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
from resources.tokens import SPACE
from ui.actions import Actions
from ui.search.field import SearchField
from ui.style import Theme, icon, set_icon

_CHIP_WIDTH = 260


class ToolBar(QToolBar):
    """Fixed at the top of the window."""

    language_chosen = Signal(str)

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
        self.menu_button = _icon_button("menu", wording.say("Menu"), theme)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.search = SearchField(theme, wording)
        self.chip = self._chip(actions)
        content = QWidget()
        row = QHBoxLayout(content)
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
        self.chip.setVisible(name is not None)
        if name is not None:
            words = self._wording.say("only: {name}", name=name)
            room = _CHIP_WIDTH - SPACE.icon - 40
            shown = QFontMetrics(self.chip.font()).elidedText(words, Qt.TextElideMode.ElideRight, room)
            self.chip.setText(f"{shown} ")  # an en space before the cross
            tip = self._wording.say("Show everything again")
            self.chip.setToolTip(tip)
            self.chip.setAccessibleName(f"{words}. {tip}")

    def _chip(self, actions: Actions) -> QPushButton:
        chip = QPushButton()
        chip.setObjectName("chip")
        chip.setProperty("look", "chip")
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the words
        set_icon(chip, "close", "muted", self._theme, gap=0)
        chip.clicked.connect(actions["show_all"].trigger)
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
            button.setAccessibleName(self._wording.label("language", code))
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
        button.setAccessibleName(actions[name].toolTip())
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
