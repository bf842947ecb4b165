"""The one place that asks for a file: its dialogs look at names only, never into a file.

Qt's own dialog reads the start of every file it lists to name its type, and so does GTK's, which Qt shows
inside this process. On POSIX that costs the open dossier its locks (see `dossier.store.held`). So Qt's own is
taken wherever the system's does not run in a process of its own, and it is told icons and types by us.
"""

import re
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileInfo, QStandardPaths
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QFileDialog, QStyle, QWidget

import resources
from dossier.language import Wording

_ENDING = re.compile(r"\*\.(\w+)\)")
_SYSTEMS_OWN = sys.platform in ("darwin", "win32")
"""macOS shows its panels from another process; Windows' locks belong to handles, not to processes."""


class FileChooser:
    """Asks for files over one window, each time in the folder of the last one chosen."""

    def __init__(self, wording: Wording, window: QWidget) -> None:
        self._wording = wording
        self._window = window
        self._types = _TypesByName(wording, window)
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def open(self, title: str, kinds: str = "") -> Path | None:
        """Ask for a file that is there; None when the user thinks better of it."""
        dialog = self.dialog(title, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return self._ask(dialog)

    def make(self, title: str, kinds: str, suffix: str, name: str = "", *, over: bool = False) -> Path | None:
        """Ask for a name to write to, and with `over` whether a file that is there may be replaced.

        Where there are several `kinds`, the name takes the ending of the one that is chosen.
        """
        dialog = self.dialog(title, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not over)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(name)
        dialog.filterSelected.connect(partial(_take_ending, dialog))
        return self._ask(dialog)

    def dialog(self, title: str, kinds: str) -> QFileDialog:
        """A dialog that is told what it shows before it comes to any folder that may hold a dossier."""
        dialog = QFileDialog(self._window, title, str(Path(resources.__file__).parent))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog, not _SYSTEMS_OWN)
        dialog.setIconProvider(self._types)
        dialog.setNameFilter(kinds or self._wording.say("All files (*)"))
        # Qt has lost these two in some languages.
        dialog.setLabelText(QFileDialog.DialogLabel.LookIn, self._wording.say("Look in:"))
        dialog.setLabelText(QFileDialog.DialogLabel.FileType, self._wording.say("Files of type:"))
        folder = Path(self._folder)
        # Qt stays where it is for a folder that isn't there (any more), and that would be our own.
        dialog.setDirectory(str(folder if folder.is_dir() else Path.home()))
        return dialog

    def _ask(self, dialog: QFileDialog) -> Path | None:
        taken = dialog.exec()
        chosen = dialog.selectedFiles()
        dialog.deleteLater()
        if not taken or not chosen:
            return None
        path = Path(chosen[0])
        self._folder = str(path.parent)
        return path


def _take_ending(dialog: QFileDialog, kind: str) -> None:
    """Let a name that has no ending get that of a kind such as "PDF (*.pdf)"; Qt changes the one it has."""
    if ending := _ENDING.search(kind):
        dialog.setDefaultSuffix(ending[1])


class _TypesByName(QAbstractFileIconProvider):
    """What a file is, told from its name. All is made beforehand, as Qt asks from a thread of its own."""

    def __init__(self, wording: Wording, window: QWidget) -> None:
        super().__init__()
        style = window.style()
        self._folder = style.standardIcon(QStyle.StandardPixmap.SP_DirIcon)
        self._file = style.standardIcon(QStyle.StandardPixmap.SP_FileIcon)
        self._words = wording.say("Folder"), wording.say("File")

    def icon(self, what: QFileInfo | QAbstractFileIconProvider.IconType) -> QIcon:
        if isinstance(what, QAbstractFileIconProvider.IconType):
            return self._file if what == QAbstractFileIconProvider.IconType.File else self._folder
        return self._folder if what.isDir() else self._file

    def type(self, file: QFileInfo) -> str:
        folder, plain = self._words
        return folder if file.isDir() else plain
