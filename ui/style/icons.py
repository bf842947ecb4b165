"""The shipped line icons in the colours of the theme, drawn once for each colour, size and pixel ratio."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

import resources
from resources.tokens import SPACE
from ui.style.theme import Theme

# What was said takes the hue of events, any place that of regions, a post that of its person.
_HUES = {"statement": "event", "place": "region", "post": "person", "country": "region", "city": "region"}
_KINDS = ("person", "organization", "initiative", "event", "region", "source")


def kind_icon(kind: str) -> str:
    """The name of a kind's icon; a page for a kind that has none of its own."""
    own = (*_KINDS, "statement", "place", "post", "note")
    return kind if kind in own else "source"


def kind_token(kind: str) -> str:
    """The name of the colour of a kind's icon, kind word and marks."""
    hue = _HUES.get(kind, kind)
    return hue if hue in _KINDS else "muted"


def pixmap(name: str, token: str, theme: Theme, dpr: float = 1.0, size: int = SPACE.icon) -> QPixmap:
    """An icon as a picture of `size` device-independent pixels, for painting by hand."""
    return _render(name, getattr(theme.tokens, token), size, dpr)


def icon(name: str, token: str, theme: Theme, *, size: int = SPACE.icon, gap: int = 0) -> QIcon:
    """An icon for buttons and menus, sharp on every screen there is, `dimmed` when disabled.

    `gap` adds room at its right, as Qt sets a button's words but 4 px from the icon: ask for the icon size
    (size + gap, size) then.
    """
    return _icon(name, getattr(theme.tokens, token), theme.tokens.dimmed, size, gap, _ratios())


def tick(theme: Theme) -> QIcon:
    """The icon of what can be on or off in a menu: a tick, or the room for one."""
    made = QIcon()
    for ratio in _ratios():
        on = _render("check", theme.tokens.accent, SPACE.icon, ratio)
        off = QPixmap(on.size())
        off.fill(Qt.GlobalColor.transparent)
        off.setDevicePixelRatio(ratio)
        made.addPixmap(on, QIcon.Mode.Normal, QIcon.State.On)
        made.addPixmap(off, QIcon.Mode.Normal, QIcon.State.Off)
    return made


def set_icon(button: QAbstractButton, name: str, token: str, theme: Theme, *, gap: int = SPACE.grid) -> None:
    """Give a button that has words an icon before them."""
    button.setIcon(icon(name, token, theme, gap=gap))
    button.setIconSize(QSize(SPACE.icon + gap, SPACE.icon))


def _ratios() -> frozenset[float]:
    return frozenset(screen.devicePixelRatio() for screen in QGuiApplication.screens()) | {1.0}


@lru_cache(maxsize=1024)
def _render(name: str, colour: str, size: int, dpr: float, gap: int = 0) -> QPixmap:
    drawing = resources.read_bytes("icons", f"{name}.svg").replace(b"currentColor", colour.encode())
    picture = QPixmap(round((size + gap) * dpr), round(size * dpr))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, size * dpr, size * dpr))
    painter.end()
    picture.setDevicePixelRatio(dpr)
    return picture


@lru_cache(maxsize=512)
def _icon(name: str, colour: str, dimmed: str, size: int, gap: int, ratios: frozenset[float]) -> QIcon:
    made = QIcon()
    for ratio in ratios:
        made.addPixmap(_render(name, colour, size, ratio, gap), QIcon.Mode.Normal)
        made.addPixmap(_render(name, dimmed, size, ratio, gap), QIcon.Mode.Disabled)
    return made
