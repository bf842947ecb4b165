"""The live preview of the selected record's sheet: the very page that is saved and printed."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from dossier.language import Wording
from resources.tokens import SPACE
from ui.panes.accessible import parts_changed
from ui.panes.pane import EmptyNote, icon_button
from ui.panes.sheet_pages import Desk, Pages
from ui.style import Theme, set_icon

_FOOT = 34
_STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0)  # of the page's real size, as a screen of 96 dpi has it
_NEARER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_SAME = 0.01  # a step that would change less is passed over


class SheetPane(QWidget):
    """Shows a PDF, sharp at every zoom and pixel ratio; while a new one is made, the old one stays, dimmed.

    Whoever hears `pages_wanted` draws the pages and gives them to `show_pages`. Plus and minus zoom, with or
    without Ctrl, as Ctrl with the wheel does; 0 fits the width and 9 the whole page.
    """

    save_requested = Signal()
    print_requested = Signal()
    pages_wanted = Signal(object, int)  # the PDF, and how many pixels wide its pages are to be

    def __init__(self, theme: Theme, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setAccessibleName(wording.say("Sheet"))
        self._wording = wording
        self._pdf: bytes | None = None
        self._zoom: float | None = None  # None while the page follows the pane
        self._whole_page = False
        self.pages = Pages(theme)
        self.desk = Desk(self.pages, wording)
        self.desk.zoomed.connect(self.zoom)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head(theme))
        column.addWidget(self.desk, 1)
        column.addWidget(self._foot(theme))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(
            EmptyNote(
                wording.say("Select a person, organization, initiative, region or event to see its sheet.")
            )
        )
        self._stack.addWidget(full)

    @property
    def pdf(self) -> bytes | None:
        """The sheet that is shown."""
        return self._pdf

    @property
    def page_count(self) -> int:
        return len(self.pages.images)

    def show_pdf(self, pdf: bytes | None) -> None:
        """Show a sheet; None says that what is selected has none."""
        self._pdf = pdf
        self._stack.setCurrentIndex(0 if pdf is None else 1)
        self._note.setText("")
        self._save.setEnabled(pdf is not None)
        self._print.setEnabled(pdf is not None)
        if pdf is None:
            self.pages.set_busy(False)
            self.pages.show_images([])
        self._draw()

    def show_pages(self, images: list[QImage]) -> None:
        """The pages of the sheet, as they were asked for."""
        if self._pdf is not None:
            self.pages.set_busy(False)
            self.pages.show_images(images)
            parts_changed(self.desk)

    def show_busy(self) -> None:
        """Say that a new sheet is being made."""
        self.pages.set_busy(True)
        self._note.setText(self._wording.say("Making the sheet …"))

    def zoom(self, nearer: bool) -> None:
        """One step nearer or farther."""
        now = self.pages.zoom
        steps = [step for step in _STEPS if (step > now + _SAME if nearer else step < now - _SAME)]
        if steps:
            self._zoom = steps[0] if nearer else steps[-1]
            self._draw()

    def fit(self, *, whole_page: bool) -> None:
        """Let the page follow the pane: its width, or the whole of it."""
        self._zoom, self._whole_page = None, whole_page
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _NEARER or key == Qt.Key.Key_Minus:
            self.zoom(key in _NEARER)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_9):
            self.fit(whole_page=key == Qt.Key.Key_9)
        else:
            super().keyPressEvent(event)

    def _draw(self) -> None:
        """Give the pages their size at once, and ask for pictures that are sharp at it."""
        if self._pdf is None or not self.isVisible():
            return
        room = self.desk.room
        zoom = self._zoom or self.pages.fitting(room, whole=self._whole_page)
        self.desk.keeping_middle(lambda: self.pages.set_zoom(zoom))
        self._percent.setText(self._wording.say("{n}%", n=self._wording.number(round(zoom * 100))))
        self._farther.setEnabled(zoom > _STEPS[0] + _SAME)
        self._nearer.setEnabled(zoom < _STEPS[-1] - _SAME)
        self._fit_width.setChecked(self._zoom is None and not self._whole_page)
        self._fit_page.setChecked(self._zoom is None and self._whole_page)
        self.pages_wanted.emit(self._pdf, round(self.pages.page_width * self.devicePixelRatioF()))

    def _head(self, theme: Theme) -> QWidget:
        head = QWidget()
        head.setProperty("look", "header")
        row = QHBoxLayout(head)
        row.setContentsMargins(SPACE.pane_padding, SPACE.grid * 2, SPACE.pane_padding, SPACE.grid * 2)
        row.setSpacing(SPACE.grid * 2)
        self._save = QPushButton(self._wording.say("Save as PDF"))
        self._print = QPushButton(self._wording.about("verb", "Print"))
        for button, name, picture in ((self._save, "save", "sheet"), (self._print, "print", "print")):
            button.setObjectName(name)
            set_icon(button, picture, "text", theme)
            row.addWidget(button)
        self._save.clicked.connect(self.save_requested)
        self._print.clicked.connect(self.print_requested)
        row.addStretch(1)
        return head

    def _foot(self, theme: Theme) -> QWidget:
        say = self._wording.say
        foot = QWidget()
        foot.setProperty("look", "desk-foot")
        foot.setFixedHeight(_FOOT)
        self._note = QLabel()
        self._note.setProperty("look", "second")
        self._farther = icon_button(theme, "minus", f"{say('Zoom out')} (−)")
        self._percent = QLabel()
        self._percent.setObjectName("percent")
        self._percent.setProperty("look", "second")
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._percent.setFixedWidth(self.fontMetrics().horizontalAdvance("000 %"))
        self._nearer = icon_button(theme, "plus", f"{say('Zoom in')} (+)")
        self._fit_width = icon_button(theme, "fit-width", f"{say('Fit the width')} (0)")
        self._fit_page = icon_button(theme, "fit-page", f"{say('Show the whole page')} (9)")
        self._farther.clicked.connect(lambda: self.zoom(False))
        self._nearer.clicked.connect(lambda: self.zoom(True))
        for button, whole in ((self._fit_width, False), (self._fit_page, True)):
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, whole=whole: self.fit(whole_page=whole))
        row = QHBoxLayout(foot)
        row.setContentsMargins(SPACE.pane_padding, 0, SPACE.grid * 2, 0)
        row.setSpacing(0)
        row.addWidget(self._note, 1)
        for widget in (self._farther, self._percent, self._nearer):
            row.addWidget(widget)
        row.addSpacing(SPACE.grid * 2)
        row.addWidget(self._fit_width)
        row.addWidget(self._fit_page)
        return foot
