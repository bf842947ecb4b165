"""Loads what a Qt window loads; where a system library is missing, names it and exits 1."""

import ctypes
import sys
from pathlib import Path

try:
    import PySide6.QtWidgets

    if sys.platform == "linux":
        ctypes.CDLL(str(Path(PySide6.__file__).parent / "Qt/plugins/platforms/libqxcb.so"))
except (ImportError, OSError) as error:
    sys.exit(str(error).split(":")[0])
