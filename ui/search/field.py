"""The search field of the tool bar: what is typed in it, and the keys that steer the panel under it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton

from dossier.language import Wording
from ui.style import Theme, icon, pixmap

_WIDTH = 480
_LEAST_WIDTH, _TIGHT_WIDTH = 220, 120
_HEIGHT = 36


class SearchField(QFrame):
    """A line to type in. The focus stays here while the arrows run through the hits."""

    typed = Signal(str)
    stepped = Signal(int)  # 1 or -1 hits on, larger for a page
    entered = Signal(bool)  # whether with Shift
    left = Signal(bool)  # Tab (True) or Shift+Tab (False) goes on to the panel
    sheet_refused = Signal()
    copy_wanted = Signal()
    went_right = Signal()  # the right arrow, with nothing behind the cursor
    pin_toggled = Signal()
    started = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self.setObjectName("search")
        self.setProperty("look", "search")
        self.setFixedHeight(_HEIGHT)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setMaximumWidth(_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        glass = QLabel()
        glass.setPixmap(pixmap("search", "muted", theme, self.devicePixelRatioF()))
        self.line = QLineEdit()
        self.line.setProperty("look", "bare")
        self.line.setPlaceholderText(wording.say("Search people, agencies, initiatives, words of a source"))
        self.line.setAccessibleName(wording.say("Search"))
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._text_changed)
        self.pin = self._pin(theme)
        self._key = QLabel("Ctrl+K")
        self._key.setProperty("look", "key")
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 0, 10, 0)
        row.setSpacing(8)
        row.addWidget(glass)
        row.addWidget(self.line, 1)
        row.addWidget(self.pin)
        row.addWidget(self._key)
        self.setFocusProxy(self.line)

    def _pin(self, theme: Theme) -> QToolButton:
        pin = QToolButton()
        pin.setProperty("look", "small-icon")
        pin.setIcon(icon("pin", "text", theme))
        pin.setCheckable(True)
        pin.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words = self._wording.say("Pin this search, or let it go")
        pin.setToolTip(f"{words} (Ctrl+D)")
        pin.setAccessibleName(words)
        pin.clicked.connect(self.pin_toggled)
        pin.hide()
        return pin

    @property
    def text(self) -> str:
        return self.line.text()

    @property
    def _has_selection(self) -> bool:
        return self.line.hasSelectedText()

    def start(self) -> None:
        """Take the focus, with what was typed before ready to be overwritten."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self.started.emit()

    @property
    def is_waiting(self) -> bool:
        """Whether it has the focus with nothing typed yet."""
        return self.line.hasFocus() and not self.text.strip()

    @property
    def cursor_at(self) -> int:
        """Where the cursor is, counted in code points; Qt counts UTF-16 units."""
        units = self.text.encode("utf-16-le", "surrogatepass")[: 2 * self.line.cursorPosition()]
        return len(units.decode("utf-16-le", "replace"))

    def replace(self, start: int, end: int, text: str) -> None:
        """Put a text in the place of another, with the cursor behind it, as one step of undo."""
        before, after = self.text[:start] + text, self.text[end:]
        self.line.selectAll()
        self.line.insert(before + after)
        self.line.setCursorPosition(len(before.encode("utf-16-le", "surrogatepass")) // 2)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def tighten(self, is_tight: bool) -> None:
        """Give way to what stands beside it, as far as a word can still be read."""
        self.setMinimumWidth(_TIGHT_WIDTH if is_tight else _LEAST_WIDTH)
        self._key.setVisible(not is_tight)

    def show_pin(self, on: bool | None) -> None:
        """Show whether what is typed is pinned; None where it can't be."""
        self.pin.setVisible(on is not None and bool(self.text.strip()))
        self.pin.setChecked(bool(on))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._steer(event)
        if isinstance(event, QFocusEvent):
            self._show_focus(event.gotFocus())
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)

    def _steer(self, event: QKeyEvent) -> bool:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_PageDown:
                self.stepped.emit(8)
            case Qt.Key.Key_PageUp:
                self.stepped.emit(-8)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                # Ctrl+Enter makes the sheet; it gets here where there is none to be made.
                if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self.sheet_refused.emit()
                else:
                    self.entered.emit(shift)
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab if self.text.strip():
                self.left.emit(event.key() == Qt.Key.Key_Tab)
            case Qt.Key.Key_C if event.matches(QKeySequence.StandardKey.Copy) and not self._has_selection:
                self.copy_wanted.emit()
            case Qt.Key.Key_D if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.pin_toggled.emit()
            case Qt.Key.Key_Right if self.line.cursorPosition() == len(self.line.text()) and not shift:
                self.went_right.emit()
                return False
            case Qt.Key.Key_Escape:
                self.closed.emit()
            case _:
                return False
        return True

    def _text_changed(self, text: str) -> None:
        self._key.setText(self._wording.about("key", "Esc") if text else "Ctrl+K")
        self.typed.emit(text)

    def _show_focus(self, on: bool) -> None:
        self.setProperty("active", on)
        self.style().unpolish(self)
        self.style().polish(self)
