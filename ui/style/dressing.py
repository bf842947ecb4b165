"""The look of the whole application in a theme: what Qt draws by itself, the style sheet, fonts and icon."""

from functools import cache

from PySide6.QtWidgets import QApplication

from ui.style.fonts import load_fonts
from ui.style.icons import icon
from ui.style.palette import palette
from ui.style.stylesheet import style_sheet
from ui.style.theme import Theme


@cache
def _begin_once(application: QApplication) -> None:
    """Each style that is set anew is a new look at every widget there is."""
    application.setStyle("Fusion")
    load_fonts()


def dress(application: QApplication, theme: Theme) -> None:
    _begin_once(application)
    application.setPalette(palette(theme))
    application.setStyleSheet(style_sheet(theme))
    application.setWindowIcon(icon("sheet", "accent", theme, size=64))
