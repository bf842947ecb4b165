"""The pages of a sheet as they lie in the preview, and the desk on which they are moved and magnified."""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from resources.tokens import SPACE
from ui.panes.accessible import Part, Role, parts_changed
from ui.style import Theme

if TYPE_CHECKING:
    from dossier.language import Wording

_MARGIN = SPACE.pane_padding
_WIDTH = 210 / 25.4 * 96  # pixels of an A4 page at its real size on a screen of 96 dpi
_RATIO = 297 / 210
WORDS = "words"  # what a picture of a page carries of its text


class Pages(QWidget):
    """The pages below each other, each with a hairline round it. Pictures of another zoom are stretched."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._busy = False
        self.zoom = 1.0
        self.images: list[QImage] = []

    @property
    def page_width(self) -> int:
        return max(round(_WIDTH * self.zoom), 1)

    def fitting(self, room: QSize, *, whole: bool) -> float:
        """The zoom at which a page is as wide as there is room, or all of it is seen."""
        wide = (room.width() - 2 * _MARGIN) / _WIDTH
        high = (room.height() - 2 * _MARGIN) / (_WIDTH * self._ratio(0))
        return max(min(wide, high) if whole else wide, 0.05)

    def show_images(self, images: list[QImage]) -> None:
        self.images = images
        self._resize()

    def set_zoom(self, zoom: float) -> None:
        self.zoom = zoom
        self._resize()

    def set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.update()

    def sizeHint(self) -> QSize:
        bottom = self.boxes()[-1].bottom() + 1 if self.images else 0
        return QSize(self.page_width + 2 * _MARGIN, bottom + _MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("background"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(self._theme.color("border"), 1))
        for box, image in zip(self.boxes(), self.images, strict=True):
            painter.setOpacity(0.5 if self._busy else 1.0)
            painter.drawImage(box, image)
            painter.setOpacity(1.0)
            painter.drawRect(box.adjusted(-1, -1, 0, 0))
        painter.end()

    def _ratio(self, page: int) -> float:
        if page < len(self.images):
            return self.images[page].height() / self.images[page].width()
        return _RATIO

    def boxes(self) -> list[QRect]:
        """Where each page lies."""
        boxes: list[QRect] = []
        top, width = _MARGIN, self.page_width
        left = max((self.width() - width) // 2, _MARGIN)
        for page in range(len(self.images)):
            boxes.append(QRect(left, top, width, round(width * self._ratio(page))))
            top = boxes[-1].bottom() + 1 + _MARGIN
        return boxes

    def _resize(self) -> None:
        self.setMinimumSize(self.sizeHint())
        self.update()


class Desk(QScrollArea):
    """Scrolls over the pages; Ctrl with the wheel zooms."""

    zoomed = Signal(bool)  # nearer
    parts_role = Role.Document

    def __init__(self, pages: Pages, wording: "Wording") -> None:
        super().__init__()
        self._pages = pages
        self._wording = wording
        self.setAccessibleName(wording.say("Pages of the sheet"))
        self.setWidgetResizable(True)
        self.setWidget(pages)
        self.setProperty("look", "desk")

    @property
    def room(self) -> QSize:
        """What there is for pages beside an upright scroll bar."""
        inner = self.contentsRect().size()
        return QSize(inner.width() - self.verticalScrollBar().sizeHint().width(), inner.height())

    def keeping_middle(self, change: Callable[[], None]) -> None:
        """Change the size of the pages and keep in the middle what was there."""
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        shares = [(bar.value() + bar.pageStep() / 2) / max(bar.maximum() + bar.pageStep(), 1) for bar in bars]
        change()
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))  # the bars learn of the new size
        for bar, share in zip(bars, shares, strict=True):
            bar.setValue(round(share * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    def parts(self) -> list[Part]:
        """The pages with their words, for screen readers."""
        say, pages = self._wording.say, self._pages
        return [
            Part(
                number,
                say("Page {n} of {m}", n=number, m=len(pages.images)),
                box.translated(pages.pos()),
                image.text(WORDS),
                Role.Paragraph,
                can_press=False,
            )
            for number, (box, image) in enumerate(zip(pages.boxes(), pages.images, strict=True), 1)
        ]

    def current_part(self) -> None:
        return None

    def press_part(self, key: Hashable) -> None:
        """A page does nothing."""

    def scrollContentsBy(self, x: int, y: int) -> None:
        super().scrollContentsBy(x, y)
        parts_changed(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoomed.emit(event.angleDelta().y() > 0)
            event.accept()
        else:
            super().wheelEvent(event)
