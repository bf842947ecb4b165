"""The bar that asks for the day whose state the whole window shows: typed, drawn, or stepped to by keys."""

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSlider, QVBoxLayout, QWidget

from dossier.language.typed_dates import read_date
from dossier.model.dates import day as dated
from dossier.model.errors import DossierError
from resources.tokens import SPACE
from ui.panes.pane import icon_button
from ui.panes.speaking import announce
from ui.style import Theme

if TYPE_CHECKING:
    from dossier.language import Wording

_SETTLING = 60  # ms after which the day under a slider that moves is shown
_LINE = 128
_PAGE = "PgUp / PgDn"
_STEPS = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -1, Qt.Key.Key_PageUp: 1,
}  # fmt: skip
_PAGES = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_CONTROL = Qt.KeyboardModifier.ControlModifier


class DayBar(QWidget):
    """Arrow keys step by a day, Page keys by a month, with Ctrl by a year; Home and End go to the ends."""

    moved = Signal(object)  # date, while it goes on being changed
    chosen = Signal(object)  # date, typed
    dropped = Signal()  # today again
    room_wanted = Signal(int)  # its height while it shows, else 0

    def __init__(self, theme: Theme, wording: "Wording", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._day = date.min
        self._today = date.min
        say = wording.say
        label = QLabel(say("As of"))
        label.setProperty("look", "second")
        self.line = QLineEdit()
        self.line.setFixedWidth(_LINE)
        self.line.setAccessibleName(say("Day whose state is shown"))
        self.line.editingFinished.connect(self._read)
        label.setBuddy(self.line)
        self.slider = DaySlider(self)
        self.slider.setAccessibleName(say("Day whose state is shown"))
        tip = say(
            "Arrow keys: a day; {page}: a month; {control}: a year", page=_PAGE, control=f"Ctrl+{_PAGE}"
        )
        self.slider.setToolTip(tip)
        self.slider.valueChanged.connect(self._slide)
        self.today = QPushButton(say("Today"))
        self.today.setProperty("look", "link")
        self.today.clicked.connect(self.dropped)
        self.close_button = icon_button(theme, "close", say("Show today again"), self)
        self.close_button.clicked.connect(self.dropped)
        self._complaint = QLabel(say("This is no day of the calendar. Type one, such as 19 June 2024."))
        self._complaint.setProperty("look", "complaint")
        self._complaint.setWordWrap(True)
        self._complaint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.pane_padding, 2, SPACE.grid * 2, 2)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._complaint)
        row.addWidget(label)
        row.addWidget(self.line)
        row.addWidget(self.slider, 1)
        row.addWidget(self.today)
        row.addWidget(self.close_button)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLING)
        self._settling.timeout.connect(lambda: self.moved.emit(self._day))
        self.hide()

    def show_day(self, day: date, today: date, first: date, last: date) -> None:
        """The day shown, today, and the days between which there is anything."""
        if self._settling.isActive():
            return  # the slider is further than what has been shown of it
        self._day, self._today = day, today
        self.slider.blockSignals(True)
        self.slider.setRange(min(first, day).toordinal(), max(last, today, day).toordinal())
        self.slider.setValue(day.toordinal())
        self.slider.blockSignals(False)
        self._write()

    def appear(self, shown: bool) -> None:
        """Show the bar, with room for it, or hide it."""
        self.setVisible(shown)
        self._ask_for_room()

    def take_focus(self) -> None:
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _write(self) -> None:
        self.line.setText(self._wording.date(dated(self._day), "short"))
        self.slider.setAccessibleDescription(self.line.text())
        self._complain(False)

    def _slide(self, value: int) -> None:
        self._day = date.fromordinal(value)
        self._write()
        self._settling.start()

    def _read(self) -> None:
        if self.line.text() == self._wording.date(dated(self._day), "short"):
            return
        found = _day(self.line.text())
        if found is None:
            self._complain(True)
            return
        self._day = found
        self._write()
        self.chosen.emit(self._day)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._complaint.isHidden():
            self._ask_for_room()  # in another width it has other lines

    def _complain(self, is_wrong: bool) -> None:
        if is_wrong:
            announce(self._complaint, self._complaint.text())
        if is_wrong == self._complaint.isHidden():
            self._complaint.setVisible(is_wrong)
            self._ask_for_room()

    def _ask_for_room(self) -> None:
        wrapped = self.heightForWidth(self.width())  # less than nothing while nothing wraps
        height = wrapped if wrapped >= 0 else self.sizeHint().height()
        self.room_wanted.emit(0 if self.isHidden() else height)


def _day(text: str) -> date | None:
    """The one day that was typed, None for anything else."""
    try:
        found = read_date(text)
    except DossierError:
        return None
    return found.earliest if found.earliest == found.latest else None


class DaySlider(QSlider):
    """A slider over days, which are their ordinals."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(60)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key not in _STEPS:
            super().keyPressEvent(event)
            return
        by, day = _STEPS[key], date.fromordinal(self.value())
        months = 0 if key not in _PAGES else 12 if event.modifiers() & _CONTROL else 1
        self.setValue(stepped(day, by * months).toordinal() if months else self.value() + by)


def stepped(day: date, months: int) -> date:
    """The same day some months further, or the last of a month that is too short for it."""
    count = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
