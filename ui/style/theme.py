"""The look that panes are given: the colours of the scheme in force, and fonts by role."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from PySide6.QtGui import QColor, QFont

from resources.tokens import (
    DARK,
    HIGH_CONTRAST_DARK,
    HIGH_CONTRAST_LIGHT,
    LIGHT,
    WINDOW_TYPE,
    Tokens,
    TypeStyle,
)

FAMILY = "Source Sans 3"

Role = Literal["row", "second", "name", "title", "lead", "source", "axis", "cite"]
_STYLES: dict[str, TypeStyle] = {
    "row": WINDOW_TYPE.body,
    "second": WINDOW_TYPE.small,
    "name": WINDOW_TYPE.name,
    "title": WINDOW_TYPE.title,
    "lead": WINDOW_TYPE.lead,
    "source": WINDOW_TYPE.source,
    "axis": WINDOW_TYPE.axis,
    "cite": WINDOW_TYPE.citation,
}


@dataclass(frozen=True, slots=True)
class Theme:
    """One look of the window. Everything painted by hand takes its colours and fonts from here."""

    tokens: Tokens

    @property
    def dark(self) -> bool:
        return QColor(self.tokens.background).lightnessF() < 0.5

    def color(self, token: str, alpha: float = 1.0) -> QColor:
        """The colour of a token ("related"), made see-through by an alpha below 1."""
        return QColor(_color(getattr(self.tokens, token), alpha))

    def blend(self, token: str, ground: str, share: float = 0.5) -> QColor:
        """A token laid over another at `share` of its strength (a selection in a pane without focus)."""
        over, under = self.color(token), self.color(ground)
        mixed = [
            round(a * share + b * (1 - share))
            for a, b in zip(over.getRgb(), under.getRgb(), strict=True)  # type: ignore[call-overload]
        ]
        return QColor(*mixed)

    def font(self, role: Role, *, bold: bool | None = None) -> QFont:
        """The font of a role, at its own weight unless `bold` says otherwise."""
        style = _STYLES[role]
        return QFont(_font(style.size, style.bold if bold is None else bold))

    def line(self, role: Role) -> int:
        """The line height of a role, in pixels."""
        return round(_STYLES[role].line)


def theme_for(*, dark: bool, contrast: bool = False) -> Theme:
    """The theme of a colour scheme and contrast."""
    if contrast:
        return Theme(HIGH_CONTRAST_DARK if dark else HIGH_CONTRAST_LIGHT)
    return Theme(DARK if dark else LIGHT)


@lru_cache
def _color(name: str, alpha: float) -> QColor:
    color = QColor(name)
    color.setAlphaF(alpha)
    return color


@lru_cache
def _font(size: float, bold: bool) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(round(size))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
