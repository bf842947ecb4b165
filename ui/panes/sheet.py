"""The live preview of the selected record's sheet: the very page that is saved and printed."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from dossier.language import Wording
from resources.tokens import SPACE
from ui.panes.pane import EmptyNote
from ui.pdf_pages import page_images
from ui.style import Theme, set_icon

_MARGIN = SPACE.pane_padding


class SheetPane(QWidget):
    """Shows a PDF, sharp at every pixel ratio; while a new one is being made, the old one stays, dimmed."""

    save_requested = Signal()
    print_requested = Signal()

    def __init__(self, theme: Theme, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setAccessibleName(wording.say("Sheet"))
        self._wording = wording
        self._pdf: bytes | None = None
        self._pages = _Pages(theme)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._pages)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setProperty("look", "desk")
        self._scroll.setAccessibleName(wording.say("Pages of the sheet"))
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head(theme))
        column.addWidget(self._scroll, 1)
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
        return len(self._pages.images)

    def show_pdf(self, pdf: bytes | None) -> None:
        """Show a sheet; None says that what is selected has none."""
        self._pdf = pdf
        self._stack.setCurrentIndex(0 if pdf is None else 1)
        self._pages.set_busy(False)
        self._note.setText("")
        self._save.setEnabled(pdf is not None)
        self._print.setEnabled(pdf is not None)
        self._render()

    def show_busy(self) -> None:
        """Say that a new sheet is being made."""
        self._pages.set_busy(True)
        self._note.setText(self._wording.say("Making the sheet …"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._render()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._render()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._render()

    def _render(self) -> None:
        if self._pdf is None:
            self._pages.show_images([], 1.0)
            return
        if not self.isVisible():
            return
        ratio = self.devicePixelRatioF()
        width = self.width() - 2 * _MARGIN - self._scroll.verticalScrollBar().sizeHint().width()
        self._pages.show_images(page_images(self._pdf, max(1, round(width * ratio))), ratio)

    def _head(self, theme: Theme) -> QWidget:
        head = QWidget()
        head.setProperty("look", "header")
        row = QHBoxLayout(head)
        row.setContentsMargins(_MARGIN, SPACE.grid * 2, _MARGIN, SPACE.grid * 2)
        row.setSpacing(SPACE.grid * 2)
        self._save = QPushButton(self._wording.say("Save as PDF"))
        self._print = QPushButton(self._wording.about("verb", "Print"))
        for button, name, picture in ((self._save, "save", "sheet"), (self._print, "print", "print")):
            button.setObjectName(name)
            set_icon(button, picture, "text", theme)
            row.addWidget(button)
        self._save.clicked.connect(self.save_requested)
        self._print.clicked.connect(self.print_requested)
        self._note = QLabel()
        self._note.setProperty("look", "second")
        row.addStretch(1)
        row.addWidget(self._note)
        return head


class _Pages(QWidget):
    """The pages below each other, each with a hairline round it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._busy = False
        self.images: list[QImage] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_images(self, images: list[QImage], ratio: float) -> None:
        for image in images:
            image.setDevicePixelRatio(ratio)
        self.images = images
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.update()

    def sizeHint(self) -> QSize:
        heights = [round(image.deviceIndependentSize().height()) + _MARGIN for image in self.images]
        return QSize(0, _MARGIN + sum(heights))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("background"))
        painter.setPen(QPen(self._theme.color("border"), 1))
        top = _MARGIN
        for image in self.images:
            size = image.deviceIndependentSize()
            left = round((self.width() - size.width()) / 2)
            painter.setOpacity(0.5 if self._busy else 1.0)
            painter.drawImage(left, top, image)
            painter.setOpacity(1.0)
            painter.drawRect(left - 1, top - 1, round(size.width()) + 1, round(size.height()) + 1)
            top += round(size.height()) + _MARGIN
        painter.end()
