"""The middle of the search panel: ways to complete the query, remarks, and rows, or why there are none."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from dossier.language import Wording
from ui.panes.pane import EmptyNote
from ui.search.hits import Row
from ui.search.hits_view import HitsView
from ui.search.suggestions import Suggestions
from ui.style import Theme


class Middle(QWidget):
    """Shows rows under what is to be said of them."""

    def __init__(self, theme: Theme, wording: Wording) -> None:
        super().__init__()
        self.suggestions = Suggestions(wording)
        self.remarks = QLabel()
        self.remarks.setObjectName("remarks")
        self.remarks.setProperty("look", "remark")
        self.remarks.setWordWrap(True)
        self.remarks.hide()
        self.hits = HitsView(theme, wording)
        self.none = EmptyNote("")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.hits)
        self._stack.addWidget(self.none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.suggestions)
        column.addWidget(self.remarks)
        column.addWidget(self._stack, 1)

    def show_rows(self, rows: tuple[Row, ...], empty: str, remarks: Sequence[str] = ()) -> None:
        """Show rows with remarks over them; where there are none, the remarks or else `empty`."""
        said = "\n".join(remarks)
        self.hits.show_rows(rows)
        self.remarks.setText(said)
        self.remarks.setVisible(bool(said and rows))
        self.none.say(said or empty)
        self._stack.setCurrentWidget(self.hits if rows else self.none)
