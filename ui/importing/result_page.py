"""The last page of the import: what was done, what stayed out, and the way to take it back."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget


class ResultPage(QWidget):
    """A sentence on the whole, then a line each for what was done; `told` is what else there is to know."""

    def __init__(self, title: str, done: Sequence[str], told: Mapping[str, Sequence[str]]) -> None:
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
        for section, lines in told.items():
            if lines:
                self._tell(page, section, lines)
        if not any(told.values()):
            page.addStretch(1)

    def _tell(self, page: QVBoxLayout, section: str, lines: Sequence[str]) -> None:
        head = QLabel(section)
        head.setProperty("look", "section")
        told = QPlainTextEdit("\n".join(lines))
        told.setReadOnly(True)
        told.setTabChangesFocus(True)
        told.setAccessibleName(section)
        page.addSpacing(8)
        page.addWidget(head)
        page.addWidget(told, 1)
