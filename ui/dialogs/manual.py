"""The manual beside the window: its sections at the left, the one that is read at the right."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QKeySequence,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QTextBrowser, QWidget

from dossier.language import Wording
from resources.tokens import SPACE
from ui.manual_text import sections
from ui.style import Theme

_SIZE = (860, 600)
_CONTENTS = 240
_LINE = 120  # percent of the font's own height
_AFTER = 10  # px


class Manual(QDialog):
    """A window of its own, so that it can be read while the other is used."""

    def __init__(self, theme: Theme, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("manual")
        self.setWindowTitle(wording.say("Manual"))
        self.resize(*_SIZE)
        self._theme = theme
        self._sections = sections(wording)
        self.contents = QListWidget()
        self.contents.setProperty("look", "contents")
        self.contents.setAccessibleName(wording.say("Sections of the manual"))
        self.contents.setFixedWidth(_CONTENTS)
        self.contents.setWordWrap(True)
        self.contents.addItems([section.title for section in self._sections])
        self.text = QTextBrowser()
        self.text.setAccessibleName(wording.say("Manual"))
        self.text.setProperty("look", "manual")
        self.text.document().setDefaultFont(theme.font("source"))
        self.text.document().setDocumentMargin(SPACE.card_padding)
        self.contents.currentRowChanged.connect(self._show)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.contents)
        row.addWidget(self.text, 1)
        QShortcut(QKeySequence("F1"), self, self.close)
        self.contents.setCurrentRow(0)
        self.contents.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_keys(self) -> None:
        self.contents.setCurrentRow(len(self._sections) - 1)

    def _show(self, row: int) -> None:
        section = self._sections[row]
        self.text.setMarkdown(f"# {section.title}\n\n{section.text}")
        _let_air_in(self.text.document())
        _set_code(self.text.document(), self._theme)


def _let_air_in(document: QTextDocument) -> None:
    """Markdown comes set tight: give lines and paragraphs room, but the rows of a table."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        cursor.setPosition(block.position())
        shape = block.blockFormat()
        shape.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        shape.setBottomMargin(0 if cursor.currentTable() else _AFTER)
        cursor.setBlockFormat(shape)
        block = block.next()


def _set_code(document: QTextDocument, theme: Theme) -> None:
    """What is to be typed stands in the text's own typeface, bold."""
    bold = QTextCharFormat()
    bold.setFont(theme.font("source", bold=True))
    cursor = QTextCursor(document)
    for start, length in list(_code(document)):
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(bold)


def _code(document: QTextDocument) -> Iterator[tuple[int, int]]:
    """Where words are set as code, and how long they are."""
    block = document.begin()
    while block.isValid():
        part = block.begin()
        while not part.atEnd():
            words = part.fragment()
            if words.charFormat().fontFixedPitch():
                yield words.position(), words.length()
            part += 1
        block = block.next()
