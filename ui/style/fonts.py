"""The shipped typeface made known to Qt, so that the window looks alike on every machine."""

from PySide6.QtGui import QFontDatabase

import resources

_FACES = ("Regular", "Regular_Italic", "Bold", "Bold_Italic")


def load_fonts() -> None:
    """Register the four faces of Source Sans 3; RuntimeError when one can't be read (a broken install)."""
    for face in _FACES:
        name = f"SourceSans3_{'700' if face.startswith('Bold') else '400'}{face}.ttf"
        if QFontDatabase.addApplicationFont(str(resources.path("fonts", name))) < 0:
            raise RuntimeError(f"the shipped font {name} can't be read")
