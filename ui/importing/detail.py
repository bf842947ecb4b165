"""What there is to know of one row of the preview: old and new side by side, or who it may be."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dossier.intake.contacts.preview import ChangedValue, PreviewRow, word_doubt
from dossier.language import Wording
from ui.importing.decisions import NEW, SKIP
from ui.importing.parts import PartRow
from ui.importing.plan_model import worded_person
from ui.importing.words import FIELDS

_MOST_SHOWN = 600
_MOST_BY_KEY = 9


class Detail(QScrollArea):
    """Shows the chosen row; of an ambiguous one it asks who it is."""

    decided = Signal(object)  # `new`, `skip` or the id of a person
    all_decided = Signal(object)  # the same for every row that is ambiguous for this reason

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("look", "detail")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.choices: dict[str, QRadioButton] = {}
        self.for_all: QPushButton | None = None
        self._group: QButtonGroup | None = None
        self._show([])

    def show_row(self, row: PartRow | None, decision: str | None, alike: int) -> None:
        """Show a row; `alike` is how many rows are ambiguous for the same reason."""
        self.choices, self.for_all, self._group = {}, None, None
        if not isinstance(row, PreviewRow):
            self._show([])
            return
        say = self._wording.say
        told = self._line(say("Row {row}: {text}", row=row.row, text=row.text[:_MOST_SHOWN]), "second")
        if row.why is not None:
            self._show([told, *self._question(row, decision, alike)])
        elif row.changes:
            self._show([told, self._grid(row.changes)])
        else:
            self._show([told])

    def choose(self, decision: str | None) -> None:
        """Show a decision that was made elsewhere."""
        if self._group is not None:
            self._group.setExclusive(False)
            for value, button in self.choices.items():
                button.setChecked(value == decision)
            self._group.setExclusive(True)
        self._offer_all(decision)

    def _question(self, row: PreviewRow, decision: str | None, alike: int) -> list[QWidget]:
        assert row.why is not None
        say = self._wording.say
        why = word_doubt(self._wording, row.why)
        why = why[:1].upper() + why[1:]
        parts: list[QWidget] = [self._line(say("Who is this?"), "strong"), self._line(why, "second")]
        self._group = group = QButtonGroup()
        for number, (person, changes) in enumerate(zip(row.candidates, row.differences, strict=True), 1):
            key = str(number) if number <= _MOST_BY_KEY else ""
            parts.append(self._choice(group, person.id, worded_person(person), key))
            if changes:
                parts.append(self._line(self._worded(changes), "indented"))
        parts.append(self._choice(group, NEW, say("Somebody new"), "+"))
        parts.append(self._choice(group, SKIP, say("Leave the row out"), "-"))
        self.for_all = QPushButton()
        self.for_all.setObjectName("for_all")
        self.for_all.setProperty("look", "link")
        self.for_all.setProperty("safe", row.why.tells_by_name)
        self.for_all.setProperty("alike", alike)
        self.for_all.clicked.connect(lambda: self.all_decided.emit(self._chosen()))
        parts.append(self.for_all)
        for value, button in self.choices.items():
            button.setChecked(value == decision)
            button.clicked.connect(lambda _=False, value=value: self._decide(value))
        self._offer_all(decision)
        return parts

    def _decide(self, value: str) -> None:
        self._offer_all(value)
        self.decided.emit(value)

    def _chosen(self) -> str | None:
        return next((value for value, button in self.choices.items() if button.isChecked()), None)

    def _offer_all(self, decision: str | None) -> None:
        """Offer the same for all rows alike, where that claims nothing of anybody in the dossier."""
        if self.for_all is None:
            return
        alike = int(self.for_all.property("alike"))
        safe = decision == SKIP or (decision == NEW and self.for_all.property("safe"))
        words = {
            SKIP: self._wording.count(
                "Leave out the only row of this kind", "Leave out all {n} rows of this kind", alike
            ),
            NEW: self._wording.count(
                "Somebody new in the only row of this kind",
                "Somebody new in all {n} rows of this kind",
                alike,
            ),
        }
        self.for_all.setVisible(bool(safe) and alike > 1)
        self.for_all.setText(words.get(decision or "", ""))

    def _choice(self, group: QButtonGroup, value: str, words: str, key: str) -> QWidget:
        button = QRadioButton(words)
        group.addButton(button)
        self.choices[value] = button
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(8)
        row.addWidget(button)
        if key:
            cap = QLabel("−" if key == "-" else key)
            cap.setProperty("look", "key")
            row.addWidget(cap)
        row.addStretch(1)
        return line

    def _worded(self, changes: Sequence[ChangedValue]) -> str:
        say = self._wording.say
        return "; ".join(
            say(
                "{field}: {old} in the dossier, {new} in the list",
                field=say(FIELDS[change.field]),
                old=" / ".join(change.old) or "–",
                new=change.new,
            )
            for change in changes
        )[:_MOST_SHOWN]

    def _grid(self, changes: Sequence[ChangedValue]) -> QWidget:
        """Old and new side by side, field by field."""
        say = self._wording.say
        grid = QWidget()
        lines = QGridLayout(grid)
        lines.setContentsMargins(0, 4, 0, 0)
        lines.setHorizontalSpacing(24)
        lines.setVerticalSpacing(6)
        for column, words in enumerate(
            ("", say("In the dossier, and stays"), say("In the list, and is added"))
        ):
            lines.addWidget(self._line(words, "section"), 0, column)
        for number, change in enumerate(changes, 1):
            cells = (say(FIELDS[change.field]), "\n".join(change.old) or "–", change.new)
            for column, (words, look) in enumerate(zip(cells, ("second", "", "strong"), strict=True)):
                lines.addWidget(self._line(words[:_MOST_SHOWN], look), number, column)
        for column, share in enumerate((1, 3, 3)):
            lines.setColumnStretch(column, share)
        return grid

    def _line(self, words: str, look: str) -> QLabel:
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("look", look)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _show(self, parts: Sequence[QWidget]) -> None:
        inner = QWidget()
        inner.setProperty("look", "detail")
        column = QVBoxLayout(inner)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(4)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inner)
