"""The strip over a training dossier, so that nobody takes invented people for real ones."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolBar

from dossier.language import Wording

_HEIGHT = 26


class TrainingBar(QToolBar):
    """Hidden, unless the dossier is one for training."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(wording.say("Training"))
        self.setObjectName("training")
        self.setMovable(False)
        self.setFloatable(False)
        self.setFixedHeight(_HEIGHT)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setProperty("look", "training")
        self._wording = wording
        self._words = QLabel()
        self._words.setProperty("look", "training")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.addWidget(self._words)
        self.hide()

    def show_mark(self, mark: str) -> None:
        """Show the mark of a training dossier; "" is that of any other."""
        self._words.setText(
            self._wording.say("{mark}: people, agencies, numbers and events are invented", mark=mark)
        )
        self.setVisible(bool(mark))
