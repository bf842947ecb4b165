"""The line at the foot of the window: the file, what it holds, what is related, and whether all is saved."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from dossier.language import N_, Wording
from dossier.model.dates import day as dated
from resources.tokens import SPACE
from ui.panes.speaking import announce
from ui.style import Theme, pixmap

_MESSAGE_MS = 8_000
_COUNTED = {
    "person": (N_("{n} person"), N_("{n} people")),
    "organization": (N_("{n} organization"), N_("{n} organizations")),
    "region": (N_("{n} region"), N_("{n} regions")),
    "initiative": (N_("{n} initiative"), N_("{n} initiatives")),
    "event": (N_("{n} event"), N_("{n} events")),
    "source": (N_("{n} source"), N_("{n} sources")),
}
_OF_THE_FILE = ("person", "organization", "initiative", "event", "source")


class StatusLine(QStatusBar):
    """Labels only; a message stands in place of the counts for a while, or until the next one."""

    cancelled = Signal()

    def __init__(self, theme: Theme, wording: Wording) -> None:
        super().__init__()
        self._theme = theme
        self._wording = wording
        self._counts = ""
        self.setProperty("look", "status")
        self.setFixedHeight(SPACE.status_bar)
        self.setSizeGripEnabled(False)
        self.file = QLabel()
        self.protection = QLabel()
        self.protection.setObjectName("protection")
        self.day = QLabel()
        self.day.setObjectName("day")
        self.day.setProperty("look", "other-day")
        self.day.hide()
        self.middle = _Elided()
        self.middle.setObjectName("counts")
        self.related = _Elided()
        self.related.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.related.setObjectName("related")
        self.saved = QLabel()
        self.saved.setObjectName("saved")
        self._related_sign, self._saved_sign = QLabel(), QLabel()
        self._related_sign.setPixmap(self._sign("link", "related_bar"))
        self._work = _Work(wording)
        self._work.cancel.clicked.connect(self.cancelled)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._end_message)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(SPACE.pane_padding, 0, SPACE.pane_padding, 0)
        row.setSpacing(6)
        row.addWidget(self.file)
        row.addSpacing(14)
        row.addWidget(self.protection)
        row.addSpacing(14)
        row.addWidget(self.day)
        row.addSpacing(8)
        row.addWidget(self.middle, 1)
        row.addWidget(self._work)
        row.addWidget(self._related_sign)
        row.addWidget(self.related)
        row.addSpacing(14)
        row.addWidget(self._saved_sign)
        row.addWidget(self.saved)
        self.addWidget(content, 1)
        self.show_related("", {})

    def show_file(self, path: Path, *, read_only: bool, is_protected: bool) -> None:
        self.file.setText(path.name)
        self.file.setToolTip(str(path))
        say = self._wording.say
        self.protection.setText(say("Encrypted") if is_protected else say("Not encrypted"))
        self.protection.setToolTip(
            say("Only the passphrase opens this file.")
            if is_protected
            else say("Whoever gets at the file can read it. “Protect with a passphrase…” encrypts it.")
        )
        if read_only:
            self.warn(say("Read-only"))
        else:
            self.saved.setText(say("All changes saved"))
            self._saved_sign.setPixmap(self._sign("check", "success"))

    def warn(self, words: str) -> None:
        """Say that not all is saved as it should be, and why."""
        self.saved.setText(words)
        self._saved_sign.setPixmap(self._sign("warning", "muted"))
        announce(self.saved, words)

    def show_day(self, day: date | None) -> None:
        """Say all the time that the window shows another day than today; None is today."""
        words = ""
        if day is not None:
            shown = self._wording.date(dated(day), "of")
            words = self._wording.say("Shows the state as of {date}, not today", date=shown)
        self.day.setText(words)
        self.day.setVisible(bool(words))

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """What the dossier holds."""
        shown = [self._count(kind, counts.get(kind, 0)) for kind in _OF_THE_FILE if counts.get(kind)]
        self._counts = " · ".join(shown) or self._wording.say("The dossier is empty.")
        self._end_message()

    def show_related(self, name: str, counts: Mapping[str, int]) -> None:
        """How much is related to what is selected, for those who can't see the marks."""
        shown = [self._count(kind, counts.get(kind, 0)) for kind in _COUNTED if counts.get(kind)]
        words = ""
        if name and shown:
            words = self._wording.say("Related to {name}: {what}", name=name, what=", ".join(shown))
        elif name:
            words = self._wording.say("Nothing is related to {name}.", name=name)
        if words != self.related.text():
            announce(self.related, words)
        self.related.setText(words)
        self._related_sign.setVisible(bool(shown) and bool(name))

    def say(self, message: str) -> None:
        """Show a sentence for a while."""
        self.middle.setText(message)
        announce(self.middle, message)
        self._timer.start(_MESSAGE_MS)

    def show_work(self, label: str) -> None:
        """Name the long work that is under way; "" when there is none."""
        self._work.show_label(label)

    def _end_message(self) -> None:
        self._timer.stop()
        self.middle.setText(self._counts)

    def _count(self, kind: str, number: int) -> str:
        one, many = _COUNTED[kind]
        return self._wording.count(one, many, number)

    def _sign(self, name: str, token: str) -> QPixmap:
        return pixmap(name, token, self._theme, self.devicePixelRatioF())


class _Elided(QLabel):
    """A label that gives way where there is no room, and tells the rest when the pointer rests on it."""

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 1, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment(), shown)
        painter.end()


class _Work(QWidget):
    """Long work: what it is, that it goes on, and how to stop it."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._label = QLabel()
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(80)
        self.cancel = QPushButton(wording.say("Cancel"))
        self.cancel.setProperty("look", "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 14, 0)
        row.addWidget(self._label)
        row.addWidget(bar)
        row.addWidget(self.cancel)
        self.hide()

    def show_label(self, label: str) -> None:
        self._label.setText(label)
        self.setVisible(bool(label))
