"""The last page of the import: what was done, what stayed out, and the way to take it back."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from dossier.language import Wording


class ResultPage(QWidget):
    """A sentence on the whole, then a line each for what was done; `left` are the lines for what was not."""

    def __init__(self, wording: Wording, title: str, done: Sequence[str], left: Sequence[str]) -> None:
        super().__init__()
        head = QLabel(title)
        head.setProperty("look", "lead")
        head.setWordWrap(True)
        head.setObjectName("outcome")
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 8, 0, 0)
        page.setSpacing(8)
        page.addWidget(head)
        for words in done:
            line = QLabel(words)
            line.setWordWrap(True)
            page.addWidget(line)
        if left:
            page.addSpacing(8)
            section = QLabel(wording.say("What stayed out"))
            section.setProperty("look", "section")
            page.addWidget(section)
            told = QPlainTextEdit("\n".join(left))
            told.setReadOnly(True)
            told.setTabChangesFocus(True)
            told.setAccessibleName(section.text())
            told.setObjectName("left")
            page.addWidget(told, 1)
        else:
            page.addStretch(1)
