"""The form for how a person is addressed: spoken and written, in each of the languages."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from dossier.language import LANGUAGES, Wording
from dossier.model.records import FORMS_OF_ADDRESS
from ui.dialogs.entry import EntryForm
from ui.dialogs.keeping import Subject

if TYPE_CHECKING:
    from dossier.intake.forms import Entry, TypedForm

_WIDTH = 620


class AddressForm(EntryForm):
    """Shows what there is, to be added to, corrected or taken out; the language of the window comes first."""

    def __init__(
        self, subject: Subject, wording: Wording, today: date, parent: QWidget | None = None
    ) -> None:
        say = wording.say
        super().__init__(say("Form of address"), subject.name, wording, today, parent)
        self.setMinimumWidth(_WIDTH)
        self._of = subject.pk
        self._before = subject.forms_of_address
        self.texts: dict[tuple[str, str], QLineEdit] = {}
        spoken, written = FORMS_OF_ADDRESS
        for code in sorted(LANGUAGES, key=lambda code: code != wording.code):
            language = wording.label("in_language", code)
            self._add(spoken, code, say("Spoken, {language}", language=language))
            self._add(written, code, say("Written, {language}", language=language), beside=True)
        self.texts[spoken, wording.code].setPlaceholderText(say("such as “Your Excellency”"))
        self.texts[written, wording.code].setPlaceholderText(say("such as “H.E. Ms …”"))
        self.add_source()

    @property
    def entry(self) -> "Entry":
        from dossier.intake.forms import FormsOfAddress

        return FormsOfAddress(self._of, tuple(self._typed()), self.origin)

    def _typed(self) -> Iterator["TypedForm"]:
        from dossier.intake.forms import TypedForm

        for (field, code), line in self.texts.items():
            yield TypedForm(field, code, line.text(), self._before.get((field, code), ""))

    def _add(self, field: str, code: str, label: str, *, beside: bool = False) -> None:
        before = self._before.get((field, code), "")
        line = self.add_line(label, before, key=f"{field} {code}", beside=beside)
        line.setCursorPosition(0)  # of a long one the beginning is seen
        self.texts[field, code] = line
