"""A part of a widget painted once, to be laid down in other frames: in whole pixels of the screen.

So it stays as sharp as it was painted, on any screen, also where 100 % of the text is 1.25 of its pixels.
"""

from collections.abc import Callable
from math import ceil, floor

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap


class Kept:
    """The picture of an area of a widget."""

    def __init__(self, area: QRectF, ratio: float, paint: Callable[[QPainter], None]) -> None:
        self._ratio = ratio
        self._left, self._top = floor(area.left() * ratio), floor(area.top() * ratio)
        self.picture = QPixmap(
            ceil(area.right() * ratio) - self._left, ceil(area.bottom() * ratio) - self._top
        )
        self.picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self.picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self._left, -self._top)
        painter.scale(ratio, ratio)
        paint(painter)
        painter.end()

    def lay(self, painter: QPainter, moved: float = 0.0, lowered: float = 0.0) -> None:
        """Where it was painted, or some pixels beside or below."""
        ratio = self._ratio
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        painter.drawPixmap(
            self._left + round(moved * ratio), self._top + round(lowered * ratio), self.picture
        )
        painter.restore()


class KeptParts:
    """What of a widget seldom changes, by name, each part as it was painted last."""

    def __init__(self) -> None:
        self._parts: dict[str, tuple[tuple[object, ...], Kept]] = {}

    def lay(
        self,
        painter: QPainter,
        name: str,
        shows: tuple[object, ...],
        area: QRectF,
        paint: Callable[[QPainter], None],
    ) -> None:
        """Paint a part, anew where it shows something else than before."""
        ratio = painter.device().devicePixelRatioF()
        shows = (*shows, area, ratio)
        before = self._parts.get(name)
        if before is None or not _same(shows, before[0]):
            before = self._parts[name] = shows, Kept(area, ratio, paint)
        before[1].lay(painter)


def _same(some: tuple[object, ...], others: tuple[object, ...]) -> bool:
    """Whether lists are the very same, not only equal, which would have to be found out one by one."""
    return all(
        one is other or (not isinstance(one, list) and one == other)
        for one, other in zip(some, others, strict=True)
    )
